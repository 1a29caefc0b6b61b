"""What is known of an uncertain number, and the value that it takes at a chance between 0 and 1.

A :class:`Spread` has a shape and two or three numbers, in the unit of what it describes:

``constant``    value                 no uncertainty
``uniform``     low, high             every value between is as likely as any other
``triangular``  low, mode, high       the usual form of an estimate by a person: least, most likely, most
``two-point``   low, high, chance     `high` with this chance, else `low`: a crossing closed or open, a vessel there or not
``lognormal``   P10, P50, P90         for a time that was measured: a tenth is below P10, half below P50, a tenth above P90

The lognormal is in two pieces: below the median its logarithm spreads as P10 says, above it as P90 says, so that all three
numbers are met and every value is above zero. Where P50 x P50 = P10 x P90 it is the plain lognormal.

A value never falls when the chance rises, nor when a number of its spread rises: two scenarios drawn at the same chance
differ by what the scenarios differ by. (Up to the last digits, in which rounding shows; when the chance rises, exactly so
for all but the lognormal.) Values come out the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from kengesh.corridors.runs.elementary import exp, log, normal_quantile
from kengesh.corridors.runs.errors import RunError
from kengesh.terms.messages import _

Floats = NDArray[np.float64]
_Z90 = 1.2815515655446004  # where the standard normal distribution reaches 0.9


class Shape(StrEnum):
    """The form of a distribution; the words are those of a scenario's file."""

    CONSTANT = "constant"
    UNIFORM = "uniform"
    TRIANGULAR = "triangular"
    TWO_POINT = "two-point"
    LOGNORMAL = "lognormal"


NUMBERS = {Shape.CONSTANT: 1, Shape.UNIFORM: 2, Shape.TRIANGULAR: 3, Shape.TWO_POINT: 3, Shape.LOGNORMAL: 3}


class NotASpread(RunError):
    """Numbers that do not describe a distribution of their shape."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A shape and its numbers, as in the table above. Raises NotASpread where they do not fit."""

    shape: Shape
    numbers: tuple[float, ...]

    def __post_init__(self) -> None:
        _check(self)

    @property
    def mean(self) -> float:
        """The mean, in the unit of the numbers."""
        return _moments(self)[0]

    @property
    def deviation(self) -> float:
        """The standard deviation, in the unit of the numbers."""
        mean, square = _moments(self)
        return math.sqrt(max(0.0, square - mean * mean))


def constant(value: float) -> Spread:
    """Return the spread of a number that is certain."""
    return Spread(Shape.CONSTANT, (value,))


def uniform(low: float, high: float) -> Spread:
    """Return the spread in which every value between two is as likely as any other."""
    return Spread(Shape.UNIFORM, (low, high))


def triangular(low: float, mode: float, high: float) -> Spread:
    """Return the spread of an estimate: least, most likely, most."""
    return Spread(Shape.TRIANGULAR, (low, mode, high))


def two_point(low: float, high: float, chance: float) -> Spread:
    """Return the spread of a number that is `high` with a chance, and else `low`."""
    return Spread(Shape.TWO_POINT, (low, high, chance))


def by_quantiles(p10: float, p50: float, p90: float) -> Spread:
    """Return the lognormal in two pieces that meets three measured quantiles."""
    return Spread(Shape.LOGNORMAL, (p10, p50, p90))


def values(spreads: Sequence[Spread], u: Floats) -> Floats:
    """Return the value of each spread (a column) at each chance: an array of the form of `u`, (draws, spreads)."""
    if u.ndim != 2 or u.shape[1] != len(spreads):
        raise ValueError(f"chances of the form {u.shape} do not fit {len(spreads)} spreads")
    out = np.empty(u.shape, dtype=np.float64)
    for shape, quantile in _QUANTILES.items():
        columns = [number for number, spread in enumerate(spreads) if spread.shape is shape]
        if columns:
            numbers = np.array([spreads[column].numbers for column in columns], dtype=np.float64).T
            out[:, columns] = quantile(u[:, columns], *numbers)
    return out


def _constant(u: Floats, value: Floats) -> Floats:
    return np.broadcast_to(value, u.shape)


def _uniform(u: Floats, low: Floats, high: Floats) -> Floats:
    return np.minimum(low + u * (high - low), high)


def _triangular(u: Floats, low: Floats, mode: Floats, high: Floats) -> Floats:
    width = high - low
    below = low + np.sqrt(u * (width * (mode - low)))
    above = high - np.sqrt((1.0 - u) * (width * (high - mode)))
    return np.where(u * width < mode - low, np.minimum(below, mode), np.maximum(above, mode))


def _two_point(u: Floats, low: Floats, high: Floats, chance: Floats) -> Floats:
    return np.where(u >= 1.0 - chance, high, low)


def _lognormal(u: Floats, p10: Floats, p50: Floats, p90: Floats) -> Floats:
    z = normal_quantile(u)
    below, above = _scales(p10, p50, p90)
    return p50 * exp(z * np.where(z < 0.0, below, above))


def _scales(p10: Floats, p50: Floats, p90: Floats) -> tuple[Floats, Floats]:
    """Return the standard deviation of the logarithm below and above the median."""
    return log(p50 / p10) / _Z90, log(p90 / p50) / _Z90


_QUANTILES: dict[Shape, Callable[..., Floats]] = {
    Shape.CONSTANT: _constant,
    Shape.UNIFORM: _uniform,
    Shape.TRIANGULAR: _triangular,
    Shape.TWO_POINT: _two_point,
    Shape.LOGNORMAL: _lognormal,
}


def _check(spread: Spread) -> None:
    numbers = spread.numbers
    if len(numbers) != NUMBERS[spread.shape] or not all(map(math.isfinite, numbers)):
        says = _("{shape}: expected {count} finite numbers, found: {numbers}.")
        raise NotASpread(says.format(shape=spread.shape, count=NUMBERS[spread.shape], numbers=_list(numbers)))
    ordered = numbers[:2] if spread.shape is Shape.TWO_POINT else numbers
    if list(ordered) != sorted(ordered):
        says = _("{shape}: the numbers have to rise, from the least to the most; found: {numbers}.")
        raise NotASpread(says.format(shape=spread.shape, numbers=_list(ordered)))
    if spread.shape is Shape.TWO_POINT and not 0.0 <= numbers[2] <= 1.0:
        says = _("two-point: the chance of the higher value lies between 0 and 1; found {chance}.")
        raise NotASpread(says.format(chance=numbers[2]))
    if spread.shape is Shape.LOGNORMAL and numbers[0] <= 0.0:
        says = _("lognormal: the numbers have to be above zero; found: {numbers}.")
        raise NotASpread(says.format(numbers=_list(numbers)))


def _list(numbers: tuple[float, ...]) -> str:
    return ", ".join(map(str, numbers))


def _moments(spread: Spread) -> tuple[float, float]:
    """Return the mean and the mean of the square."""
    match spread.shape, spread.numbers:
        case Shape.CONSTANT, (value,):
            return value, value * value
        case Shape.UNIFORM, (low, high):
            return (low + high) / 2, (low * low + low * high + high * high) / 3
        case Shape.TRIANGULAR, (low, mode, high):
            squares = low * low + mode * mode + high * high
            return (low + mode + high) / 3, (squares + low * mode + low * high + mode * high) / 6
        case Shape.TWO_POINT, (low, high, chance):
            return low + chance * (high - low), low * low + chance * (high * high - low * low)
        case _:
            return _lognormal_moment(spread, 1), _lognormal_moment(spread, 2)


def _lognormal_moment(spread: Spread, power: int) -> float:
    """Return the mean of a power: of each half of a normal variable, e^(s z) has the mean e^(s s / 2) * F(s) (F(-s) below)."""
    p10, p50, p90 = spread.numbers
    below, above = (power * math.log(ratio) / _Z90 for ratio in (p50 / p10, p90 / p50))
    reach = NormalDist().cdf
    halves = math.exp(below * below / 2) * reach(-below) + math.exp(above * above / 2) * reach(above)
    return p50**power * halves
