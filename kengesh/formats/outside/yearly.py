"""From one code a year to acts: when a status began and ended, as far as years tell, and when there surely was none.

The codes are those of Correlates of War IGO v3 (:mod:`kengesh.formats.outside.cow`). The codebook gives one code for each calendar
year and names no day in it. It lists members by year of accession, so the first year with a status is the year in which it
began; of the last one it does not say whether it is the year of leaving or the one before. Hence:

==========================================  ====================================================================
first year with a status                    had begun in that year: ``[..1992]``
... and every year before it is 0 or -1,    began in that year: ``1992``. A beginning denies what was before it, so it
back to one without the organization, or    is bounded only where no year is missing that could have been one of
to an earlier status                        membership
another status before                       changed from the last year of that one on: ``[1991..1992]``
last year with a status, 0 in a later one   ended in one of them or between: ``[2000..2001]``
last year of all                            seen in it; no end
0                                           a denial of every status through those years, to the day, but not of a
                                            first year after a status or a hole: in it one may have ended
-9, an empty cell, no row for the year      nothing at all: not a no, and no end of what was there before
-1, the organization does not exist         no denial; a status that was there has ended, as at 0
-1, the state is not in the state system    nothing; where it stays so to the end, a status ended at some time (weak)
==========================================  ====================================================================

So in a year without a code what was before it still stands, as everywhere in a record: a status, last attested before the hole, or
the end of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from kengesh.formats.outside.acts import about
from kengesh.formats.outside.values import Act

NONE, MEMBER, ASSOCIATE, OBSERVER = 0, 1, 2, 3
UNKNOWN, NO_BODY, NO_STATE = 4, 5, 6
"""Codes as they are kept: 0 to 3 as the source has them; nothing known (-9, empty); and the two meanings of -1."""

STATUSES: Mapping[int, str] = MappingProxyType(
    {MEMBER: "member", ASSOCIATE: "associate", OBSERVER: "observer"}
)
WRITTEN = {
    NONE: "0",
    MEMBER: "1",
    ASSOCIATE: "2",
    OBSERVER: "3",
    UNKNOWN: "-9",
    NO_BODY: "-1",
    NO_STATE: "-1",
}


@dataclass(frozen=True, slots=True)
class Series:
    """The codes of one party in one body by year, with the line of each, and where they stand (a column)."""

    party: str
    body: str
    source: str
    column: str
    years: Sequence[int]
    lines: Sequence[int]
    codes: bytes
    body_began: int | None = None
    body_ended: int | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """Years of one code, by their places in the series; years without a code between them are left out."""

    code: int
    places: tuple[int, ...]


def acts_of(series: Series) -> Iterator[Act]:
    """Yield what a series tells, in the order of the years."""
    told = [place for place, code in enumerate(series.codes) if code not in (UNKNOWN, NO_STATE)]
    grouped = groupby(told, key=series.codes.__getitem__)
    runs = [_Run(code, tuple(places)) for code, places in grouped]
    spells: dict[int, int] = {}
    for place, run in enumerate(runs):
        before = runs[place - 1] if place else None
        after = runs[place + 1] if place + 1 < len(runs) else None
        if run.code in STATUSES:
            spells[run.code] = spells.get(run.code, 0) + 1
            yield from _status(series, before, run, after, spells[run.code])
        elif run.code == NONE:
            yield from _denials(series, run)


def _status(series: Series, before: _Run | None, run: _Run, after: _Run | None, count: int) -> Iterator[Act]:
    status, spell = STATUSES[run.code], count if count > 1 else None
    first, last = series.years[run.places[0]], series.years[run.places[-1]]
    seen = (run.places[0],) if before is None else (before.places[-1], run.places[0])
    if before is not None and before.code in STATUSES:
        on = f"[{series.years[before.places[-1]]:04}..{first:04}]"
        was = STATUSES[before.code]
        yield _act("change-participation", series, on, seen, status=status, was=was, spell=spell)
    else:
        yield _act(
            "begin-participation", series, _begun(series, run.places[0]), seen, status=status, spell=spell
        )
    if after is not None:
        if after.code not in STATUSES:
            on = f"[{last:04}..{series.years[after.places[0]]:04}]"
            seen = (run.places[-1], after.places[0])
            yield _act("end-participation", series, on, seen, status=status, spell=spell)
        return
    if (
        last > first and last != series.body_ended
    ):  # in the year of its end it is not known until when it was there
        yield _act("attest-participation", series, f"{last:04}", (run.places[-1],), status=status)
    if series.codes[-1] == NO_STATE:
        seen = (run.places[-1], len(series.codes) - 1)
        ended = {"status": status, "spell": spell, "basis": "weak"}
        yield _act("end-participation", series, f"[{last:04}..]", seen, **ended)


def _begun(series: Series, place: int) -> str:
    """Return when a status began that was first seen there: in that year, or by then."""
    year = series.years[place]
    while place > 0 and series.years[place - 1] == series.years[place] - 1:
        place -= 1
        if series.codes[place] == NO_BODY or series.codes[place] in STATUSES:
            return f"{year:04}"
        if series.codes[place] != NONE:
            return f"[..{year:04}]"
    is_all = place == 0 and series.body_began == series.years[0]
    return f"{year:04}" if is_all else f"[..{year:04}]"


def _denials(series: Series, run: _Run) -> Iterator[Act]:
    for _offset, group in groupby(enumerate(run.places), key=lambda one: series.years[one[1]] - one[0]):
        span = [place for _number, place in group]
        span = span if _is_sure(series, span[0]) else span[1:]
        if not span:
            continue
        first, last = series.years[span[0]], series.years[span[-1]]
        on = f"{first:04}" if first == last else f"{first:04}-01-01/{last + 1:04}-01-01"
        yield _act("deny-participation", series, on, (span[0], span[-1]))


def _is_sure(series: Series, place: int) -> bool:
    """Whether a first year of code 0 is one from its first day: nothing before it can have ended in it."""
    if not set(series.codes[:place]) - {NO_BODY, NO_STATE}:
        return True
    follows = series.years[place - 1] == series.years[place] - 1
    return follows and series.codes[place - 1] in (NONE, NO_BODY, NO_STATE)


def _act(kind: str, series: Series, on: str, places: Sequence[int], **fields: object) -> Act:
    seen = dict.fromkeys(places)
    rows = [f"line {series.lines[at]}, {series.years[at]}: {WRITTEN[series.codes[at]]}" for at in seen]
    passage = f"column {series.column}; {'; '.join(rows)}"
    return about(kind, series.party, series.body, on, series.source, passage, **fields)
