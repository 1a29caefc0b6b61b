"""Earliest arrivals by the clock, and waits in closed form against sums over all moments of coming."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from scipy.stats import gamma

from kengesh.corridors.solve.timetable import Departures, Opening, earliest_arrivals
from kengesh.corridors.solve.waits import (
    mean_gate_wait,
    mean_headway_wait,
    variance_gate_wait,
    variance_headway_wait,
)
from tests.corridors.solve.networks import graph_of

MOMENTS = (np.arange(200_000) + 0.5) / 200_000


def test_a_gate_lets_through_while_open_and_keeps_till_it_opens() -> None:
    gate = Opening(8, 20)
    assert [gate.leaves(moment) for moment in (7.5, 8, 19.5, 20, 31, 33)] == [8, 8, 19.5, 32, 32, 33]


def test_a_gate_may_be_open_past_midnight_and_one_that_closes_when_it_opens_is_always_open() -> None:
    night = Opening(22, 6)
    assert [night.leaves(moment) for moment in (21, 23, 5, 6, 30)] == [22, 23, 5, 22, 46]
    assert Opening(0, 24).leaves(3.25) == Opening(9, 9).leaves(3.25) == 3.25


def test_a_ferry_leaves_by_its_timetable_and_begins_again_each_week() -> None:
    ferry = Departures((10.0, 100.0), 168.0)
    assert [ferry.leaves(moment) for moment in (0, 10, 10.5, 101, 168)] == [10, 10, 100, 178, 178]
    assert Departures((), 24.0).leaves(1.0) == inf


def test_a_connection_made_to_the_minute_is_not_missed_by_rounding() -> None:
    moment = 0.1 + 0.2
    assert moment > 0.3
    assert Departures((0.3,), 168.0).leaves(moment) == moment


def test_the_hour_of_departure_decides_between_the_ferry_and_the_road_round_the_sea() -> None:
    """Aktau to Baku: a gate open 8 to 20, then a ferry at hour 30 of each 72 taking 24; or 60 hours by road."""
    graph, hours = graph_of(3, (0, 1, 1.0), (0, 2, 60.0), (1, 2, 24.0))
    clocks = {0: Opening(8, 20), 2: Departures((30.0,), 72.0)}
    early = earliest_arrivals(graph, hours, clocks, 0, departure=6.0)
    path = early.path_to(2)
    assert early.moments.tolist() == [6.0, 9.0, 54.0]
    assert path is not None and path.arcs == (0, 2) and path.length == 25.0
    assert early.waits_along(path) == (2.0, 21.0)
    late = earliest_arrivals(graph, hours, clocks, 0, departure=31.0)
    by_road = late.path_to(2)
    assert late.moments[2] == 91.0
    assert by_road is not None and by_road.arcs == (1,)


@pytest.mark.parametrize("seed", range(20))
def test_who_sets_out_later_does_not_arrive_earlier_and_without_clocks_it_is_the_distance(seed: int) -> None:
    draw = np.random.default_rng(seed)
    arcs = [
        (int(t), int(h), float(w))
        for t, h, w in zip(*draw.integers(0, 12, (2, 40)), draw.uniform(0, 9, 40), strict=True)
    ]
    graph, hours = graph_of(12, *arcs)
    opens = draw.uniform(0, 24, (40, 2))
    clocks = {
        arc: Opening(*opens[arc]) if arc % 2 else Departures(tuple(sorted(opens[arc])), 24.0)
        for arc in range(0, 40, 3)
    }
    times = np.stack(
        [earliest_arrivals(graph, hours, clocks, 0, float(moment)).moments for moment in range(48)]
    )
    assert (np.diff(times[:, np.isfinite(times[0])], axis=0) >= -1e-9).all()
    plain = earliest_arrivals(graph, hours, {}, 0, 5.0)
    assert (times[5] >= plain.moments).all()
    for node in np.flatnonzero(np.isfinite(plain.moments)):
        path = plain.path_to(int(node))
        assert path is not None and plain.moments[node] == pytest.approx(5.0 + path.length)


def test_a_node_that_no_service_leads_to_is_not_reached() -> None:
    graph, hours = graph_of(2, (0, 1, 1.0))
    answer = earliest_arrivals(graph, hours, {0: Departures((), 24.0)}, 0, 0.0)
    assert answer.moments[1] == inf and answer.path_to(1) is None


def test_hours_that_the_clock_does_not_have_are_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 24"):
        Opening(-1, 5)
    with pytest.raises(ValueError, match="before 24"):
        Departures((24.0,), 24.0)
    graph, hours = graph_of(2, (0, 1, 1.0))
    with pytest.raises(ValueError, match="finite"):
        earliest_arrivals(graph, hours, {}, 0, inf)


@pytest.mark.parametrize("open_hours", [1.0, 8.0, 12.5, 24.0])
def test_the_wait_at_a_gate_is_that_of_one_who_comes_at_any_moment_of_the_day(open_hours: float) -> None:
    gate = Opening(7.0, (7.0 + open_hours) % 24)
    waits = np.array([gate.leaves(moment) - moment for moment in MOMENTS[::20] * 24])
    assert mean_gate_wait(open_hours) == pytest.approx(waits.mean(), abs=1e-3)
    assert variance_gate_wait(open_hours) == pytest.approx(waits.var(), abs=1e-2)


def test_the_wait_for_a_regular_service_is_half_its_headway_with_a_twelfth_of_its_square() -> None:
    ferry = Departures((5.0,), 48.0)
    waits = np.array([ferry.leaves(moment) - moment for moment in MOMENTS[::20] * 48])
    assert mean_headway_wait(48.0) == 24.0 == pytest.approx(waits.mean(), abs=1e-2)
    assert variance_headway_wait(48.0) == 192.0 == pytest.approx(waits.var(), abs=1e-1)


def test_the_wait_for_departures_at_random_is_the_whole_headway_with_its_square() -> None:
    assert mean_headway_wait(10.0, 1.0) == 10.0
    assert variance_headway_wait(10.0, 1.0) == pytest.approx(100.0)


@pytest.mark.parametrize("variation", [0.3, 0.7, 1.0, 1.4])
def test_the_wait_for_irregular_headways_is_the_area_below_their_triangles(variation: float) -> None:
    """The headways at evenly spaced quantiles of a gamma distribution; the wait falls from the headway to zero in each."""
    headways = gamma.ppf(MOMENTS, 1 / variation**2, scale=10 * variation**2)
    mean = (headways**2 / 2).sum() / headways.sum()
    square = (headways**3 / 3).sum() / headways.sum()
    assert mean_headway_wait(10.0, variation) == pytest.approx(mean, rel=2e-3)
    assert variance_headway_wait(10.0, variation) == pytest.approx(square - mean**2, rel=2e-2)


def test_waits_of_many_services_are_found_at_once_and_impossible_ones_refused() -> None:
    assert mean_headway_wait([24.0, 48.0], [0.0, 1.0]).tolist() == [12.0, 48.0]
    with pytest.raises(ValueError, match="headway"):
        mean_headway_wait(-1.0)
    with pytest.raises(ValueError, match="open for more than 0"):
        mean_gate_wait(25.0)
