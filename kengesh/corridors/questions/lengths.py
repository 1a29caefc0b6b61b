"""The shortest way in kilometres, whatever it takes in hours and money; ways with lengths that nobody told come last."""

from __future__ import annotations

import numpy as np

from kengesh.corridors.compiled.layers import layers_of
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.apart import Unreachable, kept_apart
from kengesh.corridors.questions.asking import Asked, Search, barred
from kengesh.corridors.questions.route import Route, route_of
from kengesh.corridors.solve.shortest import shortest_path

FARTHER = 1e7  # km: than any way


def shortest_way(model: Model, asked: Asked) -> Route:
    """Return the way of the least kilometres. Raises Unreachable, LookupError."""
    search = _search(model, asked)
    found = shortest_path(search.layers.graph, search.choosing, search.layers.start, search.layers.end)
    if found is None:
        raise Unreachable(asked, kept_apart(model, asked))
    return route_of(model, asked, search.layers.arcs(found.arcs))


def lacking_km(route: Route) -> tuple[Slot, ...]:
    """Return the lengths that nobody told of the links of a route."""
    return tuple(
        Slot(one.id, "distance") for one in route.steps if one.kind == "link" and one.distance is None
    )


def _search(model: Model, asked: Asked) -> Search:
    for place in (asked.origin, asked.destination, *asked.via):
        model.network.place(place)
    layers = layers_of(model.compiled, asked.origin, asked.destination, asked.via)
    km, unknown = np.zeros(model.compiled.graph.arcs), np.zeros(model.compiled.graph.arcs)
    for row, arcs in model.compiled.of_subject.items():
        found = model.numbers.of(row, "distance")
        km[list(arcs)] = 0.0 if found is None else found.likely
        unknown[list(arcs)] = float(found is None and row in model.network.links)
    km[model.weights(asked.shipper).hours == CLOSED] = CLOSED
    km[barred(model, asked)] = CLOSED
    nothing = np.zeros(layers.graph.arcs)
    lacking = layers.spread(unknown)
    return Search(layers, layers.spread(km), nothing, lacking, FARTHER * lacking)
