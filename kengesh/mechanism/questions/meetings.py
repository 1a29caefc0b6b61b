"""Meetings: held, planned, postponed, cancelled, not held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, order_of, row
from kengesh.mechanism.disputes import settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.telling import told_by
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, begun, parse_when

FIELDS = (
    "series",
    "number",
    "place",
    "venue",
    "host",
    "chair",
    "chair_office",
    "character",
    "format",
    "prepares",
)
# What the last word about an announced meeting makes of it; of two words of one day the later in this list goes.
STATES = {
    "convene": "planned",
    "postpone": "postponed",
    "cancel": "cancelled",
    "deny-meeting": "not-held",
}


def meetings(view: View, body: str | None = None) -> Answer:
    """Answer which meetings there were and are planned: of one series or body, or all of the record, in order of day."""
    acts = view.acts("meeting", body) if body is not None else _all(view)
    things = list(dict.fromkeys(view.shown(act.get("meeting")) for act in acts if act.get("meeting")))
    rows = [one for one in (meeting_row(view, thing) for thing in things) if one["state"] is not None]
    if body is not None:
        ids = view.joined(body)
        rows = [one for one in rows if one["series"] in ids or one["prepares"] in ids]
    return answer(sorted(rows, key=lambda one: (*order_of(one["on"]), one["id"])))


def meeting_row(view: View, thing: str) -> Row:
    """Return the row of one meeting on the view's day.

    ``state`` is ``held``, ``planned``, ``postponed``, ``cancelled``, ``not-held`` or ``not-known``, None where nobody had
    spoken of the meeting by that day. ``differing`` has what sources say of a field, where they say more than one thing.
    """
    return view.once_a_day(("meeting", thing), lambda: _meeting_row(view, thing))


def _meeting_row(view: View, thing: str) -> Row:
    acts = acts_of(view, thing)
    held = [act for act in acts if act.act.kind == "hold"]
    spoken = [act for act in acts if act.act.kind in STATES and _is_announced(view, act)]
    state = _state(view, held, spoken)
    took_place = state in ("held", "not-known")
    telling = [*held, *spoken] if took_place else spoken
    on = settle(held, "on") if took_place else None
    return row(
        thing,
        (held if took_place else spoken) or acts,
        disputed=on.disputed or None if on else None,
        **{name: _told(view, telling, name) for name in FIELDS},
        on=on.value if on else _planned_day(spoken),
        state=state,
        differing=_differing(held) if took_place else {},
        planned=[
            {"on": act.get("on"), "verb": act.act.kind, "announced": act.get("announced"), "act": act.id}
            for act in spoken
        ],
    )


def acts_of(view: View, meeting: str) -> list[LiveAct]:
    """Return the live acts about a meeting that no preference rejects."""
    ids = view.joined(meeting)
    acts = view.acts("meeting", meeting)
    return [act for act in acts if act.get("meeting") in ids and not act.is_rejected]


def _all(view: View) -> list[LiveAct]:
    return [act for kind in ("convene", "hold", "postpone", "cancel") for act in view.of_kind(kind)]


def _told(view: View, acts: Sequence[LiveAct], name: str) -> Any:
    """Return what acts say of a field: settled where it has one true value, else the first that says it."""
    holding = [act for act in acts if act.act.kind == "hold"]
    if holding and name in holding[0].kind.single:
        settled = settle(holding, name)
        if settled.value is not None or settled.open:
            return settled.value
    return next((act.get(name) for act in acts if act.get(name) is not None), None)


def _differing(held: Sequence[LiveAct]) -> dict[str, list[Any]]:
    """Return the fields with one true value of which sources say more than one thing, with all that they say."""
    names = held[0].kind.single if held else ()
    values = {name: list(dict.fromkeys(act.get(name) for act in held if act.get(name))) for name in names}
    return {name: said for name, said in values.items() if len(said) > 1}


def _is_announced(view: View, act: LiveAct) -> bool:
    """Whether a plan had surely been announced, or put off, by the view's day; without a day, whether a source of it was there."""
    day = _spoken_on(act)
    return told_by(view, act) if day is None else begun(parse_when(day), view.on) is Truth.YES


def _spoken_on(act: LiveAct) -> str | None:
    """Return the day on which an act spoke of a meeting: when it was announced, put off, called off, or not held."""
    day: str | None = act.get("on") if act.act.kind in ("cancel", "deny-meeting") else act.get("announced")
    return day


def _state(view: View, held: Sequence[LiveAct], spoken: Sequence[LiveAct]) -> str | None:
    """Say what a meeting is on the view's day. Announced is not held: a plan of which no more is told stays planned."""
    if held:
        on = settle(held, "on")
        days = [on.value] if on.value else [act.get("on") for act in on.acts]
        answers = {begun(parse_when(day), view.on) for day in days}
        if answers != {Truth.NO}:
            return "held" if answers == {Truth.YES} else "not-known"
    if held:
        spoken = [act for act in spoken if act.act.kind != "deny-meeting"]
    last = max(spoken, key=_last_word, default=None)
    return None if last is None else STATES[last.act.kind]


def _last_word(act: LiveAct) -> tuple[Any, ...]:
    """Order what was said of an announced meeting; a plan of no day comes first, any other word of no day last."""
    day, ends = _spoken_on(act), list(STATES).index(act.act.kind)
    return order_of(day) if day or ends else order_of("0001"), ends


def _planned_day(spoken: Iterable[LiveAct]) -> str | None:
    """Return the day that a meeting was last announced for, None where it was put off without one."""
    announced = [act for act in spoken if act.act.kind in ("convene", "postpone")]
    announced.sort(key=lambda act: order_of(act.get("announced") or "0001"))
    for act in reversed(announced):
        if act.get("on") is not None:
            return str(act.get("on"))
        if act.act.kind == "postpone":
            return None
    return None
