"""Sources: all that the record cites, and each with what rests on it."""
