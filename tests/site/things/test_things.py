"""The pages of persons, places and other things tell what the record tells."""

from __future__ import annotations

from typing import Any

import pytest


def section(page: str, heading: str) -> str:
    """Return the part of a page under a heading."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]


def test_a_person_came_for_his_own_side_alone_and_in_a_capacity(shown: Any) -> None:
    table = section(shown("/en/things/ilham-aliyev"), "Meetings attended")
    rows = {
        number: next(row for row in table.split("<tr")[1:] if f"consultative-meeting/{number}" in row)
        for number in (5, 6, 7)
    }
    assert all("/en/states/AZE" in row for row in rows.values())
    assert "United Nations" not in table
    assert [("guest of honour" in rows[number]) for number in (5, 6, 7)] == [True, True, False]
    assert "head of state" in rows[7]


def test_attendances_are_told_once_and_not_among_the_other_events(shown: Any) -> None:
    page = shown("/en/things/emomali-rahmon")
    assert section(page, "Meetings attended").count("consultative-meeting/7") == 1
    assert "came" not in section(page, "What the record tells of it")


def test_a_person_has_not_come_to_a_meeting_before_its_day(shown: Any) -> None:
    table = section(shown("/en/things/ilham-aliyev?on=2024-08-08"), "Meetings attended")
    assert "consultative-meeting/5" in table and "consultative-meeting/6" not in table


def test_languages_have_their_own_names(shown: Any) -> None:
    table = section(shown("/en/things/ilham-aliyev"), "Names")
    assert "Türkçe" in table and "<td>tr</td>" not in table


@pytest.mark.parametrize("language", ["tr", "kk"])
@pytest.mark.parametrize("thing", ["ilham-aliyev", "tashkent"])
def test_things_can_be_read_in_other_languages(shown: Any, language: str, thing: str) -> None:
    assert f'<html lang="{language}">' in shown(f"/{language}/things/{thing}")


def test_what_the_record_does_not_speak_of_is_not_found(site: Any) -> None:
    assert site.get("/en/things/nobody").status_code == 404
