"""Footnotes and comments of a Word file."""

from __future__ import annotations

from kengesh.texts.reading.filed import Filed
from kengesh.texts.tokens import tokens
from kengesh.texts.word.reading import read_word
from tests.texts.word.docx import (
    KAZ,
    KGZ,
    OFFICE,
    SPACES,
    TJK,
    cell,
    comment,
    commented,
    dele,
    docx,
    ins,
    note,
    note_mark,
    p,
    parts,
    r,
    row,
    table,
    zipped,
)


def read(*body: str, **others: str) -> Filed:
    return read_word(docx(*body, **others), "a.docx", "en")


def ids(filed: Filed) -> list[tuple[str, str]]:
    return [(unit.id, unit.text) for unit in filed.text.units]


def test_a_footnote_stands_after_the_paragraph_that_has_its_mark() -> None:
    filed = read(
        p("One", note_mark(7), " and", note_mark(3), "."),
        p("Two"),
        footnotes=note(3, "Third.") + note(7, "Seventh."),
    )
    assert ids(filed) == [("u1", "One⁅f1⁆ and⁅f2⁆."), ("f1", "Seventh."), ("f2", "Third."), ("u4", "Two")]


def test_endnotes_are_footnotes() -> None:
    body = p("One", note_mark(1), note_mark(1, "endnote"))
    filed = read(body, footnotes=note(1, "Foot."), endnotes=note(1, "End.", kind="endnote"))
    assert ids(filed) == [("u1", "One⁅f1⁆⁅f2⁆"), ("f1", "Foot."), ("f2", "End.")]


def test_the_views_of_a_footnote_are_those_of_its_own_changes() -> None:
    filed = read(p("One", note_mark(1)), footnotes=note(1, p("a ", ins("b"), dele("c"), mark="del"), p(" d")))
    assert filed.rejected is not None
    assert (filed.text.unit("f1").text, filed.rejected.unit("f1").text) == ("a b d", "a c¶d")
    assert [span.text for span in filed.submitted[1].spans] == ["a ", "b", "c", "¶", " d"]


def test_a_footnote_whose_mark_is_deleted_is_in_the_rejected_view_alone() -> None:
    filed = read(p("One", dele(note_mark(1)), ins(note_mark(2))), footnotes=note(1, "Old.") + note(2, "New."))
    assert ids(filed) == [("u1", "One⁅f2⁆"), ("f2", "New.")]
    assert filed.rejected is not None
    assert [(unit.id, unit.text) for unit in filed.rejected.units] == [("u1", "One⁅f1⁆"), ("f1", "Old.")]


def test_the_footnotes_of_joined_paragraphs_stand_after_both() -> None:
    filed = read(
        p("One", note_mark(1), " ", mark="del"),
        p("two", note_mark(2)),
        footnotes=note(1, "A.") + note(2, "B."),
    )
    assert ids(filed) == [("u1", "One⁅f1⁆ two⁅f2⁆"), ("f1", "A."), ("f2", "B.")]


def test_a_sign_that_stands_for_a_footnotes_mark_is_left_out() -> None:
    mark = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    assert ids(read(p("One", mark, "."), footnotes=note(1, "A.")))[0] == ("u1", "One⁅f1⁆.")


def test_a_mark_without_footnote_is_reported() -> None:
    filed = read(p("One", note_mark(9), "."), footnotes=note(1, "A."))
    assert ids(filed) == [("u1", "One.")]
    assert len(filed.findings) == 1


def test_a_footnote_that_refers_to_itself_is_read_once() -> None:
    assert ids(read(p("One", note_mark(1)), footnotes=note(1, p("A", note_mark(1)))))[1] == ("f1", "A⁅f1⁆")


def test_a_comment_is_on_its_words_in_the_accepted_text() -> None:
    body = (
        p("Declaration"),
        p("5. Decide to ", commented(0, dele("found "), ins("establish "), "a network"), " by 2028;"),
    )
    (remark,) = read(*body, comments=comment(0, "Why now?", by=KGZ)).remarks
    assert (remark.unit, remark.words, remark.text, remark.author) == (
        "u2",
        "establish a network",
        "Why now?",
        KGZ,
    )
    assert (
        "".join(tokens("Decide to establish a network by 2028;")[remark.start : remark.end]) == remark.words
    )


def test_a_comment_on_a_part_of_a_word_is_on_the_word() -> None:
    (remark,) = read(p("logis", commented(0, "tics"), " network"), comments=comment(0, "x")).remarks
    assert (remark.words, remark.start, remark.end) == ("logistics", 0, 1)


def test_a_comment_on_a_place_has_no_words() -> None:
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    (remark,) = read(p("One", mark, " two"), comments=comment(0, "x")).remarks
    assert (remark.unit, remark.words, remark.start, remark.end) == ("u1", "", 1, 1)


def test_a_comment_on_several_paragraphs_is_on_the_first() -> None:
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    (remark,) = read(p("One ", start, "two"), p("three", end, " four"), comments=comment(0, "x")).remarks
    assert (remark.unit, remark.words) == ("u1", "two")


def test_a_comment_in_a_cell_and_one_after_a_joined_mark_are_at_their_words() -> None:
    cells = table(row(cell(p("a b"), p("c ", commented(0, "d"))), cell("e")))
    filed = read(
        cells,
        p("One ", mark="del"),
        p("two ", commented(1, "three")),
        comments=comment(0, "x") + comment(1, "y"),
    )
    assert [(remark.unit, remark.words) for remark in filed.remarks] == [("u1", "d"), ("u3", "three")]
    assert "".join(tokens("a b¶c d")[filed.remarks[0].start : filed.remarks[0].end]) == "d"


def test_a_comment_on_words_that_are_gone_is_on_no_unit_and_reported() -> None:
    body = p("One"), table(row(cell(p(commented(0, "a"))), changed="del"))
    filed = read(*body, comments=comment(0, "Why?"))
    assert [(remark.unit, remark.words, remark.text) for remark in filed.remarks] == [("", "", "Why?")]
    assert "“Why?”" in filed.findings[0].says


def test_an_answer_is_on_the_words_of_the_comment_and_a_resolved_one_is_reported() -> None:
    entries = parts(
        p("One ", commented(0, "two"), " three"),
        comments=comment(0, "Why?", by=KAZ, paragraph="AA") + comment(1, "Because.", by=TJK, paragraph="BB"),
        relations=f'<Relationship Id="r9" Type="{OFFICE}/commentsExtended" Target="commentsExtended.xml"/>',
    )
    threads = '<w15:commentEx w15:paraId="AA" w15:done="1"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="0"/>'
    entries["word/commentsExtended.xml"] = f"<w15:commentsEx {SPACES}>{threads}</w15:commentsEx>".encode()
    filed = read_word(zipped(entries), "a.docx", "en")
    assert [(remark.author, remark.words) for remark in filed.remarks] == [(KAZ, "two"), (TJK, "two")]
    assert [finding.where for finding in filed.findings] == ["u1"]
    assert "resolved" in filed.findings[0].says


def test_the_words_of_a_comment_are_its_paragraphs_without_deleted_ones() -> None:
    inner = f'<w:comment w:id="0" w:author="A">{p(r("One"), dele("gone"))}{p("two")}</w:comment>'
    (remark,) = read(p(commented(0, "a")), comments=inner).remarks
    assert remark.text == "One two"


def test_of_a_comment_on_many_words_the_first_are_quoted() -> None:
    (remark,) = read(p(commented(0, "word " * 1000)), comments=comment(0, "x")).remarks
    assert (len(remark.words), remark.words[-1]) == (1001, "…")
    assert (remark.start, remark.end) == (0, 1999)
