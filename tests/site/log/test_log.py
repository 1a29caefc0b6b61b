"""The pages of the log: an act in a sentence with its things and its source linked, above its bytes."""

from __future__ import annotations

from typing import Any

import pytest


def test_an_entry_says_in_words_what_its_act_says_before_it_shows_its_fields(shown: Any) -> None:
    page = shown("/en/log/12")
    words = page.index('class="act__says"')
    assert words < page.index("<pre")
    says = page[words : page.index("</p>", words)]
    assert 'href="/en/states/AZE"' in says
    assert 'href="/en/instruments/decision-azerbaijan"' in says
    assert '<time datetime="2025-11-16">16 November 2025</time>' in page
    assert 'href="/en/sources/inform-4"><span lang="ru">' in page


def test_no_line_says_the_same_twice(shown: Any) -> None:
    page = shown("/en/log/12")
    words = page.index('class="act__says"')
    assert page[words : page.index("</p>", words)].count("became an equal member") == 1


def test_an_act_that_points_at_others_leads_to_them_and_says_what_they_say(shown: Any, record: Any) -> None:
    view = record.view()
    preference = view.of_kind("prefer")[0]
    page = shown(f"/en/acts/{preference.id}")
    assert "What it points at" in page
    for pointed in preference.get("acts"):
        assert f'href="/en/acts/{pointed}"' in page


@pytest.mark.parametrize("language", ["en", "kk"])
def test_every_entry_has_its_page(site: Any, record: Any, language: str) -> None:
    for entry in range(0, record.state.size, 37):
        assert site.get(f"/{language}/log/{entry}").status_code == 200, entry


def test_a_log_without_entries_says_so(shown: Any) -> None:
    assert "Nothing was in the record by then." in shown("/en/log?known_at=0")
