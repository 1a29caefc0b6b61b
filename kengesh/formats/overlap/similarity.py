"""How alike two parties are over a set of bodies: the S of Signorino and Ritter.

Curtis S. Signorino and Jeffrey M. Ritter, "Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy Positions",
International Studies Quarterly 43 (1999), 115-144. With what two parties are in each body on a scale, every body of the same
weight, S is one minus twice the mean distance, divided by the greatest distance that the scale allows. It is 1 where they are
the same everywhere, and -1 where they stand at opposite ends everywhere.

The scale here is ordinal: membership 2, any other status 1, no status 0. Whether a party belongs is said in the reading chosen,
narrow or wide. Bodies to which neither belongs count as likeness, as in the original; so S depends on which bodies are counted.

What is not known of a cell leaves some of the three values. The distance in one body does not depend on the others, so the
least S takes the greatest distance in each, and the greatest S the least.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kengesh.formats.overlap.grid import Cell
from kengesh.formats.overlap.ranges import Range
from kengesh.terms.dates import Truth

MEMBERSHIP, OTHER, NOTHING = 2, 1, 0
GREATEST_DISTANCE = MEMBERSHIP - NOTHING

Possible = frozenset[int]


def possible(cell: Cell) -> Possible:
    """Return the values that a cell may have on the scale: one where its status is known."""
    if cell.belongs is Truth.YES:
        return frozenset({MEMBERSHIP})
    if cell.belongs is Truth.NOT_KNOWN:
        return frozenset({MEMBERSHIP, OTHER, NOTHING})
    values = {Truth.YES: {OTHER}, Truth.NO: {NOTHING}, Truth.NOT_KNOWN: {OTHER, NOTHING}}
    return frozenset(values[cell.truth])


def similarity(pairs: Iterable[tuple[Possible, Possible]]) -> Range:
    """Return the S of two parties, from what they may be in each body.

    >>> similarity([(frozenset({2}), frozenset({2})), (frozenset({2}), frozenset({0, 1}))])
    Range(lowest=Fraction(0, 1), highest=Fraction(1, 2), may_lack=False)
    """
    every = list(pairs)
    if not every:
        return Range(None, None, may_lack=True)
    nearest = sum(min(abs(a - b) for a in first for b in second) for first, second in every)
    farthest = sum(max(abs(a - b) for a in first for b in second) for first, second in every)
    return Range(_s(farthest, len(every)), _s(nearest, len(every)))


def _s(distance: int, bodies: int) -> Fraction:
    return 1 - 2 * Fraction(distance, bodies * GREATEST_DISTANCE)
