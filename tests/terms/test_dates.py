"""What a date allows us to say of a day: the examples of the specification, and each refusal."""

from __future__ import annotations

from datetime import date

import pytest

from kengesh.terms.dates import (
    DateError,
    Truth,
    begun,
    compatible,
    contains,
    held,
    parse_day,
    parse_when,
    sort_key,
    when_day,
)

YES, NO, NOT_KNOWN = Truth.YES, Truth.NO, Truth.NOT_KNOWN


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("when", "on", "answer"),
    [
        ("2025-11-16", "2025-11-15", NO),
        ("2025-11-16", "2025-11-16", YES),
        ("2025-11", "2025-10-31", NO),
        ("2025-11", "2025-11-01", NOT_KNOWN),
        ("2025-11", "2025-11-29", NOT_KNOWN),
        ("2025-11", "2025-11-30", YES),
        ("2025", "2024-12-31", NO),
        ("2025", "2025-06-01", NOT_KNOWN),
        ("2025", "2025-12-31", YES),
        ("2025-11-16~", "2025-11-08", NO),
        ("2025-11-16~", "2025-11-09", NOT_KNOWN),
        ("2025-11-16~", "2025-11-22", NOT_KNOWN),
        ("2025-11-16~", "2025-11-23", YES),
        ("2025-11~", "2025-09-30", NO),
        ("2025-11~", "2025-10-01", NOT_KNOWN),
        ("2025-11~", "2025-12-30", NOT_KNOWN),
        ("2025-11~", "2025-12-31", YES),
        ("2025~", "2023-12-31", NO),
        ("2025~", "2024-01-01", NOT_KNOWN),
        ("2025~", "2026-12-31", YES),
        ("2025-11-16?", "2025-11-15", NO),
        ("2025-11-16?", "2025-11-16", NOT_KNOWN),
        ("2025-11-16?", "2025-11-17", YES),
        ("2025-11?", "2025-11-30", NOT_KNOWN),
        ("2025-11?", "2025-12-01", YES),
        ("[2024-05-01..2024-05-09]", "2024-04-30", NO),
        ("[2024-05-01..2024-05-09]", "2024-05-08", NOT_KNOWN),
        ("[2024-05-01..2024-05-09]", "2024-05-09", YES),
        ("[..2025-02-01]", "1991-01-01", NOT_KNOWN),
        ("[..2025-02-01]", "2025-02-01", YES),
        ("[2025-02-01..]", "2025-01-31", NO),
        ("[2025-02-01..]", "2999-01-01", NOT_KNOWN),
        ("2023-02-09/2023-02-11", "2023-02-08", NO),
        ("2023-02-09/2023-02-11", "2023-02-09", YES),
        ("../2024", "0001-01-01", YES),
        ("/2024-03-01", "1991-01-01", NOT_KNOWN),
        ("/2024-03-01", "2024-02-29", YES),
        ("2024-03/", "2024-03-31", YES),
    ],
)
def test_a_change_has_begun(when, on, answer):
    assert begun(parse_when(when), day(on)) is answer


@pytest.mark.parametrize(
    ("when", "on", "answer"),
    [
        ("2025-11-16", "2025-11-15", NO),
        ("2025-11-16", "2025-11-16", YES),
        ("2025-11-16", "2025-11-17", NO),
        ("2025-11", "2025-10-31", NO),
        ("2025-11", "2025-11-01", YES),
        ("2025-11", "2025-11-30", YES),
        ("2025-11", "2025-12-01", NO),
        ("2025-11~", "2025-09-30", NO),
        ("2025-11~", "2025-10-01", NOT_KNOWN),
        ("2025-11~", "2025-11-16", NOT_KNOWN),
        ("2025-11~", "2025-12-31", NOT_KNOWN),
        ("2025-11~", "2026-01-01", NO),
        ("2025-11-16?", "2025-11-15", NO),
        ("2025-11-16?", "2025-11-16", NOT_KNOWN),
        ("2025-11-16?", "2025-11-17", NO),
        ("2025?", "2025-12-31", NOT_KNOWN),
        ("2024-03/2025", "2024-02-29", NO),
        ("2024-03/2025", "2024-03-30", NOT_KNOWN),
        ("2024-03/2025", "2024-03-31", YES),
        ("2024-03/2025", "2024-12-31", YES),
        ("2024-03/2025", "2025-12-30", NOT_KNOWN),
        ("2024-03/2025", "2025-12-31", NO),
        ("2024-03-01/", "2024-02-29", NO),
        ("2024-03-01/", "2024-03-01", YES),
        ("2024-03-01/", "2024-03-02", NOT_KNOWN),
        ("2024-03-01/..", "2999-01-01", YES),
        ("/2024-03-01", "2024-02-28", NOT_KNOWN),
        ("/2024-03-01", "2024-02-29", YES),
        ("/2024-03-01", "2024-03-01", NO),
        ("../2024-03-01", "0001-01-01", YES),
        ("../2024-03-01", "2024-03-01", NO),
        ("../..", "2024-03-01", YES),
        ("/..", "2024-03-01", NOT_KNOWN),
        ("../", "2024-03-01", NOT_KNOWN),
        ("[2024..2025]", "2023-12-31", NO),
        ("[2024..2025]", "2024-06-01", NOT_KNOWN),
        ("[2024..2025]", "2026-01-01", NO),
        ("[..2025-02-01]", "2025-02-02", NO),
        ("[2025-02-01..]", "2025-01-31", NO),
        ("2024/2024-03-15", "2024-03-13", NOT_KNOWN),
        ("2024/2024-03-15", "2024-03-14", YES),
    ],
)
def test_a_state_was_so(when, on, answer):
    assert held(parse_when(when), day(on)) is answer


def test_astana_is_nur_sultan_from_the_day_of_the_change_until_the_eve_of_the_next():
    named = parse_when("2019-03-23/2022-09-17")
    days = ["2019-03-22", "2019-03-23", "2022-09-16", "2022-09-17"]
    assert [held(named, day(on)) for on in days] == [NO, YES, YES, NO]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2025-11", "2025-11-16"),
        ("2025", "2025-11-16"),
        ("2025", "2025-11"),
        ("2025-11-16~", "2025-11-20"),
        ("2025-10~", "2025-11-30"),
        ("2025-11-16?", "2025-11-16"),
        ("[..2025-12-01]", "2025-11-16"),
        ("[2025-01-01..]", "[2025-02..2025-03]"),
        ("2025-11", "2025-11-15/2025-11-17"),
        ("2025-11-15/2025-11-16", "2025-11-15"),
        ("2024/", "2024-03-05/2024-04-05"),
        ("2024/2025", "2024-03-05/2025-04-05"),
        ("/2024-03-01", "2023/2024-03-01"),
        ("../2024", "../2024-03-01"),
    ],
)
def test_a_less_precise_date_stands_beside_the_one_it_contains(a, b):
    wide, narrow = parse_when(a), parse_when(b)
    assert contains(wide, narrow)
    assert compatible(wide, narrow)
    assert compatible(narrow, wide)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2025-11-15", "2025-11-16"),
        ("2025-11", "2025-12-01"),
        ("2024", "2025-01"),
        ("2025-11-16~", "2025-11-24"),
        ("[2024-05-01..2024-05-09]", "[2024-05-05..2024-05-20]"),
        ("[2024-05-01..2024-05-09]", "2024-05-10"),
        ("2025-11-15/2025-11-17", "2025-11-15"),
        ("2025-11", "2025-11-30/2025-12-02"),
        ("../2024", "/2023-05"),
        ("2024/..", "2024/2025"),
        ("../2024", "2020/2024"),
    ],
)
def test_dates_that_exclude_each_other_or_only_overlap_differ(a, b):
    assert not compatible(parse_when(a), parse_when(b))


def test_dates_come_in_order_of_their_first_day_the_more_precise_first():
    ordered = [
        "../2019",
        "2017",
        "2018-03~",
        "2018-03-01",
        "2018-03",
        "[..2018-03-10]",
        "2018-03-15",
        "2021/..",
    ]
    assert [when.text for when in sorted(map(parse_when, reversed(ordered)), key=sort_key)] == ordered


# Refusals.


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "expected a day 2025-11-16, a month 2025-11 or a year 2025"),
        ("autumn 2026", "without spaces"),
        (" 2025", "without spaces"),
        ("2025-11-16\n", "without spaces"),
        ("2025-02-30", "01 to 28"),
        ("2024-02-30", "01 to 29"),
        ("1900-02-29", "01 to 28"),
        ("2025-04-31", "01 to 30"),
        ("2025-11-00", "no such day"),
        ("2025-13", "no month 13"),
        ("2025-00", "no month 0"),
        ("0000", "between 0001 and 9998"),
        ("9999-12-31", "write .. after the slash"),
        ("2025-1-1", "expected a day"),
        ("20251116", "expected a day"),
        ("2025-11-16T09:00Z", "expected a day"),
        ("-0044", "expected a day"),
        ("202X", "expected a day"),
        ("٢٠٢٥", "digits 0 to 9"),
        ("２０２５", "digits 0 to 9"),
        ("2025²", "digits 0 to 9"),
        ("2025–11", "digits 0 to 9"),
        ("2025%", "% is not used"),
        ("2025~?", "not both"),
        ("2025?~", "not both"),
        ("~2025", "expected a day"),
        ("/", "expected A/B"),
        ("2024/2025/2026", "expected A/B"),
        ("2025/2024", "ends before it begins"),
        ("2025-11-17/2025-11-16", "ends before it begins"),
        ("2025-11-16/2025-11-16", "the first day after"),
        ("2025-11/2025-11-01", "ends before it begins"),
        ("2024/2025-13", "no month 13"),
        ("[..]", "one day within"),
        ("[2025]", "one day within"),
        ("[2025..2026", "one day within"),
        ("2025..2026]", "one day within"),
        ("[2025..2026..2027]", "one day within"),
        ("[2026..2025]", "after the last"),
        ("[2025~..2026]", "widest bounds"),
        ("[2025..2026]~", "one day within"),
    ],
)
def test_what_is_not_a_date_is_refused_with_what_was_expected(text, says):
    with pytest.raises(DateError) as refusal:
        parse_when(text)
    assert says in str(refusal.value)


def test_one_day_within_a_single_day_is_that_day():
    assert parse_when("[2025-11-16..2025-11-16]") == parse_when("2025-11-16")
    assert parse_when("[2025-11..2025-11]").text == "[2025-11..2025-11]"


def test_a_plain_day_is_read_as_a_day_and_nothing_else_is():
    assert parse_day("2025-11-16") == date(2025, 11, 16)
    assert when_day(date(987, 1, 2)).text == "0987-01-02"
    for text in ("2025-11", "2025-11-16~", "2025-11-16?", "2025-11-16/..", "today"):
        with pytest.raises(DateError):
            parse_day(text)


def test_the_edges_of_the_calendar_give_no_false_answers():
    first, last = date(1, 1, 1), date(9999, 12, 31)
    assert held(parse_when("9998-12-31"), last) is NO
    assert begun(parse_when("9998~"), last) is NOT_KNOWN
    assert held(parse_when("9998~"), last) is NOT_KNOWN
    assert begun(parse_when("0001~"), first) is NOT_KNOWN
    assert held(parse_when("/0001-01-01"), first) is NO
