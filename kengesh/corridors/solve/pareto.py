"""The paths that no other path beats in every criterion: cheaper or quicker or surer than each of the rest in something.

A label is a path to a node with its sums; labels are settled in lexicographic order of what they come to at best at the target
(E. Q. V. Martins, On a multicriteria shortest path problem, 1984; NAMOA*: L. Mandow and J. L. Pérez de la Cruz, 2010, with the
best possible rest of every criterion found by Dijkstra backwards from the target). Because of that order the first criterion need
not be compared (F. J. Pulido, L. Mandow and J. L. Pérez de la Cruz, Dimensionality reduction in multiobjective shortest path
search, 2015), and every path is final when it is found, so that a search stopped early still gives none that is beaten.

Limits: of several paths with the same sums one is given. Sums are compared in whole steps (see `steps`), so decimals that are equal
on paper are equal here. The number of such paths can grow exponentially with the graph; `most` and `most_labels` stop the search,
and the answer says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .graph import Floats, Graph
from .shortest import NO_ARC, Path, checked, distances, reversed_tuple, turned
from .steps import in_steps

Counts = tuple[int, ...]
"""One whole number for each criterion."""


@dataclass(frozen=True, slots=True, eq=False)
class Pareto:
    """`values[i, c]` is the sum of criterion c along ``paths[i]``, whose length is the first; `complete` if nothing stopped it."""

    paths: tuple[Path, ...]
    values: Floats
    complete: bool


def pareto_paths(
    graph: Graph, weights: Floats, source: int, target: int, most: int = 1_000, most_labels: int = 1_000_000
) -> Pareto:
    """The unbeaten paths by the rows of `weights` (criteria, arcs), in the order of the first criterion, then the second, and so on.

    Raises BadWeight.
    """
    rows = np.stack([checked(graph, row) for row in weights])
    search = _search(graph, rows, source, target)
    complete = search.run(most, most_labels)
    found = [search.arcs_of(label) for label in search.arrived]
    values = np.array([rows[:, list(arcs)].sum(axis=1) for arcs in found]).reshape(len(found), len(rows))
    paths = tuple(Path(arcs, float(value[0])) for arcs, value in zip(found, values, strict=True))
    return Pareto(paths, values, complete)


def _search(graph: Graph, rows: Floats, source: int, target: int) -> _Search:
    counts = np.stack([in_steps(row).counts for row in rows])
    closed = np.any(counts < 0, axis=0)
    back = turned(graph)
    left = [distances(back.graph, np.where(closed, np.inf, row)[back.order], [target])[0] for row in counts]
    reaches = np.isfinite(left[0])
    useful = ~closed & reaches[graph.heads]
    return _Search(
        source=source,
        target=target,
        heads=graph.heads.tolist(),
        costs=[tuple(column) for column in counts.T.tolist()],
        onward=_useful_arcs(graph, useful),
        left=[tuple(column) for column in np.where(reaches, left, 0).astype(np.int64).T.tolist()],
        settled=[[] for _ in range(graph.nodes)],
        reaches=bool(reaches[source]),
    )


def _useful_arcs(graph: Graph, useful: NDArray[np.bool_]) -> list[list[int]]:
    starts = graph.starts.tolist()
    return [[arc for arc in range(first, end) if useful[arc]] for first, end in pairwise(starts)]


@dataclass(slots=True)
class _Search:
    """`settled` keeps for each node the sums, without the first, of its labels that beat each other in nothing."""

    source: int
    target: int
    heads: list[int]
    costs: list[Counts]
    onward: list[list[int]]
    left: list[Counts]
    settled: list[list[Counts]]
    reaches: bool
    arrived: list[int] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    """The label before and the arc taken from it; -1 and NO_ARC at the source."""

    def run(self, most: int, most_labels: int) -> bool:
        """Settle labels until none is left (True) or one of the limits is reached (False)."""
        if not self.reaches:
            return True
        self.labels.append((-1, NO_ARC))
        gone = (0,) * len(self.left[self.source])
        heap = [(self.left[self.source], 0, self.source, gone)]
        while heap:
            if len(self.arrived) >= most or len(self.labels) >= most_labels:
                return not any(self._open(node, bound, gone) for bound, _, node, gone in heap)
            bound, label, node, gone = heappop(heap)
            if not self._open(node, bound, gone):
                continue
            _keep(self.settled[node], gone[1:])
            if node == self.target:
                self.arrived.append(label)
                continue
            for arc in self.onward[node]:
                self._offer(heap, label, arc, gone)
        return True

    def arcs_of(self, label: int) -> tuple[int, ...]:
        """The arcs that a label came by."""
        arcs = list[int]()
        while self.labels[label][1] != NO_ARC:
            label, arc = self.labels[label]
            arcs.append(arc)
        return reversed_tuple(arcs)

    def _offer(self, heap: list[tuple[Counts, int, int, Counts]], label: int, arc: int, gone: Counts) -> None:
        head = self.heads[arc]
        there = tuple(a + b for a, b in zip(gone, self.costs[arc], strict=True))
        bound = tuple(a + b for a, b in zip(there, self.left[head], strict=True))
        if self._open(head, bound, there):
            self.labels.append((label, arc))
            heappush(heap, (bound, len(self.labels) - 1, head, there))

    def _open(self, node: int, bound: Counts, gone: Counts) -> bool:
        """Neither a label at this node nor a path found is at least as good in everything."""
        return not _beaten(self.settled[node], gone[1:]) and not _beaten(self.settled[self.target], bound[1:])


def _beaten(settled: Sequence[Counts], sums: Counts) -> bool:
    if len(sums) == 1:
        return bool(settled) and settled[0][0] <= sums[0]
    return any(all(a <= b for a, b in zip(other, sums, strict=True)) for other in settled)


def _keep(settled: list[Counts], sums: Counts) -> None:
    """Put in these sums and take out what they beat; with two criteria only the least of the second stays."""
    settled[:] = [other for other in settled if not all(a <= b for a, b in zip(sums, other, strict=True))]
    settled.append(sums)
