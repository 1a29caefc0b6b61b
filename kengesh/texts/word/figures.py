"""How Word writes the number of a paragraph: as a figure, in Roman figures, as a letter."""

from __future__ import annotations

from collections.abc import Callable

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # without ё, й, ъ, ь: ISO/IEC 29500-1, 17.18.59, russianLower
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_LETTERS = 30  # "aaa…": Word itself begins anew after 780
_LARGEST_ROMAN = 32_767
BULLETS = frozenset("·")  # beside the private letters of the fonts Symbol and Wingdings


def letter(number: int, alphabet: str) -> str:
    """Return a number as letters: after the last one they are doubled (``z``, ``aa``, ``bb``)."""
    if number < 1:
        return ""
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (times % _MOST_LETTERS + 1)


def roman(number: int) -> str:
    """Return a number in small Roman figures."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


def ordinal(number: int) -> str:
    """Return an English ordinal: ``1st``, ``12th``."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": lambda number: letter(number, LATIN),
    "upperLetter": lambda number: letter(number, LATIN.upper()),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "russianLower": lambda number: letter(number, RUSSIAN),
    "russianUpper": lambda number: letter(number, RUSSIAN.upper()),
    "ordinal": ordinal,
    "none": lambda number: "",
}


def bullet(text: str) -> str:
    """Return a bullet as a letter that every font has."""
    text = text.strip()
    private = len(text) == 1 and "\ue000" <= text <= "\uf8ff"
    return "•" if private or text in BULLETS else text
