"""Names that change: Astana, Nur-Sultan, Astana."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from kengesh.terms.dates import Truth, parse_when
from kengesh.terms.names import Name, borne, name_on


def named(text: str, start: str | None = None, end: str | None = None) -> Name:
    words = {"en": {"text": text, "by": "source"}}
    return Name(words, parse_when(start) if start else None, parse_when(end) if end else None)


ASTANA = named("Astana", end="2019-03-23")
NUR_SULTAN = named("Nur-Sultan", start="2019-03-23", end="2022-09-17")
ASTANA_AGAIN = named("Astana", start="2022-09-17")
CAPITAL = (ASTANA, NUR_SULTAN, ASTANA_AGAIN)


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(1998, 5, 6), ASTANA),
        (date(2019, 3, 22), ASTANA),
        (date(2019, 3, 23), NUR_SULTAN),
        (date(2022, 9, 16), NUR_SULTAN),
        (date(2022, 9, 17), ASTANA_AGAIN),
        (date(2026, 1, 1), ASTANA_AGAIN),
    ],
)
def test_the_capital_has_the_name_of_the_day_in_whatever_order_its_names_stand(on, name):
    assert all(name_on(names, on) == name for names in permutations(CAPITAL))


def test_a_name_with_a_period_goes_before_one_without():
    assert (
        name_on([named("Turkic Council"), named("OTS", start="2021-11-12")], date(2022, 1, 1)).text["en"][
            "text"
        ]
        == "OTS"
    )


def test_of_two_names_for_the_same_time_the_last_is_taken():
    assert name_on([named("one"), named("two")], date(2022, 1, 1)) == named("two")


def test_on_an_imprecise_bound_a_name_that_surely_was_goes_before_one_that_may_have_been():
    names = [named("old", end="2021"), named("new", start="2021")]
    assert borne(names[1], date(2021, 6, 1)) is Truth.NOT_KNOWN
    assert name_on(names, date(2020, 12, 31)) == names[0]
    assert name_on(names, date(2021, 6, 1)) == names[1]
    assert name_on(names, date(2021, 12, 31)) == names[1]
    assert name_on([*names, named("always")], date(2021, 6, 1)) == named("always")


def test_outside_all_periods_the_nearest_before_is_taken_and_before_the_first_the_first():
    names = [named("second", "2005", "2006"), named("first", "2001", "2002")]
    assert name_on(names, date(2004, 1, 1)) == names[1]
    assert name_on(names, date(2010, 1, 1)) == names[0]
    assert name_on(names, date(1990, 1, 1)) == names[1]


def test_there_is_no_name_among_none():
    with pytest.raises(ValueError, match="no name"):
        name_on([], date(2022, 1, 1))
