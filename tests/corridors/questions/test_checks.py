"""The model beside published figures: what it computes, what it cannot, and one calibration that leaves the comparison alone."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

import kengesh.packs.central_asia as pack
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.network import read_network
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Check, Number
from kengesh.corridors.questions.beside import Beside
from kengesh.corridors.questions.calibrating import Deviation, checked, least_deviation
from kengesh.corridors.questions.checks import checks_of
from tests.corridors.small import model, number

CORRIDORS = Path(pack.__path__[0]) / "corridors"
BY_SEA = ("rail L1 A P 20 h 100 km 1520", "transfer:rail-sea T P P", "sea S P C 10 h 400 km")


def check(key: str, measure: str, value: float | None, unit: str, **more: Any) -> Check:
    ends = {} if "at" in more or measure == "none" else {"from_place": "A", "to_place": "C"}
    return Check(
        check_id=key, says="A figure", measure=measure, value=value, unit=unit, grade="B", **{**ends, **more}
    )


def beside(*lines: str, of: Check, numbers: tuple[Number, ...] = ()) -> Beside:
    return next(checks_of(model(*lines, rows=(of,), numbers=numbers)))


def test_a_time_is_from_end_to_end_with_stops_and_running_is_without_them() -> None:
    lines = ("road L1 A P 20 h", "crossing:road X P Q 28 h", "road L2 Q C 0 h")
    time = beside(*lines, of=check("c/1", "time", 3, "d"))
    running = beside(*lines, of=check("c/2", "running", 25, "h"))
    assert (time.standing, time.value, time.difference) == ("computed", 2, -1)
    assert (running.value, running.relative) == (20, pytest.approx(-0.2))


def test_a_distance_is_the_shortest_and_not_that_of_the_quickest_way() -> None:
    found = beside("road L1 A C 1 h 500 km", "road L2 A C 9 h 300 km", of=check("c/1", "distance", 310, "km"))
    assert found.value == 300


def test_what_lacks_a_number_is_not_reproduced_and_the_number_is_named() -> None:
    found = beside(*BY_SEA, of=check("c/1", "time", 4, "d"))
    assert (found.standing, found.value, found.reproduced) == ("at least", 1.25, False)
    assert found.lacking == (Slot("T", "dwell"), Slot("S", "headway"))
    assert str(found).startswith(
        "c/1: cannot reproduce 4 d: at least 1.25 d (-68.8%). It would take: T dwell, S headway."
    )


def test_money_of_which_nothing_is_known_is_no_lower_bound_of_nothing() -> None:
    found = beside("road L1 A C 1 h", of=check("c/1", "cost", 900, "USD/FEU"))
    assert (found.standing, found.value, found.lacking) == ("not known", None, (Slot("L1", "cost"),))


def test_a_price_of_two_units_is_compared_in_the_unit_of_the_figure() -> None:
    found = beside("road L1 A C 1 h 500 usd", of=check("c/1", "cost", 1100, "USD/FEU"))
    assert (found.value, found.difference) == (1000, -100)


def test_where_no_way_is_open_the_planned_rows_are_opened_and_that_is_said() -> None:
    found = beside("rail L1 A C 9 h 523 km 1520 planned", of=check("c/1", "distance", 532.53, "km"))
    assert (found.value, found.planned) == (523, True)
    assert "planned open" in str(found)


def test_a_difference_is_what_the_planned_rows_save() -> None:
    lines = ("road L1 A C 40 h 900 km", "road NEW A C 16 h 700 km planned")
    assert beside(*lines, of=check("c/1", "difference", 2, "d")).value == 1
    assert beside(*lines, of=check("c/1", "difference", 150, "km")).value == 200


def test_the_difference_of_a_sum_that_may_be_too_small_is_not_known() -> None:
    found = beside(*BY_SEA, "road NEW A C 5 h planned", of=check("c/1", "difference", 2, "d"))
    assert (found.standing, found.value) == ("not known", None)
    assert set(found.lacking) == {Slot("T", "dwell"), Slot("S", "headway")}


def test_a_number_of_a_row_stands_beside_it_in_its_own_unit_though_none_says_what_a_train_carries() -> None:
    trains = number("L1", "capacity", 12, "trains/day")
    found = beside(
        "rail L1 A C 1 h 1520", of=check("c/1", "capacity", 14, "trains/day", at="L1"), numbers=(trains,)
    )
    assert (found.standing, found.value) == ("computed", 12)
    in_tonnes = beside(
        "rail L1 A C 1 h 1520", of=check("c/1", "capacity", 14, "Mt/year", at="L1"), numbers=(trains,)
    )
    assert (in_tonnes.standing, in_tonnes.lacking) == ("not known", (Slot("rail", "train_load"),))


def test_what_the_model_does_not_compute_says_why() -> None:
    found = beside("road L1 A C 1 h", of=check("c/1", "none", 3, "Mt/year", why="A volume."))
    assert str(found) == "c/1: the model does not compute it. A volume."


@pytest.mark.parametrize(
    ("value", "low", "high", "within"),
    [
        (25, 20, 30, True),
        (35, 30, 40, False),
        (20, 20, None, True),  # more than 20
        (30, 30, None, False),
        (30, None, 30, True),  # less than 30
        (24, None, 30, True),  # 24 to 30
        (26, None, 30, False),
        (None, 20, 30, True),
        (25, None, None, None),
    ],
)
def test_a_range_is_told_by_its_ends(
    value: float | None, low: float | None, high: float | None, within: bool | None
) -> None:
    figure = check("c/1", "time", value, "h", low=low, high=high)
    assert beside("road L1 A C 25 h", of=figure).within is within


def test_a_lower_bound_is_out_of_a_range_only_above_it() -> None:
    assert beside(*BY_SEA, of=check("c/1", "time", 40, "h", low=35, high=45)).within is None
    assert beside(*BY_SEA, of=check("c/1", "time", 20, "h", low=15, high=25)).within is False


def calibrating(*figures: tuple[str, float, str]) -> Model:
    rows = tuple(check(key, "time", value, "h", use=use) for key, value, use in figures)
    return model(*BY_SEA, rows=rows)


def test_the_hours_of_a_wait_come_from_the_rows_for_calibration_and_no_others() -> None:
    told = [("c/1", 50.0, "calibration"), ("c/2", 70.0, "calibration"), ("c/3", 54.0, "calibration")]
    for other in (10.0, 1000.0):
        found = checked(calibrating(*told, ("c/4", other, "comparison"), ("c/5", other, "")))
        assert found.calibration is not None
        # By hand: 30 h are known and two waits lacking; the median of 10, 20 and 12 h.
        assert found.calibration.hours == pytest.approx(12)
        assert [one.check for one in found.calibration.rows] == ["c/1", "c/2", "c/3"]
        assert [(one.value, one.calibrated) for one in found.figures] == [(30, pytest.approx(54))] * 5


def test_a_comparison_is_told_without_and_with_the_calibration() -> None:
    found = checked(calibrating(("c/1", 50.0, "calibration"), ("c/2", 60.0, "comparison")))
    assert found.typical() == pytest.approx(0.5)
    assert found.typical(calibrated=True) == pytest.approx(10 / 60)
    assert "10.0 h for each wait" in str(found.calibration)


def test_without_a_wait_that_is_lacking_there_is_no_calibration() -> None:
    lines = ("road L1 A C 25 h",)
    found = checked(model(*lines, rows=(check("c/1", "time", 30, "h", use="calibration"),)))
    assert found.calibration is None
    assert found.figures[0].calibrated is None


def test_no_other_number_of_hours_leaves_less_to_explain() -> None:
    for published in product((10.0, 35.0, 80.0), repeat=3):
        rows = [Deviation(str(at), one, 20.0, at + 1) for at, one in enumerate(published)]
        best = least_deviation(rows)
        left = sum(abs(one.left(best)) for one in rows)
        assert all(left <= sum(abs(one.left(tenth / 10)) for one in rows) + 1e-9 for tenth in range(1000))


@pytest.fixture(scope="module")
def published() -> dict[str, Beside]:
    found = checked(model_of(read_network([CORRIDORS / "2026-01"])))
    return {one.check.id: one for one in found.figures}


def test_altynkol_to_baku_by_aktau_cannot_be_reproduced_without_the_waits_at_aktau(
    published: dict[str, Beside],
) -> None:
    found = published["check/24a"]
    assert found.published == 9
    assert found.value == pytest.approx(5.6, abs=0.05)
    assert found.standing == "at least"
    assert Slot("T002", "dwell") in found.lacking
    assert "cannot reproduce 9 d" in str(found)
    assert "T002 dwell" in str(found)


def test_every_figure_has_a_value_or_says_plainly_why_not(published: dict[str, Beside]) -> None:
    assert len({key.removeprefix("check/").rstrip("abcdefgh") for key in published}) >= 73
    for one in published.values():
        if one.value is None:
            assert one.lacking or one.check.why, one.check.id
        assert one.standing != "at least" or one.lacking


def test_the_published_length_of_the_middle_corridor_is_met_within_one_in_a_hundred(
    published: dict[str, Beside],
) -> None:
    found = published["check/29a"]
    assert found.reproduced
    assert sum(found.rests_on.values()) == pytest.approx(1)
    assert abs(found.relative or 1) < 0.01
