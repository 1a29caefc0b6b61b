"""Many paths in two arrays, and their arcs read from shortest path trees for all paths at once.

The arcs of path i are ``arcs[starts[i]:starts[i + 1]]``. Reading goes one arc further on all paths with every numpy operation, so
the work in Python grows with the longest path and not with the number of paths.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .graph import Floats, Graph, Ints
from .shortest import NO_ARC, Trees


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """`arcs` of all paths one behind the other, and where each path begins; one more start than there are paths."""

    arcs: Ints
    starts: Ints

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, path: int) -> Ints:
        return self.arcs[self.starts[path] : self.starts[path + 1]]

    @property
    def sizes(self) -> Ints:
        """How many arcs each path has."""
        return np.diff(self.starts)

    @property
    def owners(self) -> NDArray[np.int64]:
        """For each arc, the path it belongs to."""
        return np.repeat(np.arange(len(self)), self.sizes)

    def sums(self, weights: Floats) -> Floats:
        """The sum of a weight along each path."""
        return np.bincount(self.owners, weights[self.arcs], minlength=len(self)).astype(np.float64)

    def taken(self, which: NDArray[np.int64]) -> Paths:
        """The paths of these numbers, in this order."""
        sizes = self.sizes[which]
        starts = starts_of(sizes)
        places = np.repeat(self.starts[which] - starts[:-1], sizes) + np.arange(starts[-1])
        return Paths(self.arcs[places], starts)

    def joined(self, other: Paths) -> Paths:
        """These paths, and the others behind them."""
        return Paths(
            np.concatenate([self.arcs, other.arcs]), starts_of(np.concatenate([self.sizes, other.sizes]))
        )


def no_paths() -> Paths:
    """A list of paths with nothing in it."""
    return Paths(np.zeros(0, dtype=np.int32), np.zeros(1, dtype=np.int32))


def starts_of(sizes: NDArray[np.integer]) -> Ints:
    """Where each of the pieces of these sizes begins, and behind them the end of the last."""
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)


def paths_out_of(graph: Graph, trees: Trees, rows: NDArray[np.integer], ends: NDArray[np.integer]) -> Paths:
    """The paths from the root of each of the rows to the end given with it; no arcs where the end is the root or not reached."""
    return _read(_steps(graph.tails, trees.arcs, rows, ends)[::-1])


def paths_into(graph: Graph, trees: Trees, rows: NDArray[np.integer], begins: NDArray[np.integer]) -> Paths:
    """The paths from each of the beginnings to the root of the row given with it, in trees towards their roots."""
    return _read(_steps(graph.heads, trees.arcs, rows, begins))


def end_to_end(first: Paths, second: Paths) -> Paths:
    """Each path of the first list continued by the path of the second that has the same number."""
    sizes = np.stack([first.sizes, second.sizes], axis=1)
    starts = starts_of(sizes.ravel())
    arcs = np.empty(int(starts[-1]), dtype=np.int32)
    for paths, begins in ((first, starts[0:-1:2]), (second, starts[1:-1:2])):
        arcs[np.repeat(begins - paths.starts[:-1], paths.sizes) + np.arange(len(paths.arcs))] = paths.arcs
    return Paths(arcs, starts[::2].copy())


def _steps(
    onward: Ints, tree_arcs: Ints, rows: NDArray[np.integer], nodes: NDArray[np.integer]
) -> list[Ints]:
    """The arc that each path takes at the first node, the second, and so on; NO_ARC behind its end."""
    steps: list[Ints] = []
    going = np.arange(len(nodes))
    at = np.asarray(nodes)
    while len(going):
        arcs = tree_arcs[rows[going], at]
        on = arcs != NO_ARC
        going, arcs = going[on], arcs[on]
        step = np.full(len(nodes), NO_ARC, dtype=np.int32)
        step[going] = arcs
        steps.append(step)
        at = onward[arcs]
    return steps or [np.full(len(nodes), NO_ARC, dtype=np.int32)]


def _read(steps: list[Ints]) -> Paths:
    table = np.stack(steps, axis=1)
    there = table != NO_ARC
    return Paths(table[there], starts_of(there.sum(axis=1)))
