"""Exponential, logarithm and the quantiles of the normal distribution that come out the same on every machine.

The functions of numpy and of the C library differ in their last digits between processors, systems and versions, so the
draws of a cluster of unlike machines would too. Here each is made of additions, multiplications, divisions, square roots
and shifts of the exponent alone, which IEEE 754 rounds in one way. Within a few units of the last place of the true value.

- exp: Cody and Waite's reduction by ln 2 in two pieces, then the Taylor series up to the 13th power.
- log: the exponent apart, then the series of artanh.
- quantile: algorithm AS 241, PPND16 (M. J. Wichura, Applied Statistics 37, 1988).

Left out: numbers that are not finite, and results below 10^-300 or above 10^300, which no quantity here comes near.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LN2_HIGH = 6.93147180369123816490e-01  # 32 bits, so that a multiple of it by an exponent is exact
_LN2_LOW = 1.90821492927058770002e-10
_LOG2_E = 1.4426950408889634
_ROOT_HALF = 0.7071067811865476
_FACTORIALS = (1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880, 3628800, 39916800, 479001600, 6227020800)
_EXP = tuple(1.0 / number for number in _FACTORIALS)
_ARTANH = tuple(1.0 / number for number in range(1, 27, 2))

# Wichura's coefficients, the constant first: numerator and denominator near the middle, in the tail, in the far tail.
_MIDDLE = (
    (3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
     4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3),
    (1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3),
)  # fmt: skip
_TAIL = (
    (1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4),
    (1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9),
)  # fmt: skip
_FAR = (
    (6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7),
    (1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15),
)  # fmt: skip


def exp(x: Floats) -> Floats:
    """Return e to the power of each number."""
    times = np.rint(x * _LOG2_E)
    rest = (x - times * _LN2_HIGH) - times * _LN2_LOW
    result: Floats = np.ldexp(_polynomial(_EXP, rest), times.astype(np.int32))
    return result


def log(x: Floats) -> Floats:
    """Return the natural logarithm of each number, all above 0."""
    mantissa, exponent = np.frexp(x)
    low = mantissa < _ROOT_HALF
    mantissa = np.where(low, mantissa * 2.0, mantissa)
    times = (exponent - low).astype(np.float64)
    s = (mantissa - 1.0) / (mantissa + 1.0)
    series = 2.0 * s * _polynomial(_ARTANH, s * s)
    return times * _LN2_HIGH + (times * _LN2_LOW + series)


def normal_quantile(u: Floats) -> Floats:
    """Return where the standard normal distribution reaches each probability, all between 0 and 1."""
    q = u - 0.5
    square = 0.180625 - q * q
    result = q * _ratio(_MIDDLE, square)
    outside = square < 0.0
    if np.any(outside):
        result[outside] = _tails(u[outside])
    return result


def _tails(u: Floats) -> Floats:
    r = np.sqrt(-log(np.minimum(u, 1.0 - u)))
    size = np.where(r <= 5.0, _ratio(_TAIL, r - 1.6), _ratio(_FAR, r - 5.0))
    return np.where(u < 0.5, -size, size)


def _ratio(coefficients: tuple[tuple[float, ...], tuple[float, ...]], x: Floats) -> Floats:
    above, below = coefficients
    return _polynomial(above, x) / _polynomial(below, x)


def _polynomial(coefficients: tuple[float, ...], x: Floats) -> Floats:
    """Return the polynomial at each number by Horner's rule; the coefficient of the constant comes first."""
    result = np.full_like(x, coefficients[-1])
    for coefficient in coefficients[-2::-1]:
        result *= x
        result += coefficient
    return result
