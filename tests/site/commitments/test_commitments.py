"""The pages of commitments tell how each stands, and say so where that is not known."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism


def linked(page: str) -> list[str]:
    """Return the commitments that a list shows, in its order."""
    return re.findall(r'<tr><td><a href="/en/commitments/([^"?]+)', page)


def fact(page: str, label: str) -> str:
    """Return what a page says beside a label."""
    found = re.search(rf"<dt>{re.escape(label)}</dt><dd>(.*?)</dd>", page)
    assert found, label
    return re.sub("<[^>]+>", "", found[1])


def test_the_list_has_every_commitment_and_counts_how_they_stand(shown: Any, record: Mechanism) -> None:
    rows = record.ask("commitments")["answer"]
    page = shown("/en/commitments")
    assert linked(page) == [one["id"] for one in reversed(rows)]
    for outcome in {one["outcome"] for one in rows}:
        ids = [one["id"] for one in rows if one["outcome"] == outcome]
        assert f"({len(ids)})</a>" in page
        assert linked(shown(f"/en/commitments?outcome={outcome}")) == ids[::-1]


def test_a_commitment_shows_its_number_its_reports_and_what_took_its_place(shown: Any) -> None:
    page = shown("/en/commitments/commitment/trade-15-billion")
    assert fact(page, "The number promised") == "15 USD billion"
    assert fact(page, "Baseline") == "11"
    assert fact(page, "How it stands by this day") == "replaced"
    assert fact(page, "Form") == "a goal announced"
    assert re.search(r'replaced: <a href="/en/commitments/commitment/trade-20-billion">[A-Z]', page)
    assert 'href="/en/meetings/consultative-meeting/6"' in page


def test_years_run_from_the_promise_to_the_last_report(shown: Any) -> None:
    page = shown("/en/commitments/commitment/finish-roadmap-2022")  # 6 August 2021 to 21 July 2022
    assert fact(page, "Years from promise to last report") == "1.0"
    assert "1,0" in shown("/tr/commitments/commitment/finish-roadmap-2022")


def test_a_promise_on_which_nobody_reported_stands_as_not_known(shown: Any) -> None:
    page = shown("/en/commitments/commitment/logistics-centres")
    assert fact(page, "How it stands by this day") == "not known"
    assert fact(page, "Last report") == "none is recorded"
    assert fact(page, "Years from promise to last report") == "not known"
    assert fact(page, "Due") == "no day is known"


def test_before_its_report_a_commitment_is_not_known_to_be_done(shown: Any) -> None:
    page = shown("/en/commitments/commitment/candidacy-kyrgyzstan?on=2026-06-02")
    assert fact(page, "How it stands by this day") == "not known"
    page = shown("/en/commitments/commitment/candidacy-kyrgyzstan?on=2026-06-03")
    assert fact(page, "How it stands by this day") == "done"


@pytest.mark.parametrize("query", ["outcome=kept", "by=XXX", "subject=no-such-subject"])
def test_what_a_list_cannot_be_narrowed_by_is_refused(site: Any, query: str) -> None:
    assert site.get(f"/en/commitments?{query}").status_code == 400


@pytest.mark.parametrize("thing", ["commitment/nix", "KAZ", "treaty-2022"])
def test_what_is_no_commitment_is_not_found(site: Any, thing: str) -> None:
    assert site.get(f"/en/commitments/{thing}").status_code == 404


def test_every_commitment_has_a_page_in_every_language_asked_for(shown: Any, record: Mechanism) -> None:
    for one in record.ask("commitments")["answer"]:
        for language in ("en", "tr", "kk"):
            assert shown(f"/{language}/commitments/{one['id']}")
