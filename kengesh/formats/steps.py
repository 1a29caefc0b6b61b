"""What a party is in a body, through all days: the same from one day on until the next on which an act changes it.

:meth:`kengesh.mechanism.participation.Participation.standings` works out one day anew each time that it is asked. What it
says can change only on a day that some act names, so it is asked once for each of these and remembered, and any day is then
looked up. The answer is the same, to the last field.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from kengesh.mechanism.participation import Participation, Standing, participation, participations
from kengesh.mechanism.view import View
from kengesh.terms.bounds import Bound
from kengesh.terms.dates import When, parse_when
from kengesh.terms.edtf import day_after

Standings = tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The standings of one party in one body: those of `found[i]` hold from the day `starts[i]` (an ordinal) on."""

    party: str
    body: str
    starts: Sequence[int]
    found: Sequence[Standings]

    def on(self, day: date) -> Standings:
        """Return what may be said of the party on a day."""
        return self.found[bisect_right(self.starts, day.toordinal()) - 1]

    def days(self) -> Iterator[date]:
        """Yield the days on which anything changes, in order."""
        return (date.fromordinal(start) for start in self.starts[1:])


def steps_of(view: View, party: str, body: str) -> Steps:
    """Return the steps of one party in one body."""
    key = ("steps", view.shown(party), view.shown(body))
    return view.once(key, lambda: _compiled(participation(view, party, body)))


def steps_in(view: View, body: str) -> dict[str, Steps]:
    """Return the steps of every party of which anything is said in a body."""
    body = view.shown(body)
    return view.once(("steps", body), lambda: _every(view, body))


def _every(view: View, body: str) -> dict[str, Steps]:
    every = participations(view, body)
    return {party: view.once(("steps", party, body), partial(_compiled, own)) for party, own in every.items()}


def _compiled(own: Participation) -> Steps:
    days = sorted({date.min, *_days_that_count(own)})
    starts: list[int] = []
    found: list[Standings] = []
    for day in days:
        standings = tuple(own.standings(day))
        if not found or standings != found[-1]:
            starts.append(day.toordinal())
            found.append(standings)
    return Steps(own.party, own.body, starts, found)


def _days_that_count(own: Participation) -> Iterator[date]:
    """Yield every day from which on an act of this participation can say something else."""
    for when in _whens(own):
        for bound in (when.change, when.start, when.end):
            yield from _edges(bound)


def _edges(bound: Bound) -> Iterator[date]:
    for day in (bound.earliest, bound.latest):
        if day is not None:
            yield day
            after = day_after(day)
            if after is not None:
                yield after


def _whens(own: Participation) -> Iterator[When]:
    acts = {act.id: act for spell in own.spells for act in (*spell.start.acts, *spell.ended_by)}
    acts |= {act.id: act for act in (*own.denials, *own.naming, *own.closing, *own.seen)}
    yield from map(parse_when, _dates(act.get("on") for act in acts.values()))
    yield from map(parse_when, _dates(day for act in acts.values() for day in act.attested))
    for spell in own.spells:
        for turn in (spell.start, *spell.ends):
            yield from turn.sides


def _dates(texts: Iterable[str | None]) -> Iterator[str]:
    return (text for text in texts if text is not None)
