"""The three languages of drafts: Turkish, English, Russian; which of them a text is in, and its small letters.

The guess goes by the letters and by words that hardly any paragraph is without. It is a guess: whoever has the draft may say.
A text in none of the three is taken for the nearest, which the draft then says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

LANGUAGES = ("tr", "en", "ru")
ENOUGH = 20_000  # letters: more of a text says nothing new
COMMON: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "tr": frozenset(
            ["ve", "bir", "bu", "ile", "için", "olarak", "da", "de", "olan", "daha", "göre", "tarafından"]
        ),
        "en": frozenset(
            ["the", "of", "and", "in", "to", "a", "that", "for", "was", "is", "by", "with", "on", "as"]
        ),
        "ru": frozenset(
            ["и", "в", "на", "с", "что", "по", "для", "не", "как", "из", "к", "был", "от", "года"]
        ),
    }
)
OWN_LETTERS: Mapping[str, str] = MappingProxyType({"tr": "ğışçöü", "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя"})
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """Return tr, en or ru: the one that a text is most probably in; English where nothing speaks for another."""
    small = lowered(text[:ENOUGH], "en")
    words = _WORD.findall(small)
    scores = {language: _score(language, small, words) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: (scores[language], language == "en"))


def _score(language: str, text: str, words: list[str]) -> float:
    """A word counts one; a letter less, since it may stand in a foreign name."""
    letters = sum(text.count(letter) for letter in OWN_LETTERS.get(language, ""))
    return sum(word in COMMON[language] for word in words) + 0.1 * letters


def lowered(text: str, language: str) -> str:
    """Return a text in small letters, each in its place: no letter becomes two, so that places in it stay the same."""
    text = text.replace("İ", "i")
    return (text.replace("I", "ı") if language == "tr" else text).lower()
