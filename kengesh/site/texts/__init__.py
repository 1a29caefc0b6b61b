"""A tool beside the record: the base of a text and a file of each delegation in, the rolling text and its tables out."""
