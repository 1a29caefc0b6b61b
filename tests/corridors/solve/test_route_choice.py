"""Shares of routes by hand: logit, path size, logsum."""

from __future__ import annotations

from itertools import chain
from math import exp, log

import numpy as np
import pytest

from kengesh.corridors.solve.ragged import Paths, starts_of
from kengesh.corridors.solve.route_choice import logit_shares, logsum_costs, path_size_shares, path_sizes


def paths(*arcs: list[int]) -> Paths:
    return Paths(
        np.array([*chain.from_iterable(arcs)], dtype=np.int32),
        starts_of(np.array([len(path) for path in arcs])),
    )


def offsets(*sizes: int) -> np.ndarray:
    return starts_of(np.array(sizes))


def test_two_routes_an_hour_apart_part_by_the_exponential_of_the_hour() -> None:
    shares = logit_shares(np.array([10.0, 11.0]), offsets(2), scale=1.0)
    assert shares == pytest.approx([1 / (1 + exp(-1)), exp(-1) / (1 + exp(-1))])


def test_pairs_are_apart_and_one_may_have_no_route() -> None:
    shares = logit_shares(np.array([5.0, 5.0, 7.0, 1.0, 1.0, 1.0]), offsets(2, 0, 1, 3, 0), scale=0.3)
    assert shares == pytest.approx([1 / 2, 1 / 2, 1, 1 / 3, 1 / 3, 1 / 3])


def test_great_costs_neither_overflow_nor_vanish_and_infinite_ones_get_nothing() -> None:
    shares = logit_shares(np.array([1e6, 1e6 + 1, np.inf, np.inf]), offsets(3, 1), scale=1.0)
    assert shares == pytest.approx([1 / (1 + exp(-1)), exp(-1) / (1 + exp(-1)), 0, 0])


def test_the_red_bus_is_half_of_a_route_where_it_shares_everything_with_the_blue() -> None:
    """Three routes of equal cost, two of them the same: sizes 1, 1/2, 1/2, shares 1/2, 1/4, 1/4, where plain logit gives thirds."""
    routes = paths([0], [1], [1])
    sizes = path_sizes(routes, np.array([4.0, 4.0]), offsets(3))
    assert sizes.tolist() == [1.0, 0.5, 0.5]
    assert path_size_shares(np.full(3, 4.0), sizes, offsets(3), 1.0) == pytest.approx([1 / 2, 1 / 4, 1 / 4])
    assert path_size_shares(np.full(3, 4.0), sizes, offsets(3), 1.0, weight=0.0) == pytest.approx([1 / 3] * 3)


def test_the_size_of_routes_that_part_on_the_way_counts_the_common_part_by_half() -> None:
    """Length 10 each: one alone, two together for 6 and apart for 4: 1, and 0.6 / 2 + 0.4 = 0.7 twice."""
    routes = paths([0], [1, 2], [1, 3])
    sizes = path_sizes(routes, np.array([10.0, 6.0, 4.0, 4.0]), offsets(3))
    assert sizes == pytest.approx([1, 0.7, 0.7])
    assert path_size_shares(np.full(3, 10.0), sizes, offsets(3), 0.5) == pytest.approx(
        [1 / 2.4, 0.7 / 2.4, 0.7 / 2.4]
    )


def test_routes_of_different_pairs_do_not_share_and_a_route_without_length_has_the_size_one() -> None:
    routes = paths([0], [0], [])
    assert path_sizes(routes, np.array([3.0]), offsets(1, 1, 1)).tolist() == [1.0, 1.0, 1.0]


def test_the_logsum_of_two_equal_routes_is_less_than_their_cost_by_the_logarithm_of_two() -> None:
    found = logsum_costs(np.array([5.0, 5.0, 9.0]), offsets(2, 1, 0), scale=2.0)
    assert found == pytest.approx([5 - log(2) / 2, 9, np.inf])


def test_a_scale_that_is_not_positive_and_a_cost_that_is_no_number_are_refused() -> None:
    with pytest.raises(ValueError, match="scale of a logit"):
        logit_shares(np.array([1.0]), offsets(1), scale=0.0)
    with pytest.raises(ValueError, match="route 0"):
        logit_shares(np.array([np.nan]), offsets(1), scale=1.0)
