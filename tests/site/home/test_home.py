"""The front page: what is next, what was entered last, and that a time before all of it has sentences and no bare headings."""

from __future__ import annotations

import re
from typing import Any


def section(page: str, heading: str) -> str:
    begins = page.index(f"<h2>{heading}")
    return page[begins : page.index("<h2>", begins + 1)]


def test_the_latest_entries_say_what_was_entered(shown: Any, record: Any) -> None:
    page = shown("/en/")
    latest = page[page.index("Latest entries</h2>") :].partition("</section>")[0]
    entries = [int(one) for one in re.findall(r'href="/en/log/(\d+)">#', latest)]
    assert len(entries) == 8 and entries == sorted(entries, reverse=True)
    assert "rows entered" not in latest
    assert not any(record.store.entry(one)[0].kind == "load-rows" for one in entries)


def test_open_proposals_of_participants_come_first_and_the_newest_of_them_first(
    shown: Any, record: Any
) -> None:
    page = section(shown("/en/"), "Open proposals")
    ids = re.findall(r'href="/en/proposals/([^"]+)"', page)
    rows = {one["id"]: one for one in record.ask("proposals")["answer"]}
    members = record.members("consultative-meeting")
    assert len(ids) == 10 and all(members & set(rows[one]["by"]) for one in ids)
    assert rows[ids[0]]["on"] == "2025-11-16"


def test_a_meeting_that_is_not_regular_says_what_it_was(shown: Any) -> None:
    held = shown("/en/").partition("Last meetings</h2>")[2].partition("</section>")[0]
    lines = re.findall(r"<li>(.*?)</li>", held, re.S)
    told = [one for one in lines if "2025-08-05" in one or "Meeting at Awaza" in one]
    assert told and all("preparatory" in one for one in told)
    assert sum("preparatory" in one for one in lines) == len(told)


def test_the_meeting_announced_for_the_next_days_is_next_by_the_sources_of_the_day_before(shown: Any) -> None:
    page = shown("/en/?reported_by=2025-11-14")
    ahead = section(page, "Next meeting")
    assert 'href="/en/meetings/consultative-meeting/7?reported_by=2025-11-14"' in ahead
    assert "planned" in ahead
    assert 'as of <time datetime="2025-11-14">' in page


def test_before_anything_was_entered_sentences_stand_where_tables_would(shown: Any) -> None:
    page = shown("/en/?known_at=0")
    assert "Nothing was in the record by then." in page
    assert "Nobody is known to belong to the mechanism by that day." in page
    assert "No meeting by that day." in page
    assert "<table" not in page.partition("<main")[2]
    assert 'As of: <time datetime="2026-06-04">' in page


def test_before_there_were_participants_nobody_is_known_to_belong(shown: Any) -> None:
    for clocks in ("on=1800-01-01", "known_at=300"):
        assert "Nobody is known to belong to the mechanism by that day." in shown(f"/en/?{clocks}")
