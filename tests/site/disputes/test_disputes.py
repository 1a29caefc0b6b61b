"""The pages of disputes show every side, with what it rests on, and why one is preferred."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism


def linked(page: str) -> list[str]:
    """Return the disputes that a list shows, in its order."""
    return re.findall(r'<tr><td><a href="/en/disputes/([^"?]+)', page)


def test_the_list_has_every_dispute_the_stated_ones_first(shown: Any, record: Mechanism) -> None:
    rows = record.ask("disputes")["answer"]
    page = shown("/en/disputes")
    assert linked(page) == [one["id"] for one in rows]
    assert page.index("Stated by the compilers") < page.index("Found by comparing what sources say")


def test_open_disputes_can_be_seen_alone_and_those_about_one_thing(shown: Any, record: Mechanism) -> None:
    rows = record.ask("disputes")["answer"]
    open_ = [one["id"] for one in rows if not one["settled"]]
    assert open_ and linked(shown("/en/disputes?state=open")) == open_
    assert linked(shown("/en/disputes?about=TKM")) == [one["id"] for one in rows if "TKM" in one["about"]]


def test_every_dispute_has_a_page_with_all_its_sides_and_their_notes(shown: Any, record: Mechanism) -> None:
    for one in record.ask("disputes")["answer"]:
        page = shown(f"/en/disputes/{one['id']}")
        table = page[page.index("<h2>") : page.index("Says who, in all:")]
        assert table.count('<span class="rests">') == len(one["sides"]), one["id"]
        for because in one["because"]:
            assert because["en"]["text"] in unescape(page)


def test_a_settled_dispute_says_which_side_is_preferred_and_why(shown: Any) -> None:
    page = shown("/en/disputes/dispute/c-33")
    assert "Its number, its day and the dates of its sources give 2025." in page
    assert page.count("<strong>preferred</strong>") == 1 and page.count("not preferred") == 1
    assert 'href="/en/sources/avim-2025-109"' in page


def test_sides_that_stand_together_are_not_called_preferred(shown: Any) -> None:
    page = shown("/en/disputes/dispute/c-07")  # signed, adopted and approved: each verb is kept
    assert "they stand side by side" in page and "preferred</strong>" not in page
    assert page.count("stands beside the others") == 11


def test_an_open_dispute_says_that_the_answer_is_not_known(shown: Any) -> None:
    page = shown("/en/disputes/dispute/c-20")
    assert "the answer is not known" in page and "Why so" not in page and "<strong>preferred" not in page


def test_a_dispute_that_arose_by_itself_says_on_what_it_turns(shown: Any, record: Mechanism) -> None:
    (id_,) = [one["id"] for one in record.ask("disputes")["answer"] if one["id"].startswith("hold/")]
    page = shown(f"/en/disputes/{id_}")
    turns = re.search(r"<dt>It turns on</dt><dd>(.*?)</dd>", page)
    assert turns and "the day" in turns[1]


def test_before_any_side_told_of_it_there_was_no_dispute(shown: Any, record: Mechanism) -> None:
    then, now = (
        {one["id"] for one in record.ask("disputes", on=day)["answer"]} for day in ("2018-01-01", None)
    )
    assert now - then
    for id_ in now - then:
        assert "no two sources differed" in shown(f"/en/disputes/{id_}?on=2018-01-01")


@pytest.mark.parametrize("thing", ["dispute/nix", "hold/aaaaaaaaaaaa", "KAZ", "treaty-2022"])
def test_what_is_no_dispute_is_not_found(site: Any, thing: str) -> None:
    assert site.get(f"/en/disputes/{thing}").status_code == 404


@pytest.mark.parametrize("query", ["state=nix", "about=no-such-thing"])
def test_what_the_list_cannot_be_narrowed_by_is_refused(site: Any, query: str) -> None:
    assert site.get(f"/en/disputes?{query}").status_code == 400


@pytest.mark.parametrize("language", ["tr", "kk"])
def test_the_pages_are_there_in_other_languages(shown: Any, language: str) -> None:
    assert shown(f"/{language}/disputes") and shown(f"/{language}/disputes/dispute/c-07")
