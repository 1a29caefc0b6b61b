"""How sure a statement is: computed from the sources that count in a view, never stored.

``founding``     the founding source of the record says it
``several``      two or more sources that do not copy one another
``one``          one source
``unverified``   only weak sources, or the act itself says that it rests weakly, or says it was performed and its actor did not sign
``signed``       who did it signed it (a performed act whose actor is a signer, or the party's own confirmation)

What follows from other acts (``derive``) is as sure as the least sure of them, and never founding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View

RANKS = ("unverified", "one", "several", "founding", "signed")


def certainty_of(acts: Sequence[LiveAct]) -> str | None:
    """Return the certainty of what acts say together; None where they rest on no source (names, rules of the record)."""
    if any(act.is_performed or act.is_confirmed_by_party for act in acts):
        return "signed"
    plain = [act for act in acts if act.basis != "weak"]
    cited = {cite["source"] for act in plain if not act.follows_from for cite in act.citations}
    if cited:
        return _of_sources(plain[0].view, cited)
    lowest = [of_what_follows(act) for act in plain if act.follows_from]
    if lowest:
        return min(lowest, key=RANKS.index)
    claimed = any(act.citations or act.basis == "weak" or act.get("voice") == "performed" for act in acts)
    return "unverified" if claimed else None


def of_what_follows(act: LiveAct) -> str:
    """Return the certainty of what follows from other acts: that of the least sure, and the founding source is one source."""
    ranks = []
    for one in act.follows_from:
        weak = one.basis == "weak" or not one.citations
        sources = {cite["source"] for cite in one.citations}
        if one.follows_from:
            ranks.append(of_what_follows(one))
        else:
            ranks.append("unverified" if weak else _of_sources(one.view, sources, founding=False))
    return min(ranks, key=RANKS.index)


def _of_sources(view: View, ids: Iterable[str], *, founding: bool = True) -> str:
    sources = [view.source(one) for one in ids]
    strong = [one for one in sources if one is not None and one.weak is None]
    if founding and any(one.founding for one in strong):
        return "founding"
    origins = {_original(view, one.id) for one in strong}
    return "several" if len(origins) > 1 else "one" if origins else "unverified"


def _original(view: View, source_id: str) -> str:
    """Return the source of which this is a copy, or itself."""
    seen = {source_id}
    while (source := view.source(source_id)) is not None and source.copy_of and source.copy_of not in seen:
        source_id = source.copy_of
        seen.add(source_id)
    return source_id
