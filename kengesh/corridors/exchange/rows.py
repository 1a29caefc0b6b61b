"""Rows of a network as cells of text, which is how every format carries them, and back again with the place of each mistake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kengesh.corridors.network.files import Record, read_row, written
from kengesh.corridors.network.network import Network, table_of
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.tables import TABLES, Row, columns_of
from kengesh.terms.messages import _

Tables = dict[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Spot(Where):
    """A place in a file that has no lines: a cell's row in a sheet, a feature of a map; `told` names it."""

    told: str = ""

    def __str__(self) -> str:
        return self.told

    # A place of another sort may stand beside this one in a list of mistakes, so they are compared by what they share.
    def __lt__(self, other: Where) -> bool:
        return (self.file, self.line) < (other.file, other.line)

    def __gt__(self, other: Where) -> bool:
        return (self.file, self.line) > (other.file, other.line)

    def __le__(self, other: Where) -> bool:
        return not self > other

    def __ge__(self, other: Where) -> bool:
        return not self < other


def tables_of(network: Network) -> Tables:
    """Return the rows of a network, of all its editions, by table."""
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    for row in network.rows.values():
        tables[table_of(row)].append(row)
    tables["number"] += network.figures
    return {table: tuple(rows) for table, rows in tables.items()}


def texts_of(row: Row) -> dict[str, str]:
    """Return the cells of a row by column, without those that are empty."""
    cells = {name: written(getattr(row, name)) for name, _column in columns_of(table_of(row))}
    return {name: text for name, text in cells.items() if text}


def read_rows(table: str, records: Iterable[Record], problems: list[Problem]) -> tuple[Row, ...]:
    """Return the rows that records stand for; mistakes are added to `problems`."""
    found = []
    known = dict(columns_of(table))
    for record in records:
        for name in record.cells.keys() - known.keys():
            says = _("there is no such column in the table “{table}”: expected {columns}.")
            problems.append(
                Problem(record.where, "", name, says.format(table=table, columns=", ".join(known)))
            )
        row = read_row(table, record, problems)
        if row is not None:
            found.append(row)
    return tuple(found)


def refuse(where: Where, says: str, row: str = "", column: str = "") -> NetworkError:
    """Return the error of one mistake."""
    return NetworkError([Problem(where, row, column, says)])
