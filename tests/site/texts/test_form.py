"""The form asks for the base and a file of each delegation, by the names of states in the reader's own alphabet."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.states import in_alphabet, state_codes, state_name
from tests.site.texts.filling import example

ROOT = Path(__file__).resolve().parents[3]


class Fields(HTMLParser):
    """The fields of a form by their ids, the texts of labels by what they are for, the options of the first state's list."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[str, dict[str, str | None]] = {}
        self.labels: set[str] = set()
        self.groups: list[list[str]] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("input", "select"):
            self._in = given.get("id") or ""
            self.ids[self._in] = given
        elif tag == "label":
            self.labels.add(given.get("for") or "")
        elif tag == "optgroup" and self._in == "state-1":
            self.groups.append([])
        elif tag == "option" and self._in == "state-1" and self.groups:
            self.groups[-1].append(given.get("value") or "")


def fields(page: str) -> Fields:
    found = Fields()
    found.feed(page.partition("<main")[2])
    return found


def test_every_field_of_the_form_has_a_label(shown: Any) -> None:
    found = fields(shown("/en/texts"))
    assert {"base", "language", "profile", "give", "state-12", "group-12", "file-12", "at-12"} <= set(
        found.ids
    )
    assert set(found.ids) == found.labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_states_are_listed_by_name_with_the_participants_of_the_record_first(
    shown: Any, record: Any, language: str
) -> None:
    page = shown(f"/{language}/texts")
    own, others = fields(page).groups
    assert {"AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"} <= set(own) and "BRA" not in own
    assert own == in_alphabet(own, language) and others == in_alphabet(others, language)
    assert {*own, *others} == state_codes()
    assert f'<option value="UZB">{state_name("UZB", language)}</option>' in page


def test_what_the_page_on_compiling_in_the_browser_names_is_there(site: Any, shown: Any) -> None:
    page = (ROOT / "docs" / "howto" / "compile-in-the-browser.md").read_text(encoding="utf-8")
    named = [one.rstrip(".") for one in re.findall(r"\*\*(.+?)\*\*", page)]
    result = site.post("/en/texts", example()).content.decode()
    there = unescape(shown("/en/texts") + result)
    assert len(named) > 6 and [one for one in named if f">{one}<" not in there] == []


def test_the_form_says_that_nothing_is_stored(shown: Any) -> None:
    assert "Nothing is stored and nothing is sent on" in shown("/en/texts")


def test_the_page_is_none_of_the_record(site: Any, shown: Any) -> None:
    page = shown("/en/texts?on=2020-01-01")
    assert 'class="clocks"' not in page and "colophon__citation" not in page and "As of:" not in page
    assert "what is compiled here is no part of it" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "/texts" not in site.get("/en/sitemap.xml").content.decode()


def test_the_menu_leads_to_it_and_marks_it(shown: Any) -> None:
    assert '<a href="/tr/texts">' in shown("/tr/meetings?on=2025-11-16")
    assert '<a href="/tr/texts" aria-current="page">' in shown("/tr/texts")


def test_a_longer_form_is_asked_for_by_a_link_and_never_by_an_endless_one(shown: Any) -> None:
    assert 'href="/en/texts?rows=63"' in shown("/en/texts")
    longer = shown("/en/texts?rows=63")
    assert 'id="file-63"' in longer and "rows=63" not in longer.partition("<main")[2]
    assert 'href="/kk/texts?rows=63"' in longer  # another language keeps it
    for asked in ("64", "999999999", "-1", "x", "٣", ""):
        assert f'id="file-{64}"' not in shown(f"/en/texts?rows={asked}")


def test_the_form_is_sent_packed_and_known_again(site: Any) -> None:
    form = site.get("/en/texts", headers={"Accept-Encoding": "gzip"})
    assert form.headers["Content-Encoding"] == "gzip" and len(form.content) < 25_000
    assert site.get("/en/texts", headers={"If-None-Match": form.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(site: Any, method: str) -> None:
    assert getattr(site, method)("/en/texts").status_code == 405


def test_the_styles_of_a_rolling_text_leave_the_frame_of_our_pages_alone(site: Any, shown: Any) -> None:
    from kengesh.site.texts.styles import styles_address  # noqa: PLC0415

    styles = site.get(styles_address())
    text = styles.content.decode()
    assert styles.headers["Content-Type"] == "text/css; charset=utf-8"
    assert ".rolling .region" in text or ".region {" in text
    assert not re.search(r"\.page\b", text.replace(".rolling-page", ""))
