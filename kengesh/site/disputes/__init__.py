"""Where sources differ: the question, every side with its sources, which is preferred, and why."""
