"""A network: one edition, and the layers laid on it, put together and found to hang together.

A layer adds rows and numbers; it takes nothing away. What a link, a transfer or a number speaks of has to be there, in the
edition or in a layer: a row that leads nowhere is refused with its file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import cast

from kengesh.corridors.network.columns import Key, Several
from kengesh.corridors.network.edition import Edition, read_edition
from kengesh.corridors.network.finding import find_place
from kengesh.corridors.network.numbers import Numbers
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.quantities import QUANTITIES
from kengesh.corridors.network.tables import (
    BASES,
    KEYED,
    MODES,
    TABLES,
    Check,
    Commodity,
    Corridor,
    Crossing,
    Demand,
    Link,
    Number,
    Place,
    Row,
    Rule,
    Service,
    Transfer,
    columns_of,
    id_of,
)
from kengesh.terms.messages import _

MOST_OFFERS = (
    10  # ids that are not there for which near ones are sought: of a file of another kind no id is there
)


@dataclass(frozen=True)
class Network:
    """Editions, the first the one on which the others are laid; their rows by id."""

    editions: tuple[Edition, ...]
    rows: Mapping[str, Row]
    figures: tuple[Number, ...]

    @property
    def id(self) -> str:
        """The ids of its editions."""
        return " + ".join(one.id for one in self.editions)

    @property
    def hash(self) -> str:
        """The hash of its one edition; of several, the SHA-256 of a line for the hash of each."""
        if len(self.editions) == 1:
            return self.editions[0].hash
        return sha256("".join(f"{one.hash}\n" for one in self.editions).encode()).hexdigest()

    @property
    def exercise(self) -> bool:
        """Whether a part of it is made up for an exercise."""
        return any(one.exercise for one in self.editions)

    @property
    def credits(self) -> tuple[str, ...]:
        """Whom to name wherever its figures are shown."""
        return tuple(dict.fromkeys(credit for one in self.editions for credit in one.credits))

    @cached_property
    def places(self) -> dict[str, Place]:
        """The places by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Place)}

    @cached_property
    def links(self) -> dict[str, Link]:
        """The links by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Link)}

    @cached_property
    def transfers(self) -> dict[str, Transfer]:
        """The transfers by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Transfer)}

    @cached_property
    def crossings(self) -> dict[str, Crossing]:
        """The crossings by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Crossing)}

    @cached_property
    def services(self) -> dict[str, Service]:
        """The services by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Service)}

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Rule)}

    @cached_property
    def commodities(self) -> dict[str, Commodity]:
        """The commodities by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Commodity)}

    @cached_property
    def demands(self) -> dict[str, Demand]:
        """The demand by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Demand)}

    @cached_property
    def checks(self) -> dict[str, Check]:
        """The published figures to set the model beside, by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Check)}

    @cached_property
    def corridors(self) -> dict[str, Corridor]:
        """The named corridors by id."""
        return {key: row for key, row in self.rows.items() if isinstance(row, Corridor)}

    def numbers(self, bases: Iterable[str] = BASES) -> Numbers:
        """Return the numbers of the bases that count."""
        return Numbers(self.figures, bases)

    def place(self, text: str) -> Place:
        """Return a place by its id, UN/LOCODE or name. Raises LookupError with those that are near."""
        return find_place(self.places, text)


def read_network(folders: Sequence[Path]) -> Network:
    """Return the network of an edition's folder and of the layers laid on it. Raises NetworkError, OSError."""
    return network_of([read_edition(folder) for folder in folders])


def network_of(editions: Sequence[Edition]) -> Network:
    """Put editions together. Raises NetworkError where an id is used twice, or a row speaks of what is not there."""
    problems = list(_order(editions))
    rows: dict[str, Row] = {}
    figures: list[Number] = []
    for edition in editions:
        for row in _keyed(edition):
            key = id_of(row)
            if key in rows or key in MODES:
                says = _("the id is used before, in {place}. Every id is used once in a network.")
                place = rows[key].where if key in rows else _("the names of modes")
                problems.append(Problem(row.where, key, "", says.format(place=place)))
            rows[key] = row
        figures += cast("tuple[Number, ...]", edition.tables.get("number", ()))
    offers = iter(range(MOST_OFFERS))
    for row in (*rows.values(), *figures):
        problems += _references(row, rows, offers)
    for figure in figures:
        problems += _fits(figure, rows)
    if problems:
        raise NetworkError(problems)
    return Network(tuple(editions), rows, tuple(figures))


def table_of(row: Row) -> str:
    """Return the name of the table of a row."""
    return next(name for name, cls in TABLES.items() if cls is type(row))


def _keyed(edition: Edition) -> Iterator[Row]:
    for table in KEYED:
        yield from edition.tables.get(table, ())


def _order(editions: Sequence[Edition]) -> Iterator[Problem]:
    known: set[str] = set()
    for edition in editions:
        if edition.over and edition.over not in known:
            says = _("this is a layer on “{edition}”, which is not given before it.")
            yield Problem(Where("edition.toml", 1), edition.id, "over", says.format(edition=edition.over))
        known.add(edition.id)


def _references(row: Row, rows: Mapping[str, Row], offers: Iterator[int]) -> Iterator[Problem]:
    for name, column in columns_of(table_of(row)):
        sort = column.sort.of if isinstance(column.sort, Several) else column.sort
        if not isinstance(sort, Key) or not sort.of:
            continue
        value = getattr(row, name)
        for one in value if isinstance(value, tuple) else (value,) if value else ():
            if "mode" in sort.of and one in MODES:
                continue
            there = rows.get(one)
            if there is None or table_of(there) not in sort.of:
                yield Problem(row.where, id_of(row), name, _nowhere(one, sort.of, there, rows, offers))


def _nowhere(
    one: str, tables: tuple[str, ...], there: Row | None, rows: Mapping[str, Row], offers: Iterator[int]
) -> str:
    if there is not None:
        says = _("“{id}” is a row of the table “{table}”: expected one of {tables}.")
        return says.format(id=one, table=table_of(there), tables=", ".join(tables))
    if next(offers, None) is None:
        return _("“{id}” is not there (no row of {tables}).").format(id=one, tables=", ".join(tables))
    near = get_close_matches(one, [key for key, row in rows.items() if table_of(row) in tables], 3, 0.6)
    if near:
        says = _("“{id}” is not there (no row of {tables}). Is it {near}?")
        return says.format(id=one, tables=", ".join(tables), near=", ".join(near))
    return _("“{id}” is not there (no row of {tables}).").format(id=one, tables=", ".join(tables))


def _fits(figure: Number, rows: Mapping[str, Row]) -> Iterator[Problem]:
    """A quantity belongs to certain tables: a commodity has no length."""
    there = rows.get(figure.subject)
    table = "mode" if figure.subject in MODES else table_of(there) if there is not None else None
    tables = QUANTITIES[figure.quantity].tables
    if table is not None and table not in tables:
        says = _("{quantity} is told of: {tables}. “{id}” is a row of the table “{table}”.")
        told = says.format(quantity=figure.quantity, tables=", ".join(tables), id=figure.subject, table=table)
        yield Problem(figure.where, id_of(figure), "quantity", told)
