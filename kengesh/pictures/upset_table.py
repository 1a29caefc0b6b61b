"""What an UpSet picture (:mod:`kengesh.pictures.upset`) says in words: its description, its tips and its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kengesh.mechanism.reader import Reader
from kengesh.pictures.picture import Cell, Row, Table, named
from kengesh.terms.messages import _, ngettext


@dataclass(frozen=True, slots=True)
class Column:
    """Bodies to which exactly these parties belong; where `open` names any, it is not known whether these do too."""

    parties: tuple[str, ...]
    open: tuple[str, ...]
    bodies: tuple[str, ...]


def description(reader: Reader, columns: Sequence[Column]) -> str:
    day = reader.day(reader.view.on.isoformat())
    bodies = sum(len(column.bodies) for column in columns)
    says = ngettext(
        "{day}: {count} body, by exactly which parties belong to it.",
        "{day}: {count} bodies, by exactly which parties belong to them.",
        bodies,
    )
    told = [says.format(day=day, count=bodies)]
    open_ = sum(len(column.bodies) for column in columns if column.open)
    if open_:
        says = ngettext(
            "Of {count} it is not known of every party.", "Of {count} it is not known of every party.", open_
        )
        told.append(says.format(count=open_))
    return " ".join(told)


def whose(reader: Reader, column: Column) -> str:
    """Say in a tip to whom the bodies of a column are common."""
    sure = reader.names(column.parties) or _("none of them")
    if not column.open:
        return sure
    return _("{parties}; not known: {open}").format(parties=sure, open=reader.names(column.open))


def table(reader: Reader, title: str, columns: Sequence[Column]) -> Table:
    heads = (_("Belonging"), _("Not known"), _("How many"), _("Bodies"))
    return Table(title, heads, tuple(_row(reader, column) for column in columns))


def _row(reader: Reader, column: Column) -> Row:
    only = column.bodies[0] if len(column.bodies) == 1 else None
    return (
        Cell(reader.names(column.parties) or _("none of them")),
        Cell(reader.names(column.open)),
        Cell(str(len(column.bodies))),
        named(reader, only) if only is not None else Cell(reader.names(column.bodies)),
    )
