"""Equilibrium on Sioux Falls, and path-size logit for 9,900 pairs: ours beside AequilibraE, from the same numbers.

The equilibrium is asked to a relative gap of 1e-6 by both, of AequilibraE by its biconjugate Frank-Wolfe method (bfw), which takes so
many rounds that it is run once; that both come to the published flows is checked afterwards.

For the logit both make their own sets of up to three routes a pair, which differ (ours by plateaus of two trees, theirs by links
removed or dearer in turn), and so no share is compared; how many routes a pair gets, and how long they are, is said. AequilibraE takes
all cores and ours one; a figure with one core for both stands beside it. Its progress bars are off.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from bench.corridors_networks import SIOUX_FALLS, Roads, bytes_a_second, roads, sioux_falls, there
from bench.corridors_paths import same
from bench.machine import median_seconds, seconds, show, show_goal
from kengesh.corridors.solve.alternatives import Alternatives, Rules, alternatives
from kengesh.corridors.solve.arc_costs import ArcCosts
from kengesh.corridors.solve.demands import Demands
from kengesh.corridors.solve.equilibrium import user_equilibrium
from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.route_choice import path_size_shares, path_sizes
from kengesh.corridors.solve.shortest import trees

GAP = 1e-6
RISE, POWER = 0.15, 4.0
CLOSE = 10.0  # vehicles: how near to the published flows a gap of 1e-6 has to come
MOST_ROUNDS = 10_000
TOWNS, ZONES = 1_000, 100
RULES = Rules(most=3)
SCALE = 1.0
LOGIT_GOAL = 10.0  # times as fast as AequilibraE
TO_THEIRS = {
    "bfsle": {"max_routes": RULES.most, "max_depth": 5},
    "lp": {"max_routes": RULES.most, "max_depth": 20, "penalty": 1.1},
}


def equilibrium(runs: int) -> None:
    """Measure the equilibrium on Sioux Falls."""
    graph, costs, demands, published = _sioux_falls()
    print(
        f"\nEquilibrium on Sioux Falls, 24 nodes, 76 links, {len(demands)} pairs, to a relative gap of {GAP}"
    )
    found = user_equilibrium(graph, costs, demands, GAP)
    _near("kengesh", found.flows, published)
    ours = median_seconds(lambda: user_equilibrium(graph, costs, demands, GAP), runs)
    rounds = len(found.gaps)
    show(f"kengesh, user_equilibrium, {rounds} rounds to {found.gaps[-1]:.1e}", f"{ours * 1000:,.1f} ms")
    once = median_seconds(lambda: trees(graph, costs.free, np.arange(graph.nodes)), runs)
    show("limit: trees from every node, once a round", f"{once * rounds * 1000:,.1f} ms")
    if not there("aequilibrae"):
        show("AequilibraE is not installed: left out", "")
        return
    theirs = _their_equilibrium()
    taken = seconds(theirs.execute)
    _near("AequilibraE", theirs.results()["trips_ab"].to_numpy(), published)
    reached = theirs.assignment
    told = f"AequilibraE, bfw, {reached.iter} rounds to {reached.rgap:.1e}; times kengesh {taken / ours:,.0f}"
    show(told, f"{taken * 1000:,.1f} ms")


def _sioux_falls() -> tuple[Graph, ArcCosts, Demands, Floats]:
    table = _links()
    graph = Graph.of(24, table["from"].astype(np.int32) - 1, table["to"].astype(np.int32) - 1)
    one = np.ones(graph.arcs)
    costs = ArcCosts.of(table["free_time"], one * RISE, table["capacity"], one * POWER)
    trips = _trips()
    origins, destinations = (ends.astype(np.int32) for ends in np.nonzero(trips))
    return (
        graph,
        costs,
        Demands(origins, destinations, trips[origins, destinations]),
        table["best_known_flow"],
    )


def _links() -> dict[str, Floats]:
    rows = sioux_falls("links")
    return {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}


def _trips() -> Floats:
    return np.loadtxt(SIOUX_FALLS / "sioux_falls_demands.csv", delimiter=",", encoding="utf-8")


def _near(name: str, found: Any, published: Floats) -> None:
    furthest = float(np.abs(found - published).max())
    if furthest > CLOSE:
        raise SystemExit(f"{name} is {furthest:,.1f} vehicles from a published flow: it is wrong.")


def _aequilibrae() -> Any:
    os.environ["AEQ_SHOW_PROGRESS"] = "FALSE"  # read when it is imported
    warnings.simplefilter("ignore", FutureWarning)
    from aequilibrae import paths  # noqa: PLC0415 - a peer, which may not be there

    return paths


def _their_graph(table: dict[str, Any], zones: Any, field: str) -> Any:
    from pandas import DataFrame  # noqa: PLC0415 - AequilibraE's own

    graph = _aequilibrae().Graph()
    count = len(table["a_node"])
    graph.network = DataFrame({"link_id": np.arange(1, count + 1), "direction": np.ones(count, int), **table})
    graph.prepare_graph(np.asarray(zones, dtype=np.int64))
    graph.set_graph(field)
    graph.set_blocked_centroid_flows(False)
    return graph


def _their_equilibrium() -> Any:
    paths, links, trips = _aequilibrae(), _links(), _trips()
    from aequilibrae.matrix import AequilibraeMatrix  # noqa: PLC0415 - a peer, which may not be there

    one = np.ones(len(links["from"]))
    table = {"a_node": links["from"].astype(int), "b_node": links["to"].astype(int)}
    numbers = {
        "time": links["free_time"],
        "capacity": links["capacity"],
        "rise": one * RISE,
        "power": one * POWER,
    }
    graph = _their_graph(table | numbers, np.arange(1, 25), "time")
    matrix = AequilibraeMatrix()
    matrix.create_empty(zones=len(trips), matrix_names=["trips"], memory_only=True)
    matrix.index[:] = np.arange(1, len(trips) + 1)
    matrix.matrices[:, :, 0] = trips
    matrix.computational_view(["trips"])
    assignment = paths.TrafficAssignment()
    assignment.set_classes([paths.TrafficClass("all", graph, matrix)])
    assignment.set_vdf("BPR")
    assignment.set_vdf_parameters({"alpha": "rise", "beta": "power"})
    assignment.set_capacity_field("capacity")
    assignment.set_time_field("time")
    assignment.set_algorithm("bfw")
    assignment.max_iter, assignment.rgap_target = MOST_ROUNDS, GAP
    return assignment


def logit(runs: int) -> None:
    """Measure route sets and shares for all pairs of the zones."""
    made = roads(TOWNS)
    zones = made.spread(ZONES)
    origins, destinations = _pairs(zones)
    print(
        f"\nPath-size logit with route sets: {len(origins):,} pairs on {TOWNS:,} nodes and {made.graph.arcs:,} links"
    )
    found, shares = _ours(made, origins, destinations)
    same("logit", np.ones(len(origins)), np.bincount(_owners(found), shares))
    ours = median_seconds(lambda: _ours(made, origins, destinations), runs)
    dearer = found.lengths / found.lengths[found.offsets[:-1]][_owners(found)]
    show(
        f"kengesh, one core: {_told(len(shares), len(origins), float(dearer.mean()))}",
        f"{ours * 1000:,.0f} ms",
    )
    cells = 2 * 8 * TOWNS * len(origins)
    show(
        "limit: both distances of every pair and node read once", f"{cells / bytes_a_second() * 1000:,.0f} ms"
    )
    if not there("aequilibrae"):
        show("AequilibraE is not installed: left out", "")
        return
    for algorithm in TO_THEIRS:
        for cores in (0, 1):
            _beside(made, zones, algorithm, cores, min(runs, 3), ours)


def _pairs(zones: Any) -> tuple[Any, Any]:
    origins, destinations = (one.ravel() for one in np.meshgrid(zones, zones, indexing="ij"))
    others = origins != destinations
    return origins[others], destinations[others]


def _ours(made: Roads, origins: Any, destinations: Any) -> tuple[Alternatives, Floats]:
    found = alternatives(made.graph, made.lengths, origins, destinations, RULES)
    sizes = path_sizes(found.routes, made.lengths, found.offsets)
    return found, path_size_shares(found.lengths, sizes, found.offsets, SCALE)


def _owners(found: Alternatives) -> Any:
    return np.repeat(np.arange(len(found.offsets) - 1), np.diff(found.offsets))


def _told(routes: int, pairs: int, dearer: float) -> str:
    return f"{routes / pairs:.2f} routes a pair, {dearer:.3f} x the shortest"


def _beside(made: Roads, zones: Any, algorithm: str, cores: int, runs: int, ours: float) -> None:
    taken, found = [], None
    for _run in range(runs):
        choosing = _their_choice(made, zones, algorithm, cores)
        taken.append(median_seconds(_executed(choosing), 1))
        found = choosing.get_results()
    assert found is not None
    costs = found["cost"].to_numpy()
    least = found.groupby(["origin id", "destination id"])["cost"].transform("min").to_numpy()
    told = _told(len(found), ZONES * (ZONES - 1), float((costs / least).mean()))
    on = "one core" if cores else "all cores"
    theirs = float(np.median(taken))
    show(f"AequilibraE, {algorithm}, {on}: {told}", f"{theirs * 1000:,.0f} ms")
    show_goal(f"AequilibraE {algorithm}, {on}, times kengesh", theirs / ours, LOGIT_GOAL, "x")


def _executed(choosing: Any) -> Callable[[], None]:
    def run() -> None:
        choosing.execute(perform_assignment=True)

    return run


def _their_choice(made: Roads, zones: Any, algorithm: str, cores: int) -> Any:
    """Return a route choice of theirs that is ready; nodes count from 1 there."""
    from pandas import DataFrame, MultiIndex  # noqa: PLC0415 - AequilibraE's own

    ends = {"a_node": made.graph.tails.astype(int) + 1, "b_node": made.graph.heads.astype(int) + 1}
    graph = _their_graph(ends | {"length": made.lengths}, zones + 1, "length")
    choosing = _aequilibrae().RouteChoice(graph)
    choosing.set_choice_set_generation(algorithm, seed=1, beta=SCALE, **TO_THEIRS[algorithm])
    if cores:
        choosing.set_cores(cores)
    origins, destinations = _pairs(zones + 1)
    index = MultiIndex.from_arrays([origins, destinations], names=["origin id", "destination id"])
    choosing.add_demand(DataFrame({"demand": np.ones(len(index))}, index=index))
    choosing.prepare()
    return choosing


def growth(runs: int) -> None:
    """Show how the time grows when zones are doubled, which makes four times the pairs, or the network is."""
    times = []
    for towns, zones in ((TOWNS, 50), (TOWNS, 100), (2 * TOWNS, 50)):
        made = roads(towns)
        pairs = _pairs(made.spread(zones))
        times.append(median_seconds(lambda: _ours(made, *pairs), runs))  # noqa: B023 - run at once
    show("logit, twice the zones, four times the pairs (linear in pairs: 4)", f"{times[1] / times[0]:,.2f}x")
    show("logit, twice the nodes and links", f"{times[2] / times[0]:,.2f}x")
