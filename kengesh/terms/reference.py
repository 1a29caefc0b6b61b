"""A citation for other programs: CSL-JSON (1.0.2, as Zotero and citation processors read it) and RIS.

    >>> from kengesh.terms.dates import parse_when
    >>> source = Source("tass-1", title="Саммит", container="ТАСС", published=parse_when("2025-11~"),
    ...                 source_kind="press", seen="opening")
    >>> to_csl(source)["issued"]
    {'date-parts': [[2025, 11]], 'circa': True}
    >>> for line in to_ris(source).splitlines():
    ...     print(line.strip())
    TY  - NEWS
    TI  - Саммит
    T2  - ТАСС
    PY  - 2025
    DA  - 2025/11//circa
    N1  - Published: about November 2025. Only its opening was read.
    ER  -

What a source does not give is left out; nothing takes its place.

====================  ====================  ==========  ================================================================
what it is            CSL                   RIS         when
====================  ====================  ==========  ================================================================
a newspaper article   article-newspaper     NEWS        the press speaks, in something that is named
a report              report                RPRT        research, in a series or by a house that is named
a page                webpage               ELEC        any other that has an address: whose voice it is does not say
                                                        what it is, so that no treaty or statute is made out of it
anything else         document              GEN
====================  ====================  ==========  ================================================================

Names stand as the source prints them, since which part is the family's is not known: ``literal`` in CSL, without a comma
added in RIS. A date goes in with its precision. What lasted goes in by its first and last day; of one day within bounds,
what the bounds share goes in (``[2024-05-01..2024-05-09]`` is May 2024). What numbers cannot say is said in words.

A value is one line without control characters or marks that turn text round, and an address that is not http or https is
left out. CSL has small marks of its own for italics and the like, and no way to write them as plain signs: who puts a
title on a page escapes it there. RIS is UTF-8 with CR LF, as programs read it now; its letters of 2001 are too few for us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile
from typing import Any
from unicodedata import category

from kengesh.terms.citations import Source, remarks
from kengesh.terms.dates import Kind, When, when_day
from kengesh.terms.edtf import day_before
from kengesh.terms.messages import _, in_language
from kengesh.terms.texts import HIDING
from kengesh.terms.written_dates import format_day

PUBLIC_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
CIRCA = "circa"

DateParts = list[list[int]]


class Sort(Enum):
    """What is cited: the word of CSL, and that of RIS."""

    NEWS = ("article-newspaper", "NEWS")
    REPORT = ("report", "RPRT")
    PAGE = ("webpage", "ELEC")
    OTHER = ("document", "GEN")


@dataclass(frozen=True, slots=True)
class Reference:
    """What both forms say of whatever is cited; None and empty stand for what is not known.

    `speaks` is the language of the notes, `language` that of what is cited; `version` names the state of something that
    grows.
    """

    id: str
    sort: Sort
    speaks: str
    authors: tuple[str, ...] = ()
    compilers: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    publisher: str | None = None
    version: str | None = None
    issued: When | None = None
    accessed: When | None = None
    language: str | None = None
    address: str | None = None
    notes: tuple[str, ...] = ()


def to_csl(source: Source, language: str = "en") -> dict[str, Any]:
    """Return a source as an item of CSL-JSON, its notes in a language.

    Raises ValueError for a language that is not one of ours.
    """
    return csl_item(reference_to(source, language))


def to_ris(source: Source, language: str = "en") -> str:
    """Return a source as a record of RIS, its notes in a language; records may follow one another in a file.

    Raises ValueError for a language that is not one of ours.
    """
    return ris_record(reference_to(source, language))


def reference_to(source: Source, language: str) -> Reference:
    """Return what is said of a source in both forms. Raises ValueError for a language that is not one of ours."""
    with in_language(language):
        notes = [*_published_in_words(source.published, language), *remarks(source)]
    return Reference(
        id=source.id,
        sort=_sort(source),
        speaks=language,
        authors=source.author,
        title=source.title,
        container=source.container,
        issued=source.published,
        accessed=source.accessed,
        language=source.language,
        address=source.address,
        notes=tuple(notes),
    )


def _published_in_words(when: When | None, language: str) -> list[str]:
    """Return the sentence that says a day of publication where numbers say less than the source does."""
    if when is None or (when.kind in (Kind.DAY, Kind.MONTH, Kind.YEAR) and not _is_circa(when)):
        return []
    says = _("Published: {day}").format(day=format_day(when, language))
    return [says if says.endswith(".") else f"{says}."]


def csl_item(cited: Reference) -> dict[str, Any]:
    """Return a reference as an item of CSL-JSON."""
    item: dict[str, Any] = {
        "id": one_line(cited.id),
        "type": cited.sort.value[0],
        "author": _literal(cited.authors),
        "compiler": _literal(cited.compilers),
        "title": one_line(cited.title),
        "container-title": one_line(cited.container),
        "publisher": one_line(cited.publisher),
        "version": one_line(cited.version),
        "issued": _csl_date(cited.issued, cited.speaks),
        "accessed": _csl_date(cited.accessed, cited.speaks),
        "language": one_line(cited.language),
        "URL": _address(cited),
        # Citation processors read {:DOI: x} in a note as a field, which nobody but us may set.
        "note": one_line(" ".join(cited.notes)).replace("{:", "{ :"),
    }
    return {name: value for name, value in item.items() if value or name == "id"}


def ris_record(cited: Reference) -> str:
    """Return a reference as a record of RIS, each line with CR LF."""
    issued, accessed = _ris_date(cited.issued), _ris_date(cited.accessed)
    lines = [
        ("TY", cited.sort.value[1]),
        *(("AU", one_line(name)) for name in cited.authors),
        *(("A2", one_line(name)) for name in cited.compilers),
        ("TI", one_line(cited.title)),
        ("T2", one_line(cited.container)),
        ("PB", one_line(cited.publisher)),
        ("ET", one_line(cited.version)),
        ("PY", issued.partition("/")[0]),
        ("DA", issued),
        ("Y2", accessed),
        ("LA", one_line(cited.language)),
        ("UR", _address(cited)),
        ("N1", one_line(" ".join(cited.notes))),
    ]
    return (
        "".join(f"{tag}  - {value}\r\n" for tag, value in [line for line in lines if line[1]]) + "ER  - \r\n"
    )


def one_line(text: str | None) -> str:
    """Return a text as one line that shows all it holds; nothing for None.

    What breaks a line becomes a blank; other control characters, halves of surrogate pairs and what hides or turns text
    round go.
    """
    unbroken = LINE_BREAKS.sub(" ", text or "")
    shown = "".join(sign for sign in unbroken if sign not in HIDING and category(sign) not in ("Cc", "Cs"))
    return re.sub(" {2,}", " ", shown).strip()


def _sort(source: Source) -> Sort:
    if source.source_kind == "press" and source.container:
        return Sort.NEWS
    if source.source_kind == "research" and source.container:
        return Sort.REPORT
    return Sort.PAGE if source.address else Sort.OTHER


def _literal(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"literal": name} for name in map(one_line, names) if name]


def _address(cited: Reference) -> str:
    address = one_line(cited.address)
    return address if PUBLIC_ADDRESS.fullmatch(address) else ""


def _csl_date(when: When | None, language: str) -> dict[str, Any]:
    if when is None:
        return {}
    parts = _date_parts(when)
    if not parts:
        return {"literal": format_day(when, language)}
    return {"date-parts": parts, CIRCA: True} if _is_circa(when) else {"date-parts": parts}


def _ris_date(when: When | None) -> str:
    """Return YYYY/MM/DD/ with empty what is not known; of what lasted, what its first and last day share."""
    parts = _date_parts(when) if when else []
    shared = _shared(parts[0], parts[-1]) if parts else []
    if not shared:
        return ""
    numbers = [f"{shared[0]:04}", *(f"{number:02}" for number in shared[1:]), "", ""][:3]
    return "/".join([*numbers, CIRCA if when and _is_circa(when) else ""])


def _date_parts(when: When) -> DateParts:
    """Return a date as CSL counts it, one list of numbers or first and last; nothing where that would say too much."""
    if when.kind is Kind.INTERVAL:
        if when.first is None or when.last is None:
            return []
        first, last = _numbers(when.first), _numbers_of_last(when.last)
        return [first] if first == last else [first, last]
    if when.kind is Kind.WITHIN:
        shared = _shared(_numbers(when.first), _numbers(when.last)) if when.first and when.last else []
        return [shared] if shared else []
    return [_numbers(when)]


def _numbers(when: When) -> list[int]:
    return [int(number) for number in when.text.rstrip("~?").split("-")]


def _numbers_of_last(end: When) -> list[int]:
    """Return the last day before a plain day; a month or a year in which something ended stands for itself."""
    if end.kind is not Kind.DAY or _is_circa(end):
        return _numbers(end)
    eve = day_before(end.earliest)
    return _numbers(end if eve is None else when_day(eve))


def _shared(first: list[int], last: list[int]) -> list[int]:
    """Return what two dates have in common from the year on."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return [number for number, _same in same]


def _is_circa(when: When) -> bool:
    """Whether a date, or a side of it, is approximate or uncertain."""
    return any(one.approximate or one.uncertain for one in (when, when.first, when.last) if one)
