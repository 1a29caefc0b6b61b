"""The rolling text as a Word file: what is printed is the grammar, and every delegation has a mark of its own."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from kengesh.texts.code_points import code_points
from kengesh.texts.rolling import BaseNode, MovedNode, RollingText
from kengesh.texts.units import Text, Unit, UnitKind
from kengesh.texts.word.write_rolling import rolling_document
from kengesh.texts.word.write_styles import COLOURS, looks_of
from kengesh.texts.writing.plain import unit_lines
from tests.texts.word.write_cases import BASE, rolling
from tests.texts.word.write_reading import W, line, part, parts


def printed(data: bytes) -> list[str]:
    return [line(paragraph) for paragraph in part(data).iter(f"{W}p")]


def test_every_paragraph_is_printed_as_the_grammar_has_it() -> None:
    lines = printed(rolling_document(rolling()))
    for node in rolling().nodes:
        if isinstance(node, MovedNode) or node.unit.kind not in (UnitKind.FOOTNOTE, UnitKind.CELL):
            for expected in unit_lines(node):
                without_marks = expected.replace("⁅f1⁆", "").replace("⁅f3⁆", "")
                assert without_marks in lines


def test_the_worked_examples_stand_in_the_file_to_the_letter() -> None:
    lines = printed(rolling_document(rolling()))
    assert (
        "1. Decide to establish a [joint (retain KGZ) / KAZ: common / TJK, UZB: unified / TKM: —] logistics"
        " [KAZ: and customs] network [by 2028 / TKM: —];"
    ) in lines
    assert "[4. Agree to meet again in 2027. / TKM: —]" in lines
    assert "[5 alt 1 UZB: Agree to study [options for / KGZ: —] a regional transport union;]" in lines
    assert "[5 ter TJK: Request the host to prepare options for a secretariat;]" in lines
    assert "[7 bis (ex 3) UZB: text of 3 moves here]" in lines
    assert "8. Take note of the report. {agreed}" in lines
    assert "^3 KAZ (comment): frequency depends on paragraph 9." in lines


def test_a_cell_is_printed_in_its_place_with_its_brackets() -> None:
    table = part(rolling_document(rolling())).find(f".//{W}tbl")
    assert table is not None
    rows = [
        [" / ".join(map(line, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]
    assert rows[0] == ["Port", "Capacity, TEU"]
    assert rows[1] == ["", "2026", "2030"]  # the first goes on from above
    assert rows[2] == ["Ақтау", "[100 000 / KAZ: 120 000 / TKM: 90 000]", "150 000 / as planned"]
    assert rows[3] == ["[Alat / TJK: —]", "[80 000 / TJK: —]", "[90 000 / TJK: —]"]
    assert [cell.get(f"{W}val") for cell in table.iter(f"{W}gridSpan")] == ["2"]
    assert [cell.get(f"{W}val") for cell in table.iter(f"{W}vMerge")] == ["restart", None]


def test_footnotes_are_words_own_with_the_brackets_in_them() -> None:
    data = rolling_document(rolling())
    notes = part(data, "word/footnotes.xml").findall(f"{W}footnote")
    assert [" | ".join(map(line, note.iter(f"{W}p"))).strip() for note in notes[2:]] == [
        "Tashkent, [16 / UZB: 15 and 16] November 2025. | Document 7.",
        "[Fn 1 bis KGZ: As annexed.]",
        "With the new quay.",
    ]
    references = [one.get(f"{W}id") for one in part(data).iter(f"{W}footnoteReference")]
    assert references == [note.get(f"{W}id") for note in notes[2:]] == ["1", "2", "3"]


def test_a_footnote_that_nothing_refers_to_is_not_lost() -> None:
    base = Text("en", (Unit("a", UnitKind.PARAGRAPH, "Words."), Unit("f", UnitKind.FOOTNOTE, "Of nothing.")))
    nodes = tuple(BaseNode(unit=unit, label="", content=(unit.text,)) for unit in base.units)
    assert "Of nothing." in printed(rolling_document(RollingText(base=base, nodes=nodes)))


def test_the_words_of_a_variant_have_the_style_of_its_first_delegation() -> None:
    data = rolling_document(rolling())
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
        for style in part(data, "word/styles.xml").iter(f"{W}style")
    }
    styled = {
        line(run): names[run.find(f"{W}rPr/{W}rStyle").get(f"{W}val")]  # type: ignore[union-attr]
        for run in part(data).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None
    }
    assert styled["common"] == "Delegation KAZ"
    assert styled["unified"] == "Delegation TJK"
    assert styled["["] == "Bracket"


def test_words_that_would_only_go_are_struck_through_and_a_dash_stands_for_them() -> None:
    struck = [
        line(run)
        for run in part(rolling_document(rolling())).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}strike") is not None
    ]
    assert struck == ["by 2028", "options for"]


@pytest.mark.parametrize("colour", COLOURS)
def test_a_colour_has_enough_contrast_on_white(colour: str) -> None:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


def test_sixty_four_delegations_have_signs_that_differ_without_their_colours() -> None:
    signs = {re.sub("<w:color[^>]*>", "", looks_of(at)) for at in range(64)}
    assert len(signs) == 64


def test_an_annex_stands_only_where_there_is_something_to_say() -> None:
    full = printed(rolling_document(rolling()))
    headings = [
        "Notes",
        "Requests to reopen what has been agreed",
        "Proposals by delegation",
        "Delegations",
        "Editorial differences",
        "Amendments to an earlier version",
    ]
    assert [one for one in full if one in headings] == headings
    nodes = tuple(BaseNode(unit=unit, label="", content=(unit.text,)) for unit in BASE.units)
    bare = printed(rolling_document(RollingText(base=BASE, nodes=nodes)))
    assert not set(bare) & set(headings)


def test_the_table_by_delegation_says_what_each_proposes_and_where() -> None:
    tables = list(part(rolling_document(rolling())).iter(f"{W}tbl"))
    rows = [[line(cell) for cell in row.iter(f"{W}tc")] for row in tables[2].iter(f"{W}tr")]
    assert rows[0] == ["Delegation", "Unit", "Proposal"]
    assert ["KAZ", "1", "insert “and customs” after “logistics”"] in rows
    assert ["KAZ", "6", "KAZ (comment): frequency depends on paragraph 9."] in rows
    assert ["KGZ", "1", "retain “joint”"] in rows
    assert ["KGZ", "PP1", "replace “and its outcome” by “and its outcome (Fn 1 bis)”"] in rows
    assert ["TKM", "4", "delete the unit"] in rows
    assert ["UZB", "7", "begin a new paragraph after “Thank the host;”"] in rows
    assert ["UZB", "10", "join it to the next paragraph"] in rows
    assert ["UZB", "3", "move it to 7 bis"] in rows
    assert ["UZB", "5 alt 1", "alternative: Agree to study options for a regional transport union;"] in rows


def test_letters_that_look_alike_are_told_by_their_numbers() -> None:
    assert "U+0065 → U+0435" in printed(rolling_document(rolling()))
    assert code_points("soft", "so\u00adft") == "— → U+00AD"
    assert code_points(" ", "  ") == "U+0020 → U+0020 U+0020"


def test_the_head_of_a_page_names_the_text_and_its_base() -> None:
    data = rolling_document(rolling(), title="Draft of 4 May")
    assert line(part(data, "word/header1.xml")) == f"Draft of 4 May Base {BASE.hash[:12]}"
    assert "PAGE" in parts(data)["word/footer1.xml"].decode()


def test_the_same_text_gives_the_same_bytes() -> None:
    assert rolling_document(rolling()) == rolling_document(rolling())


def test_a_text_in_kazakh_says_so_to_word() -> None:
    kazakh = structs.replace(rolling(), base=Text("kk", BASE.units))
    styles = part(rolling_document(kazakh), "word/styles.xml")
    assert [one.get(f"{W}val") for one in styles.iter(f"{W}lang")] == ["kk-KZ"]
