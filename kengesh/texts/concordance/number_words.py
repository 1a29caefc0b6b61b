"""Number words, two to twelve, hundred, thousand and million, with the ordinals of two to twelve.

They are compared only with what is left of the other version's numbers, and a difference is for a linguist to look at: a
word may be an ordinary one (Turkish *on*, Tajik *се*). *One* and *first* are left out, since the word is also the article
in most of the nine languages. A Roman numeral of one letter counts as a word (``Annex V``), unless it is an initial.

Case endings of number words are known in Russian and in the ordinals of Tajik, and the possessive of the Turkic ordinals.
Compound numbers (``twenty-first``) are not read.
"""

from __future__ import annotations

import re
from functools import cache

from kengesh.texts.concordance.numerals import Number
from kengesh.texts.concordance.tables import patterns

_ROMAN = re.compile(r"(?<![\w.'/-])[IVXІХ](?![\w'/-])(?!\.\s?[^\W\d_])")
_ROMAN_VALUES = {"I": "1", "V": "5", "X": "10", "І": "1", "Х": "10"}


def number_words(small: str, shown: str, language: str) -> list[Number]:
    """Return the number words of a unit whose figures are blotted out."""
    found = []
    for match in _ROMAN.finditer(shown):
        if small[match.start()] != "\n":
            found.append(Number(_ROMAN_VALUES[match[0]], match[0], _ROMAN_VALUES[match[0]]))
    for match in _pattern(language).finditer(small):
        value = next(name[1:] for name, part in match.groupdict().items() if part)
        found.append(Number(value, shown[match.start() : match.end()], value))
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = patterns("numbers")["words"][language]
    both = "|".join(f"(?P<n{value}>{pattern})" for value, pattern in words.items())
    for name, piece in patterns("numbers")["pieces"].items():
        both = both.replace(name, piece)
    return re.compile(rf"(?<![\w'-])(?:{both})(?![\w'-])")
