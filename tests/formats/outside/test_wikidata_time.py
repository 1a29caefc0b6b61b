"""Times of Wikidata. The conversions from the Julian calendar are days that history knows by both dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.formats.outside.wikidata_time import date_of, date_of_query
from kengesh.terms.dates import parse_when

GREGORIAN, JULIAN = "http://www.wikidata.org/entity/Q1985727", "http://www.wikidata.org/entity/Q1985786"


@pytest.mark.parametrize(
    ("time", "precision", "calendar", "expected"),
    [
        ("+1992-03-02T00:00:00Z", 11, GREGORIAN, "1992-03-02"),
        ("+1992-03-02T14:30:00Z", 14, GREGORIAN, "1992-03-02"),
        ("+1992-03-00T00:00:00Z", 10, GREGORIAN, "1992-03"),
        ("+1992-00-00T00:00:00Z", 9, GREGORIAN, "1992"),
        ("+1992-00-00T00:00:00Z", 11, GREGORIAN, "1992"),
        ("+1990-00-00T00:00:00Z", 8, GREGORIAN, "[1990..1999]"),
        ("+2000-00-00T00:00:00Z", 7, GREGORIAN, "[1901..2000]"),
        ("+1501-00-00T00:00:00Z", 7, GREGORIAN, "[1501..1600]"),
        ("+1500-00-00T00:00:00Z", 6, GREGORIAN, "[1001..2000]"),
        ("+00000001992-03-02T00:00:00Z", 11, GREGORIAN, "1992-03-02"),
        ("+1917-10-25T00:00:00Z", 11, JULIAN, "1917-11-07"),  # the October revolution
        ("+1582-10-05T00:00:00Z", 11, JULIAN, "1582-10-15"),  # the day that the calendar changed
        ("+1492-10-12T00:00:00Z", 11, JULIAN, "1492-10-21"),  # the landing of Columbus
        ("+1648-00-00T00:00:00Z", 9, JULIAN, "[1648-01-11..1649-01-10]"),
        ("+1648-10-00T00:00:00Z", 10, JULIAN, "[1648-10-11..1648-11-10]"),
        (
            "+1700-02-29T00:00:00Z",
            11,
            JULIAN,
            "1700-03-11",
        ),  # a day that the Gregorian calendar does not have
        ("-0044-03-15T00:00:00Z", 11, JULIAN, None),
        ("+13798000000-00-00T00:00:00Z", 3, GREGORIAN, None),
        ("+9999-00-00T00:00:00Z", 9, GREGORIAN, None),
    ],
)
def test_a_time_is_written_as_our_dates_are(
    time: str, precision: int, calendar: str, expected: str | None
) -> None:
    assert date_of({"time": time, "precision": precision, "calendarmodel": calendar}) == expected


def test_a_time_that_may_be_years_off_lies_within_them() -> None:
    assert (
        date_of({"time": "+1990-00-00T00:00:00Z", "precision": 9, "before": 2, "after": 1}) == "[1988..1991]"
    )


@pytest.mark.parametrize("time", ["1992", "", "+1992-02-30T00:00:00Z", "+1992-13-01T00:00:00Z", "soon"])
def test_what_is_no_time_is_refused(time: str) -> None:
    with pytest.raises(ValueError, match=".*"):
        date_of({"time": time, "precision": 11})


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("1992-03-02T00:00:00Z", "1992-03-02"),
        ("1992-03-01T00:00:00Z", "1992-03"),
        ("1992-01-01T00:00:00Z", "1992"),
        ("-0044-03-15T00:00:00Z", None),
    ],
)
def test_a_query_result_says_no_more_than_it_may_know(time: str, expected: str | None) -> None:
    assert date_of_query(time) == expected


@given(
    st.integers(1, 9000),
    st.integers(0, 12),
    st.integers(0, 28),
    st.integers(6, 14),
    st.sampled_from([GREGORIAN, JULIAN]),
)
def test_whatever_the_time_its_date_is_one_of_ours(
    year: int, month: int, day: int, precision: int, calendar: str
) -> None:
    on = date_of(
        {
            "time": f"+{year:04}-{month:02}-{day:02}T00:00:00Z",
            "precision": precision,
            "calendarmodel": calendar,
        }
    )
    assert on is None or parse_when(on).text == on
