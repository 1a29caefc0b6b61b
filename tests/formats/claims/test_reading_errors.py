"""What is no claim: the error points at the word and offers what could stand there, whatever is given, and with little work."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.language.writing import write_claim
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View


@pytest.fixture(scope="module")
def view(record: Mechanism) -> View:
    return record.view()


def refusal(view: View, text: str) -> ClaimError:
    with pytest.raises(ClaimError) as refused:
        read_claim(text, view)
    return refused.value


WRONG = {
    "": ("", "there is no claim here", "AZE is member of …"),
    "AZE": ("", "something is missing", "took part in"),
    "AZE is": ("", "something is missing", "member of"),
    "every": ("", "a party is missing", None),
    "Azerbaijan is membr of ots": ("membr", "not understood here", "member of"),
    "AZE foo ots": ("foo", "not understood here", "joined"),
    "Azerbayjanistan is member of ots": ("Azerbayjanistan", "is not a party in this record", None),
    "kaz is member of ots": ("kaz", "is not a party in this record", "KAZ"),
    "AZE is member of otz": ("otz", "is not a body in this record", "ots"),
    "AZE is member of tashkent": ("tashkent", "is a place; here is asked for a body", None),
    "AZE was held": ("AZE", "is a party; what follows is said of a meeting", None),
    "consultative-meeting/7 is member of ots": (
        "consultative-meeting/7",
        "is a meeting; what follows is said of a party",
        None,
    ),
    "tashkent is member of ots": ("tashkent", "is a place; here is asked for a party", None),
    "AZE is member of ots on 2025-11": ("2025-11", "expected one day", None),
    "AZE is member of ots on 2025-13-01": ("2025-13-01", "there is no month 13", "2025-11-16"),
    "AZE is member of ots on 31 February 2025": ("31", "2025-02-31", None),
    "AZE is member of ots as of 2025": ("2025", "expected one day", None),
    "AZE is member of ots on 2025-11-16 on 2025-11-17": ("2025-11-17", "stands twice", None),
    "AZE is member of ots on 2025-11-16 as of 2025-11-17": ("2025-11-17", "leave “as of” out", None),
    "AZE is member of ots by foo sources": ("foo", "expected whose sources count", "official"),
    "AZE is member of ots by official": ("", "something is missing", "sources"),
    "AZE is member of ots since 2025": ("since", "not understood here", "on"),
    "AZE shares at least 2000 bodies with KAZ": ("2000", "expected a number from 0 to 1000", "three"),
    "AZE shares at least ¾ bodies with KAZ": ("¾", "expected a number", None),
    "{KAZ, UZB": ("", "something is missing", "}"),
    "{KAZ UZB} is member of ots": ("UZB", "not understood here", ","),
    "(KAZ union UZB is member of ots": ("is", "not understood here", ")"),
    "“unclosed is member of ots": ("“", "is not closed", None),
    "AZE was king at consultative-meeting/7": ("king", "not understood here", "guest-of-honour at"),
    "AZE was invited as king to consultative-meeting/7": ("king", "expected a capacity", "guest-of-honour"),
    "AZE is the first of ots": ("of", "not understood here", "to join"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_bad_claim_gets_an_error_that_points_at_the_word_and_offers_what_could_stand_there(
    view: View, text: str
) -> None:
    word, says, offer = WRONG[text]
    refused = refusal(view, text)
    assert refused.word == word
    assert says in refused.says
    assert offer is None or offer in refused.offers
    assert 0 <= refused.start < refused.end
    assert refused.pointed().splitlines()[-1] == " " * refused.start + "^" * (refused.end - refused.start)


def test_a_word_that_comes_near_is_offered_first(view: View) -> None:
    assert refusal(view, "AZE atended consultative-meeting/7").offers[0] == "attended"
    assert str(refusal(view, "AZE atended consultative-meeting/7")).endswith("joined, shares at least.")


def test_not_after_a_quantified_set_could_mean_two_things_and_is_refused_at_the_word(
    view: View,
) -> None:
    text = "every member of ots is not member of csto"
    refused = refusal(view, text)
    assert "“not” after every could mean two things" in refused.says
    assert refused.word == "not"


def test_only_is_said_of_whom_a_claim_speaks_of_and_the_last_meetings_are_at_least_one(
    view: View,
) -> None:
    assert refusal(view, "AZE attended only the last 3 meetings").word == "only"
    assert refusal(view, "AZE attended the last 0 meetings").word == "0"


def test_what_a_verb_is_about_is_of_its_sort(view: View) -> None:
    for text, word in (
        ("AZE attended members of ots", "members of ots"),
        ("AZE signed the last 3 meetings", "the last 3 meetings"),
    ):
        refused = refusal(view, text)
        assert refused.word in word


WORDS = st.sampled_from(
    re.split(
        " ",
        "every no some only exactly at least 3 three the a of { } ( ) , union minus except is was not member "
        "observer participant meeting ots KAZ AZE consultative-meeting/7 consultative-meeting treaty-2022 "
        "took part in attended signed joined before after shares bodies with invited as to guest honour held "
        "tashkent chaired by proposed adopted on known reported any sources 2025-11-16 2025 16 November last "
        'meetings first host “Turkic Council” 12 0 " “ « » . .. ١ Türkiye ё',
    )
)


def check_reading(view: View, text: str) -> None:
    """Read a text as a claim, or be refused with an error whose place is in the text."""
    try:
        claim = read_claim(text, view).claim
    except ClaimError as error:
        assert 0 <= error.start < error.end <= max(len(text), 0) + 1
        assert str(error)
    else:
        assert read_claim(write_claim(claim), view).claim == claim


def test_any_text_is_read_or_refused_at_a_place_of_it(view: View) -> None:
    @settings(derandomize=True, deadline=None, max_examples=400)
    @given(st.text(max_size=200) | st.lists(WORDS, max_size=30).map(" ".join))
    def check(text: str) -> None:
        check_reading(view, text)

    check()


MOST_CALLS = 400_000  # two hundred for each character of the longest claim

NASTY = (
    "x " * 999,
    "(" * 1_999,
    "{" + "KAZ," * 480 + "KAZ} is member of ots",
    "qwertyuiop " * 180,
    '"a" ' * 490,
    "the " * 490,
    "Kazakhstan " * 180,
    "KAZ union " * 190 + "KAZ is member of ots",
    "KAZ is member of ots on " + "16 " * 600,
    "“" * 2_000,
    "every " * 330,
    "KAZ was " + "guest of honour " * 120,
    "{" * 2_000,
)


def calls_made(work: Callable[[], None]) -> int:
    """Count the functions that a piece of work calls: the same number on every machine, however busy it is."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("text", NASTY, ids=lambda text: text[:12])
def test_a_long_text_is_read_or_refused_with_little_work(view: View, text: str) -> None:
    read_claim("KAZ is member of “Turkic Council”", view)  # the names of the day are looked up once
    assert calls_made(lambda: check_reading(view, text)) < MOST_CALLS


def test_a_text_longer_than_a_claim_is_refused(view: View) -> None:
    assert "at most 2000 characters" in refusal(view, "x" * 2_001).says


def test_a_claim_of_more_sets_than_anybody_needs_is_refused(view: View) -> None:
    for text in ("member of ots union " * 90 + "KAZ", "(" * 51 + "KAZ" + ")" * 51):
        assert "at most 20 sets" in refusal(view, f"{text} is member of ots").says
