"""Symbols of documents in a unit: ``A/RES/75/1``, ``MC.DOC/1/06``, ``S/2020/123``, ``A/C.2/75/L.3``.

A symbol begins with a capital, has a stroke and has a figure. Cyrillic letters that look like Latin ones make no
difference between versions (a symbol with both is found among the letters); translated symbols (``А/РЕЗ/75/1``) do, and
should.
"""

from __future__ import annotations

import re

from kengesh.texts.concordance.versions import blotted
from kengesh.texts.tokens import LOOK_ALIKES

_SYMBOL = re.compile(r"(?<![\w/])[A-ZА-Я][A-ZА-Я.]*(?:-[A-ZА-Я]+)*(?:/[A-ZА-Я0-9]+(?:[.-][A-ZА-Я0-9]+)*)+")
_GROUP = re.compile("[A-ZА-Я]+")
_LOOKS_LATIN = str.maketrans(LOOK_ALIKES)


def symbols(small: str, shown: str) -> tuple[list[tuple[str, str]], str]:
    """Return the symbols of a unit as (value, words), and its small letters with them blotted out."""
    found = []
    for match in _SYMBOL.finditer(shown):
        if any(letter.isdecimal() for letter in match[0]):
            found.append((match[0].translate(_LOOKS_LATIN), match[0]))
            small = blotted(small, match)
    return found, small


def mixed_symbols(shown: str) -> list[str]:
    """Return the symbols of a unit with Latin groups of letters and Cyrillic ones, all of which look Latin."""
    return [words for _value, words in symbols("", shown)[0] if _is_mixed(words)]


def _is_mixed(words: str) -> bool:
    groups = _GROUP.findall(words)
    cyrillic = [group for group in groups if set(group) <= set(LOOK_ALIKES)]
    return (
        bool(cyrillic)
        and all(group in cyrillic or group.isascii() for group in groups)
        and groups != cyrillic
    )
