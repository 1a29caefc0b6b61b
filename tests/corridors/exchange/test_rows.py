"""Places of every sort stand in one list of mistakes."""

from __future__ import annotations

from itertools import permutations

from kengesh.corridors.exchange.rows import Spot
from kengesh.corridors.network.problems import NetworkError, Problem, Where


def test_mistakes_in_lines_and_in_cells_are_told_together_in_order() -> None:
    places = [Where("a", 1), Spot("a", 2, "sheet A, row 2"), Where("a", 3), Spot("b", 1, "sheet B, row 1")]
    problems = [Problem(where, "", "", str(place)) for place, where in enumerate(places)]
    for some in permutations(problems):
        assert list(NetworkError(some).problems) == problems
    assert str(NetworkError(problems)).splitlines() == [
        "a, line 1: 0",
        "sheet A, row 2: 1",
        "a, line 3: 2",
        "sheet B, row 1: 3",
    ]
