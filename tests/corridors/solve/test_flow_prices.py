"""Demands that share capacities: a case by hand, complementary slackness, and a maximum flow found in the other way."""

from __future__ import annotations

import numpy as np
import pytest

from kengesh.corridors.solve.demands import Demands, Rooms
from kengesh.corridors.solve.flow_prices import PricedFlow, greatest_throughput, least_cost_flow
from kengesh.corridors.solve.flows import greatest_flow
from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.ragged import Paths
from kengesh.corridors.solve.shortest import distances
from tests.corridors.solve.networks import graph_of, random_graph


def demands(*rows: tuple[int, int, float]) -> Demands:
    origins, destinations = (np.array([row[place] for row in rows], dtype=np.int32) for place in (0, 1))
    return Demands(origins, destinations, np.array([row[2] for row in rows], dtype=np.float64))


def test_the_cheap_line_fills_the_dear_one_takes_the_rest_and_the_room_is_worth_the_difference() -> None:
    """10 units; the line of cost 2 has room for 6, the line of cost 5 for 3: one is not sent, at a price of 9."""
    graph, costs = graph_of(2, (0, 1, 2.0), (0, 1, 5.0))
    answer = least_cost_flow(graph, costs, demands((0, 1, 10.0)), Rooms.of_arcs(np.array([6.0, 3.0])), 9.0)
    assert answer.arc_flows.tolist() == [6.0, 3.0]
    assert answer.unmet.tolist() == [1.0]
    assert answer.total == pytest.approx(6 * 2 + 3 * 5 + 9)
    assert answer.worth == pytest.approx([7.0, 4.0])
    assert answer.prices == pytest.approx([9.0])
    assert answer.proven


def test_both_directions_of_a_line_and_a_port_share_their_room() -> None:
    """0 to 2 and 2 to 0 over the port 1, which handles 5 in all and counts a unit twice on the way back."""
    graph, costs = graph_of(3, (0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0), (2, 1, 1.0))
    assert graph.heads.tolist() == [1, 0, 2, 1]
    port = Rooms(np.array([5.0]), np.array([0, 0]), np.array([2, 3]), np.array([1.0, 2.0]))
    answer = least_cost_flow(graph, costs, demands((0, 2, 3.0), (2, 0, 3.0)), port, 10.0)
    assert answer.unmet == pytest.approx([0.0, 2.0])
    assert answer.used == pytest.approx([5.0])
    assert answer.worth == pytest.approx([(10.0 - 2.0) / 2])


def test_throughput_counts_units_and_its_worth_is_units_per_unit_of_room() -> None:
    """Two demands over one bridge of room 4: whoever passes, 4 do, and a unit of room lets one more through."""
    graph, _ = graph_of(4, (0, 2, 1.0), (1, 2, 1.0), (2, 3, 1.0))
    answer = greatest_throughput(
        graph, demands((0, 3, 3.0), (1, 3, 3.0)), Rooms.of_arcs(np.array([9.0, 9.0, 4.0]))
    )
    assert answer.total == pytest.approx(4.0)
    assert answer.worth == pytest.approx([0.0, 0.0, 1.0])
    assert answer.unmet.sum() == pytest.approx(2.0)


@pytest.mark.parametrize("seed", range(12))
def test_throughput_of_one_great_demand_is_the_maximum_flow_and_room_is_worth_something_only_in_a_cut(
    seed: int,
) -> None:
    graph = random_graph(seed, 12, 50)
    capacities = np.random.default_rng(seed).integers(1, 9, 50).astype(np.float64)
    answer = greatest_throughput(graph, demands((0, 11, 1000.0)), Rooms.of_arcs(capacities))
    assert answer.total == pytest.approx(greatest_flow(graph, capacities, 0, 11).value)
    assert capacities @ answer.worth == pytest.approx(answer.total)
    assert answer.proven


def slack_is_complementary(
    graph: Graph, costs: Floats, wanted: Demands, room: Rooms, answer: PricedFlow
) -> bool:
    """No price on a row with room to spare, every used path costs its demand's price, and no path costs less."""
    weights = costs.copy()
    np.add.at(weights, room.arcs, room.uses * answer.worth[room.rows])
    spare = room.capacities - answer.used
    paid = answer.paths.sums(weights)
    cheapest = distances(graph, weights, wanted.origins)[np.arange(len(wanted)), wanted.destinations]
    return bool(
        (spare > -1e-6).all()
        and (np.minimum(spare, answer.worth) < 1e-6).all()
        and np.allclose(paid, answer.prices[answer.demand_of], atol=1e-6)
        and (answer.prices <= cheapest + 1e-6).all()
    )


@pytest.mark.parametrize("seed", range(12))
def test_generated_paths_are_optimal_by_complementary_slackness(seed: int) -> None:
    graph = random_graph(seed, 15, 70)
    draw = np.random.default_rng(seed)
    costs = draw.uniform(1, 9, 70)
    ends = {(int(tail), int(head)) for tail, head in draw.integers(0, 15, (12, 2)) if tail != head}
    wanted = demands(*((*pair, float(draw.integers(1, 9))) for pair in sorted(ends)))
    room = Rooms(
        draw.uniform(2, 9, 35), np.arange(70, dtype=np.int32) % 35, np.arange(70, dtype=np.int32), np.ones(70)
    )
    answer = least_cost_flow(graph, costs, wanted, room, 60.0)
    assert slack_is_complementary(graph, costs, wanted, room, answer)
    sent = np.bincount(answer.demand_of, answer.amounts, minlength=len(wanted))
    assert sent + answer.unmet == pytest.approx(wanted.amounts)
    assert answer.gap == pytest.approx(0, abs=1e-6 * answer.total)
    again = least_cost_flow(graph, costs, wanted, room, 60.0, paths=(answer.paths, answer.demand_of))
    assert again.total == pytest.approx(answer.total)


def test_with_given_paths_no_other_is_used() -> None:
    graph, costs = graph_of(2, (0, 1, 2.0), (0, 1, 5.0))
    only = Paths(np.array([1], dtype=np.int32), np.array([0, 1], dtype=np.int32))
    room = Rooms.of_arcs(np.array([np.inf, 3.0]))
    answer = least_cost_flow(
        graph, costs, demands((0, 1, 4.0)), room, 9.0, paths=(only, np.array([0], dtype=np.int32))
    )
    assert answer.arc_flows.tolist() == [0.0, 3.0]
    assert answer.total == pytest.approx(24.0)


def test_a_demand_without_a_way_is_unmet_and_none_at_all_costs_nothing() -> None:
    graph, costs = graph_of(3, (0, 1, 1.0))
    answer = least_cost_flow(
        graph, costs, demands((0, 2, 4.0), (1, 1, 2.0)), Rooms.of_arcs(np.array([np.inf])), 7.0
    )
    assert answer.unmet.tolist() == [4.0, 0.0]
    assert answer.total == pytest.approx(28.0)
    assert least_cost_flow(graph, costs, demands((0, 1, 0.0)), Rooms.of_arcs(np.array([1.0])), 7.0).total == 0


def test_numbers_that_are_negative_or_endless_are_refused_by_their_place() -> None:
    graph, costs = graph_of(2, (0, 1, 1.0))
    with pytest.raises(ValueError, match="demand 0 is -1"):
        least_cost_flow(graph, costs, demands((0, 1, -1.0)), Rooms.of_arcs(np.array([1.0])), 7.0)
    with pytest.raises(ValueError, match="capacity 0 is nan"):
        least_cost_flow(graph, costs, demands((0, 1, 1.0)), Rooms.of_arcs(np.array([np.nan])), 7.0)
    with pytest.raises(ValueError, match="price of unmet demand 0"):
        least_cost_flow(graph, costs, demands((0, 1, 1.0)), Rooms.of_arcs(np.array([1.0])), np.inf)
