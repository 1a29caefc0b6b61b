"""Meetings: held, planned, postponed, cancelled, not held; and one meeting with all that came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, order_of, row
from kengesh.mechanism.disputes import settle
from kengesh.mechanism.participation import participations, rules_of
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.questions.instruments import instruments
from kengesh.mechanism.view import LiveAct, View
from kengesh.terms.dates import Truth, begun, parse_when

PARTICIPATING = {
    "head-of-state",
    "head-of-government",
    "deputy-head-of-government",
    "speaker",
    "minister",
    "envoy",
    "ambassador",
    "military-attache",
    "secretary-of-security-council",
    "first-president",
    "national-leader",
    "delegate",
}
FIELDS = ("series", "number", "place", "host", "character", "chair", "prepares")


def meetings(view: View, body: str | None = None) -> Answer:
    """Answer which meetings there were and are planned: of one series or body, or all of the record, in order of day."""
    acts = view.acts("meeting", body) if body is not None else _all(view)
    things = list(dict.fromkeys(view.shown(act.get("meeting")) for act in acts if act.get("meeting")))
    rows = [one for one in (meeting_row(view, thing) for thing in things) if one["state"] is not None]
    if body is not None:
        rows = [one for one in rows if body in (one["series"], one["prepares"])]
    return answer(sorted(rows, key=lambda one: (*order_of(one["on"]), one["id"])))


def meeting(view: View, meeting: str) -> Answer:
    """Answer what is known of one meeting: who attended in what capacity, its agenda, what came out, what prepared it."""
    acts = _of(view, meeting)
    if not acts:
        return answer([], truth="not-known", attendance=[], participants=[])
    one = meeting_row(view, view.shown(meeting))
    attending = [act for act in acts if act.act.kind == "attend"]
    attendance = [_attendance_row(act, part) for act in attending for part in act.get("attendances")]
    return answer(
        [one],
        attendance=attendance,
        participants=_participants(view, one, attendance),
        absent=[
            row(act.id, [act], parties=act.get("parties"), capacity=act.get("capacity"))
            for act in acts
            if act.act.kind == "deny-attendance"
        ],
        agenda=[
            row(f"{act.id}/{place}", [act], item=item)
            for act in acts
            if act.act.kind == "put-on-agenda"
            for place, item in enumerate(act.get("items"))
        ],
        instruments=instruments(view, meeting=view.shown(meeting))["answer"],
        proposals=_made_at(view, "proposal", "propose", "proposal", meeting),
        commitments=_made_at(view, "commitment", "undertake", "commitment", meeting),
        statements=_made_at(view, "statement", "make-statement", "statement", meeting),
        prepared_by=[
            meeting_row(view, view.shown(act.get("meeting")))
            for act in view.acts("meeting", meeting)
            if act.get("prepares") == meeting
        ],
        disputes=disputes(view, about=view.shown(meeting))["answer"],
        sought=[
            row(act.id, [act], what=act.get("what"), until=act.get("until"))
            for act in view.acts("search", meeting)
        ],
    )


def meeting_row(view: View, thing: str) -> Row:
    """Return the row of one meeting on the view's day."""
    acts = _of(view, thing)
    held = [act for act in acts if act.act.kind == "hold"]
    planned = [act for act in acts if act.act.kind in ("convene", "postpone", "cancel", "deny-meeting")]
    planned = [act for act in planned if _is_announced(view, act)]
    telling = held or planned or acts
    known = {name: _told(view, [*held, *planned], name) for name in FIELDS}
    on = settle(held, "on") if held else None
    state = _state(view, held, planned)
    return row(
        thing,
        telling,
        disputed=on.disputed or None if on else None,
        **known,
        on=on.value if on else _planned_day(planned),
        state=state,
        planned=[
            {"on": act.get("on"), "verb": act.act.kind, "announced": act.get("announced"), "act": act.id}
            for act in planned
        ],
    )


def _all(view: View) -> list[LiveAct]:
    return [act for kind in ("convene", "hold", "postpone", "cancel") for act in view.of_kind(kind)]


def _of(view: View, thing: str) -> list[LiveAct]:
    ids = view.joined(thing)
    return [act for act in view.acts("meeting", thing) if act.get("meeting") in ids and not act.is_rejected]


def _told(view: View, acts: Sequence[LiveAct], name: str) -> Any:
    """Return what acts say of a field: settled where it has one true value, else the first that says it."""
    holding = [act for act in acts if act.act.kind == "hold"]
    if holding and name in holding[0].kind.single:
        settled = settle(holding, name)
        if settled.value is not None or settled.open:
            return settled.value
    return next((act.get(name) for act in acts if act.get(name) is not None), None)


def _is_announced(view: View, act: LiveAct) -> bool:
    """Whether a plan had been announced, or put off, by the view's day; a plan without a day of announcement counts."""
    day = act.get("announced") or (act.get("on") if act.act.kind in ("cancel", "deny-meeting") else None)
    return day is None or begun(parse_when(day), view.on) is not Truth.NO


def _state(view: View, held: Sequence[LiveAct], planned: Sequence[LiveAct]) -> str | None:
    """Return ``held``, ``planned``, ``postponed``, ``cancelled``, ``not-held`` or ``not-known`` on the view's day.

    A meeting that was announced and of whose day nothing more is told stays planned: announced is not held. None where
    nobody had spoken of it by that day.
    """
    on = settle(held, "on") if held else None
    if on is not None:
        days = [on.value] if on.value else [act.get("on") for act in on.acts]
        answers = {begun(parse_when(day), view.on) for day in days}
        if answers != {Truth.NO}:
            return "held" if answers == {Truth.YES} else "not-known"
    verbs = {act.act.kind for act in planned}
    for verb, state in (("cancel", "cancelled"), ("deny-meeting", "not-held"), ("postpone", "postponed")):
        if verb in verbs and not (on is not None and verb == "deny-meeting"):
            return state
    return "planned" if planned else None


def _planned_day(planned: Sequence[LiveAct]) -> str | None:
    """Return the day that a meeting was last announced for, None where it was put off without one."""
    announced = [act for act in planned if act.act.kind in ("convene", "postpone")]
    announced.sort(
        key=lambda act: order_of(act.get("announced")) if act.get("announced") else order_of("0001")
    )
    for act in reversed(announced):
        if act.get("on") is not None:
            return str(act.get("on"))
        if act.act.kind == "postpone":
            return None
    return None


def _attendance_row(act: LiveAct, part: dict[str, Any]) -> Row:
    who = part.get("party") or part.get("organization") or part.get("person")
    fields = ("party", "organization", "person", "office", "capacity", "room")
    told = {name: part.get(name) for name in fields}
    return row(f"{act.id}/{who}", [act], **told, manner=part.get("manner", "in-person"))


def _participants(view: View, one: Row, attendance: Iterable[Row]) -> list[Row]:
    """Return the parties that took part: those that belonged to the body that day and came in a participating capacity.

    A guest of honour attends, and is no participant.
    """
    came = {row_["party"]: row_ for row_ in attendance if row_["party"] and row_["capacity"] in PARTICIPATING}
    if one["series"] is None or one["on"] is None:
        return []
    day = parse_when(one["on"]).latest
    there = view.asked_of(day) if day else view
    rules = rules_of(there, one["series"])
    found = []
    for party, own in participations(there, one["series"]).items():
        standings = [each for each in own.standings(there.on) if each.truth is Truth.YES and each.status]
        belongs = any(each.status in rules and rules[each.status].is_membership for each in standings)
        if party in came and belongs:
            acts = came[party]
            found.append({**acts, "id": party, "status": standings[0].status})
    return found


def _made_at(view: View, group: str, kind: str, name: str, meeting: str) -> list[Row]:
    """Return what was proposed, promised or said at a meeting or of it. What a preference rejects is kept, and says so."""
    ids = view.joined(meeting)
    acts = [act for act in view.acts(group, meeting) if act.act.kind == kind]
    at = [act for act in acts if act.get("meeting") in ids or set(ids) & set(act.get("about") or ())]
    return [
        row(
            act.get(name),
            [act],
            what=act.get("what"),
            by=act.get("by"),
            on=act.get("on"),
            rejected=act.is_rejected,
        )
        for act in at
    ]
