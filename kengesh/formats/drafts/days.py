"""The days, months and years that a sentence names, in Turkish, English and Russian.

======================================================  ==============================================
``16 Kasım 2025``, ``November 16, 2025``,               the day, ``2025-11-16``
``16 ноября 2025 года``, ``16.11.2025``, ``2025-11-16``
``9-11 Şubat 2023``, ``30 November – 2 December 2025``  from the first day until before the day after the last
``Kasım 2025``, ``в ноябре 2025 года``                  the month
``2018 yılında``, ``2018'de``, ``in 2018``, ``в 2018 году``  the year
``2016-2018 yıllarında``, ``2016–2018 гг.``             from the first year until before the year after the last
``aynı yıl``, ``that same year``, ``в том же году``     the year that was named last before
``16 Kasım tarihinde``                                  the year is completed, where that is sure (below)
``31 Kasım 2025``                                       no such day: `when` is None
======================================================  ==============================================

**A day without a year** takes the year under which the same day and month stand in full elsewhere in the draft, if there is one
such year only; else the one year that its own sentence names before it, or the sentence before it in the same paragraph. Where
neither is sure, the day is not told. Not read: days in words (on the sixteenth), quarters and seasons, centuries, "last year",
and dates with slashes in English of which nobody can say which number is the month.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from kengesh.formats.drafts.day_words import DAY_WORDS, DayWords
from kengesh.formats.drafts.languages import lowered
from kengesh.formats.drafts.values import DayMention

YEAR = r"(?:19|20)\d{2}"
A_LEAP_YEAR = 2000  # a day without a year is impossible when even a leap year lacks it
GOAL_WITHIN = 40  # letters before a date in which the words of a goal stand
_GOAL_BEFORE = re.compile(r"(?:\bby|\buntil|\btill|\bbefore|\bдо|\bк|\bfor|\bна)\s*(?:the\s+(?:year\s+)?)?$")
_GOAL_AFTER = re.compile(r"['’]?\w*\s*(?:yıl\w*\s*)?(?:kadar|dek|önce|öncesi)\b")
_SPLIT = re.compile(r"\d{4}|\d{1,2}")


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a date, before a missing year is found: the parts that they give, and where they stand.

    `last` is the end of a range: its day, month and year. `same_year` stands for the year that was named before.
    A `goal` is a date up to which something is to be; no other date is completed from it.
    """

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: tuple[int | None, int | None, int | None] | None = None
    same_year: bool = False
    goal: bool = False

    def dated(self, year: int | None = None) -> DayMention:
        """Return the mention, with this year where the words give none."""
        return DayMention(_when(self, self.year or year), self.text, self.start, self.end)

    @property
    def possible(self) -> bool:
        """Whether some year has this day."""
        return _when(self, self.year or A_LEAP_YEAR) is not None


def named_in(text: str, language: str) -> tuple[Named, ...]:
    """Return the dates that a text names, in order; the longest reading of any words is taken."""
    small, found, end = lowered(text, language), [], 0
    for match in _pattern(language).finditer(small):
        if (one := _read(match, text, language)) is not None and match.start() >= end:
            found.append(replace(one, goal=is_goal(small, match.start(), match.end())))
            end = match.end()
    return tuple(found)


def is_goal(small: str, start: int, end: int) -> bool:
    """Whether a date, in small letters, is one up to which something is to be: until 2030, 2030'a kadar, до 2030 года."""
    near = slice(max(0, start - GOAL_WITHIN), start)
    return bool(_GOAL_BEFORE.search(small[near]) or _GOAL_AFTER.match(small, end))


def days_in(text: str, language: str) -> tuple[DayMention, ...]:
    """Return the dates of a text that stands alone, such as a note; a day without a year is told only where it is impossible."""
    return completed((named_in(text, language),))[0]


def completed(
    sentences: tuple[tuple[Named, ...], ...], known: Mapping[tuple[int, int], int] | None = None
) -> list[tuple[DayMention, ...]]:
    """Return the days of the sentences of one paragraph, each without a year completed where that is sure."""
    before: set[int] = set()
    told = []
    for sentence in sentences:
        own: list[int] = []
        days = []
        for one in sentence:
            year = one.year or _year_for(one, own, before, known or {})
            if year is not None and not one.goal:
                own.append(year)
            if year is not None or not one.possible:
                days.append(one.dated(year))
        told.append(tuple(days))
        before = set(own)
    return told


def years_of_days(named: tuple[Named, ...]) -> dict[tuple[int, int], int]:
    """Return the year of each day and month that stand in full, where all agree."""
    years: dict[tuple[int, int], set[int]] = {}
    for one in named:
        if one.year and one.month and one.day:
            years.setdefault((one.month, one.day), set()).add(one.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _year_for(
    one: Named, own: list[int], before: set[int], known: Mapping[tuple[int, int], int]
) -> int | None:
    if one.same_year:
        return own[-1] if own else min(before) if len(before) == 1 else None
    if one.month and one.day and (one.month, one.day) in known:
        return known[one.month, one.day]
    near = set(own) or before
    return min(near) if len(near) == 1 else None


def _when(one: Named, year: int | None) -> str | None:
    if year is None:
        return None
    try:
        first = _text(year, one.month, one.day)
        if one.last is None:
            return first
        last_year, last_month, last_day = one.last
        after = _after(last_year or year, last_month, last_day)
        return f"{first}/{after}" if first < after else None
    except ValueError:
        return None


def _text(year: int, month: int | None, day: int | None) -> str:
    whole = date(year, month or 1, day or 1).isoformat()
    return whole if day else whole[:7] if month else whole[:4]


def _after(year: int, month: int | None, day: int | None) -> str:
    """Return the day, month or year after this one: an interval ends before it."""
    if day and month:
        return (date(year, month, day) + timedelta(days=1)).isoformat()
    return f"{year + 1:04d}" if not month else _text(year + month // 12, month % 12 + 1, None)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = DAY_WORDS[language]
    month = "(?:" + "|".join(words.months) + ")"
    day = rf"(?<![\d.,/:-])(?:0?[1-9]|[1-3]\d)(?!\d){words.after_day}"
    after = rf"(?:0?[1-9]|[1-3]\d)(?!\d){words.after_day}"
    own_year = rf"(?:{words.before_year}{YEAR}(?!\d))?"
    span = rf"{YEAR}\s*[-–—/]\s*{YEAR}(?!\d)"
    forms = [
        r"(?P<iso>(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-]))",
        rf"(?P<figures>(?<![\d./])\d{{1,2}}[./]\d{{1,2}}[./]{YEAR}(?![\d./]*\d))",
        rf"(?P<two_months>{day}\s+{month}(?!\w){own_year}{words.sep}{after}\s+{month}(?!\w){own_year})",
        rf"(?P<range>{day}{words.sep}{after}\s+{month}(?!\w){own_year})",
        rf"(?P<day>{day}\s+{month}(?!\w){own_year})",
        *_month_first(words, month),
        rf"(?P<month>\b{month}{words.before_year}{YEAR}(?!\d))",
        rf"(?P<lone>{words.lone_month.replace('{month}', month)})",
        rf"(?P<years>(?<![\w-]){span})",
        rf"(?P<same>\b{words.same_year})",
        rf"(?P<year>(?<![\w-])(?:{'|'.join(one.replace('{year}', YEAR) for one in words.years)}))",
    ]
    return re.compile("|".join(forms))


def _month_first(words: DayWords, month: str) -> list[str]:
    """November 16, 2025; November 14-16, 2025; November 30 to December 2, 2025. Turkish writes so in citations."""
    if not words.month_first:
        return []
    day = r"(?:0?[1-9]|[1-3]\d)(?!\d)(?:st|nd|rd|th)?(?![:./]\d)"
    year = rf"(?:,?\s+{YEAR}(?!\d))?"
    return [
        rf"(?P<us_two_months>\b{month}\s+{day}{words.sep}{month}\s+{day}{year})",
        rf"(?P<us_range>\b{month}\s+{day}{words.sep}{day}{year})",
        rf"(?P<us_day>\b{month}\s+{day}{year})",
    ]


def _read(match: re.Match[str], text: str, language: str) -> Named | None:
    found = match[0]
    bare = Named(text[match.start() : match.end()], match.start(), match.end())
    numbers = [int(one) for one in _SPLIT.findall(found)]
    years = [one for one in numbers if one > 99]
    days = [one for one in numbers if one <= 99]
    kind = match.lastgroup
    if kind == "iso":
        return replace(bare, year=numbers[0], month=numbers[1], day=numbers[2])
    if kind == "figures":
        return _figures(bare, numbers, "/" in found and not DAY_WORDS[language].slash_is_sure)
    if kind == "same":
        return replace(bare, same_year=True)
    if kind in ("year", "years"):
        return _years(bare, years)
    months = _months(found, language)
    year = years[0] if years else None
    if kind in ("month", "lone"):
        return replace(bare, year=year, month=months[0])
    if len(days) == 2:
        last = (years[-1] if years else None, months[-1], days[1])
        return replace(bare, year=year, month=months[0], day=days[0], last=last)
    return replace(bare, year=year, month=months[0], day=days[0])


def _figures(bare: Named, numbers: list[int], unsure: bool) -> Named | None:
    day, month, year = numbers
    if unsure and day != month:
        if day <= 12 and month <= 12:
            return None
        day, month = max(day, month), min(day, month)
    return replace(bare, year=year, month=month, day=day)


def _years(bare: Named, years: list[int]) -> Named | None:
    if len(years) == 1:
        return replace(bare, year=years[0])
    return replace(bare, year=years[0], last=(years[1], None, None)) if years[0] < years[1] else None


def _months(found: str, language: str) -> list[int]:
    places = [
        (match.start(), number)
        for number, month in enumerate(DAY_WORDS[language].months, 1)
        for match in re.finditer(rf"\b(?:{month})(?!\w)", found)
    ]
    return [number for _place, number in sorted(places)]
