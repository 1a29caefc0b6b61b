"""A mechanism's rules as data: statuses in rank and which are membership, meeting series, how the chair passes.

The rules are themselves acts in the record, so a record explains itself and nothing about one mechanism is in code.
:func:`all_kinds` gives every kind of act that can be written, those of ``kengesh.acts`` and the ones here.
"""

from __future__ import annotations

from kengesh.acts import Registry, first_kinds
from kengesh.charter.kinds import KINDS
from kengesh.charter.statuses import Standing, StatusRule, ranks

__all__ = ["Standing", "StatusRule", "all_kinds", "ranks"]


def all_kinds() -> Registry:
    """Return a new registry of every kind of act that can be written."""
    registry = first_kinds()
    for kind in KINDS:
        registry.add(kind)
    return registry
