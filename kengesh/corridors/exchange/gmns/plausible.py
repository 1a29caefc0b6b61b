"""Whether the lengths of others' links can be in the unit that their file says: files with feet called miles are common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt

from kengesh.corridors.network.numbers import Numbers
from kengesh.corridors.network.problems import Problem, Where
from kengesh.corridors.network.tables import Link, Number, Place, Row
from kengesh.terms.messages import _

EARTH_KM = 6371.0
LEAST, MOST = (
    0.5,
    10.0,
)  # all links together, by the straight lines between their ends; roads and railways have 1 to 2


def unit_doubted(rows: Mapping[str, Sequence[Row]]) -> Iterator[Problem]:
    """Yield a problem where links are far longer or shorter together than the straight lines between their ends."""
    places = {row.place_id: row for row in rows.get("place", ()) if isinstance(row, Place)}
    numbers = Numbers(row for row in rows.get("number", ()) if isinstance(row, Number))
    told = straight = 0.0
    for row in rows.get("link", ()):
        chosen = numbers.of(row.link_id, "distance") if isinstance(row, Link) else None
        between = (
            _straight_km(places[row.from_place], places[row.to_place]) if isinstance(row, Link) else None
        )
        if chosen is not None and between is not None:
            told, straight = told + chosen.value, straight + between
    if straight and told and not LEAST <= told / straight <= MOST:
        says = _(
            "all lengths together are {told:.4g} km, and the straight lines between the ends {straight:.4g} km. "
            "Is the unit right? Say the unit of the lengths."
        )
        yield Problem(Where("link.csv", 1), "", "length", says.format(told=told, straight=straight))


def _straight_km(one: Place, other: Place) -> float | None:
    """The length of the great circle between two places, by the haversine."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, to_lat = radians(one.lat), radians(other.lat)
    half = sin((to_lat - lat) / 2) ** 2
    half += cos(lat) * cos(to_lat) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
