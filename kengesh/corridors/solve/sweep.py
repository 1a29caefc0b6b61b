"""Shortest distances for many sets of weights at once, as the draws of an ensemble need them.

Nodes are swept in the order of their distances under the mean weights; each operation works on all draws of a node, so Python's part
of the work does not grow with the draws. A sweep visits the nodes before which something has changed, and sweeps go on until nothing
changes: this is label correcting (R. Bellman, On a routing problem, 1958), and its distances are those that Dijkstra's method
gives for each draw. The better the mean order fits the draws, the fewer the sweeps; a bad one costs time and not truth.

An arc is written down for a node only where it made a node's distance strictly less, so that the arcs written down form a tree in
every draw, also where weights are zero.

Distances are in the weights' unit; an infinite weight closes an arc in that draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .graph import Floats, Graph, Ints
from .ragged import Paths, starts_of
from .shortest import NO_ARC, BadWeight, distances, turned


@dataclass(frozen=True, slots=True, eq=False)
class DrawnTrees:
    """For each draw (row) the `distances` from the source, and the `arcs` by which nodes are reached; NO_ARC where none is."""

    graph: Graph
    distances: Floats
    arcs: Ints

    def paths_to(self, target: int) -> Paths:
        """The path of each draw; without arcs where the target is the source or not reached."""
        table = np.stack(self._steps(target)[::-1], axis=1)
        there = table != NO_ARC
        return Paths(table[there], starts_of(there.sum(axis=1)))

    def uses_towards(self, target: int) -> NDArray[np.int64]:
        """For each arc, in how many draws the best path to the target takes it."""
        uses = np.zeros(self.graph.arcs, dtype=np.int64)
        for step in self._steps(target):
            uses += np.bincount(step[step != NO_ARC], minlength=self.graph.arcs)
        return uses

    def _steps(self, target: int) -> list[Ints]:
        """The last arc of each draw's path, the last but one, and so on."""
        going = np.arange(len(self.arcs))
        nodes = np.full(len(going), target)
        steps = list[Ints]()
        while True:
            arcs = self.arcs[going, nodes]
            on = arcs != NO_ARC
            step = np.full(len(self.arcs), NO_ARC, dtype=np.int32)
            step[going[on]] = arcs[on]
            steps.append(step)
            going, nodes = going[on], self.graph.tails[arcs[on]]
            if not len(going):
                return steps


class _Into(NamedTuple):
    """The arcs into a node: `tails`, numbers, and the `weights` of each: one for each draw, or one that is the same in all."""

    tails: list[int]
    arcs: list[int]
    weights: list[Floats | float]


def distances_over_draws(
    graph: Graph, weights: Floats, source: int, nodes: ArrayLike | None = None
) -> Floats:
    """Distances from the source in each draw, a row for each, to all nodes or those asked for. `weights` are (draws, arcs).

    Raises BadWeight for the first draw and arc whose weight is negative or no number.
    """
    found = _swept(graph, weights, source, None)
    return np.ascontiguousarray((found if nodes is None else found[np.asarray(nodes)]).T)


def trees_over_draws(graph: Graph, weights: Floats, source: int) -> DrawnTrees:
    """The same with the arcs of the best paths. Raises BadWeight."""
    arcs = np.full((graph.nodes, len(weights)), NO_ARC, dtype=np.int32)
    found = _swept(graph, weights, source, arcs)
    return DrawnTrees(graph, found.T, arcs.T)


def _swept(graph: Graph, weights: Floats, source: int, by_arc: Ints | None) -> Floats:
    """Distances, nodes by draws."""
    weights = _checked(graph, weights)
    found = np.full((graph.nodes, len(weights)), np.inf)
    if not len(weights):
        return found
    found[source] = 0.0
    into = _into(graph, weights)
    order = _order(graph, weights, source)
    onward = _nodes_onward(graph)
    waiting = [False] * graph.nodes
    _wake(waiting, onward[source])
    while any(waiting):
        for node in order:
            if waiting[node]:
                waiting[node] = False
                if _improved(found, into[node], node, by_arc):
                    _wake(waiting, onward[node])
    return found


def _wake(waiting: list[bool], nodes: list[int]) -> None:
    for node in nodes:
        waiting[node] = True


def _improved(found: Floats, into: _Into, node: int, by_arc: Ints | None) -> bool:
    """Reach a node anew over all arcs into it, in all draws; say whether any of them gained."""
    through = [found[tail] + weight for tail, weight in zip(into.tails, into.weights, strict=True)]
    best = reduce(np.minimum, through)
    less = best < found[node]
    if not less.any():
        return False
    if by_arc is not None:
        # The last to be written stays: of equals the first.
        for row in range(len(through) - 1, -1, -1):
            np.putmask(by_arc[node], less & (through[row] == best), into.arcs[row])
    np.minimum(best, found[node], out=found[node])
    return True


def _into(graph: Graph, weights: Floats) -> list[_Into]:
    """The arcs into each node. An arc from a node to itself makes nothing shorter."""
    back = turned(graph)
    tails, arcs = back.graph.heads.tolist(), back.order.tolist()
    # On a real network few numbers vary: what does not is one number, which is not read again for every draw.
    held: list[Floats | float] = weights[0].tolist()
    varying = np.flatnonzero((weights != weights[0]).any(axis=0))
    for arc, column in zip(varying.tolist(), np.ascontiguousarray(weights.T[varying]), strict=True):
        held[arc] = column
    return [
        _Into(tails[a:b], arcs[a:b], [held[arc] for arc in arcs[a:b]])
        for a, b in pairwise(back.graph.starts.tolist())
    ]


def _checked(graph: Graph, weights: Floats) -> Floats:
    if weights.ndim != 2 or weights.shape[1] != graph.arcs:
        raise ValueError(
            f"weights over draws have a row for each draw and {graph.arcs} columns; these are {weights.shape}"
        )
    if weights.size and not weights.min() >= 0:
        draw, arc = (int(place) for place in np.argwhere(~(weights >= 0))[0])
        raise BadWeight(arc, float(weights[draw, arc]))
    return weights.astype(np.float64, copy=False)


def _order(graph: Graph, weights: Floats, source: int) -> list[int]:
    """Nodes by their distance under the mean weights; what only some draws reach comes last."""
    order: list[int] = np.argsort(distances(graph, weights.mean(axis=0), [source])[0], kind="stable").tolist()
    return order


def _nodes_onward(graph: Graph) -> list[list[int]]:
    heads, starts = graph.heads.tolist(), graph.starts.tolist()
    return [[head for head in heads[a:b] if head != node] for node, (a, b) in enumerate(pairwise(starts))]
