"""Arcs gathered by their two ends, as a maximum flow takes them: one arc each way between two nodes, loops left out.

`Pairs` has an entry for each ordered pair of nodes between which an arc leads in either direction, in the order of tails, then heads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from .graph import Graph, Ints

Longs = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """`capacities` of the pairs, those of parallel arcs together; `of_arc` is the pair of each arc, -1 for a loop.

    It is None where the arcs are the pairs themselves, each by its own number, as on a network of roads in both directions.
    """

    nodes: int
    heads: Ints
    starts: Ints
    capacities: Longs
    of_arc: Longs | None

    def sent(self, capacities: Ints, source: int, target: int) -> Longs:
        """The greatest net flow of each pair with these capacities. What flows back counts as negative."""
        there = csr_array((capacities, self.heads, self.starts), shape=(self.nodes, self.nodes))
        flow = maximum_flow(there, source, target).flow
        found: Longs = np.asarray(flow.data, dtype=np.int64)
        if len(found) != len(self.heads):
            raise AssertionError("scipy's maximum flow has left out pairs of nodes")
        return found

    def of_arcs(self, which: NDArray[np.bool_]) -> Longs:
        """The pairs of some arcs, loops left out."""
        if self.of_arc is None:
            return np.flatnonzero(which)
        return self.of_arc[which & (self.of_arc >= 0)]

    def shared_out(self, net: Longs, capacities: Longs) -> Longs:
        """The flow of each arc: of parallel arcs the first carries what it can, then the next."""
        if self.of_arc is None:
            return np.maximum(net, 0)
        flows = np.zeros(len(self.of_arc), dtype=np.int64)
        arcs = np.flatnonzero(self.of_arc >= 0)
        if np.bincount(self.of_arc[arcs], minlength=1).max() <= 1:
            flows[arcs] = np.maximum(net[self.of_arc[arcs]], 0)
            return flows
        arcs = arcs[np.argsort(self.of_arc[arcs], kind="stable")]
        owners = self.of_arc[arcs]
        # The sums may run over 2**63; their differences come out right all the same.
        before = np.cumsum(capacities[arcs]) - capacities[arcs]
        first = np.searchsorted(owners, owners)
        flows[arcs] = np.clip(net[owners] - (before - before[first]), 0, capacities[arcs])
        return flows


def pairs_of(graph: Graph, capacities: Longs) -> Pairs:
    """Gather arcs with whole capacities, whose sum stays below 2**63."""
    if _is_paired(graph):
        return Pairs(graph.nodes, graph.heads, graph.starts, capacities, None)
    arcs = np.flatnonzero(graph.tails != graph.heads)
    tails, heads = graph.tails[arcs].astype(np.int64), graph.heads[arcs].astype(np.int64)
    forth = tails * graph.nodes + heads
    # np.unique of numpy 2.4 hashes, which takes ten times as long here.
    keys = np.sort(np.concatenate([forth, heads * graph.nodes + tails]))
    keys = keys[np.diff(keys, prepend=-1) > 0]
    of_arc = np.full(graph.arcs, -1, dtype=np.int64)
    of_arc[arcs] = np.searchsorted(keys, forth)
    together = np.zeros(len(keys), dtype=np.int64)
    np.add.at(together, of_arc[arcs], capacities[arcs])
    starts = np.searchsorted(keys, np.arange(graph.nodes + 1) * graph.nodes).astype(np.int32)
    return Pairs(graph.nodes, (keys % graph.nodes).astype(np.int32), starts, together, of_arc)


def _is_paired(graph: Graph) -> bool:
    """Whether the arcs out of each node go to ever higher nodes, not to itself, and every arc has one that leads back."""
    rising = graph.heads[1:] > graph.heads[:-1]
    rising |= graph.tails[1:] > graph.tails[:-1]
    if not rising.all() or (graph.tails == graph.heads).any():
        return False
    ones = np.ones(graph.arcs, dtype=np.int8)
    back = csr_array((ones, graph.heads, graph.starts), shape=(graph.nodes, graph.nodes)).tocsc()
    return np.array_equal(back.indptr, graph.starts) and np.array_equal(back.indices, graph.heads)
