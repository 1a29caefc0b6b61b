"""With and without: what a scenario changes, as a pair of models drawn together.

Both models take the same draws, so a difference is what the edits change and nothing else: where no edit touches the way, it is
exactly zero. Where the two ways lack different numbers of hours their difference is not known, and is not told: two lower bounds
have none. Told are P10, P50 and P90 of the difference, how often it is less, the same and more; for each pair and each state, and
under three ideas of what shippers do, side by side. Who loses is told as who gains is.

The share of each edit is its Shapley value: the mean, over all orders in which the edits could be made, of what it adds
(L. S. Shapley, "A value for n-person games", 1953). Up to :data:`MOST_EXACT` edits all sets of them are computed; beyond that,
orders drawn by chance, and said so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.simulation import (
    LACKING,
    STRUCTURES,
    Simulation,
    Spread,
    column_name,
    spread_of,
    states_column,
)
from kengesh.corridors.runs.chance import uniforms
from kengesh.corridors.runs.job import Columns
from kengesh.corridors.solve.graph import Floats

WITHOUT, WITH = 0, 1
MOST_EXACT = 6  # edits: 64 sets of them
ORDERS = 64  # drawn where there are more


@dataclass(frozen=True, slots=True)
class Difference:
    """Hours with, less hours without: how they spread, and in which share of the draws they are less, the same, more."""

    spread: Spread
    less: float
    same: float
    more: float

    @property
    def is_zero(self) -> bool:
        """Whether it is exactly zero in every draw: no computed change."""
        return self.same == 1.0


@dataclass(frozen=True, slots=True)
class PairChange:
    """What changes for one pair: hours without and with, and the difference, by structure; None where it is not known.

    `lacking` are the numbers that would settle it. Hours are None where no route leads.
    """

    asked: Asked
    without: Mapping[str, Spread | None]
    with_: Mapping[str, Spread | None]
    difference: Mapping[str, Difference | None]
    lacking: tuple[Slot, ...] = ()

    @property
    def is_cut_off(self) -> bool:
        """Whether there is a route without the edits, and none with them."""
        return self._has(self.without) and not self._has(self.with_)

    @property
    def is_joined(self) -> bool:
        """Whether there is a route with the edits, and none without them."""
        return self._has(self.with_) and not self._has(self.without)

    @staticmethod
    def _has(hours: Mapping[str, Spread | None]) -> bool:
        return any(one is not None for one in hours.values())


@dataclass(frozen=True, slots=True)
class StateChange:
    """What changes for a state: the mean difference over the pairs that begin or end there (by structure; empty for none, None
    where that of a pair is not known), and in which share of draws goods that may re-route pass it, without and with, over all pairs.
    """

    state: str
    pairs: int
    difference: Mapping[str, Difference | None]
    passed_without: float
    passed_with: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a scenario changes, for pairs and for states."""

    pairs: tuple[PairChange, ...]
    states: tuple[StateChange, ...]
    draws: int
    seed: int

    @property
    def is_zero(self) -> bool:
        """Whether nothing changes for any pair."""
        return all(one is not None and one.is_zero for pair in self.pairs for one in pair.difference.values())


def paired(without: Model, with_: Model, pairs: Sequence[Asked], seed: int, draws: int) -> Simulation:
    """Return the pair of models as one job: every draw is taken for both."""
    return Simulation((without, with_), tuple(pairs), seed, draws)


def compared(job: Simulation, columns: Columns) -> Comparison:
    """Return what the draws of a job made by :func:`paired` come to."""
    pairs = tuple(_pair(job, columns, number) for number in range(len(job.pairs)))
    states = tuple(_state(job, columns, state) for state in job.states)
    told = tuple(one for one in states if one.pairs or one.passed_without or one.passed_with)
    return Comparison(pairs, told, job.draws, job.seed)


def difference_of(values: Floats) -> Difference:
    """Return how a difference spreads, and how often it has which sign."""
    shares = [float(np.mean(which)) for which in (values < 0, values == 0, values > 0)]
    return Difference(spread_of(values), shares[0], shares[1], shares[2])


def shapley(
    edits: Sequence[str], value: Callable[[frozenset[str]], float], seed: int = 0
) -> dict[str, float]:
    """Return the share of each edit in what all of them change; `value` gives what a set of them changes, 0 for none.

    The shares add up to the value of all edits.
    """
    if len(edits) <= MOST_EXACT:
        return {one: _exact(edits, one, value) for one in edits}
    known: dict[frozenset[str], float] = {}

    def once(chosen: frozenset[str]) -> float:
        if chosen not in known:
            known[chosen] = value(chosen)
        return known[chosen]

    sums = dict.fromkeys(edits, 0.0)
    for order in _orders(edits, seed):
        made: frozenset[str] = frozenset()
        for one in order:
            sums[one] += once(made | {one}) - once(made)
            made |= {one}
    return {one: total / ORDERS for one, total in sums.items()}


def _exact(edits: Sequence[str], one: str, value: Callable[[frozenset[str]], float]) -> float:
    others = [edit for edit in edits if edit != one]
    total = 0.0
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            gain = value(frozenset({*chosen, one})) - value(frozenset(chosen))
            total += gain / (len(edits) * comb(len(others), size))
    return total


def _orders(edits: Sequence[str], seed: int) -> Iterable[list[str]]:
    """Yield orders by chance, each with its reverse, which halves what chance adds."""
    for row in uniforms(seed, edits, 0, ORDERS // 2):
        order = [edits[at] for at in np.argsort(row)]
        yield order
        yield order[::-1]


def _hours(columns: Columns, model: int, pair: int, structure: str) -> Floats:
    return columns[column_name(model, pair, structure)]


def _pair(job: Simulation, columns: Columns, pair: int) -> PairChange:
    each = [{one: _hours(columns, model, pair, one) for one in STRUCTURES} for model in (WITHOUT, WITH)]
    return PairChange(
        job.pairs[pair],
        {one: _spread(each[WITHOUT][one]) for one in STRUCTURES},
        {one: _spread(each[WITH][one]) for one in STRUCTURES},
        {
            one: difference_of(each[WITH][one] - each[WITHOUT][one])
            if _comparable(job, columns, pair, one)
            else None
            for one in STRUCTURES
        },
        _lacking(job, pair),
    )


def _spread(hours: Floats) -> Spread | None:
    return spread_of(hours) if np.isfinite(hours).all() else None


def _comparable(job: Simulation, columns: Columns, pair: int, structure: str) -> bool:
    """Whether the hours of both models lack the same numbers, so that what is lacking falls out of their difference."""
    if job.apart(WITHOUT, pair) or job.apart(WITH, pair):
        return False
    without, with_ = (job.lacking(model, pair) for model in (WITHOUT, WITH))
    if structure == "committed":
        return without[0] == with_[0]
    if structure == "rerouting":
        codes = [_hours(columns, model, pair, LACKING) for model in (WITHOUT, WITH)]
        return bool(np.array_equal(codes[WITHOUT], codes[WITH]))
    hours = [_hours(columns, model, pair, structure) for model in (WITHOUT, WITH)]
    unchanged = without == with_ and bool(np.array_equal(hours[WITHOUT], hours[WITH]))
    return unchanged or len({*without, *with_}) == 1


def _lacking(job: Simulation, pair: int) -> tuple[Slot, ...]:
    """Return the numbers that one of the models lacks and the other does not."""
    if job.apart(WITHOUT, pair) or job.apart(WITH, pair):
        return ()
    without, with_ = (frozenset().union(*job.lacking(model, pair)) for model in (WITHOUT, WITH))
    return tuple(sorted(without ^ with_))


def _state(job: Simulation, columns: Columns, state: str) -> StateChange:
    places = job.models[WITH].network.places
    own = [
        number
        for number, asked in enumerate(job.pairs)
        if state in (places[asked.origin].country, places[asked.destination].country)
    ]
    difference: dict[str, Difference | None] = {}
    for one in STRUCTURES if own else ():
        if all(_comparable(job, columns, pair, one) for pair in own):
            gained = [_hours(columns, WITH, pair, one) - _hours(columns, WITHOUT, pair, one) for pair in own]
            difference[one] = difference_of(np.mean(gained, axis=0))
        else:
            difference[one] = None
    name, bit = states_column(job.states.index(state))
    passed = [
        float(
            np.mean([(columns[column_name(model, pair, name)] & bit) > 0 for pair in range(len(job.pairs))])
        )
        for model in (WITHOUT, WITH)
    ]
    return StateChange(state, len(own), difference, passed[WITHOUT], passed[WITH])
