"""Numbers in pictures: how they are written, and the scale that they stand on."""

from __future__ import annotations

from itertools import pairwise
from math import inf, nan

import pytest

from kengesh.pictures.number_line import NumberLine
from kengesh.pictures.quantity import Spread, Unit, amount, checked, range_words, share_words, signed, written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (12.0, "12"),
        (12.34, "12.3"),
        (99.96, "100"),
        (8712.4, "8\u00a0712"),
        (1_234_567, "1\u00a0234\u00a0567"),
        (3.14159, "3.14"),
        (0.04567, "0.046"),
        (0.000000123, "0.00000012"),
        (-12.4, "\u221212.4"),
        (9.999, "10"),
        (0.999, "1"),
    ],
)
def test_a_number_is_written_to_about_three_digits_and_never_with_an_exponent(
    value: float, text: str
) -> None:
    assert written(value) == text


def test_what_is_not_zero_is_never_written_as_zero() -> None:
    for power in range(1, 12):
        assert set(written(10.0**-power)) - set("0.") == {"1"}


def test_a_difference_has_its_sign_and_zero_has_none() -> None:
    assert [signed(one) for one in (2, 0, -2)] == ["+2", "0", "\u22122"]
    assert amount(3, Unit.HOURS, with_sign=True) == "+3 h"
    assert range_words((3, 8)) == "3–8" and range_words((-3, 8)) == "\u22123 … 8"


def test_only_what_always_or_never_happens_has_a_hundred_or_no_percent() -> None:
    told = [share_words(one).replace("\u00a0", "") for one in (0, 0.0001, 0.5, 0.9999, 1)]
    assert told == ["0%", "<1%", "50%", ">99%", "100%"]


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_no_number_is_refused_and_told_how_to_say_not_known(value: float) -> None:
    with pytest.raises(ValueError, match="not known is None"):
        checked(value)
    with pytest.raises(ValueError, match="cannot be drawn"):
        Spread(value)


def test_p10_p50_and_p90_come_in_this_order() -> None:
    assert Spread(5, (5, 5)).range == (5, 5)
    with pytest.raises(ValueError, match="in this order"):
        Spread(5, (6, 8))


@pytest.mark.parametrize("values", [[], [0], [0.001], [7, 312], [-30, 3], [-0.2, -0.1], [1e6, 2.5e6]])
def test_a_scale_has_zero_and_all_values_between_round_ends(values: list[float]) -> None:
    scale = NumberLine.of(values, 100, 500)
    assert scale.low <= min([0, *values]) and scale.high >= max([0, *values])
    for value in [0, *values]:
        assert 100 <= scale.at(value) <= 500
    marked = scale.marked()
    assert len(marked) >= 2 and min(map(abs, marked)) == pytest.approx(0, abs=1e-9)
    assert all(scale.at(second) - scale.at(first) > 20 for first, second in pairwise(marked))


def test_a_scale_may_run_upwards() -> None:
    scale = NumberLine.of([10], 400, 100)
    assert scale.at(0) == 400 and scale.at(10) == 100
