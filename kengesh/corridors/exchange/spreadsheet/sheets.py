"""The cells of a sheet as text, row by row, whether the file is a workbook or CSV."""

from __future__ import annotations

import csv
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kengesh.corridors.exchange.rows import refuse
from kengesh.corridors.exchange.spreadsheet.workbook import MOST_UNPACKED, Merged, check_workbook, merged_in
from kengesh.corridors.network.files import DELIMITERS, LONGEST_CELL, written
from kengesh.corridors.network.problems import NetworkError, Where
from kengesh.terms.messages import _

MOST_ROWS, MOST_COLUMNS = 200_000, 1_000
NO_RESULT = "=?"  # what stands for a formula whose result is not in the file
BROKEN = (
    *(
        InvalidFileException,
        BadZipFile,
        zlib.error,
        ParseError,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, SyntaxError),
)
Grid = list[list[str]]


def grids_of(path: Path, sheets: Sequence[str]) -> dict[str, Grid]:
    """Return the cells of the sheets that are in the file; a CSV file is a sheet of any name. Raises NetworkError, OSError."""
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        grid = _csv(path)
        return dict.fromkeys(sheets, grid)
    check_workbook(path)
    with _broken_told(path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that are lost on writing; nothing is written
        return _workbook(path, sheets)


def names_of(path: Path) -> list[str]:
    """Return the names of a workbook's sheets; of a CSV file none. Raises NetworkError, OSError."""
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return []
    check_workbook(path)
    with _broken_told(path), closing(load_workbook(path, read_only=True)) as book:
        return [sheet.title for sheet in book.worksheets]


@contextmanager
def _broken_told(path: Path) -> Iterator[None]:
    """Turn what openpyxl raises for a broken part, which is whatever comes up first, into a sentence."""
    try:
        yield
    except NetworkError:
        raise
    except BROKEN as error:
        if isinstance(error, OSError) and error.errno is not None:  # the disk’s, not the workbook’s
            raise
        says = _("the workbook cannot be read: {why}. Save it in Excel once more.")
        raise refuse(Where(path.name, 1), says.format(why=error)) from error


def _workbook(path: Path, sheets: Sequence[str]) -> dict[str, Grid]:
    found: dict[str, Grid] = {}
    with (
        closing(load_workbook(path, read_only=True, data_only=True)) as results,
        closing(load_workbook(path, read_only=True)) as formulas,
    ):
        there = {sheet.title: sheet for sheet in results.worksheets}
        for name in sheets:
            if name in there and name not in found:
                pairs = zip(_rows(there[name], path), _rows(formulas[name], path), strict=True)
                grid = [[_text(*cell) for cell in zip_longest(*pair)] for pair in pairs]
                found[name] = _spread(grid, merged_in(path, name))
    return found


def _rows(sheet: Any, path: Path) -> Iterator[tuple[Any, ...]]:
    """Yield the values of rows. A sheet says how large it is, often wrongly; the rows are counted."""
    sheet.reset_dimensions()
    for place, row in enumerate(sheet.iter_rows(values_only=True)):
        length = len(row)
        while length and row[length - 1] is None:  # a sheet that was only coloured to its edges is not large
            length -= 1
        row = row[:length]
        if row and (place >= MOST_ROWS or len(row) > MOST_COLUMNS):
            says = _(
                "the sheet “{sheet}” has cells beyond row {rows} or column {columns}. Delete what stands there."
            )
            told = says.format(sheet=sheet.title, rows=MOST_ROWS, columns=MOST_COLUMNS)
            raise refuse(Where(path.name, 1), told)
        if place < MOST_ROWS:
            yield row


def _text(value: Any, formula: Any) -> str:
    if value is None and isinstance(formula, str) and formula.startswith("="):
        return NO_RESULT
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return written(
            float(f"{value:.15g}")
        )  # Excel shows and compares fifteen digits: 0.1 + 0.2 is 0.3 there
    return "" if value is None else str(value).strip()


def _spread(grid: Grid, merged: Sequence[Merged]) -> Grid:
    """Give the value of cells merged downwards to each of their rows; across, it is that of their first column alone."""
    for top, left, bottom, _right in merged:
        value = grid[top - 1][left - 1] if top <= len(grid) and left <= len(grid[top - 1]) else ""
        for row in grid[top - 1 : bottom] if value else ():
            row += [""] * (left - len(row))
            row[left - 1] = value
    return grid


def _csv(path: Path) -> Grid:
    where = Where(path.name, 1)
    if path.stat().st_size > MOST_UNPACKED:
        raise refuse(where, _("the file has more than {most} bytes.").format(most=MOST_UNPACKED))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(where, _("this is not UTF-8. Save the file as “CSV UTF-8”.")) from None
    head, _newline, _rest = text.partition("\n")
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count), strict=True)
    try:
        return [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        says = _("the row cannot be read: {why}. Look for a quotation mark that is not closed.")
        raise refuse(Where(path.name, reader.line_num), says.format(why=error)) from None
