"""Times of Wikidata as dates of ours.

A time is ``{"time": "+1992-03-02T00:00:00Z", "precision": 11, "calendarmodel": ".../Q1985727", "before": 0, "after": 0}``
(https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html).

=================  ===============================================================================================
precision 11 to 14 the day; hours, minutes and seconds are left out
10, 9              the month, the year
8, 7, 6            one day within the decade, the century (2000 is the last year of the twentieth) or the millennium
less               no date of ours, and so is a year before 1
Julian calendar    in these files the digits are those of the Julian calendar; the day is converted, a month or year
                   becomes ``[first day..last day]``
before, after      not nought: one day within so many units before and after
=================  ===============================================================================================

Query results have times without precision, always in the Gregorian calendar. There the first of January may stand for a year and
the first of a month for that month, and it is taken so: less than the source may know, and never more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from kengesh.terms.edtf import LAST_YEAR

TIME = re.compile(r"([+-]?)(\d{1,16})-(\d\d)-(\d\d)(?:T.*)?")
JULIAN = "Q1985786"
DAY, MONTH, YEAR, DECADE, CENTURY, MILLENNIUM = 11, 10, 9, 8, 7, 6
YEARS_IN = {DECADE: 10, CENTURY: 100, MILLENNIUM: 1000}
JULIAN_DAY_BEFORE_ONE = (
    1_721_425  # the Julian day number of the day before 0001-01-01, by which Python counts days
)


def date_of(value: Mapping[str, Any]) -> str | None:
    """Return a time with its precision as a date of ours; None where there is none. Raises ValueError for what is no time."""
    year, month, day = _digits(str(value.get("time", "")))
    precision = int(value.get("precision", DAY))
    if not 1 <= year <= LAST_YEAR or precision < MILLENNIUM:
        return None
    precision = min(precision, DAY)
    if precision >= MONTH and not month:
        precision = YEAR
    if precision == DAY and not day:
        precision = MONTH
    before, after = int(value.get("before") or 0), int(value.get("after") or 0)
    if precision < YEAR:
        return _within_years(year, precision)
    if before or after:
        return _around(year, precision, before, after)
    if str(value.get("calendarmodel", "")).endswith(JULIAN):
        return _from_julian(year, month, day, precision)
    text = _written(year, month, day, precision)
    if precision >= MONTH:
        date(year, month, day if precision == DAY else 1)  # raises ValueError where there is no such day
    return text


def date_of_query(text: str) -> str | None:
    """Return a time of a query result as a date of ours, None where it is none. Raises ValueError for what is no time."""
    year, month, day = _digits(text)
    if not 1 <= year <= LAST_YEAR:
        return None
    date(year, month, day)
    precision = DAY if day != 1 else MONTH if month != 1 else YEAR
    return _written(year, month, day, precision)


def _digits(text: str) -> tuple[int, int, int]:
    found = TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    sign, year, month, day = found.groups()
    return (-int(year) if sign == "-" else int(year)), int(month), int(day)


def _written(year: int, month: int, day: int, precision: int) -> str:
    parts = [f"{year:04}", f"{month:02}", f"{day:02}"]
    return "-".join(parts[: precision - YEAR + 1])


def _within_years(year: int, precision: int) -> str | None:
    length = YEARS_IN[precision]
    # a decade begins with its 0, a century and a millennium with their 1
    first = year - year % length if precision == DECADE else (year - 1) // length * length + 1
    first, last = max(1, first), first + length - 1
    return f"[{first:04}..{last:04}]" if last <= LAST_YEAR else None


def _around(year: int, precision: int, before: int, after: int) -> str:
    """Return the bounds of a time that may be off by some units; of days and months the whole years around are taken."""
    wide = 1 if precision == YEAR else 0
    first = max(1, year - (before * wide if wide else (1 if before else 0)))
    last = min(LAST_YEAR, year + (after * wide if wide else (1 if after else 0)))
    return f"[{first:04}..{last:04}]"


def _from_julian(year: int, month: int, day: int, precision: int) -> str | None:
    if precision == DAY:
        found = _gregorian(year, month, day)
        return None if found is None else found.isoformat()
    first = _gregorian(year, month if precision == MONTH else 1, 1)
    following = (year + month // 12, month % 12 + 1) if precision == MONTH else (year + 1, 1)
    after = _gregorian(*following, 1)
    if first is None or after is None:
        return None
    return f"[{first.isoformat()}..{(after - timedelta(days=1)).isoformat()}]"


def _gregorian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of a Julian one, by its Julian day number. Raises ValueError where there is no such day."""
    leap = 29 if year % 4 == 0 else 28
    lengths = (31, leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        raise ValueError(f"{year}-{month}-{day}")
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    ordinal = number - JULIAN_DAY_BEFORE_ONE
    return date.fromordinal(ordinal) if 1 <= ordinal < date.max.toordinal() else None
