"""Shortest distances, the trees that give them, and the shortest path from one node to another.

Underneath is Dijkstra's method (E. W. Dijkstra, A note on two problems in connexion with graphs, 1959) of scipy.sparse.csgraph, with
a Fibonacci heap. What is added: weights of zero and parallel arcs are right, since the sparse matrix is built from the graph's own
arrays and never converted (a conversion adds parallels up); a tree gives the arc by which a node is reached, the cheapest of
parallels, the first of equals; a negative weight or NaN is refused by the arc's number. An infinite weight closes an arc.

Distances are in the weights' unit; infinity where no way leads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from .graph import Floats, Graph, Ints

NO_ARC = -1
"""In a tree: the node is the tree's root, or is not reached."""


class BadWeight(ValueError):
    """A weight that no shortest path can be found with: negative, or not a number. It carries the `arc`."""

    def __init__(self, arc: int, weight: float) -> None:
        super().__init__(
            f"the weight of arc {arc} is {weight}; a weight is zero or more, or infinite where the arc is closed"
        )
        self.arc = arc
        self.weight = weight


@dataclass(frozen=True, slots=True)
class Path:
    """The arcs in the order of travel, and the sum of their weights; no arcs where a path ends where it begins."""

    arcs: tuple[int, ...]
    length: float

    def nodes(self, graph: Graph) -> tuple[int, ...]:
        """The nodes passed, first and last included; none for a path without arcs."""
        if not self.arcs:
            return ()
        return (int(graph.tails[self.arcs[0]]), *(int(graph.heads[arc]) for arc in self.arcs))


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """One row for each root: `distances` of all nodes and the `arcs` by which each is reached (or left, towards a root)."""

    roots: Ints
    distances: Floats
    arcs: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Turned:
    """The graph with every arc turned round: arc i of `graph` is arc ``order[i]`` of the graph it came from."""

    graph: Graph
    order: Ints


def distances(graph: Graph, weights: Floats, sources: ArrayLike) -> Floats:
    """Distances from each source to every node, one row for each source. Raises BadWeight."""
    return np.asarray(
        dijkstra(matrix(graph, checked(graph, weights)), indices=_roots(graph, sources)), dtype=np.float64
    )


def trees(graph: Graph, weights: Floats, sources: ArrayLike) -> Trees:
    """The shortest path tree out of each source, with the arc by which each node is reached. Raises BadWeight."""
    weights, roots = checked(graph, weights), _roots(graph, sources)
    found, before = dijkstra(matrix(graph, weights), indices=roots, return_predecessors=True)
    arcs = np.empty(found.shape, dtype=np.int32)
    for row in range(len(roots)):
        arcs[row] = _tree_arcs(graph, weights, before[row])
    return Trees(roots, found, arcs)


def trees_towards(graph: Graph, weights: Floats, targets: ArrayLike) -> Trees:
    """The shortest path tree into each target, with the arc by which each node is left. Raises BadWeight."""
    weights = checked(graph, weights)
    back = turned(graph)
    found = trees(back.graph, weights[back.order], targets)
    arcs = np.where(found.arcs == NO_ARC, NO_ARC, back.order[found.arcs]) if graph.arcs else found.arcs
    return Trees(found.roots, found.distances, arcs.astype(np.int32))


def shortest_path(graph: Graph, weights: Floats, source: int, target: int) -> Path | None:
    """The shortest path, or None where no way leads. Raises BadWeight."""
    weights, ends = checked(graph, weights), _roots(graph, [source, target])
    found, before = dijkstra(matrix(graph, weights), indices=ends[:1], return_predecessors=True)
    if not np.isfinite(found[0, target]):
        return None
    arcs, node = list[int](), target
    while node != source:
        tail = int(before[0, node])
        arcs.append(_cheapest(graph, weights, tail, node))
        node = tail
    return path_of(weights, reversed_tuple(arcs))


def _cheapest(graph: Graph, weights: Floats, tail: int, head: int) -> int:
    """Of parallel arcs the cheapest, and the first of equals."""
    out = range(int(graph.starts[tail]), int(graph.starts[tail + 1]))
    return min((arc for arc in out if graph.heads[arc] == head), key=lambda arc: float(weights[arc]))


def path_of(weights: Floats, arcs: tuple[int, ...]) -> Path:
    """The path of these arcs, its length added up in the order of travel."""
    return Path(arcs, float(sum(weights[list(arcs)].tolist())))


def reversed_tuple(arcs: list[int]) -> tuple[int, ...]:
    """Arcs found from the end, in the order of travel."""
    return tuple(reversed(arcs))


def turned(graph: Graph) -> Turned:
    """Turn every arc round. Arcs into one node keep their order."""
    order = np.argsort(graph.heads, kind="stable").astype(np.int32)
    return Turned(Graph.of(graph.nodes, graph.heads[order], graph.tails[order]), order)


def matrix(graph: Graph, weights: Floats) -> csr_array[np.float64, tuple[int, int]]:
    """The graph as scipy takes it. It must not be converted or sorted: parallel arcs would be added up."""
    return csr_array((weights, graph.heads, graph.starts), shape=(graph.nodes, graph.nodes))


def checked(graph: Graph, weights: Floats) -> Floats:
    """The weights as float64, one for each arc, none negative or NaN. Raises BadWeight, or ValueError for a wrong number."""
    weights = np.ascontiguousarray(weights, dtype=np.float64)
    if weights.shape != (graph.arcs,):
        raise ValueError(f"the graph has {graph.arcs} arcs, and {weights.shape} weights were given")
    # The least of numbers of which one is NaN is NaN, for which the comparison is false too.
    if weights.size and not weights.min() >= 0:
        arc = int(np.flatnonzero(~(weights >= 0))[0])
        raise BadWeight(arc, float(weights[arc]))
    return weights


def _roots(graph: Graph, nodes: ArrayLike) -> Ints:
    roots = np.atleast_1d(np.asarray(nodes)).astype(np.int32)
    if roots.size and (int(roots.min()) < 0 or int(roots.max()) >= graph.nodes):
        raise ValueError(
            f"the graph has the nodes 0 to {graph.nodes - 1}; asked for {roots.min()} to {roots.max()}"
        )
    return roots


def _tree_arcs(graph: Graph, weights: Floats, before: Ints) -> Ints:
    """From the node before each node to the arc. An arc written later takes the place of an earlier one, so the first come last."""
    marked = np.flatnonzero(before.take(graph.heads) == graph.tails)[::-1]
    heads = graph.heads.take(marked)
    arcs = np.full(graph.nodes, NO_ARC, dtype=np.int32)
    arcs[heads] = marked
    if len(marked) == np.count_nonzero(before >= 0):
        return arcs
    others = heads[arcs[heads] != marked]
    several = marked[np.isin(heads, others)]
    several = several[np.argsort(-weights[several], kind="stable")]
    arcs[graph.heads[several]] = several
    return arcs
