"""What was said: of a thing, under a subject; each kept as said, with whose words it is."""

from __future__ import annotations

from kengesh.mechanism.answers import Row, may_be_told, order_of, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View

FIELDS = ("what", "words", "form", "by", "person", "on", "meeting", "about")


def statements_of(view: View, thing: str, form: str | None = None) -> list[Row]:
    """Return what was said about a thing, at it, or under it as a subject, in order of day; `form` leaves one sort.

    What a preference rejects is kept, and says so. ``authors`` are the authors of the sources, where the statement is their own.
    """
    ids = set(view.joined(thing))
    acts = [act for act in view.acts("statement", thing) if act.act.kind == "make-statement"]
    acts = [act for act in acts if form in (None, act.get("form")) and may_be_told(view, act)]
    told = [act for act in acts if not ids.isdisjoint(_spoken_of(act))]
    told.sort(key=lambda act: (order_of(act.get("on")), act.act.number))
    return [_row(view, act) for act in told]


def _spoken_of(act: LiveAct) -> list[str | None]:
    return [act.get("meeting"), *(act.get("about") or ()), *(act.get("subjects") or ())]


def _row(view: View, act: LiveAct) -> Row:
    own = not act.get("by") and not act.get("person")
    sources = [view.source(cite["source"]) for cite in act.citations] if own else []
    authors = dict.fromkeys(name for source in sources if source is not None for name in source.author)
    return row(
        act.get("statement"),
        [act],
        **{name: act.get(name) for name in FIELDS},
        authors=list(authors),
        rejected=act.is_rejected,
    )
