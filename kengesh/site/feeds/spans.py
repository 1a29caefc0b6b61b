"""The whole days over which something was, or may have been, as calendars have them: a first day, and the one after the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kengesh.terms.bounds import Kind
from kengesh.terms.dates import When, parse_when

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """The days of an event: from `start` up to but without `end`; `sure` unless it may be on other days than these, or fewer."""

    start: date
    end: date
    sure: bool


def span_of(days: Iterable[str]) -> Span | None:
    """Return the days in which something was, by all dates that are given for it; None where they bound it on no side."""
    spans = [_span(parse_when(day)) for day in dict.fromkeys(days)]
    known = [one for one in spans if one is not None]
    if not known:
        return None
    start, end = min(one.start for one in known), max(one.end for one in known)
    return Span(start, end, len(spans) == 1 and known[0].sure)


def _span(when: When) -> Span | None:
    sure = not (when.approximate or when.uncertain)
    if when.kind is Kind.INTERVAL:
        first, last = when.start.earliest, when.end.latest
        plain = all(one is not None and one.kind is Kind.DAY for one in (when.first, when.last))
        exact = plain and not any(one.approximate or one.uncertain for one in (when.first, when.last) if one)
        if first is None or last is None:
            only = first or last
            return None if only is None else Span(only, only + ONE_DAY, False)
        return Span(first, max(last, first + ONE_DAY), exact)
    first, last = when.earliest, when.latest
    only = first or last
    if only is None:
        return None
    return Span(first or only, (last or only) + ONE_DAY, sure and first == last and when.kind is Kind.DAY)
