"""Whether what an edit speaks of is there: rows by their ids, goods, the tables to which a number belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kengesh.corridors.network.columns import Key, Several
from kengesh.corridors.network.network import table_of
from kengesh.corridors.network.quantities import QUANTITIES
from kengesh.corridors.network.tables import MODES, Number, Row, columns_of
from kengesh.corridors.scenarios.mistakes import near
from kengesh.corridors.scenarios.values import Add, Edit, Remove, ScaleBy, SetNumber, SetStatus
from kengesh.terms.messages import _

Misfit = tuple[str, str]  # the field of the edit, and a sentence


def missing(rows: Mapping[str, Row], one: str, tables: Iterable[str]) -> str:
    """Say that there is no row of an id in any of some tables; nothing where there is."""
    wanted = tuple(tables)
    if one in MODES and "mode" in wanted:
        return ""
    row = rows.get(one)
    if row is None:
        ids = [key for key, other in rows.items() if table_of(other) in wanted]
        says = _("“{id}” is not there (no row of {tables}).")
        return says.format(id=one, tables=", ".join(wanted)) + near(one, ids)
    if table_of(row) not in wanted:
        says = _("“{id}” is a row of the table “{table}”: expected one of {tables}.")
        return says.format(id=one, table=table_of(row), tables=", ".join(wanted))
    return ""


def references(rows: Mapping[str, Row], row: Row) -> Iterator[Misfit]:
    """Yield the columns of a row that speak of what is not there."""
    for name, tables, ids in _named(row):
        for one in ids:
            if tables and (says := missing(rows, one, tables)):
                yield name, says


def goods(rows: Mapping[str, Row], commodity: str) -> Iterator[Misfit]:
    """Yield a misfit where a number is for a sort of goods that is not there."""
    if commodity and (says := missing(rows, commodity, ("commodity",))):
        yield "commodity", says


def belongs(number: Number, table: str) -> Iterator[Misfit]:
    """Yield a misfit where a number does not belong to the rows of a table."""
    tables = QUANTITIES[number.quantity].tables
    if table not in tables:
        says = _("{quantity} is told of: {tables}. This is a row of the table “{table}”.")
        yield "quantity", says.format(quantity=number.quantity, tables=", ".join(tables), table=table)


def named_by(edit: Edit) -> frozenset[str]:
    """Return the ids of all rows that an edit speaks of."""
    if isinstance(edit, Remove | ScaleBy | SetStatus):
        return frozenset(edit.ids)
    if isinstance(edit, SetNumber):
        return frozenset((edit.number.subject,))
    if isinstance(edit, Add):
        return frozenset(one for _name, _tables, ids in _named(edit.row) for one in ids)
    raise TypeError(edit)


def _named(row: Row) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield the columns of a row that hold ids: the tables in which they should be (none for its own), and the ids."""
    for name, column in columns_of(table_of(row)):
        sort = column.sort.of if isinstance(column.sort, Several) else column.sort
        if isinstance(sort, Key):
            value = getattr(row, name)
            yield name, sort.of, value if isinstance(value, tuple) else (value,) if value else ()
