"""The route of one consignment that sets out at a stated moment: vessels by their timetable, borders by their opening hours.

Where the network has a headway and a first departure for a link it leaves then and not between; where it has opening hours for a
crossing or transfer, who comes outside of them waits. Where it has a headway alone the mean wait is taken. Moments are hours from
Monday midnight, local time everywhere; time zones are not told apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.pieces import Piece, Shipper
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.questions.apart import Unreachable, kept_apart
from kengesh.corridors.questions.asking import Asked, search_for
from kengesh.corridors.questions.route import Route, route_of
from kengesh.corridors.solve.timetable import Clock, Departures, Opening, earliest_arrivals


@dataclass(frozen=True, slots=True)
class Passed:
    """When a step of the route was come to, and how long one waited before it."""

    comes: float
    waits: float


@dataclass(frozen=True, slots=True)
class Journey:
    """The route that arrives first; `passed` has a moment for each of its steps; `by_clock` are the rows whose clock is known."""

    route: Route
    departs: float
    arrives: float
    passed: tuple[Passed, ...]
    by_clock: frozenset[str]


def earliest(model: Model, asked: Asked, departs: float) -> Journey:
    """Return the journey that arrives first of all whose hours are known; else of all, unknown hours as none.

    Raises Unreachable, LookupError, ValueError.
    """
    search = search_for(model, asked)
    layers = search.layers
    clocks = _clocks(model, asked.shipper)
    own = {at: clocks[arc] for at, arc in enumerate(layers.arc_of.tolist()) if arc in clocks}
    for lacking_too in (False, True):
        hours = np.where((search.unknown > 0) & np.bool_(not lacking_too), CLOSED, search.mean)
        for at in own:
            hours[at] -= _waited(model, asked.shipper, int(layers.arc_of[at])) if hours[at] < CLOSED else 0.0
        found = earliest_arrivals(layers.graph, np.maximum(hours, 0.0), own, layers.start, departs)
        path = found.path_to(layers.end)
        if path is not None:
            break
    else:
        raise Unreachable(asked, kept_apart(model, asked))
    steps = [
        (at, wait)
        for at, wait in zip(path.arcs, found.waits_along(path), strict=True)
        if layers.arc_of[at] >= 0 and model.compiled.arcs[layers.arc_of[at]].subject
    ]
    passed = tuple(Passed(float(found.moments[layers.graph.tails[at]]), wait) for at, wait in steps)
    route = route_of(model, asked, layers.arcs(path.arcs))
    known = {model.compiled.arcs[arc].subject for arc in clocks}
    return Journey(
        route,
        departs,
        float(found.moments[layers.end]),
        passed,
        frozenset(step.id for step in route.steps if step.id in known),
    )


def _clocks(model: Model, shipper: Shipper) -> dict[int, Clock]:
    """Return the clocks of the arcs that have one."""
    clocks: dict[int, Clock] = {}
    for (subject, direction), passed in model.weights(shipper).passings.items():
        for piece in passed.pieces:
            clock = _clock(model, subject, direction, shipper, piece)
            if clock is not None:
                clocks |= dict.fromkeys(_arcs(model, subject, direction), clock)
    return clocks


def _clock(model: Model, subject: str, direction: str, shipper: Shipper, piece: Piece) -> Clock | None:
    modes = [one.mode for one in piece.factors]
    if piece.sort == "opening":
        return Opening(modes[0], modes[1])
    if piece.sort == "wait" and modes[0] > 0:
        first = model.numbers.of(
            subject, "first_departure", direction, shipper.nationality, shipper.commodity
        )
        return None if first is None else Departures((first.likely % modes[0],), modes[0])
    return None


def _waited(model: Model, shipper: Shipper, arc: int) -> float:
    """Return the mean waits that the weight of an arc has, in the place of which its clock comes."""
    one = model.compiled.arcs[arc]
    pieces = model.weights(shipper).passings[one.subject, one.direction].pieces
    return sum(piece.value for piece in pieces if piece.sort in ("wait", "opening"))


def _arcs(model: Model, subject: str, direction: str) -> list[int]:
    return [at for at in model.compiled.of_subject[subject] if model.compiled.arcs[at].direction == direction]
