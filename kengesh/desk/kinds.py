"""Every kind of act that can be written here: of the record and its rules, of texts in negotiation, of claims, of networks."""

from __future__ import annotations

from kengesh.acts import Registry
from kengesh.charter import all_kinds
from kengesh.corridors import kinds as networks
from kengesh.formats.claims import kinds as claims
from kengesh.texts import decisions


def every_kind() -> Registry:
    """Return a new registry of every kind, those of the packages above the charter too."""
    registry = all_kinds()
    for kind in (*decisions.KINDS, *claims.KINDS, *networks.KINDS):
        registry.add(kind)
    return registry
