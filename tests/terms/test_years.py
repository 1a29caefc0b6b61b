"""The years between two dates are as sure as the dates are."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from statistics import median

import pytest

from kengesh.terms.dates import parse_when
from kengesh.terms.years import Span, between, median_of, years_written


@pytest.mark.parametrize(
    ("first", "then", "least", "most"),
    [
        ("2021-08-06", "2022-07-21", 349, 349),
        ("2018", "2020-01-01", 366, 730),  # from the last day of 2018, or from its first
        ("2019-09", "2019-09-15", 0, 14),  # a day of the same month: perhaps none, never fewer than none
        ("2020-01-01", "[2021-01-01..]", 366, None),
        ("[..2020-01-01]", "2021-01-01", 366, None),
        ("2020-01-01", "[..2020-01-11]", 0, 10),
    ],
)
def test_between_two_dates_lie_as_many_days_as_their_bounds_allow(
    first: str, then: str, least: int, most: int | None
) -> None:
    assert between(parse_when(first), parse_when(then)) == Span(least, most)


def test_what_came_before_is_no_answer_and_has_no_years() -> None:
    assert between(parse_when("2022-07-21"), parse_when("2021-08-06")) is None


def test_every_pair_of_days_that_two_months_allow_lies_within_the_range() -> None:
    found = between(parse_when("2021-01"), parse_when("2021-02"))
    assert found is not None and found.most_days is not None
    days = [date(2021, 1, 1) + timedelta(number) for number in range(59)]
    apart = [(then - first).days for first, then in product(days[:31], days[31:])]
    assert (min(apart), max(apart)) == (found.least_days, found.most_days)


def test_the_median_of_ranges_holds_the_median_of_whatever_the_true_values_are() -> None:
    spans = [Span(1, 4), Span(2, 2), Span(0, 9)]
    found = median_of(spans)
    assert found == Span(1, 4)
    for true in product(range(1, 5), range(2, 3), range(10)):
        assert found.least_days <= median(true) <= (found.most_days or 0)


def test_the_median_has_no_upper_limit_where_half_of_the_ranges_have_none() -> None:
    assert median_of([Span(1, None), Span(2, None), Span(0, 9)]) == Span(1, None)
    assert median_of([]) is None


def test_years_are_written_with_the_sign_of_the_language() -> None:
    assert years_written(1.56, 1.56, "en") == "1.6"
    assert years_written(1.2, 2.04, "tr") == "1,2–2,0"
    assert years_written(1.2, None, "en") == "at least 1.2"
