"""A table as a value, and as Markdown or CSV.

CSV is RFC 4180: cells parted by commas, quoted where they must be, lines end in CR LF; UTF-8 with a byte order mark, by
which Excel knows the encoding. Done: the headings and the rows. Not done: the title and the footnotes, since a file of
CSV is one table and nothing else.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return gets an apostrophe before it. A spreadsheet
would take it for a formula and run it, and the words of the cell are whoever's who sent the file. A program that reads the
CSV takes the apostrophe off again.

Markdown is a pipe table under a heading of the second level; what Markdown would take for a sign of its own has a
backslash before it, so that the words are read as they stand.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO

from msgspec import Struct

from kengesh.terms.glossary import term
from kengesh.terms.messages import language_in_use

Row = tuple[str, ...]
BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the beginning of a formula
_MARKS = re.compile(r"[\\`*_|<>&~#]|(?<=\])\(|(?<=\[)\^")


class Table(Struct, frozen=True):
    """A table in the language that was in use when it was made.

    The first column names the unit or the delegation that a row is about. Every row has a cell for every column.
    """

    name: str
    title: str
    columns: Row
    rows: tuple[Row, ...]
    footnotes: tuple[str, ...] = ()


def tables_markdown(tables: Iterable[Table]) -> str:
    """Return tables as one Markdown text, a heading before each and its footnotes after it."""
    return "\n\n".join("\n".join(_markdown_lines(table)) for table in tables) + "\n"


def table_csv(table: Table) -> bytes:
    """Return the headings and rows of a table as a file of CSV."""
    written = StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(
        [_guarded(row) for row in (table.columns, *table.rows)]
    )
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def heading(id: str) -> str:
    """Return a term of the glossary as the heading of a column, in the language in use."""
    language = language_in_use()
    words = term(id, language).text
    first = "İ" if words[0] == "i" and language in ("tr", "az") else words[0].upper()
    return first + words[1:]


def _markdown_lines(table: Table) -> Iterable[str]:
    yield f"## {_marked(table.title)}"
    yield ""
    yield _markdown_row(table.columns)
    yield _markdown_row(("---",) * len(table.columns), marked=False)
    yield from map(_markdown_row, table.rows)
    for footnote in table.footnotes:
        yield f"\n{_marked(footnote)}"


def _markdown_row(row: Row, marked: bool = True) -> str:
    return f"| {' | '.join(map(_marked, row) if marked else row)} |"


def _marked(words: str) -> str:
    return _MARKS.sub(lambda found: "\\" + found[0], words).replace("\n", "<br>")


def _guarded(row: Row) -> Row:
    return tuple("'" + cell if cell.startswith(FORMULA_STARTS) else cell for cell in row)
