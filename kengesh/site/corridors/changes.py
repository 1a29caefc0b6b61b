"""What a scenario changes, computed once for all languages: pairs of models drawn together, and what needs no draws.

Kept are the answers asked for last. A pair of places between which no route leads on one side of the comparison cannot be drawn; it is
told apart from the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kengesh.corridors.model import Model
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import Comparison, compared, paired, shapley
from kengesh.corridors.questions.route import Best, best_route
from kengesh.corridors.questions.simulation import Simulation
from kengesh.corridors.scenarios.applying import apply, apply_some
from kengesh.corridors.scenarios.values import Scenario

KEPT = 24  # comparisons, a few kilobytes each beside the models that they share
MOST_DRAWS = 1_000  # on a page: half a second for five pairs
MOST_SHARED = 5  # edits whose shares are computed on a page: 32 models, each some 80 ms


@dataclass(frozen=True, eq=False)
class Sides:
    """The best route of one way without and with; None where no route leads there."""

    asked: Asked
    without: Best | None
    with_: Best | None

    @property
    def can_be_drawn(self) -> bool:
        """Whether a route leads there on both sides."""
        return self.without is not None and self.with_ is not None

    @property
    def is_known(self) -> bool:
        """Whether the difference in hours is known: both lack the same numbers, or none."""
        if self.without is None or self.with_ is None:
            return False
        return same_lacking(self.without, self.with_)

    @property
    def differ(self) -> bool:
        """Whether anything of the two routes differs by the numbers as they are told."""
        if self.without is None or self.with_ is None:
            return self.without is not self.with_
        return _told(self.without) != _told(self.with_)


@dataclass(frozen=True, eq=False)
class Drawn:
    """A job that was drawn, and what it comes to."""

    job: Simulation
    found: Comparison


@lru_cache(KEPT)
def edited(model: Model, scenario: Scenario) -> Model:
    """Return the model with the edits of a scenario and its parents. Raises ScenarioError."""
    return apply(model, scenario)


def sides_of(without: Model, with_: Model, ways: Sequence[Asked]) -> list[Sides]:
    """Return the best routes of ways, without and with. Raises NotKnown."""
    return [Sides(one, best_or_none(without, one), best_or_none(with_, one)) for one in ways]


@lru_cache(KEPT * 8)
def best_or_none(model: Model, asked: Asked) -> Best | None:
    """Return the best route, None where there is none. Raises NotKnown."""
    try:
        return best_route(model, asked)
    except Unreachable:
        return None


@lru_cache(KEPT)
def drawn(without: Model, with_: Model, pairs: tuple[Asked, ...], seed: int, draws: int) -> Drawn:
    """Draw a pair of models together; a route has to lead between every pair on both sides."""
    job = paired(without, with_, pairs, seed, draws)
    return Drawn(job, compared(job, job.part(0, draws)))


@lru_cache(KEPT)
def shares(model: Model, scenario: Scenario, pairs: tuple[Asked, ...]) -> dict[str, float]:
    """Return the share of each of a scenario's own edits in what they change, in hours, as a mean over the pairs.

    Measured by the best route with the numbers as they are told, each factor at its likeliest, so without draws.
    """
    without = {one: _hours(apply_some(model, scenario, ()), one) for one in pairs}
    known: dict[frozenset[str], float] = {frozenset(): 0.0}

    def changed(keys: frozenset[str]) -> float:
        if keys not in known:
            with_ = apply_some(model, scenario, keys)
            known[keys] = sum(_hours(with_, one) - hours for one, hours in without.items()) / len(pairs)
        return known[keys]

    return shapley(scenario.keys, changed, scenario.seed)


def same_lacking(first: Best, second: Best) -> bool:
    """Say whether two routes lack the same numbers of hours: two lower bounds that lack others have no difference."""
    return set(first.route.lacking_hours) == set(second.route.lacking_hours)


def _hours(model: Model, asked: Asked) -> float:
    return best_route(model, asked).route.hours


def _told(best: Best) -> tuple[object, ...]:
    route = best.route
    return tuple(step.id for step in route.steps), route.hours, route.usd, route.km, route.lacking
