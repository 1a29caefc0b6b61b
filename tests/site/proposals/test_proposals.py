"""The pages of proposals tell what the record tells of them."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism


def linked(page: str) -> list[str]:
    """Return the proposals that a list shows, in its order."""
    return re.findall(r'<tr><td><a href="/en/proposals/([^"?]+)', page)


def test_the_list_has_every_proposal_of_the_record_the_newest_first(shown: Any, record: Mechanism) -> None:
    rows = record.ask("proposals")["answer"]
    assert linked(shown("/en/proposals")) == [one["id"] for one in reversed(rows)]


def test_every_fate_says_how_many_proposals_have_it_and_leads_to_them(shown: Any, record: Mechanism) -> None:
    rows = record.ask("proposals")["answer"]
    page = shown("/en/proposals")
    for fate in {one["fate"] for one in rows}:
        ids = [one["id"] for one in rows if one["fate"] == fate]
        assert f'href="/en/proposals?fate={fate}">{fate.replace("-", " ")} ({len(ids)})</a>' in page
        assert linked(shown(f"/en/proposals?fate={fate}")) == ids[::-1]


def test_filters_narrow_together(shown: Any, record: Mechanism) -> None:
    rows = record.ask("proposals")["answer"]
    ids = [one["id"] for one in rows if "UZB" in one["by"] and "security" in one["subjects"]]
    assert ids
    assert linked(shown("/en/proposals?by=UZB&subject=security&fate=")) == ids[::-1]


def test_a_proposal_shows_its_steps_in_order_and_the_instrument_that_it_became(shown: Any) -> None:
    page = shown("/en/proposals/proposal/security-concept")
    assert page.index('<th scope="row">proposed</th>') < page.index('<th scope="row">decided: adopted</th>')
    assert 'href="/en/instruments/security-concept"' in page
    assert 'href="/en/subjects/security"' in page and 'href="#note-1"' in page


def test_a_proposal_dated_only_by_a_last_day_is_told_before_its_answer(shown: Any) -> None:
    page = shown("/en/proposals/proposal/invite-azerbaijan")
    steps = re.findall(r'<th scope="row">([^<]+)</th>', page)
    assert steps == ["proposed", "taken up", "decided: deferred"]


def test_before_it_is_decided_a_proposal_is_open_and_the_page_says_what_that_means(shown: Any) -> None:
    page = shown("/en/proposals/proposal/security-concept?on=2025-01-01")
    assert "decided: adopted" not in page and "No decision on it is recorded by this day" in page
    assert 'href="/en/meetings/' not in page or "on=2025-01-01" in page


def test_before_it_was_made_nothing_is_told_of_it(shown: Any) -> None:
    assert "not known" in shown("/en/proposals/proposal/security-concept?on=2018-01-01")


def test_the_page_shows_what_was_said_of_a_proposal_and_where_sources_differ(shown: Any) -> None:
    page = shown("/en/proposals/proposal/water-decade")
    assert "Said of it" in page and 'href="/en/disputes/dispute/c-12"' in page


@pytest.mark.parametrize("query", ["fate=nix", "by=XXX", "subject=no-such-subject", "page=0", "page=99"])
def test_what_a_list_cannot_be_narrowed_by_is_refused_with_what_it_can(site: Any, query: str) -> None:
    response = site.get(f"/en/proposals?{query}")
    assert response.status_code == 400
    value = query.split("=")[1]
    assert value in unescape(response.content.decode())


@pytest.mark.parametrize("thing", ["proposal/nix", "KAZ", "treaty-2022"])
def test_what_is_no_proposal_is_not_found(site: Any, thing: str) -> None:
    assert site.get(f"/en/proposals/{thing}").status_code == 404


@pytest.mark.parametrize("language", ["tr", "kk"])
def test_words_in_another_language_are_marked(shown: Any, language: str) -> None:
    page = shown(f"/{language}/proposals/proposal/security-concept")
    assert re.search(r'<h1><span lang="en">', page)
    assert '<span lang="en">' in shown(f"/{language}/proposals?fate=proposed")


def test_a_decision_that_is_claimed_and_not_taken_is_shown_with_its_mark_and_decides_nothing(
    shown: Any, record: Mechanism
) -> None:
    page = shown("/en/proposals/proposal/community")
    row = next(one for one in record.ask("proposals")["answer"] if one["id"] == "proposal/community")
    assert row["fate"] == "proposed" and "No decision on it is recorded by this day." in page
    assert page.count('<tr class="table__row--rejected"') == 1
    assert "Not taken: decided: adopted" in page and "One outlet has the leaders endorsing" in page


def test_a_claim_that_is_not_taken_is_not_told_before_its_day(shown: Any) -> None:
    assert "Not taken" not in shown("/en/proposals/proposal/community?on=2025-11-15")
