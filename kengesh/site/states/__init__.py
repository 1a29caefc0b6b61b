"""Participants: the parties of the mechanism and every other party of the record, each with a page of its own."""
