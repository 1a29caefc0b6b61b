"""The nine languages: their names, alphabets, alphabetical order and small letters.

English, Turkish, Russian, Azerbaijani, Kazakh (Cyrillic), Kyrgyz, Tajik, Turkmen (Latin) and Uzbek (Latin), by their
codes of ISO 639-1. :func:`sort_key` and :func:`lower` follow one language; to bring the spellings of all of them
together in a search is the subject of ``kengesh.terms.folding``, whose :func:`fold` is also given here.

Order. Letters come in the order of the language's own alphabet; Uzbek oʻ gʻ sh ch are letters of their own and stand at
its end, as its dictionaries have it. A letter that an alphabet lacks stands where its neighbours would look for it:
``q`` after ``p`` in Turkish, ``é`` with ``e``, Kazakh ``ә`` with ``а`` in Russian. Blanks and hyphens come before all
letters, then digits; other scripts come last; apostrophes and stops do not count. Russian ё counts as е, as in its
dictionaries.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType
from unicodedata import normalize

from kengesh.terms.folding import APOSTROPHES, CYRILLIC_BASE, fold

__all__ = ["ALPHABETS", "LANGUAGES", "NATIVE_NAMES", "alphabet", "fold", "lower", "sort_key"]

LANGUAGES = ("en", "tr", "ru", "az", "kk", "ky", "tg", "tk", "uz")

NATIVE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English",
        "tr": "Türkçe",
        "ru": "русский",
        "az": "azərbaycanca",
        "kk": "қазақша",
        "ky": "кыргызча",
        "tg": "тоҷикӣ",
        "tk": "türkmençe",
        "uz": "oʻzbekcha",
    }
)

ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z",
        "ru": "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
        "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z",
        "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
        "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
        "tg": "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
        "tk": "a b ç d e ä f g h i j ž k l m n ň o ö p r s ş t u ü w y ý z",
        "uz": "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch",
    }
)

SORTED = 20_000  # texts: the names of a large record, which are sorted for every page
SAME_PLACE = {"ru": {"ё": "е"}}
HYPHENS = "-‐‑‒–—/"
_BLANK, _DIGIT, _LETTER, _OTHER = range(4)

Place = tuple[int, int, int]
SortKey = tuple[tuple[Place, ...], str]


def alphabet(language: str) -> tuple[str, ...]:
    """Return the letters of a language in order. Raises KeyError for a language that is not one of ours."""
    return tuple(ALPHABETS[language].split())


def lower(text: str, language: str) -> str:
    """Write a text in small letters: in Turkish and Azerbaijani I is ı and İ is i, elsewhere both are i."""
    if language in ("tr", "az"):
        text = text.replace("I\u0307", "i").replace("I", "ı")
    return text.replace("İ", "i").lower()


@lru_cache(SORTED)
def sort_key(text: str, language: str) -> SortKey:
    """Return a key that puts texts in the order of a language's alphabet; texts that differ never have equal keys.

    Raises KeyError for a language that is not one of ours.
    """
    places = _places(language)
    small = lower(normalize("NFC", text), language)
    for sign in APOSTROPHES:
        small = small.replace(sign, "ʻ")
    key: list[Place] = []
    at = 0
    while at < len(small):
        pair = small[at : at + 2]
        step = 2 if len(pair) == 2 and pair in places else 1
        key.extend(_place(small[at : at + step], places))
        at += step
    return tuple(key), text


def _place(letter: str, places: Mapping[str, Place]) -> tuple[Place, ...]:
    """Return the place of one letter, of several for a letter that stands for several, of none for a sign."""
    if letter in places:
        return (places[letter],)
    if letter.isspace() or letter in HYPHENS:
        return ((_BLANK, 0, 0),)
    if letter.isdecimal():
        return ((_DIGIT, int(letter), 0),)
    if not letter.isalpha() or letter == "ʻ":
        return ()
    for simpler in (normalize("NFD", letter)[0], CYRILLIC_BASE.get(letter, "")):
        if simpler in places:
            return (places[simpler],)
    return ((_OTHER, ord(letter[0]), 0),)


@cache
def _places(language: str) -> Mapping[str, Place]:
    """The place of each letter, those that the alphabet lacks put after the letter that comes before them elsewhere."""
    own = alphabet(language)
    places = {letter: (_LETTER, rank, 0) for rank, letter in enumerate(own)}
    rest = ALPHABETS["en" if "a" in places else "ru"].split()
    for before, letter in pairwise(rest):
        if letter not in places:
            _, rank, after = places[before]
            places[letter] = (_LETTER, rank, after + 1)
    for letter, as_if in SAME_PLACE.get(language, {}).items():
        places[letter] = places[as_if]
    return MappingProxyType(places)
