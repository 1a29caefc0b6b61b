"""What two or more share: every small case against every way to fill it in, and a few cases worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product

import pytest

from kengesh.formats.overlap.measures import belonging, contained, jaccard, joint
from kengesh.formats.overlap.ranges import Range
from kengesh.formats.overlap.similarity import similarity
from kengesh.terms.dates import Truth
from tests.formats.overlap.small_grids import TRUTHS, Row, fillings

Filled = Sequence[tuple[bool, ...]]


def rows_of(text: str) -> list[Row]:
    """Return rows written with a letter for each party and a blank between them."""
    return [tuple(TRUTHS[letter] for letter in word) for word in text.split()]


def every_case(parties: int, most: int) -> list[list[Row]]:
    rows = list(product(Truth, repeat=parties))
    return [list(case) for size in range(most + 1) for case in product(rows, repeat=size)]


def filled_joint(rows: Filled) -> int:
    return sum(all(row) for row in rows)


def filled_belonging(rows: Filled) -> int:
    return sum(any(row) for row in rows)


def filled_jaccard(rows: Filled) -> Fraction | None:
    below = filled_belonging(rows)
    return Fraction(filled_joint(rows), below) if below else None


def filled_contained(rows: Filled) -> Fraction | None:
    below = sum(row[0] for row in rows)
    return Fraction(filled_joint(rows), below) if below else None


def exact(rows: list[Row], measure: Callable[[Filled], Fraction | int | None]) -> Range:
    """Return the range of a measure by trying every filling."""
    values = [measure(filling) for filling in fillings(rows)]
    there = [one for one in values if one is not None]
    return Range(min(there, default=None), max(there, default=None), may_lack=None in values)


@pytest.mark.parametrize(("parties", "most"), [(2, 3), (3, 2)])
def test_a_range_is_that_of_every_way_to_fill_in_what_is_not_known(parties: int, most: int) -> None:
    for rows in every_case(parties, most):
        assert joint(rows) == exact(rows, filled_joint), rows
        assert belonging(rows) == exact(rows, filled_belonging), rows
        assert jaccard(rows) == exact(rows, filled_jaccard), rows


def test_the_range_of_containment_is_that_of_every_filling() -> None:
    for rows in every_case(2, 3):
        assert contained((row[0], row[1]) for row in rows) == exact(rows, filled_contained), rows


def test_jaccard_is_symmetric_and_between_0_and_1() -> None:
    for rows in every_case(2, 3):
        found = jaccard(rows)
        assert found == jaccard([(second, first) for first, second in rows])
        assert all(0 <= end <= 1 for end in (found.lowest, found.highest) if end is not None)


def test_two_that_share_two_of_three_bodies_have_an_index_of_two_thirds() -> None:
    rows = rows_of("yy yy yn nn")
    assert jaccard(rows) == Range(Fraction(2, 3), Fraction(2, 3))
    assert contained((second, first) for first, second in rows) == Range(Fraction(1), Fraction(1))


def test_the_share_of_nothing_has_no_value() -> None:
    assert jaccard(rows_of("nn nn")) == Range(None, None, may_lack=True)
    assert jaccard(rows_of("nn ??")) == Range(Fraction(0), Fraction(1), may_lack=True)


POSSIBLE = [frozenset(one) for one in ({2}, {1}, {0}, {0, 1}, {0, 1, 2})]


def filled_s(values: Sequence[tuple[int, int]]) -> Fraction:
    return 1 - Fraction(sum(abs(one - other) for one, other in values), len(values))


def test_the_range_of_similarity_is_that_of_every_filling() -> None:
    pairs = list(product(POSSIBLE, repeat=2))
    for case in [*((pair,) for pair in pairs), *product(pairs, repeat=2)]:
        values = [filled_s(filling) for filling in product(*(list(product(*pair)) for pair in case))]
        assert similarity(case) == Range(min(values), max(values)), case


def test_similarity_is_1_where_two_are_the_same_and_minus_1_where_they_are_opposites() -> None:
    member, nothing = frozenset({2}), frozenset({0})
    assert similarity([(member, member), (nothing, nothing)]) == Range(Fraction(1), Fraction(1))
    assert similarity([(member, nothing), (nothing, member)]) == Range(Fraction(-1), Fraction(-1))
    assert similarity([(member, frozenset({1})), (member, member)]) == Range(Fraction(1, 2), Fraction(1, 2))


def test_over_no_bodies_there_is_no_similarity() -> None:
    assert similarity([]) == Range(None, None, may_lack=True)
