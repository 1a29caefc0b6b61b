"""The one declared step of calibration: how many hours goods spend in each wait at a port or a terminal of which nobody told anything.

One number is estimated, the same for every such wait (the dwell of a transfer, the headway of a vessel), from the rows of the table
``check`` that are for calibration and no others. It is that with the least sum of absolute deviations

    sum over rows of | published - (known hours + waits * hours) |

which is a weighted median: of (published - known) / waits, weighted by the waits (P. Bloomfield and W. L. Steiger, Least Absolute
Deviations, 1983), so that one odd row does not carry it; never below zero. The rows kept for comparison are told with it and without
it, and have no part in it. Rows whose lacking numbers are not all such waits have none either.

It is a sum of all that keeps goods in ports and terminals, and no measurement of any of them: no answer but these checks uses it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median

from kengesh.corridors.model import Model
from kengesh.corridors.network.quantities import unit_of
from kengesh.corridors.questions.beside import Beside
from kengesh.corridors.questions.check_units import in_unit
from kengesh.corridors.questions.checks import checks_of, is_wait
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Deviation:
    """A row of the calibration in hours: what is published, what is known of it, and how many waits are lacking."""

    check: str
    published: float
    known: float
    waits: int

    def left(self, hours: float) -> float:
        """What is left to explain with so many hours for each wait."""
        return self.published - self.known - self.waits * hours


@dataclass(frozen=True, slots=True)
class Calibration:
    """The hours for each wait of which nobody told anything, and the rows that they were estimated from."""

    hours: float
    rows: tuple[Deviation, ...]

    def deviation(self, hours: float) -> float:
        """The sum of the absolute deviations with so many hours."""
        return sum(abs(one.left(hours)) for one in self.rows)

    def __str__(self) -> str:
        says = _(
            "Calibration, from the rows {rows} alone: {hours:.1f} h for each wait at a port or terminal of which nobody told anything "
            "(least absolute deviations: {without:.0f} h without, {with_:.0f} h with it)."
        )
        names = ", ".join(one.check for one in self.rows)
        deviations = {"without": self.deviation(0.0), "with_": self.deviation(self.hours)}
        return says.format(rows=names, hours=self.hours, **deviations)


@dataclass(frozen=True, slots=True)
class Checked:
    """All figures, those of time with the calibration beside; no calibration where no row allows one."""

    figures: tuple[Beside, ...]
    calibration: Calibration | None

    def of_use(self, use: str) -> tuple[Beside, ...]:
        """Return the figures for calibration or for comparison of which the model has a value."""
        return tuple(one for one in self.figures if one.check.use == use and one.value is not None)

    def typical(self, calibrated: bool = False) -> float | None:
        """Return the median absolute relative difference of the times kept for comparison, without or with the calibration."""
        times = [one for one in self.of_use("comparison") if one.check.measure == "time"]
        found = [one.calibrated_relative if calibrated else one.relative for one in times]
        known = [abs(one) for one in found if one is not None]
        return median(known) if known else None


def checked(model: Model) -> Checked:
    """Set the model beside all figures, with the calibration where there is one."""
    figures = tuple(checks_of(model))
    found = calibration(model, figures)
    if found is None:
        return Checked(figures, None)
    return Checked(tuple(_calibrated(model, one, found.hours) for one in figures), found)


def _calibrated(model: Model, one: Beside, hours: float) -> Beside:
    """Return a figure of time with its value for so many hours for each wait that is lacking."""
    if one.check.measure != "time" or one.value is None:
        return one
    more = in_unit(model, one.check, hours * one.waits)
    return replace(one, calibrated=None if more is None else one.value + more)


def calibration(model: Model, figures: Iterable[Beside]) -> Calibration | None:
    """Estimate the hours for each wait from the rows for calibration; None where none of them lacks a wait."""
    rows = tuple(_deviation(one) for one in figures if _may_be_used(model, one))
    return Calibration(least_deviation(rows), rows) if rows else None


def least_deviation(rows: Iterable[Deviation]) -> float:
    """Return the hours with the least sum of absolute deviations, the lower where there are several; not below zero."""
    ratios = sorted((one.left(0.0) / one.waits, one.waits) for one in rows)
    half, passed = sum(waits for _ratio, waits in ratios) / 2, 0
    for ratio, waits in ratios:
        passed += waits
        if passed >= half:
            return max(ratio, 0.0)
    raise ValueError("there is no row to estimate the hours from")


def _may_be_used(model: Model, one: Beside) -> bool:
    return (
        one.check.use == "calibration"
        and one.check.measure == "time"
        and one.waits > 0
        and one.value is not None
        and one.published is not None
        and all(is_wait(model, slot) for slot in one.lacking)
    )


def _deviation(one: Beside) -> Deviation:
    factor = unit_of("time", one.check.unit).factor
    return Deviation(one.check.id, (one.published or 0.0) * factor, (one.value or 0.0) * factor, one.waits)
