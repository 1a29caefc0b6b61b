"""A few distinct routes for each of many pairs: the shortest, and good ones that leave it.

A plateau is a stretch that the shortest path tree out of the origin and the tree into the destination have in common (Cambridge Vehicle
Information Technology Ltd., Choice Routing, 2005). Who comes to a long plateau by the one tree and leaves it by the other drives a
route of which every short piece is a shortest path, so it does not look like a detour; it is judged as by I. Abraham, D. Delling, A. V.
Goldberg and R. F. Werneck, Alternative routes in road networks, ACM Journal of Experimental Algorithmics 18, 2013: not much longer than
the shortest (`stretch`), sharing little with the routes already taken (`sharing`), and optimal for a good part of it (`plateau`).

For all pairs together there are two trees a zone, and a block of pairs by nodes in which plateaus are found by comparing arcs. The
best candidates of each pair are taken in turn, by plateau length less route length.

Limits: a route that has no plateau, as between two equal shortest paths that part and meet in the middle of a detour, is not found; at
most `tries` candidates of a pair are looked at. All lengths are in the weights' unit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .graph import Floats, Graph, Ints
from .plateaus import Candidates, plateau_candidates
from .ragged import Paths, end_to_end, paths_into, paths_out_of, starts_of
from .shortest import Trees, checked, trees, trees_towards

BLOCK = 4_000_000
"""So many cells (pairs by nodes, or pairs by arcs) are looked at together."""
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rules:
    """When a route counts as another: at most `stretch` times the shortest, at most `sharing` of the shortest's length in common with
    the routes before it, a plateau of at least `plateau` times the shortest; at most `most` routes with the shortest, of `tries`."""

    stretch: float = 1.4
    sharing: float = 0.8
    plateau: float = 0.15
    most: int = 3
    tries: int = 8


@dataclass(frozen=True, slots=True, eq=False)
class Alternatives:
    """Pair i has the routes ``offsets[i]`` to ``offsets[i + 1]``, the shortest first; none where no way leads."""

    routes: Paths
    lengths: Floats
    offsets: Ints


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    graph: Graph
    weights: Floats
    out: Trees
    into: Trees
    rules: Rules


def alternatives(
    graph: Graph, weights: Floats, origins: Ints, destinations: Ints, rules: Rules | None = None
) -> Alternatives:
    """Distinct routes for each pair of an origin and a destination. Raises BadWeight."""
    weights = checked(graph, weights)
    sources, rows = np.unique(origins, return_inverse=True)
    targets, columns = np.unique(destinations, return_inverse=True)
    field = _Field(
        graph,
        weights,
        trees(graph, weights, sources),
        trees_towards(graph, weights, targets),
        rules or Rules(),
    )
    size = max(1, BLOCK // max(graph.nodes, graph.arcs, 1))
    blocks = [
        _block(field, rows[first : first + size], columns[first : first + size])
        for first in range(0, len(rows), size)
    ]
    return _together(weights, blocks)


def _together(weights: Floats, blocks: list[tuple[Paths, Numbers]]) -> Alternatives:
    sizes = np.concatenate([[0], *(counts for _, counts in blocks)])[1:].astype(np.int64)
    arcs = np.concatenate([np.zeros(0, dtype=np.int32), *(paths.arcs for paths, _ in blocks)])
    lengths = np.concatenate([np.zeros(0, dtype=np.int64), *(paths.sizes for paths, _ in blocks)])
    routes = Paths(arcs, starts_of(lengths))
    return Alternatives(routes, routes.sums(weights), starts_of(sizes))


def _block(field: _Field, rows: Numbers, columns: Numbers) -> tuple[Paths, Numbers]:
    """The routes of some pairs, pair by pair, and how many each has."""
    rules, ends = field.rules, field.into.roots[columns]
    shortest = field.out.distances[rows, ends]
    reached = np.flatnonzero(np.isfinite(shortest))
    paths = paths_out_of(field.graph, field.out, rows[reached], ends[reached])
    found = plateau_candidates(
        field.graph, field.out, field.into, rows, columns, shortest, rules.stretch, rules.plateau
    )
    found = _best(found, rules.tries)
    driven = _driven(field, found, rows, columns)
    sound = np.flatnonzero(_loopless(field.graph, driven))
    chosen, owners = _chosen(field, (paths, reached), (driven.taken(sound), found.pairs[sound]), shortest)
    return chosen.taken(np.argsort(owners, kind="stable")), np.bincount(owners, minlength=len(rows))


def _best(found: Candidates, tries: int) -> Candidates:
    """The best candidates of each pair, pair by pair, the best first."""
    order = np.lexsort((found.ends, found.lengths - found.plateaus, found.pairs))
    return found.taken(order[_ranks(found.pairs[order]) < tries])


def _ranks(pairs: Numbers) -> Numbers:
    """The place of each within its pair, where pairs stand in order."""
    places = np.arange(len(pairs))
    first = np.diff(pairs, prepend=-1) > 0
    return places - np.maximum.accumulate(np.where(first, places, 0))


def _driven(field: _Field, found: Candidates, rows: Numbers, columns: Numbers) -> Paths:
    first = paths_out_of(field.graph, field.out, rows[found.pairs], found.ends)
    return end_to_end(first, paths_into(field.graph, field.into, columns[found.pairs], found.ends))


def _loopless(graph: Graph, paths: Paths) -> NDArray[np.bool_]:
    """Whether a path comes to no node twice, nor back to its first."""
    first = np.flatnonzero(paths.sizes > 0)
    keys = np.concatenate(
        [
            paths.owners * graph.nodes + graph.heads[paths.arcs],
            first * graph.nodes + graph.tails[paths.arcs[paths.starts[first]]],
        ]
    )
    keys = np.sort(keys)
    sound = np.ones(len(paths), dtype=np.bool_)
    sound[keys[1:][np.diff(keys) == 0] // graph.nodes] = False
    return sound


def _chosen(
    field: _Field, shortest_paths: tuple[Paths, Numbers], candidates: tuple[Paths, Numbers], shortest: Floats
) -> tuple[Paths, Numbers]:
    """The shortest paths, then rank by rank those candidates that share little with what their pair has. With the pair of each."""
    chosen, owners = shortest_paths
    used = np.zeros((len(shortest), field.graph.arcs), dtype=np.bool_)
    used[owners[chosen.owners], chosen.arcs] = True
    count = np.bincount(owners, minlength=len(shortest))
    paths, pairs = candidates
    ranks = _ranks(pairs)
    for rank in range(int(ranks.max(initial=-1)) + 1):
        these = np.flatnonzero((ranks == rank) & (count[pairs] < field.rules.most))
        tried = paths.taken(these)
        common = np.where(used[pairs[these][tried.owners], tried.arcs], field.weights[tried.arcs], 0.0)
        shared = np.bincount(tried.owners, common, minlength=len(tried))
        good = these[shared <= field.rules.sharing * shortest[pairs[these]]]
        added = paths.taken(good)
        used[pairs[good][added.owners], added.arcs] = True
        count[pairs[good]] += 1
        chosen, owners = chosen.joined(added), np.concatenate([owners, pairs[good]])
    return chosen, owners
