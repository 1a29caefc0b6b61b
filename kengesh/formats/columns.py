"""Who has a sort of status in a body, on any day, as sets of parties that can be compared in one step.

A column has for every day on which anything changes the parties that have the status then, and those that have it not, each as one
whole number with a bit for a party: of a set of hundreds of states one operation says whether every one of them is in another. The
bits are those of :func:`bits_of`, one for every party of a view, so that columns of different bodies can be set against each other.

It says the same of a party as :func:`kengesh.formats.readings.holds` does of its steps.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kengesh.formats.readings import holds, sort_of
from kengesh.formats.steps import steps_in
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


@dataclass(frozen=True, slots=True)
class Held:
    """Parties on one day as bits: those of whom anything is said, those of whom it is so, and those of whom it is not."""

    spoken: int
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class Column:
    """What is so of whom: `yes[i]` and `no[i]` hold from the day `starts[i]` (an ordinal) on."""

    spoken: int
    starts: Sequence[int]
    yes: Sequence[int]
    no: Sequence[int]

    def on(self, day: date) -> Held:
        """Return who has the status on a day, and who has not."""
        at = bisect_right(self.starts, day.toordinal()) - 1
        return Held(self.spoken, self.yes[at], self.no[at])


def column_of(view: View, body: str, word: str, *, wide: bool) -> Column:
    """Return the column of a sort of status in a body, in the narrow or the wide reading of its word."""
    key = ("column", view.shown(body), word, wide)
    return view.once(key, lambda: _column(view, view.shown(body), word, wide))


def bits_of(view: View, parties: Iterable[str]) -> int:
    """Return parties as bits; a party that had none is given the next one."""
    known = view.once(("bits",), dict[str, int])
    found = 0
    for party in parties:
        found |= 1 << known.setdefault(view.shown(party), len(known))
    return found


def _column(view: View, body: str, word: str, wide: bool) -> Column:
    sort = sort_of(view, body, word, wide=wide)
    changes: dict[int, list[tuple[int, Truth]]] = {}
    every = steps_in(view, body)
    for party, steps in every.items():
        bit = bits_of(view, [party])
        before = None
        for start, standings in zip(steps.starts, steps.found, strict=True):
            truth = holds(standings, sort)
            if truth is not before:
                changes.setdefault(start, []).append((bit, truth))
                before = truth
    starts, yes, no = sorted({date.min.toordinal(), *changes}), [0], [0]
    for start in starts:
        so, not_so = yes[-1], no[-1]
        for bit, truth in changes.get(start, ()):
            so = so | bit if truth is Truth.YES else so & ~bit
            not_so = not_so | bit if truth is Truth.NO else not_so & ~bit
        yes.append(so)
        no.append(not_so)
    return Column(bits_of(view, every), starts, yes[1:], no[1:])
