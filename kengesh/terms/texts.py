"""Text in several languages, each value saying whose words it is.

A multilingual text is an object from language codes to values of exactly two fields::

    {"en": {"text": "Consultative Meeting", "by": "official"}, "kk": {"text": "Консультативтік кездесу", "by": "ours"}}

``by`` is ``official`` (the words of an official text in that language), ``source`` (the words of a source that is
cited) or ``ours`` (our own rendering). Text is in Unicode normal form C, without control characters other than the
line feed, so that the same words are the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from unicodedata import category, is_normalized

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _

BY = ("official", "source", "ours")
HIDING = frozenset("\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")


class TextError(ValueError):
    """A multilingual text that is not well formed; the sentence names the language and what was expected."""


def check_text(value: object) -> None:
    """Refuse anything that is not a multilingual text. Raises TextError with a sentence that names the place."""
    if not isinstance(value, Mapping) or not value:
        says = _(
            'expected text by language such as {{"en": {{"text": "...", "by": "ours"}}}}, found {value!r}.'
        )
        raise TextError(says.format(value=value))
    for language, one in value.items():
        if not isinstance(language, str) or not LANGUAGE_CODE.fullmatch(language):
            says = _("{language!r} is not a language code; write two or three small letters, such as tr.")
            raise TextError(says.format(language=language))
        _check_value(language, one)


def control_character(words: str) -> int | None:
    """Return the place, from 1, of the first character that shows nothing and changes how the rest is shown.

    These are control characters other than the line feed, halves of surrogate pairs, and what hides or turns text round:
    an invisible space, a byte order mark, marks of direction. The joiners U+200C and U+200D belong to some alphabets.
    """
    if words.isascii() and words.isprintable():
        return None
    for place, letter in enumerate(words, start=1):
        if letter in HIDING or (letter != "\n" and category(letter) in ("Cc", "Cs")):
            return place
    return None


def best(text: Mapping[str, Mapping[str, str]], language: str) -> tuple[str, str, str]:
    """Return (words, language, by) for a reader: in the reader's language, else English, else the first there is.

    The last is in the order of LANGUAGES, then of the codes. `text` is one that :func:`check_text` accepts.
    """
    order = (language, "en", *LANGUAGES, *sorted(text))
    chosen = next(code for code in order if code in text)
    return text[chosen]["text"], chosen, text[chosen]["by"]


def _check_value(language: str, one: Any) -> None:
    if not isinstance(one, Mapping) or set(one) != {"text", "by"}:
        says = _("{language}: expected exactly the fields text and by, found {value!r}.")
        raise TextError(says.format(language=language, value=one))
    if one["by"] not in BY:
        says = _("{language}: by is one of {words}, found {value!r}.")
        raise TextError(says.format(language=language, words=", ".join(BY), value=one["by"]))
    words = one["text"]
    if not isinstance(words, str):
        raise TextError(
            _("{language}: expected words in quotes, found {value!r}.").format(language=language, value=words)
        )
    if not words.strip():
        raise TextError(_("{language}: the text is empty.").format(language=language))
    place = control_character(words)
    if place is not None:
        says = _("{language}: character {place} is a control character (U+{code:04X}); take it out.")
        raise TextError(says.format(language=language, place=place, code=ord(words[place - 1])))
    if not is_normalized("NFC", words):
        says = _("{language}: the text is not in Unicode normal form C; save it composed (NFC).")
        raise TextError(says.format(language=language))
