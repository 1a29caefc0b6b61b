"""What was looked for and not found, and what follows from other acts: neither is ever a denial."""

from __future__ import annotations

from kengesh.mechanism.answers import Row, row
from kengesh.mechanism.view import View


def sought(view: View, thing: str) -> list[Row]:
    """Return what was looked for about a thing and not found, with the last day that the sources looked at reach."""
    acts = [act for act in view.acts("search", thing) if act.act.kind == "seek"]
    return [row(act.id, [act], what=act.get("what"), until=act.get("until")) for act in acts]


def follows(view: View, thing: str) -> list[Row]:
    """Return what follows about a thing from other acts, and from which."""
    acts = [act for act in view.acts("search", thing) if act.act.kind == "derive" and not act.is_rejected]
    return [row(act.id, [act], what=act.get("what"), follows_from=act.get("from")) for act in acts]
