"""Plateaus of two shortest path trees, for many pairs of an origin and a destination at once. See `alternatives`.

A pair's plateau is a chain of arcs that are in the tree out of the origin and in the tree into the destination. A node is a plateau's
last where the arc by which the origin's tree reaches it is also the arc by which the destination's tree leaves the node before, while
the destination's tree goes on from it by an arc that the origin's tree does not use.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .graph import Floats, Graph
from .shortest import NO_ARC, Trees

Numbers = NDArray[np.int64]
MARGIN = 1 + 1e-9
"""Two trees add up the same way from two ends, which need not give the same last digits."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Routes over a plateau: the pair, the plateau's last node (`ends`), its length, and the `lengths` of the whole routes."""

    pairs: Numbers
    ends: Numbers
    plateaus: Floats
    lengths: Floats

    def taken(self, which: Numbers) -> Candidates:
        """The candidates of these numbers."""
        return Candidates(self.pairs[which], self.ends[which], self.plateaus[which], self.lengths[which])


def plateau_candidates(
    graph: Graph,
    out: Trees,
    into: Trees,
    rows: Numbers,
    columns: Numbers,
    shortest: Floats,
    stretch: float,
    least: float,
) -> Candidates:
    """Plateaus of at least `least` times the pair's shortest path on routes of at most `stretch` times it.

    `rows` and `columns` are those of the pairs' origins in `out` and destinations in `into`. The shortest path is itself a plateau and
    is among the candidates.
    """
    longest = np.where(np.isfinite(shortest), stretch * shortest * MARGIN, -1.0)
    through = out.distances[rows]
    through += into.distances[columns]
    pairs, nodes = np.nonzero(through <= longest[:, None])
    last = _is_common(graph, out, into, rows[pairs], columns[pairs], nodes)
    last &= ~_goes_on(graph, out, into, rows[pairs], columns[pairs], nodes)
    pairs, nodes = pairs[last], nodes[last]
    begins = _begins(graph, out, into, rows[pairs], columns[pairs], nodes)
    lengths = out.distances[rows[pairs], nodes] - out.distances[rows[pairs], begins]
    found = Candidates(pairs, nodes, lengths, through[pairs, nodes])
    return found.taken(np.flatnonzero(lengths * MARGIN >= least * shortest[pairs]))


def _is_common(
    graph: Graph, out: Trees, into: Trees, rows: Numbers, columns: Numbers, nodes: Numbers
) -> NDArray[np.bool_]:
    """Whether the arc by which the origin's tree reaches the node is in the destination's tree as well."""
    arcs = out.arcs[rows, nodes]
    common: NDArray[np.bool_] = (arcs != NO_ARC) & (into.arcs[columns, graph.tails[arcs]] == arcs)
    return common


def _goes_on(
    graph: Graph, out: Trees, into: Trees, rows: Numbers, columns: Numbers, nodes: Numbers
) -> NDArray[np.bool_]:
    """Whether the arc by which the destination's tree leaves the node is in the origin's tree as well."""
    arcs = into.arcs[columns, nodes]
    onward: NDArray[np.bool_] = (arcs != NO_ARC) & (out.arcs[rows, graph.heads[arcs]] == arcs)
    return onward


def _begins(
    graph: Graph, out: Trees, into: Trees, rows: Numbers, columns: Numbers, nodes: Numbers
) -> Numbers:
    """The first node of each plateau, by going back along all of them together."""
    at = nodes.copy()
    going = np.arange(len(nodes))
    while len(going):
        at[going] = graph.tails[out.arcs[rows[going], at[going]]]
        going = going[_is_common(graph, out, into, rows[going], columns[going], at[going])]
    return at
