"""Every kind of act that can be written here: those of the record and its rules, and those of texts in negotiation."""

from __future__ import annotations

from kengesh.acts import Registry
from kengesh.charter import all_kinds
from kengesh.texts.decisions import KINDS


def every_kind() -> Registry:
    """Return a new registry of every kind, those of the packages above the charter too."""
    registry = all_kinds()
    for kind in KINDS:
        registry.add(kind)
    return registry
