"""Small graphs for the tests of the algorithms, and the plain way to every answer: look at all paths."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kengesh.corridors.solve.graph import Floats, Graph


def graph_of(nodes: int, *arcs: tuple[int, int, float]) -> tuple[Graph, Floats]:
    """A graph and its weights from (tail, head, weight), in any order of the tails."""
    ordered = sorted(arcs, key=lambda arc: arc[0])
    tails, heads = (np.array([arc[place] for arc in ordered], dtype=np.int32) for place in (0, 1))
    return Graph.of(nodes, tails, heads), np.array([arc[2] for arc in ordered], dtype=np.float64)


def random_graph(seed: int, nodes: int, arcs: int) -> Graph:
    """Arcs drawn with parallels and loops among them."""
    draw = np.random.default_rng(seed)
    tails, heads = np.sort(draw.integers(0, nodes, arcs)), draw.integers(0, nodes, arcs)
    return Graph.of(nodes, tails.astype(np.int32), heads.astype(np.int32))


def all_paths(graph: Graph, source: int, target: int) -> Iterator[tuple[int, ...]]:
    """Every loopless path, by trying every arc."""
    yield from _from(graph, source, target, (), {source})


def _from(
    graph: Graph, node: int, target: int, arcs: tuple[int, ...], passed: set[int]
) -> Iterator[tuple[int, ...]]:
    if node == target:
        yield arcs
        return
    for arc in range(int(graph.starts[node]), int(graph.starts[node + 1])):
        head = int(graph.heads[arc])
        if head not in passed:
            yield from _from(graph, head, target, (*arcs, arc), passed | {head})
