"""The tables of words by which versions are compared. All are our own, made for this; the files stand in ``data``.

==================== ===========================================================================================
``months.json``      the names of the months, as patterns that take their inflected forms
``numbers.json``     number words, multipliers and words for per cent, as patterns
``endings.json``     the case endings that a name may bear
``states.csv``       forms of the names of states beside those of ``kengesh.terms``, and names that are common words
``modals.csv``       modal expressions, their strength, and whether they can be told from other uses of the same word
``terms.csv``        abbreviations and other forms that are as good as a term of the glossary
==================== ===========================================================================================

Patterns are regular expressions over small letters, with every apostrophe written ``'``.
"""

from __future__ import annotations

import csv
import json
import pkgutil
from functools import cache
from typing import Any


@cache
def patterns(name: str) -> Any:
    """Return a table of patterns by language. Do not change it."""
    return json.loads(_file(f"{name}.json"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table. Do not change them."""
    return tuple(csv.DictReader(_file(f"{name}.csv").splitlines()))


def _file(name: str) -> str:
    return (pkgutil.get_data("kengesh.texts.concordance", f"data/{name}") or b"").decode("utf-8")
