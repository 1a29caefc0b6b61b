"""What two or more share: joint memberships, Jaccard's index, and containment, as ranges where membership is not known.

A measure takes a sequence of rows, one for each body counted, each with whether the parties compared belong to it. (From the
bodies' side it is the other way round: a row for each party.) It is a count, or a share of what all have in what any has; what
one row adds to the two numbers of a share does not depend on the other rows, so the extremes have closed forms.

Let *y* be the rows in which all belong for sure. In a share, a row that may add one to both numbers never lowers it, and one
that may add one to the lower number alone never raises it. So the greatest share takes every row that can be joint as joint and
leaves out what can be left out; the least takes every row that can count below as counting below alone, and leaves out what can
only be joint or absent. Each open row can be filled in by itself, so both extremes are reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kengesh.formats.overlap.ranges import Range
from kengesh.terms.dates import Truth

Row = tuple[Truth, ...]

# What a row may add to the two numbers of a share.
ABSENT, BELOW, JOINT = "absent", "below", "joint"


def joint(rows: Iterable[Row]) -> Range:
    """Return in how many rows all belong: from those that are sure to those that nothing denies."""
    every = list(rows)
    sure = sum(all(one is Truth.YES for one in row) for row in every)
    return Range(sure, sum(Truth.NO not in row for row in every))


def belonging(rows: Iterable[Row]) -> Range:
    """Return in how many rows any belongs."""
    every = list(rows)
    open_ = sum(any(one is not Truth.NO for one in row) for row in every)
    return Range(sum(Truth.YES in row for row in every), open_)


def jaccard(rows: Iterable[Row]) -> Range:
    """Return the rows in which all belong as a share of those in which any does; for two or more parties.

    >>> jaccard([(Truth.YES, Truth.YES), (Truth.YES, Truth.NO), (Truth.YES, Truth.NOT_KNOWN)])
    Range(lowest=Fraction(1, 3), highest=Fraction(2, 3), may_lack=False)
    """
    return _share([_adds_to_union(row) for row in rows])


def contained(rows: Iterable[tuple[Truth, Truth]]) -> Range:
    """Return the rows in which both belong as a share of those in which the first does: how far it lies within the second."""
    return _share([_adds_to_first(*row) for row in rows])


def _share(rows: Sequence[frozenset[str]]) -> Range:
    """Return the extremes of a share, from what each row may add to it; the module says why these are they."""
    sure = sum(row == {JOINT} for row in rows)
    can_be_joint = sum(JOINT in row for row in rows)
    can_be_below = sum(BELOW in row for row in rows)
    must_be_below = sum(row == {BELOW} for row in rows)
    must_count = sum(ABSENT not in row for row in rows)
    # a row that is joint or absent counts in the least share only where nothing else is there to divide by
    least = _divided(sure, sure + can_be_below)
    if least is None:
        least = Fraction(1) if can_be_joint else None
    greatest = _divided(can_be_joint, can_be_joint + must_be_below)
    if greatest is None:
        greatest = Fraction(0) if can_be_below else None
    return Range(least, greatest, may_lack=must_count == 0)


def _divided(above: int, below: int) -> Fraction | None:
    return Fraction(above, below) if below else None


def _adds_to_union(row: Row) -> frozenset[str]:
    may = set()
    if Truth.NO not in row:
        may.add(JOINT)
    if Truth.YES not in row:
        may.add(ABSENT)
    unknown = row.count(Truth.NOT_KNOWN)
    if {Truth.YES, Truth.NO} <= {*row} or 0 < unknown < len(row) or unknown > 1:
        may.add(BELOW)
    return frozenset(may)


def _adds_to_first(first: Truth, second: Truth) -> frozenset[str]:
    may = set()
    if first is not Truth.YES:
        may.add(ABSENT)
    if first is not Truth.NO and second is not Truth.NO:
        may.add(JOINT)
    if first is not Truth.NO and second is not Truth.YES:
        may.add(BELOW)
    return frozenset(may)
