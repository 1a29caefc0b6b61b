"""The search page finds in any language what is there, says when it finds nothing, and refuses what it cannot seek."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("Treaty on Friendship", "/en/instruments/treaty-2022"),
        ("Өзбекстан", "/en/states/UZB"),
        ("ozbekiston", "/en/states/UZB"),
        ("Azerbaycan'ın", "/en/states/AZE"),
        ("Шавкат Мирзиёев", "/en/things/shavkat-mirziyoyev"),
        ("consultative-meeting/7", "/en/meetings/consultative-meeting/7"),
    ],
)
def test_what_is_typed_leads_to_its_page(shown: Any, words: str, leads_to: str) -> None:
    found = shown(f"/en/search?q={quote(words)}").partition('class="found"')[2]
    assert f'href="{leads_to}"' in found


def test_nothing_found_is_said_and_something_near_is_offered(shown: Any) -> None:
    page = shown("/en/search?q=Mirziyoyebb")
    assert "Nothing in this record holds these words" in page and "Did you mean one of these?" in page


def test_words_that_cannot_be_sought_come_back_with_the_reason(shown: Any) -> None:
    assert "at least one word" in shown("/en/search?q=%22%3F%21")


def test_markup_in_words_is_shown_as_words(shown: Any) -> None:
    page = shown("/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page
