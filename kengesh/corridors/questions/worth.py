"""What one more unit of room is worth at each row when the whole demand table has to pass: the prices of the path-flow programme.

All demand is sent at the least generalised cost (money, and hours at the mean value of time of the goods, weighted by their volumes)
through the rooms of all rows, both directions of a row together; what finds no room costs `unmet_usd` for a TEU. The price of a row is
by how many USD a day one more TEU a day of room there lowers the whole (see :mod:`~kengesh.corridors.solve.flow_prices`). With
``unmet_usd`` left out, the most is sent instead, and the price is in TEU a day.

Rows of unknown capacity are taken to be without limit, and named where something passes them: a price elsewhere may then be too high
or too low. Rows of which what they take is not known are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.pieces import ANYBODY
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.assignment import demands_of, volumes_of, worth_of_an_hour
from kengesh.corridors.questions.rooms import room_of
from kengesh.corridors.solve.flow_prices import PricedFlow, Rooms, greatest_throughput, least_cost_flow
from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class RoomWorth:
    """A row that is full: its capacity, and what one more TEU a day there is worth (USD a day, or TEU a day)."""

    row: str
    teu_per_day: float
    worth: float


@dataclass(frozen=True, slots=True)
class Worths:
    """The full rows, the worthiest first; what is sent and what is not, in TEU a day; the rows without a known capacity that are used.

    `total` is the cost in USD a day, what is not sent included, or the throughput in TEU a day.
    """

    rows: tuple[RoomWorth, ...]
    total: float
    sent: float
    unmet: Mapping[str, float]
    unlimited: tuple[str, ...]
    lacking: tuple[Slot, ...]
    unit: str

    def __str__(self) -> str:
        says = _("{sent:g} TEU a day find room, {unmet:g} do not.").format(
            sent=self.sent, unmet=sum(self.unmet.values())
        )
        rows = ", ".join(f"{one.row} {one.worth:.3g} {self.unit}" for one in self.rows)
        if rows:
            says += " " + _("One more TEU a day of room is worth: {rows}.").format(rows=rows)
        if self.unlimited:
            says += " " + _("Taken to be without limit, since no capacity is known: {rows}.").format(
                rows=", ".join(self.unlimited)
            )
        return says


def worth_of_room(model: Model, unmet_usd: float | None = None) -> Worths:
    """Say what room is worth. Raises NotKnown where there is no demand table, a volume is lacking, or the worth of an hour."""
    volumes = volumes_of(model)
    wanted = demands_of(model, volumes)
    hour = worth_of_an_hour(model, volumes) if unmet_usd is not None else 0.0
    graph, costs, rooms, names = _ground(model, hour)
    if unmet_usd is None:
        return _answer(model, greatest_throughput(graph, wanted, rooms), rooms, names, volumes, "TEU/day")
    found = least_cost_flow(graph, costs, wanted, rooms, unmet_usd)
    return _answer(model, found, rooms, names, volumes, "USD/day")


def _ground(model: Model, usd_an_hour: float) -> tuple[Graph, Floats, Rooms, list[str]]:
    """Return the open arcs of which what they take is known, what they cost, the rooms, and the rows that these are of."""
    weights, graph = model.weights(ANYBODY), model.compiled.graph
    unknown = weights.unknown_hours + (weights.unknown_usd if usd_an_hour else 0)
    kept = np.flatnonzero((weights.hours < CLOSED) & (unknown == 0))
    part = Graph.of(graph.nodes, graph.tails[kept], graph.heads[kept])
    subjects = [model.compiled.arcs[at].subject for at in kept.tolist()]
    names = list(dict.fromkeys(one for one in subjects if one))
    number = {row: at for at, row in enumerate(names)}
    arcs = np.array([at for at, one in enumerate(subjects) if one], dtype=np.int32)
    rows = np.array([number[one] for one in subjects if one], dtype=np.int32)
    told = [room_of(model, row, ANYBODY).teu_per_day for row in names]
    capacities = np.array([np.inf if one is None else one for one in told], dtype=np.float64)
    costs = weights.usd[kept] + usd_an_hour * weights.hours[kept]
    return part, costs, Rooms(capacities, rows, arcs, np.ones(len(arcs))), names


def _answer(
    model: Model, found: PricedFlow, rooms: Rooms, names: list[str], volumes: Mapping[str, float], unit: str
) -> Worths:
    full = [
        RoomWorth(names[at], float(rooms.capacities[at]), float(found.worth[at]))
        for at in np.flatnonzero(found.worth > 1e-9).tolist()
    ]
    used = np.flatnonzero((found.used > 1e-9) & np.isinf(rooms.capacities)).tolist()
    unlimited = tuple(names[at] for at in used)
    unmet = {key: float(one) for key, one in zip(volumes, found.unmet, strict=True) if one > 1e-9}
    return Worths(
        tuple(sorted(full, key=lambda one: (-one.worth, one.row))),
        found.total,
        float(found.amounts.sum()),
        unmet,
        unlimited,
        tuple(slot for row in unlimited for slot in room_of(model, row, ANYBODY).lacking),
        unit,
    )
