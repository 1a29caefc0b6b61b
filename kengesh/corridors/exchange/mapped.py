"""A planner's records turned into rows by a mapping, with every mistake named by their place and their column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kengesh.corridors.exchange.mapping import Figures, TableMapping
from kengesh.corridors.exchange.rows import Tables
from kengesh.corridors.network.columns import KEY, Column, Real, Whole
from kengesh.corridors.network.files import Record, read_row
from kengesh.corridors.network.problems import NetworkError, Problem
from kengesh.corridors.network.tables import TABLES, Row, columns_of
from kengesh.terms.messages import _

SPACES = re.compile(r"[\s\u00a0\u2009\u202f]+")
GROUPED = re.compile(r"[+-]?\d{1,3}([\s\u00a0\u2009\u202f]\d{3})+([.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Cells:
    """What was found under one mapping: records whose cells stand under their names of columns."""

    mapping: TableMapping
    records: Iterable[Record]


def read_mapped(found: Iterable[Cells], problems: list[Problem]) -> Tables:
    """Return the tables of all records. Raises NetworkError with every mistake, those in `problems` too."""
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for cells in found:
        for record in cells.records:
            _take(cells.mapping, record, rows, problems)
    if problems:
        raise NetworkError(problems)
    return {table: tuple(some) for table, some in rows.items()}


def _take(mapping: TableMapping, record: Record, rows: dict[str, list[Row]], problems: list[Problem]) -> None:
    known = dict(columns_of(mapping.table))
    ours = dict(mapping.constants)
    for name, column in mapping.columns.items():
        ours[name] = _text(mapping, name, known[name], record.cells.get(column, ""))
    row = _row(mapping.table, Record(record.where, ours), mapping.columns, problems)
    if row is not None:
        rows[mapping.table].append(row)
    key = ours.get(f"{mapping.table}_id", "")
    for figures in mapping.figures:
        number = _number(mapping, figures, key, record, problems)
        if number is not None:
            rows["number"].append(number)


def _number(
    mapping: TableMapping, figures: Figures, key: str, record: Record, problems: list[Problem]
) -> Row | None:
    known = dict(columns_of("number"))
    value = _text(mapping, "value", known["value"], record.cells.get(figures.column, ""))
    if not value:
        return None
    subject = (
        key if KEY.fullmatch(key) else "id"
    )  # what is wrong with an id was told; the figure is looked at nevertheless
    ours = {**figures.constants, "subject": subject, "value": value}
    for name, column in figures.columns.items():
        ours[name] = _text(mapping, name, known[name], record.cells.get(column, ""))
    return _row("number", Record(record.where, ours), {"value": figures.column, **figures.columns}, problems)


def _row(table: str, record: Record, columns: Mapping[str, str], problems: list[Problem]) -> Row | None:
    """Return a row; its mistakes are told under their names of columns."""
    found: list[Problem] = []
    row = read_row(table, record, found)
    problems += [replace(one, row="", column=_theirs(one.column, columns)) for one in found]
    return row


def _theirs(name: str, columns: Mapping[str, str]) -> str:
    if name in columns:
        return _("column {column}").format(column=columns[name])
    return _("{column} (ours)").format(column=name) if name else ""


def _text(mapping: TableMapping, name: str, column: Column, cell: str) -> str:
    """Return the text of a cell as our columns read it."""
    text = cell.strip().replace("\r\n", "\n").replace("\r", "\n")  # a return alone would break a row of CSV
    if text in mapping.empty:
        return ""
    words = mapping.words.get(name, {})
    if text in words:
        return words[text]
    folded = {key.casefold(): word for key, word in words.items()}
    if text.casefold() in folded:
        return folded[text.casefold()]
    return _figure(text, mapping.decimal) if isinstance(column.sort, Real | Whole) else text


def _figure(text: str, decimal: str) -> str:
    """Return a number kept as text as it is written with a point and without spaces between thousands."""
    if GROUPED.fullmatch(text):
        text = SPACES.sub("", text)
    text = text.replace("−", "-")
    return text.replace(",", ".") if decimal == "," and text.count(",") == 1 and "." not in text else text
