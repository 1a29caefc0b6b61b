"""Distances and trees of 100 sources, and the 50 best paths of one pair: ours beside scipy's own calls, igraph, networkx, pandana.

Each peer gets the network in its own form before the clock starts. That it finds the same is checked afterwards; pandana rounds lengths
to thousandths, and is checked to one part in a hundred. Peers that would take minutes get some of the sources, and the figure is for
all of them: so many times as long, said beside it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import numpy as np
from scipy.sparse.csgraph import dijkstra, yen

from bench.corridors_networks import Roads, bytes_a_second, roads, there
from bench.machine import median_seconds, show, show_goal
from kengesh.corridors.solve.graph import Floats
from kengesh.corridors.solve.k_shortest import paths_in_order
from kengesh.corridors.solve.shortest import distances, matrix, trees

SIZES = (10_000, 100_000)
SOURCES = 100
BARE_GOAL = 1.2  # times the bare call underneath
BEST = 50  # paths
BEST_SIZES = (1_000, 10_000)
SMALL = 1_000  # nodes, up to which every peer is asked for the best paths
NETWORKX_SOURCES = 2
PANDANA_PAIRS = 50_000
SLOW_RUNS = 3
BYTES_AN_ARC, BYTES_A_NODE = 12, 20  # a weight and a head; a start, and a distance read and written

Timed = tuple[str, Callable[[], Any], float, int]
"""What a peer does, how it is run, for how many times as much the figure counts, and how many runs at most."""


def hundred_sources(runs: int) -> None:
    """Measure distances and trees on networks of two sizes."""
    for size in SIZES:
        made = roads(size)
        sources = made.spread(SOURCES)
        print(f"\n{SOURCES} sources on {size:,} nodes and {made.graph.arcs:,} links, made up")
        least = _distances(made, sources, runs)
        _trees(made, sources, runs)
        each = made.graph.arcs * BYTES_AN_ARC + size * BYTES_A_NODE
        limit = SOURCES * each / bytes_a_second()
        show("limit: to read arcs and nodes once a source from memory", f"{limit * 1000:,.1f} ms")
        for what, run, times, most in _peers(made, sources, least):
            _show(what, times * median_seconds(run, min(runs, most)))


def _distances(made: Roads, sources: Any, runs: int) -> Floats:
    graph, lengths = made.graph, made.lengths
    ours, bare = _together(
        lambda: distances(graph, lengths, sources),
        lambda: dijkstra(matrix(graph, lengths), indices=sources),
        runs,
    )
    _show("kengesh, distances", ours)
    _show("scipy dijkstra alone", bare)
    show_goal("kengesh distances, times the bare call", ours / bare, BARE_GOAL, "x", at_most=True)
    return distances(graph, lengths, sources)


def _trees(made: Roads, sources: Any, runs: int) -> None:
    graph, lengths = made.graph, made.lengths
    ours, bare = _together(
        lambda: trees(graph, lengths, sources),
        lambda: dijkstra(matrix(graph, lengths), indices=sources, return_predecessors=True),
        runs,
    )
    _show("kengesh, trees: distances, and the arc that reaches each node", ours)
    _show("scipy dijkstra alone, with the node before each node", bare)
    show_goal("kengesh trees, times the bare call", ours / bare, BARE_GOAL, "x", at_most=True)


def _together(ours: Callable[[], object], bare: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return the medians of two that take turns, so that what else the machine does falls on both."""
    taken = [(median_seconds(ours, 1), median_seconds(bare, 1)) for _run in range(runs)]
    return float(np.median([one[0] for one in taken])), float(np.median([one[1] for one in taken]))


def _show(what: str, taken: float) -> None:
    show(what, f"{taken * 1000:,.1f} ms")


def _peers(made: Roads, sources: Any, expected: Floats) -> list[Timed]:
    making = {"igraph": _igraph, "networkx": _networkx, "pandana": _pandana}
    return [make(made, sources, expected) for name, make in making.items() if there(name)]


def igraph_of(made: Roads) -> Any:
    """Return a network as igraph takes it."""
    import igraph  # noqa: PLC0415 - a peer, which may not be there

    ends = np.stack([made.graph.tails, made.graph.heads], axis=1)
    return igraph.Graph(n=made.graph.nodes, edges=ends, directed=True)


def networkx_of(made: Roads) -> Any:
    """Return a network as networkx takes it, with the weights ``weight`` and ``capacity``."""
    import networkx  # noqa: PLC0415 - a peer, which may not be there

    graph = networkx.DiGraph()
    numbers = (made.graph.tails, made.graph.heads, made.lengths, made.capacities)
    for tail, head, length, capacity in zip(*(one.tolist() for one in numbers), strict=True):
        graph.add_edge(tail, head, weight=length, capacity=capacity)
    return graph


def _igraph(made: Roads, sources: Any, expected: Floats) -> Timed:
    graph, lengths, roots = igraph_of(made), made.lengths.tolist(), sources.tolist()
    part = roots[:10]
    same("igraph", expected[:10], np.array(graph.distances(source=part, weights=lengths)))
    return (
        "igraph, distances of 10 sources, times 10",
        lambda: graph.distances(source=part, weights=lengths),
        10.0,
        SLOW_RUNS,
    )


def _networkx(made: Roads, sources: Any, expected: Floats) -> Timed:
    from networkx import single_source_dijkstra_path_length  # noqa: PLC0415 - a peer, which may not be there

    graph, roots = networkx_of(made), sources[:NETWORKX_SOURCES].tolist()
    first = single_source_dijkstra_path_length(graph, roots[0])
    same("networkx", expected[0], np.array([first[node] for node in range(made.graph.nodes)]))
    times = SOURCES / NETWORKX_SOURCES
    run = lambda: [single_source_dijkstra_path_length(graph, root) for root in roots]  # noqa: E731
    return f"networkx, distances of {len(roots)} sources, times {times:.0f}", run, times, 1


def _pandana(made: Roads, sources: Any, expected: Floats) -> Timed:
    import pandana  # noqa: PLC0415 - a peer, which may not be there
    import pandas  # noqa: PLC0415 - pandana's own

    places, graph = made.places.T, made.graph
    across, up, tails, heads = (pandas.Series(one) for one in (*places, graph.tails, graph.heads))
    weights = pandas.DataFrame({"length": made.lengths})
    with _quiet():
        network = pandana.Network(across, up, tails, heads, weights, twoway=False)
    begins = np.repeat(sources, graph.nodes)[:: len(sources) * graph.nodes // PANDANA_PAIRS]
    ends = np.tile(np.arange(graph.nodes), len(sources))[:: len(sources) * graph.nodes // PANDANA_PAIRS]
    found = np.array(network.shortest_path_lengths(begins, ends))
    same("pandana", expected[np.searchsorted(sources, begins), ends], found, to=1e-2)
    times = len(sources) * graph.nodes / len(begins)
    return (
        f"pandana (contracted before), {len(begins):,} pairs, times {times:.0f}",
        lambda: network.shortest_path_lengths(begins, ends),
        times,
        SLOW_RUNS,
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Let nothing out meanwhile, not even what C++ prints past Python."""
    kept = os.dup(1)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def same(name: str, expected: Any, found: Any, to: float = 1e-9) -> None:
    """Stop where a peer finds otherwise than we do."""
    if not np.allclose(expected, found, rtol=to, atol=to):
        raise SystemExit(f"{name} finds otherwise than kengesh: one of the two is wrong.")


def best_paths(runs: int) -> None:
    """Measure the best paths from one town to another across half of the square."""
    for size in BEST_SIZES:
        made = roads(size)
        ends = made.nearest(0.25, 0.5), made.nearest(0.75, 0.5)
        graph, lengths = made.graph, made.lengths
        print(f"\nThe {BEST} best paths of one pair on {size:,} nodes and {graph.arcs:,} links, made up")
        found = [path.length for path in islice(paths_in_order(graph, lengths, *ends), BEST)]
        ours, bare = _together(
            lambda: list(islice(paths_in_order(graph, lengths, *ends), BEST)),  # noqa: B023 - run at once
            lambda: yen(matrix(graph, lengths), *ends, BEST),  # noqa: B023 - run at once
            min(runs, SLOW_RUNS),
        )
        same("scipy yen", found, yen(matrix(graph, lengths), *ends, BEST))
        _show("kengesh, paths in order", ours)
        _show("scipy yen alone, which gives lengths", bare)
        show_goal("kengesh, times scipy yen", ours / bare, BARE_GOAL, "x", at_most=True)
        one = median_seconds(lambda: dijkstra(matrix(graph, lengths), indices=[ends[0]]), runs)  # noqa: B023
        _show("limit: one tree, without which not even the best is known", one)
        if there("igraph"):
            _show("igraph get_k_shortest_paths", _best_of_igraph(made, ends, found))
        if there("networkx") and size <= SMALL:
            _show("networkx shortest_simple_paths", _best_of_networkx(made, ends, found))


def _best_of_igraph(made: Roads, ends: tuple[int, int], expected: list[float]) -> float:
    graph, lengths = igraph_of(made), made.lengths
    weights, found = lengths.tolist(), list[Any]()

    def run() -> None:
        found[:] = graph.get_k_shortest_paths(*ends, k=BEST, weights=weights, output="epath")

    taken = median_seconds(run, 1)
    same("igraph", expected, [float(lengths[arcs].sum()) for arcs in found])
    return taken


def _best_of_networkx(made: Roads, ends: tuple[int, int], expected: list[float]) -> float:
    import networkx  # noqa: PLC0415 - a peer, which may not be there

    graph, found = networkx_of(made), list[Any]()

    def run() -> None:
        found[:] = islice(networkx.shortest_simple_paths(graph, *ends, weight="weight"), BEST)

    taken = median_seconds(run, 1)
    same("networkx", expected, [networkx.path_weight(graph, path, "weight") for path in found])
    return taken


def growth(runs: int) -> None:
    """Show how the time grows when the network is doubled, or what is asked of it."""
    print("\nGrowth: the time when one of these is doubled, times before (linear: 2)")
    small, large = roads(20_000), roads(40_000)

    def times(what: str, one: Callable[[], object], two: Callable[[], object]) -> None:
        before, after = _together(one, two, runs)
        show(what, f"{after / before:,.2f}x")

    def tree_of(made: Roads, count: int) -> Callable[[], object]:
        return lambda: trees(made.graph, made.lengths, made.spread(count))

    def best_of(made: Roads, count: int) -> Callable[[], object]:
        ends = made.nearest(0.25, 0.5), made.nearest(0.75, 0.5)
        return lambda: list(islice(paths_in_order(made.graph, made.lengths, *ends), count))

    times("10 trees, twice the nodes and links", tree_of(small, 10), tree_of(large, 10))
    times("trees, twice the sources", tree_of(small, 10), tree_of(small, 20))
    times("best paths, twice the nodes and links", best_of(small, BEST), best_of(large, BEST))
    times("best paths, twice as many", best_of(small, BEST), best_of(small, 2 * BEST))
