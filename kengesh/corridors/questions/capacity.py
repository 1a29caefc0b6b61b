"""How much can pass from one place to another in a day: the greatest flow, the narrowest cut, and what one more unit there is worth.

A row's capacity is one, whichever way it is passed. What nobody told is first taken to be nothing and then to be without limit: the
greatest flow lies between the two, and is known where they agree.

The flow is sought over arcs (:mod:`~kengesh.corridors.solve.flows`). Where no row is used beyond its room by all of its arcs together
that is the answer, and its cut is `proven` to be the narrowest. Where one is, as may be by places that a route has to pass, the
linear programme over paths gives the value, in which the arcs of a row share its room, and the rows told are those whose room has
a price there (:mod:`~kengesh.corridors.solve.flow_prices`). A way that goes to a place it has to pass and comes back as it went passes
it too, and uses the room twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isclose, isinf

import numpy as np
from numpy.typing import NDArray

from kengesh.corridors.compiled.layers import Layers, layers_of
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.apart import Unreachable, kept_apart
from kengesh.corridors.questions.asking import Asked, barred
from kengesh.corridors.questions.rooms import Room, room_of, told
from kengesh.corridors.questions.route import shares
from kengesh.corridors.solve.flow_prices import Demands, PricedFlow, Rooms, greatest_throughput
from kengesh.corridors.solve.flows import UnboundedFlow, greatest_flow
from kengesh.corridors.solve.graph import Floats, Graph, Ints
from kengesh.corridors.solve.shortest import shortest_path
from kengesh.terms.messages import _

NO_ROW = -1
LITTLE = 1e-6  # TEU a day: so little that it only tells cuts of one width apart
MORE = 1.0  # TEU a day: the one more unit whose worth is told


@dataclass(frozen=True, slots=True)
class Bound:
    """A greatest flow in TEU a day, infinite where a way without limit leads there, and the narrowest cuts nearest either end."""

    teu_per_day: float
    near_origin: tuple[str, ...] = ()
    near_destination: tuple[str, ...] = ()
    proven: bool = True


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """A row that binds, and the TEU a day that can pass more for one more of room there.

    Where the bottleneck is several rows long, one more at each alone is worth nothing. Where the cut is not proven, the worth is the
    row's price in the linear programme: never more than that.
    """

    room: Room
    worth: float


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much can pass: at least and at most; the rows that bind, the flow by row and direction of the most, and what is lacking."""

    asked: Asked
    least: Bound
    most: Bound
    bottleneck: tuple[Bottleneck, ...]
    flows: Mapping[tuple[str, str], float]
    lacking: tuple[Slot, ...]

    @property
    def known(self) -> bool:
        """Whether it is the same whatever the capacities are that nobody told."""
        return _same(self.least.teu_per_day, self.most.teu_per_day)

    @property
    def rests_on(self) -> dict[str, float]:
        """The share of the room of the rows that bind that rests on numbers of each basis."""
        rooms = (one.room for one in self.bottleneck)
        return shares(
            (room.number.basis, room.teu_per_day or 0.0) for room in rooms if room.number is not None
        )

    @property
    def teu_per_day(self) -> float | None:
        """The greatest flow; None where it is not known."""
        return self.most.teu_per_day if self.known else None

    def __str__(self) -> str:
        names = {"origin": self.asked.origin, "destination": self.asked.destination}
        least, most = self.least.teu_per_day, self.most.teu_per_day
        if self.known and isinf(most):
            return _("No row between {origin} and {destination} has a capacity.").format(**names)
        if self.known:
            says = _("{most:g} TEU a day can pass from {origin} to {destination}. What binds: {rows}.")
            return says.format(**names, most=most, rows=", ".join(one.room.row for one in self.bottleneck))
        if isinf(most):
            says = _(
                "Not known how much can pass from {origin} to {destination}: at least {least:g} TEU a day. It would take: {numbers}."
            )
        else:
            says = _(
                "Not known how much can pass from {origin} to {destination}: {least:g} to {most:g} TEU a day. It would take: {numbers}."
            )
        return says.format(**names, least=least, most=most, numbers=told(self.lacking))


def capacity_between(model: Model, asked: Asked) -> Capacity:
    """Say how much can pass. Raises Unreachable, LookupError; ValueError for the way from a place to itself."""
    for place in (asked.origin, asked.destination, *asked.via):
        model.network.place(place)
    ground = _ground(model, asked)
    if shortest_path(ground.graph, np.zeros(ground.graph.arcs), ground.start, ground.end) is None:
        raise Unreachable(asked, kept_apart(model, asked))
    limits = ground.capacities(inf)
    least, most = _greatest(ground, ground.capacities(0.0)), _greatest(ground, limits)
    lacking = _lacking(ground, least.bound.teu_per_day, most.bound.teu_per_day)
    bottleneck = tuple(Bottleneck(ground.rooms[row], worth) for row, worth in _binding(ground, limits, most))
    return Capacity(asked, least.bound, most.bound, bottleneck, _by_row(model, ground, most.flows), lacking)


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """The arcs that may be travelled, in layers; the row of each among `rooms`, and its arc in the network's graph."""

    graph: Graph
    start: int
    end: int
    row_of: Ints
    arc_of: Ints
    rooms: tuple[Room, ...]

    def capacities(self, unknown: float) -> Floats:
        """The room at each row, with `unknown` where nobody told it."""
        return np.array([unknown if one.teu_per_day is None else one.teu_per_day for one in self.rooms])

    def of_arcs(self, rows: Floats) -> Floats:
        """A number of the rows as one of the arcs; infinite where an arc is of no row."""
        return np.append(rows, inf)[self.row_of]


def _ground(model: Model, asked: Asked) -> _Ground:
    layers = layers_of(model.compiled, asked.origin, asked.destination, asked.via)
    hours = model.weights(asked.shipper).hours.copy()
    hours[barred(model, asked)] = CLOSED
    graph, kept = _open_part(layers, layers.spread(hours) < CLOSED)
    arc_of = layers.arc_of[kept]
    subjects = [model.compiled.arcs[at].subject if at >= 0 else "" for at in arc_of.tolist()]
    numbers = {row: at for at, row in enumerate(dict.fromkeys(one for one in subjects if one))}
    row_of = np.array([numbers.get(one, NO_ROW) for one in subjects], dtype=np.int32)
    rooms = tuple(room_of(model, row, asked.shipper) for row in numbers)
    return _Ground(graph, layers.start, layers.end, row_of, arc_of, rooms)


def _open_part(layers: Layers, usable: NDArray[np.bool_]) -> tuple[Graph, NDArray[np.intp]]:
    kept = np.flatnonzero(usable)
    graph = layers.graph
    return Graph.of(graph.nodes, graph.tails[kept], graph.heads[kept]), kept


@dataclass(frozen=True, slots=True, eq=False)
class _Greatest:
    """A greatest flow: on each arc, and the price of each row where the linear programme had to give it."""

    bound: Bound
    flows: Floats
    prices: Floats | None = None


def _greatest(ground: _Ground, limits: Floats) -> _Greatest:
    """Return the greatest flow with these capacities of the rows."""
    try:
        flow = greatest_flow(ground.graph, ground.of_arcs(limits), ground.start, ground.end)
    except UnboundedFlow:
        return _Greatest(Bound(inf), np.zeros(ground.graph.arcs))
    of_rows = ground.row_of != NO_ROW
    used = np.bincount(ground.row_of[of_rows], flow.flows[of_rows], minlength=len(limits))
    if np.all(used <= limits * (1 + 1e-9) + 1e-9):
        near, far = (
            _names(ground, _rows(ground, cut)) for cut in (flow.cut_near_source, flow.cut_near_target)
        )
        return _Greatest(Bound(flow.value, near, far), flow.flows)
    priced = _priced(ground, limits, flow.value)
    rows = _names(ground, np.flatnonzero(priced.worth > 0).tolist())
    return _Greatest(Bound(priced.total, rows, rows, proven=False), priced.arc_flows, priced.worth)


def _priced(ground: _Ground, limits: Floats, amount: float) -> PricedFlow:
    arcs = np.flatnonzero(ground.row_of != NO_ROW).astype(np.int32)
    ends = [np.array([node], dtype=np.int32) for node in (ground.start, ground.end)]
    rooms = Rooms(limits, ground.row_of[arcs], arcs, np.ones(len(arcs)))
    return greatest_throughput(ground.graph, Demands(ends[0], ends[1], np.array([amount])), rooms)


def _rows(ground: _Ground, arcs: tuple[int, ...]) -> list[int]:
    return list(dict.fromkeys(int(ground.row_of[at]) for at in arcs if ground.row_of[at] != NO_ROW))


def _names(ground: _Ground, rows: list[int]) -> tuple[str, ...]:
    return tuple(ground.rooms[row].row for row in rows)


def _binding(ground: _Ground, limits: Floats, most: _Greatest) -> list[tuple[int, float]]:
    """Return the rows that bind with what one more unit of room at each is worth."""
    named = {*most.bound.near_origin, *most.bound.near_destination}
    rows = [at for at, one in enumerate(ground.rooms) if one.row in named]
    if most.prices is not None:
        return [(row, float(most.prices[row])) for row in rows]
    return [(row, _gain(ground, limits, row, most.bound.teu_per_day)) for row in rows]


def _gain(ground: _Ground, limits: Floats, row: int, before: float) -> float:
    more = limits.copy()
    more[row] += MORE
    gain = greatest_flow(ground.graph, ground.of_arcs(more), ground.start, ground.end).value - before
    return round(gain, 9)


def _lacking(ground: _Ground, least: float, most: float) -> tuple[Slot, ...]:
    """Return the numbers to ask for first.

    Where there is no upper bound: the fewest that give one. Else those of the cut that is narrowest if what is not known is nothing:
    of such cuts the one with the fewest.
    """
    if _same(least, most):
        return ()
    unknown = np.array([one.number is None for one in ground.rooms])
    limits = unknown.astype(np.float64) if isinf(most) else ground.capacities(LITTLE)
    fewest = greatest_flow(ground.graph, ground.of_arcs(limits), ground.start, ground.end)
    rows = [ground.rooms[row] for row in _rows(ground, fewest.cut_near_source)]
    return tuple(dict.fromkeys(slot for room in rows for slot in room.lacking))


def _same(least: float, most: float) -> bool:
    return isclose(least, most, rel_tol=1e-9, abs_tol=1e-9)


def _by_row(model: Model, ground: _Ground, flows: Floats) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for at in np.flatnonzero((flows > 1e-9) & (ground.row_of != NO_ROW)).tolist():
        arc = model.compiled.arcs[int(ground.arc_of[at])]
        key = (arc.subject, arc.direction)
        found[key] = found.get(key, 0.0) + float(flows[at])
    return found
