"""Is a version written in the script that the language has here?

Kazakh, Kyrgyz, Russian and Tajik are compared in Cyrillic, the others in Latin letters. A version in another script
(Kazakh in Latin or Arabic letters, Uzbek or Azerbaijani in Cyrillic, Tajik in Persian or Latin letters), in whole or in
some of its units, is one finding for the version; those units are compared no further than their place, brackets and signs,
since no word in them would be known. A unit counts as written in another script when more than half of its letters are,
and there are twenty letters at least: less may be a name or a quotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import name

from kengesh.terms.messages import N_, _
from kengesh.texts.concordance.findings import finding
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Version
from kengesh.texts.concordance.wording import name_of, place_of

LETTERS = 20
_CYRILLIC = ("ru", "kk", "ky", "tg")
_SCRIPTS = {"LATIN": N_("Latin"), "CYRILLIC": N_("Cyrillic"), "ARABIC": N_("Arabic"), "OTHER": N_("other")}


def script_of(language: str) -> str:
    """Return the script in which a language is compared."""
    return "CYRILLIC" if language in _CYRILLIC else "LATIN"


@lru_cache(4096)
def script(letter: str) -> str:
    """Return the script of a letter; empty for what is not one."""
    if not letter.isalpha():
        return ""
    first = name(letter, "").split()[0:1]
    if letter in "ʻʼ":
        return ""  # they belong to letters of either
    return first[0] if first and first[0] in _SCRIPTS else "OTHER"


def is_foreign(text: str, language: str) -> bool:
    """Say whether a unit's text is written in another script than the language has here."""
    counted = Counter(map(script, text))
    letters = sum(counted.values()) - counted[""]
    return letters >= LETTERS and counted[script_of(language)] * 2 < letters


def check_script(version: Version) -> Iterable[Divergence]:
    """Yield one finding if units of a version are written in another script, with their share and the first of them."""
    foreign = [unit for unit in version.units if unit.foreign]
    if not foreign:
        return
    counted = Counter(script(letter) for unit in foreign for letter in unit.shown)
    del counted[""]
    most = max(counted, key=lambda one: (counted[one], one))
    says = _(
        "{version}: {share} % of the units ({count} of {all}) are written in {script} letters, where {expected} letters "
        "are expected; the first is {place}. Have the version in one script; these units were not compared word by word."
    )
    sentence = says.format(
        version=name_of(version),
        share=100 * len(foreign) // len(version.units) or 1,
        count=len(foreign),
        all=len(version.units),
        script=_(_SCRIPTS[most]),
        expected=_(_SCRIPTS[script_of(version.language)]),
        place=place_of(foreign[0].unit, version.language),
    )
    words = ((version, (foreign[0].shown,)),)
    yield finding(version, foreign[0], Check.SCRIPT, Severity.DIVERGENCE, sentence, words)
