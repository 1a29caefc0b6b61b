"""Where sources differ on a day every day is told, once it may have come; the last word against a status is the latest one."""

from __future__ import annotations

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.told_days import began_on, ended_on, last_denial, term_began_on, term_ended_on


def test_azerbaijan_came_to_carec_in_2002_or_2003(founding: Mechanism) -> None:
    view = founding.view()
    member = next(one for one in founding.ask("party", party="AZE")["answer"] if one["body"] == "carec")
    assert (member["since"], began_on(view, member), ended_on(view, member)) == (None, ["2002", "2003"], [])
    history = founding.ask("party", party="AZE")["history"]
    before = next(one for one in history if one["body"] == "carec" and one["status"] != member["status"])
    assert ended_on(view, before) == ["2002", "2003"]


def test_where_sources_agree_there_is_one_day(founding: Mechanism) -> None:
    view = founding.view()
    rows = founding.ask("members", body="consultative-meeting")["answer"]
    assert {tuple(began_on(view, one)) for one in rows} == {("2018-03-15",), ("2025-11-16",)}


def test_a_chair_ended_on_the_days_on_which_the_next_one_began(founding: Mechanism) -> None:
    view = founding.view()
    *_earlier, uzbekistan, turkmenistan = founding.ask("chair", body="consultative-meeting")["history"]
    both = ["2025-11-16", "2026-01-01"]
    assert term_ended_on(view, uzbekistan) == term_began_on(view, turkmenistan) == both
    assert term_ended_on(view, turkmenistan) == ["2027-01-01"]


def test_before_every_one_of_the_days_had_come_none_is_told(founding: Mechanism) -> None:
    history = founding.ask("chair", body="consultative-meeting")["history"]
    assert term_began_on(founding.view("2025-12-01"), history[-1]) == []


@pytest.mark.parametrize(
    ("party", "body", "day", "is_list"),
    [
        ("AZE", "eaeu", "2025-12-22", False),  # a denial up to that day, and an older list without it
        ("ZWE", "consultative-meeting", "2025-12-24", True),
    ],
)
def test_the_last_word_against_a_status_says_whether_it_is_but_a_list(
    founding: Mechanism, party: str, body: str, day: str, is_list: bool
) -> None:
    last = last_denial(founding.view(), party, body)
    assert last is not None and (last.day, last.is_list) == (day, is_list)


def test_of_a_period_of_denial_no_day_after_the_one_asked_of_is_told(founding: Mechanism) -> None:
    last = last_denial(founding.view("2024-05-05"), "AZE", "eaeu")
    assert last is not None and last.day == "2024-05-05"


def test_who_is_named_in_no_denial_and_missing_from_no_list_has_none(founding: Mechanism) -> None:
    assert last_denial(founding.view("2017-01-01"), "ZWE", "consultative-meeting") is None
