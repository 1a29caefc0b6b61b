"""Greatest flows and narrowest cuts: a textbook's network, conservation, and capacities that 32 bits do not hold."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

from kengesh.corridors.solve.flows import Separation, UnboundedFlow, cut_between, greatest_flow
from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.shortest import BadWeight, distances
from tests.corridors.solve.networks import graph_of, random_graph


def narrowest_cut(graph: Graph, capacities: Floats, source: int, target: int) -> float:
    """The least capacity out of a set of nodes that holds the source and not the target, by trying all sets."""
    others = [node for node in range(graph.nodes) if node not in (source, target)]
    sets = [{source, *chosen} for size in range(len(others) + 1) for chosen in combinations(others, size)]
    arcs = list(zip(graph.tails.tolist(), graph.heads.tolist(), capacities.tolist(), strict=True))
    return min(
        sum(room for tail, head, room in arcs if tail in inside and head not in inside) for inside in sets
    )


def is_flow(graph: Graph, flows: Floats, capacities: Floats, source: int, target: int, value: float) -> bool:
    out = np.bincount(graph.tails, flows, graph.nodes) - np.bincount(graph.heads, flows, graph.nodes)
    expected = np.zeros(graph.nodes)
    expected[source], expected[target] = value, -value
    return bool(np.allclose(out, expected) and (flows >= 0).all() and (flows <= capacities).all())


def test_the_network_of_cormen_leiserson_rivest_and_stein_lets_23_through() -> None:
    """Introduction to Algorithms, the example of the chapter on maximum flow: Vancouver to Winnipeg."""
    s, v1, v2, v3, v4, t = range(6)
    graph, capacities = graph_of(
        6,
        (s, v1, 16),
        (s, v2, 13),
        (v1, v3, 12),
        (v2, v1, 4),
        (v2, v4, 14),
        (v3, v2, 9),
        (v3, t, 20),
        (v4, v3, 7),
        (v4, t, 4),
    )
    answer = greatest_flow(graph, capacities, s, t)
    assert answer.value == 23 and answer.lost == 0
    ends = [(int(graph.tails[arc]), int(graph.heads[arc])) for arc in answer.cut_near_source]
    assert ends == [(v1, v3), (v4, v3), (v4, t)]
    assert is_flow(graph, answer.flows, capacities, s, t, 23)


@pytest.mark.parametrize("seed", range(60))
def test_the_flow_is_as_great_as_the_narrowest_of_all_cuts_and_is_conserved(seed: int) -> None:
    graph = random_graph(seed, 7, 22)
    capacities = np.random.default_rng(seed).integers(0, 12, 22) / 10
    answer = greatest_flow(graph, capacities, 0, 6)
    assert answer.value == pytest.approx(narrowest_cut(graph, capacities, 0, 6), abs=1e-12)
    assert is_flow(graph, answer.flows, capacities + 1e-12, 0, 6, answer.value)
    for cut in (answer.cut_near_source, answer.cut_near_target):
        assert capacities[list(cut)].sum() == pytest.approx(answer.value, abs=1e-12)
        closed = np.where(np.isin(np.arange(22), cut) | (capacities == 0), np.inf, 1.0)
        assert np.isinf(distances(graph, closed, [0])[0, 6])


def test_the_two_cuts_are_the_ends_of_a_stretch_of_equal_narrowness() -> None:
    graph, capacities = graph_of(5, (0, 1, 9), (1, 2, 0.3), (2, 3, 0.1), (2, 3, 0.2), (3, 4, 9))
    answer = greatest_flow(graph, capacities, 0, 4)
    assert answer.value == 0.3 and answer.lost == 0
    assert answer.cut_near_source == (1,)
    assert answer.cut_near_target == (2, 3)


def test_parallel_arcs_carry_together_the_first_first() -> None:
    graph, capacities = graph_of(3, (0, 1, 4), (0, 1, 5), (0, 0, 7), (1, 2, 6))
    answer = greatest_flow(graph, capacities, 0, 2)
    assert answer.flows.tolist() == [4, 2, 0, 6]


def test_an_undirected_link_is_two_arcs_and_its_flow_is_net() -> None:
    graph, capacities = graph_of(4, (0, 1, 3), (0, 2, 3), (1, 2, 2), (2, 1, 2), (1, 3, 1), (2, 3, 5))
    answer = greatest_flow(graph, capacities, 0, 3)
    assert answer.value == 6
    assert min(answer.flows[list(graph.tails).index(1)], answer.flows[4]) == 0


@pytest.mark.parametrize("seed", range(20))
def test_capacities_beyond_32_bits_are_exact_to_the_last_unit(seed: int) -> None:
    graph = random_graph(seed, 6, 20)
    capacities = np.random.default_rng(seed).integers(0, 4 * 10**13, 20).astype(np.float64)
    answer = greatest_flow(graph, capacities, 0, 5)
    assert answer.value == narrowest_cut(graph, capacities, 0, 5)
    assert answer.lost == 0
    assert is_flow(graph, answer.flows, capacities, 0, 5, answer.value)


def test_two_full_arcs_against_each_other_do_not_run_over() -> None:
    most = 2.0**31 - 1
    graph, capacities = graph_of(
        4, (0, 1, most), (1, 2, most), (2, 1, most), (2, 3, most), (0, 2, 1), (1, 3, 1)
    )
    assert greatest_flow(graph, capacities, 0, 3).value == most + 1


def test_what_is_lost_by_counting_in_steps_is_said() -> None:
    third = float(Fraction(1, 3))
    graph, capacities = graph_of(3, (0, 1, 1e6), (1, 2, third))
    answer = greatest_flow(graph, capacities, 0, 2)
    assert 0 < answer.lost < 1e-8
    assert abs(answer.value - third) <= answer.lost


def test_arcs_without_limit_are_allowed_and_are_in_no_cut() -> None:
    graph, capacities = graph_of(4, (0, 1, np.inf), (1, 2, 5), (1, 2, 2), (2, 3, np.inf), (0, 3, 0))
    answer = greatest_flow(graph, capacities, 0, 3)
    assert answer.value == 7
    assert answer.cut_near_source == answer.cut_near_target == (2, 3)
    assert answer.flows.tolist() == [7, 0, 5, 2, 7]


def test_a_way_without_any_limit_is_refused_with_its_arcs() -> None:
    graph, capacities = graph_of(3, (0, 1, np.inf), (0, 2, 3), (1, 2, np.inf))
    with pytest.raises(UnboundedFlow) as refused:
        greatest_flow(graph, capacities, 0, 2)
    assert refused.value.arcs == (0, 2)


def test_no_way_lets_nothing_through_and_a_bad_capacity_or_one_node_is_refused() -> None:
    graph, capacities = graph_of(3, (0, 1, 4))
    assert greatest_flow(graph, capacities, 0, 2).value == 0
    with pytest.raises(BadWeight, match="arc 0"):
        greatest_flow(graph, np.array([np.nan]), 0, 1)
    with pytest.raises(ValueError, match="two different"):
        greatest_flow(graph, capacities, 1, 1)


def test_an_unreachable_pair_is_separated_by_the_fewest_closed_arcs() -> None:
    """Two closed borders on the way out, one closed port behind them: the port alone keeps the two apart."""
    graph, _ = graph_of(5, (0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1), (3, 4, 1))
    usable = np.array([False, False, True, True, False])
    far, near = cut_between(graph, 0, 4, usable), cut_between(graph, 0, 3, usable)
    assert far is not None and far.cut == (4,) and far.opening in ((0, 4), (1, 4))
    assert near is not None and near.cut == (0, 1) and near.opening in ((0,), (1,))


def test_a_pair_that_is_connected_has_no_cut_and_one_without_arcs_none_to_open() -> None:
    graph, _ = graph_of(4, (0, 1, 1), (1, 2, 1))
    assert cut_between(graph, 0, 2, np.array([True, True])) is None
    assert cut_between(graph, 1, 1, np.array([False, False])) is None
    assert cut_between(graph, 0, 3, np.array([True, False])) == Separation((), None)
