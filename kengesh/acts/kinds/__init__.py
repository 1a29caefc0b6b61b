"""The kinds of act, one module per subject."""
