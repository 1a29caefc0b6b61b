"""The worked examples of the grammar, by their numbers and to the letter."""

from __future__ import annotations

from kengesh.texts.compiling.regions import may_be_cumulative
from kengesh.texts.reading.filed import Explicit
from tests.texts.compiling_cases import FIVE, FOUR, SIX, asks, files, rolled, shown, text


def test_1_replaced_words_stand_beside_those_of_the_base() -> None:
    kaz = files("KAZ", "5. Decide to establish a common logistics network by 2028;")
    assert shown(FIVE, kaz) == ["5. Decide to establish a [joint / KAZ: common] logistics network by 2028;"]


def test_2_inserted_words_stand_alone_in_their_brackets() -> None:
    kaz = files("KAZ", "5. Decide to establish a joint logistics and customs network by 2028;")
    assert shown(FIVE, kaz) == [
        "5. Decide to establish a joint logistics [KAZ: and customs] network by 2028;"
    ]


def test_3_deleted_words_stand_beside_a_dash() -> None:
    tkm = files("TKM", "5. Decide to establish a joint logistics network;")
    assert shown(FIVE, tkm) == ["5. Decide to establish a joint logistics network [by 2028 / TKM: —];"]


def test_4_the_same_proposal_of_two_is_one() -> None:
    common = "5. Decide to establish a common logistics network by 2028;"
    assert shown(FIVE, files("UZB", common), files("KAZ", common)) == [
        "5. Decide to establish a [joint / KAZ, UZB: common] logistics network by 2028;"
    ]


def test_5_three_ways_at_one_place_are_one_region() -> None:
    unified = "5. Decide to establish a unified logistics network by 2028;"
    submissions = (
        files("KAZ", "5. Decide to establish a common logistics network by 2028;"),
        files("TJK", unified),
        files("UZB", unified),
        files("TKM", "5. Decide to establish a logistics network by 2028;"),
    )
    assert shown(FIVE, *submissions) == [
        "5. Decide to establish a [joint / KAZ: common / TJK, UZB: unified / TKM: —] logistics network by 2028;"
    ]


def test_6_changes_that_do_not_overlap_are_two_regions() -> None:
    kaz = files("KAZ", "5. Decide to establish a common logistics network by 2028;")
    uzb = files("UZB", "5. Decide to establish a joint logistics network no later than 2027;")
    assert shown(FIVE, kaz, uzb) == [
        "5. Decide to establish a [joint / KAZ: common] logistics network [by 2028 / UZB: no later than 2027];"
    ]


def test_7_a_partial_overlap_widens_the_region() -> None:
    kaz = files("KAZ", "5. Decide to explore joint approaches to logistics by 2028;")
    uzb = files("UZB", "5. Decide to establish a common transport network by 2028;")
    assert shown(FIVE, kaz, uzb) == [
        "5. Decide to [establish a joint logistics network / KAZ: explore joint approaches to logistics"
        " / UZB: establish a common transport network] by 2028;"
    ]


def test_8_two_insertions_at_one_point_are_one_region_and_may_be_cumulative() -> None:
    kaz = files(
        "KAZ", "5. Decide to establish a joint logistics network by 2028, subject to available resources;"
    )
    aze = files(
        "AZE",
        "5. Decide to establish a joint logistics network by 2028, in cooperation with partners;",
        order=1,
    )
    assert shown(FIVE, kaz, aze) == [
        "5. Decide to establish a joint logistics network by 2028"
        "[KAZ: , subject to available resources / AZE: , in cooperation with partners];"
    ]
    assert [may_be_cumulative(region) for _unit, region in rolled(FIVE, kaz, aze).regions()] == [True]


def test_11_identical_new_paragraphs_are_one_and_different_ones_follow_each_other() -> None:
    secretariat = "Further decide to create a Secretariat;"
    submissions = (
        files("KAZ", FIVE, secretariat),
        files("UZB", FIVE, secretariat),
        files("TJK", FIVE, "Request the host to prepare options for a secretariat;"),
    )
    assert shown(FIVE, *submissions) == [
        FIVE,
        "[5 bis KAZ, UZB: Further decide to create a Secretariat;]",
        "[5 ter TJK: Request the host to prepare options for a secretariat;]",
    ]


def test_12_an_alternative_paragraph_is_amended_by_a_third_under_its_label() -> None:
    uzb = files("UZB", "5. Agree to study options for a regional transport union;")
    kgz = files("KGZ", FIVE, "5 alt 1 UZB: Agree to study a regional transport union;", order=1)
    assert shown(FIVE, uzb, kgz) == [
        "[5. Decide to establish a joint logistics network by 2028;]",
        "[5 alt 1 UZB: Agree to study [options for / KGZ: —] a regional transport union;]",
    ]


def test_12_an_alternative_paragraph_is_amended_by_an_act_as_well() -> None:
    uzb = files("UZB", "5. Agree to study options for a regional transport union;")
    kgz = asks("KGZ", Explicit("delete", "5 alt 1 UZB", "options for"), order=1)
    assert shown(FIVE, uzb, kgz) == [
        "[5. Decide to establish a joint logistics network by 2028;]",
        "[5 alt 1 UZB: Agree to study [options for / KGZ: —] a regional transport union;]",
    ]


def test_14_a_deleted_paragraph_brackets_without_text_a_reservation_and_a_comment() -> None:
    submissions = (
        files("TKM", FIVE, SIX),
        files("UZB", FOUR, FIVE, "6. Member States shall report [annually].", order=1),
        asks("AZE", Explicit("reserve", "6", reservation="pending-capital"), order=2),
        asks("KAZ", Explicit("comment", "6", text="frequency depends on paragraph 9."), order=3),
    )
    assert shown(text(FOUR, FIVE, SIX), *submissions) == [
        "[4. Agree to meet again in 2027. / TKM: —]",
        FIVE,
        "6. Member States shall report [annually]^1.^2 ^3",
        "1 UZB: asks for brackets.\n"
        "2 AZE: reserves (pending capital).\n"
        "3 KAZ (comment): frequency depends on paragraph 9.",
    ]
