"""Numbers in words and figures, up to twelve: how many (three, üç, трёх), and which in order (7., yedinci, седьмая, VII)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
COUNTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tr": (
            "",
            "bir",
            "iki",
            "üç",
            "dört",
            "beş",
            "altı",
            "yedi",
            "sekiz",
            "dokuz",
            "on",
            "on bir",
            "on iki",
        ),
        "en": (
            "",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ),
        "ru": (
            "",
            r"од(?:ин|на|но|ного|ной)",
            r"дв(?:а|е|ух|умя)",
            r"тр(?:и|[её]х|[её]м)",
            r"четыр(?:е|[её]х|[её]м)",
            r"пят(?:ь|и|ью)",
            r"шест(?:ь|и|ью)",
            r"сем(?:ь|и|ью)",
            r"вос(?:емь|ьми)",
            r"девят(?:ь|и|ью)",
            r"десят(?:ь|и|ью)",
            r"одиннадцат(?:ь|и)",
            r"двенадцат(?:ь|и)",
        ),
    }
)
ORDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tr": (
            "",
            r"(?:ilk|birinci)\w*",
            *(
                rf"{stem}\w*"
                for stem in [
                    "ikinci",
                    "üçüncü",
                    "dördüncü",
                    "beşinci",
                    "altıncı",
                    "yedinci",
                    "sekizinci",
                    "dokuzuncu",
                    "onuncu",
                ]
            ),
        ),
        "en": (
            "",
            *["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        ),
        "ru": (
            "",
            *(
                rf"{stem}\w*"
                for stem in [
                    "перв",
                    "втор",
                    "треть",
                    "четв[её]рт",
                    "пят(?!ь)",
                    "шест(?!ь)",
                    "седьм",
                    "восьм",
                    "девят(?!ь)",
                    "десят(?!ь)",
                ]
            ),
        ),
    }
)
SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "tr": r"(\d{1,2})(?:\.|['’]?[ıiuü]?nc[ıiuü]\w*)",
        "en": r"(\d{1,2})(?:st|nd|rd|th)",
        "ru": r"(\d{1,2})-?(?:я|й|ая|ой|ую|ей|е|ю)",
    }
)


def count_of(word: str, language: str) -> int | None:
    """Return the number that a word in small letters means, None where it is none."""
    if word.isdecimal():
        return int(word)
    return next(
        (number for number, form in enumerate(COUNTS[language]) if form and re.fullmatch(form, word)), None
    )


def counted(pattern: str, text: str, language: str, most: int) -> Iterator[tuple[int, str]]:
    """Yield the numbers, from two up to `most`, at which a pattern with a `count` begins in a text in small letters, with its words."""
    compiled = re.compile(pattern)
    for word in re.finditer(r"\w+", text):
        number = count_of(word[0], language)
        match = compiled.match(text, word.start())
        if number is not None and 1 < number <= most and match is not None and match["count"] == word[0]:
            yield number, match[0]


def order_before(text: str, language: str) -> tuple[int, int] | None:
    """Return the place in order that the end of a text in small letters names, and where its words begin; else None."""
    forms = [*((number, form) for number, form in enumerate(ORDERS[language]) if form)]
    for number, form in forms:
        if (match := re.search(rf"(?<!\w)(?:{form})\s*$", text)) is not None:
            return number, match.start()
    if (match := re.search(rf"(?<!\w){SIGNS[language]}\s*$", text)) is not None:
        return int(match[1]), match.start()
    if (match := re.search(r"(?<!\w)([ivx]+)\s*$", text.replace("ı", "i"))) is not None and match[1] in ROMAN:
        return ROMAN.index(match[1]), match.start()
    return None
