"""Distinct alternative routes: by hand, and what holds of all of them."""

from __future__ import annotations

import numpy as np
import pytest

from kengesh.corridors.solve.alternatives import Alternatives, Rules, alternatives
from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.shortest import distances
from tests.corridors.solve.networks import graph_of


def a_town(seed: int, side: int) -> tuple[Graph, Floats]:
    """A grid of streets of uneven length, both ways."""
    draw = np.random.default_rng(seed)
    ends = [(a, a + step) for a in range(side * side) for step in (1, side) if step == side or (a + 1) % side]
    ends = [pair for pair in ends if pair[1] < side * side]
    return graph_of(
        side * side, *((a, b, float(draw.uniform(1, 3))) for pair in ends for a, b in (pair, pair[::-1]))
    )


def of_pair(found: Alternatives, pair: int) -> list[list[int]]:
    return [found.routes[place].tolist() for place in range(found.offsets[pair], found.offsets[pair + 1])]


def one(node: int) -> np.ndarray:
    return np.array([node], dtype=np.int32)


def test_three_roads_through_three_valleys_are_three_routes_the_shortest_first() -> None:
    arcs = [
        (0, 1, 1.0),
        (1, 2, 8.0),
        (2, 9, 1.0),
        (0, 3, 1.0),
        (3, 4, 9.0),
        (4, 9, 1.0),
        (0, 5, 1.0),
        (5, 6, 10.0),
        (6, 9, 1.0),
    ]
    graph, weights = graph_of(10, *arcs)
    found = alternatives(graph, weights, one(0), one(9))
    nodes = [[0, *graph.heads[route].tolist()] for route in of_pair(found, 0)]
    assert nodes == [[0, 1, 2, 9], [0, 3, 4, 9], [0, 5, 6, 9]]
    assert found.lengths.tolist() == [10.0, 11.0, 12.0]
    assert len(alternatives(graph, weights, one(0), one(9), Rules(stretch=1.15)).lengths) == 2
    assert len(alternatives(graph, weights, one(0), one(9), Rules(most=1)).lengths) == 1


def test_a_detour_round_one_short_piece_is_not_another_route() -> None:
    """Ten long, of which a piece of 1 can be driven round by 1.2: nine tenths are in common."""
    graph, weights = graph_of(4, (0, 1, 5.0), (1, 2, 1.0), (1, 2, 1.2), (2, 3, 4.0))
    assert len(alternatives(graph, weights, one(0), one(3)).lengths) == 1
    everything = alternatives(graph, weights, one(0), one(3), Rules(sharing=1.0, plateau=0.0))
    assert everything.lengths[0] == 10.0


def test_a_pair_without_a_way_has_no_route_and_one_of_the_same_node_an_empty_one() -> None:
    graph, weights = graph_of(3, (0, 1, 1.0))
    found = alternatives(graph, weights, np.array([0, 0, 1, 0]), np.array([2, 1, 1, 1]))
    assert found.offsets.tolist() == [0, 0, 1, 2, 3]
    assert [of_pair(found, pair) for pair in range(4)] == [[], [[0]], [[]], [[0]]]
    none = alternatives(graph, weights, np.zeros(0, np.int32), np.zeros(0, np.int32))
    assert none.offsets.tolist() == [0] and len(none.routes) == 0


@pytest.mark.parametrize("seed", range(6))
def test_routes_lead_from_origin_to_destination_keep_to_the_rules_and_pass_no_node_twice(seed: int) -> None:
    graph, weights = a_town(seed, 9)
    zones = np.random.default_rng(seed).choice(81, 10, replace=False)
    origins, destinations = (part.ravel() for part in np.meshgrid(zones, zones, indexing="ij"))
    rules = Rules()
    found = alternatives(graph, weights, origins, destinations, rules)
    shortest = distances(graph, weights, origins)[np.arange(100), destinations]
    assert np.diff(found.offsets).max() > 1
    for pair in range(100):
        taken: set[int] = set()
        for place, route in enumerate(of_pair(found, pair)):
            nodes = [int(origins[pair]), *graph.heads[route].tolist()]
            length = float(weights[route].sum())
            assert nodes[-1] == destinations[pair] and len(set(nodes)) == len(nodes)
            assert np.array_equal(graph.tails[route], nodes[:-1])
            assert length <= rules.stretch * shortest[pair] * (1 + 1e-6)
            assert place > 0 or length == pytest.approx(shortest[pair])
            assert (
                place == 0
                or weights[[arc for arc in route if arc in taken]].sum() <= rules.sharing * shortest[pair]
            )
            taken |= set(route)


def test_pairs_found_together_are_those_found_alone() -> None:
    graph, weights = a_town(1, 8)
    origins, destinations = np.array([0, 9, 63, 5]), np.array([63, 50, 0, 60])
    together = alternatives(graph, weights, origins, destinations)
    alone = [alternatives(graph, weights, origins[[place]], destinations[[place]]) for place in range(4)]
    assert [of_pair(together, place) for place in range(4)] == [of_pair(each, 0) for each in alone]
