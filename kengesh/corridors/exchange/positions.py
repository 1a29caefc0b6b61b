"""Positions of places, and the straight lines between them, as the formats of maps draw them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.corridors.exchange.rows import Tables, refuse
from kengesh.corridors.network.tables import Place
from kengesh.terms.messages import _

Point = tuple[float, float]  # longitude, latitude
Drawn = tuple[tuple[Point, ...], ...]
DATE_LINE, ROUND = 180.0, 360.0


def positions_of(tables: Tables) -> dict[str, Point]:
    """Return the positions of the places that have one. Raises NetworkError for half of one."""
    found = {}
    for row in tables["place"]:
        if not isinstance(row, Place):
            continue
        if (row.lat is None) != (row.lon is None):
            says = _("a position is a latitude and a longitude, and one of them is missing.")
            raise refuse(row.where, says, row.place_id)
        if row.lat is not None and row.lon is not None:
            found[row.place_id] = (row.lon, row.lat)
    return found


def drawn(row: Any, positions: Mapping[str, Point]) -> Drawn:
    """Return how a row that joins two places is drawn: a point within one, a line between two, two lines over the date line.

    Nothing where a position is not known. The line is straight on a flat map, as RFC 7946 has it.
    """
    ends = [positions.get(row.from_place), positions.get(row.to_place)]
    if ends[0] is None or ends[1] is None:
        return ()
    (x, y), (to_x, to_y) = ends[0], ends[1]
    if row.from_place == row.to_place:
        return (((x, y),),)
    if abs(to_x - x) <= DATE_LINE:
        return (((x, y), (to_x, to_y)),)
    side = DATE_LINE if x > 0 else -DATE_LINE
    beyond = to_x + (ROUND if x > 0 else -ROUND)
    crossing = y if beyond == x else y + (to_y - y) * (side - x) / (beyond - x)
    return (((x, y), (side, crossing)), ((-side, crossing), (to_x, to_y)))
