"""What each of some parties is in each of some bodies on a day.

A cell tells a party's status there, the code that it comes to (:mod:`kengesh.formats.overlap.codes`), since when, by which acts,
and whether the party *belongs*: in the narrow reading by a status that the charter ranks as membership, in the wide reading by
one that is called membership too (:mod:`kengesh.formats.readings`). That answer may be no, or yes, where the status is not known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kengesh.formats.overlap.codes import Code, Place, code_of, place_of
from kengesh.formats.readings import CALLED_MEMBERS, MEMBER, holds, sort_of
from kengesh.formats.steps import Standings, steps_of
from kengesh.mechanism.answers import order_of
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.participation import Standing, participation, rules_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party is in one body on a day.

    `status` is the status that it has, had last where it is withdrawn, or of which it is not known whether it has it; `truth` says
    whether it has one at all, `belongs` whether it belongs to the body.
    """

    party: str
    body: str
    code: str
    place: Place
    status: str | None
    truth: Truth
    belongs: Truth
    since: str | None
    until: str | None
    disputed: bool
    acts: tuple[LiveAct, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Parties by bodies on a day; `wide` says in which reading they belong."""

    on: date
    states: tuple[str, ...]
    bodies: tuple[str, ...]
    wide: bool
    cells: Mapping[tuple[str, str], Cell]

    def of_body(self, body: str, states: Sequence[str] | None = None) -> tuple[Cell, ...]:
        """Return what parties are in a body, by default all."""
        return tuple(self.cells[state, body] for state in (self.states if states is None else states))

    def belonging(self, states: Sequence[str]) -> list[tuple[Truth, ...]]:
        """Return for each body whether these parties belong to it: what the measures count."""
        return [tuple(cell.belongs for cell in self.of_body(body, states)) for body in self.bodies]

    def sharing(self, bodies: Sequence[str]) -> list[tuple[Truth, ...]]:
        """Return for each party whether it belongs to these bodies: the same, seen from the bodies."""
        return [tuple(self.cells[state, body].belongs for body in bodies) for state in self.states]

    def not_known(self) -> list[Cell]:
        """Return the cells of which it is not known whether the party belongs."""
        return [
            cell for body in self.bodies for cell in self.of_body(body) if cell.belongs is Truth.NOT_KNOWN
        ]


def grid_of(
    view: View,
    states: Sequence[str],
    bodies: Sequence[str],
    *,
    wide: bool = False,
    on: date | None = None,
) -> Grid:
    """Return who is what in which body on a day, by default that of the view; ids joined to another are shown by the first."""
    day = view.on if on is None else on
    parties = tuple(dict.fromkeys(map(view.shown, states)))
    places = tuple(dict.fromkeys(map(view.shown, bodies)))
    cells = {
        (party, body): cell_of(view, party, body, day, wide=wide) for party in parties for body in places
    }
    return Grid(day, parties, places, wide, cells)


def cell_of(view: View, party: str, body: str, on: date, *, wide: bool = False) -> Cell:
    """Return what one party is in one body on a day."""
    standings = steps_of(view, party, body).on(on)
    code, truth, telling = _decided(view, party, body, on, standings)
    only = telling[0] if len(telling) == 1 and _is_of(code, telling[0]) else None
    return Cell(
        party,
        body,
        code,
        place_of(code, rules_of(view, body)),
        only.status if only else None,
        truth,
        holds(standings, sort_of(view, body, MEMBER, wide=wide)),
        only.since if only else None,
        only.until if only else None,
        any(one.disputed for one in standings),
        tuple({act.id: act for one in telling for act in (*one.acts, *one.ended_by)}.values()),
    )


def _decided(
    view: View, party: str, body: str, on: date, standings: Standings
) -> tuple[str, Truth, Standings]:
    """Return the code that standings come to, whether that is a status, and the standings that say so.

    That there is none needs what a no needs for membership: who was known to begin as an observer later may have been a member
    before. Where acts of the body tell of observers or associates too, it needs that in the wide reading.
    """
    held = tuple(one for one in standings if one.truth is Truth.YES)
    if held:
        return code_of(held[0].status or ""), Truth.YES, held[:1]
    if not standings or any(one.truth is Truth.NOT_KNOWN for one in standings):
        return Code.NOT_KNOWN.value, Truth.NOT_KNOWN, standings
    wide = not sort_of(view, body, MEMBER).used.isdisjoint(CALLED_MEMBERS)
    truth = holds(standings, sort_of(view, body, MEMBER, wide=wide))
    over = [one for one in participation(view, party, body).history(on) if one.ended_by]
    if over:
        return Code.WITHDRAWN.value, truth, (max(over, key=_until),)
    return (Code.NONE if truth is Truth.NO else Code.NOT_KNOWN).value, truth, standings


def _is_of(code: str, one: Standing) -> bool:
    """Whether a code is of this status: it is held, it ended, or it is what is not known.

    What is denied, or was yet to begin, is not.
    """
    if code == Code.NOT_KNOWN.value:
        return one.truth is Truth.NOT_KNOWN
    return code != Code.NONE.value


def _until(one: Standing) -> tuple[bool, tuple[date, date, date, str]]:
    return one.until is not None, order_of(one.until)
