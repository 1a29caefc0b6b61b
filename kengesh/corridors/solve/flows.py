"""The greatest flow from one node to another, the narrowest cut, and the closed arcs that keep two nodes apart.

Underneath is scipy.sparse.csgraph.maximum_flow (Dinic 1970), which counts in 32 bits and knows one arc from a node to another. Here
capacities are any numbers of zero or more, infinity included; parallel arcs are sent through together and their flow is then given
to the first first; the flow of an arc and of its way back is net.

Capacities are counted in whole steps (see `steps`), exact for whole numbers and for decimals of up to ten digits or so. Where the
steps are more than 32 bits hold, a coarse flow is found first and what it leaves over is sent through the rest, again and again in
finer units until nothing is left: the result is exact in steps. `lost` is the greatest difference between a capacity and its steps.

Of the narrowest cuts there are two that everybody gets alike, that nearest the source and that nearest the target; where they
differ, the bottleneck is a stretch and one more unit at one place alone opens nothing. (L. R. Ford and D. R. Fulkerson, Flows in
networks, 1962.)

Limits: one kind of goods; a capacity that several arcs share (a line in both directions, a port) is for `flow_prices`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order

from .graph import Floats, Graph
from .pairs import Longs, Pairs, pairs_of
from .shortest import BadWeight, shortest_path
from .steps import in_steps

MOST = 2**30 - 1
"""What scipy's flow can carry in all: the flow of an arc and the room on its way back are added in 32 bits."""


class UnboundedFlow(ValueError):
    """A way without any limit leads from the source to the target. It carries the `arcs` of that way."""

    def __init__(self, arcs: tuple[int, ...]) -> None:
        super().__init__(
            f"the arcs {', '.join(map(str, arcs))} have no capacity limit and lead from the source to the target"
        )
        self.arcs = arcs


@dataclass(frozen=True, slots=True, eq=False)
class MaximumFlow:
    """Its `value`, the flow of each arc, and the arcs of the narrowest cuts nearest the source and nearest the target.

    All in the capacities' unit. `lost` is how far at most a capacity was moved to be counted; 0 where the answer is exact.
    """

    value: float
    flows: Floats
    cut_near_source: tuple[int, ...]
    cut_near_target: tuple[int, ...]
    lost: float


@dataclass(frozen=True, slots=True)
class Separation:
    """What keeps two nodes apart. `cut`: the fewest closed arcs between them, nearest the source; every one-way leads over one.

    `opening`: the fewest closed arcs that would have to open for a way; None where even all of them would make none.
    """

    cut: tuple[int, ...]
    opening: tuple[int, ...] | None


def greatest_flow(graph: Graph, capacities: Floats, source: int, target: int) -> MaximumFlow:
    """The greatest flow from source to target. Raises UnboundedFlow, BadWeight for a capacity that is negative or no number."""
    capacities = _checked(graph, capacities)
    if source == target:
        raise ValueError(f"the flow is asked from node {source} to itself; name two different nodes")
    _refuse_endless(graph, capacities, source, target)
    steps = in_steps(capacities)
    bound = _most_possible(graph, steps.counts, source, target)
    closed = steps.closed
    held = np.where(closed, bound, steps.counts) if closed.any() else steps.counts
    pairs = pairs_of(graph, held)
    net = _exact_flow(pairs, source, target, bound)
    arcs = pairs.shared_out(net, held)
    room = pairs.capacities > net
    # An arc without limit is never full, whatever number stands for its capacity.
    room[pairs.of_arcs(closed)] = True
    near, far = _cuts(graph, pairs, room, source, target)
    out = net[pairs.starts[source] : pairs.starts[source + 1]]
    return MaximumFlow(
        float(steps.back(out.sum(keepdims=True))[0]),
        steps.back(arcs),
        tuple(near[capacities[near] > 0].tolist()),
        tuple(far[capacities[far] > 0].tolist()),
        steps.lost,
    )


def cut_between(graph: Graph, source: int, target: int, usable: NDArray[np.bool_]) -> Separation | None:
    """Say which closed arcs (those not `usable`) separate source from target; None where a usable way leads there."""
    if source == target:
        return None
    opened = shortest_path(graph, np.where(usable, 0.0, 1.0), source, target)
    if opened is None:
        return Separation((), None)
    if opened.length == 0:
        return None
    flow = greatest_flow(graph, np.where(usable, np.inf, 1.0), source, target)
    return Separation(flow.cut_near_source, tuple(arc for arc in opened.arcs if not usable[arc]))


def _checked(graph: Graph, capacities: Floats) -> Floats:
    capacities = np.asarray(capacities, dtype=np.float64)
    if capacities.shape != (graph.arcs,):
        raise ValueError(f"the graph has {graph.arcs} arcs, and {capacities.shape} capacities were given")
    # The least of numbers of which one is NaN is NaN, for which the comparison is false too.
    if capacities.size and not capacities.min() >= 0:
        arc = int(np.flatnonzero(~(capacities >= 0))[0])
        raise BadWeight(arc, float(capacities[arc]))
    return capacities


def _refuse_endless(graph: Graph, capacities: Floats, source: int, target: int) -> None:
    endless = np.isinf(capacities)
    if not endless.any():
        return
    way = shortest_path(graph, np.where(endless, 1.0, np.inf), source, target)
    if way is not None:
        raise UnboundedFlow(way.arcs)


def _most_possible(graph: Graph, counts: Longs, source: int, target: int) -> int:
    """No flow is greater than all finite capacities together, nor than those at one of its ends where all there are finite."""
    bounds = [int(np.maximum(counts, 0).sum())]
    out, into = slice(graph.starts[source], graph.starts[source + 1]), graph.heads == target
    for there in (counts[out], counts[into]):
        if (there >= 0).all():
            bounds.append(int(there.sum()))
    return min(bounds)


def _exact_flow(pairs: Pairs, source: int, target: int, bound: int) -> Longs:
    """The greatest net flow of the pairs, in steps: coarse first, then in what that leaves over."""
    if bound <= MOST:
        return pairs.sent(np.minimum(pairs.capacities, MOST).astype(np.int32), source, target)
    net = np.zeros(len(pairs.heads), dtype=np.int64)
    unit = 2
    while bound // unit > MOST:
        unit *= 2
    while True:
        left = np.minimum(pairs.capacities - net, bound) // unit
        net += unit * pairs.sent(left.astype(np.int32), source, target)
        if unit == 1:
            return net
        # Every pair of the coarse cut keeps less than one unit, so all together cannot let more than this through.
        bound = unit * len(pairs.heads)
        unit = -(-bound // MOST)


def _cuts(
    graph: Graph, pairs: Pairs, room: NDArray[np.bool_], source: int, target: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Arcs out of what the source still reaches, and arcs into what still reaches the target."""
    starts = np.concatenate([[0], np.cumsum(room, dtype=np.int32)])[pairs.starts].astype(np.int32)
    heads = pairs.heads[room]
    there = csr_array((np.ones(len(heads), np.float64), heads, starts), shape=(pairs.nodes, pairs.nodes))
    reached, reaching = _reached(there, source), _reached(there.T.tocsr(), target)
    return _leaving(graph, reached), _leaving(graph, ~reaching)


def _leaving(graph: Graph, nodes: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The arcs from some of the nodes to others."""
    # take() is twice as fast here as picking with brackets.
    return np.flatnonzero(nodes.take(graph.tails) > nodes.take(graph.heads))


def _reached(there: csr_array[np.float64, tuple[int, int]], root: int) -> NDArray[np.bool_]:
    reached = np.zeros(there.shape[0], dtype=np.bool_)
    reached[breadth_first_order(there, root, return_predecessors=False)] = True
    return reached
