"""How sure a statement is: computed from the sources that count in a view, never stored.

``founding``     the founding source of the record says it
``several``      two or more sources that do not copy one another
``one``          one source
``unverified``   only weak sources, or the act itself says that it rests weakly
``signed``       who did it signed it (a performed act, or the party's own confirmation)

An act that follows from others (``derive``, or `derived` without sources of its own) is as sure as the least sure of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View

RANKS = ("unverified", "one", "several", "founding", "signed")


def certainty_of(acts: Sequence[LiveAct]) -> str | None:
    """Return the certainty of what acts say together; None where they rest on no source (names, rules of the record)."""
    if any(act.get("voice") == "performed" or act.is_confirmed_by_party for act in acts):
        return "signed"
    plain = [act for act in acts if act.basis != "weak"]
    cited = [(act.view, cite["source"]) for act in plain for cite in act.citations]
    if cited:
        return _of_sources(cited[0][0], {source for _view, source in cited})
    lowest = [one for act in plain for one in _of_the_acts_it_follows_from(act)]
    if lowest:
        return min(lowest, key=RANKS.index)
    return "unverified" if any(act.citations or act.basis == "weak" for act in acts) else None


def _of_sources(view: View, ids: Iterable[str]) -> str:
    sources = [view.source(one) for one in ids]
    strong = [one for one in sources if one is not None and one.weak is None]
    if any(one.founding for one in strong):
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


def _of_the_acts_it_follows_from(act: LiveAct) -> list[str]:
    found = [act.view.find(one) for one in act.get("from") or ()]
    certainties = [certainty_of([one]) for one in found if one is not None]
    return [one for one in certainties if one is not None]
