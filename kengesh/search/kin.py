"""Kin: what a word is called by when its ending and the finer differences of its spelling are left aside.

Two words are kin when they share a key: Ташкенте and Ташкент, zirvesi and zirve, devletlerinin and devlet, Точикистон and
Тоҷикистон. A search looks for the word as it is folded first and for its kin after that, so the keys may be generous
where :func:`kengesh.terms.folding.fold` is modest:

1. *endings*: those of Russian nouns and adjectives, of cases, possessives and plurals in the Turkic languages and Tajik, and
   the English plural. Only the longest ending that fits is taken off, and in the agglutinating languages again and again,
   so that whatever form of a word is met, the same is left;
2. *one sound*: j and c (Жапаров, Japarov, Caparov; ҷ is typed as ж, дж and ч), ts and s (ц is both in Uzbek), io and e
   (ё is yo in Osiyo and e in Мирзиёев), double letters as one, and the last consonant without its voice
   (işbirliği, işbirlik).

The language of a word is never asked for: a query of two words says too little of it. A word in Cyrillic letters gets two
keys, as Russian and as Turkic, any other one. Russian endings are told from the Cyrillic letters, the Turkic ones from the
folded word, where they are the same in five languages, in two scripts, and typed without marks. That is why the
stemmers of the Snowball project are not used: theirs for Turkish needs the dotless ı that a reader leaves out, theirs for
Russian must know that a word is Russian, and there is none for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from kengesh.terms.folding import APOSTROPHES, CYRILLIC_BASE, fold

KEPT = 20_000  # words: the vocabulary of a large record
VOWELS = frozenset("aeiou")
VOICELESS = frozenset("cfhkpst")
SHORTEST_KEY = 2  # letters
SHORTEST = 4  # letters that are left of a Turkic word
SHORTEST_BEFORE_VOWEL = 5  # an ending of one letter is the least certain
SHORTEST_BEFORE_PLURAL = 3
SHORTEST_RUSSIAN = 3
SHORTEST_BEFORE_SK = 6  # минск is no adjective, ташкентск is

# Endings of the Turkic languages as folded, by what may stand before them.
AFTER_VOWEL = "n si su nda nde ndan nden na ne nu ia ie ii iu"
AFTER_VOWEL_OR_NASAL = "nin nun"
AFTER_VOICELESS = "ta te to tan ten ton ti tu tin tun tar ter tor ka ke ko pen"
AFTER_VOICED = "de do den don di du din dun dar der dor ge go nan nen men ben"
AFTER_ANY = "a e i o u in un da dan ga ni ning lar ler lor la le ho hoi"
PLURALS = ("lar", "ler", "lor")
# What follows the apostrophe of a name or an abbreviation in Turkish and Azerbaijani, and in English.
AFTER_APOSTROPHE = (
    "s a e i u ia ie ii iu na ne ni nu in un nin nun da de ta te nda nde dan den tan ten ndan nden la le ila ile si su "
    "lar ler li lu daki deki taki teki"
)
# Endings of Russian nouns and adjectives, as written.
RUSSIAN = (
    "а у е ы и о я ю ь й ом ем ой ей ою ею ов ев ам ям ах ях ами ями ью ия ии ию ие ий ией ием иям иями иях "
    "ый ая яя ое ее ые ого его ому ему ым им ую юю ых их ыми ими"
)
ONE_SOUND = (("ts", "s"), ("j", "c"))
WITHOUT_VOICE = {"g": "k", "b": "p", "d": "t"}

_WORD = re.compile(rf"[\w\u0300-\u036f{re.escape(APOSTROPHES)}]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_BASE = str.maketrans(dict(CYRILLIC_BASE))
_YO = re.compile(r"(?<=\w)io")  # at the beginning it is no ё: Turkish yol is not el
_DOUBLE = re.compile(r"([^\W\d])\1+")
_TURKIC = {
    ending: before
    for endings, before in (
        (AFTER_VOWEL, VOWELS),
        (AFTER_VOWEL_OR_NASAL, VOWELS | {"m", "n"}),
        (AFTER_VOICELESS, VOICELESS),
        (AFTER_VOICED, frozenset("abdegijlmnoruvz")),
        (AFTER_ANY, None),
    )
    for ending in endings.split()
}
_AFTER_APOSTROPHE = frozenset(AFTER_APOSTROPHE.split())
_RUSSIAN = frozenset(RUSSIAN.split())


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text in order, each as it is written (its apostrophes with it) and folded."""
    for raw in _WORD.findall(normalize("NFC", text)):
        yield from ((raw, folded) for folded in _folded(raw))


@lru_cache(KEPT)
def _folded(raw: str) -> tuple[str, ...]:
    """Return what is left of a word when it is folded: mostly one word; two of a fraction, none of an apostrophe alone."""
    return tuple("".join(letter if letter.isalnum() else " " for letter in fold(raw)).split())


@lru_cache(KEPT)
def kin(word: str) -> tuple[str, ...]:
    """Return the keys of a word as it is written; words that share one are kin. None for what holds no letter."""
    folded = "".join(letter for letter in fold(word) if letter.isalnum())
    if not folded or not folded.isalpha():
        return (folded,) if folded else ()
    keys = [_without_turkic(folded)]
    cyrillic = normalize("NFKC", word).casefold().translate(_BASE)
    if _CYRILLIC.fullmatch(cyrillic):
        keys.append(fold(_without_russian(cyrillic)))
    elif len(folded) >= SHORTEST and cyrillic.endswith("s") and not cyrillic.endswith(("ss", "us", "is")):
        keys[0] = _without_turkic(folded[:-2] if folded.endswith("ies") else folded[:-1])
    head, ending = _at_apostrophe(cyrillic)
    if head and fold(ending) in _AFTER_APOSTROPHE:
        keys.append(_without_turkic(fold(head)))
    return tuple(dict.fromkeys(sound(key) for key in keys))


def sound(folded: str) -> str:
    """Return a folded word with the spellings of one sound made one."""
    for spelled, one in ONE_SOUND:
        folded = folded.replace(spelled, one)
    plain = _DOUBLE.sub(r"\1", _YO.sub("e", folded))
    if len(plain) < SHORTEST_KEY:
        return folded
    return plain[:-1] + WITHOUT_VOICE.get(plain[-1], plain[-1])


def _without_turkic(word: str) -> str:
    word = word.replace(*ONE_SOUND[0])  # before the endings: one that begins with s must not find its t
    shorter = _one_shorter(word)
    while shorter != word:
        word, shorter = shorter, _one_shorter(shorter)
    return word


def _one_shorter(word: str) -> str:
    """Return a folded word without the longest ending that may be one."""
    for length in (4, 3, 2, 1):
        left, ending = word[:-length], word[-length:]
        if ending in _TURKIC and len(left) >= _least(ending):
            before = _TURKIC[ending]
            if (before is None or left[-1] in before) and not VOWELS.isdisjoint(left):
                return left
    return word


def _least(ending: str) -> int:
    if ending in PLURALS:
        return SHORTEST_BEFORE_PLURAL
    return SHORTEST_BEFORE_VOWEL if ending in VOWELS else SHORTEST


def _without_russian(word: str) -> str:
    for length in (4, 3, 2, 1):
        if word[-length:] in _RUSSIAN and len(word) - length >= SHORTEST_RUSSIAN:
            word = word[:-length]
            break
    if word.endswith("ск") and len(word) >= SHORTEST_BEFORE_SK + 2:
        return word[:-2]
    return word


def _at_apostrophe(word: str) -> tuple[str, str]:
    """Return what stands before and after the last apostrophe of a word; nothing before it where there is none."""
    place = max(word.rfind(mark) for mark in APOSTROPHES)
    return (word[:place], word[place + 1 :]) if place > 0 else ("", word)
