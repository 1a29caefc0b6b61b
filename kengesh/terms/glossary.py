"""The glossary: what the product names, in nine languages, and how far each word is to be trusted.

The data is ``data/glossary.csv``, one row a term, under an id that is never changed. In each language a word is either
*attested* (it was seen in a real text in that language, whose address stands in the row) or ours. A word marked
*check* is not to be shown in print before somebody who writes in that language for a living has read it. A missing word
falls back to English, and says so. ``data/README.md`` tells how the glossary was made.

    >>> term("ots", "tr")
    Term(text='Türk Devletleri Teşkilatı', language='tr', attested=True, check=False, fallback=False)
"""

from __future__ import annotations

import csv
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _

SECTIONS = ("body", "instrument", "status", "act", "transport", "place")


@dataclass(frozen=True, slots=True)
class Term:
    """A term as one reader sees it; `language` is that of the text, English where `fallback`."""

    text: str
    language: str
    attested: bool
    check: bool
    fallback: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the glossary: the term in every language, where it was seen, what to mind."""

    id: str
    section: str
    texts: Mapping[str, str]
    attested: frozenset[str]
    check: frozenset[str]
    remark: str
    sources: tuple[str, ...]

    def term(self, language: str) -> Term:
        """Return the term in one of our languages, in English where the word is missing."""
        fallback = not self.texts[language]
        chosen = "en" if fallback else language
        return Term(self.texts[chosen], chosen, chosen in self.attested, chosen in self.check, fallback)


def term(id: str, language: str) -> Term:
    """Return a term in a language. Raises KeyError for an id or a language that the glossary does not have."""
    if language not in LANGUAGES:
        raise KeyError(_("the glossary has no language {language}.").format(language=language))
    return entry(id).term(language)


def entry(id: str) -> Entry:
    """Return a whole row. Raises KeyError for an unknown id."""
    try:
        return _entries()[id]
    except KeyError:
        raise KeyError(_("the glossary has no term {id}.").format(id=id)) from None


def all_terms() -> tuple[Entry, ...]:
    """Return every row, in the order of the file."""
    return tuple(_entries().values())


def terms_of(section: str) -> tuple[Entry, ...]:
    """Return the rows of one section, in the order of the file. Raises KeyError for an unknown section."""
    if section not in SECTIONS:
        says = _("the glossary has no section {section}; it has {sections}.")
        raise KeyError(says.format(section=section, sections=", ".join(SECTIONS)))
    return tuple(row for row in _entries().values() if row.section == section)


@cache
def _entries() -> Mapping[str, Entry]:
    data = pkgutil.get_data("kengesh.terms", "data/glossary.csv") or b""
    lines = data.decode("utf-8").splitlines()
    return MappingProxyType({row["id"]: _entry(row) for row in csv.DictReader(lines)})


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        id=row["id"],
        section=row["section"],
        texts=MappingProxyType({language: row[language] for language in LANGUAGES}),
        attested=frozenset(row["attested"].split()),
        check=frozenset(row["check"].split()),
        remark=row["remark"],
        sources=tuple(row["sources"].split()),
    )
