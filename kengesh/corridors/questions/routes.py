"""Several routes for one pair: the best, the next best and so on; those that no other beats; and which share takes which.

The shares are those of a path-size logit over the routes that are told (Ben-Akiva and Bierlaire 1999): of two routes that share most of
their way each counts for less. Its scale is a number of the goods (``choice_scale``, 1/USD), or is given with the question as an
assumption, in 1 over the unit of the measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.apart import Unreachable, kept_apart
from kengesh.corridors.questions.asking import Asked, NotKnown, Search, search_for
from kengesh.corridors.questions.route import Route, measure, route_of
from kengesh.corridors.solve.graph import Floats
from kengesh.corridors.solve.k_shortest import paths_in_order
from kengesh.corridors.solve.mean_spread import mean_spread_paths
from kengesh.corridors.solve.pareto import pareto_paths
from kengesh.corridors.solve.ragged import Paths, starts_of
from kengesh.corridors.solve.route_choice import path_size_shares, path_sizes
from kengesh.terms.messages import _

LOOKED_THROUGH = 400  # paths, in their order, among which distinct ones are sought
MOST_SHARED = 0.8  # of the hours of a route that another told before has too: beyond it the two are one
SCALE_PER_HOUR = 0.05
"""The assumed scale of choice by hours: of two routes one 20 hours longer is taken by e times fewer. No source; graded C."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A route, its measure (hours, USD/TEU, or generalised cost), and the share of consignments that takes it."""

    route: Route
    value: float
    share: float | None


@dataclass(frozen=True, slots=True)
class Routes:
    """Routes in their order. `proven` is False where the search for better ones was cut short."""

    asked: Asked
    routes: tuple[Alternative, ...]
    proven: bool = True


def best_routes(model: Model, asked: Asked, count: int, scale: float | None = None) -> Routes:
    """Return the `count` best routes, each with its share where a `scale` is given.

    Raises Unreachable, NotKnown, LookupError, ValueError.
    """
    _must_be_some(count)
    search = search_for(model, asked)
    found, proven = _in_order(search, asked, count)
    if not found:
        raise Unreachable(asked, kept_apart(model, asked))
    return Routes(asked, _told(model, asked, search, found, scale), proven)


def distinct_routes(model: Model, asked: Asked, count: int, scale: float | None = None) -> Routes:
    """Return up to `count` routes that differ: none has more than four fifths of its hours in common with one before it.

    They are sought among the best few hundred. Raises Unreachable, NotKnown, LookupError, ValueError.
    """
    _must_be_some(count)
    search = search_for(model, asked)
    kept = distinct_paths(search, count)
    if not kept:
        raise Unreachable(asked, kept_apart(model, asked))
    return Routes(asked, _told(model, asked, search, kept, scale))


def distinct_paths(search: Search, count: int) -> list[tuple[int, ...]]:
    """Return up to `count` paths of the layers that differ."""
    kept: list[tuple[int, ...]] = []
    for path in islice(_paths(search), LOOKED_THROUGH):
        own = sum(search.mean[list(path)])
        shared = (sum(search.mean[list(set(path) & set(other))]) for other in kept)
        if all(own == 0 or one / own <= MOST_SHARED for one in shared):
            kept.append(path)
        if len(kept) == count:
            break
    return kept


def unbeaten_routes(model: Model, asked: Asked, most: int = 200) -> Routes:
    """Return the routes that no other beats in money, hours and spread together. Raises NotKnown, Unreachable, LookupError.

    Where numbers of money are lacking on a route it is told with what is known of it: a lower bound.
    """
    search = search_for(model, asked)
    weights = model.weights(asked.shipper)
    spread = search.layers.spread
    closed = search.mean == CLOSED
    unknown = spread(weights.unknown_hours + weights.unknown_usd)
    criteria = [spread(weights.usd), spread(weights.hours), spread(weights.variance), unknown]
    found = pareto_paths(
        search.layers.graph,
        np.stack([np.where(closed, CLOSED, one) for one in criteria]),
        search.layers.start,
        search.layers.end,
        most,
    )
    if not found.paths:
        raise Unreachable(asked, kept_apart(model, asked))
    told = _told(model, asked, search, [path.arcs for path in found.paths], None)
    return Routes(asked, told, found.complete)


def choice_scale(model: Model, asked: Asked) -> float:
    """Return the scale of choice of the goods that are asked for, per unit of the measure. Raises NotKnown."""
    found = model.numbers.of(asked.shipper.commodity, "choice_scale")
    if found is None or asked.by == "time":
        slot = Slot(asked.shipper.commodity, "choice_scale")
        says = _(
            "Not known: no number says how strongly these goods choose the cheaper route ({number}). Give a scale with the question."
        )
        raise NotKnown(says.format(number=slot), (slot,))
    return found.likely


def sizes_of(search: Search, paths: Sequence[tuple[int, ...]]) -> Floats:
    """Return the path size of each path of one pair, by the means of its arcs."""
    lengths = np.where(search.mean == CLOSED, 0.0, search.mean)
    arcs = np.array([arc for path in paths for arc in path], dtype=np.int32)
    starts = starts_of(np.array([len(path) for path in paths]))
    return path_sizes(Paths(arcs, starts), lengths, np.array([0, len(paths)], dtype=np.int32))


def _must_be_some(count: int) -> None:
    if count < 1:
        raise ValueError(_("{count} routes: ask for one or more.").format(count=count))


def _paths(search: Search) -> Iterator[tuple[int, ...]]:
    found = paths_in_order(search.layers.graph, search.choosing, search.layers.start, search.layers.end)
    return (path.arcs for path in found)


def _in_order(search: Search, asked: Asked, count: int) -> tuple[list[tuple[int, ...]], bool]:
    if asked.by != "generalised":
        return list(islice(_paths(search), count)), True
    layers = search.layers
    found = mean_spread_paths(
        layers.graph, search.choosing, search.variance, layers.start, layers.end, 1.0, count
    )
    return [path.arcs for path in found.paths], found.proven


def _told(
    model: Model, asked: Asked, search: Search, paths: Sequence[tuple[int, ...]], scale: float | None
) -> tuple[Alternative, ...]:
    times = 1.0 if asked.by == "generalised" else 0.0
    values = np.array([measure(search, path, times) for path in paths])
    shares: list[float | None] = [None] * len(paths)
    if scale is not None:
        offsets = np.array([0, len(paths)], dtype=np.int32)
        shares = path_size_shares(values, sizes_of(search, paths), offsets, scale).tolist()
    return tuple(
        Alternative(route_of(model, asked, search.layers.arcs(path)), float(value), share)
        for path, value, share in zip(paths, values, shares, strict=True)
    )
