"""What an uncertain number is at a chance: its quantiles, its moments, and that it never falls when the chance rises."""

from __future__ import annotations

from decimal import Decimal, getcontext
from statistics import NormalDist

import numpy as np
import pytest
from scipy.special import ndtri
from scipy.stats import kstest, triang

from kengesh.corridors.runs.chance import uniforms
from kengesh.corridors.runs.elementary import exp, log, normal_quantile
from kengesh.corridors.runs.spread import (
    NotASpread,
    Shape,
    Spread,
    by_quantiles,
    constant,
    triangular,
    two_point,
    uniform,
    values,
)

CAST = [
    constant(4.5),
    uniform(2, 3),
    triangular(1, 2, 7),
    triangular(1, 1, 7),
    triangular(1, 7, 7),
    two_point(0, 240, 0.05),
    by_quantiles(8, 20, 60),
    by_quantiles(8, 20, 22),
    by_quantiles(5, 5, 5),
]


DIGITS = [
    "0x1.cea389b2faf23p-5",
    "0x1.e5265712a1ea7p+1",
    "0x1.b7e45fb33d26ap+3",
    "0x1.8d9f60b163f34p+4",
    "0x1.47b1a9e3db094p+6",
    "0x1.63d7addaa2b26p+14",
]


def at(spread: Spread, *chances: float) -> list[float]:
    found: list[float] = values([spread], np.array(chances)[:, None])[:, 0].tolist()
    return found


def test_a_lognormal_meets_its_three_quantiles() -> None:
    assert at(by_quantiles(8, 20, 60), 0.1, 0.5, 0.9) == pytest.approx([8, 20, 60], rel=1e-14)
    assert at(by_quantiles(8, 20, 22), 0.1, 0.5, 0.9) == pytest.approx([8, 20, 22], rel=1e-14)


def test_a_lognormal_with_even_ratios_is_the_plain_one() -> None:
    u = uniforms(1, ["a"], 0, 500)[:, 0]
    plain = np.exp(np.log(20) + ndtri(u) * np.log(2) / ndtri(0.9))
    assert at(by_quantiles(10, 20, 40), *u) == pytest.approx(plain, rel=1e-13)


def test_a_triangular_has_the_quantiles_of_the_textbook() -> None:
    u = np.linspace(0.001, 0.999, 999)
    for low, mode, high in ((1, 2, 7), (1, 1, 7), (1, 7, 7)):
        book = triang((mode - low) / (high - low), loc=low, scale=high - low).ppf(u)
        assert at(triangular(low, mode, high), *u) == pytest.approx(book, rel=1e-12)


def test_the_higher_of_two_points_comes_at_the_highest_chances() -> None:
    assert at(two_point(0, 240, 0.25), 0.01, 0.74, 0.76, 0.99) == [0, 0, 240, 240]
    assert at(two_point(0, 240, 0), 0.01, 0.99) == [0, 0]
    assert at(two_point(0, 240, 1), 0.01, 0.99) == [240, 240]


def test_a_constant_and_spreads_of_no_width_are_what_they_are() -> None:
    for spread in (constant(4.5), uniform(4.5, 4.5), triangular(4.5, 4.5, 4.5), by_quantiles(4.5, 4.5, 4.5)):
        assert at(spread, 1e-12, 0.3, 0.99) == [4.5, 4.5, 4.5]
        assert (spread.mean, spread.deviation) == (pytest.approx(4.5), pytest.approx(0, abs=1e-6))


def test_a_value_never_falls_when_the_chance_rises() -> None:
    edge = np.concatenate([2.0 ** -np.arange(53, 1, -1), 1 - 2.0 ** -np.arange(2, 54)])
    u = np.sort(
        np.concatenate(
            [uniforms(2, ["a"], 0, 20_000)[:, 0], edge, np.nextafter([0.2, 0.5, 0.8], 0), [0.2, 0.5, 0.8]]
        )
    )
    drawn = values(CAST, np.repeat(u[:, None], len(CAST), axis=1))
    for spread, column in zip(CAST, drawn.T, strict=True):
        rounding = 4e-16 * column[1:] if spread.shape is Shape.LOGNORMAL else 0
        assert np.all(np.diff(column) >= -rounding), spread


def test_a_value_never_falls_when_a_number_of_its_spread_rises() -> None:
    u = uniforms(2, ["a"], 0, 2000)
    for low, high in [
        (triangular(1, 2, 7), triangular(1, 3, 7)),
        (triangular(1, 2, 7), triangular(1.5, 2, 8)),
        (two_point(0, 9, 0.1), two_point(0, 9, 0.2)),
        (by_quantiles(8, 20, 60), by_quantiles(9, 20, 61)),
        (uniform(1, 2), uniform(1, 4)),
    ]:
        assert np.all(values([high], u) >= values([low], u) * (1 - 1e-15))


def test_each_column_is_what_it_is_alone() -> None:
    u = uniforms(9, [str(number) for number in range(len(CAST))], 0, 300)
    together = values(CAST, u)
    for column, spread in enumerate(CAST):
        assert np.array_equal(together[:, column], values([spread], u[:, column : column + 1])[:, 0])
    assert np.array_equal(values(CAST, u[7:9]), together[7:9])


def test_the_mean_and_the_deviation_are_those_of_the_values() -> None:
    u = ((np.arange(400_000) + 0.5) / 400_000)[:, None]
    for spread in CAST:
        drawn = values([spread], u)
        assert drawn.mean() == pytest.approx(spread.mean, rel=2e-5), spread
        assert drawn.std() == pytest.approx(spread.deviation, rel=5e-4, abs=1e-7), spread


@pytest.mark.parametrize(
    ("shape", "numbers", "says"),
    [
        (Shape.TRIANGULAR, (1.0, 2.0), "triangular: expected 3 finite numbers, found: 1.0, 2.0"),
        (Shape.CONSTANT, (float("nan"),), "constant: expected 1 finite numbers, found: nan"),
        (Shape.UNIFORM, (3.0, 2.0), "uniform: the numbers have to rise"),
        (Shape.TRIANGULAR, (1.0, 8.0, 7.0), "triangular: the numbers have to rise"),
        (Shape.TWO_POINT, (0.0, 9.0, 1.5), "the chance of the higher value lies between 0 and 1; found 1.5"),
        (Shape.LOGNORMAL, (0.0, 2.0, 3.0), "lognormal: the numbers have to be above zero"),
    ],
)
def test_numbers_that_do_not_fit_their_shape_are_refused(
    shape: Shape, numbers: tuple[float, ...], says: str
) -> None:
    with pytest.raises(NotASpread, match=says):
        Spread(shape, numbers)


def test_the_exponential_and_the_logarithm_are_within_two_last_places_of_the_true_value() -> None:
    getcontext().prec = 40
    for x in (-690.5, -20.25, -1.0, -1e-9, 0.0, 0.34657, 1.0, 3.75, 88.0, 690.5):
        true = Decimal(x).exp()
        found = exp(np.array([x]))[0]
        assert abs(Decimal(float(found)) - true) <= 2 * Decimal(float(np.spacing(found)))
    for x in (1e-300, 2.0**-53, 0.5, 0.70710678, 0.70710679, 0.999999, 1.0, 1.000001, 7.5, 1e300):
        true = Decimal(x).ln()
        found = log(np.array([x]))[0]
        assert abs(Decimal(float(found)) - true) <= 2 * Decimal(float(np.spacing(abs(found))))


def test_the_normal_quantile_agrees_with_two_other_programs() -> None:
    u = np.concatenate(
        [
            [2.0**-53, 1e-12, 1e-6, 0.0749, 0.0751, 0.5, 0.9249, 0.9251, 1 - 2.0**-53],
            uniforms(4, ["a"], 0, 500)[:, 0],
        ]
    )
    found = normal_quantile(u)
    assert found == pytest.approx([NormalDist().inv_cdf(chance) for chance in u], rel=1e-14, abs=1e-15)
    assert found == pytest.approx(ndtri(u), rel=1e-14, abs=1e-15)
    assert kstest(normal_quantile(uniforms(4, ["a"], 0, 5000)[:, 0]), "norm").pvalue > 0.001


def test_the_digits_of_a_value_are_the_same_on_every_machine() -> None:
    found = at(by_quantiles(8, 20, 60), 2.0**-53, 0.01, 0.3, 0.6, 0.95, 1 - 2.0**-53)
    assert [value.hex() for value in found] == DIGITS
