"""What a map of a network is drawn from: places, the connections between them, and the routes to be marked.

Places and connections have a key each; a route is the keys of its connections. Names come in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from kengesh.pictures.means_marks import Means, means_words
from kengesh.pictures.notice import caption
from kengesh.pictures.picture import Cell, Row, Table
from kengesh.pictures.quantity import checked
from kengesh.terms.messages import N_, _


class State(Enum):
    """Whether a connection is there."""

    EXISTING = "existing"
    BUILDING = "building"
    PLANNED = "planned"


class Mark(Enum):
    """What a connection is marked for."""

    CUT = "cut"
    CRITICAL = "critical"


STATE_WORDS = {
    State.EXISTING: N_("existing"),
    State.BUILDING: N_("under construction"),
    State.PLANNED: N_("planned"),
}
MARK_WORDS = {
    Mark.CUT: N_("in the cut: what limits the capacity, or parts the two ends"),
    Mark.CRITICAL: N_("critical: most is lost where it is closed"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place, in degrees east and north."""

    key: str
    name: str
    longitude: float
    latitude: float
    thing: str | None = None

    def __post_init__(self) -> None:
        checked(self.longitude, self.latitude)
        if not (-180 <= self.longitude <= 180 and -80 <= self.latitude <= 80):
            raise ValueError(f"{self.name} lies outside the map: {self.longitude} E, {self.latitude} N")


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection between two places, or a crossing or transfer at one (`start` is `stop`); `via` are degrees on its way."""

    key: str
    start: str
    stop: str
    means: Means
    state: State = State.EXISTING
    via: tuple[tuple[float, float], ...] = ()
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A route: its name, and the keys of its connections."""

    name: str
    connections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """A map's contents; `credit` names whose data the connections are, as their licence wants it."""

    title: str
    places: tuple[Place, ...]
    connections: tuple[Connection, ...]
    routes: tuple[Marked, ...] = ()
    credit: str = ""
    exercise: bool = False
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        places, connections = {one.key for one in self.places}, {one.key for one in self.connections}
        for one in self.connections:
            for end in (one.start, one.stop):
                if end not in places:
                    raise ValueError(f"the connection {one.key} leads to {end}, which is no place of the map")
        for route in self.routes:
            for key in route.connections:
                if key not in connections:
                    raise ValueError(
                        f"the route {route.name} goes by {key}, which is no connection of the map"
                    )

    def routes_by(self, key: str) -> list[int]:
        """Return the numbers, from 1, of the routes that go by a connection."""
        return [place for place, route in enumerate(self.routes, start=1) if key in route.connections]

    def prominent(self) -> list[str]:
        """Return the keys of the places whose names matter most: those of routes, and those of marked connections."""
        found: dict[str, None] = {}
        for one in self.connections:
            if self.routes_by(one.key) or one.mark is not None:
                found.update({one.start: None, one.stop: None})
        return list(found)


def state_words(state: State) -> str:
    """Say whether a connection is there."""
    return _(STATE_WORDS[state])


def mark_words(mark: Mark) -> str:
    """Say what a connection is marked for."""
    return _(MARK_WORDS[mark])


def table(network: Network) -> Table:
    """Return all connections of a map, and after them the places that have none."""
    columns = (_("From place"), _("To"), _("What it is"), _("Status"), _("Routes"), _("Marked"))
    named = {one.key: Cell(one.name, thing=one.thing) for one in network.places}
    rows = [_row(network, one, named[one.start], named[one.stop]) for one in network.connections]
    joined = {end for one in network.connections for end in (one.start, one.stop)}
    alone: Sequence[Row] = [
        (named[one.key], *(Cell(""),) * 5) for one in network.places if one.key not in joined
    ]
    return Table(caption(network.title, network.exercise), columns, (*rows, *alone))


def _row(network: Network, one: Connection, start: Cell, stop: Cell) -> Row:
    routes = "; ".join(network.routes[number - 1].name for number in network.routes_by(one.key))
    mark = "" if one.mark is None else mark_words(one.mark)
    return (start, stop, Cell(means_words(one.means)), Cell(state_words(one.state)), Cell(routes), Cell(mark))
