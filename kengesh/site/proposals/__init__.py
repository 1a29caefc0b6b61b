"""Proposals: what was proposed, by whom, and what became of it."""
