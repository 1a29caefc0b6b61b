"""The best path by mean and spread, and the best few, against all paths."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.mean_spread import least_mean_spread, mean_spread_paths
from tests.corridors.solve.networks import all_paths, graph_of, random_graph


def values(graph: Graph, mean: Floats, variance: Floats, times: float) -> list[float]:
    every = [list(arcs) for arcs in all_paths(graph, 0, 5)]
    return sorted(float(mean[arcs].sum() + times * sqrt(variance[arcs].sum())) for arcs in every)


def drawn(seed: int) -> tuple[Graph, Floats, Floats]:
    graph = random_graph(seed, 6, 18)
    draw = np.random.default_rng(seed)
    return graph, draw.integers(0, 10, 18).astype(np.float64), draw.integers(0, 30, 18).astype(np.float64)


def test_a_slower_surer_path_is_better_when_spread_has_a_value() -> None:
    graph, mean = graph_of(2, (0, 1, 10.0), (0, 1, 12.0))
    variance = np.array([9.0, 1.0])
    quick = least_mean_spread(graph, mean, variance, 0, 1, times=0.5)
    sure = least_mean_spread(graph, mean, variance, 0, 1, times=2.0)
    assert quick is not None and (quick.arcs, quick.value, quick.spread) == ((0,), 11.5, 3.0)
    assert sure is not None and (sure.arcs, sure.value) == ((1,), 14.0)


@pytest.mark.parametrize("times", [0.0, 0.3, 1.0, 4.0])
@pytest.mark.parametrize("seed", range(40))
def test_the_best_is_the_best_of_all_paths(seed: int, times: float) -> None:
    graph, mean, variance = drawn(seed)
    expected = values(graph, mean, variance, times)
    found = least_mean_spread(graph, mean, variance, 0, 5, times)
    assert ([] if found is None else [found.value]) == pytest.approx(expected[:1])


@pytest.mark.parametrize("times", [0.0, 0.3, 1.0, 4.0])
@pytest.mark.parametrize("seed", range(25))
def test_the_best_few_are_the_best_few_of_all_paths(seed: int, times: float) -> None:
    graph, mean, variance = drawn(seed)
    found = mean_spread_paths(graph, mean, variance, 0, 5, times, count=6)
    assert [path.value for path in found.paths] == pytest.approx(values(graph, mean, variance, times)[:6])
    assert len({path.arcs for path in found.paths}) == len(found.paths)
    assert found.proven


def test_a_list_cut_short_says_that_it_is_not_proven() -> None:
    graph = random_graph(3, 60, 260)
    draw = np.random.default_rng(3)
    mean, variance = draw.uniform(9, 10, 260), draw.uniform(0, 400, 260)
    cut = mean_spread_paths(graph, mean, variance, 0, 59, 3.0, count=4, limit=2)
    assert not cut.proven and cut.listed == 2
    whole = mean_spread_paths(graph, mean, variance, 0, 59, 3.0, count=4, limit=100_000)
    assert whole.proven
    assert cut.paths[0] == whole.paths[0]


def test_without_a_way_there_is_no_path_and_a_closed_arc_is_none() -> None:
    graph, mean = graph_of(2, (0, 1, np.inf))
    assert least_mean_spread(graph, mean, np.ones(1), 0, 1, 0.0) is None
    assert mean_spread_paths(graph, np.ones(1), mean, 0, 1, 1.0, count=2).paths == ()


def test_a_negative_value_of_spread_is_refused() -> None:
    graph, mean = graph_of(2, (0, 1, 1.0))
    with pytest.raises(ValueError, match="value of spread"):
        least_mean_spread(graph, mean, mean, 0, 1, -1.0)
