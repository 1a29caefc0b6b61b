"""A page in a language speaks that language: what is in another one is marked, dates and alphabets are its own."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

import kengesh
from kengesh.terms.languages import LANGUAGES

OURS = [language for language in LANGUAGES if language != "en"]
PAGES = [
    "",
    "?region=map",
    "meetings",
    "meetings/consultative-meeting/7",
    "states",
    "states/TKM",
    "bodies",
    "bodies/ots",
    "matrix",
    "instruments",
    "instruments/treaty-2022",
    "proposals",
    "commitments",
    "disputes",
    "subjects/water",
    "indicators",
    "chronology",
    "sources",
    "search?q=OTS",
    "log",
    "log/12",
    "log/verifying",
    "about",
    "report",
    "briefs/TKM",
    "things/tashkent",
    "texts",
    "overlap",
    "overlap/pair?first=KAZ&second=TKM",
    "overlap/what-if?party=TKM&body=ots&status=member",
    "corridors",
    "corridors/middle?exercise=yes",
    "corridors/ckur",
    "corridors/route?from=TJ-DYU&to=IR-BND",
    "corridors/route?from=TJ-DYU&to=IR-BND&by=generalised",
    "corridors/scenarios/azerbaijan-participation",
    "corridors/scenarios/caspian-low-water",
    "corridors/compare?a=base&b=corridor/herat",
    "corridors/promised",
    "corridors/checks",
    "corridors/nowhere",
    "check-draft",
    "no-such-page",
    "meetings?on=never",
]
OUTSIDE_TEXT = {"script", "style", "code", "pre"}
NO_CLOSING = {"meta", "link", "input", "br", "img", "path", "rect", "line", "circle", "hr", "polygon", "use"}


@cache
def english(language: str) -> frozenset[str]:
    """Return the sentences of the interface that a page would show in English if they were not translated into a language."""
    file = Path(kengesh.__file__).parent / "locale" / language / "LC_MESSAGES" / "kengesh.po"
    with file.open("rb") as source:
        catalogue = [one for one in read_po(source) if isinstance(one.id, str)]
    found = {one.id for one in catalogue} - {one.string for one in catalogue}
    return frozenset(one for one in found if not re.search(r"[{%]", one) and re.search(r"[a-z]{4,}", one))


class Reading(HTMLParser):
    """The texts of a page, each with the language that it is marked with; what is code is left aside."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in NO_CLOSING:
            outer = self.inside[-1][1] if self.inside else ""
            self.inside.append((tag, dict(attrs).get("lang") or outer))
        for name, value in attrs:
            if name in ("aria-label", "title", "placeholder") and value:
                self.texts.append((self.inside[-1][1], value))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if words and self.inside and not OUTSIDE_TEXT & {tag for tag, _language in self.inside}:
            self.texts.append((self.inside[-1][1], words))


@pytest.mark.parametrize("language", OURS)
def test_no_word_of_the_interface_stands_in_english(site: Any, language: str) -> None:
    left = {}
    for page in PAGES:
        reading = Reading()
        reading.feed(site.get(f"/{language}/{page}").content.decode())
        assert reading.texts, page
        found = {
            text
            for marked, text in reading.texts
            if marked == language and text.rstrip(":") in english(language)
        }
        if found:
            left[page] = sorted(found)
    assert left == {}


@pytest.mark.parametrize(
    ("language", "day", "first"),
    [
        ("kk", "2025 жылғы 16 қараша", "Әзербайжан"),
        ("ky", "2025-жылдын 16-ноябры", "Азербайжан"),
        ("tg", "16 ноябри соли 2025", "Озарбойҷон"),
        ("tk", "16 noýabr 2025", "Azerbaýjan"),
        ("uz", "2025-yil 16-noyabr", "Oʻzbekiston"),
        ("az", "16 noyabr 2025", "Azərbaycan"),
        ("tr", "16 Kasım 2025", "Azerbaycan"),
        ("ru", "16 ноября 2025 г.", "Азербайджан"),
    ],
)
def test_dates_and_names_are_those_of_the_language(shown: Any, language: str, day: str, first: str) -> None:
    page = shown(f"/{language}/")
    assert f'<html lang="{language}">' in page and f">{day}</time>" in page and f">{first}</a>" in page


def test_what_the_record_holds_in_english_alone_is_marked_in_every_other_language(shown: Any) -> None:
    page = shown("/kk/proposals")
    assert '<span lang="en">' in page and '<abbr class="tongue"' in page
    assert '<abbr class="tongue"' not in shown("/en/meetings")


def test_a_quoted_title_bears_its_own_language(shown: Any) -> None:
    assert '<span lang="tr">Orta Asya Cumhuriyetleri ile' in shown("/en/sources/avim-2025-109")
