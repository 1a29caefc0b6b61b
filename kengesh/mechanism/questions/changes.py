"""What changed in a body between two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.disputes import is_disputed
from kengesh.mechanism.participation import participations
from kengesh.mechanism.spells import Turn
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, When, begun, parse_day, parse_when, sort_key

DATED = {
    "establish": "established",
    "rename": "renamed",
    "dissolve": "dissolved",
    "assume-chair": "chair-assumed",
    "pass-chair": "chair-passed",
    "set-chair-rule": "chair-rule",
}


def changes(view: View, body: str, start: str, end: str) -> Answer:
    """Answer what changed in `body` after the day `start` and up to the day `end`: statuses, names, the chair.

    A change whose date allows days on both sides of a bound has ``truth`` not-known. Days given the other way round are put
    in order. Raises ValueError for an impossible day.
    """
    first, last = parse_day(start), parse_day(end)
    if last < first:
        first, last = last, first
    found = [*_status_changes(view, body, first, last), *_body_changes(view, body, first, last)]
    return answer([one for _when, one in sorted(found, key=lambda pair: sort_key(pair[0]))])


def _status_changes(view: View, body: str, first: date, last: date) -> list[tuple[When, Row]]:
    found = []
    for party in participations(view, body).values():
        for spell in party.spells:
            for change, turns in (("begins", [spell.start]), ("ends", spell.ends[:1])):
                found += [
                    row_
                    for turn in turns
                    for row_ in _turn_rows(party.party, spell.status, change, turn, first, last)
                ]
    return found


def _turn_rows(
    party: str, status: str, change: str, turn: Turn, first: date, last: date
) -> Iterator[tuple[When, Row]]:
    """Yield a row for every date that a change of status has: one, or several where sources differ and nothing decides."""
    for when in turn.sides:
        truth = _between(when, first, last)
        truth = truth if turn.day or truth is Truth.NO else Truth.NOT_KNOWN
        if truth is not Truth.NO:
            id_ = f"{party}/{status}/{change}/{when.text}"
            told: dict[str, Any] = {
                "party": party,
                "status": status,
                "change": change,
                "on": when.text,
                "truth": truth.value,
            }
            disputed = None if turn.day else True
            yield when, row(id_, turn.acts, disputed=disputed, **told)


def _body_changes(view: View, body: str, first: date, last: date) -> list[tuple[When, Row]]:
    found = []
    for act in [*view.acts("body", body), *view.acts("chair", body)]:
        if "on" in act.fields and act.get("body") in view.joined(body) and not act.is_rejected:
            when = parse_when(act.get("on"))
            truth = _between(when, first, last)
            if truth is not Truth.NO:
                party = act.get("party") or act.get("to")
                kind = DATED.get(act.act.kind, act.act.kind)
                found.append(
                    (
                        when,
                        row(
                            act.id,
                            [act],
                            party=party,
                            status=None,
                            change=kind,
                            on=when.text,
                            truth=truth.value,
                            disputed=is_disputed(act),
                        ),
                    )
                )
    return found


def _between(when: When, first: date, last: date) -> Truth:
    """Say whether a change falls after `first` and not after `last`."""
    return begun(when, last).and_(begun(when, first).not_())
