"""Ids: an act, a state and any other thing are never mistaken for each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.terms.identifiers import LONGEST_SLUG, is_act_id, is_slug, is_state_code, is_thing_id
from kengesh.terms.states import states

ACT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


@pytest.mark.parametrize(
    "slug", ["ots", "d-8", "consultative-meeting/7", "consultative-meeting/2025-08-05", "a/b/c", "0"]
)
def test_a_slug_is_small_letters_and_digits_joined_by_hyphens_and_slashes(slug):
    assert is_slug(slug)
    assert is_thing_id(slug)
    assert not is_state_code(slug)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OTS",
        "ots ",
        "ots\n",
        "-ots",
        "ots-",
        "ots--x",
        "/ots",
        "ots/",
        "ots//x",
        "ots/-x",
        "ots_x",
        "ots.x",
        "öts",
        "оts",
        "٧",
    ],
)
def test_anything_else_is_no_slug(text):
    assert not is_slug(text)
    assert not is_thing_id(text)


def test_a_slug_has_at_most_120_characters():
    assert is_slug("a" * LONGEST_SLUG)
    assert not is_slug("a" * (LONGEST_SLUG + 1))


def test_the_id_of_an_act_is_64_small_hexadecimal_digits_and_no_slug():
    assert is_act_id(ACT)
    assert not is_slug(ACT)
    assert not is_thing_id(ACT)
    for wrong in (ACT.upper(), ACT[:-1], ACT + "0", ACT[:-1] + "g", ACT + "\n"):
        assert not is_act_id(wrong)


def test_a_state_is_a_code_that_iso_3166_assigns():
    assert all(map(is_state_code, ("KAZ", "KGZ", "TJK", "TKM", "UZB", "AZE", "TUR")))
    for wrong in ("kaz", "KZ", "KAZ ", "KAZ\n", "XKK", "SUN", "EUE", "AAA", "ZZZ", "ҚАЗ"):
        assert not is_state_code(wrong)


@given(st.text(max_size=70) | st.from_regex(r"[a-z0-9/-]{1,130}", fullmatch=True) | st.sampled_from(states()))
def test_nothing_is_two_sorts_of_id(text):
    assert [is_act_id(text), is_slug(text), is_state_code(text)].count(True) <= 1
    assert is_thing_id(text) is (is_slug(text) or is_state_code(text))
