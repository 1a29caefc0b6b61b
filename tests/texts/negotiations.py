"""Negotiations made up for property tests: a base, and what some delegations filed on it, in Latin and Cyrillic.

Each delegation's text comes from the base by the things that delegations do: words changed, put in, left out; paragraphs
left out, added, moved, split, joined, written anew; letters that differ without making a difference.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from hypothesis import strategies as st

from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.filed import Filed
from kengesh.texts.units import Status, Text, Unit, UnitKind

DELEGATIONS = ("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB")
WORDS = {
    "en": [
        "states",
        "shall",
        "should",
        "may",
        "establish",
        "joint",
        "common",
        "logistics",
        "network",
        "transport",
        "corridor",
        "customs",
        "border",
        "ministers",
        "report",
        "annually",
        "decide",
        "further",
        "note",
        "welcome",
        "support",
        "create",
        "review",
        "council",
        "host",
        "meeting",
        "goods",
        "transit",
        "railway",
        "the",
        "of",
        "and",
        "to",
        "a",
        "in",
        "by",
        "for",
        "with",
        "on",
        "2.5",
        "%",
        "100",
        "km",
        "2028",
        "2030",
        "sub-regional",
        "partners'",
        "tariff",
    ],
    "ru": [
        "государства",
        "должны",
        "следует",
        "могут",
        "создать",
        "совместную",
        "общую",
        "логистическую",
        "сеть",
        "транспортный",
        "коридор",
        "таможня",
        "граница",
        "министры",
        "сообщать",
        "ежегодно",
        "решают",
        "далее",
        "отмечают",
        "приветствуют",
        "совет",
        "встреча",
        "грузы",
        "транзит",
        "железная",
        "и",
        "в",
        "на",
        "по",
        "для",
        "с",
        "к",
        "о",
        "2,5",
        "%",
        "100",
        "км",
        "2028",
        "2030",
        "Центрально-Азиатский",
        "тариф",
    ],
    "kk": [
        "мемлекеттер",
        "ортақ",
        "көлік",
        "дәліз",
        "өңір",
        "ұйым",
        "қабылдау",
        "туралы",
        "және",
        "үшін",
        "бірлескен",
        "желі",
        "кеден",
        "жүк",
        "жыл",
        "сайын",
    ],
    "tr": [
        "devletler",
        "ortak",
        "ulaştırma",
        "koridoru",
        "gümrük",
        "sınır",
        "için",
        "ve",
        "bu",
        "şekilde",
        "yıllık",
        "rapor",
        "İstanbul'da",
        "kurar",
        "ağı",
    ],
}
FEW = ["a", "b", "a", "c"]  # so that much can be matched in several ways
MARKS = (",", ",", ",", ";", " –", ".", ":")
STARTS = {"en": "Decide", "ru": "Решают", "kk": "Шешеді", "tr": "Karar"}


@dataclass(frozen=True)
class Negotiation:
    """A base and the submissions on it, each delegation once."""

    base: Text
    submissions: tuple[Submission, ...]

    def text_of(self, delegation: str) -> Text:
        """Return what a delegation filed."""
        return next(one.filed.text for one in self.submissions if one.delegation == delegation)


@st.composite
def negotiations(draw, statuses: bool = False, most: int = 4) -> Negotiation:
    """Return a strategy of negotiations; with `statuses` some units are agreed."""
    rnd = draw(st.randoms(use_true_random=False))
    language = draw(st.sampled_from(sorted(WORDS)))
    words = FEW if draw(st.integers(0, 9)) == 0 else WORDS[language]
    return negotiation(rnd, language, words, statuses, draw(st.integers(1, most)))


def negotiation(
    rnd: random.Random, language: str, words: list[str], statuses: bool, parties: int
) -> Negotiation:
    """Return one negotiation."""
    paragraphs = [sentence(rnd, words, language) for _ in range(rnd.randint(1, 6))]
    base = text_of(language, paragraphs)
    if statuses:
        kinds = list(Status)
        base = base.with_units(
            [Unit(u.id, u.kind, u.text, u.number, status=rnd.choice(kinds)) for u in base.units]
        )
    shared = [sentence(rnd, words, language) for _ in range(2)]
    filed = []
    for order, delegation in enumerate(rnd.sample(DELEGATIONS, parties)):
        own = changed(rnd, paragraphs, words, language, shared)
        at = f"2026-03-0{rnd.randint(1, 3)}T09:00:00Z" if rnd.random() < 0.7 else ""
        filed.append(
            Submission(
                delegation=delegation, filed=Filed(text=text_of(language, own)), filed_at=at, order=order
            )
        )
    return Negotiation(base, tuple(filed))


def text_of(language: str, paragraphs: list[str]) -> Text:
    """Return a text of operative paragraphs."""
    return Text(
        language,
        tuple(Unit(f"u{at}", UnitKind.OPERATIVE, text, f"{at}.") for at, text in enumerate(paragraphs, 1)),
    )


def sentence(rnd: random.Random, words: list[str], language: str) -> str:
    """Return a paragraph of one to four clauses."""
    clauses = [" ".join(rnd.choices(words, k=rnd.randint(1, 9))) for _ in range(rnd.randint(1, 4))]
    joined = clauses[0]
    for clause in clauses[1:]:
        joined += f"{rnd.choice(MARKS)} {clause}"
    return f"{STARTS[language]} {joined}{rnd.choice(';.')}"


def changed(
    rnd: random.Random, paragraphs: list[str], words: list[str], language: str, shared: list[str]
) -> list[str]:
    """Return paragraphs as one delegation would have them."""
    own = list(paragraphs)
    for _ in range(rnd.randint(0, 5)):
        if not own:
            break
        at = rnd.randrange(len(own))
        what = rnd.random()
        if what < 0.62:
            own[at] = reworded(rnd, own[at], words)
        elif what < 0.70:
            del own[at]
        elif what < 0.80:
            own.insert(at + 1, rnd.choice([*shared, sentence(rnd, words, language)]))
        elif what < 0.86:
            own.insert(rnd.randrange(len(own)), own.pop(at))
        elif what < 0.91 and "; " in own[at]:
            first, _, second = own[at].partition("; ")
            own[at : at + 1] = [f"{first};", second]
        elif what < 0.95 and at + 1 < len(own):
            own[at : at + 2] = [f"{own[at]} {own[at + 1]}"]
        elif what < 0.97:
            own[at] = sentence(rnd, words, language)
        else:
            own[at] = own[at].replace(" ", "\u00a0", 1).replace("'", "’")
    return [one for one in own if one.strip()] or [sentence(rnd, words, language)]


def reworded(rnd: random.Random, text: str, words: list[str]) -> str:
    """Return a paragraph with some words changed, put in or left out."""
    parts = text.split(" ")
    at = rnd.randrange(len(parts))
    what = rnd.randint(0, 4)
    if what == 0:
        parts[at] = rnd.choice(words)
    elif what == 1:
        parts.insert(at, rnd.choice(words))
    elif what == 2 and len(parts) > 1:
        del parts[at : at + rnd.randint(1, 3)]
    elif what == 3:
        parts[at] += f", {rnd.choice(words)} {rnd.choice(words)}"
    else:
        parts[at : at + 2] = rnd.choices(words, k=rnd.randint(1, 3))
    return " ".join(parts).strip() or rnd.choice(words)
