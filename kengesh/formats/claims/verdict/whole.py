"""How many of a set: from what was found of each thing to one answer, in Kleene's logic.

``every``, ``no``     of each thing that is in the set; of one of which that is not known, only if it makes no difference
``some``, ``at least N``, ``exactly N``   counted are the things of which it surely holds, and those of which it may

A set is *closed* when nothing can be missing from it: things named one by one, the last numbered meetings, a list that a source
declares complete. Where a set is open, things may be missing, so that it never follows from what is listed that fewer than N are there,
that there is none, or that there are exactly N. ``every`` and ``no`` speak of those that the record names, and say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kengesh.formats.claims.language.values import Quantifier, Quantity
from kengesh.formats.claims.verdict.found import Found
from kengesh.terms.dates import Truth, all_of, any_of


@dataclass(frozen=True, slots=True)
class Element:
    """A thing of a set: whether it is in the set, and what was found of it."""

    inside: Found
    found: Found

    @property
    def thing(self) -> str:
        """Its id."""
        return self.found.thing

    @property
    def both(self) -> Truth:
        """Whether it is in the set, and what is said holds of it."""
        return self.inside.truth.and_(self.found.truth)


def whole(quantifier: Quantifier, elements: Sequence[Element], *, closed: bool) -> Truth:
    """Return the answer for a set. ``only`` is asked elsewhere: it turns on what is outside the set."""
    both = [one.both for one in elements]
    sure, possible = both.count(Truth.YES), len(both) - both.count(Truth.NO)
    match quantifier.quantity:
        case Quantity.EVERY | Quantity.NO if not elements:
            return Truth.YES if closed else Truth.NOT_KNOWN
        case Quantity.EVERY:
            return all_of(one.inside.truth.not_().or_(one.found.truth) for one in elements)
        case Quantity.NO:
            return any_of(both).not_()
        case Quantity.SOME:
            return counted(1, None, sure, possible, closed)
        case Quantity.AT_LEAST:
            return counted(quantifier.count or 0, None, sure, possible, closed)
        case Quantity.EXACTLY:
            return counted(quantifier.count or 0, quantifier.count or 0, sure, possible, closed)
    raise ValueError(quantifier.quantity)


def counted(least: int, most: int | None, sure: int, possible: int, closed: bool) -> Truth:
    """Say whether a number that lies from `sure` to `possible`, or above where the set is open, lies from `least` to `most`."""
    if (closed and possible < least) or (most is not None and sure > most):
        return Truth.NO
    enough = sure >= least
    few_enough = most is None or (closed and possible <= most)
    return Truth.YES if enough and few_enough else Truth.NOT_KNOWN
