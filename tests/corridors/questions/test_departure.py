"""Who sets out at a stated moment meets vessels at their times and borders in their hours."""

from __future__ import annotations

import numpy as np
import pytest

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.departure import earliest
from kengesh.corridors.questions.route import best_route
from tests.corridors.small import model


def waits(of: Model, departs: float, origin: str = "A", destination: str = "C") -> list[float]:
    return [one.waits for one in earliest(of, Asked(origin, destination), departs).passed]


def test_a_vessel_leaves_at_its_times_and_not_between() -> None:
    of = model("road L A B 5 h", "transfer:road-sea T B B 1 h", "sea S B C 20 h 48 headway 10 first")
    journey = earliest(of, Asked("A", "C"), 0)
    assert (journey.arrives, [one.waits for one in journey.passed]) == (30, [0, 0, 4])
    assert waits(of, 4) == [0, 0, 0], "who comes when it leaves is in time"
    assert waits(of, 5) == [0, 0, 47]
    assert journey.by_clock == {"S"}


def test_a_border_lets_through_who_comes_in_its_hours_and_the_others_when_it_opens() -> None:
    of = model("road L A B 5 h", "crossing:road X B B 2 h 8 opens 20 closes", "road M B/KAZ C/UZB 1 h")
    assert waits(of, 0) == [0, 3, 0]
    assert waits(of, 10) == [0, 0, 0]
    assert waits(of, 16) == [0, 11, 0]


def test_the_mean_of_all_departures_is_the_closed_form() -> None:
    of = model(
        "road L A B 5 h",
        "crossing:road X B B 2 h 8 opens 20 closes",
        "road M B C/UZB 1 h",
        "transfer:road-sea T C C 1 h",
        "sea S C D 20 h 36 headway 11 first",
    )
    whole_week = np.arange(0, 72, 0.05)  # two periods of the vessel are three days of the border
    by_clock = {one: [] for one in ("X", "S")}
    for departs in whole_week:
        journey = earliest(of, Asked("A", "D"), float(departs))
        for step, passed in zip(journey.route.steps, journey.passed, strict=True):
            if step.id in by_clock:
                by_clock[step.id].append(passed.waits)
    assert np.mean(by_clock["X"]) == pytest.approx(12**2 / 48, abs=0.05)
    alone = model("sea S C D 20 h 36 headway 11 first")
    waited = [waits(alone, float(departs), "C", "D")[0] for departs in whole_week]
    assert np.mean(waited) == pytest.approx(18, abs=0.05)
    assert best_route(alone, Asked("C", "D")).route.hours == 38


def test_where_only_a_headway_is_known_its_mean_wait_is_taken() -> None:
    journey = earliest(model("sea S A C 20 h 48 headway"), Asked("A", "C"), 3)
    assert (journey.arrives, journey.by_clock) == (3 + 24 + 20, frozenset())
