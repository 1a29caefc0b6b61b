"""A tool beside the record: an author's draft in, and out what in it the record tells otherwise. No opinion is judged."""
