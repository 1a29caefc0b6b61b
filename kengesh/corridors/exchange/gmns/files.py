"""The CSV files of a GMNS folder as records, whoever wrote them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from kengesh.corridors.network.files import LONGEST_CELL, Record
from kengesh.corridors.network.problems import Problem, Where
from kengesh.terms.messages import _

LARGEST_FILE = 512 << 20  # bytes; a city's streets take some tens of millions
CUT = 10  # letters that a shapefile leaves of a column's name


def records_of(path: Path, fields: tuple[str, ...], problems: list[Problem]) -> Iterator[Record]:
    """Yield the rows of a file with their cells under the names of GMNS; mistakes are added to `problems`.

    A file without head yields nothing. Raises OSError.
    """
    text = _text(path, problems)
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    try:
        names = [_field(name.strip(), fields) for name in next(reader, [])]
        for name in {name for name in names if name and names.count(name) > 1}:
            problems.append(Problem(Where(path.name, 1), "", name, _("this column stands twice.")))
        last = reader.line_num
        for cells in reader:
            where, last = Where(path.name, last + 1), reader.line_num
            if any(cell.strip() for cell in cells):
                yield Record(where, {name: cell.strip() for name, cell in zip(names, cells, strict=False)})
    except csv.Error as error:
        says = _("the row cannot be read: {why}. Look for a quotation mark that is not closed.")
        problems.append(Problem(Where(path.name, reader.line_num), "", "", says.format(why=error)))


def _text(path: Path, problems: list[Problem]) -> str:
    if path.stat().st_size > LARGEST_FILE:
        says = _("the file has more than {most} bytes; that is no network of corridors.")
        problems.append(Problem(Where(path.name, 1), "", "", says.format(most=LARGEST_FILE)))
        return ""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        says = _("this is not UTF-8 (byte {place}). Save the file as “CSV UTF-8”.")
        problems.append(Problem(Where(path.name, 1), "", "", says.format(place=error.start)))
        return ""


def _field(name: str, fields: tuple[str, ...]) -> str:
    """Return the field's name for a column that was cut short, where only one field begins so."""
    begun = [one for one in fields if len(name) == CUT and one.startswith(name)]
    return begun[0] if name not in fields and len(begun) == 1 else name
