"""The shortest path, the second, the third, and so on, one at a time for as long as somebody asks. No path passes a node twice.

The paths not yet given are kept in parts, as Lawler does it: a part holds all paths that begin with the same arcs and do not go on
with certain others; its shortest path, once given, splits it (J. Y. Yen, Finding the K shortest loopless paths in a network,
Management Science 17, 1971; E. L. Lawler, A procedure for computing the K best solutions, Management Science 18, 1972). Paths that
differ by a parallel arc are different paths, which is why scipy.sparse.csgraph.yen, which gives nodes, is not what we use.

The search in a part waits until the part's bound comes up (D. Kurz and P. Mutzel, A sidetrack-based algorithm for finding the k
shortest simple paths, 2016). The bound comes from distances to the target, found once; where the way that gives the bound does not
run back into the part's own beginning it is the shortest path of the part, and no search is needed. Otherwise it is A* with those
distances.

Limits: lengths are compared in whole steps (see `steps`); equal ones come in the order of their arcs' numbers. Without an end the
number of paths can grow exponentially with the graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import inf

import numpy as np

from .graph import Floats, Graph
from .shortest import NO_ARC, Path, checked, path_of, reversed_tuple, trees_towards
from .steps import in_steps

Part = tuple[float, bool, tuple[int, ...], int, frozenset[int]]
"""Its bound; whether it must still be searched; its shortest path, or the beginning of all its paths where that is not known; how
many arcs of that are the beginning; the arcs that none of its paths go on with."""


def paths_in_order(graph: Graph, weights: Floats, source: int, target: int) -> Iterator[Path]:
    """All loopless paths, the shortest first. Raises BadWeight. The only path from a node to itself has no arcs."""
    weights = checked(graph, weights)
    if source == target:
        yield Path((), 0.0)
        return
    parts = _parts(graph, weights, source, target)
    parts.offer((), [source], 0.0, frozenset())
    while parts.waiting:
        _, searched, arcs, fixed, banned = heappop(parts.waiting)
        if searched:
            parts.search(arcs, banned)
            continue
        yield path_of(weights, arcs)
        parts.split(arcs, fixed, banned)


def _parts(graph: Graph, weights: Floats, source: int, target: int) -> _Parts:
    counts = in_steps(weights).counts.astype(np.float64)
    counts[counts < 0] = np.inf
    tree = trees_towards(graph, counts, [target])
    lists = graph.tails.tolist(), graph.heads.tolist(), graph.starts.tolist(), counts.tolist()
    return _Parts(source, target, *lists, tree.distances[0].tolist(), tree.arcs[0].tolist())


@dataclass(slots=True)
class _Parts:
    """The parts that wait; the graph in lists, which Python reads faster one by one; `left` from each node, and the arc onward."""

    source: int
    target: int
    tails: list[int]
    heads: list[int]
    starts: list[int]
    lengths: list[float]
    left: list[float]
    onward: list[int]
    waiting: list[Part] = field(default_factory=list)

    def split(self, arcs: tuple[int, ...], fixed: int, banned: frozenset[int]) -> None:
        """Every other path of the part leaves this one at some node from the part's beginning on."""
        passed = self._passed(arcs)
        gone = sum(self.lengths[arc] for arc in arcs[:fixed])
        for place in range(fixed, len(arcs)):
            without = banned | {arcs[place]} if place == fixed else frozenset((arcs[place],))
            self.offer(arcs[:place], passed[: place + 1], gone, without)
            gone += self.lengths[arcs[place]]

    def offer(self, begun: tuple[int, ...], passed: list[int], gone: float, banned: frozenset[int]) -> None:
        """Let a part wait: with its shortest path where the way onward is free, else with the bound; not at all where it is empty."""
        barred = set(passed)
        best, first = self._best_arc(passed[-1], barred, banned)
        if first == NO_ARC:
            return
        rest = self._free_way(first, barred)
        heappush(self.waiting, (gone + best, rest is None, begun + (rest or ()), len(begun), banned))

    def search(self, begun: tuple[int, ...], banned: frozenset[int]) -> None:
        """Find the shortest path of a part by A* (Hart, Nilsson and Raphael 1968); it waits again, with the path."""
        passed = self._passed(begun)
        root, barred = passed[-1], set(passed)
        start = float(sum(self.lengths[arc] for arc in begun))
        best, by_arc = {root: start}, dict[int, int]()
        heap = [(start + self.left[root], root)]
        while heap:
            bound, node = heappop(heap)
            if node == self.target:
                rest = self._walk_back(by_arc, root)
                heappush(self.waiting, (bound, False, begun + rest, len(begun), banned))
                return
            if bound > best[node] + self.left[node]:
                continue
            for arc in range(self.starts[node], self.starts[node + 1]):
                head, there = self.heads[arc], best[node] + self.lengths[arc]
                if there >= best.get(head, inf) or head in barred or (node == root and arc in banned):
                    continue
                if there + self.left[head] < inf:
                    best[head], by_arc[head] = there, arc
                    heappush(heap, (there + self.left[head], head))

    def _passed(self, arcs: tuple[int, ...]) -> list[int]:
        return [self.source, *(self.heads[arc] for arc in arcs)]

    def _best_arc(self, node: int, barred: set[int], banned: frozenset[int]) -> tuple[float, int]:
        best, first = inf, NO_ARC
        for arc in range(self.starts[node], self.starts[node + 1]):
            through = self.lengths[arc] + self.left[self.heads[arc]]
            if through < best and arc not in banned and self.heads[arc] not in barred:
                best, first = through, arc
        return best, first

    def _free_way(self, first: int, barred: set[int]) -> tuple[int, ...] | None:
        """The way along the tree to the target, or None where it runs into a node already passed."""
        arcs, node = [first], self.heads[first]
        while node != self.target:
            arc = self.onward[node]
            node = self.heads[arc]
            if node in barred:
                return None
            arcs.append(arc)
        return tuple(arcs)

    def _walk_back(self, by_arc: dict[int, int], root: int) -> tuple[int, ...]:
        arcs, node = list[int](), self.target
        while node != root:
            arcs.append(by_arc[node])
            node = self.tails[by_arc[node]]
        return reversed_tuple(arcs)
