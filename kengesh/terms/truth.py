"""Three answers, yes, no and not known, and how they combine: Kleene's strong logic.

Not known combines as "could be either": it is overruled by a no in :func:`all_of` and by a yes in :func:`any_of`, and
otherwise stays. Whatever is learnt later never turns an answer that was yes or no into another.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """An answer: yes, no, not known. It has no truth value of its own: compare it (``is Truth.YES``)."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"

    @classmethod
    def of(cls, fact: bool) -> Truth:
        """Return YES for true and NO for false."""
        return cls.YES if fact else cls.NO

    def and_(self, other: Truth) -> Truth:
        """Both: no as soon as one is no, yes when both are, else not known."""
        if Truth.NO in (self, other):
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.NOT_KNOWN

    def or_(self, other: Truth) -> Truth:
        """Either: yes as soon as one is yes, no when both are, else not known."""
        return self.not_().and_(other.not_()).not_()

    def not_(self) -> Truth:
        """The contrary; not known stays not known."""
        return _CONTRARY[self]

    def __bool__(self) -> bool:
        raise TypeError(
            "an answer of three values is neither true nor false: compare it, as in `is Truth.YES`"
        )


_CONTRARY = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.NOT_KNOWN: Truth.NOT_KNOWN}


def all_of(answers: Iterable[Truth]) -> Truth:
    """Return whether all hold; yes for none at all."""
    met = set(answers)
    return Truth.NO if Truth.NO in met else Truth.NOT_KNOWN if Truth.NOT_KNOWN in met else Truth.YES


def any_of(answers: Iterable[Truth]) -> Truth:
    """Return whether at least one holds; no for none at all."""
    met = set(answers)
    return Truth.YES if Truth.YES in met else Truth.NOT_KNOWN if Truth.NOT_KNOWN in met else Truth.NO
