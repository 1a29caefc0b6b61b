"""Are the words of a version written with the letters of its alphabet?

* A word that mixes Latin and Cyrillic letters: each odd letter is named with its place. The odd ones are those of the
  script that the language does not have. An acronym in Latin capitals with a Cyrillic ending (``SPECAнын``) is no mixture.
* A word all in the wrong alphabet that looks like one of the right one (a Latin ``c`` for the Russian preposition), or
  any other word in small Cyrillic letters in a Latin version. Acronyms, names and units of measure are let be, and so is
  what stands in the version compared with as well (``ad referendum``).
* A document symbol with Latin and with Cyrillic letters, where the Cyrillic ones look like Latin ones. A symbol that is
  Cyrillic throughout is a translated one.
* A letter of the right script that the alphabet lacks, such as і in Russian: in words with a small first letter, which
  are no names; in others where no alphabet of ours has all of their letters. English is not looked at for this, as it
  quotes names as they are; Turkish may have â, î, û.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import name

from kengesh.terms.languages import ALPHABETS, lower
from kengesh.terms.messages import _
from kengesh.terms.quotation import quoted
from kengesh.texts.concordance.findings import finding
from kengesh.texts.concordance.scripts import script, script_of
from kengesh.texts.concordance.symbols import mixed_symbols
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, Version
from kengesh.texts.concordance.wording import name_of, place_of
from kengesh.texts.tokens import LOOK_ALIKES

_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM_WITH_ENDING = re.compile(r"[A-Z]{2,}[а-яёәғқңөұүһіӣӯҳҷ]+")
_LATIN_LIKE = frozenset(LOOK_ALIKES.values()) - frozenset("Ii")  # Roman numerals, and list labels
_UNITS = frozenset(
    {"km", "m", "mm", "cm", "ha", "kg", "t", "kw", "mw", "gw", "kwh", "gwh", "teu", "www", "http", "https"}
)
_ALSO = {"tr": "âîû"}
_NOT_LOOKED_AT = ("en",)


def check_letters(
    version: Version, unit: Prepared, known: frozenset[str] = frozenset()
) -> Iterable[Divergence]:
    """Yield a finding for each word of a unit with letters that it should not have; words `known` are let be."""
    in_symbols = {match.start() for match in re.finditer(r"(?<=/)\w|\w(?=/)", unit.shown)}
    for symbol in mixed_symbols(unit.shown):
        yield _mixed(version, unit, symbol, odd="CYRILLIC")
    for match in _WORD.finditer(unit.shown):
        word = match[0]
        scripts = {script(letter) for letter in word}
        if scripts >= {"LATIN", "CYRILLIC"}:
            if not _ACRONYM_WITH_ENDING.fullmatch(word):
                other = "LATIN" if script_of(version.language) == "CYRILLIC" else "CYRILLIC"
                yield _mixed(version, unit, word, odd=other)
        elif scripts & {"LATIN", "CYRILLIC"} - {script_of(version.language)}:
            if (
                match.start() not in in_symbols
                and _is_misspelt(word, version.language, unit.shown)
                and word not in known
            ):
                yield _in_the_wrong_alphabet(version, unit, word)
        elif strange := _strange(word, version.language):
            yield _not_in_the_alphabet(version, unit, word, strange)


def words_of(version: Version) -> frozenset[str]:
    """Return the words of three letters and more of a version, which another may quote as they are."""
    return frozenset(word for unit in version.units for word in _WORD.findall(unit.shown) if len(word) > 2)


def _mixed(version: Version, unit: Prepared, word: str, odd: str) -> Divergence:
    says = _(
        "{place}, {version}: the word {word} mixes two alphabets: {letters}. Write the whole word in one alphabet; "
        "as it is, it will not be found by a search."
    )
    named = [(at, letter) for at, letter in enumerate(word, start=1) if script(letter) == odd]
    return _finding(version, unit, Check.LOOK_ALIKES, Severity.DIVERGENCE, says, word, named)


def _in_the_wrong_alphabet(version: Version, unit: Prepared, word: str) -> Divergence:
    says = _(
        "{place}, {version}: the word {word} is written in another alphabet throughout: {letters}. "
        "Write it in the alphabet of the version, unless it is a name that is meant so."
    )
    looks_alike = set(word) <= (
        _LATIN_LIKE if script_of(version.language) == "CYRILLIC" else set(LOOK_ALIKES)
    )
    severity = Severity.DIVERGENCE if looks_alike else Severity.LOOK
    return _finding(version, unit, Check.LOOK_ALIKES, severity, says, word, list(enumerate(word, start=1)))


def _not_in_the_alphabet(
    version: Version, unit: Prepared, word: str, strange: list[tuple[int, str]]
) -> Divergence:
    says = _(
        "{place}, {version}: the word {word} has letters that are not in the alphabet of the language: {letters}. "
        "Correct its spelling, unless it is a name."
    )
    return _finding(version, unit, Check.LETTERS, Severity.LOOK, says, word, strange)


def _is_misspelt(word: str, language: str, text: str) -> bool:
    """Say whether a word wholly in the other alphabet is likely a slip and no acronym, name or unit of measure."""
    if script_of(language) == "LATIN":
        return not (word.isupper() and len(word) > 1) or set(word) <= set(LOOK_ALIKES)
    if set(word) <= _LATIN_LIKE and not (word.isupper() and len(word) > 1):
        return not re.search(rf"[\d.°]\s?{re.escape(word)}(?!\w)|(?<!\w){re.escape(word)}\)", text)
    return (
        word.islower()
        and word not in _UNITS
        and not re.search(rf"[./@-]{re.escape(word)}|{re.escape(word)}[./@-]\w", text)
    )


def _strange(word: str, language: str) -> list[tuple[int, str]]:
    if language in _NOT_LOOKED_AT:
        return []
    small = lower(word, language)
    strange = [
        (at, word[at - 1])
        for at, letter in enumerate(small, start=1)
        if script(letter) and letter not in _own(language)
    ]
    if strange and word[0].isupper() and any(_own(other) >= set(lower(word, other)) for other in ALPHABETS):
        return []
    return strange


@cache
def _own(language: str) -> frozenset[str]:
    return frozenset(ALPHABETS[language].replace(" ", "") + _ALSO.get(language, ""))


def _finding(
    version: Version,
    unit: Prepared,
    check: Check,
    severity: Severity,
    says: str,
    word: str,
    odd: list[tuple[int, str]],
) -> Divergence:
    letter_says = _("letter {at}, {letter}, is {name}")
    letters = "; ".join(
        letter_says.format(at=at, letter=letter, name=name(letter, "?")) for at, letter in odd
    )
    sentence = says.format(
        place=place_of(unit.unit, version.language),
        version=name_of(version),
        word=quoted(word, version.language),
        letters=letters,
    )
    return finding(version, unit, check, severity, sentence, [(version, (word,))])
