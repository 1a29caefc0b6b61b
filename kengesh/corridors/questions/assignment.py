"""The demand table on the network, where a row takes longer the more it carries.

Two answers: the user equilibrium, at which no shipper alone could find a quicker way, and the system optimum, which takes the least
hours in all; how much the first is worse than the second is the price of anarchy. Hours rise by the function of the US Bureau of
Public Roads, ``hours * (1 + rise * (flow / capacity) ** power)``, with its own rise of 0.15 and power of 4 unless others are given
(Bureau of Public Roads, Traffic Assignment Manual, 1964). It was made for roads: for railways, ports and borders it is an assumption.

All goods are one class: the hours are those of any goods on any vehicle, and with ``by="generalised"`` money is turned into hours at
the mean value of time of the goods, weighted by their volumes. A scale of reliability is not counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.pieces import ANYBODY, Shipper
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Demand
from kengesh.corridors.questions.asking import NotKnown, worth_of
from kengesh.corridors.questions.loading import Ground, ground_for
from kengesh.corridors.questions.rooms import scaled, told
from kengesh.corridors.questions.route import shares
from kengesh.corridors.solve.equilibrium import Equilibrium, system_optimum, user_equilibrium
from kengesh.corridors.solve.flow_prices import Demands
from kengesh.corridors.solve.shortest import distances
from kengesh.terms.messages import _

RISE, POWER = 0.15, 4.0
"""Bureau of Public Roads, Traffic Assignment Manual, 1964."""
GAP = 1e-6


@dataclass(frozen=True, slots=True)
class Load:
    """What a row carries in one direction in TEU a day, and the hours that passing it then takes."""

    row: str
    direction: str
    teu_per_day: float
    hours: float


@dataclass(frozen=True, slots=True)
class Loads:
    """One answer: the loads, the hours of all TEU of a day together, the mean hours of each demand, and how exact it is.

    `cost` is the sum that is compared: the hours, and with ``by="generalised"`` the money turned into hours.
    """

    loads: tuple[Load, ...]
    teu_hours: float
    cost: float
    hours_of: Mapping[str, float]
    gap: float
    reached: bool


@dataclass(frozen=True, slots=True)
class Assignment:
    """User equilibrium and system optimum of the demand that has a way on which what it takes is known.

    `free_hours` of each demand are those with nobody else on the way. `unassigned`: demand that has no such way. `unlimited`: rows of
    unknown capacity that carry something, on which no congestion was computed. `left_out`: rows of which what they take is not known.
    `usd_an_hour`: what an hour was taken to be worth; None where money was not counted. `rests_on`: the share of the TEU-hours, as they
    are with nobody else on the way, that rests on numbers of each basis.
    """

    user: Loads
    best: Loads
    volumes: Mapping[str, float]
    free_hours: Mapping[str, float]
    unassigned: tuple[str, ...]
    unlimited: tuple[str, ...]
    left_out: tuple[str, ...]
    lacking: tuple[Slot, ...]
    usd_an_hour: float | None
    rests_on: Mapping[str, float]
    rise: float
    power: float

    @property
    def price_of_anarchy(self) -> float:
        """How many times the least cost of all together the equilibrium costs."""
        return self.user.cost / self.best.cost if self.best.cost else 1.0

    def __str__(self) -> str:
        says = _(
            "{assigned:g} TEU a day, each on the way that is best for it, take {hours:,.0f} TEU-hours a day: "
            "{anarchy:.4f} times the least cost of all together."
        )
        assigned = sum(volume for key, volume in self.volumes.items() if key not in self.unassigned)
        parts = [says.format(assigned=assigned, hours=self.user.teu_hours, anarchy=self.price_of_anarchy)]
        if self.unlimited:
            says = _("No congestion is computed where no capacity is known: {rows}.")
            parts.append(says.format(rows=", ".join(self.unlimited)))
        if self.unassigned:
            says = _("Without a way whose hours are known, and not counted: {demand}.")
            parts.append(says.format(demand=", ".join(self.unassigned)))
        return " ".join(parts)


def assign(
    model: Model, by: str = "time", rise: float = RISE, power: float = POWER, gap: float = GAP
) -> Assignment:
    """Load the demand table. Raises NotKnown where there is none, a volume is lacking, or the worth of an hour."""
    volumes = volumes_of(model)
    usd_an_hour = worth_of_an_hour(model, volumes) if by == "generalised" else None
    ground = ground_for(model, ANYBODY, usd_an_hour, rise, power)
    wanted = demands_of(model, volumes)
    reached = _reached(ground, wanted)
    names = [key for key, there in zip(volumes, reached, strict=True) if there]
    there = Demands(wanted.origins[reached], wanted.destinations[reached], wanted.amounts[reached])
    user = _loads(ground, names, user_equilibrium(ground.graph, ground.costs, there, gap))
    best = _loads(ground, names, system_optimum(ground.graph, ground.costs, there, gap))
    used = {load.row for loads in (user, best) for load in loads.loads}
    unlimited = tuple(row for row in ground.unlimited if row in used)
    lacking = tuple(slot for row in unlimited for slot in model.numbers.lacking(Slot(row, "capacity")))
    return Assignment(
        user,
        best,
        volumes,
        _free_hours(ground, names, there),
        tuple(key for key in volumes if key not in names),
        unlimited,
        ground.left_out,
        lacking,
        usd_an_hour,
        _rests_on(model, user),
        rise,
        power,
    )


def _rests_on(model: Model, loads: Loads) -> dict[str, float]:
    passings = model.weights(ANYBODY).passings
    return shares(
        (piece.basis, piece.value * load.teu_per_day)
        for load in loads.loads
        for piece in passings[load.row, load.direction].pieces
        if not piece.is_money
    )


def volumes_of(model: Model) -> dict[str, float]:
    """Return what is to be carried, in TEU a day, by the row of the demand table. Raises NotKnown."""
    if not model.network.demands:
        says = _(
            "Not known: the network has no demand table (demand.csv), which says what is to be carried from where to where."
        )
        raise NotKnown(says, ())
    found = {
        key: model.numbers.of(key, "volume", commodity=row.commodity)
        for key, row in model.network.demands.items()
    }
    lacking = tuple(
        slot
        for key, one in found.items()
        if one is None
        for slot in model.numbers.lacking(Slot(key, "volume"))
    )
    if lacking:
        says = _(
            "Not known: the demand table does not say how much is to be carried. It would take: {numbers}."
        )
        raise NotKnown(says.format(numbers=told(lacking)), lacking)
    return {key: scaled(one) for key, one in found.items() if one is not None}


def worth_of_an_hour(model: Model, volumes: Mapping[str, float]) -> float:
    worths = {one: worth_of(model, Shipper(one)).of_time for one in {row.commodity for row in _rows(model)}}
    whole = sum(volumes.values())
    mean = (
        sum(worths[row.commodity] * volumes[row.demand_id] for row in _rows(model)) / whole if whole else 0.0
    )
    if mean <= 0:
        lacking = tuple(Slot(one, "value_of_time") for one in worths)
        says = _(
            "Not known: the hours of these goods are worth nothing, so money cannot be set beside them: {numbers}."
        )
        raise NotKnown(says.format(numbers=told(lacking)), lacking)
    return mean


def _rows(model: Model) -> tuple[Demand, ...]:
    return tuple(model.network.demands.values())


def demands_of(model: Model, volumes: Mapping[str, float]) -> Demands:
    rows = _rows(model)
    return Demands(
        np.array([model.compiled.start(row.from_place) for row in rows], dtype=np.int32),
        np.array([model.compiled.end(row.to_place) for row in rows], dtype=np.int32),
        np.array(list(volumes.values()), dtype=np.float64),
    )


def _reached(ground: Ground, wanted: Demands) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    free = ground.costs.costs(np.zeros(ground.graph.arcs))
    found = distances(ground.graph, free, wanted.origins)
    return np.asarray(np.isfinite(found[np.arange(len(wanted)), wanted.destinations]))


def _free_hours(ground: Ground, names: list[str], there: Demands) -> dict[str, float]:
    """Return the least hours of each demand with nobody else on the way."""
    found = distances(ground.graph, ground.costs.free + ground.hours_fixed, there.origins)
    hours = found[np.arange(len(there)), there.destinations]
    return dict(zip(names, hours.tolist(), strict=True))


def _loads(ground: Ground, names: list[str], found: Equilibrium) -> Loads:
    hours = found.times + ground.hours_fixed
    loads: dict[tuple[str, str], Load] = {}
    for row, direction, entry, counted in ground.entries:
        flow = float(found.flows[entry])
        if flow > 0:
            taken = hours[entry] if entry == counted else hours[entry] + hours[counted]
            before = loads.get((row, direction))
            flow += before.teu_per_day if before else 0.0
            loads[row, direction] = Load(row, direction, flow, float(taken))
    spent = np.bincount(found.demand_of, found.amounts * found.paths.sums(hours), minlength=len(names))
    carried = np.bincount(found.demand_of, found.amounts, minlength=len(names))
    means = {key: float(s / c) for key, s, c in zip(names, spent, carried, strict=True) if c}
    gap = found.gaps[-1] if found.gaps else 0.0
    return Loads(
        tuple(sorted(loads.values(), key=lambda one: (-one.teu_per_day, one.row, one.direction))),
        float(found.flows @ hours),
        found.total_cost,
        means,
        gap,
        found.reached,
    )
