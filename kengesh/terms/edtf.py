"""Reading a date of our EDTF subset; the subset is specified in ``kengesh.terms.dates``.

Reading is strict: one spelling for one date, ASCII digits, no spaces, only days that exist, nothing that ends before it
begins. A text that was read before is not read again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from kengesh.terms.bounds import Bound, Edge, Kind, When
from kengesh.terms.messages import _

ONE_DAY = timedelta(days=1)
DAYS_OFF = timedelta(days=7)
LAST_YEAR = 9998


class DateError(ValueError):
    """A date that is not in the subset; the sentence says what is expected."""


@lru_cache(maxsize=8192)
def parse_when(text: str) -> When:
    """Read a date of the subset. Raises DateError with a sentence that says what is expected."""
    if text.startswith("[") or text.endswith("]"):
        return _parse_within(text)
    if "/" in text:
        return _parse_interval(text)
    return _parse_single(text, text)


def parse_day(text: str) -> date:
    """Read one plain day, ``2025-11-16``. Raises DateError for anything else."""
    when = parse_when(text)
    if when.kind is not Kind.DAY or when.approximate or when.uncertain or when.earliest is None:
        raise DateError(_("expected one day such as 2025-11-16, found {text}.").format(text=text))
    return when.earliest


def when_day(on: date) -> When:
    """Return the date that says exactly this day."""
    return parse_when(on.isoformat())


def day_before(on: date | None) -> date | None:
    """Return the day before, None for None and where the calendar ends."""
    return None if on is None or on == date.min else on - ONE_DAY


def day_after(on: date | None) -> date | None:
    """Return the day after, None for None and where the calendar ends."""
    return None if on is None or on == date.max else on + ONE_DAY


def _parse_single(text: str, whole: str) -> When:
    """Read a day, month or year with its mark; `whole` is the date it stands in, for the message."""
    plain, mark = (text[:-1], text[-1]) if text[-1:] in ("~", "?") else (text, "")
    parts = plain.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(map(_is_digits, parts)):
        raise DateError(_not_a_date(text, whole))
    kind = (Kind.YEAR, Kind.MONTH, Kind.DAY)[len(parts) - 1]
    first, after = _period(kind, [int(part) for part in parts], text)
    if mark != "~":
        doubtful = mark == "?"
        last = after - ONE_DAY
        change = Bound(first, last, doubtful)
        start = Bound(first, last, True) if doubtful else Bound(first, first)
        return When(text, kind, change, start, Bound(after, after), uncertain=doubtful)
    latest_end = _step(after, kind, +1)
    change = Bound(_step(first, kind, -1), day_before(latest_end))
    start = Bound(_step(first, kind, -1), _step(first, kind, +1))
    return When(text, kind, change, start, Bound(_step(after, kind, -1), latest_end), approximate=True)


def _period(kind: Kind, numbers: list[int], text: str) -> tuple[date, date]:
    """Return the first day of a day, month or year, and the first day after it."""
    year, month, day = (*numbers, 1, 1)[:3]
    if not 1 <= year <= LAST_YEAR:
        says = _(
            "{text}: the year must lie between 0001 and 9998; for what still lasts write .. after the slash."
        )
        raise DateError(says.format(text=text))
    if not 1 <= month <= 12:
        raise DateError(
            _("{text}: there is no month {month}; months go from 01 to 12.").format(text=text, month=month)
        )
    try:
        first = date(year, month, day)
    except ValueError:
        length = (_next_month(date(year, month, 1)) - ONE_DAY).day
        says = _("{text}: there is no such day; that month has the days 01 to {length}.")
        raise DateError(says.format(text=text, length=length)) from None
    if kind is Kind.DAY:
        return first, first + ONE_DAY
    return first, _next_month(first) if kind is Kind.MONTH else first.replace(year=year + 1)


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _step(bound: date, kind: Kind, way: int) -> date | None:
    """Move a bound by what ``~`` allows, None where the calendar ends: there is no such limit then."""
    try:
        if kind is Kind.DAY:
            return bound + way * DAYS_OFF
        months = bound.year * 12 + bound.month - 1 + way * (1 if kind is Kind.MONTH else 12)
        return date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None


def _parse_interval(text: str) -> When:
    sides = text.split("/")
    if len(sides) != 2 or sides == ["", ""]:
        says = _(
            "{text!r}: expected A/B, the day it began and the first day after it, such as 2019-03-23/2022-09-17."
        )
        raise DateError(says.format(text=text))
    first, last = (None if side in ("", "..") else _parse_single(side, text) for side in sides)
    begin = first.change if first else None
    end = last.change if last else None
    if begin and end:
        _check_order(begin, end, text)
    if begin is None:
        begin = Bound(None, None, edge=Edge.ALWAYS if sides[0] == ".." else Edge.UNKNOWN)
    if end is None:
        end = Bound(None, None, edge=Edge.NEVER if sides[1] == ".." else Edge.UNKNOWN)
    begin, end = _narrowed(begin, end)
    return When(text, Kind.INTERVAL, begin, begin, end, first=first, last=last)


def _narrowed(begin: Bound, end: Bound) -> tuple[Bound, Bound]:
    """Narrow the two bounds of an interval by each other: what lasted began at least one day before it ended."""
    sure_end = day_after(end.latest) if end.doubtful else end.latest
    eve = day_before(sure_end)
    sure_begin = day_after(begin.latest) if begin.doubtful else begin.latest
    if eve is not None and begin.edge is not Edge.ALWAYS and (sure_begin is None or eve < sure_begin):
        begin = replace(begin, latest=eve, doubtful=False)
    morrow = day_after(begin.earliest)
    if morrow is not None and end.edge is not Edge.NEVER and (end.earliest is None or end.earliest < morrow):
        end = replace(end, earliest=morrow)
    return begin, end


def _check_order(begin: Bound, end: Bound, text: str) -> None:
    if begin.earliest is None or end.latest is None or begin.earliest < end.latest:
        return
    if begin == end:
        says = _(
            "{text}: it ends on the day it begins; B in A/B is the first day after. For that one day write it alone."
        )
    else:
        says = _("{text}: it ends before it begins; write the earlier date first.")
    raise DateError(says.format(text=text))


def _parse_within(text: str) -> When:
    sides = text[1:-1].split("..")
    if text[0] + text[-1] != "[]" or len(sides) != 2 or sides == ["", ""]:
        says = _(
            "{text!r}: expected [A..B], [..B] or [A..], one day within, such as [2024-05-01..2024-05-09]."
        )
        raise DateError(says.format(text=text))
    first, last = (_parse_single(side, text) if side else None for side in sides)
    for side in (first, last):
        if side and (side.approximate or side.uncertain):
            says = _("{text}: no ~ or ? inside brackets; write the widest bounds instead.")
            raise DateError(says.format(text=text))
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest and latest and earliest > latest:
        raise DateError(
            _("{text}: the first day comes after the last; write the earlier date first.").format(text=text)
        )
    if first and first == last and first.kind is Kind.DAY:
        return first
    end = Bound(day_after(earliest), day_after(latest))
    change = Bound(earliest, latest)
    return When(text, Kind.WITHIN, change, change, end, first=first, last=last)


def _is_digits(part: str) -> bool:
    return part.isascii() and part.isdigit()


def _not_a_date(text: str, whole: str) -> str:
    if text[-2:] in ("~?", "?~") or text.endswith("%"):
        says = _("{whole!r}: a date is either approximate (~) or uncertain (?), not both; % is not used.")
    elif not text.isascii():
        says = _("{whole!r}: write dates with the digits 0 to 9 and plain hyphens, such as 2025-11-16.")
    elif text != text.strip() or " " in whole:
        says = _("{whole!r}: write dates without spaces, such as 2025-11-16.")
    else:
        says = _("{whole!r} is not a date: expected a day 2025-11-16, a month 2025-11 or a year 2025.")
    return says.format(whole=whole)
