"""Documents checked: every statement of one in its order, with its claims and their verdicts."""
