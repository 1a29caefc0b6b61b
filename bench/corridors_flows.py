"""The greatest flow: ours beside scipy's bare maximum_flow, igraph and networkx, from town to town and from side to side of the square.

Ours also gives both narrowest cuts and takes capacities of any kind; scipy's call gives the flow of whole numbers alone. From town to
town little can flow, and what surrounds the call shows; from side to side the call itself takes nearly all. The terminals of the two
sides are two more nodes, whose arcs have no limit for us and one that is never reached for the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from bench.corridors_networks import Roads, bytes_a_second, roads, there
from bench.machine import median_seconds, show, show_goal
from kengesh.corridors.solve.flows import greatest_flow
from kengesh.corridors.solve.graph import Floats, Graph

SIZES = (10_000, 100_000)
BARE_GOAL = 1.2  # times the bare call underneath
AT_THE_SIDE = 0.02  # of the square's width
NO_LIMIT = 2**20  # more than all that the towns at one side can send through one of them
BYTES_AN_ARC = 12  # a head and a capacity read, a flow written
NETWORKX_MOST = 10_000  # nodes
LONG = 2.0  # seconds, beyond which a call is run once


@dataclass(frozen=True, slots=True, eq=False)
class Sent:
    """From where to where, on what network; `whole` are the capacities as scipy takes them."""

    title: str
    graph: Graph
    capacities: Floats
    source: int
    target: int

    @property
    def whole(self) -> Floats:
        """The capacities, a large number where there is no limit."""
        return np.minimum(self.capacities, NO_LIMIT)


def flows(runs: int) -> None:
    """Measure the greatest flow on networks of two sizes."""
    for size in SIZES:
        made = roads(size)
        for sent in (_town_to_town(made), _side_to_side(made)):
            print(f"\nGreatest flow on {size:,} nodes and {made.graph.arcs:,} links, made up, {sent.title}")
            _beside_peers(sent, runs, with_networkx=size <= NETWORKX_MOST)


def _town_to_town(made: Roads) -> Sent:
    ends = made.nearest(0.25, 0.5), made.nearest(0.75, 0.5)
    return Sent("from town to town", made.graph, made.capacities, *ends)


def _side_to_side(made: Roads) -> Sent:
    nodes, width = made.graph.nodes, np.sqrt(made.graph.nodes)
    west = np.flatnonzero(made.places[:, 0] < AT_THE_SIDE * width)
    east = np.flatnonzero(made.places[:, 0] > (1 - AT_THE_SIDE) * width)
    tails = np.concatenate([made.graph.tails, np.full(len(west), nodes), east])
    heads = np.concatenate([made.graph.heads, west, np.full(len(east), nodes + 1)])
    capacities = np.concatenate([made.capacities, np.full(len(west) + len(east), np.inf)])
    order = np.lexsort((heads, tails))
    graph = Graph.of(nodes + 2, tails[order].astype(np.int32), heads[order].astype(np.int32))
    return Sent("from side to side", graph, capacities[order], nodes, nodes + 1)


def _beside_peers(sent: Sent, runs: int, *, with_networkx: bool) -> None:
    graph, ends = sent.graph, (sent.source, sent.target)
    there_ = csr_array((sent.whole.astype(np.int32), graph.heads, graph.starts), shape=(graph.nodes,) * 2)
    value = greatest_flow(graph, sent.capacities, *ends).value
    _same("scipy", value, maximum_flow(there_, *ends).flow_value)
    ours, bare = _medians(
        lambda: greatest_flow(graph, sent.capacities, *ends), lambda: maximum_flow(there_, *ends), runs
    )
    _show("kengesh, greatest_flow, with both narrowest cuts", ours)
    _show("scipy maximum_flow alone", bare)
    show_goal("kengesh, times the bare call", ours / bare, BARE_GOAL, "x", at_most=True)
    _show("limit: to read and write every arc once", graph.arcs * BYTES_AN_ARC / bytes_a_second())
    if there("igraph"):
        _show("igraph maxflow, with one cut", _igraph(sent, value))
    if there("networkx") and with_networkx:
        _show("networkx maximum_flow (preflow push)", _networkx(sent, value))


def _medians(ours: Callable[[], object], bare: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return the medians of two that take turns, of one run each where a run is long."""
    taken = [(median_seconds(ours, 1), median_seconds(bare, 1))]
    for _run in range(1, runs):
        if taken[0][1] < LONG:
            taken.append((median_seconds(ours, 1), median_seconds(bare, 1)))
    return float(np.median([one[0] for one in taken])), float(np.median([one[1] for one in taken]))


def _show(what: str, taken: float) -> None:
    show(what, f"{taken * 1000:,.2f} ms")


def _igraph(sent: Sent, value: float) -> float:
    import igraph  # noqa: PLC0415 - a peer, which may not be there

    ends = np.stack([sent.graph.tails, sent.graph.heads], axis=1)
    graph = igraph.Graph(n=sent.graph.nodes, edges=ends, directed=True)
    capacities, found = sent.whole.tolist(), list[Any]()

    def run() -> None:
        found[:] = [graph.maxflow(sent.source, sent.target, capacity=capacities)]

    taken = median_seconds(run, 1)
    _same("igraph", value, found[0].value)
    return taken


def _networkx(sent: Sent, value: float) -> float:
    import networkx  # noqa: PLC0415 - a peer, which may not be there

    graph = networkx.DiGraph()
    numbers = (sent.graph.tails, sent.graph.heads, sent.whole)
    for tail, head, capacity in zip(*(one.tolist() for one in numbers), strict=True):
        graph.add_edge(tail, head, capacity=capacity)
    found = list[float]()

    def run() -> None:
        found[:] = [networkx.maximum_flow(graph, sent.source, sent.target)[0]]

    taken = median_seconds(run, 1)
    _same("networkx", value, found[0])
    return taken


def _same(name: str, expected: float, found: float) -> None:
    if expected != found:
        raise SystemExit(f"{name} sends {found}, kengesh {expected}: one of the two is wrong.")


def growth(runs: int) -> None:
    """Show how the time grows when the network is doubled."""
    one, two = (_side_to_side(roads(size)) for size in (5_000, 10_000))
    before, after = _medians(
        lambda: greatest_flow(one.graph, one.capacities, one.source, one.target),
        lambda: greatest_flow(two.graph, two.capacities, two.source, two.target),
        runs,
    )
    show("greatest flow from side to side, twice the nodes and links", f"{after / before:,.2f}x")
