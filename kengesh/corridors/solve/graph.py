"""A directed graph in arrays, as every algorithm of this package takes it.

The arcs stand in the order of their tails (compressed sparse rows), several may lead from one node to another, and an arc is
known by its place in that order. A weight or a capacity is an array of its own, one number for each arc, so that a scenario
gives other numbers for the same graph. Nothing here knows what a node stands for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """`tails` and `heads` of the arcs; the arcs out of a node v are those from ``starts[v]`` to ``starts[v + 1]``."""

    nodes: int
    tails: Ints
    heads: Ints
    starts: Ints

    @classmethod
    def of(cls, nodes: int, tails: Ints, heads: Ints) -> Graph:
        """Make a graph of arcs that are in the order of their tails. Raises ValueError where they are not, or lead out of it."""
        if len(tails) and (np.any(np.diff(tails) < 0) or min(tails.min(), heads.min()) < 0):
            raise ValueError("the arcs of a graph are given in the order of their tails, counted from 0")
        if len(tails) and max(tails.max(), heads.max()) >= nodes:
            raise ValueError("an arc leads to a node that the graph does not have")
        starts = np.searchsorted(tails, np.arange(nodes + 1)).astype(np.int32)
        return cls(nodes, tails.astype(np.int32), heads.astype(np.int32), starts)

    @property
    def arcs(self) -> int:
        """How many arcs there are."""
        return len(self.tails)
