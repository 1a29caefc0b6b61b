"""The words of a sentence, each with where it stands and the keys under which its forms meet.

Two words are taken for forms of one word when they share a key of :mod:`kengesh.search.kin`: Taşkentte and Taşkent, Казахстане
and Казахстан. Short words keep too much there (Çinin), so a word of a text gets keys without the endings of cases as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kengesh.search.kin import kin, sound
from kengesh.terms.folding import APOSTROPHES, fold

KEPT = 50_000  # words: those of some long drafts
SHORT = 8  # folded letters, with its ending
LEAST = 3  # folded letters that are left
CASES = (
    "nin",
    "nun",
    "dan",
    "den",
    "tan",
    "ten",
    "in",
    "un",
    "da",
    "de",
    "ta",
    "te",
    "a",
    "e",
    "i",
    "u",
    "s",
)

_WORD = re.compile(rf"[^\W_]+(?:[{re.escape(APOSTROPHES)}][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: as it is written, from where to where, folded, and its keys."""

    text: str
    start: int
    end: int
    folded: str
    keys: frozenset[str]

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order; what a hyphen joins are two words."""
    return tuple(
        Token(one[0], one.start(), one.end(), _folded(one[0]), keys_in_text(one[0]))
        for one in _WORD.finditer(text)
    )


@lru_cache(KEPT)
def keys_of_name(word: str) -> frozenset[str]:
    """Return the keys of a word of a name."""
    return frozenset({sound(_folded(word)), *kin(word)})


@lru_cache(KEPT)
def keys_in_text(word: str) -> frozenset[str]:
    """Return the keys of a word of a text, which may have an ending."""
    keys = set(keys_of_name(word))
    folded = _folded(word)
    head = re.split(f"[{re.escape(APOSTROPHES)}]", word)[0]
    keys |= keys_of_name(head) if head != word else set()
    if len(folded) <= SHORT and folded.isalpha():
        keys |= {
            sound(folded[: -len(ending)])
            for ending in CASES
            if folded.endswith(ending) and len(folded) - len(ending) >= LEAST
        }
    return frozenset(keys)


def _folded(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter.isalnum())
