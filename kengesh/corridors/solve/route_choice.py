"""Which share of consignments takes which route, by logit, for many pairs at once.

Routes of all pairs stand one behind the other; pair i has those from ``offsets[i]`` to ``offsets[i + 1]``, and may have none. Costs are
in any unit; `scale` is per that unit, the greater the more everybody takes the cheapest.

    share = exp(-scale * cost) / (sum of the same over the pair)                     multinomial logit (D. McFadden 1974)
    share = size * exp(-scale * cost) / (sum of the same)                            path-size logit with the weight 1
    size  = sum over the route's arcs of (length / the route's length) / (how many routes of the pair use the arc)

The path size (M. Ben-Akiva and M. Bierlaire, Discrete choice methods and their applications to short term travel decisions, 1999)
makes up for what plain logit gets wrong: two routes that share nearly everything count as little more than one. Its power `weight` is
to be estimated; 1 is the theory's, 0 is plain logit.

Limits: the factor L*/L of some later forms of the path size, which favours short routes, is left out. An infinite cost gives the share
zero; a pair in which all costs are infinite has no shares (all zero).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .graph import Floats, Ints
from .ragged import Paths


def logit_shares(costs: Floats, offsets: Ints, scale: float) -> Floats:
    """The share of each route within its pair."""
    weights, pairs, count = _weights(costs, offsets, scale)
    return _parted(weights, pairs, count)


def path_size_shares(
    costs: Floats, sizes: Floats, offsets: Ints, scale: float, weight: float = 1.0
) -> Floats:
    """The share of each route within its pair, when routes that overlap count less."""
    weights, pairs, count = _weights(costs, offsets, scale)
    return _parted(weights * sizes**weight, pairs, count)


def path_sizes(routes: Paths, lengths: Floats, offsets: Ints) -> Floats:
    """The size of each route: 1 where it shares no arc with another of its pair, 1/n where n routes are one and the same.

    `lengths` are those of the graph's arcs. A route without any length shares nothing and has the size 1.
    """
    pair_of_route = _pairs(offsets)
    arc_lengths = lengths[routes.arcs]
    whole = routes.sums(lengths)
    keys = pair_of_route[routes.owners] * len(lengths) + routes.arcs
    _, place, users = np.unique(keys, return_inverse=True, return_counts=True)
    sizes = np.bincount(routes.owners, arc_lengths / users[place], minlength=len(routes))
    return np.divide(sizes, whole, out=np.ones(len(routes)), where=whole > 0)


def logsum_costs(costs: Floats, offsets: Ints, scale: float) -> Floats:
    """What a pair's routes cost together, -log(sum of exp(-scale * cost)) / scale: less than the cheapest, as choice has a value.

    Infinity for a pair that has no route.
    """
    weights, pairs, count = _weights(costs, offsets, scale)
    sums = np.bincount(pairs, weights, minlength=count)
    with np.errstate(divide="ignore"):
        return np.asarray(_least(costs, offsets) - np.log(sums) / scale, dtype=np.float64)


def _weights(costs: Floats, offsets: Ints, scale: float) -> tuple[Floats, NDArray[np.int64], int]:
    """exp(-scale * (cost - the pair's least)), which cannot overflow; the pair of each route; how many pairs."""
    if not 0 < scale < np.inf:
        raise ValueError(f"the scale of a logit is {scale}; it is more than zero, and finite")
    if np.isnan(costs).any():
        raise ValueError(f"the cost of route {int(np.flatnonzero(np.isnan(costs))[0])} is not a number")
    pairs = _pairs(offsets)
    least = _least(costs, offsets)[pairs]
    there = np.isfinite(costs)
    beyond = np.subtract(costs, least, out=np.full(len(costs), np.inf), where=there)
    return np.exp(-scale * beyond), pairs, len(offsets) - 1


def _pairs(offsets: Ints) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))


def _least(costs: Floats, offsets: Ints) -> Floats:
    """The least cost of each pair. `reduceat` would give an empty pair its neighbour's, so pairs without routes are passed over."""
    least = np.full(len(offsets) - 1, np.inf)
    filled = np.flatnonzero(np.diff(offsets) > 0)
    if len(filled):
        least[filled] = np.minimum.reduceat(costs, offsets[filled])
    return least


def _parted(weights: Floats, pairs: NDArray[np.int64], count: int) -> Floats:
    sums = np.bincount(pairs, weights, minlength=count)[pairs]
    return np.divide(weights, sums, out=np.zeros(len(weights)), where=sums > 0)
