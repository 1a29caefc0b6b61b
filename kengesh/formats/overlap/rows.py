"""The rows of answers about overlap: a cell, a measure, a pair, a group, a cover, a move.

A row about several cells rests on the acts of all of them, and is as sure as the least sure one that rests on any act.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kengesh.formats.overlap.grid import Cell, Grid
from kengesh.formats.overlap.groups import Group
from kengesh.formats.overlap.moves import Move
from kengesh.formats.overlap.pairs import Pair
from kengesh.formats.overlap.ranges import plain
from kengesh.mechanism.answers import BASES, Row, basis_of, row
from kengesh.mechanism.certainty import RANKS, certainty_of
from kengesh.terms.dates import Truth

MEASURES = ("joint", "either", "jaccard", "first_in_second", "second_in_first", "similarity")


def cell_row(cell: Cell) -> Row:
    """Return the row of one party in one body."""
    return row(
        f"{cell.body}/{cell.party}",
        cell.acts,
        disputed=cell.disputed,
        party=cell.party,
        body=cell.body,
        code=cell.code,
        status=cell.status,
        truth=cell.truth.value,
        belongs=cell.belongs.value,
        since=cell.since,
        until=cell.until,
    )


def resting_on(id_: str, cells: Iterable[Cell], **fields: Any) -> Row:
    """Return a row that rests on cells together."""
    every = list(cells)
    told = [cell.acts for cell in every if cell.acts]
    found = row(
        id_,
        [act for acts in told for act in acts],
        disputed=any(cell.disputed for cell in every),
        **fields,
    )
    sure = [one for one in map(certainty_of, told) if one is not None]
    basis = max((basis_of(acts) for acts in told), key=BASES.index, default=BASES[0])
    return {**found, "certainty": min(sure, key=RANKS.index, default=None), "basis": basis}


def pair_row(pair: Pair) -> Row:
    """Return the row of two parties, or of two bodies: every measure as a range."""
    return resting_on(
        f"{pair.first}/{pair.second}",
        (cell for both in pair.cells for cell in both),
        first=pair.first,
        second=pair.second,
        counted=pair.counted,
        not_known=pair.not_known,
        **_measures(pair),
    )


def group_row(grid: Grid, group: Group) -> Row:
    """Return the row of one exclusive group: its parties, those of which it is not known, its bodies."""
    return resting_on(
        "/".join([*group.states, *(f"{state}?" for state in group.open)]) or "-",
        (cell for body in group.bodies for cell in grid.of_body(body)),
        states=list(group.states),
        open=list(group.open),
        bodies=list(group.bodies),
        count=len(group.bodies),
    )


def cover_row(grid: Grid, place: int, bodies: tuple[str, ...]) -> Row:
    """Return the row of one cover: its bodies, and whom each of them covers."""
    covering = [cell for body in bodies for cell in grid.of_body(body) if cell.belongs is Truth.YES]
    covers = {body: [cell.party for cell in covering if cell.body == body] for body in bodies}
    return resting_on(f"cover/{place}", covering, bodies=list(bodies), covers=covers)


def move_row(move: Move) -> Row:
    """Return the row of a day on which what two parties share may have moved.

    It rests on what each place changed to; where nothing is known of that, on what it was.
    """
    cells = [one.after if one.after.acts else one.before for one in move.changed]
    changed = [
        {
            "party": one.after.party,
            "body": one.after.body,
            "before": _told(one.before),
            "after": _told(one.after),
            "acts": [act.id for act in cell.acts],
        }
        for one, cell in zip(move.changed, cells, strict=True)
    ]
    return resting_on(
        move.day.isoformat(),
        cells,
        day=move.day.isoformat(),
        changed=changed,
        counted=move.pair.counted,
        not_known=move.pair.not_known,
        **_measures(move.pair),
    )


def _measures(pair: Pair) -> dict[str, Any]:
    return {name: plain(getattr(pair, name)) for name in MEASURES}


def _told(cell: Cell) -> dict[str, Any]:
    return {"code": cell.code, "status": cell.status, "belongs": cell.belongs.value}
