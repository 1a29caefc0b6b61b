"""Shortest distances over many draws are those of Dijkstra's method in each."""

from __future__ import annotations

import numpy as np
import pytest

from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.shortest import BadWeight, distances
from kengesh.corridors.solve.sweep import distances_over_draws, trees_over_draws
from tests.corridors.solve.networks import graph_of, random_graph


def one_by_one(graph: Graph, weights: Floats, source: int) -> Floats:
    return np.stack([distances(graph, row, [source])[0] for row in weights])


@pytest.mark.parametrize("seed", range(25))
def test_distances_are_those_of_dijkstra_in_every_draw_zeros_and_closed_arcs_included(seed: int) -> None:
    graph = random_graph(seed, 30, 90)
    draw = np.random.default_rng(seed)
    weights = draw.integers(0, 4, (40, 90)).astype(np.float64)
    weights[draw.random((40, 90)) < 0.2] = np.inf
    assert np.array_equal(distances_over_draws(graph, weights, 3), one_by_one(graph, weights, 3))
    assert np.array_equal(
        distances_over_draws(graph, weights, 3, [7, 1]), one_by_one(graph, weights, 3)[:, [7, 1]]
    )


@pytest.mark.parametrize("seed", range(25))
def test_the_paths_of_the_draws_lead_there_and_add_up_to_their_distances(seed: int) -> None:
    graph = random_graph(seed, 30, 90)
    weights = np.random.default_rng(seed).integers(0, 4, (40, 90)).astype(np.float64)
    found = trees_over_draws(graph, weights, 3)
    assert np.array_equal(found.distances, one_by_one(graph, weights, 3))
    for target in range(30):
        paths = found.paths_to(target)
        assert np.array_equal(np.bincount(paths.arcs, minlength=90), found.uses_towards(target))
        for draw in range(40):
            arcs = paths[draw]
            if target == 3 or np.isinf(found.distances[draw, target]):
                assert len(arcs) == 0
                continue
            assert weights[draw, arcs].sum() == found.distances[draw, target]
            assert np.array_equal(graph.heads[arcs[:-1]], graph.tails[arcs[1:]])
            assert (graph.tails[arcs[0]], graph.heads[arcs[-1]]) == (3, target)


def test_draws_in_which_the_order_of_nodes_is_upside_down_are_right_too() -> None:
    """A chain whose mean is long and whose draws go the other way round."""
    graph, _ = graph_of(4, (0, 1, 1), (0, 3, 1), (1, 2, 1), (2, 3, 1), (3, 2, 1), (2, 1, 1))
    forth, back = [1.0, 9.0, 1.0, 9.0, 1.0, 9.0], [9.0, 1.0, 9.0, 1.0, 9.0, 1.0]
    weights = np.array([forth] * 5 + [back])
    assert np.array_equal(distances_over_draws(graph, weights, 0), one_by_one(graph, weights, 0))


def test_of_equal_parallel_arcs_the_first_is_used() -> None:
    graph, _ = graph_of(2, (0, 1, 1), (0, 1, 1), (0, 1, 1))
    found = trees_over_draws(graph, np.array([[3.0, 2.0, 2.0], [1.0, 1.0, 1.0]]), 0)
    assert found.arcs[:, 1].tolist() == [1, 0]
    assert found.uses_towards(1).tolist() == [1, 1, 0]


def test_no_draws_give_no_rows_and_a_bad_weight_is_refused_with_its_arc() -> None:
    graph, _ = graph_of(2, (0, 1, 1))
    assert distances_over_draws(graph, np.zeros((0, 1)), 0).shape == (0, 2)
    with pytest.raises(BadWeight, match="arc 0"):
        distances_over_draws(graph, np.array([[1.0], [np.nan]]), 0)
    with pytest.raises(ValueError, match="1 columns"):
        distances_over_draws(graph, np.zeros((3, 2)), 0)
