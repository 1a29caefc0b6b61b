"""A paragraph parted into its sentences, in Turkish, English and Russian.

A full stop ends no sentence after an initial (J. Doe), an abbreviation, or in Turkish a number of up to three digits, which is an
ordinal there (7. Toplantı). Nothing ends inside quotation marks or brackets that are closed in the same paragraph. The mark of a note
after a stop goes with the sentence before it. Where it is not sure that a sentence ends, it is not parted: a date and its note
then stay together. What runs on over thousands of letters without an end is parted between words, so that it is read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kengesh.formats.drafts.languages import lowered
from kengesh.formats.drafts.reading.told import CLOSES, OPENS

ABBREVIATIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "tr": frozenset(
            [
                "dr",
                "prof",
                "doç",
                "öğr",
                "yrd",
                "bkz",
                "krş",
                "vb",
                "vs",
                "vd",
                "örn",
                "no",
                "sn",
                "av",
                "alb",
                "gen",
                "cum",
                "s",
                "ss",
                "çev",
                "ed",
                "haz",
                "sok",
                "cad",
                "mah",
            ]
        ),
        "en": frozenset(
            [
                "mr",
                "mrs",
                "ms",
                "dr",
                "prof",
                "st",
                "no",
                "nos",
                "vol",
                "vols",
                "pp",
                "p",
                "ed",
                "eds",
                "e.g",
                "i.e",
                "cf",
                "vs",
                "jr",
                "sr",
                "gen",
                "col",
                "amb",
                "gov",
                "sen",
                "rep",
                "fig",
                "u.s",
                "u.n",
                "art",
                "para",
                "paras",
                "approx",
            ]
        ),
        "ru": frozenset(
            [
                "г",
                "гг",
                "им",
                "пр",
                "см",
                "ср",
                "стр",
                "с",
                "тыс",
                "млн",
                "млрд",
                "руб",
                "долл",
                "ул",
                "кв",
                "проф",
                "акад",
                "ред",
                "ст",
                "рис",
                "табл",
                "обл",
                "н",
                "э",
                "ч",
                "т.е",
                "т.к",
                "др",
                "т.н",
            ]
        ),
    }
)
LONGEST_SENTENCE = 4_000  # letters: what is longer has lost its stops, and is parted between words
LONGEST_WORD = 50  # letters: no abbreviation is longer
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+[\"'”’»)\]]*)(?:{OPENS}[^{CLOSES}]*{CLOSES})*(?:\s+|(?<={CLOSES}))(?=[\"'“‘«(\[]*[^\W_a-zа-яёçğıöşü])"
)
_LAST_WORD = re.compile(r"[\w.]+$")
_MATCHED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\([^()]*\)")
_STRAIGHT = re.compile(r'"[^"]*"')


def sentences_of(paragraph: str, language: str) -> list[str]:
    """Return the sentences of a paragraph in order, each with its marks of notes."""
    closed = _closed(paragraph)
    found, start = [], 0
    for stop in _STOP.finditer(paragraph):
        if any(begin < stop.start() and stop.end("stop") < end for begin, end in closed):
            continue
        if _goes_on(paragraph[max(start, stop.start() - LONGEST_WORD) : stop.start()], stop[0], language):
            continue
        found.append(paragraph[start : stop.end()].strip())
        start = stop.end()
    found.append(paragraph[start:].strip())
    return [part for one in found if one for part in _endured(one)]


def _endured(sentence: str) -> Iterator[str]:
    """Yield a sentence, or the parts of one that has no end in sight."""
    while len(sentence) > LONGEST_SENTENCE:
        space = sentence.rfind(" ", 1, LONGEST_SENTENCE)
        cut = space if space > 0 else LONGEST_SENTENCE
        yield sentence[:cut].rstrip()
        sentence = sentence[cut:].lstrip()
    if sentence:
        yield sentence


def _closed(paragraph: str) -> list[tuple[int, int]]:
    """Return where quotations and brackets stand; straight marks count only where each has its other."""
    spans = [found.span() for found in _MATCHED.finditer(paragraph)]
    if paragraph.count('"') % 2 == 0:
        spans += [found.span() for found in _STRAIGHT.finditer(paragraph)]
    return spans


def _goes_on(before: str, stop: str, language: str) -> bool:
    """Whether the sentence goes on after a stop: an initial, an abbreviation, an ordinal."""
    if not stop.startswith(".") or stop.startswith("..") or stop.strip().endswith(CLOSES):
        return False
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last[0]
    if word.isdigit():
        return before.strip() == word or (language == "tr" and len(word) <= 3)
    small = lowered(word, language)
    if language == "ru" and re.search(r"\bт\. [дп]$", before):
        return False
    initial = len(word.split(".")[-1]) == 1 and word[-1].isupper()
    return initial or small in ABBREVIATIONS[language] or small.split(".")[-1] in ABBREVIATIONS[language]
