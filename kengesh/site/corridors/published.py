"""Whether a record has a network: the acts that publish one. What is asked here needs none of its files, and no engine."""

from __future__ import annotations

from kengesh.mechanism.answers import Row, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View

KIND = "publish-network"
FIELDS = ("network", "edition", "title", "sha256", "on", "by", "licences", "credits")


def publishing(view: View) -> list[LiveAct]:
    """Return the acts that publish editions of networks, the latest edition first.

    An edition tells of its own days, so it counts on any day of the page.
    """
    acts = [act for act in view.of_kind(KIND) if not act.is_rejected]
    return sorted(acts, key=lambda act: (act.get("on") or "", act.act.number), reverse=True)


def has_network(view: View) -> bool:
    """Say whether the record names a network by then."""
    return bool(publishing(view))


def published_row(act: LiveAct) -> Row:
    """Return what an act says of the edition that it publishes, with what it rests on."""
    return row(act.id, [act], **{name: act.get(name) for name in FIELDS})
