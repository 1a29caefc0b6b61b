"""A route as a course of the time-distance diagram: what is not known is drawn as the least that it can be, and bands by draws."""

from __future__ import annotations

import pytest

from kengesh.corridors.pictured.time_distance import course_of, diagram_of
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.route import best_route
from kengesh.pictures.means_marks import Means
from kengesh.pictures.quantity import Unit
from kengesh.pictures.time_distance import time_distance
from tests.corridors.small import model

LINES = (
    "rail L1 A B 10 h 400 km 90 usd 1520",
    "transfer:rail-sea T1 B B 2..5..30 h",
    "sea S1 B C/AZE 22 h 440 km",
    "transfer:sea-road T2 C C 3 h",
    "road L2 C D/AZE 4 h 200 km",
    "crossing:road C1 D E/GEO 6 h",
)
ASKED = Asked("A", "E")


def test_a_leg_covers_distance_and_a_stop_is_a_step_straight_up() -> None:
    of = model(*LINES)
    course = course_of(of, ASKED, best_route(of, ASKED).route, "by sea")
    assert [step.means for step in course.steps] == [
        Means.RAIL,
        Means.PORT,
        Means.SEA,
        Means.PORT,
        Means.ROAD,
        Means.BORDER,
    ]
    assert [step.km for step in course.steps] == [400, 0, 440, 0, 200, 0]
    assert (course.start, course.steps[0].name, course.steps[1].name) == (
        "Place A",
        "Place A – Place B",
        "Place B",
    )


def test_a_number_that_nobody_told_is_drawn_as_the_least_and_ends_the_band() -> None:
    of = model(*LINES)
    steps = course_of(of, ASKED, best_route(of, ASKED).route, "by sea").steps
    assert [(step.amount, step.least) for step in steps][:3] == [(10, 10), (5, 5), (None, 22)]
    assert steps[0].range is None  # nothing has varied yet
    assert steps[1].range is not None and steps[1].range[0] < steps[1].range[1]
    assert [step.range for step in steps[2:]] == [None] * 4  # no headway: the wait for the ship is not known


def test_the_band_is_that_of_the_triangle_of_the_source() -> None:
    of = model(*LINES)
    band = course_of(of, ASKED, best_route(of, ASKED).route, "by sea").steps[1].range
    # P10 and P90 of the triangle 2, 5, 30, after 10 hours of running
    low = 10 + 5 + (30 - 5) - ((1 - 0.1) * 28 * 25) ** 0.5
    high = 10 + 30 - (0.1 * 28 * 25) ** 0.5
    assert band == pytest.approx((low, high), abs=0.6)


def test_money_is_drawn_without_a_band() -> None:
    of = model(*LINES)
    route = best_route(of, ASKED).route
    course = course_of(of, ASKED, route, "by sea", money=True)
    assert [step.amount for step in course.steps][:2] == [90, None]
    assert {step.range for step in course.steps} == {None}
    assert diagram_of(of, "A to E", [course], [route], money=True).unit is Unit.USD_PER_TEU


def test_the_diagram_says_how_many_numbers_do_not_vary_and_is_drawn() -> None:
    of = model(*LINES)
    route = best_route(of, ASKED).route
    value = diagram_of(of, "A to E", [course_of(of, ASKED, route, "by sea")], [route])
    assert "P10 and P90 are of 1000 draws, seed 0." in value.notes
    assert any("of 6 numbers of hours 5 have no range" in note for note in value.notes)
    picture = time_distance(value)
    assert picture.svg.startswith("<svg") and len(picture.table.rows) == 7
