"""Are the same States named in a unit of two versions, and are lists of them in the order of each alphabet?

A name is one of ``kengesh.terms`` (the short names, and the full ones of five republics) or of ``states.csv``, as whole
words that begin with a capital, each with a case ending of its language:

* English: the name, and the possessive;
* Russian: the last vowel, й or ь gives way to an ending; both words of an adjective with a noun are declined;
* Turkish, Azerbaijani, Turkmen, Uzbek: the case endings, with an apostrophe or a hyphen or without;
* Kazakh, Kyrgyz: the case endings by vowel harmony, and after the possessive of ``Республикасы``;
* Tajik: the izofat, -ро, and the joined conjunction.

States of the glossary that differ are a divergence, others are to be looked at: of these only the short name is known,
and a text may well use another (``Великобритания``, ``Соединённое Королевство``).

Not counted: adjectives and peoples (``казахстанский``, ``Kazakh``), plurals and derived words (``Kazakistanlı``), and names
that are also common words where they begin a sentence (Turkish *Katar*, a train). Full names that are in neither
table are read as the short name within them.

A list is three names or more with nothing but commas, a conjunction and articles between them; its order is compared with
that of the short names, and with that of the words as they stand. A list out of order is a divergence where the version compared
with keeps to its own alphabet, and else to be looked at, since another order may have been agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from kengesh.terms.glossary import all_terms
from kengesh.terms.languages import sort_key
from kengesh.terms.messages import _
from kengesh.terms.states import in_alphabet, state_name, states
from kengesh.texts.concordance.figures import without_common
from kengesh.texts.concordance.findings import Pair, differs, finding
from kengesh.texts.concordance.tables import patterns, rows
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, Version, small_letters
from kengesh.texts.concordance.wording import name_of, place_of, quotes

LIST = 3  # two names make no list: each may have its own reason to come first
_OF_REPUBLIC = {
    "kazakhstan": "KAZ",
    "kyrgyz": "KGZ",
    "tajikistan": "TJK",
    "uzbekistan": "UZB",
    "azerbaijan": "AZE",
}
_BETWEEN_NAMES = re.compile(
    r"(?:,|;|\s|'?-?(?<!\w)(?:and|the|of|ve|ile|и|və|ilə|және|мен|жана|менен|ва|бо|we|bilen|va|bilan|hamda)(?!\w))*"
)
_WORD = re.compile(r"(?<![\w'-])[^\W\d_]")
_LETTERS = 2  # by which names are looked up; no case ending changes them
_OF_MONEY_BEFORE = re.compile(r"(?<!\w)дол\w*\.?\s+$")
_OF_MONEY_AFTER = re.compile(r"\s*(?:\$|dol|дол)")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:]\s+|\n)[«“\"'(\[]*$")


class Named(Struct, frozen=True):
    """A State as a version names it, from one place of the unit to another."""

    code: str
    words: str
    start: int
    end: int


def named_states(unit: Prepared) -> list[Named]:
    """Return the States that a unit names, in its order."""
    found: list[Named] = []
    forms, common = _patterns(unit.language), _common_words(unit.language)
    for word in _WORD.finditer(unit.shown):
        start = word.start()
        pattern = forms.get(unit.small[start : start + _LETTERS]) if word[0].isupper() else None
        match = pattern.match(unit.small, start) if pattern else None
        if match is None or (found and start < found[-1].end):
            continue
        if _OF_MONEY_BEFORE.search(unit.small[:start]) or _OF_MONEY_AFTER.match(unit.small, match.end()):
            continue  # 5 долл. США is $5 elsewhere
        code = next(name[:3].upper() for name, part in match.groupdict().items() if part)
        if code not in common or not _SENTENCE_BEGINS.search(unit.small[:start]):
            found.append(Named(code, unit.shown[start : match.end()], start, match.end()))
    return found


def compare_states(pair: Pair) -> Iterable[Divergence]:
    """Yield the finding that a pair of units does not name the same States, if so."""
    one, other = named_states(pair.first), named_states(pair.second)
    left, other_left = without_common(one, other, lambda state: state.code)
    if left or other_left:
        says = _(
            "{place}: the States named are not the same. {first}: {words}. {second}: {other_words}. "
            "Add the name that is missing, or take out the one that is too many."
        )
        words = [state.words for state in left], [state.words for state in other_left]
        known = any(state.code in _known_well() for state in (*left, *other_left))
        yield differs(pair, Check.STATES, Severity.DIVERGENCE if known else Severity.LOOK, says, *words)


def check_order(version: Version, unit: Prepared, weighs: Severity = Severity.LOOK) -> Iterable[Divergence]:
    """Yield a finding for each list of States of a unit that is not in the order of the version's alphabet."""
    for listed in _lists(unit):
        expected = in_alphabet([state.code for state in listed], version.language)
        if not _in_order(listed, expected, version.language):
            says = _(
                "{place}: {version} lists the States in another order than that of its alphabet: {words}. "
                "Expected: {expected}. Put them in this order, or note that another was agreed."
            )
            words = tuple(state.words for state in listed)
            names = ", ".join(state_name(code, version.language) for code in expected)
            place = place_of(unit.unit, version.language)
            sentence = says.format(place=place, version=name_of(version), words=quotes(words), expected=names)
            yield finding(version, unit, Check.STATE_ORDER, weighs, sentence, [(version, words)])


def compare_order(pair: Pair) -> Iterable[Divergence]:
    """Yield the findings of :func:`check_order` for the second unit: divergences, where the first keeps its own order."""
    kept = not any(check_order(pair.versions[0], pair.first))
    yield from check_order(pair.versions[1], pair.second, Severity.DIVERGENCE if kept else Severity.LOOK)


def _in_order(listed: list[Named], expected: list[str], language: str) -> bool:
    """Say whether a list follows the alphabet, by short names or as it names the States; or names one of them twice."""
    codes = [state.code for state in listed]
    as_named = sorted(listed, key=lambda state: sort_key(state.words, language))
    return codes == expected or listed == as_named or len(set(codes)) < len(codes)


def _lists(unit: Prepared) -> Iterable[list[Named]]:
    running: list[Named] = []
    for state in named_states(unit):
        if running and not _BETWEEN_NAMES.fullmatch(unit.small[running[-1].end : state.start]):
            if len(running) >= LIST:
                yield running
            running = []
        running.append(state)
    if len(running) >= LIST:
        yield running


@cache
def _known_well() -> frozenset[str]:
    """The States of the glossary, of which the forms in use are known; others may bear a name that we have not."""
    return frozenset(entry.id[6:].upper() for entry in all_terms() if entry.id.startswith("state-"))


@cache
def _common_words(language: str) -> frozenset[str]:
    return frozenset(
        row["code"] for row in rows("states") if (row["language"], row["use"]) == (language, "common")
    )


@cache
def _forms(language: str) -> tuple[tuple[str, str], ...]:
    """Every form of a name with its code, the longest first."""
    forms = {(state_name(code, language), code) for code in states()}
    forms |= {
        (row["form"], row["code"])
        for row in rows("states")
        if (row["language"], row["use"]) == (language, "name")
    }
    for entry in all_terms():
        if entry.id.startswith("rep-") and entry.texts[language]:
            forms.add((entry.texts[language], _OF_REPUBLIC[entry.id.removeprefix("rep-")]))
    return tuple(sorted(forms, key=lambda form: (-len(form[0]), form)))


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """A pattern for the names that begin with the same letters, by these; its groups begin with the code."""
    together: dict[str, list[str]] = {}
    for at, (form, code) in enumerate(_forms(language)):
        named = f"(?P<{code.lower()}{at}>{_declined(form, language)})"
        together.setdefault(small_letters(form, language)[:_LETTERS], []).append(named)
    return {letters: re.compile(rf"(?:{'|'.join(names)})(?!\w)") for letters, names in together.items()}


def _declined(name: str, language: str) -> str:
    words = small_letters(name, language).split()
    if language == "ru":
        return r"\s+".join(_declined_in_russian(word) for word in words).replace("ё", "[её]")
    ending = rf"(?:{patterns('endings')[language]})?"
    inner = r"(?:и)?" if language == "tg" else ""
    last = re.escape(words[-1])
    if language == "tk" and words[-1].endswith("e"):
        last = last[:-1] + "[eä]"
    return r"\s+".join([*(re.escape(word) + inner for word in words[:-1]), last + ending])


def _declined_in_russian(word: str) -> str:
    if re.search(r"(?:ая|ое|ий|ый|ые)$", word):
        return re.escape(word[:-2]) + r"(?:ая|ой|ую|ое|ого|ому|ым|ом|ий|ый|его|ему|им|ем|ые|ых|ыми)"
    stem = re.sub(r"[аеийоуыьюя]$", "", word)
    endings = patterns("endings")["ru"]
    if stem != word:
        return rf"{re.escape(stem)}(?:{re.escape(word[len(stem) :])}|{endings})"
    return rf"{re.escape(stem)}(?:{endings})?"
