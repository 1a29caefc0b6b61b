"""Quotation marks around a title, as the reader's language sets them.

===================  ======  ======  ==================================================================================
language             outer   inner   from
===================  ======  ======  ==================================================================================
en tr az             “ ”     ‘ ’     Unicode CLDR 48, ``delimiters``
ru ky                « »     „ “     Unicode CLDR 48
kk                   « »     “ ”     Unicode CLDR 48
uz                   “ ”     ‘ ’     Unicode CLDR 48; its inner pair is given there the wrong way round
tk                   “ ”     ‘ ’     Unicode CLDR 48 for the outer pair; it gives the same pair again for the inner one
tg                   « »     „ “     as Tajik is printed and our glossary has it; CLDR 48 has the English marks
===================  ======  ======  ==================================================================================

A comma after a title stands inside the closing marks in English, after them in the other languages. Marks that the title
itself holds become the inner ones where they are double and come in pairs. Single ones stay as printed, since nothing
tells them from an apostrophe or from the letters oʻ and gʻ; so do marks that do not pair.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kengesh.terms.languages import LANGUAGES

Pair = tuple[str, str]

_ENGLISH: tuple[Pair, Pair] = (("“", "”"), ("‘", "’"))
_RUSSIAN: tuple[Pair, Pair] = (("«", "»"), ("„", "“"))

MARKS: Mapping[str, tuple[Pair, Pair]] = MappingProxyType(
    dict.fromkeys(LANGUAGES, _ENGLISH)
    | dict.fromkeys(("ru", "ky", "tg"), _RUSSIAN)
    | {"kk": (("«", "»"), ("“", "”"))}
)

CLOSED_BY = MappingProxyType({'"': '"', "“": "”", "«": "»", "„": "“”"})
CLOSING = "".join(CLOSED_BY.values())
OWN_LAST_SIGNS = (".", "?", "!", "…")


def quoted(title: str, language: str) -> str:
    """Write a title in quotation marks, with what it quotes in the inner ones.

    Raises KeyError for a language that is not one of ours.

    >>> quoted('Создание платформы "Сообщество Центральной Азии"', "ru")
    '«Создание платформы „Сообщество Центральной Азии“»'
    """
    before, after = MARKS[language][0]
    return f"{before}{_nested(title, language)}{after}"


def quoted_with_comma(title: str, language: str) -> str:
    """Write a title in quotation marks with the comma that follows it, each where the language has it.

    In English a title that ends in a sign of its own takes no comma. Raises KeyError as above.
    """
    whole = quoted(title, language)
    if language != "en":
        return f"{whole},"
    if title.rstrip(f"{CLOSING}’'").endswith(OWN_LAST_SIGNS):
        return whole
    (_before, outer), (_open, inner) = MARKS[language]
    marks = inner + outer if title[-1:] in CLOSING and whole.endswith(inner + outer) else outer
    return f"{whole.removesuffix(marks)},{marks}"


def _nested(title: str, language: str) -> str:
    """Write the quotation marks inside a title as inner ones, those inside these as outer ones again, and so on."""
    written: list[str] = []
    awaited: list[str] = []
    for sign in title:
        if awaited and sign in awaited[-1]:
            written.append(MARKS[language][len(awaited) % 2][1])
            awaited.pop()
        elif sign in CLOSED_BY:
            awaited.append(CLOSED_BY[sign])
            written.append(MARKS[language][len(awaited) % 2][0])
        elif sign in CLOSING:
            return title
        else:
            written.append(sign)
    return title if awaited else "".join(written)
