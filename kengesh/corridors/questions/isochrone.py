"""How far goods get from a place: the least hours, or money, to every other place, and the places within a limit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.states import END, State
from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked, Search, search_for
from kengesh.corridors.solve.shortest import NO_ARC, trees
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Reached:
    """A place, and the least that it takes to get there; a lower bound where `lacking` numbers nobody told are on the way."""

    place: str
    value: float
    lacking: int


@dataclass(frozen=True, slots=True)
class Isochrone:
    """The places within the limit, the nearest first, and those that no route reaches at all."""

    reached: tuple[Reached, ...]
    unreached: tuple[str, ...]


def isochrone(model: Model, asked: Asked, limit: float = np.inf) -> Isochrone:
    """Return what is reached from the origin within a limit, in hours or USD/TEU by what is asked. The destination does not matter.

    Ways are chosen as for a route. Raises LookupError, NotKnown; ValueError for a limit that is no number.
    """
    if np.isnan(limit):
        raise ValueError(_("the limit is no number: give hours or USD/TEU."))
    search = search_for(model, asked)
    known, lacking = _along_the_tree(search)
    reached, unreached = [], []
    for place in model.network.places:
        node = model.compiled.number[State(place, END)]
        if node not in known:
            unreached.append(place)
        elif known[node] <= limit:
            reached.append(Reached(place, known[node], lacking[node]))
    reached.sort(key=lambda one: (one.value, one.place))
    return Isochrone(tuple(reached), tuple(unreached))


def _along_the_tree(search: Search) -> tuple[dict[int, float], dict[int, int]]:
    """Return what is known of the measure of each node that is reached, and how many numbers are lacking on the way there."""
    found = trees(search.layers.graph, search.choosing, [search.layers.start])
    known, lacking = {search.layers.start: 0.0}, {search.layers.start: 0}
    nearest_first = np.argsort(found.distances[0], kind="stable").tolist()
    waiting = [node for node in nearest_first if found.arcs[0, node] != NO_ARC]
    while waiting:
        after = []
        for node in waiting:  # ways of no length may come before what they hang on
            arc = int(found.arcs[0, node])
            tail = int(search.layers.graph.tails[arc])
            if tail in known:
                known[node] = known[tail] + float(search.mean[arc])
                lacking[node] = lacking[tail] + int(search.unknown[arc])
            else:
                after.append(node)
        waiting = after
    return known, lacking
