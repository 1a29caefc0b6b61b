"""Meetings as a calendar: other programs read it, and no day is made surer than it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from kengesh.mechanism.names import name_of
from kengesh.mechanism.record import Mechanism
from kengesh.site.feeds.spans import Span, span_of


def events(site: Any, address: str) -> dict[str, Any]:
    """The events of a calendar, by the page of each."""
    response = site.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    return {str(one["URL"]).partition("/en/")[2] or str(one["URL"]): one for one in calendar.walk("VEVENT")}


@pytest.mark.parametrize(
    ("days", "span"),
    [
        (["2025-11-16"], Span(date(2025, 11, 16), date(2025, 11, 17), True)),
        (["2025-11-15/2025-11-17"], Span(date(2025, 11, 15), date(2025, 11, 17), True)),
        (["2025-11"], Span(date(2025, 11, 1), date(2025, 12, 1), False)),
        (["2025"], Span(date(2025, 1, 1), date(2026, 1, 1), False)),
        (["2025-11-16?"], Span(date(2025, 11, 16), date(2025, 11, 17), False)),
        (["2025-11-16~"], Span(date(2025, 11, 9), date(2025, 11, 24), False)),
        (["[2024-05-01..2024-05-09]"], Span(date(2024, 5, 1), date(2024, 5, 10), False)),
        (["[..2024-05-09]"], Span(date(2024, 5, 9), date(2024, 5, 10), False)),
        (["[2024-05-09..]"], Span(date(2024, 5, 9), date(2024, 5, 10), False)),
        (["2024-03/2024-05"], Span(date(2024, 3, 1), date(2024, 5, 31), False)),
        (["2025-11-15", "2025-11-17"], Span(date(2025, 11, 15), date(2025, 11, 18), False)),
        (["../.."], None),
        ([], None),
    ],
)
def test_an_event_takes_the_days_that_are_possible(days: list[str], span: Span | None) -> None:
    assert span_of(days) == span


def test_a_meeting_that_was_held_on_a_day_is_a_sure_event_of_that_whole_day(site: Any) -> None:
    event = events(site, "/en/meetings/consultative-meeting/7.ics")["meetings/consultative-meeting/7"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2025, 11, 16), date(2025, 11, 17))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["STATUS"] == "CONFIRMED"
    assert "Tashkent" in event["LOCATION"]


def test_the_calendar_has_every_meeting_of_which_a_day_is_known_and_says_how_many_it_leaves_out(
    site: Any, record: Mechanism
) -> None:
    found = events(site, "/en/meetings.ics")
    rows = record.ask("meetings")["answer"]
    dated = [one for one in rows if one["on"] and one["on"] not in ("../..",)]
    assert {f"meetings/{one['id']}" for one in dated} <= set(found)


def test_every_event_says_what_its_day_rests_on_where_it_is_not_sure(site: Any, record: Mechanism) -> None:
    found = events(site, "/en/meetings.ics")
    for row in record.ask("meetings")["answer"]:
        event = found.get(f"meetings/{row['id']}")
        if event is not None and row["on"] and len(row["on"]) != len("2025-11-16") and "/" not in row["on"]:
            assert event["STATUS"] in ("TENTATIVE", "CANCELLED"), row["on"]
            assert "The day is not known exactly" in event["DESCRIPTION"]


def test_what_was_announced_and_not_held_is_never_confirmed(site: Any, record: Mechanism) -> None:
    found = events(site, "/en/meetings.ics")
    announced = [one for one in record.ask("meetings")["answer"] if one["state"] != "held"]
    assert announced
    for row in announced:
        event = found.get(f"meetings/{row['id']}")
        assert event is None or event["STATUS"] != "CONFIRMED"


def test_due_days_are_in_the_calendar(site: Any, record: Mechanism) -> None:
    found = events(site, "/en/meetings.ics")
    due = [one for one in record.ask("commitments")["answer"] if one["due"]]
    assert due
    assert {f"commitments/{one['id']}" for one in due} <= set(found)


def test_an_event_is_the_same_one_in_every_language_and_at_every_time(site: Any, record: Mechanism) -> None:
    english = events(site, "/en/meetings/consultative-meeting/6.ics").popitem()[1]
    kazakh = events(site, "/kk/meetings/consultative-meeting/6.ics").popitem()[1]
    assert english["UID"] == kazakh["UID"]
    assert english["DTSTAMP"].dt == kazakh["DTSTAMP"].dt
    name = name_of(record.view(), "consultative-meeting/6", "kk")
    assert (kazakh["SUMMARY"], kazakh["SUMMARY"].params["LANGUAGE"]) == (name.text, name.language)
    assert site.get("/en/meetings.ics").content == site.get("/en/meetings.ics").content


def test_lines_are_folded_and_end_as_the_standard_says(site: Any) -> None:
    lines = site.get("/kk/meetings.ics").content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_a_calendar_of_no_meeting_is_not_found(site: Any) -> None:
    assert site.get("/en/meetings/no-such-meeting.ics").status_code == 404
    assert site.get("/en/meetings/KAZ.ics").status_code == 404


def test_a_calendar_of_another_day_has_what_was_known_of_then(site: Any) -> None:
    then = events(site, "/en/meetings.ics?on=2020-01-01")
    assert not any("consultative-meeting/7" in one for one in then)
