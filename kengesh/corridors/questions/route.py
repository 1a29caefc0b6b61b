"""The best route: its steps, what each takes, what the sum rests on, and what is lacking.

Hours are told as they are counted by the corridor monitoring of CAREC: running (or sailing) apart from stops, and the stops by
what they are for; "speed without delay" is the length over the running hours, "speed with delay" over all of them
(Asian Development Bank, CAREC Corridor Performance Measurement and Monitoring, annual reports).

A number that nobody told counts as nothing in a sum and is named: the sum is then a lower bound. A route is the best for sure only if
no other could be shorter were all that is lacking nothing: where one could, the answer names it, its lower bound, and the numbers
that would settle it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf, sqrt

import numpy as np

from kengesh.corridors.compiled.pieces import Piece
from kengesh.corridors.compiled.states import Arc
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Chosen, Slot
from kengesh.corridors.network.tables import BASES, Crossing, Link, Row
from kengesh.corridors.questions.apart import Unreachable, kept_apart
from kengesh.corridors.questions.asking import Asked, Search, search_for
from kengesh.corridors.solve.mean_spread import least_mean_spread
from kengesh.corridors.solve.shortest import shortest_path

RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Step:
    """One row passed in one direction: by which arc, from where to where, how long it is, and what that takes."""

    row: Row
    arc: Arc
    distance: Chosen | None
    pieces: tuple[Piece, ...]
    lacking: tuple[Slot, ...]
    emissions: Chosen | None

    @property
    def id(self) -> str:
        """The row's id."""
        return self.arc.subject

    @property
    def kind(self) -> str:
        """``link``, ``transfer`` or ``crossing``."""
        return (
            "link"
            if isinstance(self.row, Link)
            else "crossing"
            if isinstance(self.row, Crossing)
            else "transfer"
        )

    @property
    def hours(self) -> float:
        """What is known of its hours; no rule takes more away than there are."""
        return max(sum(one.value for one in self.pieces if not one.is_money), 0.0)

    @property
    def usd(self) -> float:
        """What is known of its money, per TEU."""
        return sum(one.value for one in self.pieces if one.is_money)

    @property
    def km(self) -> float:
        """Its length; 0 where it has none."""
        return self.distance.likely if self.distance else 0.0

    @property
    def grams_a_tonne(self) -> float | None:
        """CO2e of a tonne carried along it; None where its factor or its length is not known."""
        if self.kind != "link":
            return 0.0
        return self.emissions.likely * self.km if self.emissions and self.distance else None


@dataclass(frozen=True)
class Route:
    """The steps of a route in order, and their sums."""

    steps: tuple[Step, ...]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces of all steps."""
        return tuple(piece for step in self.steps for piece in step.pieces)

    @property
    def km(self) -> float:
        """Its length."""
        return sum(step.km for step in self.steps)

    @property
    def lacks_km(self) -> bool:
        """Whether the length of a link is lacking, so that its own is a lower bound."""
        return any(step.kind == "link" and step.distance is None for step in self.steps)

    @property
    def hours(self) -> float:
        """Its hours; a lower bound where :attr:`lacking_hours` is not empty."""
        return sum(step.hours for step in self.steps)

    @property
    def usd(self) -> float:
        """Its money per TEU; a lower bound where :attr:`lacking_usd` is not empty."""
        return sum(step.usd for step in self.steps)

    @property
    def spread(self) -> float:
        """The standard deviation of its hours; those of unknown spread add nothing.

        Different numbers are taken as independent; one that counts several times, as a rule at two rows does, is one number.
        """
        often = Counter((piece.sort, piece.slot) for piece in self.pieces if not piece.is_money)
        each = {(piece.sort, piece.slot): piece for piece in self.pieces if not piece.is_money}
        return sqrt(sum(times**2 * each[key].variance for key, times in often.items()))

    @property
    def without_spread(self) -> tuple[Slot, ...]:
        """The numbers of hours of which no source tells a range."""
        return tuple(one.slot for one in self.pieces if not one.is_money and not one.has_spread)

    @property
    def lacking(self) -> tuple[Slot, ...]:
        """The numbers that nobody told."""
        return tuple(dict.fromkeys(slot for step in self.steps for slot in step.lacking))

    @property
    def lacking_hours(self) -> tuple[Slot, ...]:
        """Those without which the hours are a lower bound."""
        return tuple(slot for slot in self.lacking if slot.quantity != "cost")

    @property
    def lacking_usd(self) -> tuple[Slot, ...]:
        """Those without which the money is a lower bound."""
        return tuple(slot for slot in self.lacking if slot.quantity == "cost")

    @property
    def kilograms_a_tonne(self) -> float | None:
        """CO2e of a tonne carried from end to end, in kilograms; None where a factor or a length is not known."""
        grams = [step.grams_a_tonne for step in self.steps]
        return None if None in grams else sum(one for one in grams if one is not None) / 1000

    @property
    def differing(self) -> tuple[Chosen, ...]:
        """The numbers of which sources differ."""
        return tuple(piece.number for piece in self.pieces if piece.number and piece.number.others)

    def hours_of(self, *sorts: str) -> float:
        """Return the hours that go to pieces of some sorts: running, dwell, queue, wait, opening, rule."""
        return sum(piece.value for piece in self.pieces if piece.sort in sorts)

    def rests_on(self, money: bool = False) -> dict[str, float]:
        """Return the share of the hours (or of the money) that rests on numbers of each basis; empty where there is none."""
        return shares((piece.basis, piece.value) for piece in self.pieces if piece.is_money == money)

    def states(self) -> tuple[str, ...]:
        """Return the ids of the places passed, in order."""
        places = (
            [self.steps[0].arc.tail.place, *(step.arc.head.place for step in self.steps)]
            if self.steps
            else []
        )
        return tuple(dict.fromkeys(places))


@dataclass(frozen=True, slots=True)
class Best:
    """The best route for what was asked; `value` is the measure asked for: hours, USD/TEU, or the generalised cost in USD/TEU.

    `rival` could be shorter if its lacking numbers were small. `sure` is the best of the routes on which nothing is lacking, where the
    route is none of them.
    """

    asked: Asked
    route: Route
    value: float
    rival: Route | None
    rival_value: float
    sure: Route | None = None
    sure_value: float = inf

    @property
    def is_settled(self) -> bool:
        """Whether no number that is lacking could make another route the best, or this one longer."""
        lacking = {"time": self.route.lacking_hours, "cost": self.route.lacking_usd}
        return self.rival is None and not lacking.get(self.asked.by, self.route.lacking)


def best_route(model: Model, asked: Asked) -> Best:
    """Return the best route. Raises Unreachable, NotKnown, LookupError."""
    search = search_for(model, asked)
    arcs = _best_arcs(asked, replace(search, mean=search.choosing))
    if arcs is None:
        raise Unreachable(asked, kept_apart(model, asked))
    route = route_of(model, asked, search.layers.arcs(arcs))
    times = 1.0 if asked.by == "generalised" else 0.0
    value = measure(search, arcs, times)
    bound = _best_arcs(asked, search)
    rival_value = measure(search, bound or arcs, times)
    rival = route_of(model, asked, search.layers.arcs(bound)) if bound and rival_value < value else None
    known = _best_arcs(asked, replace(search, mean=np.where(search.unknown > 0, np.inf, search.mean)))
    if known is None or not search.unknown[list(arcs)].any():
        return Best(asked, route, value, rival, rival_value)
    sure = route_of(model, asked, search.layers.arcs(known))
    return Best(asked, route, value, rival, rival_value, sure, measure(search, known, times))


def route_of(model: Model, asked: Asked, arcs: Iterable[int]) -> Route:
    """Return a path of arcs as a route of steps."""
    weights = model.weights(asked.shipper)
    steps = []
    for at in arcs:
        arc = model.compiled.arcs[at]
        if not arc.subject:
            continue
        passed = weights.passings[arc.subject, arc.direction]
        lacking = (*passed.lacking_hours, *passed.lacking_usd)
        row = model.open_rows[arc.subject]
        distance = model.numbers.of(arc.subject, "distance")
        steps.append(Step(row, arc, distance, passed.pieces, lacking, _emissions(model, row)))
    return Route(tuple(steps))


def measure(search: Search, arcs: Sequence[int], times: float = 1.0) -> float:
    """Return the measure of a path: the sum of its means, and `times` the square root of that of its variances."""
    which = list(arcs)
    return float(search.mean[which].sum()) + times * sqrt(float(search.variance[which].sum()))


def shares(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the share of a sum that each basis has, in the order published, derived, assumed, exercise."""
    sums = dict.fromkeys(BASES, 0.0)
    for basis, value in parts:
        sums[basis] += abs(value)
    whole = sum(sums.values())
    return {basis: value / whole for basis, value in sums.items() if value} if whole else {}


def _best_arcs(asked: Asked, search: Search) -> tuple[int, ...] | None:
    graph, start, end = search.layers.graph, search.layers.start, search.layers.end
    if asked.by == "generalised":
        spread = least_mean_spread(graph, search.mean, search.variance, start, end, 1.0)
        return None if spread is None else spread.arcs
    found = shortest_path(graph, search.mean, start, end)
    return None if found is None else found.arcs


def _emissions(model: Model, row: Row) -> Chosen | None:
    if not isinstance(row, Link):
        return None
    return model.numbers.of(row.link_id, "emissions") or model.numbers.of(row.mode, "emissions")
