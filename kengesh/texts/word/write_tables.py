"""Tables: from cells, each with its place, to rows with merged cells.

A cell over several columns has a ``gridSpan``; one over several rows begins a ``vMerge`` that an empty cell continues in
each further row. Where no cell stands at a place, an empty one is written, because Word wants its rows complete. Columns
are as wide as their text asks for, by the square root of its length, so that one long column does not starve the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import sqrt

from msgspec import Struct

from kengesh.texts.units import Place
from kengesh.texts.word.write_xml import styled_paragraph

TEXT_WIDTH = 9072  # 160 mm, between margins of 25 mm on A4, in twentieths of a point
NARROWEST = 6.0  # the weight of a column that is empty, against the square root of a long one's letters
EMPTY_CELL = styled_paragraph("TableText")
AFTER_TABLE = styled_paragraph("AfterTable")  # two tables that touch become one in Word


class Cell(Struct, frozen=True):
    """A cell: where it stands, its paragraphs as XML, and how many letters they have."""

    place: Place
    paragraphs: str
    letters: int = 0


class RowChange(Struct, frozen=True):
    """What is tracked in a table: of which rows the mark is changed, and which rows are put in after which."""

    marks: Mapping[int, str] = {}
    inserted: Mapping[int, Sequence[str]] = {}


def table(cells: Sequence[Cell], changes: RowChange | None = None) -> str:
    """Return a table; its first row is the first that a cell stands in."""
    changes = changes or RowChange()
    count = columns_of(cells)
    widths = _widths(cells, count)
    starts = {(cell.place.row, cell.place.column): cell for cell in cells}
    first = min(cell.place.row for cell in cells)
    last = max(cell.place.row + cell.place.rows - 1 for cell in cells)
    rows = []
    for number in range(first, last + 1):
        rows.append(_row(_cells_of(number, starts, widths), changes.marks.get(number, "")))
        rows.extend(changes.inserted.get(number, ()))
    return _table("TextTable", widths, rows)


def plain_table(heads: Sequence[str], rows: Iterable[Sequence[str]], weights: Sequence[int]) -> str:
    """Return a table of an annex from the runs of its cells; its first row repeats on every page."""
    widths = _shared([float(weight) for weight in weights])
    made = [_row(_plain_cells(heads, widths, "TableHead"), "<w:tblHeader/>")]
    made.extend(_row(_plain_cells(row, widths, "TableText"), "") for row in rows)
    return _table("AnnexTable", widths, made) + AFTER_TABLE


def new_row(paragraphs: Sequence[str], cells: Sequence[Cell], mark: str) -> str:
    """Return a row for the table of these cells, as many paragraphs as it has columns."""
    widths = _widths(cells, columns_of(cells))
    return _row("".join(map(_cell, paragraphs, widths)), mark)


def columns_of(cells: Iterable[Cell]) -> int:
    """Return how many columns the table of these cells has."""
    return max(cell.place.column + cell.place.columns - 1 for cell in cells)


def _cells_of(row: int, starts: Mapping[tuple[int, int], Cell], widths: Sequence[int]) -> str:
    """Return the cells of one row, with an empty one where a cell from above goes on or where there is none."""
    made, column = [], 1
    while column <= len(widths):
        cell = starts.get((row, column))
        above = None if cell else _from_above(row, column, starts)
        place = (cell or above or _nowhere(row, column)).place
        columns = min(place.columns, len(widths) - column + 1)
        width = sum(widths[column - 1 : column - 1 + columns])
        merge = "" if place.rows == 1 else '<w:vMerge w:val="restart"/>' if cell else "<w:vMerge/>"
        made.append(_cell(cell.paragraphs if cell else EMPTY_CELL, width, columns, merge))
        column += columns
    return "".join(made)


def _from_above(row: int, column: int, starts: Mapping[tuple[int, int], Cell]) -> Cell | None:
    for up in range(row - 1, 0, -1):
        cell = starts.get((up, column))
        if cell:
            return cell if up + cell.place.rows > row else None
    return None


def _nowhere(row: int, column: int) -> Cell:
    return Cell(Place("", row, column), EMPTY_CELL)


def _cell(paragraphs: str, width: int, columns: int = 1, merge: str = "") -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{paragraphs}</w:tc>'


def _row(cells: str, mark: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{cells}</w:tr>"


def _plain_cells(cells: Sequence[str], widths: Sequence[int], style: str) -> str:
    return "".join(
        _cell(styled_paragraph(style, runs), width) for runs, width in zip(cells, widths, strict=True)
    )


def _table(style: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    about = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _widths(cells: Iterable[Cell], columns: int) -> list[int]:
    """Return the width of each column: a cell over several gives each of them an even part of its letters."""
    letters = [0.0] * columns
    for cell in cells:
        for column in range(cell.place.column, cell.place.column + cell.place.columns):
            letters[column - 1] = max(letters[column - 1], cell.letters / cell.place.columns)
    return _shared([max(sqrt(most), NARROWEST if columns <= 12 else 1.0) for most in letters])


def _shared(weights: Sequence[float]) -> list[int]:
    """Return widths in the proportion of the weights; together they are exactly as wide as the text."""
    total, before, ends = sum(weights), 0.0, [0]
    for weight in weights:
        before += weight
        ends.append(round(before / total * TEXT_WIDTH))
    return [end - start for start, end in pairwise(ends)]
