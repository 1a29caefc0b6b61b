"""A small network of the Middle Corridor, and generated ones that hold whatever the tables may hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kengesh.corridors.exchange.rows import Tables, tables_of
from kengesh.corridors.network.columns import (
    Address,
    Column,
    Country,
    Day,
    Key,
    OneOf,
    Real,
    Several,
    Sort,
    Whole,
    Words,
)
from kengesh.corridors.network.edition import Edition
from kengesh.corridors.network.network import Network, network_of
from kengesh.corridors.network.problems import NetworkError
from kengesh.corridors.network.quantities import QUANTITIES, UNITS
from kengesh.corridors.network.tables import (
    MODES,
    TABLES,
    Commodity,
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

SOURCE = ("https://example.org/tariff?year=2024",)
PLACES = (
    Place(place_id="KZ-AKT", name="Ақтау", country="KAZ", lat=43.6, lon=51.2, kind="port", un_locode="KZAAU"),
    Place(place_id="AZ-ALA", name="Ələt", country="AZE", lat=39.94, lon=49.42, kind="port"),
    Place(place_id="KZ-DOS", name="Достық", country="KAZ", lat=45.25, lon=82.48),
    Place(place_id="TJ-DYU", name="Душанбе", country="TJK", note="no position yet,\nsay the authors"),
)
TABLES_OF_SAMPLE: dict[str, tuple[Row, ...]] = {
    "place": PLACES,
    "link": (
        Link(
            link_id="L1",
            from_place="KZ-DOS",
            to_place="KZ-AKT",
            mode="rail",
            gauge_mm=1520.0,
            countries=("KAZ",),
        ),
        Link(link_id="L2", from_place="KZ-AKT", to_place="AZ-ALA", mode="sea", direction="forward"),
        Link(link_id="L3", from_place="TJ-DYU", to_place="KZ-DOS", mode="road"),
        Link(link_id="L4", from_place="KZ-DOS", to_place="AZ-ALA", mode="rail", status="planned"),
    ),
    "transfer": (
        Transfer(
            transfer_id="T1",
            from_place="KZ-AKT",
            to_place="KZ-AKT",
            from_mode="rail",
            to_mode="sea",
            note="ferry",
        ),
    ),
    "crossing": (Crossing(crossing_id="C1", from_place="KZ-DOS", to_place="KZ-DOS", mode="rail"),),
    "service": (Service(service_id="S1", from_place="KZ-DOS", to_place="AZ-ALA", modes=("rail", "sea")),),
    "rule": (Rule(rule_id="R1", name="permit", kind="permit", at=("L3", "C1"), nationality=("TJK", "UZB")),),
    "commodity": (Commodity(commodity_id="grain", name="grain"),),
    "demand": (Demand(demand_id="D1", from_place="KZ-DOS", to_place="AZ-ALA", commodity="grain"),),
    "number": (
        Number(
            subject="L1",
            quantity="distance",
            value=3200.1,
            unit="km",
            basis="published",
            source=SOURCE,
            day="2024",
        ),
        Number(
            subject="L1", quantity="time", value=4.0, low=3.5, unit="d", basis="derived", method="by speed"
        ),
        Number(
            subject="L1", quantity="capacity", value=240.0, unit="TEU/day", basis="assumed", method="as on L9"
        ),
        Number(subject="L2", quantity="distance", value=420.0, unit="km", basis="published", source=SOURCE),
        Number(
            subject="grain", quantity="payload", value=12.5, unit="t/TEU", basis="assumed", method="usual"
        ),
    ),
    "check": (),
    "corridor": (),
}


def network_with(tables: Tables, **head: Any) -> Network:
    """Return a network of one edition."""
    about = {"id": "sample/1", "title": "Sample", "day": "2026-01-31", "hash": "0" * 64, **head}
    return network_of([Edition(tables=tables, **about)])


def sample() -> Network:
    """Return the network of the Middle Corridor."""
    return network_with(
        TABLES_OF_SAMPLE,
        licences=("CC-BY-4.0", "ODbL-1.0 for distances"),
        credits=("© OpenStreetMap contributors",),
    )


def same(found: Tables, network: Network) -> bool:
    """Whether tables hold the rows of a network, in its order, digit for digit."""
    return found == tables_of(network)


LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))
TEXT = st.text(LETTERS, min_size=1, max_size=12) | st.sampled_from(
    ("“a, b”; c", 'x "y"\nz', "0012", "1e5", "=1+1", "true", "Ақтау / ağ", "NULL", "-", "1.0", "NaN")
)
KEYS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,5}", fullmatch=True).filter(lambda one: one not in MODES)
FLOATS = st.floats(0, 1e12, allow_nan=False) | st.sampled_from((0.1 + 0.2, 5e-324, 1e12, 123456789.123456789))
OF_SORT: dict[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    Words: lambda sort: TEXT,
    Real: lambda sort: st.floats(max(sort.least, -1e12), min(sort.most, 1e12), allow_nan=False),
    Whole: lambda sort: st.integers(sort.least, 10**11),
    OneOf: lambda sort: st.sampled_from([one for one in sort.words if one] or [""]),
    Country: lambda sort: st.sampled_from(("KAZ", "KGZ", "TJK", "TKM", "UZB", "AZE")),
    Day: lambda sort: st.sampled_from(("2024", "2024-07", "2024-07-15", "2029/2030")),
    Address: lambda sort: st.lists(
        st.sampled_from(("https://a.org/x", "http://b.org/?a=1;b=2")), min_size=1, max_size=2
    ).map(tuple),
}


# Each table after those that its rows speak of; of places there are two.
ORDER = (
    "place",
    "link",
    "transfer",
    "crossing",
    "service",
    "commodity",
    "rule",
    "demand",
    "check",
    "corridor",
)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Generate a small network: every table, every column empty or filled, numbers of every quantity that fits."""
    keys = draw(st.lists(KEYS, min_size=11, max_size=13, unique=True))
    tables: dict[str, list[Any]] = {table: [] for table in TABLES}
    order = ("place", *ORDER)
    wanted = [*order, *draw(st.lists(st.sampled_from(order), max_size=2))]
    for table, key in zip(wanted, keys, strict=False):
        tables[table].append(_row(draw, table, key, tables))
    tables["number"] = [_number(draw, tables) for _place in range(draw(st.integers(0, 4)))]
    return network_with({table: tuple(rows) for table, rows in tables.items()})


def _row(draw: st.DrawFn, table: str, key: str, tables: dict[str, list[Any]]) -> Row:
    values: dict[str, Any] = {f"{table}_id": key}
    for name, column in columns_of(table):
        if name not in values and (column.required or draw(st.booleans())):
            values[name] = draw(_values(column.sort, column, tables))
    if table == "place" and ("lat" in values) != ("lon" in values):
        values["lat"], values["lon"] = 41.25, 69.2
    return TABLES[table](**values)


def _values(sort: Sort, column: Column, tables: dict[str, list[Any]]) -> st.SearchStrategy[Any]:
    if isinstance(sort, Several):
        return st.lists(_values(sort.of, column, tables), min_size=1, max_size=2).map(tuple)
    if isinstance(sort, Key):
        found = [id_of(row) for table in sort.of for row in tables.get(table, ())]
        return st.sampled_from([*found, *(MODES if "mode" in sort.of else ())] or [""])
    return OF_SORT[type(sort)](sort)


def _number(draw: st.DrawFn, tables: dict[str, list[Any]]) -> Number:
    quantity = draw(st.sampled_from(sorted(QUANTITIES)))
    kind = QUANTITIES[quantity]
    subjects = [id_of(row) for table in kind.tables for row in tables.get(table, ())] or ["rail"]
    if "mode" not in kind.tables and subjects == ["rail"]:
        quantity, kind, subjects = "emissions", QUANTITIES["emissions"], ["rail"]
    value = draw(st.floats(0, 24)) if kind.unit == "hour of day" else draw(FLOATS)
    return Number(
        subject=draw(st.sampled_from(subjects)),
        quantity=quantity,
        value=value,
        low=draw(st.none() | st.floats(0, value)),
        unit=draw(st.sampled_from(list(UNITS.get(kind.unit, {kind.unit: None})))),
        basis=draw(st.sampled_from(("derived", "assumed"))),
        method=draw(TEXT),
        source=draw(st.just(()) | OF_SORT[Address](None)),
        sample_size=draw(st.none() | st.integers(1, 10**9)),
        note=draw(st.just("") | TEXT),
    )


def problems_of(error: NetworkError) -> list[str]:
    """Return the sentences of an error."""
    return [str(one) for one in error.problems]
