"""Dates in a unit, however its language writes them, as days that can be compared.

Found are: day, month and year (``16 November 2025``, ``16-уми ноябри соли 2025``), year, day and month (``2025 жылғы 16
қараша``, ``2025-yil 16-noyabr``), year, month and day (``2025-ci ilin noyabrın 16-da``), month, day and year (``November
16, 2025``), a month with its year, a day with its month, ``16.11.2025``, ``16/11/2025``, ``2025-11-16``, and days in a
range (``9–11 February 2023``, ``с 9 по 11 февраля``). Month names take the case endings of the language.

A month that has no figure beside it is not found (``in November``), nor are years of two figures, names of months that
are not those of the Gregorian calendar in use (the Turkmen names of 2002–2008, Kyrgyz folk names), nor dates written
wholly in words. Of ``5/6/2025`` the first figure is the day.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from kengesh.texts.concordance.tables import patterns
from kengesh.texts.concordance.versions import blotted

UNKNOWN = "--"
_ATTACHED = r"(?:[-'][^\W\d_]{1,9}|[^\W\d_]{1,3}(?!\w))?"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|по|и|то|ва|ila|ile|ve|və|және|жана|we|va)\s)"
_DAY = rf"(?<![\d.,])(?P<day>\d{{1,2}}(?:{_TO}\d{{1,2}})?)(?!\d)"
_YEAR = r"(?<![\d.,/])(?P<year>\d{4})(?!\d)"
# The word for year, or for month, that may stand between the parts of a date.
_BETWEEN = {
    "en": r"(?:of\s+)?",
    "tr": r"(?:(?:yılı\w*|ay\w*)\s+)?",
    "ru": r"(?:года?\s+)?",
    "az": r"(?:(?:il\w*|ay\w*)\s+)?",
    "kk": r"(?:(?:жыл\w*|ж\.|ай\w*)\s+)?",
    "ky": r"(?:(?:жыл\w*|ж\.|ай\w*)\s+)?",
    "tg": r"(?:(?:сол\w*|моҳ\w*)\s+)*",
    "tk": r"(?:(?:ýyl\w*|aý\w*)\s+)?",
    "uz": r"(?:(?:yil\w*|y\.|oy\w*)\s+)?",
}
_YEAR_FIRST = ("az", "kk", "ky", "tk", "uz")
_NUMERIC = (
    re.compile(r"(?<![\d.,/-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"),
    re.compile(
        r"(?<![\d.,/-])(?P<day>\d{1,2})(?P<sign>[./])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})(?![\d/])"
    ),
)


class Day(Struct, frozen=True):
    """A date as a version writes it. What it leaves out is ``--``."""

    year: str
    month: str
    day: str
    words: str

    @property
    def value(self) -> tuple[str, str, str]:
        """What it is compared by."""
        return self.year, self.month, self.day

    @property
    def whole(self) -> bool:
        """Whether the day, the month and the year are there."""
        return UNKNOWN not in self.value

    @property
    def parts(self) -> set[str]:
        """Its figures, the month apart from the others, for dates that are put together differently."""
        return {self.year, f"month {self.month}", self.day.lstrip("0")} - {UNKNOWN}


def dates(small: str, shown: str, language: str) -> tuple[list[Day], str]:
    """Return the dates of a unit, and its small letters with them blotted out."""
    found: list[Day] = []
    for pattern in (*_NUMERIC, *_patterns(language)):
        for match in pattern.finditer(small):
            if (
                language == "en"
                and match.groupdict().get("name")
                and not shown[match.start("name")].isupper()
            ):
                continue  # "may" is a month with a capital only
            words = shown[match.start() : match.end()]
            found.extend(Day(*value, words) for value in _values(match, language))
            small = blotted(small, match)
    return found, small


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """The orders in which a date with the name of its month may stand, the longest first."""
    ending = patterns("endings")[language]
    names = "|".join(f"(?P<m{at}>{name})" for at, name in enumerate(patterns("months")[language], start=1))
    possessive = "" if language == "en" else r"(?:'?\w{1,3})??"
    month = rf"(?<![^\W\d_])(?P<name>{names}){possessive}(?:{ending})?(?!\w)"
    between = _BETWEEN[language]
    comma = (
        ",?" if language == "en" else ""
    )  # where the year comes first, a comma parts one date from the next
    day_first = rf"{_DAY}{_ATTACHED}\s*-?{between}{month}{comma}\s*{between}{_YEAR}"
    year_first = rf"{_YEAR}{_ATTACHED}\s*{between}{_DAY}{_ATTACHED}\s*-?{month}"
    orders = (
        *((year_first, day_first) if language in _YEAR_FIRST else (day_first, year_first)),
        rf"{_YEAR}{_ATTACHED}\s*{between}{month}\s+{between}{_DAY}(?=-)",
        rf"{month}\s+{_DAY}{_ATTACHED},\s*{_YEAR}",
        rf"{month}{comma}\s+{between}{_YEAR}",
        rf"{_YEAR}{_ATTACHED}\s*{between}{month}",
        rf"{_DAY}{_ATTACHED}\s*-?{between}{month}",
        rf"{month}\s+{between}{_DAY}(?![\d%]|[.,]\d)",
    )
    return tuple(map(re.compile, orders))


def _values(match: re.Match[str], language: str) -> list[tuple[str, str, str]]:
    parts_found = match.groupdict()
    year = parts_found.get("year") or UNKNOWN
    days = re.findall(r"\d+", parts_found.get("day") or "") or [UNKNOWN]
    month = parts_found.get("month") or next(
        name[1:] for name, part in parts_found.items() if part and name[1:].isdecimal()
    )
    if language == "en" and int(month) > 12 and parts_found.get("sign"):
        month, days = days[0], [month]
    return [(year, f"{month:0>2}", f"{day:0>2}") for day in days]
