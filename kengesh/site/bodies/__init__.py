"""Bodies and formats: all of them, one with its parties and its life, and who is what in which."""
