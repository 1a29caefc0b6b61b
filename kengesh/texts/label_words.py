"""The words of labels in nine languages: PP and OP, the Latin ordinals, what an alternative is called.

They are data, ``data/labels.csv`` and ``data/ordinals.csv``; each row says whether it is the practice of the United
Nations or of another public body, or ours where we know of none. Latin ordinals stay as they are where a language is
written in Latin letters; Cyrillic languages write them as they sound (бис, тер). "Alt" is not used everywhere: in Turkish
and Azerbaijani it means "under".
"""

from __future__ import annotations

import csv
import pkgutil
from functools import cache

from kengesh.terms.languages import lower

CYRILLIC = ("ru", "kk", "ky", "tg")
FIRST_ORDINAL = 2  # bis: the second of that number


def form(language: str, term: str) -> str:
    """Return how a language writes a term of labels, with its places in braces. Raises KeyError if it has none."""
    return _forms()[language, term]


def forms_of(term: str) -> tuple[str, ...]:
    """Return the forms of one term in all languages, each once."""
    return tuple(dict.fromkeys(written for (_language, named), written in _forms().items() if named == term))


@cache
def ordinals(language: str) -> tuple[str, ...]:
    """Return bis, ter, quater and so on, in the letters of a language."""
    return tuple(row["cyrillic" if language in CYRILLIC else "latin"] for row in rows("ordinals.csv"))


def every_ordinal() -> tuple[str, ...]:
    """Return the ordinals in both scripts."""
    return ordinals("en") + ordinals("ru")


@cache
def headings_alone(language: str) -> frozenset[str]:
    """Return the words, in small letters, that are a heading when they stand alone, in one language and in English."""
    wanted = [
        row for row in rows("headings.csv") if row["place"] == "alone" and row["language"] in (language, "en")
    ]
    return frozenset(lower(row["word"], row["language"]) for row in wanted)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table of this package."""
    data = pkgutil.get_data("kengesh.texts", f"data/{name}") or b""
    return tuple(csv.DictReader(data.decode().splitlines()))


@cache
def _forms() -> dict[tuple[str, str], str]:
    return {(row["language"], row["term"]): row["form"] for row in rows("labels.csv")}
