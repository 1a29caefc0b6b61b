"""The three views of a Word file: as submitted, with all changes accepted, with all rejected."""

from __future__ import annotations

from kengesh.texts.reading.filed import Filed, Span
from kengesh.texts.word.reading import read_word
from tests.texts.word.docx import (
    KAZ,
    KGZ,
    TJK,
    cell,
    change,
    dele,
    docx,
    field,
    ins,
    moved_from,
    moved_to,
    p,
    r,
    row,
    table,
)


def read(*body: str, **others: str) -> Filed:
    return read_word(docx(*body, **others), "base.docx", "en")


def accepted(filed: Filed) -> list[str]:
    return [unit.text for unit in filed.text.units]


def rejected(filed: Filed) -> list[str]:
    assert filed.rejected is not None
    return [unit.text for unit in filed.rejected.units]


def views(*body: str) -> tuple[list[str], list[str]]:
    filed = read(*body)
    return accepted(filed), rejected(filed)


def test_a_file_without_changes_has_the_same_text_in_both_views() -> None:
    assert (
        views(p("Recalling ", "the meeting,"), p("5. Decide."))
        == (["Recalling the meeting,", "Decide."],) * 2
    )


def test_an_insertion_is_in_the_accepted_view_and_a_deletion_in_the_rejected() -> None:
    assert views(p("a ", ins("joint"), dele("common"), " network")) == (
        ["a joint network"],
        ["a common network"],
    )


def test_words_moved_are_at_their_new_place_when_accepted_and_at_the_old_when_rejected() -> None:
    body = p("One ", moved_from("by 2028")), p("Two ", moved_to("by 2028"))
    assert views(*body) == (["One", "Two by 2028"], ["One by 2028", "Two"])
    spans = [span for unit in read(*body).submitted for span in unit.spans if span.moved]
    assert [(span.text, span.change) for span in spans] == [("by 2028", "delete"), ("by 2028", "insert")]


def test_words_that_one_author_inserted_and_another_deleted_are_in_no_view_and_are_reported() -> None:
    filed = read(p("a ", ins("joint ", dele("and common ", by=KGZ), "network", by=KAZ)))
    assert (accepted(filed), rejected(filed)) == (["a joint network"], ["a"])
    assert [span.text for span in filed.submitted[0].spans] == ["a ", "joint network"]
    (finding,) = filed.findings
    assert (
        "“and common”" in finding.says and KGZ in finding.says and finding.where == "paragraph 1 of the file"
    )


def test_an_insertion_within_a_deletion_is_in_no_view() -> None:
    inner = change("ins", KGZ, "", "<w:r><w:delText>b</w:delText></w:r>")
    assert views(p("a", change("del", KAZ, "", inner), "c")) == (["ac"], ["ac"])


def test_words_inserted_and_then_moved_away_are_in_no_view_where_they_were() -> None:
    assert views(p("a", ins(moved_from("b"))), p("c", moved_to("b"))) == (["a", "cb"], ["a", "c"])


def test_a_deleted_paragraph_mark_joins_with_the_next_paragraph_in_the_accepted_view() -> None:
    assert views(p("One ", mark="del"), p("two.")) == (["One two."], ["One", "two."])


def test_an_inserted_paragraph_mark_joins_with_the_next_paragraph_in_the_rejected_view() -> None:
    assert views(p("One ", mark="ins"), p("two.")) == (["One", "two."], ["One two."])


def test_a_paragraph_is_what_the_mark_that_remains_says() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    filed = read(p("Gone", style="H", mark="del"), p("5. Decide."), styles=styles)
    assert filed.rejected is not None
    assert [unit.kind for unit in filed.text.units] != ["heading"]
    assert filed.rejected.units[0].kind == "heading"


def test_several_marks_in_a_row_join_several_paragraphs() -> None:
    body = p("One ", mark="del"), p("two ", mark="del", by=KGZ), p("three.")
    assert views(*body) == (["One two three."], ["One", "two", "three."])


def test_a_mark_that_was_inserted_and_deleted_again_parts_nothing_in_any_view() -> None:
    both = f"<w:pPr><w:rPr>{change('ins', KAZ, '', '')}{change('del', KGZ, '', '')}</w:rPr></w:pPr>"
    assert views(f"<w:p>{both}{r('One ')}</w:p>", p("two.")) == (["One two."], ["One two."])


def test_a_whole_paragraph_inserted_or_deleted_leaves_no_empty_one() -> None:
    body = p("One."), p(ins("Two."), mark="ins"), p(dele("Three."), mark="del"), p("Four.")
    assert views(*body) == (["One.", "Two.", "Four."], ["One.", "Three.", "Four."])


def test_a_paragraph_moved_as_a_whole_is_at_one_place_in_each_view() -> None:
    body = p(moved_from("One."), mark="moveFrom"), p("Two."), p(moved_to("One."), mark="moveTo"), p("Three.")
    assert views(*body) == (["Two.", "One.", "Three."], ["One.", "Two.", "Three."])


def test_a_deleted_mark_before_a_table_joins_with_nothing() -> None:
    assert views(p("One", mark="del"), table(row(cell("km"), cell("2")))) == (["One", "km", "2"],) * 2


def test_a_deleted_mark_at_the_end_of_the_text_or_of_a_cell_loses_no_words() -> None:
    body = table(row(cell(p("km", mark="del")), cell("2"))), p("End", mark="del")
    assert views(*body) == (["km", "2", "End"],) * 2


def test_paragraphs_join_within_a_cell_and_not_beyond_it() -> None:
    body = table(row(cell(p("a ", mark="del"), p("b", mark="ins"), p("c")), cell("d")))
    assert views(body) == (["a b¶c", "d"], ["a¶bc", "d"])


def test_inserted_and_deleted_rows_are_in_one_view_each() -> None:
    body = table(
        row(cell("a"), cell("b")),
        row(cell(p(ins("c"))), cell(p(ins("d"))), changed="ins"),
        row(cell(p(dele("e"))), cell(p(dele("f"))), changed="del"),
    )
    filed = read(body)
    assert (accepted(filed), rejected(filed)) == (["a", "b", "c", "d"], ["a", "b", "e", "f"])
    assert filed.rejected is not None
    assert [(unit.place.row, unit.place.column) for unit in filed.rejected.units if unit.place] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
    ]


def test_the_words_of_a_deleted_row_that_nobody_marked_as_deleted_go_with_it() -> None:
    assert views(p("A"), table(row(cell("a"), cell("b"), changed="del"))) == (["A"], ["A", "a", "b"])


def test_inserted_and_deleted_cells_are_in_one_view_each() -> None:
    added, gone = change("cellIns", KAZ, "", ""), change("cellDel", KAZ, "", "")
    filed = read(table(row(cell("a"), cell("b", properties=added), cell("c", properties=gone), cell("d"))))
    assert (accepted(filed), rejected(filed)) == (["a", "b", "d"], ["a", "c", "d"])
    assert [unit.place.column for unit in filed.text.units if unit.place] == [1, 2, 3]


def test_submitted_has_the_words_of_both_views_with_author_and_day() -> None:
    at = "2026-05-04T09:00:00Z"
    filed = read(p("a ", ins("joint", by=KGZ), dele("common"), mark="del", by=TJK), p("network"))
    assert filed.submitted[0].spans == (
        Span("a "),
        Span("joint", "insert", KGZ, at),
        Span("common", "delete", KAZ, at),
        Span("¶", "delete", TJK, at),
    )
    assert filed.submitted[1].spans == (Span("network"),)


def test_a_cell_is_one_submitted_unit_with_a_mark_between_its_paragraphs() -> None:
    filed = read(table(row(cell(p("a", mark="ins"), p("b"), p("c")), cell(p()))))
    assert [[span.text for span in unit.spans] for unit in filed.submitted] == [["a", "¶", "b", "¶", "c"], []]
    assert filed.submitted[0].spans[1].change == "insert"


def test_authors_are_counted_most_first_and_the_latest_change_dates_the_file() -> None:
    filed = read(
        p(
            ins("a", by=KGZ),
            ins("b", by=KAZ, at="2026-05-06T09:30:00+06:00"),
            dele("c", by=KAZ),
            mark="ins",
            by=TJK,
        ),
        p(dele("d", by=KAZ, at="not a day")),
    )
    assert filed.authors == ((KAZ, 3), (KGZ, 1), (TJK, 1))
    assert filed.filed_at == "2026-05-06T03:30:00Z"


def test_earlier_properties_hold_in_the_rejected_view() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    filed = read(
        p("A title."),
        p("Ports and railways", style="H", was=""),
        p("Ferries", was='<w:pStyle w:val="H"/>'),
        styles=styles,
    )
    assert filed.rejected is not None
    assert [unit.kind == "heading" for unit in filed.text.units] == [False, True, False]
    assert [unit.kind == "heading" for unit in filed.rejected.units] == [False, False, True]


def test_changes_in_a_fields_result_and_in_a_hyperlink_are_changes() -> None:
    link = f"<w:hyperlink>{r('a ')}{ins('b ')}</w:hyperlink>"
    assert views(p(link, field("PAGE", "c ", dele("d")))) == (["a b c"], ["a c d"])


def test_the_words_of_both_views_are_those_submitted() -> None:
    filed = read(p("a ", ins("b "), dele("c "), "d ", mark="ins"), p("e ", moved_from("f")))
    spans = [span for unit in filed.submitted for span in unit.spans]
    assert "".join(span.text for span in spans if span.change != "delete") == "a b d ¶e "
    assert "".join(span.text for span in spans if span.change != "insert") == "a c d e f"
