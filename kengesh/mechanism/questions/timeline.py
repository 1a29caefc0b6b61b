"""Dated acts in order: of everything, of one thing, of one subject."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, has_begun, may_be_told, order_of, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.disputes import statement_of
from kengesh.mechanism.questions.meetings import acts_of, meeting_row
from kengesh.mechanism.telling import end_told
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth

NOT_EVENTS = {"name", "source", "record", "charter", "log", "join", "judgement", "search", "statement"}


def timeline(view: View, thing: str | None = None) -> Answer:
    """Answer what happened up to the view's day, in order; `thing` leaves what names one thing."""
    found = _naming(view, thing) if thing is not None else _all(view)
    return answer(event_rows(view, found))


def subject(view: View, subject: str) -> Answer:
    """Answer what the record holds under one subject, meeting by meeting in order of day; statements too."""
    found = [act for act in _naming(view, subject) if subject in (act.get("subjects") or ())]
    return answer(event_rows(view, found, statements=True))


def event_rows(view: View, acts: Iterable[LiveAct], *, statements: bool = False) -> list[Row]:
    """Return the rows of those acts that are events and had begun by the view's day.

    What was done at a meeting and has no day of its own has the meeting's; what was said of a meeting stands under it.
    """
    hidden = NOT_EVENTS - {"statement"} if statements else NOT_EVENTS
    told = [
        act for act in acts if act.kind.group not in hidden and not act.is_rejected and _had_come(view, act)
    ]
    days = {act.id: _day_of(view, act) for act in told}
    shown = sorted(
        (act for act in told if days[act.id]), key=lambda act: (order_of(days[act.id]), act.act.number)
    )
    return [
        row(
            act.id,
            [act],
            on=days[act.id],
            kind=act.act.kind,
            truth=has_begun(view, act).value,
            meeting=_meeting_of(view, act),
            says=_said(view, act),
        )
        for act in shown
    ]


def _said(view: View, act: LiveAct) -> dict[str, Any]:
    """Return what an act says; that something will end is left out until a source says so."""
    said = statement_of(act)
    return {name: value for name, value in said.items() if name != "until" or end_told(view, value, [act])}


def _had_come(view: View, act: LiveAct) -> bool:
    """Whether an act may be told, and its day is not still to come: a plan stands under the day for which it was made."""
    return may_be_told(view, act) and has_begun(view, act) is not Truth.NO


def _day_of(view: View, act: LiveAct) -> str | None:
    on, meeting = act.get("on"), act.get("meeting")
    if on is not None or meeting is None:
        return None if on is None else str(on)
    held = meeting_row(view, view.shown(meeting))
    return str(held["on"]) if held["state"] == "held" and held["on"] else None


def _meeting_of(view: View, act: LiveAct) -> str | None:
    named = [act.get("meeting"), *(act.get("about") or ())]
    return next((view.shown(one) for one in named if one and acts_of(view, one)), None)


def _naming(view: View, thing: str) -> list[LiveAct]:
    found = {act.id: act for group in view.state.readers.groups for act in view.acts(group, thing)}
    return list(found.values())


def _all(view: View) -> list[LiveAct]:
    found = (view.live(number) for number in range(view.limit))
    return [act for act in found if act is not None]
