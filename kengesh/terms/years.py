"""How many years lie between two dates of a record: a range, as wide as the dates are imprecise.

Between a day within [a, b] and a later one within [c, d] lie at least c - b and at most d - a days, and never fewer than none:
what answers a thing does not come before it. Where a date has no first or no last possible day, that side is open.

    >>> from kengesh.terms.dates import parse_when
    >>> between(parse_when("2018"), parse_when("2020-01-01"))
    Span(least_days=366, most_days=730)
    >>> median_of([Span(10, 10), Span(20, 40), Span(30, None)])
    Span(least_days=20, most_days=40)

A year is 365.2425 days long, the mean of the Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from kengesh.terms.bounds import When
from kengesh.terms.messages import _

DAYS_A_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Span:
    """A number of days, known as a range; `most_days` is None where nothing limits it."""

    least_days: float
    most_days: float | None

    @property
    def least_years(self) -> float:
        """The fewest years that it may be."""
        return self.least_days / DAYS_A_YEAR

    @property
    def most_years(self) -> float | None:
        """The most years that it may be, None where nothing limits it."""
        return None if self.most_days is None else self.most_days / DAYS_A_YEAR


def between(first: When, then: When) -> Span | None:
    """Return what lies between two changes; None where the second surely came before the first."""
    if then.latest is not None and first.earliest is not None and then.latest < first.earliest:
        return None
    least = 0 if then.earliest is None or first.latest is None else (then.earliest - first.latest).days
    most = None if then.latest is None or first.earliest is None else (then.latest - first.earliest).days
    return Span(max(0, least), most)


def median_of(spans: Sequence[Span]) -> Span | None:
    """Return the median of spans, itself a range: that of the least and that of the most; None of none.

    The median only grows when a value grows, so whatever the true values are, theirs lies between the two.
    """
    if not spans:
        return None
    most = median(inf if one.most_days is None else one.most_days for one in spans)
    return Span(median(one.least_days for one in spans), None if most == inf else most)


def years_written(least_years: float, most_years: float | None, language: str) -> str:
    """Write a range of years in figures, to a tenth: ``1.6``, ``1.2–2.0``, ``at least 1.2``."""
    least = _tenths(least_years, language)
    if most_years is None:
        return _("at least {years}").format(years=least)
    most = _tenths(most_years, language)
    return least if least == most else f"{least}–{most}"


def _tenths(years: float, language: str) -> str:
    """Return a number to a tenth; of our nine languages English alone has a point where the others have a comma."""
    written = f"{years:.1f}"
    return written if language == "en" else written.replace(".", ",")
