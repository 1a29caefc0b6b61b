"""Of what style a number is, and how deep a sub-paragraph with such a number stands.

``(i)`` may be a letter or a Roman figure: it is a letter after ``(h)`` of the same list, otherwise a figure. Numbers of
a style that has not been met since the last numbered paragraph open a level below the one before them; a style that has
been met returns to its level.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from kengesh.texts.label_words import every_ordinal, forms_of
from kengesh.texts.reading.numbers import ALPHABETS, bare_number, is_structural

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Style(Enum):
    """The style of a number."""

    NONE = "none"
    FIGURE = "5."
    DECIMAL = "1.2"
    BRACKETED = "(5)"
    LETTER = "(a)"
    ROMAN = "(iv)"
    CAPITAL = "II."
    BULLET = "•"
    WORD = "Article 3"
    PREAMBULAR = "PP3"
    OPERATIVE = "OP5"


class Levels:
    """The styles of sub-paragraphs met since the last numbered paragraph, outermost first."""

    def __init__(self) -> None:
        self.met: list[tuple[Style, str]] = []
        self.last: dict[tuple[Style, str], str] = {}

    def restart(self) -> None:
        """Begin again under another paragraph."""
        self.met.clear()
        self.last.clear()

    def style(self, number: str) -> Style:
        """Return the style of the next number."""
        style = style_of(number)
        if style is not Style.ROMAN:
            return style
        core, shape = _core(number).lower(), _shape(number)
        earlier = self.last.get((Style.LETTER, shape), "")
        after_letter = len(core) == 1 and _next_letter(earlier) == core
        figure = self.last.get((Style.ROMAN, shape), "")
        follows = _value(core) == (_value(figure) if figure else 0) + 1
        return Style.LETTER if len(core) == 1 and (after_letter or not follows) else Style.ROMAN

    def level(self, number: str, style: Style, given: int) -> int:
        """Return the level of a sub-paragraph, from 1; `given` is the one that the format gives, 0 if none."""
        if style is Style.DECIMAL:
            return given or bare_number(number).count(".")
        kind = (style, "" if style is Style.BULLET else _shape(number))
        if kind in self.met:
            del self.met[self.met.index(kind) + 1 :]
        else:
            self.met.append(kind)
        self.last = {met: last for met, last in self.last.items() if met in self.met}
        self.last[kind] = _core(number).lower()
        return given or len(self.met)


def style_of(number: str) -> Style:
    """Return the style of a number by itself; a letter that is a Roman figure as well counts as one."""
    bare = _without_proposal(bare_number(number))
    core = _core(bare)
    if bare == "o" or not any(map(str.isalnum, bare)):  # Word draws some bullets as this letter
        return Style.BULLET
    if bare.startswith(_stems("preambular")) and core[-1].isdigit():
        return Style.PREAMBULAR
    if bare.startswith(_stems("operative")) and core[-1].isdigit():
        return Style.OPERATIVE
    if is_structural(bare):
        return Style.WORD
    if core.isalpha():
        return _letters(bare, core)
    if bare.endswith(")"):
        return Style.LETTER if core[-1].isalpha() else Style.BRACKETED
    return Style.DECIMAL if re.fullmatch(r"\d+(\.\d+)+", bare) else Style.FIGURE


def _letters(bare: str, core: str) -> Style:
    if core.isupper() and not bare.endswith(")"):
        return Style.CAPITAL
    if _value(core.lower()):
        return Style.ROMAN
    return Style.LETTER


def _core(number: str) -> str:
    return number.strip("()[].:;–— ")


def _shape(number: str) -> str:
    return re.sub(r"\w+", "", bare_number(number)) + number.strip()[-1:]


@cache
def _stems(term: str) -> tuple[str, ...]:
    return tuple({form.replace("{n}", "") for form in forms_of(term)})


@cache
def _proposal() -> re.Pattern[str]:
    words = "|".join(
        (*every_ordinal(), *(re.escape(form).replace(r"\{n\}", r"\d+") for form in forms_of("alternative")))
    )
    return re.compile(rf"(?: (?:{words}))+(?: [A-Z]{{3}}(?:, [A-Z]{{3}})*)?$|^(?:ADD|MOD|SUP|NOC) ")


def _without_proposal(bare: str) -> str:
    """5 of 5 bis, and of 5 alt 1 UZB."""
    return _proposal().sub("", bare)


def _next_letter(letter: str) -> str:
    for alphabet in ALPHABETS:
        if letter and letter in alphabet[:-1]:
            return alphabet[alphabet.index(letter) + 1]
    return ""


def _value(roman: str) -> int:
    """The value of a small Roman figure; 0 if it is none."""
    if not roman or not re.fullmatch(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", roman):
        return 0
    digits = [_ROMAN_DIGITS[letter] for letter in roman]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < after else digit for digit, after in pairs)
