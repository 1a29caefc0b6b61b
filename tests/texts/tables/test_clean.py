"""The clean text: only where no bracket is open and no reservation stands against the text."""

from __future__ import annotations

import pytest

from kengesh.texts.deciding.resolve import resolve
from kengesh.texts.decisions import Deciding, Decision
from kengesh.texts.reading.filed import Explicit
from kengesh.texts.tables.clean import StillOpen, clean
from tests.texts.compiling_cases import FIVE, FOUR, SIX, agreed, asks, files, rolled, text
from tests.texts.tables.negotiation import first_version


def test_a_text_without_brackets_is_clean() -> None:
    base = text(FOUR, FIVE)
    assert clean(rolled(base, files("KAZ", FOUR, FIVE))) == base


def test_a_text_is_clean_once_its_brackets_are_decided() -> None:
    rolling = rolled(FIVE, files("KAZ", FIVE.replace("joint", "common")))
    ((_unit, region),) = rolling.regions()
    decided = resolve(rolling, [Decision(decides=Deciding.CHOOSE, place=region.id, take="KAZ")])
    assert clean(decided).units[0].text == "Decide to establish a common logistics network by 2028;"


def test_open_brackets_are_counted_and_the_first_of_them_named() -> None:
    with pytest.raises(StillOpen) as refused:
        clean(first_version())
    assert str(refused.value) == (
        "10 brackets are still open (4, 5, 5 alt 1, 6, 7 bis, …). 1 reservation stands against the text (6). "
        "Decide on them, or have them withdrawn, before there is a clean text."
    )


@pytest.mark.parametrize("kind", ["general", "scrutiny", "pending-capital"])
def test_a_reservation_of_substance_stands_against_a_clean_text(kind: str) -> None:
    with pytest.raises(StillOpen, match=r"1 reservation stands against the text \(5\)"):
        clean(rolled(FIVE, asks("AZE", Explicit("reserve", "5", reservation=kind))))


def test_a_reservation_on_the_whole_text_stands_against_it() -> None:
    with pytest.raises(StillOpen, match=r"\(the text\)"):
        clean(rolled(FIVE, asks("AZE", Explicit("reserve", ""))))


def test_a_linguistic_reservation_a_comment_and_a_request_to_retain_do_not() -> None:
    acts = (
        Explicit("reserve", "5", reservation="linguistic"),
        Explicit("comment", "5", text="Well said."),
        Explicit("retain", "5", "joint"),
    )
    assert clean(rolled(FIVE, asks("AZE", *acts))) == text(FIVE)


def test_a_request_to_reopen_leaves_an_agreed_text_clean() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide")
    assert clean(rolled(base, files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX))) == base


def test_brackets_that_the_base_came_with_are_still_open() -> None:
    with pytest.raises(StillOpen, match=r"1 bracket is still open \(5\)"):
        clean(rolled(FIVE.replace("2028", "[2028]")))
