"""Two parties set side by side over bodies, or two bodies over parties: every measure of the two at once."""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.formats.overlap.grid import Cell, Grid
from kengesh.formats.overlap.measures import belonging, contained, jaccard, joint
from kengesh.formats.overlap.ranges import Range
from kengesh.formats.overlap.similarity import possible, similarity
from kengesh.terms.dates import Truth


@dataclass(frozen=True, slots=True)
class Pair:
    """What two share; `cells` are theirs side by side, one pair for each body (of two bodies: each party) counted."""

    first: str
    second: str
    joint: Range
    either: Range
    jaccard: Range
    first_in_second: Range
    second_in_first: Range
    similarity: Range
    cells: tuple[tuple[Cell, Cell], ...]

    @property
    def counted(self) -> int:
        """Return over how many bodies (of two bodies: parties) the two are compared."""
        return len(self.cells)

    @property
    def not_known(self) -> int:
        """Return in how many of them it is not known of one of the two, or of both, whether it belongs."""
        return sum(Truth.NOT_KNOWN in (one.belongs, other.belongs) for one, other in self.cells)


def pair_of_states(grid: Grid, first: str, second: str) -> Pair:
    """Return what two parties share of the bodies of a grid."""
    return _pair(first, second, [(grid.cells[first, body], grid.cells[second, body]) for body in grid.bodies])


def pair_of_bodies(grid: Grid, first: str, second: str) -> Pair:
    """Return what two bodies share of the parties of a grid."""
    return _pair(
        first, second, [(grid.cells[state, first], grid.cells[state, second]) for state in grid.states]
    )


def _pair(first: str, second: str, cells: list[tuple[Cell, Cell]]) -> Pair:
    rows = [(one.belongs, other.belongs) for one, other in cells]
    return Pair(
        first,
        second,
        joint(rows),
        belonging(rows),
        jaccard(rows),
        contained(rows),
        contained((other, one) for one, other in rows),
        similarity((possible(one), possible(other)) for one, other in cells),
        tuple(cells),
    )
