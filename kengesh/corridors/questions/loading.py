"""The graph on which a demand table is loaded: a row of known capacity is one arc for both directions, which all who pass share.

From either end an arc leads into the row, one arc through it, and one out at the other end. What a direction takes more than the
other, and money, is paid on the way in; the hours that both take rise with the flow of both.

A row passed between several pairs of states, as a transfer for every gauge, has such an arc for each pair: those pairs do not share
its room. What lacks hours (or, where money counts, its money) is left out: a flow would rush to where nobody told what it takes. A
row of unknown capacity takes the same hours at any flow. A row with no room is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.questions.rooms import room_of
from kengesh.corridors.solve.arc_costs import ArcCosts
from kengesh.corridors.solve.graph import Floats, Graph


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """`costs` in hours; `usd` as the hours that they are worth is a part of what is fixed, `hours_fixed` the rest of it.

    `entries`: the arc by which a row is entered in a direction, and the arc on which its flow is counted. `unlimited`: the rows of
    unknown capacity; `left_out`: those of which what they take is not known.
    """

    graph: Graph
    costs: ArcCosts
    hours_fixed: Floats
    entries: tuple[tuple[str, str, int, int], ...]
    unlimited: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """An arc to be: its ends, its hours at no flow, its capacity, what is fixed, and the row that is entered by it."""

    tail: int
    head: int
    free: float = 0.0
    capacity: float = np.inf
    hours_fixed: float = 0.0
    money: float = 0.0
    row: str = ""
    direction: str = ""
    counted: int = -1


def ground_for(
    model: Model, shipper: Shipper, usd_an_hour: float | None, rise: float, power: float
) -> Ground:
    """Return the graph of the open rows; money counts at `usd_an_hour`, not at all where that is None."""
    weights = model.weights(shipper)
    unknown = weights.unknown_hours + (weights.unknown_usd if usd_an_hour else 0)
    usable = (weights.hours < CLOSED) & (unknown == 0)
    lines: list[_Line] = []
    unlimited: list[str] = []
    nodes = model.compiled.graph.nodes
    for row, arcs in model.compiled.of_subject.items():
        open_arcs = [at for at in arcs if usable[at]]
        if not open_arcs:
            continue
        room = room_of(model, row, shipper).teu_per_day
        if room is None:
            unlimited.append(row)
        money = weights.usd / usd_an_hour if usd_an_hour else np.zeros_like(weights.usd)
        for pair in _pairs(model, open_arcs):
            lines += _lines(model, pair, weights.hours, money, room, nodes)
            nodes += 0 if room is None else 2
    graph = model.compiled.graph
    ends = [at for at, arc in enumerate(model.compiled.arcs) if not arc.subject]
    lines += [_Line(int(graph.tails[at]), int(graph.heads[at])) for at in ends]
    left_out = [key for key in model.open_rows if _lacks(model, unknown, key)]
    return _laid(nodes, lines, rise, power, tuple(unlimited), tuple(left_out))


def _lacks(model: Model, unknown: Floats, row: str) -> bool:
    return bool(unknown[list(model.compiled.of_subject.get(row, ()))].any())


def _pairs(model: Model, arcs: list[int]) -> list[list[int]]:
    """Return the arcs of a row by the two states between which they lead."""
    found: dict[frozenset[int], list[int]] = {}
    graph = model.compiled.graph
    for at in arcs:
        found.setdefault(frozenset((int(graph.tails[at]), int(graph.heads[at]))), []).append(at)
    return list(found.values())


def _lines(
    model: Model, pair: list[int], hours: Floats, money: Floats, room: float | None, nodes: int
) -> Iterator[_Line]:
    graph, arcs = model.compiled.graph, model.compiled.arcs
    if room == 0:
        return
    free = min(float(hours[at]) for at in pair)
    if room is not None:
        yield _Line(nodes, nodes + 1, free, room)
    for at in pair:
        tail, head, paid = int(graph.tails[at]), int(graph.heads[at]), float(money[at])
        row, direction = arcs[at].subject, arcs[at].direction
        if room is None:
            yield _Line(tail, head, float(hours[at]), money=paid, row=row, direction=direction)
            continue
        more = float(hours[at]) - free
        yield _Line(tail, nodes, 0.0, np.inf, more, paid, row, direction, counted=nodes)
        yield _Line(nodes + 1, head)


def _laid(
    nodes: int,
    lines: list[_Line],
    rise: float,
    power: float,
    unlimited: tuple[str, ...],
    left_out: tuple[str, ...],
) -> Ground:
    lines = sorted(lines, key=lambda one: one.tail)
    ends = [np.array([getattr(one, end) for one in lines], dtype=np.int32) for end in ("tail", "head")]
    free, capacity, hours_fixed, money = (
        np.array([getattr(one, name) for one in lines], dtype=np.float64)
        for name in ("free", "capacity", "hours_fixed", "money")
    )
    same = np.ones(len(lines))
    costs = ArcCosts.of(free, rise * same, capacity, power * same, hours_fixed + money)
    through = {one.tail: at for at, one in enumerate(lines) if not one.row}
    entries = [
        (one.row, one.direction, at, at if one.counted < 0 else through[one.counted])
        for at, one in enumerate(lines)
        if one.row
    ]
    return Ground(Graph.of(nodes, *ends), costs, hours_fixed, tuple(entries), unlimited, left_out)
