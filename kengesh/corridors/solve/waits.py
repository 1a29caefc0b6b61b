"""Mean and variance of a wait in closed form, for one who comes at a moment that has nothing to do with the clock.

For a service with headways H the wait has the mean E[H**2] / (2 E[H]) and the mean square E[H**3] / (3 E[H]) (E. E. Osuna and G. F.
Newell, Control strategies for an idealized public transportation system, Transportation Science 6, 1972). With headway h and
coefficient of variation c the mean is h / 2 * (1 + c**2). The variance needs the third moment; it is given for headways of a gamma
distribution, which is exact for regular ones (c = 0: h**2 / 12) and for departures at random (c = 1: h**2).

All arguments are in one unit of time, or arrays of it; means are in that unit and variances in its square.

Limits: headways are independent of each other; a full vessel, which makes one wait for the next, is not counted.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .graph import Floats


def mean_headway_wait(headway: ArrayLike, variation: ArrayLike = 0.0) -> Floats:
    """The mean wait for a service with this mean headway and coefficient of variation."""
    h, c = _positive("headway", headway), _positive("coefficient of variation", variation)
    return np.asarray(h / 2 * (1 + c**2), dtype=np.float64)


def variance_headway_wait(headway: ArrayLike, variation: ArrayLike = 0.0) -> Floats:
    """The variance of that wait, for gamma headways: mean square h**2 / 3 * (1 + c**2) * (1 + 2 * c**2), less the mean's square."""
    h, c = _positive("headway", headway), _positive("coefficient of variation", variation)
    square = h**2 / 3 * (1 + c**2) * (1 + 2 * c**2)
    return np.asarray(square - mean_headway_wait(h, c) ** 2, dtype=np.float64)


def mean_gate_wait(open_hours: ArrayLike, period: float = 24.0) -> Floats:
    """The mean wait at a gate open so many hours in a row of each period: who comes while it is shut waits half of that."""
    shut = _shut(open_hours, period)
    return np.asarray(shut**2 / (2 * period), dtype=np.float64)


def variance_gate_wait(open_hours: ArrayLike, period: float = 24.0) -> Floats:
    """The variance of that wait, over all comers."""
    shut = _shut(open_hours, period)
    return np.asarray(shut**3 / (3 * period) - mean_gate_wait(open_hours, period) ** 2, dtype=np.float64)


def _positive(name: str, numbers: ArrayLike) -> Floats:
    values = np.asarray(numbers, dtype=np.float64)
    if not ((values >= 0) & np.isfinite(values)).all():
        raise ValueError(f"a {name} is zero or more, and finite; given were {values}")
    return values


def _shut(open_hours: ArrayLike, period: float) -> Floats:
    hours = _positive("number of open hours", open_hours)
    if (hours > period).any() or (hours == 0).any():
        raise ValueError(f"a gate is open for more than 0 and at most {period} hours; given were {hours}")
    return np.asarray(period - hours, dtype=np.float64)
