"""Commitments: what was promised, by whom and for when, and how it stands."""
