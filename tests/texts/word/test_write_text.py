"""A clean text written and read again: no word, number, footnote or cell is lost, and nothing is added."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.texts.units import Place, Text, Unit, UnitKind
from kengesh.texts.word.reading import read_word
from kengesh.texts.word.write_text import text_document
from tests.texts.word.write_cases import BASE
from tests.texts.word.write_reading import W, line, part

Seen = list[tuple[UnitKind, str, str, tuple[int, int, int, int] | None]]


def seen(text: Text) -> Seen:
    """Return what a text says of each unit, the marks of footnotes by the place of the footnote."""
    return [(unit.kind, unit.number, _numbered(unit.text, text), _placed(unit)) for unit in text.units]


def _numbered(words: str, text: Text) -> str:
    for id, place in text.places.items():
        words = words.replace(f"⁅{id}⁆", f"⁅{place}⁆")
    return words


def _placed(unit: Unit) -> tuple[int, int, int, int] | None:
    place = unit.place
    return None if place is None else (place.row, place.column, place.rows, place.columns)


def again(text: Text) -> Text:
    return read_word(text_document(text), "x.docx", text.language).text


def test_a_text_of_all_kinds_comes_back_as_it_was() -> None:
    assert seen(again(BASE)) == seen(BASE)
    assert [unit.level for unit in again(BASE).units] == [unit.level for unit in BASE.units]


def test_a_unit_without_a_number_gets_none() -> None:
    words = [line(one) for one in part(text_document(BASE)).iter(f"{W}p")]
    assert "Mindful of Ақтау, Түркменбашы, Oʻzbekiston, Əlät, Гҷ ӯ ң һ ň," in words


def test_a_number_is_text_and_word_numbers_nothing() -> None:
    assert not list(part(text_document(BASE)).iter(f"{W}numPr"))


def test_two_tables_that_follow_each_other_stay_two() -> None:
    cells = [Unit(f"c{at}", UnitKind.CELL, f"words {at}", place=Place(f"t{at}", 1, 1)) for at in (1, 2)]
    assert len(list(part(text_document(Text("en", tuple(cells)))).iter(f"{W}tbl"))) == 2


def test_a_place_without_a_cell_has_an_empty_one() -> None:
    cells = (
        Unit("a", UnitKind.CELL, "A", place=Place("t1", 1, 1)),
        Unit("b", UnitKind.CELL, "B", place=Place("t1", 2, 2)),
    )
    rows = [
        [line(cell) for cell in row.iter(f"{W}tc")]
        for row in part(text_document(Text("en", cells))).iter(f"{W}tr")
    ]
    assert rows == [["A", ""], ["", "B"]]


WORD = st.sampled_from(
    ("Decide", "порт", "көпір", "oʻrta", "10 %", "(a)", "[x]", "Əlät,", "ҷой;", "—", "«ӯ»", "2028.")
)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)


@st.composite
def numbered(draw: st.DrawFn) -> Text:
    """A text of numbered paragraphs, footnotes and tables with merged cells."""
    units: list[Unit] = [Unit("t", UnitKind.TITLE, "Declaration of all")]
    for at in range(1, draw(st.integers(2, 6))):
        words = "Agree " + draw(WORDS)
        if draw(st.booleans()):
            units.append(Unit(f"u{at}", UnitKind.OPERATIVE, f"{words}⁅f{at}⁆ and all;", number=f"{at}."))
            units.append(
                Unit(f"f{at}", UnitKind.FOOTNOTE, draw(WORDS) + draw(st.sampled_from(("", "¶more"))))
            )
        else:
            units.append(Unit(f"u{at}", UnitKind.OPERATIVE, f"{words};", number=f"{at}."))
        if draw(st.booleans()):
            units.extend(_table(draw, at))
    return Text("en", tuple(units))


def _table(draw: st.DrawFn, at: int) -> list[Unit]:
    rows, columns, taken, made = draw(st.integers(1, 4)), draw(st.integers(1, 4)), set(), []
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            if (row, column) in taken:
                continue
            high = draw(st.integers(1, rows - row + 1))
            wide = draw(st.integers(1, columns - column + 1))
            while any((row, column + more) in taken for more in range(wide)):
                wide -= 1
            taken |= {(row + down, column + right) for down in range(high) for right in range(wide)}
            place = Place(f"t{at}", row, column, high, wide)
            made.append(Unit(f"c{at}.{row}.{column}", UnitKind.CELL, "Words " + draw(WORDS), place=place))
    return made


@settings(max_examples=60, deadline=None)
@given(numbered())
def test_what_is_written_and_read_again_is_the_text(text: Text) -> None:
    assert seen(again(text)) == seen(text)
