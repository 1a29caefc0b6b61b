"""Does a version use the word of the glossary where the other uses the glossary's word for the same thing?

Compared are the bodies, instruments, statuses and transport terms of ``kengesh.terms.glossary``, and of its acts and
procedure the nouns, and the expressions of several words. The longest term that stands at a place is the one used there.
In English a term is found with its plural and possessive. In the other languages a word is found by its beginning: two
letters are left off a word of six or more and off a Russian adjective, one off a shorter one of more than three; one
word may stand between the words of a term. ``единая (общая) логистическая сеть`` is taken with and without the words in
brackets, and with them in the place of the word before. Forms that are as good, such as abbreviations, stand in
``terms.csv``.

Left out: verbs (their forms are too many), words that English uses in many senses (``GENERIC``), terms that the glossary
gives a sense in brackets in English (``sea (mode)``), terms with an omission (``as of ...``) and terms that the glossary
does not have in the language. Where another language than English is compared with, only its expressions of several
words are looked for: the beginning of one word (``срок-``) begins too many others. How often a term is used is not
compared, since a pronoun may stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from kengesh.terms.glossary import Entry, all_terms
from kengesh.terms.messages import _
from kengesh.terms.quotation import quoted
from kengesh.texts.concordance.findings import Pair, finding
from kengesh.texts.concordance.tables import rows
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, blotted, small_letters
from kengesh.texts.concordance.wording import name_of, place_of

SECTIONS = ("body", "instrument", "status", "act", "transport")
GENERIC = frozenset(
    {
        "applicant", "candidate", "capacity", "consequence", "cost", "deletion", "done", "draft",
        "entry", "evidence", "guest", "host", "hub", "in-force", "in-person", "in-progress", "insertion",
        "invitee", "key", "likelihood", "log", "measure", "mirror", "node", "paragraph", "partner",
        "party", "reliability", "replacement", "reported", "risk", "scenario", "signature", "source",
        "threat", "unanimously", "unverified", "witness"
    }
)  # fmt: skip
_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_WORD = r"[^\W_](?:[\w'-]*\w)?"
_RUSSIAN_ADJECTIVE = re.compile("[^аеиоу](?:ая|ое|ой|ий|ый|ые)$")
_VERB_ENDINGS = ("mek", "mak")  # of the Turkish infinitive, by which an entry is known to be a verb


class Used(Struct, frozen=True):
    """A term of the glossary where a version uses it."""

    id: str
    words: str


def terms_used(unit: Prepared) -> list[Used]:
    """Return the terms that a unit uses, once each."""
    small = unit.small
    found: dict[str, Used] = {}
    for id, pattern in _sought(unit.language):
        match = pattern.search(small)
        while match:
            found.setdefault(id, Used(id, unit.shown[match.start() : match.end()]))
            small = blotted(small, match)
            match = pattern.search(small, match.end())
    return list(found.values())


def compare_terms(pair: Pair) -> Iterable[Divergence]:
    """Yield a finding for each term of the first unit for which the second does not have the glossary's word."""
    language = pair.second.language
    for used in terms_used(pair.first):
        entry = _entries()[used.id]
        patterns = _accepted(used.id, language)
        if patterns and not any(pattern.search(pair.second.small) for pattern in patterns):
            yield _finding(pair, used, entry)


def _finding(pair: Pair, used: Used, entry: Entry) -> Divergence:
    term = entry.term(pair.second.language)
    says = _(
        "{place}: {first} has {words}. For this the glossary has {term} ({second}), which is not there. "
        "Use the glossary's term, or note why another is better."
    )
    if term.check:
        says = _(
            "{place}: {first} has {words}. For this the glossary has {term} ({second}), which is not there. "
            "The glossary itself says that this word is to be checked: tell its editors which word is right."
        )
    sentence = says.format(
        place=place_of(pair.first.unit, pair.versions[0].language),
        first=name_of(pair.versions[0]),
        second=name_of(pair.versions[1]),
        words=quoted(used.words, pair.first.language),
        term=quoted(term.text, pair.second.language),
    )
    words = ((pair.versions[0], (used.words,)), (pair.versions[1], ()))
    return finding(pair.versions[0], pair.first, Check.TERMS, Severity.LOOK, sentence, words)


@cache
def _entries() -> dict[str, Entry]:
    return {entry.id: entry for entry in all_terms() if _is_defined(entry)}


def _is_defined(entry: Entry) -> bool:
    english = entry.texts["en"]
    several = " " in _IN_BRACKETS.sub("", english)
    verb = _IN_BRACKETS.sub("", entry.texts["tr"]).endswith(_VERB_ENDINGS)
    sense = "(" in english and not several
    fits = not verb and not sense and "..." not in english and entry.id not in GENERIC
    return entry.section in SECTIONS and fits


@cache
def _sought(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every form of every term, the longest first."""
    forms = [
        (form, id) for id in _entries() for form in _forms(id, language) if language == "en" or " " in form
    ]
    return tuple(
        (id, _pattern(form, language)) for form, id in sorted(forms, key=lambda form: (-len(form[0]), form))
    )


@cache
def _accepted(id: str, language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(form, language) for form in _forms(id, language))


def _forms(id: str, language: str) -> list[str]:
    """Return the forms of a term that are equally good; none where the glossary has not the word."""
    text = _entries()[id].texts[language]
    if not text or "..." in text:
        return []
    forms = {_IN_BRACKETS.sub("", text)}
    for match in _IN_BRACKETS.finditer(text) if language != "en" else ():
        before, after = text[: match.start()], text[match.end() :]
        forms |= {before.rsplit(" ", 1)[0] + f" {match[1]}{after}" if " " in before else f"{match[1]}{after}"}
    forms |= {row["form"] for row in rows("terms") if (row["language"], row["id"]) == (language, id)}
    return sorted(form for form in forms if form.strip())


def _pattern(form: str, language: str) -> re.Pattern[str]:
    words = re.findall(r"[\w']+", small_letters(form, language))
    if language == "en":
        words = [re.escape(word) for word in words]
        last = words[-1][:-1] + "(?:y|ies)" if words[-1].endswith("y") else words[-1] + "(?:e?s)?"
        whole = r"\W+".join([*words[:-1], last])
        return re.compile(rf"(?<!\w){whole}(?:'s?)?(?!\w)")
    between = rf"\W+(?:{_WORD}\W+)?"
    return re.compile(rf"(?<!\w){between.join(_beginning(word) for word in words)}")


def _beginning(word: str) -> str:
    """Return a pattern for a word by its beginning: what is left when its ending is off, with a few letters after it."""
    kept = len(word) - (2 if len(word) > 5 or _RUSSIAN_ADJECTIVE.search(word) else 1 if len(word) > 3 else 0)
    return re.escape(word[:kept]).replace("ё", "[её]") + r"[\w'-]{0,12}"
