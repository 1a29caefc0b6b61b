"""Meetings: all of them in order, and each with all that came of it."""
