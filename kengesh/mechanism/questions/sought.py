"""What was looked for and not found, and what follows from other acts: neither is ever a denial.

What was looked for about a meeting or a document is told of a past day too, if that was there; up to which day sources were seen
is a day of the search.
"""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.mechanism.answers import Row, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.telling import told_by
from kengesh.mechanism.view import View


def sought(view: View, thing: str, *others: str) -> list[Row]:
    """Return what was looked for about a thing, and about others with it, and not found; and up to which day sources were seen."""
    acts = _about(view, "seek", thing, others)
    return [row(act.id, [act], what=act.get("what"), until=act.get("until")) for act in acts]


def follows(view: View, thing: str, *others: str) -> list[Row]:
    """Return what follows about a thing, and about others with it, from other acts, and from which."""
    acts = [act for act in _about(view, "derive", thing, others) if not act.is_rejected]
    return [row(act.id, [act], what=act.get("what"), follows_from=act.get("from")) for act in acts]


def _about(view: View, kind: str, thing: str, others: Sequence[str]) -> list[LiveAct]:
    wanted = [set(view.joined(other)) for other in others]
    acts = [act for act in view.acts("search", thing) if act.act.kind == kind and told_by(view, act)]
    return [act for act in acts if all(ids.intersection(act.get("about")) for ids in wanted)]
