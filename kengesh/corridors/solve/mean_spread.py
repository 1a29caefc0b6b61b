"""The path with the least ``mean + times * spread``, where variances add along the path and the spread is their sum's square root.

That value is not a sum over arcs, so the shortest of it is not found by one search. It falls towards the lower left of the plane of
means and variances and bends inward, so its least value stands at a corner of the lower hull of all paths, and each corner is the
shortest path by ``mean + price * variance`` for some price (E. Nikolova, J. A. Kelner, M. Brand and M. Mitzenmacher, Stochastic
shortest paths via quasi-convex maximization, 2006; E. Nikolova, Approximation algorithms for reliable stochastic combinatorial
optimization, 2010). Corners between two known ones are sought with the price at which those two are equal, and only where one could
still be better.

The second, the third and so on need not be corners. For those all paths are listed in the order of a lower bound: the spread lies
above its chord between the least variance there is and the greatest that a path among the best can have, and that bound is a sum
over arcs. The list ends when the bound passes the last of the best, or at a stated limit, after which the answer is not proven.

Limits: numbers of arcs are taken as independent. Corners can be many in theory (nodes to the power of the logarithm of nodes); on
networks of roads and railways they are few. All values are in the unit of the means; variances in its square.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from math import inf, sqrt

import numpy as np

from .graph import Floats, Graph
from .k_shortest import paths_in_order
from .shortest import checked, distances, shortest_path

SLACK = 1e-12
"""The relative difference below which two values are one, since the weights of a price are rounded."""


@dataclass(frozen=True, slots=True)
class SpreadPath:
    """A path with its `mean`, its `variance`, and the `value` it was sought by: mean plus times the spread."""

    arcs: tuple[int, ...]
    mean: float
    variance: float
    value: float

    @property
    def spread(self) -> float:
        """The standard deviation, in the unit of the mean."""
        return sqrt(self.variance)


@dataclass(frozen=True, slots=True)
class SpreadPaths:
    """The best, in order. `proven` is False where the list was cut short at `listed` paths and a better one may stand behind."""

    paths: tuple[SpreadPath, ...]
    proven: bool
    listed: int


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    graph: Graph
    mean: Floats
    variance: Floats
    source: int
    target: int
    times: float

    def valued(self, arcs: tuple[int, ...]) -> SpreadPath:
        mean, variance = (float(sum(row[list(arcs)].tolist())) for row in (self.mean, self.variance))
        return SpreadPath(arcs, mean, variance, mean + self.times * sqrt(variance))

    def by_price(self, mean: float, variance: float) -> SpreadPath | None:
        """The shortest path when a unit of the mean and a unit of the variance cost these."""
        found = shortest_path(self.graph, _priced(self, mean, variance), self.source, self.target)
        return None if found is None else self.valued(found.arcs)


def _priced(field: _Field, mean: float, variance: float) -> Floats:
    """Zero times infinity is not a number, so a closed arc is closed at every price."""
    closed = np.isinf(field.mean) | np.isinf(field.variance)
    open_mean, open_variance = np.where(closed, 0.0, field.mean), np.where(closed, 0.0, field.variance)
    return np.where(closed, np.inf, mean * open_mean + variance * open_variance)


def least_mean_spread(
    graph: Graph, mean: Floats, variance: Floats, source: int, target: int, times: float
) -> SpreadPath | None:
    """The path with the least mean plus `times` its spread, or None where no way leads. Raises BadWeight."""
    field = _field(graph, mean, variance, source, target, times)
    first, last = field.by_price(1.0, 0.0), field.by_price(0.0, 1.0)
    if first is None or last is None:
        return None
    best = min(first, last, key=_by_value)
    between = [(first, last)]
    while between:
        left, right = between.pop()
        corner = _corner(field, left, right, best.value)
        if corner is not None:
            best = min(best, corner, key=_by_value)
            between += [(left, corner), (corner, right)]
    return best


def mean_spread_paths(
    graph: Graph,
    mean: Floats,
    variance: Floats,
    source: int,
    target: int,
    times: float,
    count: int,
    limit: int = 5_000,
) -> SpreadPaths:
    """The `count` paths with the least mean plus `times` their spread; lists at most `limit` paths. Raises BadWeight."""
    field = _field(graph, mean, variance, source, target, times)
    best = least_mean_spread(graph, mean, variance, source, target, times)
    if best is None or count < 1:
        return SpreadPaths((), True, 0)
    kept = {best.arcs: best}
    for path in islice(paths_in_order(graph, _priced(field, 1.0, 0.0), source, target), count):
        kept[path.arcs] = field.valued(path.arcs)
    return _listed(field, kept, count, limit)


def _field(graph: Graph, mean: Floats, variance: Floats, source: int, target: int, times: float) -> _Field:
    if not 0 <= times < inf:
        raise ValueError(f"the value of spread is {times}; it is zero or more, and finite")
    return _Field(graph, checked(graph, mean), checked(graph, variance), source, target, times)


def _by_value(path: SpreadPath) -> tuple[float, float, tuple[int, ...]]:
    return path.value, path.mean, path.arcs


def _corner(field: _Field, left: SpreadPath, right: SpreadPath, best: float) -> SpreadPath | None:
    """The corner of the hull farthest below the line between two, or None where there is none or none could be the best."""
    rise, fall = right.mean - left.mean, left.variance - right.variance
    if rise < 0 or fall <= 0 or left.mean + field.times * sqrt(right.variance) >= best:
        return None
    found = field.by_price(fall, rise)
    if found is None:
        return None
    line = fall * left.mean + rise * left.variance
    return found if fall * found.mean + rise * found.variance < line * (1 - SLACK) else None


def _listed(field: _Field, kept: dict[tuple[int, ...], SpreadPath], count: int, limit: int) -> SpreadPaths:
    """List by the chord below the spread until it passes the last of the best."""
    bound = _Chord.below(
        field, nsmallest(count, kept.values(), key=_by_value)[-1].value if len(kept) >= count else inf
    )
    best = nsmallest(count, kept.values(), key=_by_value)
    listed = 0
    for path in _by_chord(field, bound):
        if len(best) == count and bound.value(path) > best[-1].value * (1 + SLACK):
            return SpreadPaths(tuple(best), True, listed)
        if listed == limit:
            return SpreadPaths(tuple(best), False, listed)
        listed += 1
        kept[path.arcs] = path
        best = nsmallest(count, {each.arcs: each for each in (*best, path)}.values(), key=_by_value)
    return SpreadPaths(tuple(best), True, listed)


@dataclass(frozen=True, slots=True)
class _Chord:
    """``base + price * variance`` is at most times the spread, for all variances that a path among the best can have."""

    base: float
    price: float

    @classmethod
    def below(cls, field: _Field, last: float) -> _Chord:
        """The chord from the least variance of any path to that at which even the least mean comes to `last`."""
        ends = [field.source]
        least = float(distances(field.graph, _priced(field, 0.0, 1.0), ends)[0, field.target])
        mean = float(distances(field.graph, _priced(field, 1.0, 0.0), ends)[0, field.target])
        if field.times == 0 or last == inf:
            return cls(field.times * sqrt(least), 0.0)
        spread = (last - mean) / field.times
        # The chord's slope is 1 / (the sum of both spreads); a little less keeps it below in spite of rounding.
        price = (1 - SLACK) * field.times / max(sqrt(least) + spread, 1e-150)
        return cls(field.times * sqrt(least) - price * least, price)

    def value(self, path: SpreadPath) -> float:
        return path.mean + self.base + self.price * path.variance


def _by_chord(field: _Field, chord: _Chord) -> Iterator[SpreadPath]:
    for path in paths_in_order(field.graph, _priced(field, 1.0, chord.price), field.source, field.target):
        yield field.valued(path.arcs)
