"""Decisions one after the other on the same paragraph: no unit is lost, no id given twice, no place looked for in vain."""

from __future__ import annotations

import pytest

from kengesh.texts.choosing import base_of, chosen
from kengesh.texts.deciding.accounting import unexplained
from kengesh.texts.deciding.resolve import resolve
from kengesh.texts.decisions import CannotDecide, Deciding, Decision
from kengesh.texts.rolling import BaseNode, NewNode, RollingText
from kengesh.texts.units import UnitKind
from tests.texts.compiling_cases import FIVE, FOUR, SEVEN, SIX, cell, files, footnote, rolled, text


def choose(rolling: RollingText, place: str, take: str) -> RollingText:
    """The rolling text after one choice."""
    return resolve(rolling, [Decision(decides=Deciding.CHOOSE, place=place, take=take)])


def region_of(rolling: RollingText, delegation: str) -> str:
    """The first region in which a delegation has a variant."""
    return next(
        region.id
        for _, region in rolling.regions()
        if any(delegation in one.holders for one in region.variants)
    )


def words(rolling: RollingText) -> list[str]:
    return [unit.text for unit in rolling.base.units]


def test_a_paragraph_that_is_split_twice_keeps_all_its_pieces() -> None:
    base = "5. One two three four; five six seven eight; nine ten eleven twelve."
    aze = files("AZE", "5. One two three four;", "6. five six seven eight; nine ten eleven twelve.")
    kgz = files("KGZ", "5. One two three four; five six seven eight;", "6. nine ten eleven twelve.")
    first = rolled(base, aze, kgz)
    second = choose(first, region_of(first, "KGZ"), "KGZ")
    third = choose(second, region_of(second, "AZE"), "AZE")
    assert words(third) == ["One two three four;", "five six seven eight;", "nine ten eleven twelve."]
    assert len(third.base.places) == 3
    assert base_of(third) == third.base
    assert not unexplained([first, second, third])


def test_words_proposed_where_a_paragraph_is_parted_stay_parted_from_its_first_word() -> None:
    kaz = files("KAZ", "5. Establish a joint network", "6. open it to all partners.")
    uzb = files("UZB", "5. Establish a joint network by 2028;, if needed, open it to all partners.")
    first = rolled("5. Establish a joint network by 2028; open it to all partners.", kaz, uzb)
    second = choose(first, region_of(first, "KAZ"), "KAZ")
    assert words(second) == ["Establish a joint network", "open it to all partners."]
    assert chosen(second, "UZB").units[1].text == ", if needed, open it to all partners."


def test_an_alternative_of_two_paragraphs_is_taken_as_two() -> None:
    base = "5. One two three four five six seven eight nine ten eleven twelve."
    first = rolled(base, files("KAZ", "5. One two", "6. three four five."))
    assert [node.alternatives[0].unit.text for node in first.nodes if isinstance(node, BaseNode)] == [
        "One two¶ three four five."
    ]
    taken = choose(first, "5 alt 1", "KAZ")
    assert words(taken) == ["One two", "three four five."]
    assert base_of(taken) == taken.base


def test_a_move_whose_anchor_is_gone_leaves_the_paragraph_where_it_is() -> None:
    uzb = files("UZB", FIVE, FOUR, SIX, SEVEN)  # 4 moves after 5
    tkm = files("TKM", FOUR, SIX, SEVEN)  # 5 goes
    first = rolled(text(FOUR, FIVE, SIX, SEVEN), uzb, tkm)
    second = choose(first, "5", "TKM")
    third = choose(second, "4", "UZB")
    assert words(third) == [
        "Agree to meet again in 2027.",
        "Member States shall report annually.",
        "Invite partners to contribute to the network.",
    ]
    assert not unexplained([first, second, third])


@pytest.mark.parametrize("take", ["base", "KAZ"])
def test_a_choice_leaves_the_other_regions_of_the_paragraph_as_they_were(take: str) -> None:
    kaz = files("KAZ", FIVE.replace("joint", "common and open"))
    uzb = files("UZB", FIVE.replace("by 2028", "no later than 2027"))
    first = rolled(FIVE, kaz, uzb)
    second = choose(first, region_of(first, "KAZ"), take)
    ((_unit, region),) = second.regions()
    assert (region.base, [one.text for one in region.variants]) == ("by 2028", ["no later than 2027"])
    assert not unexplained([first, second])


def test_a_footnote_of_a_proposed_paragraph_waits_for_the_paragraph() -> None:
    new = "Further decide to create a Secretariat⁅f1⁆ for the network;"
    first = rolled(FIVE, files("KAZ", FIVE, new, footnote("f1", "As shown in the annex.")))
    (label,) = [
        node.label
        for node in first.nodes
        if isinstance(node, NewNode) and node.unit.kind is UnitKind.FOOTNOTE
    ]
    with pytest.raises(CannotDecide):
        choose(first, label, "KAZ")
    second = choose(choose(first, "5 bis", "KAZ"), label, "KAZ")
    assert words(second)[2] == "As shown in the annex."


def test_a_row_that_was_deleted_leaves_no_gap_in_its_table() -> None:
    rows = [("Corridor", "Length"), ("Middle", "4 250 km"), ("South", "900 km")]
    table = [
        cell(one, row, column) for row, cells in enumerate(rows, 1) for column, one in enumerate(cells, 1)
    ]
    first = rolled(
        text(FIVE, *table), files("TJK", FIVE, *table[:2], cell("South", 2, 1), cell("900 km", 2, 2))
    )
    second = choose(choose(first, "T1 R2 C2", "TJK"), "T1 R2 C1", "TJK")
    assert words(second)[1:] == ["Corridor", "Length", "South", "900 km"]
    assert [unit.place.row for unit in second.base.units if unit.place] == [1, 1, 2, 2]
    assert base_of(second) == second.base
