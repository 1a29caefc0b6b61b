"""The pages of sources: what each is, how much of it was read, what rests on it, and how it is cited by programs."""

from __future__ import annotations

import re
from typing import Any

import pytest

FOUNDING = "avim-2025-109"


def test_the_founding_source_comes_first_and_every_kind_is_counted(shown: Any, record: Any) -> None:
    page = shown("/en/sources")
    rows = record.ask("sources")["answer"]
    assert page.index(f'href="/en/sources/{FOUNDING}"') == min(
        one.start() for one in re.finditer('href="/en/sources/', page)
    )
    for kind, word in (("press", "the press"), ("research", "research")):
        assert f"{word} ({sum(one['source_kind'] == kind for one in rows)})" in page


def test_a_source_shows_all_that_rests_on_it(shown: Any, record: Any) -> None:
    resting = record.ask("source", source=FOUNDING)["resting"]
    page = shown(f"/en/sources/{FOUNDING}")
    assert f"What rests on it: {len(resting)} acts" in page and "read whole" in page


def test_a_source_that_gives_no_day_is_said_to_give_none(shown: Any, record: Any) -> None:
    undated = next(one["id"] for one in record.ask("sources")["answer"] if one["published"] is None)
    assert "<dt>Published</dt><dd>not recorded</dd>" in shown(f"/en/sources/{undated}")


@pytest.mark.parametrize(("ending", "begins"), [("ris", "TY  - "), ("csl.json", "[")])
def test_a_source_is_cited_for_programs(site: Any, ending: str, begins: str) -> None:
    answer = site.get(f"/en/sources/{FOUNDING}.{ending}")
    assert answer.status_code == 200 and answer.content.decode().startswith(begins)


def test_a_kind_that_is_none_is_refused(site: Any) -> None:
    answer = site.get("/en/sources?kind=rumour")
    assert answer.status_code == 400 and "rumour" in answer.content.decode()


@pytest.mark.parametrize("thing", ["no-such-source", "KAZ"])
def test_what_is_no_source_is_not_found(site: Any, thing: str) -> None:
    assert site.get(f"/en/sources/{thing}").status_code == 404
