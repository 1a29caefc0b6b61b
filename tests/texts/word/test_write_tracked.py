"""Every delegation's proposals as tracked changes: who rejects all has the base, who accepts one author's has its text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from kengesh.terms.states import state_name
from kengesh.texts.rolling import (
    Act,
    Alternative,
    Amendment,
    BaseNode,
    Content,
    MovedNode,
    NewNode,
    Node,
    Region,
    RollingText,
    Variant,
)
from kengesh.texts.tokens import tokens
from kengesh.texts.units import Place, Text, Unit, UnitKind
from kengesh.texts.word.reading import read_word
from kengesh.texts.word.write_text import text_document
from kengesh.texts.word.write_tracked import tracked_document
from tests.texts.word.office import views
from tests.texts.word.write_cases import BASE, rolling
from tests.texts.word.write_reading import W, line, part, with_changes_of, without_comments

KAZ, TJK, TKM, UZB = (state_name(code, "en") for code in ("KAZ", "TJK", "TKM", "UZB"))
ONE = Unit("u1", UnitKind.OPERATIVE, "Decide to build a port;", number="1.")
TWO = Unit("u2", UnitKind.OPERATIVE, "Agree to meet again.", number="2.")
Seen = list[tuple[str, str]]


def seen(text: Text) -> Seen:
    """Return (number, words) of every unit, the marks of footnotes as one letter each."""
    order = {unit.id: place for place, unit in enumerate(text.units)}
    return [(unit.number, _numbered(unit.text, order)) for unit in text.units]


def _numbered(words: str, order: dict[str, int]) -> str:
    for id, place in order.items():
        words = words.replace(f"⁅{id}⁆", f"⁅{place}⁆")
    return words


def of(*nodes: Node) -> RollingText:
    base = Text("en", tuple(node.unit for node in nodes if isinstance(node, BaseNode)))
    return RollingText(base=base, nodes=nodes)


def plain(unit: Unit, content: Content = (), **more: object) -> BaseNode:
    return BaseNode(unit=unit, label=unit.number, content=content or (unit.text,), **more)  # type: ignore[arg-type]


def region(base: str, *variants: Variant, id: str = "r1") -> Region:
    return Region(id=id, start=0, end=0, base=base, variants=variants)


def wanted(rolling: RollingText, author: str) -> Seen:
    """What remains when the changes of one author are accepted and those of all others rejected."""
    return seen(read_word(with_changes_of(tracked_document(rolling), author), "x.docx", "en").text)


def base_of(rolling: RollingText) -> Seen:
    rejected = read_word(tracked_document(rolling), "x.docx", "en").rejected
    assert rejected is not None
    return seen(rejected)


def test_who_rejects_all_changes_has_the_base_in_every_unit() -> None:
    assert base_of(rolling()) == seen(BASE)


def test_each_of_several_variants_is_an_insertion_of_its_author() -> None:
    content = (
        "Decide to build a ",
        region("port", Variant(("KAZ",), "pier"), Variant(("TJK", "UZB"), "road")),
        ";",
    )
    made = part(tracked_document(of(plain(ONE, content))))
    changes = [
        (one.tag.removeprefix(W), one.get(f"{W}author"), "".join(map(line, one.iter(f"{W}r"))))
        for one in made.iter(f"{W}ins", f"{W}del")
    ]
    assert changes == [("del", KAZ, "port"), ("ins", KAZ, "pier"), ("ins", TJK, "road")]


def test_accepting_one_author_gives_that_delegations_words() -> None:
    content = (
        "Decide to ",
        region("build", Variant(("KAZ",), "plan"), id="r1"),
        " a ",
        region("", Variant(("UZB",), "new "), id="r2"),
        "port",
        region(";", Variant(("TKM",), ""), id="r3"),
    )
    text = of(plain(ONE, content), plain(TWO))
    assert wanted(text, KAZ)[0] == ("1.", "Decide to plan a port;")
    assert wanted(text, UZB)[0] == ("1.", "Decide to build a new port;")
    assert wanted(text, TKM)[0] == ("1.", "Decide to build a port")


def test_in_an_overlap_each_delegation_deletes_its_own_words_alone() -> None:
    content = (
        "Decide to ",
        region("build a port", Variant(("KAZ",), "plan a port"), Variant(("UZB",), "build a pier")),
        ";",
    )
    text = of(plain(ONE, content))
    assert wanted(text, KAZ) == [("1.", "Decide to plan a port;")]
    assert wanted(text, UZB) == [("1.", "Decide to build a pier;")]


def test_who_comes_second_to_the_same_words_says_so_in_a_comment() -> None:
    content = (
        "Decide to build a ",
        region("port", Variant(("KAZ",), "pier"), Variant(("UZB",), "road")),
        ";",
    )
    remarks = read_word(tracked_document(of(plain(ONE, content))), "x.docx", "en").remarks
    assert [(one.author, one.text) for one in remarks] == [
        (UZB, "Would delete these words as well. Here a word can be deleted by one author only.")
    ]


def test_a_deleted_unit_goes_with_its_number_and_its_mark() -> None:
    text = of(plain(ONE, deleted_by=("TKM",)), plain(TWO))
    assert wanted(text, TKM) == [("2.", "Agree to meet again.")]
    assert base_of(text) == [("1.", ONE.text), ("2.", TWO.text)]


def test_a_new_unit_is_an_inserted_paragraph_that_begins_with_its_label() -> None:
    new = NewNode(
        unit=Unit("n1", UnitKind.OPERATIVE, "Thank the host;"),
        label="1 bis",
        holders=("KAZ",),
        content=("Thank the host;",),
    )
    text = of(plain(ONE), new, plain(TWO))
    assert wanted(text, KAZ) == [("1.", ONE.text), ("1 bis", "Thank the host;"), ("2.", TWO.text)]
    assert wanted(text, UZB) == [("1.", ONE.text), ("2.", TWO.text)]


def test_an_alternative_takes_the_place_of_its_unit() -> None:
    other = Alternative(
        unit=Unit("a1", UnitKind.OPERATIVE, "Study roads;"),
        label="1 alt 1",
        holders=("UZB",),
        content=("Study roads;",),
    )
    text = of(plain(ONE, alternatives=(other,)), plain(TWO))
    assert wanted(text, UZB) == [("1 alt 1", "Study roads;"), ("2.", TWO.text)]
    assert base_of(text) == [("1.", ONE.text), ("2.", TWO.text)]


def test_an_alternative_leaves_the_words_that_another_delegation_amends() -> None:
    other = Alternative(
        unit=Unit("a1", UnitKind.OPERATIVE, "Study roads;"),
        label="1 alt 1",
        holders=("UZB",),
        content=("Study roads;",),
    )
    content = ("Decide to build a ", region("port", Variant(("KAZ",), "pier")), ";")
    text = of(plain(ONE, content, alternatives=(other,)))
    assert wanted(text, KAZ) == [("1.", "Decide to build a pier;")]


def test_a_moved_unit_leaves_one_place_and_arrives_at_the_other() -> None:
    pointer = MovedNode(unit="u1", label="2 bis", origin_label="1", holders=("UZB",), after="u2")
    text = of(plain(ONE, moved_by=("UZB",)), plain(TWO), pointer)
    assert wanted(text, UZB) == [("2.", TWO.text), ("2 bis", ONE.text)]
    assert base_of(text) == [("1.", ONE.text), ("2.", TWO.text)]
    body = part(tracked_document(text))
    names = [one.get(f"{W}name") for one in body.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")]
    assert names == ["move1", "move1"]


def test_a_moved_unit_arrives_with_the_words_that_its_mover_wants() -> None:
    content = (
        "Decide to build a ",
        region("port", Variant(("UZB",), "pier"), Variant(("KAZ",), "road")),
        ";",
    )
    pointer = MovedNode(unit="u1", label="2 bis", origin_label="1", holders=("UZB",), after="u2")
    text = of(plain(ONE, content, moved_by=("UZB",)), plain(TWO), pointer)
    assert wanted(text, UZB) == [("2.", TWO.text), ("2 bis", "Decide to build a pier;")]
    assert base_of(text) == [("1.", ONE.text), ("2.", TWO.text)]


def test_a_split_paragraph_ends_in_a_mark_that_is_inserted() -> None:
    content = ("Decide to build", region("", Variant(("UZB",), "¶")), " a port;")
    text = of(plain(ONE, content), plain(TWO))
    assert [words.strip() for _number, words in wanted(text, UZB)] == ["Decide to build", "a port;", TWO.text]
    assert base_of(text) == [("1.", ONE.text), ("2.", TWO.text)]


def test_a_paragraph_is_merged_with_the_next_which_loses_its_number() -> None:
    content = ("Decide to build a port;", region("¶", Variant(("UZB",), " ")))
    text = of(plain(ONE, content), plain(TWO))
    assert wanted(text, UZB) == [("1.", "Decide to build a port; Agree to meet again.")]
    assert base_of(text) == [("1.", ONE.text), ("2.", TWO.text)]


def test_rows_of_a_table_are_inserted_and_deleted_whole() -> None:
    cells = [words for _number, words in wanted(rolling(), TKM) if words[:1].isupper() and len(words) < 15]
    assert "Alat" in cells and "Түркменбашы" in cells
    assert not any(words == "Alat" for _number, words in wanted(rolling(), TJK))
    marks = [
        one.tag
        for row in part(tracked_document(rolling())).iter(f"{W}trPr")
        for one in row
        if one.tag != f"{W}cantSplit"
    ]
    assert marks == [f"{W}del", f"{W}ins"]


def test_a_footnote_is_changed_at_the_foot_of_the_page() -> None:
    assert ("", "Tashkent, 15 and 16 November 2025.¶Document 7.") in wanted(rolling(), UZB)


def test_a_footnote_to_which_base_and_proposal_refer_has_one_note_for_each() -> None:
    note = plain(Unit("f1", UnitKind.FOOTNOTE, "By sea."))
    unit = Unit("u1", UnitKind.PARAGRAPH, "Build a port⁅f1⁆ now")
    content = ("Build a ", region("port⁅f1⁆ now", Variant(("KAZ",), "pier⁅f1⁆ soon")))
    text = of(plain(unit, content), note)
    assert base_of(text) == [("", "Build a port⁅1⁆ now"), ("", "By sea.")]
    assert wanted(text, KAZ) == [("", "Build a pier⁅1⁆ soon"), ("", "By sea.")]


def test_another_text_for_a_cell_stands_in_the_cell() -> None:
    cell = Unit("c1", UnitKind.CELL, "100 km", place=Place("t1", 1, 1))
    other = Alternative(
        unit=Unit("a1", UnitKind.CELL, "By sea"),
        label="T1 R1 C1 alt 1",
        holders=("UZB",),
        content=("By sea",),
    )
    text = of(plain(cell, alternatives=(other,)))
    assert wanted(text, UZB) == [("", "By sea")]
    assert wanted(text, KAZ) == base_of(text) == [("", "100 km")]


def test_a_proposed_column_is_a_line_after_the_table() -> None:
    cell = Unit("c1", UnitKind.CELL, "100 km", place=Place("t1", 1, 1))
    column = NewNode(
        unit=Unit("n1", UnitKind.COLUMN, "120 km"),
        label="T1 C1 bis",
        holders=("KAZ",),
        content=("120 km",),
        after="c1",
    )
    text = of(plain(cell), column)
    assert "T1 C1 bis 120 km" in [line(one) for one in part(tracked_document(text)).iter(f"{W}p")]
    assert base_of(text) == [("", "100 km")]


def test_a_group_is_an_author_by_the_name_under_which_it_was_declared() -> None:
    content = ("Decide to build a ", region("port", Variant(("Group of 3",), "pier")), ";")
    assert wanted(of(plain(ONE, content)), "Group of 3") == [("1.", "Decide to build a pier;")]


def test_reservations_and_comments_are_comments_by_their_author() -> None:
    remarks = {
        (one.author, one.text) for one in read_word(tracked_document(rolling()), "x.docx", "en").remarks
    }
    assert ("Azerbaijan", "AZE: reserves (pending capital).") in remarks
    assert (KAZ, "frequency depends on paragraph 9.") in remarks
    assert (UZB, "UZB: asks for brackets.") in remarks


def test_a_change_has_the_time_of_its_amendment_and_none_where_none_is_known() -> None:
    amended = Amendment(
        id="m1", delegation="KAZ", act=Act.REPLACE, unit="u1", filed_at="2026-05-04T08:00:00.5+05:00"
    )
    content = (
        "Decide to build a ",
        region("port", Variant(("KAZ",), "pier", ("m1",)), Variant(("UZB",), "road")),
        ";",
    )
    text = structs.replace(of(plain(ONE, content)), amendments=(amended,))
    dates = [one.get(f"{W}date") for one in part(tracked_document(text)).iter(f"{W}ins")]
    assert dates == ["2026-05-04T03:00:00Z", None]


def test_ids_are_given_once_in_all_parts() -> None:
    data = tracked_document(rolling())
    changes = [
        one.get(f"{W}id")
        for name in ("word/document.xml", "word/footnotes.xml", "word/comments.xml")
        for one in part(data, name).iter(
            *(f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo", "comment"))
        )
    ]
    assert len(changes) == len(set(changes)) > 40
    assert not set(changes) & {
        one.get(f"{W}id") for one in part(data, "word/footnotes.xml").iter(f"{W}footnote")
    }


def test_the_same_text_gives_the_same_bytes() -> None:
    assert tracked_document(rolling()) == tracked_document(rolling())


WORDS = ("port", "road", "шоссе", "көпір", "of", "the", "10 %", "2028", ",", "(sea)", "oʻrtasida")


@st.composite
def disjoint(draw: st.DrawFn) -> RollingText:
    """A text of several units in which every region is one delegation's."""
    nodes, number = [], 0
    for at in range(draw(st.integers(1, 4))):
        parts: list[str | Region] = []
        for _part in range(draw(st.integers(1, 5))):
            base = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3)))
            if draw(st.booleans()):
                text = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3)))
                holder = draw(st.sampled_from(("KAZ", "UZB", "TKM")))
                number += 1
                parts += [region(base, Variant((holder,), text), id=f"r{number}")] if base != text else [base]
            else:
                parts.append(base)
            parts.append(" and ")
        parts.append("all;")
        words = "Agree " + "".join(one if isinstance(one, str) else one.base for one in parts)
        unit = Unit(f"u{at}", UnitKind.OPERATIVE, words, number=f"{at + 1}.")
        nodes.append(plain(unit, ("Agree ", *parts)))
    return of(*nodes)


@settings(max_examples=60, deadline=None)
@given(disjoint(), st.sampled_from(("KAZ", "UZB", "TKM")))
def test_where_no_two_meet_every_delegation_has_exactly_its_text(text: RollingText, code: str) -> None:
    expected = []
    for node in text.nodes:
        assert isinstance(node, BaseNode)
        words = ""
        for one in node.content:
            mine = isinstance(one, Region) and code in one.variants[0].holders
            words += one if isinstance(one, str) else one.variants[0].text if mine else one.base
        expected.append((node.unit.number, words))
    assert [(n, tokens(w)) for n, w in wanted(text, state_name(code, "en"))] == [
        (n, tokens(w)) for n, w in expected
    ]
    assert base_of(text) == seen(text.base)


@pytest.mark.tools
def test_libreoffice_rejects_all_changes_and_has_the_base(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: make test-tools installs it")
    files = [without_comments(tracked_document(rolling())), text_document(BASE)]
    (_accepted, rejected), (clean, _same) = views(soffice, files, tmp_path)
    assert rejected == clean
    assert len(clean) > 25
