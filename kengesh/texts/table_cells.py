"""Cells out of rows and columns that are one unit each, and the numbers of rows where one came or went."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from msgspec import structs

from kengesh.texts.compiling.laid_out import parted_cells
from kengesh.texts.units import Place, Unit, UnitKind


def numbered_tables(units: Iterable[Unit], base: Container[str]) -> list[Unit]:
    """Make cells of the rows and columns among units, and number the rows of each table anew from 1.

    `base` has the ids of the cells that the base has: only their rows take the words of an added column.
    """
    result: list[Unit] = []
    table: list[Unit] = []
    first_rows: list[Unit] = []  # those that stand before the first row of a table
    row_before = 0
    for unit in units:
        if unit.kind is UnitKind.ROW and (unit.level or first_rows) and not table:
            first_rows.append(unit)
        elif unit.kind is UnitKind.ROW:
            table += row_cells(unit, _table_of(table) if table else unit.id, _rows(table) + 1)
            row_before = 0
        elif unit.kind is UnitKind.COLUMN and table:
            table = with_column(table, unit, base)
        elif unit.kind is UnitKind.FOOTNOTE and table:
            table.append(unit)
        elif unit.place is not None:
            if not table or unit.place.table != _table_of(table):
                result += table
                table, row_before = _table_of_rows(first_rows, unit.place.table), 0
                first_rows = []
            row = _rows(table) + (unit.place.row != row_before)
            row_before = unit.place.row
            table.append(structs.replace(unit, place=structs.replace(unit.place, row=row)))
        else:
            result += [*table, *_table_of_rows(first_rows, first_rows[0].id if first_rows else ""), unit]
            table, first_rows = [], []
    return [*result, *table, *_table_of_rows(first_rows, first_rows[0].id if first_rows else "")]


def _table_of_rows(rows: Sequence[Unit], table: str) -> list[Unit]:
    return [cell for row, unit in enumerate(rows, 1) for cell in row_cells(unit, table, row)]


def row_cells(unit: Unit, table: str, row: int) -> list[Unit]:
    """Return the cells of a row that is one unit."""
    return [
        Unit(id=f"{unit.id}.{column}", kind=UnitKind.CELL, text=words, place=Place(table, row, column))
        for column, words in enumerate(parted_cells(unit.text), 1)
    ]


def with_column(cells: Sequence[Unit], column: Unit, base: Container[str]) -> list[Unit]:
    """Return the cells of a table with a column that is one unit, after as many columns of the base as its level says.

    Its words go to the rows of the base in order; rows that were added with it have theirs already.
    """
    words = iter(parted_cells(column.text))
    result: list[Unit] = []
    for row in range(1, _rows(cells) + 1):
        own = [unit for unit in cells if unit.place is not None and unit.place.row == row]
        text = next(words, None) if any(unit.id in base for unit in own) else None
        if text is not None:
            at = _place_among(own, column.level, base)
            place = Place(_table_of(cells), row, _column_after(own[:at]))
            new = Unit(id=f"{column.id}.{row}", kind=UnitKind.CELL, text=text, place=place)
            own = [*own[:at], new, *map(_further, own[at:])]
        result += own
    return [*result, *(unit for unit in cells if unit.place is None)]


def _place_among(own: Sequence[Unit], level: int, base: Container[str]) -> int:
    """Return where a new column comes: after so many cells of the base, and after the new columns that are there."""
    seen = 0
    for at, unit in enumerate(own):
        if unit.id in base:
            if seen == level:
                return at
            seen += 1
    return len(own)


def _column_after(before: Sequence[Unit]) -> int:
    last = before[-1].place if before else None
    return last.column + last.columns if last is not None else 1


def _further(unit: Unit) -> Unit:
    place = unit.place
    return (
        unit
        if place is None
        else structs.replace(unit, place=structs.replace(place, column=place.column + 1))
    )


def _rows(cells: Sequence[Unit]) -> int:
    return max((unit.place.row for unit in cells if unit.place is not None), default=0)


def _table_of(cells: Sequence[Unit]) -> str:
    return next(unit.place.table for unit in cells if unit.place is not None)
