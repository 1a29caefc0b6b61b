"""Verdicts told: in sentences, in the one shape of answers, for others to cite."""
