"""The time-distance diagram: legs rise, stops go straight up, what is not known is dashed, and sums after it are least sums."""

from __future__ import annotations

import re
from dataclasses import replace
from math import nan

import pytest

from kengesh.pictures.means_marks import Means
from kengesh.pictures.picture import Picture
from kengesh.pictures.quantity import Unit
from kengesh.pictures.time_distance import time_distance
from kengesh.pictures.time_distance_steps import Course, Diagram, Step, reached
from tests.pictures.networks import CASPIAN, DIAGRAM, SOUTHERN, classes, rows, texts


def lines(picture: Picture, class_: str) -> list[tuple[float, ...]]:
    """Return the ends of the straight lines of a class."""
    found = re.findall(rf'<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)" class="{class_}"', picture.svg)
    return [tuple(map(float, one)) for one in found]


def alone(*steps: Step, unit: Unit = Unit.HOURS) -> Picture:
    return time_distance(Diagram("T", unit, (Course("By the sea", "Aktau", steps),)))


def test_a_leg_rises_over_its_distance_and_a_stop_goes_straight_up() -> None:
    drawn = lines(
        alone(
            Step("Leg", Means.RAIL, 10, 100),
            Step("Border", Means.BORDER, 10),
            Step("Leg 2", Means.ROAD, 10, 100),
        ),
        "picture__course--1",
    )[:3]
    leg, stop, second = drawn
    assert leg[2] > leg[0] and leg[3] < leg[1]
    assert stop[0] == stop[2] and stop[3] < stop[1]
    assert leg[2:] == stop[:2] and stop[2:] == second[:2]
    assert leg[1] - leg[3] == pytest.approx(stop[1] - stop[3], abs=0.2)


def test_the_sums_are_those_of_the_steps() -> None:
    ends = [(one.km, one.amount) for one in reached(CASPIAN)]
    assert ends == [(2900, 80), (2900, 140), (3320, 162), (3320, 170), (3395, 172)]


def test_from_a_number_that_is_not_known_on_every_sum_is_a_least_sum() -> None:
    assert [one.least for one in reached(CASPIAN)] == [False, False, False, True, True]
    told = [(row[1], row[5], row[6], row[7]) for row in rows(time_distance(DIAGRAM))[:6]]
    assert told[3:] == [
        ("Aktau – Alat", "22", "", "162"),
        ("Alat port", "not known", "8", "at least 170"),
        ("Alat – Baku", "2", "", "at least 172"),
    ]


def test_what_is_not_known_is_dashed_and_a_stop_without_a_number_has_an_arrow() -> None:
    known = alone(Step("Leg", Means.RAIL, 10, 100), Step("Port", Means.PORT, 5))
    open_ = alone(Step("Leg", Means.RAIL, 10, 100), Step("Port", Means.PORT, None))
    assert "picture__course--open" not in classes(known) and "picture__course--arrow" not in classes(known)
    assert "picture__course--open" in classes(open_) and classes(open_).count("picture__course--arrow") == 1
    assert any("not known" in one for one in texts(open_)) and not any(
        "not known" in one for one in texts(known)
    )


def test_a_distance_that_is_not_known_is_dashed_and_makes_a_least_distance() -> None:
    picture = time_distance(replace(DIAGRAM, courses=(SOUTHERN,)))
    assert "at least 3\u00a0075 km" in picture.description
    row = next(row for row in rows(picture) if row[1] == "Turkmenbashi – Alat")
    assert row[3:5] == ("not known", "at least 3\u00a0000")


def test_the_band_is_drawn_between_steps_whose_p10_and_p90_are_known_and_nowhere_else() -> None:
    def bands(*ranges: tuple[float, float] | None) -> int:
        steps = [Step(f"Leg {place}", Means.RAIL, 10, 100, range=one) for place, one in enumerate(ranges)]
        return classes(alone(*steps)).count("picture__range-edge--1") - (2 if any(ranges) else 0)

    assert bands(None, None) == 0
    assert bands((8, 12), (17, 25)) == 2  # its two edges
    assert bands((8, 12), None, (27, 40), (36, 50)) == 4
    assert bands(None, (17, 25)) == 0  # one end alone is no band


def test_every_step_is_named_in_the_picture_or_has_a_number_that_the_key_explains() -> None:
    names = [f"Border station number {place}" for place in range(30)]
    steps = tuple(Step(name, Means.BORDER, 1) for name in names)
    told = texts(
        time_distance(Diagram("T", Unit.HOURS, (Course("C", "S", (Step("Leg", Means.RAIL, 5, 50), *steps)),)))
    )
    assert [name for name in names if not any(name in one for one in told)] == []
    numbered = [one for one in told if one.isdigit()]
    assert all(numbered.count(str(place)) >= 2 for place in range(1, 4))


def test_the_same_stop_in_two_scenarios_is_named_once_with_both_amounts() -> None:
    one = Course("As now", "Almaty", (Step("Leg", Means.RAIL, 80, 2000), Step("Khorgos", Means.BORDER, 35)))
    other = Course(
        "With longer hours", "Almaty", (Step("Leg", Means.RAIL, 80, 2000), Step("Khorgos", Means.BORDER, 20))
    )
    told = texts(time_distance(Diagram("T", Unit.HOURS, (one, other))))
    assert sum("Khorgos" in text for text in told) == 1
    assert sum("Leg" in text for text in told) == 1
    assert "20 h" in told or "35 h" in told


def test_courses_differ_by_mark_and_by_width_and_not_by_colour_alone() -> None:
    svg = time_distance(replace(DIAGRAM, courses=(CASPIAN, SOUTHERN, replace(CASPIAN, name="C")))).svg
    shapes = {
        number: set(re.findall(rf'<(\w+) [^>]*class="picture__course-mark--{number}"', svg))
        for number in (1, 2, 3)
    }
    assert shapes == {1: {"circle"}, 2: {"path"}, 3: {"path"}}
    corners = [
        len(re.findall("L", one))
        for one in re.findall(r'd="([^"]*)" class="picture__course-mark--[23]"', svg)
    ]
    assert set(corners) == {2, 3}


def test_more_than_three_courses_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 3 courses"):
        time_distance(replace(DIAGRAM, courses=(CASPIAN,) * 4))


def test_it_draws_nothing_for_no_course_and_for_a_course_without_steps() -> None:
    for courses in ((), (Course("Empty", "Almaty", ()),)):
        picture = time_distance(Diagram("T", Unit.HOURS, courses))
        assert "There is no step to draw" in picture.svg
        assert len(picture.table.rows) == len(courses)


def test_a_course_with_nothing_known_is_drawn_at_zero_and_says_at_least() -> None:
    picture = alone(Step("Leg", Means.RAIL, None, None), Step("Port", Means.PORT, None))
    assert "at least 0 h" in picture.description and "nan" not in picture.svg


def test_cost_is_drawn_in_its_own_unit() -> None:
    picture = alone(Step("Leg", Means.RAIL, 435, 2900), unit=Unit.USD_PER_TEU)
    assert "Cost, USD per TEU" in texts(picture) and "435 USD per TEU" in picture.description


@pytest.mark.parametrize("wrong", [{"amount": nan}, {"amount": -1}, {"km": -5}, {"range": (5, 3)}])
def test_a_number_that_cannot_be_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"cannot be drawn|ends below"):
        replace(Step("Leg", Means.RAIL, 1, 1), **wrong)  # type: ignore[arg-type]
