"""The k shortest paths: Yen's example, and every small graph against all of its paths."""

from __future__ import annotations

from itertools import islice, product

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import yen

from kengesh.corridors.solve.graph import Floats, Graph
from kengesh.corridors.solve.k_shortest import paths_in_order
from kengesh.corridors.solve.shortest import BadWeight, Path
from tests.corridors.solve.networks import all_paths, graph_of, random_graph


def lengths_by_trying(graph: Graph, weights: Floats, source: int, target: int) -> list[float]:
    return sorted(float(sum(weights[list(arcs)])) for arcs in all_paths(graph, source, target))


def test_the_example_of_yens_method_gives_its_three_paths() -> None:
    """The graph C to H with which the method is explained everywhere; its answers: CEFH 5, CEGH 7, and 8."""
    places = "CDEFGH"
    links = {"CD": 3, "CE": 2, "DF": 4, "ED": 1, "EF": 2, "EG": 3, "FG": 2, "FH": 1, "GH": 2}
    graph, weights = graph_of(
        6, *((places.index(ends[0]), places.index(ends[1]), float(w)) for ends, w in links.items())
    )
    found = list(paths_in_order(graph, weights, 0, 5))
    named = ["".join(places[node] for node in path.nodes(graph)) for path in found]
    assert named[:2] == ["CEFH", "CEGH"]
    assert [path.length for path in found] == [5, 7, 8, 8, 8, 11, 11]
    assert "CDFH" in named[2:5]


def test_every_graph_of_four_nodes_gives_all_of_its_paths_in_order() -> None:
    pairs = [
        (tail, head) for tail in range(4) for head in range(4) if tail != head and tail != 3 and head != 0
    ]
    for chosen in product((False, True), repeat=len(pairs)):
        arcs = [
            (*pair, float((7 * place) % 5))
            for place, (pair, there) in enumerate(zip(pairs, chosen, strict=True))
            if there
        ]
        graph, weights = graph_of(4, *arcs)
        found = list(paths_in_order(graph, weights, 0, 3))
        assert [path.length for path in found] == lengths_by_trying(graph, weights, 0, 3)
        assert {path.arcs for path in found} == set(all_paths(graph, 0, 3))


@pytest.mark.parametrize("seed", range(60))
def test_graphs_with_parallel_arcs_loops_and_zeros_give_all_of_their_paths_in_order(seed: int) -> None:
    graph = random_graph(seed, 6, 16)
    weights = np.random.default_rng(seed).integers(0, 6, 16) / 10
    found = list(paths_in_order(graph, weights, 0, 5))
    assert [path.length for path in found] == pytest.approx(
        lengths_by_trying(graph, weights, 0, 5), abs=1e-12
    )
    assert len({path.arcs for path in found}) == len(found)
    assert {path.arcs for path in found} == set(all_paths(graph, 0, 5))


def test_lengths_equal_in_decimals_are_equal_and_come_in_the_order_of_their_arcs() -> None:
    graph, weights = graph_of(4, (0, 1, 0.1), (0, 3, 0.3), (1, 3, 0.2), (0, 2, 0.2), (2, 3, 0.1))
    assert [path.arcs for path in paths_in_order(graph, weights, 0, 3)] == [(0, 3), (1,), (2, 4)]


def test_a_closed_arc_is_in_no_path_and_an_unreachable_node_has_none() -> None:
    graph, weights = graph_of(3, (0, 1, 1.0), (1, 2, np.inf), (0, 2, 9.0))
    assert list(paths_in_order(graph, weights, 0, 2)) == [Path((1,), 9.0)]
    assert list(paths_in_order(graph, weights, 2, 0)) == []
    assert list(paths_in_order(graph, weights, 0, 0)) == [Path((), 0.0)]


def test_a_negative_weight_is_refused_with_its_arc() -> None:
    graph, weights = graph_of(2, (0, 1, -1.0))
    with pytest.raises(BadWeight, match="arc 0"):
        next(paths_in_order(graph, weights, 0, 1))


@pytest.mark.parametrize("seed", range(5))
def test_lengths_are_those_of_scipys_yen_on_a_graph_without_parallel_arcs(seed: int) -> None:
    draw = np.random.default_rng(seed)
    ends = sorted({(int(tail), int(head)) for tail, head in draw.integers(0, 60, (240, 2)) if tail != head})
    graph, weights = graph_of(60, *((*pair, float(draw.integers(1, 30))) for pair in ends))
    theirs = yen(csr_array((weights, (graph.tails, graph.heads)), shape=(60, 60)), 0, 59, 40)
    assert [path.length for path in islice(paths_in_order(graph, weights, 0, 59), 40)] == theirs.tolist()
