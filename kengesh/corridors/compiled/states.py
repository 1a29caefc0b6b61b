"""The one compile step: a network's rows become a graph of states and arcs.

A state is where goods stand: at a place, on a mode, on a gauge, and, where a border is crossed within a place, on which side of it. An
arc is a link travelled one way, or a transfer or a crossing passed one way. So a change of gauge is an arc or there is none: a train
does not go on where no row says how. Every place has two more nodes, one from which all of its states are reached and one that is
reached from all of them, so that a route may begin and end on any mode.

All rows are compiled, whatever their status: what is closed or not yet built is so by its weight, and a scenario gives other
weights for the same graph. A scenario that adds rows appends their arcs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Crossing, Link, Place, Row, Transfer
from kengesh.corridors.solve.graph import Graph

START, END = "start", "end"


class State(NamedTuple):
    """Where goods stand. `mode` is ``start`` or ``end`` for the two nodes at which routes begin and end; `gauge` 0 off the rails."""

    place: str
    mode: str
    gauge: float = 0.0
    side: str = ""


class Arc(NamedTuple):
    """One way over one row; `subject` is the row's id, empty where a route begins or ends."""

    tail: State
    head: State
    subject: str
    direction: str


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """The graph of a network, and what its nodes and arcs stand for; `of_subject` has the arcs of each row."""

    graph: Graph
    states: tuple[State, ...]
    arcs: tuple[Arc, ...]
    number: Mapping[State, int]
    of_subject: Mapping[str, tuple[int, ...]]

    def start(self, place: str) -> int:
        """Return the node at which a route begins at a place."""
        return self.number[State(place, START)]

    def end(self, place: str) -> int:
        """Return the node at which a route ends at a place."""
        return self.number[State(place, END)]


def compile_network(network: Network) -> Compiled:
    """Return the graph of all rows of a network."""
    return _numbered(network.places, list(_arcs(network.rows, network.rows.values())))


def with_rows(compiled: Compiled, rows: Mapping[str, Row], added: Sequence[Row]) -> Compiled:
    """Return the graph with the arcs of more rows appended; `rows` are all rows, those too."""
    places = dict.fromkeys(state.place for state in compiled.states)
    places |= dict.fromkeys(row.id for row in added if isinstance(row, Place))
    travelled = [arc for arc in compiled.arcs if arc.subject]
    return _numbered(places, [*travelled, *_arcs(rows, added)])


def _numbered(places: Iterable[str], travelled: Sequence[Arc]) -> Compiled:
    """Return the graph of arcs, the arcs at which routes begin and end added."""
    stood = dict.fromkeys(state for arc in travelled for state in (arc.tail, arc.head))
    ends = [Arc(State(one.place, START), one, "", "") for one in stood]
    ends += [Arc(one, State(one.place, END), "", "") for one in stood]
    terminals = [State(place, mode) for place in places for mode in (START, END)]
    states = tuple(dict.fromkeys([*terminals, *stood]))
    number = {state: at for at, state in enumerate(states)}
    arcs = sorted([*travelled, *ends], key=lambda arc: number[arc.tail])
    tails = np.array([number[arc.tail] for arc in arcs], dtype=np.int32)
    heads = np.array([number[arc.head] for arc in arcs], dtype=np.int32)
    of_subject: dict[str, list[int]] = {}
    for at, arc in enumerate(arcs):
        if arc.subject:
            of_subject.setdefault(arc.subject, []).append(at)
    return Compiled(
        Graph.of(len(states), tails, heads),
        states,
        tuple(arcs),
        number,
        {subject: tuple(found) for subject, found in of_subject.items()},
    )


def _arcs(rows: Mapping[str, Row], wanted: Iterable[Row]) -> Iterator[Arc]:
    sides = _sides(rows)
    gauges = _gauges(rows)
    for row in wanted:
        if not isinstance(row, Link | Transfer | Crossing):
            continue
        for tail, head in _pairs(row, sides, gauges):
            yield Arc(tail, head, row.id, "forward")
            if row.direction == "both":
                yield Arc(head, tail, row.id, "back")


def _pairs(
    row: Link | Transfer | Crossing,
    sides: Mapping[tuple[str, str], str],
    gauges: Mapping[tuple[str, str], Sequence[float]],
) -> Iterator[tuple[State, State]]:
    """Yield the pairs of states between which a row leads, in its own direction."""
    if isinstance(row, Link):
        gauge = row.gauge_mm or 0.0
        ends = [
            State(place, row.mode, gauge, sides.get((place, row.id), ""))
            for place in (row.from_place, row.to_place)
        ]
        yield ends[0], ends[1]
        return
    modes = (row.mode, row.mode) if isinstance(row, Crossing) else (row.from_mode, row.to_mode)
    side = row.id if _within(row) else ""
    for one in _gauges_at(row.from_place, modes[0], row.from_gauge_mm, gauges):
        for other in _gauges_at(row.to_place, modes[1], row.to_gauge_mm, gauges):
            if one == other or not isinstance(row, Crossing) or row.from_gauge_mm or row.to_gauge_mm:
                yield State(row.from_place, modes[0], one), State(row.to_place, modes[1], other, side)


def _within(row: Transfer | Crossing) -> bool:
    """Whether a border is crossed within one place and on one gauge, so that the two sides of it have to be told apart."""
    return (
        isinstance(row, Crossing) and row.from_place == row.to_place and row.from_gauge_mm == row.to_gauge_mm
    )


def _sides(rows: Mapping[str, Row]) -> dict[tuple[str, str], str]:
    """Return the crossing beyond which a link lies, for the places and links of which that is so."""
    links = [row for row in rows.values() if isinstance(row, Link)]
    sides: dict[tuple[str, str], str] = {}
    for row in rows.values():
        if not isinstance(row, Crossing) or not _within(row):
            continue
        for link in links:
            if link.mode == row.mode and _is_beyond(rows, row, link):
                sides[row.from_place, link.id] = row.id
    return sides


def _is_beyond(rows: Mapping[str, Row], crossing: Crossing, link: Link) -> bool:
    at = crossing.from_place
    if at not in (link.from_place, link.to_place):
        return False
    if crossing.beyond:
        return link.id in crossing.beyond
    other = link.to_place if link.from_place == at else link.from_place
    return getattr(rows[other], "country", "") != getattr(rows[at], "country", "")


def _gauges(rows: Mapping[str, Row]) -> dict[tuple[str, str], list[float]]:
    """Return the gauges on which goods may stand at a place, by mode."""
    found: dict[tuple[str, str], list[float]] = {}
    for row in rows.values():
        if isinstance(row, Link):
            told = [(row.from_place, row.mode, row.gauge_mm), (row.to_place, row.mode, row.gauge_mm)]
        elif isinstance(row, Crossing):
            told = [(row.from_place, row.mode, row.from_gauge_mm), (row.to_place, row.mode, row.to_gauge_mm)]
        else:
            continue
        for place, mode, gauge in told:
            known = found.setdefault((place, mode), [])
            if (gauge is not None or mode != "rail") and (gauge or 0.0) not in known:
                known.append(gauge or 0.0)
    return found


def _gauges_at(
    place: str, mode: str, gauge: float | None, gauges: Mapping[tuple[str, str], Sequence[float]]
) -> Sequence[float]:
    if gauge is not None:
        return (gauge,)
    return gauges.get((place, mode)) or ((0.0,) if mode != "rail" else ())
