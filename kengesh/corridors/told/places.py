"""Places and rows as plain values: ids with the names beside them."""

from __future__ import annotations

from kengesh.corridors.network.network import Network, table_of
from kengesh.corridors.network.tables import Crossing, Joining, Link, Row, Transfer
from kengesh.corridors.told.values import Told


def place_told(network: Network, key: str) -> Told:
    """Tell a place by its id."""
    place = network.places[key]
    return {
        "id": key,
        "name": place.name,
        "country": place.country,
        "un_locode": place.un_locode or None,
        "lat": place.lat,
        "lon": place.lon,
    }


def row_told(network: Network, key: str) -> Told:
    """Tell a row by its id: its table, and for what joins places, which ones; the id alone where there is no such row."""
    row = network.rows.get(key)
    if row is None:
        return {"id": key, "table": None}
    told: Told = {"id": key, "table": table_of(row), "name": row_words(network, key)}
    if isinstance(row, Joining):
        told |= {
            "modes": list(modes_of(row)),
            "from": place_told(network, row.from_place),
            "to": place_told(network, row.to_place),
            "status": row.status,
            "act": row.act or None,
        }
    return told


def row_words(network: Network, key: str) -> str:
    """Return a row in words: the names of the places that it joins, or its own name, or its id."""
    row = network.rows.get(key)
    if isinstance(row, Joining):
        first, last = (network.places[one].name for one in (row.from_place, row.to_place))
        return first if first == last else f"{first} – {last}"
    return str(getattr(row, "name", key))


def modes_of(row: Row) -> tuple[str, ...]:
    """Return the modes of a row, those of both of its ends."""
    if isinstance(row, Link | Crossing):
        return (row.mode,)
    if isinstance(row, Transfer):
        return tuple(dict.fromkeys((row.from_mode, row.to_mode)))
    return ()
