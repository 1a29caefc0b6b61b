"""The tables of GMNS as they follow from ours: pure values, the same for the same rows, so that a change by others is noticed.

=================  ==================================================================================================
node               every place whose position is known
link               every link, transfer and crossing that exists and whose places are nodes; a transfer or a crossing within
                   one place begins and ends at one node
length, km         the distance that counts
free_speed, km/h   that distance by the running time that counts; empty where one of them is not known, or above 200
capacity           TEU an hour, a 24th of the capacity a day that counts; a vehicle of every use is one container
=================  ==================================================================================================

Left out are places without a position, what touches them, and what does not exist on the day (planned, being built, closed): GMNS
has no field to say so, and a reader would travel it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kengesh.corridors.exchange.gmns.schema import FASTEST
from kengesh.corridors.exchange.rows import Tables
from kengesh.corridors.network.files import written
from kengesh.corridors.network.numbers import Numbers
from kengesh.corridors.network.tables import MODES, Crossing, Link, Number, Place, Row, Transfer
from kengesh.terms.messages import _

Cells = dict[str, str]
HOURS_A_DAY = 24.0


@dataclass(frozen=True, slots=True)
class Standard:
    """Rows of GMNS by table, and the ids of our rows that are not among them."""

    tables: dict[str, list[Cells]]
    without_position: tuple[str, ...]
    touching: tuple[str, ...]
    not_existing: tuple[str, ...]

    def left_out(self) -> tuple[str, ...]:
        """Say what of the network others will not see, a sentence for each reason."""
        said = (
            (self.without_position, _("left out of node.csv, without a position: {ids}.")),
            (self.touching, _("left out of link.csv, because a place at an end has no position: {ids}.")),
            (
                self.not_existing,
                _("left out of link.csv, because they do not exist yet or no longer: {ids}."),
            ),
        )
        return tuple(sentence.format(ids=", ".join(ids)) for ids, sentence in said if ids)


def standard(tables: Tables) -> Standard:
    """Return the tables of GMNS for the tables of a network."""
    places = {row.place_id: row for row in tables["place"] if isinstance(row, Place)}
    placed = {key: one for key, one in places.items() if one.lat is not None and one.lon is not None}
    numbers = Numbers(row for row in tables["number"] if isinstance(row, Number))
    joining = [row for table in ("link", "transfer", "crossing") for row in tables[table]]
    existing = [row for row in _joining(joining) if row.status == "existing"]
    shown = [row for row in existing if row.from_place in placed and row.to_place in placed]
    return Standard(
        {
            "node": [_node(one) for one in placed.values()],
            "link": [_link(row, placed, numbers) for row in shown],
            "use_definition": [_use(mode) for mode in MODES],
        },
        tuple(key for key in places if key not in placed),
        tuple(row.id for row in existing if row not in shown),
        tuple(row.id for row in _joining(joining) if row.status != "existing"),
    )


def _joining(rows: Iterable[Row]) -> Iterator[Link | Transfer | Crossing]:
    return (row for row in rows if isinstance(row, Link | Transfer | Crossing))


def _node(place: Place) -> Cells:
    return {
        "node_id": place.place_id,
        "name": place.name,
        "x_coord": written(place.lon),
        "y_coord": written(place.lat),
        "node_type": place.kind,
    }


def _link(row: Link | Transfer | Crossing, places: dict[str, Place], numbers: Numbers) -> Cells:
    found = {
        "link_id": row.id,
        "from_node_id": row.from_place,
        "to_node_id": row.to_place,
        "directed": "true" if row.direction == "forward" else "false",
        "facility_type": _facility(row),
        "allowed_uses": ",".join(dict.fromkeys(_modes(row))),
    }
    if row.from_place != row.to_place:
        ends = [places[row.from_place], places[row.to_place]]
        points = ", ".join(f"{written(one.lon)} {written(one.lat)}" for one in ends)
        found |= {"geometry": f"LINESTRING ({points})", "dir_flag": "1"}
    return found | _figures(row, numbers)


def _figures(row: Link | Transfer | Crossing, numbers: Numbers) -> Cells:
    found: Cells = {}
    distance = numbers.of(row.id, "distance")
    time = numbers.of(row.id, "time")
    capacity = numbers.of(row.id, "capacity")
    if distance is not None:
        found["length"] = written(distance.value)
        if time is not None and time.value and distance.value / time.value <= FASTEST:
            found["free_speed"] = written(distance.value / time.value)
    if capacity is not None:
        found["capacity"] = written(capacity.value / HOURS_A_DAY)
    return found


def _facility(row: Link | Transfer | Crossing) -> str:
    if isinstance(row, Link):
        return row.mode if row.gauge_mm is None else f"{row.mode} {written(row.gauge_mm)}"
    return "transfer" if isinstance(row, Transfer) else "crossing"


def _modes(row: Link | Transfer | Crossing) -> tuple[str, ...]:
    return (row.from_mode, row.to_mode) if isinstance(row, Transfer) else (row.mode,)


def _use(mode: str) -> Cells:
    says = (
        f"goods by {mode}: a vehicle stands for one container (TEU), so that capacity is containers an hour"
    )
    return {"use": mode, "persons_per_vehicle": "0", "pce": "1", "description": says}
