"""Where delegations differ inside a paragraph: regions, their variants, their order, and the notes on them."""

from __future__ import annotations

import pytest

from kengesh.texts.choosing import base_of, chosen
from kengesh.texts.reading.filed import Explicit
from tests.texts.compiling_cases import FIVE, SIX, asks, files, lines, rolled, shown, text

LONG = "5. One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen;"


def test_who_asks_to_retain_stands_with_the_base_by_the_alphabet() -> None:
    kaz = files("KAZ", FIVE.replace("joint", "common"))
    retain = Explicit("retain", "5", "joint")
    assert shown(FIVE, kaz, asks("UZB", retain, order=1), asks("TJK", retain, order=2)) == [
        "5. Decide to establish a [joint (retain TJK, UZB) / KAZ: common] logistics network by 2028;"
    ]


def test_a_whole_paragraph_to_be_retained_is_told_in_each_of_its_regions() -> None:
    kaz = files("KAZ", FIVE.replace("joint", "common").replace("2028", "2030"))
    assert shown(FIVE, kaz, asks("UZB", Explicit("retain", "5"), order=1)) == [
        "5. Decide to establish a [joint (retain UZB) / KAZ: common] logistics network by"
        " [2028 (retain UZB) / KAZ: 2030];"
    ]


def test_words_to_be_retained_that_nobody_amends_are_a_note() -> None:
    assert shown(FIVE, asks("UZB", Explicit("retain", "5", "joint"))) == [
        f"{FIVE}^1",
        "1 UZB: asks to retain the text.",
    ]


def test_spans_that_overlap_in_a_chain_are_one_region() -> None:
    submissions = (
        files("KAZ", LONG.replace("four five six seven", "A B C D")),
        files("UZB", LONG.replace("seven eight nine", "E F G")),
        files("TJK", LONG.replace("nine ten eleven twelve", "H I J K")),
    )
    assert shown(LONG, *submissions) == [
        "5. One two three [four five six seven eight nine ten eleven twelve"
        " / KAZ: A B C D eight nine ten eleven twelve / TJK: four five six seven eight H I J K"
        " / UZB: four five six E F G ten eleven twelve] thirteen fourteen fifteen sixteen;"
    ]


def test_spans_that_touch_stay_two_regions() -> None:
    kaz = files("KAZ", LONG.replace("four five", "A B"))
    uzb = files("UZB", LONG.replace("six seven", "C D"))
    assert shown(LONG, kaz, uzb) == [
        "5. One two three [four five / KAZ: A B] [six seven / UZB: C D] eight nine ten eleven twelve thirteen"
        " fourteen fifteen sixteen;"
    ]


def test_an_insertion_at_either_edge_of_anothers_span_stays_separate() -> None:
    submissions = (
        files("KAZ", FIVE.replace("joint", "common")),
        files("UZB", FIVE.replace("joint", "joint and open"), order=1),
        files("TJK", FIVE.replace("a joint", "a truly joint"), order=2),
    )
    assert shown(FIVE, *submissions) == [
        "5. Decide to establish a [TJK: truly] [joint / KAZ: common] [UZB: and open] logistics network by 2028;"
    ]


def test_an_insertion_inside_anothers_span_belongs_to_its_region() -> None:
    kaz = files("KAZ", FIVE.replace("joint logistics network", "common system of transport"))
    uzb = files("UZB", FIVE.replace("joint logistics", "joint multimodal logistics"), order=1)
    assert shown(FIVE, kaz, uzb) == [
        "5. Decide to establish a [joint logistics network / KAZ: common system of transport"
        " / UZB: joint multimodal logistics network] by 2028;"
    ]


def test_two_deletions_side_by_side_are_two_regions() -> None:
    kaz = files("KAZ", FIVE.replace("joint ", ""))
    tkm = files("TKM", FIVE.replace("logistics ", ""))
    assert shown(FIVE, kaz, tkm) == [
        "5. Decide to establish a [joint / KAZ: —] [logistics / TKM: —] network by 2028;"
    ]


def test_edits_of_one_delegation_one_word_apart_are_one_proposal_and_two_words_apart_two() -> None:
    one = files("KAZ", FIVE.replace("joint logistics network", "common logistics system"))
    two = files("UZB", LONG.replace("two", "A").replace("five", "B"))
    assert shown(FIVE, one) == [
        "5. Decide to establish a [joint logistics network / KAZ: common logistics system] by 2028;"
    ]
    assert shown(LONG, two) == [
        "5. One [two / UZB: A] three four [five / UZB: B] six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen;"
    ]


def test_edits_on_both_sides_of_a_full_stop_are_two_proposals() -> None:
    base = "5. Agree on rail. Agree on road. Agree on ports and air."
    kaz = files("KAZ", "5. Agree on trains. Decide on road. Agree on ports and air.")
    assert shown(base, kaz) == [
        "5. Agree on [rail / KAZ: trains]. [Agree / KAZ: Decide] on road. Agree on ports and air."
    ]


def test_a_figure_and_its_unit_are_one_region() -> None:
    base = "5. Note the growth of 2.5 % a year over 100 km of track;"
    kaz, uzb = files("KAZ", base.replace("2.5 %", "3 %")), files("UZB", base.replace("100 km", "120 km"))
    assert shown(base, kaz, uzb) == [
        "5. Note the growth of [2.5 % / KAZ: 3 %] a year over [100 km / UZB: 120 km] of track;"
    ]


def test_a_group_holds_like_a_delegation_and_stands_by_its_code() -> None:
    common = FIVE.replace("joint", "common")
    assert shown(FIVE, files("OTS", common), files("KAZ", common), files("C5", common)) == [
        "5. Decide to establish a [joint / C5, KAZ, OTS: common] logistics network by 2028;"
    ]


def test_variants_stand_by_time_then_by_the_alphabet_and_what_has_no_time_comes_last() -> None:
    submissions = (
        files("TJK", FIVE.replace("joint", "open"), order=0),
        files("KAZ", FIVE.replace("joint", "common"), at="2026-11-02T00:00:00Z"),
        files("AZE", FIVE.replace("joint", "wide"), at="2026-11-02T00:00:00Z"),
        files("UZB", FIVE.replace("joint", "unified"), at="2026-11-01T00:00:00Z"),
    )
    expected = "5. Decide to establish a [joint / UZB: unified / AZE: wide / KAZ: common / TJK: open] logistics network by 2028;"
    assert shown(FIVE, *submissions) == [expected]
    assert shown(FIVE, *reversed(submissions)) == [expected]


def test_a_variant_stands_where_its_earliest_holder_filed() -> None:
    submissions = (
        files("KAZ", FIVE.replace("joint", "common"), order=1),
        files("UZB", FIVE.replace("joint", "unified"), order=2),
        files("AZE", FIVE.replace("joint", "unified"), order=0),
    )
    assert shown(FIVE, *submissions) == [
        "5. Decide to establish a [joint / AZE, UZB: unified / KAZ: common] logistics network by 2028;"
    ]


@pytest.mark.parametrize(("unit", "words"), [("5", "joint"), ("5", "")])
def test_who_supports_words_stands_beside_their_holder(unit: str, words: str) -> None:
    kaz = files("KAZ", FIVE.replace("joint", "common"))
    uzb = asks("UZB", Explicit("support", unit, words, delegation="KAZ"), order=1)
    assert shown(FIVE, kaz, uzb) == [
        "5. Decide to establish a [joint / KAZ, UZB: common] logistics network by 2028;"
    ]


def test_brackets_asked_for_twice_are_one_note() -> None:
    bracketed = SIX.replace("annually", "[annually]")
    assert shown(SIX, files("UZB", bracketed), files("KAZ", bracketed)) == [
        "6. Member States shall report [annually]^1.",
        "1 KAZ, UZB: asks for brackets.",
    ]


def test_brackets_asked_for_around_amended_words_are_a_note_on_their_region() -> None:
    uzb = files("UZB", "6. Member States shall [report annually].")
    kaz = files("KAZ", SIX.replace("annually", "monthly"))
    assert shown(SIX, uzb, kaz) == [
        "6. Member States shall [report annually / KAZ: report monthly]^1.",
        "1 UZB: asks for brackets.",
    ]


def test_the_base_and_each_submission_can_be_read_out_of_the_regions() -> None:
    wanted = {
        "KAZ": LONG.replace("four five six seven", "A B C D").replace("sixteen", "seventeen"),
        "UZB": LONG.replace("seven eight nine", "E F G"),
        "TJK": LONG.replace(" nine ten eleven twelve", "").replace("two", "two and a half"),
    }
    rolling = rolled(LONG, *(files(code, words) for code, words in wanted.items()))
    assert base_of(rolling) == text(LONG)
    for code, words in wanted.items():
        assert chosen(rolling, code).units == text(words).units
    assert len(lines(rolling)) == 1
