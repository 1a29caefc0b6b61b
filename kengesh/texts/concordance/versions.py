"""A language version made ready to be compared: its units with their letters in one spelling.

The marks of footnotes and the soft hyphens are taken out, every apostrophe is ``'`` and every blank a plain one. `shown`
and `small` are of one length, so that what is found in small letters is quoted as the version has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from kengesh.terms.folding import APOSTROPHES
from kengesh.terms.languages import lower
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS
from kengesh.texts.units import Text, Unit

MARK = re.compile(f"{FOOTNOTE_OPENS}[^{FOOTNOTE_CLOSES}\\s]*{FOOTNOTE_CLOSES}")
_DROPPED = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
_ONE = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        **dict.fromkeys("‐‑", "-"),
    }
)


class Prepared(Struct, frozen=True, dict=True):
    """A unit of a version, ready to be read. `foreign` says that it is written in another script than ours."""

    unit: Unit
    language: str
    foreign: bool = False

    @cached_property
    def shown(self) -> str:
        """The words as the version has them."""
        return MARK.sub("", self.unit.text.translate(_DROPPED))

    @cached_property
    def small(self) -> str:
        """The same in small letters and one spelling, letter by letter."""
        return small_letters(self.shown, self.language)

    @property
    def footnotes(self) -> int:
        """How many marks of footnotes the unit has."""
        return len(MARK.findall(self.unit.text))


class Version(Struct, frozen=True):
    """A text in one language under the name by which the findings call it."""

    name: str
    text: Text
    units: tuple[Prepared, ...]

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.text.language


def small_letters(words: str, language: str) -> str:
    """Return words in small letters and one spelling, in as many letters. Sharp s and the like stay as they are."""
    small = lower(words.translate(_ONE), language)
    if len(small) == len(words):
        return small
    return "".join(each if len(each) == 1 else own for own, each in _letters(words.translate(_ONE), language))


def _letters(words: str, language: str) -> Iterable[tuple[str, str]]:
    return ((letter, lower(letter, language)) for letter in words)


def blotted(words: str, found: re.Match[str]) -> str:
    """Return words with a match blotted out, so that it is not found again as something else."""
    return words[: found.start()] + "\n" * (found.end() - found.start()) + words[found.end() :]
