"""Measures ranked by the hours, and the spread of hours, that they save between places, beside what sources say they cost.

Every measure is taken alone, against the network as it is. A pair that a measure joins for the first time has no hours to save and is
told apart. Where the way by a new row lacks numbers, a search keeps to the ways that lack fewer; where the ways before and after lack
different numbers, their difference is not known. The saving is then told as nothing, and `at_most` says what it could come to if
what is lacking were nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.candidates import Candidate, candidates
from kengesh.corridors.questions.pairs import pairs_of_demand
from kengesh.corridors.questions.route import Best, best_route

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Saving:
    """What a measure saves one pair; `before` is None where it had no route.

    `amount` is in the measure asked for, `hours` and `spread` in hours (below zero: it is more).
    """

    asked: Asked
    before: Best | None
    after: Best

    @property
    def amount(self) -> float:
        """By how much the measure asked for is less; 0 where there was no route, or it is not known."""
        return 0.0 if self.before is None or self.lacking else self.before.value - self.after.value

    @property
    def hours(self) -> float:
        """The hours saved; 0 where there was no route, or it is not known."""
        return (
            0.0 if self.before is None or self.lacking else self.before.route.hours - self.after.route.hours
        )

    @property
    def spread(self) -> float:
        """By how much the standard deviation of the hours is less; 0 where there was no route, or it is not known."""
        return (
            0.0 if self.before is None or self.lacking else self.before.route.spread - self.after.route.spread
        )

    @property
    def at_most(self) -> float:
        """What could be saved if the numbers that are lacking were nothing."""
        if self.before is None:
            return 0.0
        return max(self.amount, min(self.before.value, self.before.rival_value) - self.after.rival_value)

    @property
    def lacking(self) -> tuple[Slot, ...]:
        """The numbers that the route after lacks and the one before did not, and the other way round."""
        if self.before is None:
            return self.after.route.lacking_hours
        changed = set(self.before.route.lacking_hours) ^ set(self.after.route.lacking_hours)
        return tuple(sorted(changed))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A measure and what it saves; pairs for which nothing changes are left out.

    `hours` and `spread` are sums over the pairs, each counted `weight` times; `joined` are pairs that had no route without it.
    """

    candidate: Candidate
    savings: tuple[Saving, ...]
    amount: float
    hours: float
    spread: float
    joined: tuple[Asked, ...]

    @property
    def lacking(self) -> tuple[Slot, ...]:
        """The numbers that would settle its savings."""
        return tuple(dict.fromkeys(slot for one in self.savings for slot in one.lacking))

    @property
    def at_most(self) -> float:
        """What could be saved in all, each pair counted once, if what is lacking were nothing."""
        return sum(one.at_most for one in self.savings)


def ranking(
    model: Model,
    pairs: Iterable[Asked] | None = None,
    of: Iterable[Candidate] | None = None,
    weights: Mapping[Asked, float] | None = None,
    progress: Progress | None = None,
) -> tuple[Ranked, ...]:
    """Rank measures, the best first; those of the network where none are given, on the pairs of its demand table likewise.

    `weights` are how much each pair counts, 1 if not given: its volume, say. Raises NotKnown, LookupError.
    """
    asked = pairs_of_demand(model) if pairs is None else tuple(pairs)
    measures = candidates(model) if of is None else tuple(of)
    before = {one: _best(model, one) for one in asked}
    ranked = []
    for at, one in enumerate(measures):
        ranked.append(_ranked(one.applied(model), one, before, weights or {}))
        if progress is not None:
            progress(at + 1, len(measures))
    return tuple(sorted(ranked, key=lambda one: (-len(one.joined), -one.amount, -one.spread, -one.at_most)))


def _ranked(
    model: Model, candidate: Candidate, before: Mapping[Asked, Best | None], weights: Mapping[Asked, float]
) -> Ranked:
    savings = [
        saving
        for asked, best in before.items()
        if (after := _best(model, asked)) is not None and _differs(saving := Saving(asked, best, after))
    ]
    return Ranked(
        candidate,
        tuple(savings),
        sum(one.amount * weights.get(one.asked, 1.0) for one in savings),
        sum(one.hours * weights.get(one.asked, 1.0) for one in savings),
        sum(one.spread * weights.get(one.asked, 1.0) for one in savings),
        tuple(one.asked for one in savings if one.before is None),
    )


def _differs(saving: Saving) -> bool:
    """Whether anything is other than before: a difference of rounding is none."""
    if saving.before is None:
        return True
    return max(abs(saving.amount), abs(saving.hours), abs(saving.spread), saving.at_most) > 1e-9


def _best(model: Model, asked: Asked) -> Best | None:
    try:
        return best_route(model, asked)
    except Unreachable:
        return None
