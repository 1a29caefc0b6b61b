"""The tables of a network, as data: a class for the rows of each, a field for each column.

A planner keeps them as CSV files in a folder, one a table (``place.csv``, ``link.csv`` ...). A row says what is there and how it
hangs together. **No row but those of** ``number.csv`` **holds a figure that counts**: each there is a claim of its own, with its
unit, its range, its source and its day, so that two sources may differ about the same thing.

======================  ======================================================================================
place                   a station, a port, a border point, a terminal
link                    a line of rail, road or sea between two places, both ways unless it says ``forward``
transfer                where goods change between modes or gauges; from one place to another, or within one
crossing                a border crossing, between two places or at one that is passed
service                 a published through time or price between two places: for calibration, never travelled
rule                    a permit, a fee, a quota, a tariff: what passing costs in hours or money beside the rest
commodity               a sort of goods, to which time and reliability have a worth
demand                  what is to be carried from where to where
number                  one figure about a row of the above, or about a mode
check                   a published figure to set the model beside; no answer rests on it
corridor                a named way through the network: the places by which it leads, the states that it avoids
======================  ======================================================================================

A crossing at one place (``from_place`` and ``to_place`` the same) is paid when the place is passed: it lies between the links
``beyond`` it, which are those to places of other states unless it names them, and the other links of the place. Where a place has
several, who comes in by one and leaves by another pays both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from kengesh.corridors.network.columns import (
    Address,
    Column,
    Country,
    Day,
    Key,
    OneOf,
    Real,
    Several,
    Whole,
    Words,
    column,
)
from kengesh.corridors.network.problems import Where
from kengesh.corridors.network.quantities import QUANTITIES

MODES = ("rail", "road", "sea")
STATUSES = ("existing", "under construction", "planned", "closed")
BASES = ("published", "derived", "assumed", "exercise")
DIRECTIONS = ("forward", "back")
MEASURES = ("distance", "time", "running", "cost", "dwell", "capacity", "throughput", "difference", "none")
NOWHERE = Where("", 0)

_STATUS = "whether it is there: on a day before it is, a route may not use it"
_ACT = "the act, instrument, commitment or proposal of the record that speaks of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row has: where it stands, and a remark."""

    note: str = column(Words(), "a remark", empty="")
    where: Where = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Row):
    """A station, a port, a border point, a terminal."""

    place_id: str = column(Key(), "its id", required=True)
    name: str = column(Words(), "its name", required=True)
    country: str = column(Country(), "the state in which it lies", required=True)
    un_locode: str = column(Words(), "its UN/LOCODE", empty="")
    lat: float | None = column(Real(-90, 90), "latitude in degrees, WGS 84")
    lon: float | None = column(Real(-180, 180), "longitude in degrees, WGS 84")
    kind: str = column(Words(), "what it is: station, port, border crossing, dry port", empty="")
    position_basis: str = column(Words(), "whose position it is, and how exact", empty="")
    position_source: tuple[str, ...] = column(Address(), "where the position is from", empty=())
    act: str = column(Words(), _ACT, empty="")
    source: tuple[str, ...] = column(Address(), "a page on the place's role", empty=())

    @property
    def id(self) -> str:
        return self.place_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining(Row):
    """What leads from one place to another, or through one."""

    from_place: str = column(Key(("place",)), "where it begins", required=True)
    to_place: str = column(Key(("place",)), "where it ends", required=True)
    status: str = column(OneOf(STATUSES), _STATUS, empty="existing")
    opening: str = column(Day(), "when it is to open, as announced", empty="")
    act: str = column(Words(), _ACT, empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Joining):
    """A line of rail, road or sea between two places."""

    link_id: str = column(Key(), "its id", required=True)
    mode: str = column(OneOf(MODES), "by what it is travelled", required=True)
    gauge_mm: float | None = column(Real(600, 1700), "the gauge of a railway in millimetres")
    direction: str = column(OneOf(("both", "forward")), "whether it is travelled both ways", empty="both")
    countries: tuple[str, ...] = column(Several(Country()), "the states in which it lies", empty=())

    @property
    def id(self) -> str:
        return self.link_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Joining):
    """Where goods change between modes or gauges."""

    transfer_id: str = column(Key(), "its id", required=True)
    from_mode: str = column(OneOf(MODES), "the mode at its beginning", required=True)
    to_mode: str = column(OneOf(MODES), "the mode at its end", required=True)
    from_gauge_mm: float | None = column(
        Real(600, 1700), "the gauge at its beginning; of every gauge if empty"
    )
    to_gauge_mm: float | None = column(Real(600, 1700), "the gauge at its end; of every gauge if empty")
    direction: str = column(OneOf(("both", "forward")), "whether it serves both ways", empty="both")
    basis: str = column(
        OneOf(BASES), "whether a source tells of it, or it is assumed to be there", empty="published"
    )

    @property
    def id(self) -> str:
        return self.transfer_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing(Joining):
    """A border crossing of one mode."""

    crossing_id: str = column(Key(), "its id", required=True)
    mode: str = column(OneOf(MODES), "for what it is open", required=True)
    from_gauge_mm: float | None = column(Real(600, 1700), "the gauge of a railway at its beginning")
    to_gauge_mm: float | None = column(Real(600, 1700), "the gauge of a railway at its end")
    direction: str = column(OneOf(("both", "forward")), "whether it is open both ways", empty="both")
    beyond: tuple[str, ...] = column(
        Several(Key(("link",))),
        "at one place: the links that lie beyond it; those to other states if empty",
        empty=(),
    )

    @property
    def id(self) -> str:
        return self.crossing_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Row):
    """A published through time or price: set beside what is computed, never travelled."""

    service_id: str = column(Key(), "its id", required=True)
    from_place: str = column(Key(("place",)), "where it begins", required=True)
    to_place: str = column(Key(("place",)), "where it ends", required=True)
    modes: tuple[str, ...] = column(
        Several(OneOf(MODES)), "the modes that it uses, where they are told", empty=()
    )
    via: tuple[str, ...] = column(Several(Key(("place",))), "places by which it runs, in order", empty=())
    act: str = column(Words(), _ACT, empty="")

    @property
    def id(self) -> str:
        return self.service_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Row):
    """A permit, a fee, a quota, a tariff: what passing costs in hours or money beside the rest."""

    rule_id: str = column(Key(), "its id", required=True)
    name: str = column(Words(), "what it is called", required=True)
    kind: str = column(
        OneOf(("permit", "fee", "quota", "tariff", "procedure")), "what sort of rule", required=True
    )
    at: tuple[str, ...] = column(
        Several(Key(("link", "transfer", "crossing"))), "the rows at which it is paid", required=True
    )
    direction: str = column(OneOf(("both", *DIRECTIONS)), "in which direction", empty="both")
    nationality: tuple[str, ...] = column(
        Several(Country()), "for vehicles of which states; of all if empty", empty=()
    )
    commodity: tuple[str, ...] = column(
        Several(Key(("commodity",))), "for which goods; for all if empty", empty=()
    )
    status: str = column(OneOf(("in force", "planned", "ended")), "whether it counts", empty="in force")
    act: str = column(Words(), _ACT, empty="")

    @property
    def id(self) -> str:
        return self.rule_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Commodity(Row):
    """A sort of goods."""

    commodity_id: str = column(Key(), "its id", required=True)
    name: str = column(Words(), "what it is", required=True)

    @property
    def id(self) -> str:
        return self.commodity_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(Row):
    """What is to be carried from where to where."""

    demand_id: str = column(Key(), "its id", required=True)
    from_place: str = column(Key(("place",)), "from where", required=True)
    to_place: str = column(Key(("place",)), "to where", required=True)
    commodity: str = column(Key(("commodity",)), "what", required=True)
    nationality: str = column(Country(), "the state of the vehicles that carry it", empty="")

    @property
    def id(self) -> str:
        return self.demand_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Row):
    """One figure, as one source has it.

    `low` and `high` are the least and the most that the source tells, in the same unit; a number without them is one whose spread is
    not known. It is of `direction`, `nationality` or `commodity` where these are given, else of all.
    """

    subject: str = column(
        Key(("place", "link", "transfer", "crossing", "service", "rule", "commodity", "demand", "mode")),
        "the row, or the mode, that it is about",
        required=True,
    )
    quantity: str = column(OneOf(tuple(QUANTITIES)), "what it says", required=True)
    value: float = column(Real(), "the value", required=True)
    low: float | None = column(Real(), "the least that the source tells")
    high: float | None = column(Real(), "the most that the source tells")
    unit: str = column(Words(), "its unit", required=True)
    sample_size: int | None = column(Whole(1), "how many were measured")
    basis: str = column(
        OneOf(BASES),
        "published by the source, derived from others, assumed, or for an exercise",
        required=True,
    )
    method: str = column(Words(), "how it was derived, or why it is assumed", empty="")
    direction: str = column(OneOf(("", *DIRECTIONS)), "for one direction of the row alone", empty="")
    nationality: str = column(Country(), "for vehicles of one state alone", empty="")
    commodity: str = column(Key(("commodity",)), "for one sort of goods alone", empty="")
    source: tuple[str, ...] = column(Address(), "where it is published", empty=())
    day: str = column(Day(), "the day, month or year of which it speaks", empty="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Row):
    """A published figure to set the model beside. Where `measure` is none the model does not compute it, and `why` says why."""

    check_id: str = column(Key(), "its id", required=True)
    says: str = column(Words(), "what the figure is about", required=True)
    measure: str = column(OneOf(MEASURES), "what of the model is set beside it", required=True)
    at: str = column(
        Key(("link", "transfer", "crossing", "service", "mode")),
        "the row whose number it is, for a figure of one row",
        empty="",
    )
    from_place: str = column(Key(("place",)), "where the way begins", empty="")
    to_place: str = column(Key(("place",)), "where the way ends", empty="")
    via: tuple[str, ...] = column(Several(Key(("place",))), "places by which it leads, in order", empty=())
    modes: tuple[str, ...] = column(
        Several(OneOf(MODES)), "the modes that it may use; all if empty", empty=()
    )
    value: float | None = column(Real(), "the figure")
    low: float | None = column(Real(), "the least told")
    high: float | None = column(Real(), "the most told")
    unit: str = column(Words(), "its unit", empty="")
    grade: str = column(OneOf(("A", "B", "C")), "A good, B fair, C poor", required=True)
    use: str = column(OneOf(("calibration", "comparison", "")), "the one use that it may be put to", empty="")
    why: str = column(Words(), "why the model cannot compute it, or may differ", empty="")
    source: tuple[str, ...] = column(Address(), "where it is published", empty=())
    day: str = column(Day(), "the day, month or year of which it speaks", empty="")

    @property
    def id(self) -> str:
        return self.check_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor(Row):
    """A named way through the network, for goods from anywhere to anywhere: the middle, the northern, the southern one."""

    corridor_id: str = column(Key(), "its id", required=True)
    name: str = column(Words(), "its name", required=True)
    via: tuple[str, ...] = column(Several(Key(("place",))), "places by which it leads, in order", empty=())
    avoid: tuple[str, ...] = column(Several(Country()), "states through which it does not lead", empty=())
    modes: tuple[str, ...] = column(Several(OneOf(MODES)), "the modes that it uses; all if empty", empty=())
    from_place: str = column(Key(("place",)), "where its own page begins", required=True)
    to_place: str = column(Key(("place",)), "where its own page ends", required=True)
    act: str = column(Words(), _ACT, empty="")
    source: tuple[str, ...] = column(Address(), "who describes it so", empty=())

    @property
    def id(self) -> str:
        return self.corridor_id


TABLES: dict[str, type[Row]] = {
    "place": Place,
    "link": Link,
    "transfer": Transfer,
    "crossing": Crossing,
    "service": Service,
    "rule": Rule,
    "commodity": Commodity,
    "demand": Demand,
    "number": Number,
    "check": Check,
    "corridor": Corridor,
}

KEYED = tuple(name for name in TABLES if name != "number")
"""The tables whose rows have an id; an id is used once in a whole network."""


def columns_of(table: str) -> Iterator[tuple[str, Column]]:
    """Yield the columns of a table with their names: the id first, the remark last."""
    told = [(one.name, one.metadata["column"]) for one in fields(TABLES[table]) if "column" in one.metadata]
    names = {name: (name == "note") - (name == f"{table}_id") for name, _column in told}
    yield from sorted(told, key=lambda pair: names[pair[0]])


def id_of(row: Any) -> str:
    """Return the id of a row; of a number what it is about."""
    return f"{row.subject} {row.quantity}" if isinstance(row, Number) else str(row.id)
