"""The number that somebody typed before a paragraph, told apart from a figure with which a sentence begins.

``5. Decide`` has the number ``5.``; ``2025 was a year``, ``10 000 TEU`` and ``5.5 % of trade`` have none. The number is
kept as it was typed, and the rest of the paragraph is what stands after it, letter for letter.

Known: figures (``5.``, ``5)``, ``1.2.``, ``(5)``, ``§ 4``), letters and Roman figures (``(a)``, ``a)``, ``iv.``, ``II.``),
words (``Article 3.``, ``Статья 3.``, ``3-modda.``), ``PP3`` and ``OP5``, labels of proposals (``5 bis``, ``5 alt 1 UZB:``,
``5A.``, ``MOD 5``), bullets. Not known: figures in words ("First, ..."), and a letter with a stop that opens no list, since
"г. Ташкент" is a city and "A. Karimov" a person: it counts after the letter before it, or as the first of its alphabet.
"""

from __future__ import annotations

import re
from functools import cache

from kengesh.texts.label_words import every_ordinal, forms_of, rows
from kengesh.texts.tokens import tokens

BULLETS = "—–‒•●▪◦·*‣⁃-"
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "абвгдежзийклмнопрстуфхцчшщэюя")
_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_LAST = re.compile(r"[.;:,]$")
_PARTED = re.compile(r"[.:)–—-]$")
_SHORT = 90  # letters: the longest heading that is taken for one without other signs


def split_number(text: str, before: str = "") -> tuple[str, str]:
    """Return (number as typed, the rest) of a paragraph; the number is empty where it has none.

    `before` is the number of the paragraph before it, by which a lone letter with a stop is understood.
    """
    for pattern in (_proposal(), _FIGURES, _BRACKETED, _short_forms(), _BULLET):
        if (found := pattern.match(text)) and found.end() < len(text):
            return found[1], text[found.end() :]
    for found in (_words().match(text), _BARE_DECIMAL.match(text)):
        if (
            found
            and not _figure_with_unit(text, found[1])
            and _opens(text[found.end() :], bool(_PARTED.search(found[1])))
        ):
            return found[1], text[found.end() :]
    if (found := _LETTER_STOP.match(text)) and _continues(found[1], before, text[found.end() :]):
        return found[1], text[found.end() :]
    return "", text


def bare_number(number: str) -> str:
    """Return a number without the stop, colon or dash after it, and figures without a lone closing parenthesis.

    >>> bare_number("5."), bare_number("(a)"), bare_number("a)"), bare_number("Article 3."), bare_number("5 alt 1 UZB:")
    ('5', '(a)', 'a)', 'Article 3', '5 alt 1 UZB')
    """
    bare = re.sub(r"\s*[.:–—-]+$", "", number) or number
    return bare[:-1] if re.fullmatch(r"\d[\d.]*\)", bare) else bare


def is_structural(text: str) -> bool:
    """Say whether a whole paragraph is a number of a part of a text: Article 3, 3-modda, Annex II."""
    found = _words().match(text + " ")
    return found is not None and not text[found.end() :].strip()


_CAPITAL = r"[^\W\d_a-zа-я]"
_FIGURES = re.compile(
    r"(§{1,2} ?\d{1,3}(?:\.\d{1,3})*[.)]?"
    rf"|\d{{1,3}}(?:\.\d{{1,3}})*(?:\.(?=\s|{_CAPITAL})|\)(?!\w))"
    rf"|\d{{1,3}}[-–—](?=\s{_CAPITAL}))\s*"
)
_BRACKETED = re.compile(
    rf"(\((?:\d{{1,3}}|[^\W\d_]{{1,2}}|(?i:{_ROMAN}))\)|(?:[^\W\d_]|(?i:{_ROMAN}))\))(?!\w)\s*"
)
_BULLET = re.compile(rf"([{re.escape(BULLETS)}])\s+")
_BARE_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\s+")
_LETTER_STOP = re.compile(rf"((?:[^\W\d_]|(?i:{_ROMAN}))\.)(?:\s+|$)")


@cache
def _proposal() -> re.Pattern[str]:
    """The label of a proposal: 5 bis, PP3 ter, 5 alt 1 UZB:, 5A., MOD 5."""
    ordinals = "|".join(every_ordinal())
    alternatives = "|".join(
        sorted({re.escape(form).replace(r"\{n\}", r"\d{1,2}") for form in forms_of("alternative")})
    )
    core = r"(?:(?:[^\W\d_]{1,12} )?[A-ZА-Я]{0,2}\d{1,3}(?:\.\d{1,3})*(?: ?\([^\W\d_]{1,4}\))*|\([^\W\d_]{1,4}\))"
    holders = r"(?: [A-Z]{3}(?:, [A-Z]{3})*)?"
    return re.compile(
        rf"({core}(?: ?(?:{ordinals}))(?: (?:{alternatives}))?{holders}(?:[.:)]|(?=\s))"
        rf"|{core} (?:{alternatives}){holders}(?:[.:)]|(?=\s))"
        rf"|\d{{1,3}} ?[A-Z]{{1,2}}[.)](?=\s)"
        rf"|(?:ADD|MOD|SUP|NOC) \d{{1,3}}[A-Z]{{0,2}}\b(?: \([^\W\d_]+ \d\))?[.:]?)\s*"
    )


@cache
def _short_forms() -> re.Pattern[str]:
    """PP3 and OP5 in the forms of every language."""
    stems = {form.replace("{n}", "") for term in ("preambular", "operative") for form in forms_of(term)}
    return re.compile(rf"((?:{'|'.join(sorted(stems))}) ?\d{{1,3}}(?:\.\d{{1,3}})*(?:[.:)]|(?=\s)))\s*")


@cache
def _words() -> re.Pattern[str]:
    """Article 3, Статья 3, 3-modda and the like, with or without a stop."""
    before = "|".join(
        sorted({re.escape(row["word"]) for row in rows("headings.csv") if row["place"] == "before"})
    )
    after = "|".join(
        sorted({re.escape(row["word"]) for row in rows("headings.csv") if row["place"] == "after"})
    )
    figure = rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*|{_ROMAN})"
    ordinals = "|".join(every_ordinal())
    return re.compile(
        rf"((?:(?:{before}) {figure}(?: (?:{ordinals}))?|\d{{1,3}}-(?:[^\W\d_]{{1,4}} )?(?:{after}))(?:\.|:|\)| ?[–—-])?)"
        r"(?:\s+|$)",
        re.IGNORECASE,
    )


def _opens(rest: str, stopped: bool) -> bool:
    """Whether what stands after a figure or a word with a number begins a paragraph rather than goes on with a sentence."""
    first = rest.lstrip("“”«„\"'([")[:1]
    if stopped:
        return bool(rest)
    return first.isupper() and (not _LAST.search(rest) and len(rest) <= _SHORT)


def _figure_with_unit(text: str, number: str) -> bool:
    """Whether a figure is one of measure: 1.5 TEU."""
    return number[0].isdigit() and tokens(text[:_SHORT])[0].startswith(f"{number} ")


def _continues(number: str, before: str, rest: str) -> bool:
    """Whether a letter with a stop is a number: the first of its alphabet, or the one after the number before it."""
    letter = number[:-1]
    if not rest:
        return False
    if letter.isupper():
        return (len(letter) > 1 or letter in "IVX" or not _LAST.search(rest)) and len(rest) <= 4 * _SHORT
    if letter in ("a", "а", "i") or (len(letter) > 1 and before[-1:] == "."):
        return True
    earlier = before[:-1]
    return before[-1:] == "." and any(_follows(alphabet, earlier, letter) for alphabet in ALPHABETS)


def _follows(alphabet: str, earlier: str, letter: str) -> bool:
    return (
        len(earlier) == 1
        and earlier in alphabet
        and letter in alphabet
        and alphabet.index(letter) - alphabet.index(earlier) == 1
    )
