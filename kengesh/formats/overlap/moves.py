"""How what two parties share moved: what it came to on every day on which the place of either in a body changed.

The bodies counted are the same on every day, also before a body was established and after it ceased; so what moves is what the
two did, and not what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kengesh.formats.overlap.grid import Cell, Grid, grid_of
from kengesh.formats.overlap.pairs import Pair, pair_of_states
from kengesh.formats.steps import steps_of
from kengesh.mechanism.view import View


@dataclass(frozen=True, slots=True)
class Change:
    """One party's place in one body before and after a day."""

    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True)
class Move:
    """What two parties share from a day on, and what changed on it; nothing for the day that was asked from."""

    day: date
    changed: tuple[Change, ...]
    pair: Pair


def moves_of(
    view: View,
    first: str,
    second: str,
    bodies: Sequence[str],
    *,
    start: date | None = None,
    end: date | None = None,
    wide: bool = False,
) -> list[Move]:
    """Return what two parties share on the first day, and on each later one on which that or a status of theirs changed.

    By default from the first day on which the record tells of either to the view's day. None where the end is before the start.
    """
    first, second = view.shown(first), view.shown(second)
    last = view.on if end is None else end
    days = sorted({day for body in bodies for party in (first, second) for day in _days(view, party, body)})
    begin = start if start is not None else next(iter(days), last)
    found: list[Move] = []
    before: Grid | None = None
    for day in [begin, *(one for one in days if one > begin)]:
        if day > last:
            break
        grid = grid_of(view, (first, second), bodies, wide=wide, on=day)
        changed = () if before is None else tuple(_changes(before, grid))
        if changed or before is None:
            found.append(Move(day, changed, pair_of_states(grid, first, second)))
            before = grid
    return found


def _days(view: View, party: str, body: str) -> Iterator[date]:
    return steps_of(view, party, body).days()


def _changes(before: Grid, after: Grid) -> Iterator[Change]:
    for key, cell in after.cells.items():
        was = before.cells[key]
        if (was.code, was.status, was.belongs) != (cell.code, cell.status, cell.belongs):
            yield Change(was, cell)
