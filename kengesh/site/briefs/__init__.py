"""Briefs: a meeting, a state or an instrument on a few pages, to print, and as a Word file with footnotes."""
