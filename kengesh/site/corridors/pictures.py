"""The pictures of pages about corridors: the map, the time-distance and cost-distance diagrams, the capacity ladder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.corridors.model import Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Crossing, Joining, Link, Transfer
from kengesh.corridors.pictured.time_distance import course_of, diagram_of
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.capacity import Capacity
from kengesh.corridors.questions.ladder import Ladder as Rooms
from kengesh.corridors.questions.route import Route
from kengesh.corridors.told.head import credits_of
from kengesh.corridors.told.places import row_words
from kengesh.pictures.capacity_ladder import capacity_ladder
from kengesh.pictures.capacity_ladder_rungs import Ladder, Rung
from kengesh.pictures.corridor_map import corridor_map
from kengesh.pictures.corridor_map_parts import Connection, Mark, Marked, Place, State
from kengesh.pictures.corridor_map_parts import Network as Map
from kengesh.pictures.means_marks import Means
from kengesh.pictures.picture import Picture
from kengesh.pictures.quantity import Unit
from kengesh.pictures.time_distance import time_distance
from kengesh.terms.messages import _

STATES = {"under construction": State.BUILDING, "planned": State.PLANNED}


def map_of(
    network: Network,
    title: str,
    rows: Iterable[str],
    routes: Sequence[tuple[str, Route]] = (),
    cut: Iterable[str] = (),
    *,
    exercise: bool,
) -> Picture:
    """Draw rows of a network on a map, routes along them, and those of a cut marked. Rows without positions are left out."""
    wanted = [*rows, *(step.id for _name, route in routes for step in route.steps), *cut]
    marked = frozenset(cut)
    connections = [
        one
        for key in dict.fromkeys(wanted)
        if (one := _connection(network, key, Mark.CUT if key in marked else None)) is not None
    ]
    drawn = {one.key for one in connections}
    ends = dict.fromkeys(end for one in connections for end in (one.start, one.stop))
    return corridor_map(
        Map(
            title,
            tuple(_place(network, key) for key in ends),
            tuple(connections),
            tuple(
                Marked(name, tuple(step.id for step in route.steps if step.id in drawn))
                for name, route in routes
            ),
            " ".join(credits_of(network)),
            exercise,
        )
    )


def diagram(
    model: Model,
    title: str,
    courses: Sequence[tuple[str, Model, Asked, Route]],
    *,
    money: bool = False,
) -> Picture:
    """Draw routes over each other: hours over kilometres, or money over them. Each is of its own model."""
    drawn = [course_of(of, asked, route, name, money=money) for name, of, asked, route in courses]
    routes = [route for _name, _of, _asked, route in courses]
    return time_distance(diagram_of(model, title, drawn, routes, money=money))


def ladder(title: str, network: Network, rooms: Rooms, capacity: Capacity, *, exercise: bool) -> Picture:
    """Draw the room along a route step by step, and what binds."""
    worth = {one.room.row: one.worth for one in capacity.bottleneck}
    rungs = tuple(
        Rung(
            row_words(network, one.step.id),
            one.room.teu_per_day,
            None if capacity.teu_per_day is None else one.flow,
            one.step.id in worth,
            worth.get(one.step.id),
        )
        for one in rooms.rungs
    )
    places = network.places
    ends = (places[capacity.asked.origin].name, places[capacity.asked.destination].name)
    most = None if rooms.lacking else rooms.most
    return capacity_ladder(Ladder(title, Unit.TEU_PER_DAY, *ends, rungs, most, exercise, _remarks(rooms)))


def has_money(route: Route) -> bool:
    """Say whether any money of a route is known."""
    return any(piece.is_money for piece in route.pieces)


def _remarks(rooms: Rooms) -> tuple[str, ...]:
    if rooms.most is None or not rooms.lacking:
        return ()
    says = _("Of the steps whose capacity is known, the least has room for {most} TEU a day.")
    return (says.format(most=f"{rooms.most:,.0f}".replace(",", "\u00a0")),)


def _connection(network: Network, key: str, mark: Mark | None) -> Connection | None:
    row = network.rows.get(key)
    if not isinstance(row, Joining) or not all(
        _is_placed(network, end) for end in (row.from_place, row.to_place)
    ):
        return None
    state = STATES.get(row.status, State.EXISTING)
    return Connection(key, row.from_place, row.to_place, means_of(row), state, (), mark)


def means_of(row: Joining) -> Means:
    """Return what a row is drawn as."""
    if isinstance(row, Link):
        return Means(row.mode)
    if isinstance(row, Transfer):
        return Means.PORT if "sea" in (row.from_mode, row.to_mode) else Means.TRANSFER
    assert isinstance(row, Crossing)
    return Means.BORDER


def _is_placed(network: Network, key: str) -> bool:
    place = network.places[key]
    return place.lat is not None and place.lon is not None


def _place(network: Network, key: str) -> Place:
    place = network.places[key]
    assert place.lat is not None and place.lon is not None
    return Place(key, place.name, place.lon, place.lat)
