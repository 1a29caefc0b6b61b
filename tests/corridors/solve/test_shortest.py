"""Shortest paths: zero weights, parallel arcs, closed arcs, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse.csgraph import dijkstra

from kengesh.corridors.solve.graph import Graph
from kengesh.corridors.solve.ragged import end_to_end, paths_into, paths_out_of
from kengesh.corridors.solve.shortest import (
    NO_ARC,
    BadWeight,
    Path,
    distances,
    matrix,
    shortest_path,
    trees,
    trees_towards,
)
from tests.corridors.solve.networks import all_paths, graph_of, random_graph


def test_an_arc_of_weight_zero_is_a_way() -> None:
    graph, weights = graph_of(3, (0, 1, 0.0), (1, 2, 0.0))
    assert distances(graph, weights, [0]).tolist() == [[0.0, 0.0, 0.0]]
    assert shortest_path(graph, weights, 0, 2) == Path((0, 1), 0.0)


def test_of_parallel_arcs_the_cheapest_is_taken_and_the_first_of_equals() -> None:
    graph, weights = graph_of(3, (0, 1, 5.0), (0, 1, 2.0), (0, 1, 2.0), (1, 2, 1.0), (1, 2, 0.0))
    path = shortest_path(graph, weights, 0, 2)
    assert path == Path((1, 4), 2.0)
    assert path is not None and path.nodes(graph) == (0, 1, 2)


def test_an_infinite_weight_closes_an_arc_and_leaves_its_parallel_open() -> None:
    graph, weights = graph_of(3, (0, 1, np.inf), (0, 1, 4.0), (1, 2, np.inf))
    assert shortest_path(graph, weights, 0, 1) == Path((1,), 4.0)
    assert shortest_path(graph, weights, 0, 2) is None
    assert trees(graph, weights, [0]).arcs.tolist() == [[NO_ARC, 1, NO_ARC]]


def test_a_path_to_where_one_is_has_no_arcs() -> None:
    graph, weights = graph_of(2, (0, 0, 1.0), (0, 1, 1.0))
    assert shortest_path(graph, weights, 0, 0) == Path((), 0.0)
    assert Path((), 0.0).nodes(graph) == ()


def test_a_graph_without_arcs_has_its_distances_too() -> None:
    graph = Graph.of(2, np.zeros(0, np.int32), np.zeros(0, np.int32))
    assert distances(graph, np.zeros(0), [0]).tolist() == [[0.0, np.inf]]
    assert trees_towards(graph, np.zeros(0), [1]).arcs.tolist() == [[NO_ARC, NO_ARC]]


@pytest.mark.parametrize("weight", [-1.0, np.nan, -np.inf])
def test_a_weight_that_is_negative_or_no_number_is_refused_with_its_arc(weight: float) -> None:
    graph, weights = graph_of(3, (0, 1, 1.0), (1, 2, weight))
    with pytest.raises(BadWeight, match="arc 1") as refused:
        distances(graph, weights, [0])
    assert refused.value.arc == 1


def test_weights_that_are_too_few_and_nodes_that_are_not_there_are_refused() -> None:
    graph, weights = graph_of(3, (0, 1, 1.0), (1, 2, 1.0))
    with pytest.raises(ValueError, match="2 arcs"):
        distances(graph, weights[:1], [0])
    with pytest.raises(ValueError, match="nodes 0 to 2"):
        distances(graph, weights, [3])


@pytest.mark.parametrize("seed", range(40))
def test_distances_are_those_of_the_best_of_all_paths(seed: int) -> None:
    graph = random_graph(seed, 6, 14)
    weights = np.random.default_rng(seed).integers(0, 4, 14).astype(np.float64)
    every = [
        [min((sum(weights[list(arcs)]) for arcs in all_paths(graph, s, t)), default=np.inf) for t in range(6)]
        for s in range(6)
    ]
    assert distances(graph, weights, range(6)).tolist() == every
    assert trees_towards(graph, weights, range(6)).distances.T.tolist() == every


@pytest.mark.parametrize("seed", range(10))
def test_the_arcs_of_a_tree_add_up_to_its_distances_in_both_directions(seed: int) -> None:
    graph = random_graph(seed, 60, 240)
    weights = np.random.default_rng(seed).integers(0, 5, 240).astype(np.float64)
    rows, ends = (part.ravel() for part in np.meshgrid(np.arange(60), np.arange(60), indexing="ij"))
    out, into = trees(graph, weights, range(60)), trees_towards(graph, weights, range(60))
    assert np.array_equal(out.distances, dijkstra(matrix(graph, weights)))
    there = np.isfinite(out.distances[rows, ends])
    rows, ends = rows[there], ends[there]
    forward, backward = paths_out_of(graph, out, rows, ends), paths_into(graph, into, ends, rows)
    assert np.array_equal(forward.sums(weights), out.distances[rows, ends])
    assert np.array_equal(backward.sums(weights), out.distances[rows, ends])
    for paths in (forward, backward):
        for place in range(0, len(paths), 37):
            arcs = paths[place]
            assert np.array_equal(graph.heads[arcs[:-1]], graph.tails[arcs[1:]])
            assert len(arcs) == 0 or (graph.tails[arcs[0]], graph.heads[arcs[-1]]) == (
                rows[place],
                ends[place],
            )


@pytest.mark.parametrize("seed", range(10))
def test_closing_an_arc_makes_no_way_shorter(seed: int) -> None:
    graph = random_graph(seed, 15, 60)
    weights = np.random.default_rng(seed).uniform(0, 5, 60)
    open_to_all = distances(graph, weights, range(15))
    for arc in range(60):
        closed = np.where(np.arange(60) == arc, np.inf, weights)
        assert (distances(graph, closed, range(15)) >= open_to_all).all()


def test_paths_are_put_end_to_end_and_chosen_by_number() -> None:
    graph, weights = graph_of(4, (0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0))
    first = paths_out_of(graph, trees(graph, weights, [0]), np.array([0, 0, 0]), np.array([0, 1, 2]))
    second = paths_into(graph, trees_towards(graph, weights, [3]), np.array([0, 0, 0]), np.array([0, 1, 2]))
    whole = end_to_end(first, second)
    assert [whole[place].tolist() for place in range(3)] == [[0, 1, 2]] * 3
    assert [first.taken(np.array([2, 0]))[place].tolist() for place in (0, 1)] == [[0, 1], []]
    assert first.joined(second).sizes.tolist() == [0, 1, 2, 3, 2, 1]
