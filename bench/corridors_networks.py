"""What the corridor benchmarks measure on: made-up networks of roads, Sioux Falls, and how fast this machine reads its memory.

A network of roads has towns at random places, joined by the shortest sides of a Delaunay triangulation that keep it in one piece, twice
as many roads as towns, each an arc both ways: four arcs a town. The seed is fixed, so every run measures the same networks.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial import Delaunay

from bench.machine import seconds
from kengesh.corridors.solve.graph import Floats, Graph

PEERS = ("networkx", "igraph", "pandana", "aequilibrae")
SEED = 20260604
ROADS_A_TOWN = 2
LEAST_CAPACITY, MOST_CAPACITY = 100, 2_000  # a day, drawn between the two
READ = 2**24  # numbers read to measure the memory: 128 MB, more than a cache holds
SIOUX_FALLS = Path(__file__).parent.parent / "tests/corridors/solve"


@dataclass(frozen=True, slots=True, eq=False)
class Roads:
    """A graph, the lengths and capacities of its arcs, and where its nodes are on a square of which a town has 1 on average."""

    graph: Graph
    lengths: Floats
    capacities: Floats
    places: Floats

    def nearest(self, across: float, up: float) -> int:
        """Return the node nearest to a place, told in parts of the square's sides."""
        aim = np.array([across, up]) * np.sqrt(self.graph.nodes)
        return int(np.argmin(((self.places - aim) ** 2).sum(axis=1)))

    def spread(self, count: int) -> Any:
        """Return so many nodes drawn by chance, the same at every call."""
        drawn = np.random.default_rng(SEED + 1).choice(self.graph.nodes, count, replace=False)
        return np.sort(drawn).astype(np.int32)


def there(name: str) -> bool:
    """Return whether a peer is installed."""
    return find_spec(name) is not None


@lru_cache(4)
def roads(nodes: int) -> Roads:
    """Make a network of so many towns."""
    chance = np.random.default_rng(SEED)
    places = chance.random((nodes, 2)) * np.sqrt(nodes)
    ends, lengths = _sides(places)
    kept = _kept(nodes, ends, lengths)
    ends, lengths = ends[kept], lengths[kept]
    tails, heads = np.concatenate([ends, ends[:, ::-1]]).T
    order = np.lexsort((heads, tails))
    graph = Graph.of(nodes, tails[order].astype(np.int32), heads[order].astype(np.int32))
    capacities = chance.integers(LEAST_CAPACITY, MOST_CAPACITY, graph.arcs).astype(np.float64)
    return Roads(graph, np.concatenate([lengths, lengths])[order], capacities, places)


def _sides(places: Floats) -> tuple[Any, Floats]:
    corners = Delaunay(places).simplices
    ends = np.unique(
        np.sort(np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])), axis=0
    )
    return ends, np.hypot(*(places[ends[:, 0]] - places[ends[:, 1]]).T)


def _kept(nodes: int, ends: Any, lengths: Floats) -> Any:
    """Return the sides of a least tree, and the shortest of the others, as many as are wanted."""
    tree = minimum_spanning_tree(coo_array((lengths, tuple(ends.T)), shape=(nodes, nodes)).tocsr()).tocoo()
    first, second = (one.astype(np.int64) for one in (tree.row, tree.col))
    in_tree = np.isin(ends[:, 0].astype(np.int64) * nodes + ends[:, 1], first * nodes + second)
    others = np.flatnonzero(~in_tree)
    shortest = others[np.argsort(lengths[others], kind="stable")][: ROADS_A_TOWN * nodes - int(in_tree.sum())]
    return np.sort(np.concatenate([np.flatnonzero(in_tree), shortest]))


def sioux_falls(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the two tables of Sioux Falls, ``links`` or ``demands``."""
    with (SIOUX_FALLS / f"sioux_falls_{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(_told(lines)))


def _told(lines: Any) -> Iterator[str]:
    return (line for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(1)
def bytes_a_second() -> float:
    """Return how many bytes a core reads from memory in a second, in order: the most of ten readings, since it serves as a limit."""
    numbers = np.ones(READ)
    return numbers.nbytes / min(seconds(numbers.max) for _reading in range(10))
