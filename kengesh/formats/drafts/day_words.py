"""How dates are written in running text in Turkish, English and Russian: the data of ``kengesh.formats.drafts.days``.

Months are stems with the endings that they take: a date stands in a case (16 Kasım'da, в ноябре). May, Mart and Ekim are
words of their own as well, so a month alone counts only after the words under `lone_month`. A bare number of four digits is
no year either: years count with the words around them that make them years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class DayWords:
    """The patterns of one language, for text in small letters. `{year}` and `{month}` are put in where they stand.

    `months` are twelve patterns. `after_day` may stand between a day's number and its month, `sep` between two days, and
    `before_year` between a month and its year.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    years: tuple[str, ...]
    same_year: str
    lone_month: str
    after_day: str = ""
    sep: str = r"\s*[-–—]\s*"
    before_year: str = r"\s+"
    month_first: bool = False
    slash_is_sure: bool = True


_TR_CASE = r"(?:['’]\w{1,4}|d[ae]n?|t[ae]n?|[ıiuü]n)?"
TURKISH = DayWords(
    months=tuple(
        f"{month}{_TR_CASE}"
        for month in [
            "ocak",
            "şubat",
            "mart",
            "nisan",
            "mayıs",
            "haziran",
            "temmuz",
            "ağustos",
            "eylül",
            "ekim",
            "kasım",
            "aralık",
        ]
    ),
    weekdays=("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
    years=(
        r"{year}(?=\s+(?:yıl|sene)(?!lık|dönüm)\w*)",
        r"{year}(?=['’](?:[dt][ae]n?|n?[ıiuü]n|y?[ae]|[dt][ae]ki)\b)",
        r"(?<=\(){year}(?=\))",
    ),
    same_year=r"aynı yıl(?:ın|da)?\b",
    lone_month=r"(?:{month})(?=\s+ayı\w*)",
    sep=r"(?:\s*[-–—]\s*|\s+(?:ile|ve)\s+)",
    month_first=True,
)
_BEFORE_A_YEAR = ["in", "since", "by", "until", "from", "during", "after", "before", "late", "early", "year"]
ENGLISH = DayWords(
    months=(
        "jan(?:uary|\\.)?",
        "feb(?:ruary|\\.)?",
        "mar(?:ch|\\.)?",
        "apr(?:il|\\.)?",
        "may",
        "june?",
        "july?",
        "aug(?:ust|\\.)?",
        "sept?(?:ember|\\.)?",
        "oct(?:ober|\\.)?",
        "nov(?:ember|\\.)?",
        "dec(?:ember|\\.)?",
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    years=(
        *(rf"(?<=\b{before} ){{year}}(?!-?\w)" for before in _BEFORE_A_YEAR),
        r"(?<=\bmid-){year}(?!-?\w)",
        r"(?<=\(){year}(?=\))",
    ),
    same_year=r"(?:the|that) same year\b",
    lone_month=r"(?<=\bin )(?:{month})\b(?!\s+\w+\s+be\b)",
    after_day=r"(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?",
    sep=r"(?:\s*[-–—]\s*|\s+(?:and|to)\s+)",
    before_year=r"(?:\s+of\s+|,?\s+)",
    month_first=True,
    slash_is_sure=False,
)
RUSSIAN = DayWords(
    months=(
        "январ[яьею]",
        "феврал[яьею]",
        "март[аеу]?",
        "апрел[яьею]",
        "ма[яйею]",
        "июн[яьею]",
        "июл[яьею]",
        "август[аеу]?",
        "сентябр[яьею]",
        "октябр[яьею]",
        "ноябр[яьею]",
        "декабр[яьею]",
    ),
    weekdays=(
        "понедельник",
        "вторник",
        "сред[ау]",
        "четверг",
        "пятниц[ау]",
        "суббот[ау]",
        "воскресенье",
    ),
    years=(r"{year}(?=\s*(?:год(?!овщин)\w*|г\.))", r"(?<=\(){year}(?=\))"),
    same_year=r"(?:том|этом|тот) же год[ау]?\b",
    lone_month=r"(?<=\bв )(?:{month})\b",
    after_day=r"(?:-?(?:го|е))?",
    sep=r"(?:\s*[-–—]\s*|\s+(?:и|по)\s+)",
)
DAY_WORDS: Mapping[str, DayWords] = MappingProxyType({"tr": TURKISH, "en": ENGLISH, "ru": RUSSIAN})
