"""The hours of every arc in many draws: each uncertain number takes a value by chance, the same for everybody who names it so.

A number with a range is drawn from the triangle of its ends and its value; a scenario's factor likewise; a wait for a vessel is a
random point of a headway that is met in proportion to its length (headways by a gamma distribution); a wait for opening is that of
who arrives at any hour. Numbers of which no source tells a range stay as they are: their spread is not known, and is not made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from scipy.special import gammaincinv

from kengesh.corridors.compiled.pieces import HOURS_A_DAY, Passing, Piece, Variable
from kengesh.corridors.compiled.states import Compiled
from kengesh.corridors.compiled.weights import Weights
from kengesh.corridors.runs.chance import uniforms
from kengesh.corridors.runs.spread import triangular, values
from kengesh.corridors.solve.graph import Floats

LEAST_VARIATION = 1e-6  # of a headway: below it a timetable is regular


def drawn_hours(weights: Weights, compiled: Compiled, seed: int, first: int, last: int) -> Floats:
    """Return the hours of each arc, one row for each draw from `first` up to `last`; what is closed stays so. Raises RunError."""
    drawn = _Drawn(weights.passings.values(), seed, first, last)
    hours = np.repeat(weights.hours[None, :], last - first, axis=0)
    for (subject, direction), passed in weights.passings.items():
        if not any(_varies(piece) for piece in passed.pieces):
            continue
        column = drawn.hours_of(passed)
        for at in compiled.of_subject[subject]:
            if compiled.arcs[at].direction == direction and np.isfinite(weights.hours[at]):
                hours[:, at] = column
    return hours


class _Drawn:
    """The values of all uncertain numbers, by key, as columns."""

    def __init__(self, passings: Iterable[Passing], seed: int, first: int, last: int) -> None:
        varying = [piece for passed in passings for piece in passed.pieces if _varies(piece)]
        variables = {one.key: one for piece in varying for one in piece.factors if one.low < one.high}
        chances = list(dict.fromkeys(key for piece in varying for key in _chances(piece)))
        keys = list(variables)
        spreads = [triangular(one.low, one.mode, one.high) for one in variables.values()]
        self._draws = last - first
        self._values = dict(zip(keys, values(spreads, uniforms(seed, keys, first, last)).T, strict=True))
        self._chances = dict(zip(chances, uniforms(seed, chances, first, last).T, strict=True))

    def hours_of(self, passed: Passing) -> Floats:
        """Return the hours of a passing in each draw, its pieces added in their order."""
        total = np.zeros(self._draws)
        for piece in passed.pieces:
            if not piece.is_money:
                total = total + self._of(piece)
        return np.maximum(total, 0.0)

    def _of(self, piece: Piece) -> Floats:
        factors = [self._variable(one) for one in piece.factors]
        if piece.sort == "wait":
            return self._wait(piece, *factors)
        if piece.sort == "opening":
            return self._opening(piece, *factors)
        product = factors[0]
        for one in factors[1:]:
            product = product * one
        return product

    def _variable(self, one: Variable) -> Floats:
        return self._values[one.key] if one.low < one.high else np.full(self._draws, one.mode)

    def _wait(self, piece: Piece, headway: Floats, variation: Floats) -> Floats:
        """A headway is met in proportion to its length: of a gamma distribution with one more in its shape."""
        point, length = (self._chances[key] for key in _chances(piece))
        shape = 1 / np.maximum(variation, LEAST_VARIATION) ** 2
        met = np.where(variation < LEAST_VARIATION, headway, gammaincinv(shape + 1, length) / shape * headway)
        waited: Floats = point * met
        return waited

    def _opening(self, piece: Piece, opens: Floats, closes: Floats) -> Floats:
        (arrival,) = (self._chances[key] for key in _chances(piece))
        closed = np.where(opens == closes, 0.0, (opens - closes) % HOURS_A_DAY)
        since = (arrival * HOURS_A_DAY - closes) % HOURS_A_DAY
        waited: Floats = np.maximum(closed - since, 0.0)
        return waited


def _varies(piece: Piece) -> bool:
    return not piece.is_money and piece.has_spread


def _chances(piece: Piece) -> Iterator[str]:
    """Yield the keys of the chances that a piece has beside its numbers."""
    if piece.sort == "wait":
        yield f"{piece.slot}: when one arrives"
        yield f"{piece.slot}: between which two"
    if piece.sort == "opening":
        yield f"{piece.slot}: when one arrives"
