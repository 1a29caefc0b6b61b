"""Reading and writing the tables of a network as CSV files.

UTF-8, a head with the names of the columns, in any order; a column may be missing if it is not required. What spreadsheet programs
make of CSV is read too: a byte order mark, semicolons or tabs between the cells, and then a comma in numbers. Written are commas,
points and ``\\n``, the columns in the order of their definition, and nothing for what is empty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from kengesh.corridors.network.columns import CellError, Column, Real
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.quantities import QUANTITIES, UnitError, unit_of
from kengesh.corridors.network.tables import TABLES, Number, Row, columns_of, id_of
from kengesh.terms.messages import _

DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 20_000


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row under the names of their columns, and where it stands."""

    where: Where
    cells: Mapping[str, str]


def read_table(table: str, data: bytes, file: str) -> tuple[Row, ...]:
    """Return the rows of a table's file. Raises NetworkError with every mistake in it."""
    problems: list[Problem] = []
    rows = [
        row
        for record in _records(table, data, file, problems)
        if (row := read_row(table, record, problems)) is not None
    ]
    if problems:
        raise NetworkError(problems)
    return tuple(rows)


def read_row(table: str, record: Record, problems: list[Problem]) -> Row | None:
    """Return one row of a table; None where a cell is wrong, with its mistakes added to `problems`."""
    values: dict[str, Any] = {}
    before = len(problems)
    key = record.cells.get(f"{table}_id") or record.cells.get("subject", "")
    for name, column in columns_of(table):
        try:
            values[name] = _value(column, record.cells.get(name, "").strip())
        except CellError as error:
            problems.append(Problem(record.where, key, name, str(error)))
    if len(problems) > before:
        return None
    row = TABLES[table](**values, where=record.where)
    if isinstance(row, Number):
        problems += _of_number(row)
    return row if len(problems) == before else None


def write_table(table: str, rows: Iterable[Row]) -> bytes:
    """Return the file of a table."""
    names = [name for name, _column in columns_of(table)]
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([written(getattr(row, name)) for name in names])
    return out.getvalue().encode()


def written(value: Any) -> str:
    """Return a value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return (" ; " if any("://" in one for one in value) else ";").join(value)
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return (
        str(value).replace("\r\n", "\n").replace("\r", "\n")
    )  # a lone one is not quoted, and could not be read back


def _records(table: str, data: bytes, file: str, problems: list[Problem]) -> Iterator[Record]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        says = _("this is not UTF-8. Save the file as “CSV UTF-8”.")
        problems.append(Problem(Where(file, line), "", "", says))
        return
    head, _newline, _rest = text.partition("\n")
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    try:
        names = [name.strip() for name in next(reader, [])]
        if not check_head(table, names, Where(file, 1), problems):
            return
        last = reader.line_num
        for cells in reader:
            where, last = Where(file, last + 1), reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
                says = _(
                    "the row has {found} cells, and the head of the table {expected}. Is there a “{delimiter}” too many?"
                )
                problems.append(
                    Problem(
                        where,
                        cells[0],
                        "",
                        says.format(found=len(cells), expected=len(names), delimiter=delimiter),
                    )
                )
                continue
            named = dict(zip(names, cells, strict=False))
            yield Record(where, _with_points(table, named) if delimiter != "," else named)
    except csv.Error as error:
        says = _("the row cannot be read: {why}. Look for a quotation mark that is not closed.")
        problems.append(Problem(Where(file, reader.line_num), "", "", says.format(why=error)))


def check_head(table: str, names: Sequence[str], where: Where, problems: list[Problem]) -> bool:
    """Say whether the names of columns are those of a table; what is wrong is added to `problems`."""
    known = dict(columns_of(table))
    before = len(problems)
    for name in names:
        if name and name not in known:
            says = _("there is no such column in the table “{table}”: expected {columns}.")
            problems.append(Problem(where, "", name, says.format(table=table, columns=", ".join(known))))
        if name and list(names).count(name) > 1:
            problems.append(Problem(where, "", name, _("this column stands twice.")))
    for name, column in known.items():
        if column.required and name not in names:
            problems.append(Problem(where, "", name, _("this column is missing; every row has to have it.")))
    return len(problems) == before


def _with_points(table: str, cells: dict[str, str]) -> dict[str, str]:
    """Return cells whose numbers have a point where the file has a comma."""
    numbers = {name for name, column in columns_of(table) if isinstance(column.sort, Real)}
    return {name: cell.replace(",", ".") if name in numbers else cell for name, cell in cells.items()}


def _value(column: Column, text: str) -> Any:
    if not text:
        if column.required:
            raise CellError(_("it is empty: expected {what}.").format(what=column.sort.describe()))
        return column.empty
    return column.sort.read(text)


def _of_number(row: Number) -> Iterator[Problem]:
    """Yield what is wrong with a number that the columns one by one cannot tell."""
    quantity, key = QUANTITIES[row.quantity], id_of(row)
    try:
        unit_of(row.quantity, row.unit)
    except UnitError as error:
        yield Problem(row.where, key, "unit", str(error))
    for name in ("value", "low", "high"):
        value = getattr(row, name)
        if value is not None and value < 0 and not quantity.signed:
            says = _("{value:g}: {quantity} is never below zero.")
            yield Problem(row.where, key, name, says.format(value=value, quantity=row.quantity))
    low = row.value if row.low is None else row.low
    high = row.value if row.high is None else row.high
    if not low <= row.value <= high:
        says = _("the value {value:g} does not lie between low and high.")
        yield Problem(row.where, key, "value", says.format(value=row.value))
    if quantity.unit == "hour of day" and row.value > 24:
        yield Problem(row.where, key, "value", _("a day has 24 hours."))
    if row.direction and not quantity.one_way:
        says = _("{quantity} is told of both ways together: leave the direction empty.")
        yield Problem(row.where, key, "direction", says.format(quantity=row.quantity))
    if row.basis == "published" and not row.source:
        says = _("a published number names its source. Give the address, or say derived or assumed.")
        yield Problem(row.where, key, "source", says)
    if row.basis in ("derived", "assumed") and not row.method:
        says = _("say in “method” how the number was derived, or why it is assumed.")
        yield Problem(row.where, key, "method", says)
