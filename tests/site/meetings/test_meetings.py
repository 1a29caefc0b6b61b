"""The pages of meetings tell what the record tells."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism

TASHKENT = "consultative-meeting/7"


def test_the_tashkent_meeting_shows_who_came_what_came_out_and_by_what_verb(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/7")
    assert "<h1>Seventh Consultative Meeting of the Heads of State of Central Asia</h1>" in page
    assert page.count("head of state") >= 6
    assert "What came out" in page and "adopted" in page and "signed" in page
    assert 'href="/en/states/AZE"' in page


def section(page: str, heading: str) -> str:
    """Return the part of a page under a heading."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]


def test_what_was_proposed_decided_and_promised_leads_to_its_page_and_says_what_became_of_it(
    shown: Any, record: Mechanism
) -> None:
    page, answer = shown("/en/meetings/consultative-meeting/7"), record.ask("meeting", meeting=TASHKENT)
    fates = {one["id"]: one["fate"] for one in record.ask("proposals")["answer"]}
    outcomes = {one["id"]: one["outcome"] for one in record.ask("commitments")["answer"]}
    for heading, name, come_to in (
        ("Proposed", "proposals", fates),
        ("Decided on proposals", "decisions", fates),
        ("Promised", "commitments", outcomes),
    ):
        rows = section(page, heading).split("<tr")[2:]
        assert len(rows) == len(answer[name]) > 0
        for row, one in zip(rows, answer[name], strict=True):
            assert f'/{one["id"]}"' in row and f"<td>{come_to[one['id']].replace('-', ' ')}" in row


def test_where_nobody_is_named_there_is_no_column_for_it(shown: Any) -> None:
    page = shown("/en/meetings/consultative-meeting/7")
    assert '<th scope="col">By</th>' in section(page, "Proposed")
    assert '<th scope="col">By</th>' not in section(page, "Decided on proposals")


def test_a_claim_that_is_not_taken_says_so_before_its_words(shown: Any) -> None:
    table = section(shown("/en/meetings/consultative-meeting/7"), "Decided on proposals")
    row = next(row for row in table.split("<tr")[1:] if "proposal/community" in row)
    assert row.index("Not taken: ") < row.index("Turn the meeting into the Community")


def test_a_preparatory_meeting_is_marked_in_the_list(shown: Any) -> None:
    page = shown("/en/meetings").partition("</figure>")[2]
    row = next(row for row in page.split("<tr")[1:] if 'meetings/consultative-meeting/2025-08-05"' in row)
    assert '<span class="state">preparatory</span>' in row.partition("</th>")[0]
    assert "regular</span>" not in page


def test_picture_and_table_name_a_place_as_it_was_called_on_the_day_of_the_meeting(shown: Any) -> None:
    page = shown("/en/meetings?on=2020-06-01").partition("<main")[2]
    assert "Astana" in page and "Nur-Sultan" not in page


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
