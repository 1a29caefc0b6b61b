"""The tokens of a text: what two versions are compared by, and what a bracket holds.

A token is a word (letters and digits, with hyphens and apostrophes inside it), a figure with its unit (``2.5 %``,
``100 km``), one punctuation mark, one run of white space, the paragraph mark ``¶``, or the mark of a footnote
(``⁅u17⁆``, the id of the footnote's unit between quilled brackets). The tokens of a text, joined, are the text.

Two tokens are *the same* when their keys are: no-break spaces, curly quotes, soft hyphens and Cyrillic letters that look
like Latin ones make no difference by themselves. Where the keys are equal and the letters are not, the difference is
*editorial*: it is reported, and nobody's proposal.

    >>> tokens("a joint network of 2.5 % by 2028;")
    ['a', ' ', 'joint', ' ', 'network', ' ', 'of', ' ', '2.5 %', ' ', 'by', ' ', '2028', ';']
    >>> key("“") == key('"'), key("Каспий") == key("Kаспий"), key("2.5\\xa0%") == key("2.5%")
    (True, True, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

PARAGRAPH_MARK = "¶"
FOOTNOTE_OPENS, FOOTNOTE_CLOSES = "⁅", "⁆"

_BLANK = "[ \u00a0\u2009\u202f]"
_UNITS = (
    "%|‰|°C|°|€|\\$|"
    "km²|km|m²|m³|mm|cm|ha|kg|t|TEU|MW|GW|kW|kWh|GWh|"
    "км²|км|м²|м³|мм|см|га|кг|т|ДФЭ|ЖФЭ|МВт|ГВт|кВт·ч|кВт"
)
_AFTER_FIGURE = r"(?!\w|[-‐‑'’ʼʻ]\w)"
_NUMBER = rf"(?:\d{{1,3}}(?:{_BLANK}\d{{3}})+(?!\d)|\d+(?:[.,]\d+)*)"
_REST_OF_WORD = r"(?:(?:[-‐‑'’ʼʻ‘](?=\w)|[\u00ad\u0300-\u036f])\w*)*"
_TOKEN = re.compile(  # what is most frequent first: words that begin with a letter, and blanks
    rf"[^\W\d]\w*{_REST_OF_WORD}"
    r"|\s+"
    rf"|{_NUMBER}(?:{_BLANK}?(?:{_UNITS}))?{_AFTER_FIGURE}"
    rf"|\w+{_REST_OF_WORD}"
    rf"|{FOOTNOTE_OPENS}[^{FOOTNOTE_OPENS}{FOOTNOTE_CLOSES}\s]*{FOOTNOTE_CLOSES}"
    r"|[^\w\s][\u0300-\u036f]*"
)
_ACROSS_BLANKS = re.compile(r"[\d\t-\r\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_STARTS_WITH_DIGIT = re.compile(r"\d")
_INNER_BLANK = re.compile(r"\s+")

# Letters of one alphabet that are drawn like letters of the other, and the Latin one that stands for both.
LOOK_ALIKES = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԛԝ", "ABESIJKMHOPCTYXaesijopcyxhqw", strict=True))
_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼʻ′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑", "-"),
        "\u00ad": None,
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
        **LOOK_ALIKES,
    }
)
_CONTROLS = dict.fromkeys(range(32), " ")
_KEPT_KEYS = 1 << 18  # of tokens: the vocabulary of a long text in several languages


def tokens(text: str) -> list[str]:
    """Return the tokens of a text that is in normal form C (:func:`cleaned`)."""
    if "  " in text or _ACROSS_BLANKS.search(text):
        return _TOKEN.findall(text)
    # Most text has no figures and single blanks: it falls apart at them, three times as fast.
    found: list[str] = []
    for word in text.split(" "):
        if word.isalpha():
            found.append(word)
        elif word:
            found += _TOKEN.findall(word)
        found.append(" ")
    found.pop()
    return found


def cleaned(text: str) -> str:
    """Return a text as a unit holds it: normal form C, without blanks at its ends, control characters as one space."""
    return normalize("NFC", text.translate(_CONTROLS)).strip()


@lru_cache(_KEPT_KEYS)
def key(token: str) -> str:
    """Return what a token is compared by."""
    if token.isascii() and not token.isspace() and " " not in token:
        return token.replace("`", "'")
    if token.isspace():
        return " "
    if _STARTS_WITH_DIGIT.match(token):
        token = _INNER_BLANK.sub("", token)
    return token.translate(_SAME)


def keys(all_tokens: Iterable[str]) -> list[str]:
    """Return the keys of tokens."""
    return list(map(key, all_tokens))


def same(first: str, second: str) -> bool:
    """Say whether two texts differ at most editorially."""
    return first == second or keys(tokens(first)) == keys(tokens(second))


def is_space(token: str) -> bool:
    """Say whether a token is a run of white space."""
    return token.isspace()


def footnote_mark(unit_id: str) -> str:
    """Return the token by which a text refers to a footnote."""
    return f"{FOOTNOTE_OPENS}{unit_id}{FOOTNOTE_CLOSES}"


def footnote_id(token: str) -> str | None:
    """Return the footnote that a token refers to; None for every other token."""
    if token[0] == FOOTNOTE_OPENS and token[-1] == FOOTNOTE_CLOSES and len(token) > 2:
        return token[1:-1]
    return None


def ends_sentence(all_tokens: Sequence[str], at: int) -> bool:
    """Say whether the token at this place ends a sentence: a stop before a blank and a capital, or at the end."""
    if all_tokens[at] not in ".!?…":
        return False
    rest = all_tokens[at + 1 : at + 3]
    if not rest or rest[0] == PARAGRAPH_MARK:
        return True
    return is_space(rest[0]) and (len(rest) < 2 or (not rest[1][0].islower() and not rest[1][0].isdigit()))
