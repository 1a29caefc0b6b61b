"""Reading a table of text by lines: CSV with a heading, comma, tab or semicolon between the fields, in UTF-8.

A file is read line by line and never held whole. Every row comes with the number of its last line in the file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from kengesh.formats.outside.values import BadFile, Progress
from kengesh.terms.messages import _

DELIMITERS = "\t;,"
LONGEST_FIELD = (
    1_000_000  # characters; a quotation mark that is never closed would swallow the rest of the file
)
TELL_EVERY = 2000  # rows


@dataclass(frozen=True, slots=True)
class Table:
    """A file with a heading; its rows are read anew each time that they are asked for."""

    file: Path
    encoding: str
    delimiter: str
    columns: tuple[str, ...]

    def rows(self, progress: Progress | None = None) -> Iterator[tuple[int, list[str]]]:
        """Yield every row that is not empty, with the number of its line. Raises BadFile."""
        size, done, wide = self.file.stat().st_size, 0, len(self.columns)
        line = 0
        with self.file.open("rb") as raw, TextIOWrapper(raw, self.encoding, newline="") as opened:
            reader = csv.reader(opened, delimiter=self.delimiter, strict=True)
            try:
                for count, row in enumerate(reader):
                    line = reader.line_num
                    if count == 0 or not row:
                        continue
                    if len(row) != wide:
                        says = _("expected {wide} fields as in the heading, found {found}.")
                        raise BadFile(says.format(wide=wide, found=len(row)), self.file, line)
                    yield line, row
                    if progress is not None and count % TELL_EVERY == 0:
                        done = min(size, max(done, raw.tell()))
                        progress(done, size)
            except csv.Error as error:
                says = _("is not a row of a table: {why}.").format(why=error)
                raise BadFile(says, self.file, line + 1) from None
            except UnicodeDecodeError:
                raise _not_text(self.file, line + 1) from None
        if progress is not None:
            progress(size, size)


def open_table(file: Path, *, also: Sequence[str] = ()) -> Table:
    """Return the table in a file. `also` are encodings to try where it is not UTF-8. Raises BadFile, OSError."""
    csv.field_size_limit(LONGEST_FIELD)
    encoding = next((one for one in ("utf-8-sig", *also) if _is_text_in(file, one)), "utf-8-sig")
    try:
        with file.open(encoding=encoding, newline="") as opened:
            heading = opened.readline(LONGEST_FIELD)
    except UnicodeDecodeError:
        raise _not_text(file, 1) from None
    if not heading.strip():
        raise BadFile(_("is empty; expected a heading with the names of the columns."), file, 1)
    delimiter = max(DELIMITERS, key=heading.count)
    columns = tuple(one.strip() for one in next(csv.reader([heading], delimiter=delimiter)))
    twice = next((one for place, one in enumerate(columns) if one and one in columns[:place]), None)
    if twice is not None:
        raise BadFile(_("has two columns of this name; rename or remove one."), file, 1, twice)
    return Table(file, encoding, delimiter, columns)


def place_of(table: Table, *names: str) -> int | None:
    """Return the place of the first column with one of these names, in capitals or not; None where there is none."""
    lower = [one.casefold() for one in table.columns]
    return next((lower.index(name) for name in names if name in lower), None)


def year_in(text: str, table: Table, line: int, column: str) -> int:
    """Return a year; ``1992.0``, as statistics programs write it, is one. Raises BadFile."""
    plain = text.strip().removesuffix(".0")
    if not (plain.isascii() and plain.isdecimal() and 1 <= int(plain) <= 9998):
        says = _("expected a year such as 1992, found {found!r}.")
        raise BadFile(says.format(found=text[:40]), table.file, line, column)
    return int(plain)


def _is_text_in(file: Path, encoding: str) -> bool:
    try:
        with file.open(encoding=encoding) as opened:
            while opened.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _not_text(file: Path, line: int) -> BadFile:
    return BadFile(_("is not text in UTF-8 near this line; save it as UTF-8."), file, line)
