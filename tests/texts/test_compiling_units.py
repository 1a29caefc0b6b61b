"""Whole paragraphs: moved, split, merged, added; rows of tables and footnotes; what is agreed and what is reopened."""

from __future__ import annotations

import pytest

from kengesh.texts.choosing import base_of, chosen
from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.filed import Explicit, Filed
from kengesh.texts.rolling import Act, NewNode
from kengesh.texts.units import Status, UnitKind
from tests.texts.compiling_cases import (
    FIVE,
    FOUR,
    SEVEN,
    SIX,
    agreed,
    asks,
    cell,
    files,
    footnote,
    lines,
    rolled,
    shown,
    text,
)

OPEN_NETWORK = (
    "5. Decide to establish a joint logistics network by 2028; the network shall be open to all partners."
)
TABLE = [cell("Corridor", 1, 1), cell("Length", 1, 2), cell("Middle", 2, 1), cell("4 250 km", 2, 2)]


def test_a_moved_paragraph_stays_at_its_origin_with_the_edits_of_others() -> None:
    uzb = files("UZB", FOUR, SIX, SEVEN, FIVE)
    kaz = files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX, SEVEN)
    assert shown(text(FOUR, FIVE, SIX, SEVEN), uzb, kaz) == [
        FOUR,
        "[5. Decide to establish a [joint / KAZ: common] logistics network by 2028;]",
        SIX,
        SEVEN,
        "[7 bis (ex 5) UZB: text of 5 moves here]",
    ]


def test_a_moved_paragraph_that_another_deletes_and_its_mover_edits() -> None:
    uzb = files("UZB", FOUR, SIX, SEVEN, FIVE.replace("joint", "common"))
    tkm = files("TKM", FOUR, SIX, SEVEN)
    rolling = rolled(text(FOUR, FIVE, SIX, SEVEN), uzb, tkm)
    assert lines(rolling) == [
        FOUR,
        "[5. Decide to establish a [joint / UZB: common] logistics network by 2028; / TKM: —]",
        SIX,
        SEVEN,
        "[7 bis (ex 5) UZB: text of 5 moves here]",
    ]
    wanted = text(FOUR, SIX, SEVEN, FIVE.replace("joint", "common"))
    assert [unit.text for unit in chosen(rolling, "UZB").units] == [unit.text for unit in wanted.units]


def test_a_split_paragraph_gets_a_mark_where_others_edit_before_it() -> None:
    uzb = files("UZB", FIVE, "6. the network shall be open to all partners.", SIX.replace("6", "7"))
    kaz = files("KAZ", OPEN_NETWORK.replace("2028", "2030"), SIX)
    assert shown(text(OPEN_NETWORK, SIX), uzb, kaz) == [
        "5. Decide to establish a joint logistics network by [2028 / KAZ: 2030];[UZB: ¶] the network shall be open to"
        " all partners.",
        SIX,
    ]


def test_a_paragraph_split_in_three_by_one_and_in_two_by_another() -> None:
    base = "5. One two three four; five six seven eight; nine ten eleven twelve."
    uzb = files("UZB", "5. One two three four;", "6. five six seven eight;", "7. nine ten eleven twelve.")
    kaz = files("KAZ", "5. One two three four;", "6. five six seven eight; nine ten eleven twelve.")
    assert shown(base, uzb, kaz) == [
        "5. One two three four;[KAZ, UZB: ¶] five six seven eight;[UZB: ¶] nine ten eleven twelve."
    ]


def test_merged_paragraphs_have_their_mark_in_brackets() -> None:
    uzb = files("UZB", FOUR, f"{FIVE} Member States shall report annually.")
    kaz = files("KAZ", FOUR, FIVE, SIX.replace("annually", "monthly"))
    assert shown(text(FOUR, FIVE, SIX), uzb, kaz) == [
        FOUR,
        f"{FIVE}[¶ / UZB: —]",
        "6. Member States shall report [annually / KAZ: monthly].",
    ]


def test_a_changed_cell_is_one_region_of_it() -> None:
    kaz = files("KAZ", FIVE, *TABLE[:3], cell("4 300 km", 2, 2))
    assert shown(text(FIVE, *TABLE), kaz)[-1] == "T1 R2 C2 [4 250 km / KAZ: 4 300 km]"


def test_the_same_new_row_of_two_is_one_proposed_row_and_can_be_read_as_cells() -> None:
    filed = [
        *TABLE[:2],
        cell("North", 2, 1),
        cell("900 km", 2, 2),
        cell("Middle", 3, 1),
        cell("4 250 km", 3, 2),
    ]
    rolling = rolled(text(FIVE, *TABLE), files("KAZ", FIVE, *filed), files("UZB", FIVE, *filed))
    assert lines(rolling)[3:5] == ["[T1 R1 bis KAZ, UZB: North | 900 km]", "T1 R2 C1 Middle"]
    wanted = text(FIVE, *filed)
    assert [(u.text, u.place) for u in chosen(rolling, "UZB").units] == [
        (u.text, u.place) for u in wanted.units
    ]


def test_a_new_column_can_be_read_as_cells() -> None:
    filed = [cell("Corridor", 1, 1), cell("Days", 1, 2), cell("Length", 1, 3)]
    filed += [cell("Middle", 2, 1), cell("12", 2, 2), cell("4 250 km", 2, 3)]
    rolling = rolled(text(FIVE, *TABLE), files("KAZ", FIVE, *filed))
    assert [unit.text for unit in chosen(rolling, "KAZ").units] == [
        unit.text for unit in text(FIVE, *filed).units
    ]


def test_a_paragraph_of_a_cell_that_somebody_deletes_leaves_the_next_cell_alone() -> None:
    base = text(FIVE, cell("Middle one¶Second line", 1, 1), cell("4 250 km", 1, 2))
    rolling = rolled(base, files("KAZ", FIVE, cell("Second line", 1, 1), cell("4 250 km", 1, 2)))
    assert base_of(rolling) == base
    assert [unit.text for unit in chosen(rolling, "KAZ").units][1:] == ["Second line", "4 250 km"]


def test_a_new_footnote_is_proposed_with_its_mark_and_leaves_5_bis_to_paragraphs() -> None:
    marked = FIVE.replace("network", "network⁅f1⁆")
    kaz = files("KAZ", marked, footnote("f1", "As shown in the annex."))
    uzb = files("UZB", FIVE, "Further decide to create a Secretariat;")
    rolling = rolled(FIVE, kaz, uzb)
    new = [node for node in rolling.nodes if isinstance(node, NewNode)]
    assert [(node.unit.kind, node.holders) for node in new] == [
        (UnitKind.FOOTNOTE, ("KAZ",)),
        (UnitKind.OPERATIVE, ("UZB",)),
    ]
    assert lines(rolling)[-1] == "[5 bis UZB: Further decide to create a Secretariat;]"
    assert f"[KAZ: ⁅{new[0].unit.id}⁆]" in lines(rolling)[0]


def test_a_changed_footnote_is_amended_under_its_own_mark() -> None:
    base = text(FIVE.replace("network", "network⁅f1⁆"), footnote("f1", "As shown in the annex."))
    kaz = files(
        "KAZ", FIVE.replace("network", "network⁅z9⁆"), footnote("z9", "As shown in the second annex.")
    )
    (line,) = [line for line in shown(base, kaz) if "As shown" in line]
    assert line.endswith("As shown in the [KAZ: second] annex.")


@pytest.mark.parametrize(
    ("status", "mark"), [(Status.AGREED, "{agreed}"), (Status.AD_REFERENDUM, "{ad ref}")]
)
def test_an_agreed_paragraph_has_no_bracket_and_amendments_to_it_are_requests(
    status: Status, mark: str
) -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide", status)
    kaz = files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX)
    uzb = files("UZB", FOUR, SIX)
    assert shown(base, kaz, uzb) == [
        FOUR,
        f"{FIVE} {mark}",
        SIX,
        "Requests to reopen agreed units\n"
        "5 [Decide to establish a joint logistics network by 2028; / UZB: —]\n"
        "5 [joint / KAZ: common]",
    ]


def test_a_reopened_paragraph_has_its_brackets_back() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide", Status.REOPENED)
    kaz = files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX)
    assert shown(base, kaz) == [
        FOUR,
        "5. Decide to establish a [joint / KAZ: common] logistics network by 2028; {agreed, reopened}",
        SIX,
    ]


def test_a_request_to_merge_an_agreed_paragraph_names_its_mark() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Agree")
    kaz = files("KAZ", f"{FOUR} Decide to establish a joint logistics network by 2028;", SIX)
    assert shown(base, kaz)[-1] == "Requests to reopen agreed units\n4 [¶ / KAZ: —]"


def test_a_request_to_move_or_to_bracket_is_not_printed_as_a_deletion() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Agree")
    moves = shown(base, files("KAZ", FIVE, SIX, FOUR))[-1]
    brackets = shown(base, asks("AZE", Explicit("bracket", "4", "again")))[-1]
    assert "KAZ" in moves and "—" not in moves
    assert "AZE" in brackets and "—" not in brackets


def test_what_is_amended_in_an_alternative_to_an_agreed_paragraph_is_in_the_annex_too() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide")
    uzb = files("UZB", FOUR, "5. Agree to study options for a regional transport union;", SIX)
    kgz = asks("KGZ", Explicit("delete", "5 alt 1 UZB", "options for"), order=1)
    rolling = rolled(base, uzb, kgz)
    assert sorted(holder for one in rolling.requests for holder in one.holders) == ["KGZ", "UZB"]


def test_a_footnote_proposed_in_an_agreed_paragraph_waits_in_the_annex() -> None:
    base = agreed(text(FOUR, FIVE), "Decide")
    kaz = files("KAZ", FOUR, FIVE.replace("network", "network⁅f1⁆"), footnote("f1", "As in the annex."))
    rolling = rolled(base, kaz)
    assert not [node for node in rolling.nodes if isinstance(node, NewNode)]
    assert {one.act for one in rolling.requests} == {Act.NEW, Act.REPLACE}


@pytest.mark.parametrize(
    ("paragraphs", "label", "expected"),
    [
        ((FIVE, SIX), "4", "[4. Agree to meet again in 2027. / KAZ, UZB: —]"),
        (
            (FOUR, FIVE, SIX, "Further decide to report;"),
            "6 bis",
            "[6 bis KAZ, UZB: Further decide to report;]",
        ),
        (
            (FOUR, "5. Agree to study options for a regional transport union;", SIX),
            "5 alt 1",
            "[5 alt 1 KAZ, UZB: Agree to study options for a regional transport union;]",
        ),
    ],
)
def test_who_supports_a_deletion_a_new_paragraph_or_an_alternative_stands_beside_its_holder(
    paragraphs: tuple[str, ...], label: str, expected: str
) -> None:
    uzb = asks("UZB", Explicit("support", label, delegation="KAZ"), order=1)
    assert expected in shown(text(FOUR, FIVE, SIX), files("KAZ", *paragraphs), uzb)


def test_a_reservation_on_the_whole_text_is_a_note() -> None:
    assert shown(FIVE, asks("KAZ", Explicit("reserve", "")))[-1] == "1 KAZ: reserves."


def test_a_table_moves_as_a_whole() -> None:
    base = text(FIVE, *TABLE, SIX, SEVEN)
    rolling = rolled(base, files("TKM", FIVE, SIX, SEVEN, *TABLE))
    wanted = text(FIVE, SIX, SEVEN, *TABLE)
    assert [unit.text for unit in chosen(rolling, "TKM").units] == [unit.text for unit in wanted.units]
    assert base_of(rolling) == base


def test_two_new_columns_side_by_side_keep_their_order() -> None:
    filed = [cell("Corridor", 1, 1), cell("Days", 1, 2), cell("Gauge", 1, 3), cell("Length", 1, 4)]
    filed += [cell("Middle", 2, 1), cell("12", 2, 2), cell("1520 mm", 2, 3), cell("4 250 km", 2, 4)]
    rolling = rolled(text(FIVE, *TABLE), files("KAZ", FIVE, *filed))
    assert [unit.text for unit in chosen(rolling, "KAZ").units] == [
        unit.text for unit in text(FIVE, *filed).units
    ]


def test_a_paragraph_with_a_footnote_is_merged_with_the_next_paragraph_and_not_with_its_footnote() -> None:
    marked = FIVE.replace("network", "network⁅f1⁆")
    note = footnote("f1", "As shown in the annex.")
    base = text(FOUR, marked, note, SIX)
    rolling = rolled(base, files("KGZ", FOUR, f"{marked} Member States shall report annually.", note))
    assert base_of(rolling) == base
    assert [unit.text for unit in chosen(rolling, "KGZ").units] == [
        "Agree to meet again in 2027.",
        "Decide to establish a joint logistics network⁅f1⁆ by 2028; Member States shall report annually.",
        "As shown in the annex.",
    ]


def test_the_footnote_of_a_moved_paragraph_moves_with_it() -> None:
    marked = FIVE.replace("network", "network⁅f1⁆")
    note = footnote("f1", "As shown in the annex.")
    rolling = rolled(text(FOUR, marked, note, SIX, SEVEN), files("UZB", FOUR, SIX, SEVEN, marked, note))
    wanted = text(FOUR, SIX, SEVEN, marked, note)
    assert [unit.text for unit in chosen(rolling, "UZB").units] == [unit.text for unit in wanted.units]


def test_in_the_profile_of_the_telecommunication_union_labels_say_what_happens_to_a_paragraph() -> None:
    base = text(FOUR, FIVE, SIX)
    rolling = compile_text(
        base,
        [
            Submission(delegation="KAZ", filed=Filed(text=text(FOUR, FIVE.replace("joint", "common"), SIX))),
            Submission(delegation="TKM", filed=Filed(text=text(FIVE, SIX))),
        ],
        profile="itu",
    )
    assert [node.label for node in rolling.nodes] == ["SUP 4.", "MOD 5.", "NOC 6."]
