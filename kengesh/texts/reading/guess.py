"""In which of the nine languages a text is written, by its letters and its commonest words.

It is a guess for a file that does not say: a person may say otherwise. Letters that one alphabet alone has count, and
words that hardly any sentence of a language is without; both are data, ``data/tongues.csv``. The same text always gives
the same answer; English where nothing speaks for another.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from kengesh.terms.languages import LANGUAGES
from kengesh.texts.label_words import rows

ENOUGH = 20_000  # letters: more of a text says nothing new
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼʻ‘`-][^\W\d_]+)*")
_LETTER_WEIGHT = 0.5  # of a word: a letter of its own may stand in a foreign name
_STRAIGHT = str.maketrans("ʻʼ‘’`´", "''''''")


def guess_language(text: str) -> str:
    """Return the code of the language that a text is most probably written in."""
    start = text[:ENOUGH].replace("İ", "i").lower().translate(_STRAIGHT)
    words, letters = Counter(_WORD.findall(start)), Counter(start)
    scores = {language: _score(language, words, letters) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: (scores[language], language == "en"))


def _score(language: str, words: Counter[str], letters: Counter[str]) -> float:
    its_words, its_letters = _signs(language)
    return sum(words[word] for word in its_words) + _LETTER_WEIGHT * sum(
        letters[letter] for letter in its_letters
    )


@cache
def _signs(language: str) -> tuple[tuple[str, ...], str]:
    found = next(row for row in rows("tongues.csv") if row["language"] == language)
    return tuple(found["words"].translate(_STRAIGHT).split()), found["letters"].replace(" ", "")
