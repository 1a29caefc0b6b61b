"""Weights counted in whole steps, so that sums do not depend on the order in which they are added.

0.1 + 0.2 is not 0.3 in floating point; two ways of equal length would then be told apart by noise, and a bound found from the far
end would lie a hair above the way that it bounds. Counted in whole steps of a power of ten, the weights that people write down
(up to about ten digits after the largest sum's first) are exact, every sum below 2**53 is exact, and so are comparisons.

Limits: a weight is moved by half a step at most; a step is one part in 10**14 to 10**15 of the sum of all weights.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .graph import Floats

DIGITS = 15
"""10**15 is the greatest power of ten below 2**53, up to which float64 counts every whole number."""
FEW = 64
"""So many weights are first asked what divides them."""


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """`counts` of the step for each weight, -1 where it was infinite. A step is `multiple` units of the decimal place `digits`."""

    counts: NDArray[np.int64]
    multiple: int
    digits: int
    lost: float
    """The greatest difference between a weight and its steps, in the weights' unit; 0 where all are whole."""

    @property
    def closed(self) -> NDArray[np.bool_]:
        """Which weights were infinite."""
        closed: NDArray[np.bool_] = self.counts < 0
        return closed

    def back(self, counts: NDArray[np.int64]) -> Floats:
        """Sums of steps in the weights' unit: three steps of 0.1 are 0.3, the float64 that 0.3 is."""
        return _shifted((counts * self.multiple).astype(np.float64), -self.digits)


def in_steps(weights: Floats) -> Steps:
    """Count weights (zero or more, infinity allowed) in the greatest step that all of them are whole numbers of."""
    finite = np.isfinite(weights)
    held = weights if finite.all() else weights[finite]
    total = float(held.sum())
    counts = np.full(weights.shape, -1, dtype=np.int64)
    if total == 0:
        counts[finite] = 0
        return Steps(counts, 1, 0, 0.0)
    digits, whole = _whole(held, total)
    multiple = _divisor(whole)
    counts[finite] = whole // multiple if multiple > 1 else whole
    lost = _lost(held, _shifted(whole.astype(np.float64), -digits)) if digits else 0.0
    return Steps(counts, multiple, digits, lost)


def _whole(held: Floats, total: float) -> tuple[int, NDArray[np.int64]]:
    """Weights as whole numbers of a decimal place, 0 where they are whole as they stand."""
    if total <= 10**DIGITS and np.array_equal(whole := held.astype(np.int64), held):
        return 0, whole
    digits = min(DIGITS - int(np.ceil(np.log10(total))), 300)
    return digits, np.rint(_shifted(held, digits)).astype(np.int64)


def _divisor(whole: NDArray[np.int64]) -> int:
    """The greatest number that divides all. The first few mostly tell that it is 1, and the rest need not be looked at."""
    few = int(np.gcd.reduce(whole[:FEW]))
    return few if few == 1 else max(int(np.gcd.reduce(whole)), 1)


def _shifted(values: Floats, digits: int) -> Floats:
    """Move the decimal point. Dividing by a whole power of ten is exact where multiplying by its inverse is not."""
    moved: Floats = values * 10.0**digits if digits >= 0 else values / 10.0**-digits
    return moved


def _lost(held: Floats, again: Floats) -> float:
    """Differences that float64 itself makes (two roundings) do not count as lost."""
    difference = np.abs(held - again)
    difference[difference <= 2 * np.spacing(held)] = 0.0
    return float(difference.max())
