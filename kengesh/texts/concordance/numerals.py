"""Numbers and percentages in a unit, read by the habits of its language.

The decimal sign is a point in English and a comma in the other eight; thousands are parted by a blank everywhere, by a
comma in English and by a point in the others. ``1.234`` is therefore 1.234 in English and 1234 elsewhere, ``2.5`` is 2.5
everywhere, since no group of thousands has one figure. A number may have an ending (``7-nci``, ``7-я``, ``7th``,
``7-ші``), and a multiplier after it (``2,5 млн``, ``5 bin``). Roman numerals of I, V and X are numbers when they have two
letters or more, also where Cyrillic letters stand for them. ``3.1.2`` is compared as it stands, and so are fractions
such as ½; a time of day is the same with a colon and with a point (``18:00``, ``18.00``).

Per cent is written with its sign before or after the number, or with the word of the language. In a range both ends are
percentages (``5–10 %``). Numbers in words are the subject of ``number_words``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from msgspec import Struct

from kengesh.texts.concordance.tables import patterns
from kengesh.texts.concordance.versions import blotted

_NUMBER = r"(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
_RANGE = rf"(?<!\d)(?P<first>{_NUMBER})(?:\s?[-–—]\s?(?P<last>{_NUMBER}))?"
_PLAIN = re.compile(rf"(?<!\d)\d{{1,2}}:\d{{2}}(?!\d)|{_NUMBER}|[¼-¾⅐-⅞]")
_ROMAN = re.compile(r"(?<![\w-])(?P<letters>[IVXІХ]{2,})(?![^\W_])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_FROM_CYRILLIC = str.maketrans("ІХ", "IX")
_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


class Number(Struct, frozen=True):
    """A number as a version writes it: its value, and the one that it has by another language's habits."""

    value: str
    words: str
    loosely: str


def percentages(small: str, shown: str, language: str) -> tuple[list[Number], str]:
    """Return the percentages of a unit, and its small letters with them blotted out."""
    found: list[Number] = []
    for pattern in _percent(language):
        for match in pattern.finditer(small):
            for name in ("first", "last"):
                if match[name]:
                    words = shown[match.start() : match.end()]
                    found.append(_number(match[name], language, words))
            small = blotted(small, match)
    return found, small


def numbers(small: str, shown: str, language: str) -> tuple[list[Number], str]:
    """Return the other numbers of a unit, and its small letters with them blotted out."""
    found: list[Number] = []
    for match in _PLAIN.finditer(small):
        times = _multiplier(language).match(small, match.end())
        words = shown[match.start() : times.end() if times else match.end()]
        factor = next(int(name[1:]) for name, part in times.groupdict().items() if part) if times else 1
        found.append(_number(match[0], language, words, factor))
        small = blotted(small, times) if times else small
        small = blotted(small, match)
    for match in _ROMAN.finditer(shown):
        value = _roman(match["letters"].translate(_FROM_CYRILLIC))
        if value and "\n" not in small[match.start() : match.end()]:
            found.append(Number(value, match["letters"], value))
            small = blotted(small, match)
    return found, small


@cache
def _percent(language: str) -> tuple[re.Pattern[str], ...]:
    word = patterns("numbers")["per cent"][language]
    before = rf"%\s?{_RANGE}"
    if language == "tr":
        return re.compile(before), re.compile(rf"(?<!\w)(?:{word})\s+{_RANGE}"), re.compile(rf"{_RANGE}\s?%")
    # Not before a figure: "%5" is one percentage in Turkish and in Azerbaijani, in "5 % 7" the sign belongs to the 5.
    after = rf"{_RANGE}(?:[-'][^\W\d_]+)?\s*(?:%|(?:{word})(?!\w))"
    return re.compile(after), re.compile(before)


@cache
def _multiplier(language: str) -> re.Pattern[str]:
    words = patterns("numbers")["multipliers"][language]
    return re.compile(rf"[ -](?:{'|'.join(rf'(?P<x{value}>{word})' for value, word in words.items())})(?!\w)")


def _number(written: str, language: str, words: str, factor: int = 1) -> Number:
    decimal = "." if language == "en" else ","
    other = "," if language == "en" else "."
    return Number(_value(written, decimal, factor), words, _value(written, other, factor))


def _value(written: str, decimal: str, factor: int) -> str:
    """Return a number in one form, its decimal sign being a point and without noughts that say nothing."""
    written = written.replace(" ", "")
    if ":" in written:
        written, decimal = written.replace(":", "."), "."
    signs = [sign for sign in written if sign in ".,"]
    groups = _GROUPS.fullmatch(written)
    if not signs:
        plain = written
    elif groups and (len(signs) > 1 or signs[0] != decimal):
        plain = written.replace(groups[1], "")
    elif len(signs) == 1 or (len(set(signs)) == 2 and signs.count(signs[-1]) == 1):
        plain = (
            written[::-1].replace(signs[-1], "!", 1)[::-1].replace(",", "").replace(".", "").replace("!", ".")
        )
    else:
        return written.replace(",", ".")  # 3.1.2: the number of a section
    if not plain[0].isdecimal():
        return written
    return f"{(Decimal(plain) * factor).normalize():f}"


def _roman(letters: str) -> str:
    """Return the value of a Roman numeral; empty if the letters are not one."""
    if not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", letters):
        return ""
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return str(values[-1] + sum(-one if one < after else one for one, after in pairwise(values)))
