"""The address that stands for a thing itself, in no language: ``https://record.example.org/id/KAZ``."""

from __future__ import annotations


def identifier(here: str, thing: str) -> str:
    """Return the address that stands for a thing, on the site at `here`."""
    return f"{here}/id/{thing}"
