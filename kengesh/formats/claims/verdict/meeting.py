"""Meetings: held, where, on what day, by whom chaired; the numbered ones of a series, and the first of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kengesh.formats.claims.verdict.dating import same_day
from kengesh.formats.claims.verdict.found import Found, found
from kengesh.mechanism.answers import Row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import name_acts
from kengesh.mechanism.questions.chair import chair
from kengesh.mechanism.questions.meetings import acts_of, meeting_row, meetings
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, parse_when
from kengesh.terms.identifiers import is_state_code

HELD = {"held": Truth.YES, "not-held": Truth.NO, "cancelled": Truth.NO}
"""What the state of a meeting comes to. Planned, postponed: announced is never done, and that it was not held needs saying."""


def was_held(view: View, meeting: str, place: str | None, on: str | None) -> Found:
    """Say whether a meeting was held by the view's day; in a place or country; on a day."""
    row = meeting_row(view, meeting)
    truth = HELD.get(row["state"] or "", Truth.NOT_KNOWN)
    if truth is Truth.YES and place is not None:
        truth = _in_place(view, row, place)
    if truth is Truth.YES and on is not None:
        days = row["differing"].get("on") if row["on"] is None else [row["on"]]
        answers = {same_day(parse_when(on), parse_when(day)) for day in days or ()}
        truth = answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN
    return _found(view, row, meeting, truth)


def was_chaired(view: View, thing: str, by: str) -> Found:
    """Say whether a meeting, or a body on the view's day, was chaired by a person or a party."""
    row = meeting_row(view, thing)
    if row["state"] is None:
        return _chairs(view, thing, by)
    persons = [view.shown(row["chair"])] if row["chair"] else []
    parties = [party for person in persons for party in _came_for(view, thing, person)]
    if by in (*persons, *parties):
        return _found(view, row, thing, Truth.YES)
    told = persons if "/" not in by and not is_state_code(by) else parties
    return _found(view, row, thing, Truth.NO if told else Truth.NOT_KNOWN)


def is_first_of(view: View, meeting: str, series: str) -> Found:
    """Say whether a meeting is the first of a series: by its number, or since no other one can have come before."""
    row = meeting_row(view, meeting)
    if row["series"] is None or view.shown(row["series"]) != series or row["state"] != "held":
        return _found(view, row, meeting, Truth.NOT_KNOWN)
    if row["number"] is not None:
        acts, number = _acts(view, row), str(row["number"])
        return found(meeting, Truth.of(row["number"] == 1), acts, on=row["on"], number=number)
    earlier = [one for one in held_of(view, series) if _before(one, row)]
    return _found(view, row, meeting, Truth.NO if earlier else Truth.NOT_KNOWN)


def first_to_host(view: View, party: str, series: str) -> Found:
    """Say whether a party hosted the first meeting of a series."""
    first = next((one for one in held_of(view, series) if one["number"] == 1), None)
    if first is None or first["host"] is None:
        return found(party, Truth.NOT_KNOWN)
    host = view.shown(first["host"])
    return found(party, Truth.of(host == party), _acts(view, first), by=host, on=first["on"])


def numbered(view: View, series: str) -> list[Row]:
    """Return the numbered meetings of a series that were held by the view's day, in order; what prepared one has no number."""
    rows = [one for one in held_of(view, series) if one["number"] is not None]
    return sorted(rows, key=lambda one: int(one["number"]))


def held_of(view: View, series: str) -> list[Row]:
    """Return the meetings of a series that were held by the view's day."""
    rows = meetings(view, series)["answer"]
    return [
        one
        for one in rows
        if one["state"] == "held" and one["series"] and view.shown(one["series"]) == series
    ]


def acts_of_row(view: View, row: Row) -> list[LiveAct]:
    """Return the acts on which the row of a meeting rests."""
    return _acts(view, row)


def _found(view: View, row: Row, thing: str, truth: Truth) -> Found:
    acts = _acts(view, row)
    against = [act for act in view.acts("meeting", thing) if act.is_rejected and act.act.kind == "hold"]
    has = {name: row[name] for name in ("on", "place", "host", "chair", "state") if row[name]}
    return found(thing, truth, acts, against, **has)


def _acts(view: View, row: Row) -> list[LiveAct]:
    return [act for act in map(view.find, row["acts"]) if act is not None]


def _in_place(view: View, row: Row, place: str) -> Truth:
    """Say whether a meeting was in a place: its town, the state of its town, or the state that hosted it."""
    town = view.shown(row["place"]) if row["place"] else None
    of_town = {view.shown(act.get("of")) for act in name_acts(view, town) if act.get("of")} if town else set()
    host = {view.shown(row["host"])} if row["host"] else set()
    if place in {town, *of_town, *host}:
        return Truth.YES
    told = of_town or (host if town is None else set()) if is_state_code(place) else town
    return Truth.NO if told else Truth.NOT_KNOWN


def _came_for(view: View, meeting: str, person: str) -> list[str]:
    """Return the parties for which a person came to a meeting."""
    parts: Sequence[dict[str, Any]] = [
        part for act in acts_of(view, meeting) if act.act.kind == "attend" for part in act.get("attendances")
    ]
    mine = [part for part in parts if part.get("person") and view.shown(part["person"]) == person]
    return [view.shown(part["party"]) for part in mine if part.get("party")]


def _chairs(view: View, body: str, by: str) -> Found:
    answer = chair(view, body)
    rows = [one for one in answer["answer"] if one["truth"] == "yes"]
    acts = [act for one in rows for act in _acts(view, one)]
    named = {view.shown(one[name]) for one in rows for name in ("party", "person") if one[name]}
    if by in named:
        return found(body, Truth.YES, acts)
    told = [one["party"] for one in rows if is_state_code(by) and one["party"]]
    truth = Truth.NO if told else Truth.NOT_KNOWN
    return found(body, truth, acts, by=told[0] if told else None)


def _before(one: Row, other: Row) -> bool:
    if one["on"] is None or other["on"] is None or one["id"] == other["id"]:
        return False
    first, second = parse_when(one["on"]), parse_when(other["on"])
    return bool(first.latest and second.earliest and first.latest < second.earliest)
