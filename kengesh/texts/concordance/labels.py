"""What a unit's number counts, however a version writes it: ``5.`` is ``5)``, ``(b)`` is ``б)``, ``PP3`` is ``ПП3``.

A label is read as its ranks: figures as they are, Roman numerals, letters by their place in the alphabet. A letter may
have several ranks (``i`` is the ninth letter and a Roman one; Russian lists leave out й, and other Cyrillic languages
may count by the Russian alphabet), so labels agree when one reading of each is the same. Words such as Article, статья,
-бап are not compared, *bis*, *ter*, *alt* are.
"""

from __future__ import annotations

import re

from kengesh.terms.languages import alphabet, lower

_PART = re.compile(r"\d+|[^\W\d_]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "і": 1, "ı": 1, "х": 10}
_LATIN_WORDS = {
    "bis": "bis", "бис": "bis", "ter": "ter", "тер": "ter", "quater": "quater", "кватер": "quater",
    "quinquies": "quinquies", "квинквиес": "quinquies", "alt": "alt", "альт": "alt",
}  # fmt: skip
_LEFT_OUT_OF_LISTS = "ёйщъыь"

Ranks = frozenset[tuple[str, ...]]


def ranks(label: str, language: str) -> Ranks:
    """Return every way in which a label can be read; one empty reading for no label."""
    parts = _PART.findall(lower(label, language))
    words = [_LATIN_WORDS[part] for part in parts if part in _LATIN_WORDS]
    figures = [part.lstrip("0") or "0" for part in parts if part.isdecimal()]
    if figures:
        return frozenset({(*figures, *words)})
    letters = [part for part in parts if part not in _LATIN_WORDS]
    if not letters:
        return frozenset({tuple(words)})
    counts = {reading for part in letters for reading in _readings(part, language)}
    return frozenset((reading, *words) for reading in counts) or frozenset({(" ".join(parts),)})


def agree(one: Ranks, other: Ranks) -> bool:
    """Say whether two labels can count the same."""
    return bool(one & other)


def _readings(part: str, language: str) -> set[str]:
    readings: set[str] = set()
    if set(part) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in part]
        signed = [-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)]
        readings.add(str(sum(signed)))
    if len(part) == 1:
        for own in {language, "en", "ru"}:
            for letters in (alphabet(own), [one for one in alphabet(own) if one not in _LEFT_OUT_OF_LISTS]):
                readings |= {str(letters.index(part) + 1)} if part in letters else set()
    return readings
