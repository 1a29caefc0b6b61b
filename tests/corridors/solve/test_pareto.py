"""Paths that no other beats in everything, against all paths."""

from __future__ import annotations

import numpy as np
import pytest

from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.pareto import pareto_paths
from kengesh.corridors.solve.shortest import BadWeight
from tests.corridors.solve.networks import all_paths, graph_of, random_graph


def unbeaten(graph: Graph, weights: Floats, source: int, target: int) -> list[tuple[float, ...]]:
    sums = {tuple(weights[:, list(arcs)].sum(axis=1).tolist()) for arcs in all_paths(graph, source, target)}
    return sorted(
        one for one in sums if not any(other != one and all(np.less_equal(other, one)) for other in sums)
    )


def test_of_cheap_quick_and_neither_the_third_is_left_out() -> None:
    graph, cost = graph_of(5, (0, 1, 1.0), (1, 4, 1.0), (0, 2, 5.0), (2, 4, 4.0), (0, 3, 5.0), (3, 4, 5.0))
    hours = np.array([10.0, 2.0, 3.0, 10.0, 1.0, 5.0])
    assert graph.heads.tolist() == [1, 2, 3, 4, 4, 4]
    answer = pareto_paths(graph, np.stack([cost, hours]), 0, 4)
    assert [path.arcs for path in answer.paths] == [(0, 3), (1, 4)]
    assert answer.values.tolist() == [[2.0, 20.0], [9.0, 3.0]]
    assert answer.complete


@pytest.mark.parametrize("criteria", [1, 2, 3, 4])
@pytest.mark.parametrize("seed", range(40))
def test_the_paths_are_the_unbeaten_ones_of_all(seed: int, criteria: int) -> None:
    graph = random_graph(seed, 6, 18)
    weights = np.random.default_rng(seed).integers(0, 5, (criteria, 18)).astype(np.float64)
    answer = pareto_paths(graph, weights, 0, 5)
    assert [tuple(value) for value in answer.values.tolist()] == unbeaten(graph, weights, 0, 5)
    assert answer.complete
    for path, value in zip(answer.paths, answer.values, strict=True):
        assert path.arcs in set(all_paths(graph, 0, 5))
        assert weights[:, list(path.arcs)].sum(axis=1).tolist() == value.tolist()


def test_sums_that_are_equal_in_decimals_are_one_path() -> None:
    graph, first = graph_of(3, (0, 1, 0.1), (1, 2, 0.2), (0, 2, 0.3))
    assert graph.heads.tolist() == [1, 2, 2]
    second = np.array([0.3, 0.9, 0.6])
    answer = pareto_paths(graph, np.stack([first, second]), 0, 2)
    assert len(answer.paths) == 1


def test_a_search_that_is_stopped_says_so_and_gives_paths_that_are_unbeaten() -> None:
    graph = random_graph(4, 40, 200)
    weights = np.random.default_rng(4).integers(1, 50, (3, 200)).astype(np.float64)
    whole = pareto_paths(graph, weights, 0, 39)
    assert whole.complete and len(whole.paths) == 4
    some = pareto_paths(graph, weights, 0, 39, most=3)
    assert not some.complete
    assert some.values.tolist() == whole.values[:3].tolist()
    assert pareto_paths(graph, weights, 0, 39, most=len(whole.paths)).complete
    few_labels = pareto_paths(graph, weights, 0, 39, most_labels=20)
    assert not few_labels.complete and len(few_labels.paths) < len(whole.paths)


def test_an_arc_closed_for_one_criterion_is_closed_and_no_way_gives_no_path() -> None:
    graph, first = graph_of(2, (0, 1, 1.0), (0, 1, 2.0))
    answer = pareto_paths(graph, np.stack([first, [np.inf, 1.0]]), 0, 1)
    assert [path.arcs for path in answer.paths] == [(1,)]
    none = pareto_paths(graph, np.stack([first, first]), 1, 0)
    assert none.paths == () and none.values.shape == (0, 2) and none.complete


def test_a_path_to_where_one_is_has_no_arcs_and_sums_of_zero() -> None:
    graph, first = graph_of(2, (0, 1, 1.0), (1, 0, 2.0))
    answer = pareto_paths(graph, np.stack([first, first]), 0, 0)
    assert [path.arcs for path in answer.paths] == [()]
    assert answer.values.tolist() == [[0.0, 0.0]]


def test_a_negative_weight_is_refused_with_its_arc() -> None:
    graph, first = graph_of(2, (0, 1, 1.0))
    with pytest.raises(BadWeight, match="arc 0"):
        pareto_paths(graph, np.stack([first, -first]), 0, 1)
