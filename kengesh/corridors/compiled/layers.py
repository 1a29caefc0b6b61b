"""Routes that lead by certain places in order, and keep out of certain states.

The graph is laid in layers, one more than there are places to pass; from one layer to the next leads only the place that is next,
in whatever state goods stand there. Before its turn such a place is not entered: a corridor by Aktau and Alat is not passed by going
to Alat first. So the best route of the layers is the best of those that pass the places, and every algorithm works on it as
on the graph itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.states import END, START, Compiled
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Link, Place
from kengesh.corridors.solve.graph import Floats, Graph, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """A graph in layers: where a route begins and ends in it, and which arc each of its arcs is (-1 between layers)."""

    graph: Graph
    start: int
    end: int
    arc_of: Ints

    def spread(self, vector: Floats) -> Floats:
        """Return a vector of the arcs as one of the arcs in layers; between layers it is 0."""
        return np.where(self.arc_of < 0, 0.0, vector[self.arc_of])

    def arcs(self, layered: Iterable[int]) -> tuple[int, ...]:
        """Return a path's arcs in the graph itself."""
        return tuple(int(self.arc_of[arc]) for arc in layered if self.arc_of[arc] >= 0)


def layers_of(compiled: Compiled, origin: str, destination: str, via: Sequence[str] = ()) -> Layers:
    """Return the layers for routes from one place to another by the places `via`, in their order."""
    graph = compiled.graph
    start, end = compiled.start(origin), compiled.end(destination)
    if not via:
        return Layers(graph, start, end, np.arange(graph.arcs, dtype=np.int32))
    shifts = [layer * graph.nodes for layer in range(len(via) + 1)]
    passed = [
        [compiled.number[state] for state in compiled.states if _stands_at(state.place, state.mode, one)]
        for one in via
    ]
    arcs = [_kept(compiled, via, layer) for layer in range(len(via) + 1)]
    tails = [graph.tails[kept] + shift for kept, shift in zip(arcs, shifts, strict=True)]
    heads = [graph.heads[kept] + shift for kept, shift in zip(arcs, shifts, strict=True)]
    for layer, nodes in enumerate(passed):
        at = np.array(nodes, dtype=np.int32)
        tails.append(at + shifts[layer])
        heads.append(at + shifts[layer + 1])
        arcs.append(np.full(len(at), -1, dtype=np.int32))
    order = np.argsort(np.concatenate(tails), kind="stable")
    whole = Graph.of(graph.nodes * len(shifts), np.concatenate(tails)[order], np.concatenate(heads)[order])
    return Layers(whole, start, end + shifts[-1], np.concatenate(arcs)[order])


def arcs_in(network: Network, compiled: Compiled, states: Iterable[str]) -> list[int]:
    """Return the arcs that lead through any of some states: to or from a place there, or along a link that lies there."""
    avoided = frozenset(states)
    inside = {
        key
        for key, row in network.rows.items()
        if (isinstance(row, Place) and row.country in avoided)
        or (isinstance(row, Link) and avoided & set(row.countries))
    }
    return [
        at
        for at, arc in enumerate(compiled.arcs)
        if arc.subject in inside or arc.tail.place in inside or arc.head.place in inside
    ]


def _kept(compiled: Compiled, via: Sequence[str], layer: int) -> Ints:
    """Return the arcs of a layer: a place to pass is not come to before the one whose turn is first."""
    too_early = set(via[layer + 1 :]) - set(via[: layer + 1])
    return np.array(
        [
            at
            for at, arc in enumerate(compiled.arcs)
            if arc.head.place not in too_early or arc.head.place == arc.tail.place
        ],
        dtype=np.int32,
    )


def _stands_at(place: str, mode: str, wanted: str) -> bool:
    return place == wanted and mode not in (START, END)
