"""Equilibria that others have published: Sioux Falls, Braess; and what holds of every one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kengesh.corridors.solve.arc_costs import ArcCosts
from kengesh.corridors.solve.demands import Demands
from kengesh.corridors.solve.equilibrium import NoWay, system_optimum, user_equilibrium
from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.shortest import distances
from tests.corridors.solve.networks import random_graph

HERE = Path(__file__).parent


def sioux_falls() -> tuple[Graph, ArcCosts, Demands, Floats, Floats]:
    """The network, its demands, and the best known flows and times."""
    lines = (HERE / "sioux_falls_links.csv").read_text(encoding="utf-8").splitlines()
    table = np.array([line.split(",") for line in lines if line[0].isdigit()], dtype=np.float64)
    graph = Graph.of(24, table[:, 0].astype(np.int32) - 1, table[:, 1].astype(np.int32) - 1)
    costs = ArcCosts.of(table[:, 3], np.full(76, 0.15), table[:, 2], np.full(76, 4.0))
    trips = np.loadtxt(HERE / "sioux_falls_demands.csv", delimiter=",", encoding="utf-8")
    origins, destinations = np.nonzero(trips)
    demands = Demands(origins.astype(np.int32), destinations.astype(np.int32), trips[origins, destinations])
    return graph, costs, demands, table[:, 4], table[:, 5]


def braess(with_link: bool) -> tuple[Graph, ArcCosts]:
    """D. Braess 1968: 0 to 3 over 1 (10 times flow, then 50 and flow) or over 2 (50 and flow, then 10 times flow), and 1 to 2."""
    arcs = [(0, 1, 0, 10), (0, 2, 50, 1), (1, 3, 50, 1), (2, 3, 0, 10)]
    arcs = sorted([*arcs, (1, 2, 10, 1)]) if with_link else arcs
    tails, heads, fixed, slope = np.array(arcs).T
    one = np.ones(len(arcs))
    # A free time this small leaves a line through nothing: time = slope * flow.
    costs = ArcCosts.of(one * 1e-8, slope / 1e-8, one, one, fixed.astype(np.float64))
    return Graph.of(4, tails.astype(np.int32), heads.astype(np.int32)), costs


def one_demand(origin: int, destination: int, amount: float) -> Demands:
    return Demands(
        np.array([origin], dtype=np.int32), np.array([destination], dtype=np.int32), np.array([amount])
    )


def test_sioux_falls_comes_to_the_published_objective_total_time_and_flows() -> None:
    graph, costs, demands, best_flows, best_times = sioux_falls()
    assert (len(demands), demands.amounts.sum()) == (528, 360_600)
    answer = user_equilibrium(graph, costs, demands, gap=1e-10)
    assert answer.reached
    assert answer.objective / 1e5 == pytest.approx(42.31335287107440, rel=1e-10)
    assert answer.total_time == pytest.approx(float(best_flows @ best_times), rel=1e-7)
    assert answer.total_time == pytest.approx(7_480_225, abs=1)
    assert answer.flows == pytest.approx(best_flows, abs=0.5)
    assert answer.times == pytest.approx(best_times, abs=1e-3)


def test_a_smaller_gap_takes_more_rounds_and_the_gaps_end_below_it() -> None:
    graph, costs, demands, _, _ = sioux_falls()
    rough, fine = (user_equilibrium(graph, costs, demands, gap=gap) for gap in (1e-2, 1e-8))
    assert rough.gaps[-1] <= 1e-2 < rough.gaps[-2]
    assert fine.gaps[-1] <= 1e-8 < fine.gaps[-2]
    assert len(rough.gaps) < len(fine.gaps)
    assert not user_equilibrium(graph, costs, demands, gap=1e-6, rounds=2).reached


def test_at_equilibrium_every_used_path_is_a_cheapest_one_and_flows_are_conserved() -> None:
    graph, costs, demands, _, _ = sioux_falls()
    answer = user_equilibrium(graph, costs, demands, gap=1e-12)
    cheapest = distances(graph, answer.costs, np.arange(24))[demands.origins, demands.destinations]
    much = answer.amounts > 1e-3
    assert answer.paths.sums(answer.costs)[much] == pytest.approx(cheapest[answer.demand_of][much], rel=1e-5)
    assert np.bincount(answer.demand_of, answer.amounts) == pytest.approx(demands.amounts)
    out = np.bincount(graph.tails, answer.flows) - np.bincount(graph.heads, answer.flows)
    wanted = np.bincount(demands.origins, demands.amounts) - np.bincount(
        demands.destinations, demands.amounts
    )
    assert out == pytest.approx(wanted, abs=1e-6)


def test_the_best_for_all_at_sioux_falls_takes_less_time_in_all_than_the_equilibrium() -> None:
    graph, costs, demands, _, _ = sioux_falls()
    best, equilibrium = (
        system_optimum(graph, costs, demands, gap=1e-9),
        user_equilibrium(graph, costs, demands),
    )
    assert best.reached
    assert best.total_time == pytest.approx(7_194_256, rel=1e-5)
    assert best.objective == pytest.approx(best.total_time)
    assert best.total_time < equilibrium.total_time


def test_braess_link_makes_everybody_slower() -> None:
    """Six travellers: 83 each without the link, 92 each with it; the best for all leaves it unused."""
    without, with_it = (
        user_equilibrium(*braess(link), one_demand(0, 3, 6.0), gap=1e-12) for link in (False, True)
    )
    assert without.total_cost / 6 == pytest.approx(83)
    assert with_it.total_cost / 6 == pytest.approx(92)
    assert with_it.flows == pytest.approx([4, 2, 2, 2, 4])
    best = system_optimum(*braess(True), one_demand(0, 3, 6.0), gap=1e-12)
    assert best.total_cost / 6 == pytest.approx(83)
    assert best.flows == pytest.approx([3, 3, 0, 3, 3], abs=1e-4)


def test_a_fixed_cost_moves_flow_and_is_not_time() -> None:
    """Two equal roads, time 1 + flow; a toll of 2 on the first: 4 units part as 1 and 3."""
    graph = Graph.of(2, np.zeros(2, np.int32), np.ones(2, np.int32))
    one = np.ones(2)
    answer = user_equilibrium(
        graph, ArcCosts.of(one, one, one, one, np.array([2.0, 0.0])), one_demand(0, 1, 4.0), gap=1e-12
    )
    assert answer.flows == pytest.approx([1, 3])
    assert answer.total_time == pytest.approx(1 * 2 + 3 * 4)
    assert answer.total_cost == pytest.approx(4 * 4)


def test_without_congestion_everybody_takes_the_shortest_path() -> None:
    graph = random_graph(5, 30, 150)
    free = np.random.default_rng(5).uniform(1, 9, 150)
    origins, destinations = np.nonzero(np.isfinite(distances(graph, free, range(30))))
    demands = Demands(origins.astype(np.int32), destinations.astype(np.int32), np.ones(len(origins)))
    flat = ArcCosts.of(free, np.zeros(150), np.full(150, np.inf), np.ones(150))
    answer = user_equilibrium(graph, flat, demands, gap=1e-12)
    assert answer.total_time == pytest.approx(distances(graph, free, range(30))[origins, destinations].sum())


@pytest.mark.parametrize("seed", range(8))
def test_random_networks_with_flat_and_steep_arcs_come_to_equilibrium(seed: int) -> None:
    graph = random_graph(seed, 40, 200)
    draw = np.random.default_rng(seed)
    free, rise = draw.uniform(1, 9, 200), draw.choice([0.0, 0.15, 1.0], 200)
    origins, destinations = np.nonzero(np.isfinite(distances(graph, free, range(40))))
    amounts = draw.uniform(0, 2, len(origins)) * (origins != destinations)
    demands = Demands(origins.astype(np.int32), destinations.astype(np.int32), amounts)
    answer = user_equilibrium(
        graph, ArcCosts.of(free, rise, draw.uniform(5, 30, 200), draw.choice([1.0, 4.0], 200)), demands, 1e-8
    )
    assert answer.reached


def test_a_demand_without_a_way_and_numbers_that_cannot_be_are_refused() -> None:
    graph, costs = braess(True)
    with pytest.raises(NoWay, match="demands 0"):
        user_equilibrium(graph, costs, one_demand(3, 0, 1.0))
    with pytest.raises(ValueError, match="capacity of arc 0 is 0"):
        ArcCosts.of(np.ones(1), np.ones(1), np.zeros(1), np.ones(1))
    with pytest.raises(ValueError, match="power of arc 0 is 0.5"):
        ArcCosts.of(np.ones(1), np.ones(1), np.ones(1), np.full(1, 0.5))


def test_a_gap_that_rounding_does_not_allow_ends_the_search_and_is_said_not_to_be_reached() -> None:
    graph, costs, demands, _, _ = sioux_falls()
    answer = user_equilibrium(graph, costs, demands, gap=-1.0)
    assert not answer.reached
    assert 0 <= answer.gaps[-1] < 1e-12
    assert len(answer.gaps) < 100


def test_no_demand_gives_no_flow() -> None:
    graph, costs = braess(True)
    answer = user_equilibrium(graph, costs, one_demand(0, 3, 0.0))
    assert answer.flows.tolist() == [0.0] * 5
    assert answer.reached
