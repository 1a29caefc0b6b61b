"""The pages of meetings tell what the record tells."""

from __future__ import annotations

from typing import Any

import pytest


def test_the_tashkent_meeting_shows_who_came_what_came_out_and_by_what_verb(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/7")
    assert "<h1>Seventh Consultative Meeting of the Heads of State of Central Asia</h1>" in page
    assert page.count("head of state") >= 6
    assert "What came out" in page and "adopted" in page and "signed" in page
    assert 'href="/en/states/AZE"' in page


def test_a_meeting_asked_of_a_day_before_it_shows_only_what_was_announced(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/7?on=2025-11-01")
    assert "This page shows another moment" in page
    assert "Who came" not in page


def test_the_meeting_of_2020_is_not_shown_as_held(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/2020")
    assert "not held" in page or "postponed" in page


def test_every_link_keeps_the_clocks(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/5?on=2024-01-01&reported_by=2024-02-01")
    assert 'href="/en/states/KAZ?on=2024-01-01&amp;reported_by=2024-02-01"' in page


@pytest.mark.parametrize("thing", ["consultative-meeting/77", "KAZ", "treaty-2022", "no-such-thing"])
def test_what_is_no_meeting_is_not_found_and_the_page_helps(site: Any, thing: str) -> None:
    response = site.get(f"/en/meetings/{thing}")
    assert response.status_code == 404
    assert "This record does not speak of" in response.content.decode()
