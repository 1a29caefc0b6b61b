"""Overlap: who is in what and how, what parties and bodies share, how that moved, and what would change if somebody joined or left."""
