"""Folding: one plain spelling under which the spellings of nine languages meet, for search alone.

:func:`fold` writes a text in small Latin letters, in these steps:

1. compatibility forms resolved (NFKC), small letters, every i (I, İ, ı, i) the same;
2. apostrophes and modifier letters dropped (oʻ is o, Qirgʻiziston is qirgiziston), and Cyrillic Uzbek ў as that o;
3. Cyrillic letters of Kazakh, Kyrgyz, Tajik, Turkmen and Azerbaijani as their Russian base (ә as а, қ as к, ё as е, җ
   as ж), then Cyrillic into Latin;
4. accents dropped, ə as e, and the few letters that do not come apart (ø, ł, ß ...);
5. spellings of one sound: sh as s, ch as c, kh and x as h, gh as g, zh and dj as j, q as k, w as v, y as i, and an i
   dropped between a vowel and e, or before an e that begins a word, so that Ташкент, Taşkent and Tashkent, Хива, Xiva and
   Khiva, Токаев, Toqayev and Tokayev, Ельцин and Yeltsin become one word each.

Spaces, digits and other signs stay. To fold what is folded changes nothing. It is modest on purpose, so that words stay
apart: Toshkent and Tashkent, Жапаров and Caparov do not meet here. The names by language in a record do part of the rest, and
the search package, which ranks what it finds, compares more loosely besides. Folded text is for comparing, never for showing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import normalize

APOSTROPHES = "'`´‘’‛ʹʻʼʽˈ′"

CYRILLIC_BASE: Mapping[str, str] = MappingProxyType(
    {
        "ё": "е",
        "ә": "а",
        "ғ": "г",
        "қ": "к",
        "ң": "н",
        "ө": "о",
        "ұ": "у",
        "ү": "у",
        "һ": "х",
        "ҳ": "х",
        "і": "и",
        "ӣ": "и",
        "ӯ": "у",
        "ҷ": "ж",
        "җ": "ж",
        "ҹ": "ж",
        "ҝ": "г",
    }
)
# It comes apart into у and a breve, which is dropped with the accents; so it is written before that.
UZBEK_O = ("ў", "о")

RUSSIAN_TO_LATIN = dict(zip("абвгдежзийклмнопрстуфхчшыэ", "abvgdejziiklmnoprstufhcsie", strict=True)) | {
    "ц": "ts",
    "щ": "sc",
    "ю": "iu",
    "я": "ia",
    "ъ": "",
    "ь": "",
}
LATIN = {
    "ı": "i",
    "ə": "e",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ŋ": "n",
}
ONE_SOUND = {"q": "k", "w": "v", "x": "h", "y": "i"}
ONE_SOUND_PAIRS = {"sh": "s", "ch": "c", "kh": "h", "gh": "g", "zh": "j", "dj": "j"}
ACCENTS = dict.fromkeys(range(0x0300, 0x0370), "")
SILENT_I = {f"{vowel}ie": f"{vowel}e" for vowel in "aeou"}
FIRST_IE = re.compile(r"(?<!\w)ie")

_LETTERS = str.maketrans(
    {
        **RUSSIAN_TO_LATIN,
        **{letter: RUSSIAN_TO_LATIN[base] for letter, base in CYRILLIC_BASE.items()},
        **LATIN,
        **ONE_SOUND,
        **dict.fromkeys(APOSTROPHES, ""),
    }
)


def fold(text: str) -> str:
    """Return the plain spelling of a text under which a search compares; the module says by what rules."""
    plain = normalize("NFKC", normalize("NFKC", text).casefold()).replace(*UZBEK_O)
    plain = normalize("NFC", normalize("NFD", plain).translate(ACCENTS)).translate(_LETTERS)
    before = ""
    while plain != before:
        before = plain
        for pair, one in (*ONE_SOUND_PAIRS.items(), *SILENT_I.items()):
            plain = plain.replace(pair, one)
        plain = FIRST_IE.sub("e", plain)
    return plain
