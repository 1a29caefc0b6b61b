"""Tables of a Word file: each cell with its place."""

from __future__ import annotations

from kengesh.texts.reading.filed import Filed
from kengesh.texts.units import Place, Text
from kengesh.texts.word.reading import read_word
from tests.texts.word.docx import cell, change, docx, note, note_mark, p, row, table

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def read(*body: str, **others: str) -> Filed:
    return read_word(docx(*body, **others), "a.docx", "en")


def places(text: Text | None) -> dict[str, Place | None]:
    assert text is not None
    return {unit.text: unit.place for unit in text.units}


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_cells_have_their_table_row_and_column() -> None:
    found = places(
        read(
            table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))), p("between"), table(row(cell("e")))
        ).text
    )
    assert found["d"] == Place("t1", 2, 2)
    assert found["e"] == Place("t2", 1, 1)
    assert found["between"] is None


def test_a_cell_over_several_columns_and_rows_says_so() -> None:
    body = table(
        row(cell("a", properties=RESTART), cell("b", properties=span(2))),
        row(cell(p(), properties=CONTINUE), cell("c"), cell("d")),
        row(cell("e"), cell("f"), cell("g")),
        columns=3,
    )
    found = places(read(body).text)
    assert found == {
        "a": Place("t1", 1, 1, rows=2),
        "b": Place("t1", 1, 2, columns=2),
        "c": Place("t1", 2, 2),
        "d": Place("t1", 2, 3),
        **{name: Place("t1", 3, at) for at, name in enumerate("efg", start=1)},
    }


def test_words_in_a_covered_cell_are_kept_in_the_one_that_covers_it() -> None:
    body = table(
        row(cell("a", properties=RESTART), cell("b")), row(cell("hidden", properties=CONTINUE), cell("c"))
    )
    assert [unit.text for unit in read(body).text.units] == ["a¶hidden", "b", "c"]


def test_a_deleted_row_counts_for_a_merged_cell_in_the_rejected_view_alone() -> None:
    body = table(
        row(cell("a", properties=RESTART), cell("b")),
        row(cell(p(), properties=CONTINUE), cell("c"), changed="del"),
        row(cell(p(), properties=CONTINUE), cell("d")),
    )
    filed = read(body)
    assert places(filed.text)["a"] == Place("t1", 1, 1, rows=2)
    assert places(filed.rejected)["a"] == Place("t1", 1, 1, rows=3)


def test_cells_merged_with_tracking_on_are_merged_in_the_accepted_view_alone() -> None:
    merge = change("cellMerge", "Kazakhstan", "", "").replace("<w:cellMerge ", '<w:cellMerge w:vMerge="{}" ')
    body = table(
        row(cell("a", properties=merge.format("rest")), cell("b")),
        row(cell(p(), properties=merge.format("cont")), cell("c")),
    )
    filed = read(body)
    assert places(filed.text)["a"] == Place("t1", 1, 1, rows=2)
    assert places(filed.rejected)["a"] == Place("t1", 1, 1)
    assert places(filed.rejected)[""] == Place("t1", 2, 1)


def test_a_row_may_begin_at_a_later_column() -> None:
    late = row(cell("c")).replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    assert places(read(table(row(cell("a"), cell("b")), late)).text)["c"] == Place("t1", 2, 2)


def test_cells_merged_in_the_old_way_are_one() -> None:
    body = table(
        row(
            cell("a", properties='<w:hMerge w:val="restart"/>'),
            cell(p(), properties="<w:hMerge/>"),
            cell("b"),
        )
    )
    assert places(read(body).text) == {"a": Place("t1", 1, 1, columns=2), "b": Place("t1", 1, 3)}


def test_a_table_in_a_cell_is_paragraphs_of_that_cell_and_reported() -> None:
    inner = table(row(cell("x"), cell("y")), row(cell("z"), cell(p()), changed="ins"))
    filed = read(table(row(cell(p("a"), inner, p("b")), cell("c"))))
    assert [unit.text for unit in filed.text.units] == ["a¶x¶y¶z¶b", "c"]
    assert filed.rejected is not None
    assert [unit.text for unit in filed.rejected.units] == ["a¶x¶y¶b", "c"]
    assert len(filed.findings) == 1


def test_a_footnote_of_a_cell_stands_after_it() -> None:
    filed = read(table(row(cell(p("a", note_mark(1)), p("b")), cell("c"))), footnotes=note(1, "Note."))
    assert [(unit.id, unit.text) for unit in filed.text.units] == [
        ("u1", "a⁅f1⁆¶b"),
        ("f1", "Note."),
        ("u3", "c"),
    ]


def test_a_table_of_fifteen_hundred_rows_is_read() -> None:
    rows = (row(*(cell(f"{at}/{column}") for column in range(10))) for at in range(1500))
    units = read(p("Routes"), table(*rows, columns=10), p("End")).text.units
    assert (len(units), units[-2].text, units[-1].text) == (15_002, "1499/9", "End")
