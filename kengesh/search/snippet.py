"""The words around what was found, for a reader to judge by."""

from __future__ import annotations

from kengesh.search.kin import words_of
from kengesh.search.query import Word, are_kin

MOST_WORDS = 12


def snippet(text: str, asked: tuple[Word, ...]) -> str:
    """Return the words around the first match, with an ellipsis where some were left out."""
    words = text.split()
    if len(words) <= MOST_WORDS:
        return " ".join(words)
    first = next((place for place, word in enumerate(words) if _is_hit(word, asked)), 0)
    start = max(0, first - MOST_WORDS // 2)
    end = start + MOST_WORDS
    return ("… " if start else "") + " ".join(words[start:end]) + (" …" if end < len(words) else "")


def _is_hit(text: str, asked: tuple[Word, ...]) -> bool:
    return any(
        one[1].startswith(word.folded) or are_kin(one, word) for one in words_of(text) for word in asked
    )
