"""Small networks for tests, in a line a row: ``rail L1 A B 10 h 1520``; places are made as they are named.

A place's state is KAZ, unless it is written ``A/UZB`` where it is first named. What follows the ends of a row are numbers with their
units (``10 h``, ``4..10..30 h``, ``500 km``, ``90 usd``, ``24 headway``), a gauge (four digits, two for a change: ``1435>1520``), a status, or ``one-way``.
"""

from __future__ import annotations

from collections.abc import Iterator

from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.edition import Edition
from kengesh.corridors.network.network import Network, network_of
from kengesh.corridors.network.tables import Crossing, Link, Number, Place, Row, Transfer

UNITS = {
    "km": ("distance", "km"),
    "usd": ("cost", "USD/TEU"),
    "headway": ("headway", "h"),
    "variation": ("headway_variation", "1"),
    "first": ("first_departure", "h"),
    "opens": ("opens", "hour of day"),
    "closes": ("closes", "hour of day"),
    "teu": ("capacity", "TEU/day"),
}
STATUSES = {"planned": "planned", "building": "under construction", "closed": "closed"}


def network(*lines: str, numbers: tuple[Number, ...] = (), rows: tuple[Row, ...] = ()) -> Network:
    """Return the network of these lines, and of more rows and numbers."""
    places: dict[str, Place] = {}
    told: list[Row] = []
    figures: list[Number] = []
    for line in lines:
        row, own = _row(line.split(), places)
        told.append(row)
        figures += own
    tables: dict[str, tuple[Row, ...]] = {"place": tuple(places.values()), "number": (*figures, *numbers)}
    for table, cls in (("link", Link), ("transfer", Transfer), ("crossing", Crossing)):
        tables[table] = tuple(row for row in told if isinstance(row, cls))
    for row in rows:
        table = type(row).__name__.lower()
        tables[table] = (*tables.get(table, ()), row)
    return network_of([Edition(id="test", title="Test", day="2026", hash="0" * 64, tables=tables)])


def model(*lines: str, numbers: tuple[Number, ...] = (), rows: tuple[Row, ...] = ()) -> Model:
    """Return the model of these lines."""
    return model_of(network(*lines, numbers=numbers, rows=rows))


def number(subject: str, quantity: str, value: float, unit: str, **more: object) -> Number:
    """Return a number, assumed unless said otherwise."""
    told = {"basis": "assumed", "method": "for a test", **more}
    return Number(subject=subject, quantity=quantity, value=value, unit=unit, **told)  # type: ignore[arg-type]


def _row(words: list[str], places: dict[str, Place]) -> tuple[Row, list[Number]]:
    kind, key, start, end, *rest = words
    ends = {"from_place": _place(start, places), "to_place": _place(end, places)}
    numbers, more = _rest(key, kind, rest)
    gauges = more.pop("gauges", (None, None))
    if kind in ("rail", "road", "sea"):
        return Link(link_id=key, mode=kind, gauge_mm=gauges[0], **ends, **more), numbers
    what, _slash, modes = kind.partition(":")
    first, _dash, second = modes.partition("-")
    sides = {"from_gauge_mm": gauges[0], "to_gauge_mm": gauges[1], **ends, **more}
    if what == "transfer":
        return Transfer(transfer_id=key, from_mode=first, to_mode=second, **sides), numbers
    return Crossing(crossing_id=key, mode=first, **sides), numbers


def _place(text: str, places: dict[str, Place]) -> str:
    name, _slash, country = text.partition("/")
    places.setdefault(
        name, Place(place_id=name, name=f"Place {name}", country=country or "KAZ", lat=45.0, lon=60.0)
    )
    return name


def _rest(key: str, kind: str, words: list[str]) -> tuple[list[Number], dict[str, object]]:
    more: dict[str, object] = {}
    numbers: list[Number] = []
    pending = ""
    for word in words:
        if word == "h":
            numbers += _number(key, "time" if kind in ("rail", "road", "sea") else "dwell", "h", pending)
        elif word in UNITS:
            numbers += _number(key, *UNITS[word], pending)
        elif word in STATUSES:
            more["status"] = STATUSES[word]
        elif word == "one-way":
            more["direction"] = "forward"
        elif ">" in word or (word.isdigit() and len(word) == 4):
            one, _sign, other = word.partition(">")
            more["gauges"] = (float(one), float(other or one))
        else:
            pending = word
    return numbers, more


def _number(key: str, quantity: str, unit: str, text: str) -> Iterator[Number]:
    values = [float(one) for one in text.split("..")]
    low, value, high = values if len(values) == 3 else (None, values[0], None)
    yield number(key, quantity, value, unit, low=low, high=high)
