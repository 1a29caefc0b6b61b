"""How a page of a record's site is cited: a page of a day, of a size of the log, and of the sources that counted.

    “Azerbaijan,” in The record of the Consultative Meeting, as of 15 November 2025, 1,703 entries,
    https://example.org/states/AZE?on=2025-11-15 (accessed 26 November 2026).

The same page says the same for good when the day, the number of entries and the last day of its sources are those cited,
so these stand in the citation. The root of the log at that size proves it; it is too long for a note and goes into the
forms for programs (``kengesh.terms.reference``). Such a page was not issued on a day: none is given, and the day that it
speaks of stands in the note, never as a day of publication. Those who compiled the record are its compilers, not authors.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kengesh.terms.citations import names_in_words
from kengesh.terms.dates import when_day
from kengesh.terms.messages import _, in_language, ngettext
from kengesh.terms.quotation import quoted_with_comma
from kengesh.terms.reference import Reference, Sort, csl_item, ris_record
from kengesh.terms.written_dates import format_day

# Unicode CLDR 48: a comma in English, a stop in Turkish and Azerbaijani, a no-break space in our other languages.
BETWEEN_THOUSANDS = {"en": ",", "tr": ".", "az": "."}
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class PageReference:
    """A page as it was seen: `on` is the day it speaks of, `known_at` the entries it rests on.

    `reported_by` is the last day of the sources that counted (None: all), `root` the root of the log at that size,
    `language` the language of the page and of its citation.
    """

    title: str
    record_title: str
    language: str
    on: date
    known_at: int
    reported_by: date | None
    address: str
    accessed: date
    compilers: tuple[str, ...]
    root: str | None
    publisher: str | None = None


def cite_page(page: PageReference) -> str:
    """Return the citation of a page as a note, in the page's language.

    Raises ValueError for a language that is not one of ours.
    """
    with in_language(page.language):
        # Translators: {title} stands in quotation marks and brings its comma with it.
        begins = _("{title} in {record}").format(
            title=quoted_with_comma(page.title, page.language), record=page.record_title
        )
        accessed = _("(accessed {day})").format(day=format_day(page.accessed, page.language))
        parts = [begins, *_compiled(page), page.publisher, *_as_seen(page), f"{page.address} {accessed}"]
    return f"{', '.join(part for part in parts if part)}."


def page_to_csl(page: PageReference) -> dict[str, Any]:
    """Return a page as an item of CSL-JSON, with its address as id. Raises ValueError as above."""
    return csl_item(_reference_to(page))


def page_to_ris(page: PageReference) -> str:
    """Return a page as a record of RIS. Raises ValueError as above."""
    return ris_record(_reference_to(page))


def count_in_words(number: int, language: str) -> str:
    """Write a whole number with its thousands apart, as a language does."""
    return f"{number:,}".replace(",", BETWEEN_THOUSANDS.get(language, NO_BREAK_SPACE))


def _compiled(page: PageReference) -> list[str]:
    if not page.compilers:
        return []
    return [_("compiled by {names}").format(names=names_in_words(page.compilers))]


def _as_seen(page: PageReference) -> list[str]:
    """Return the day, the last day of the sources where one was set, and the size of the log."""
    count = count_in_words(page.known_at, page.language)
    seen = [_("as of {day}").format(day=format_day(page.on, page.language))]
    if page.reported_by is not None:
        day = format_day(page.reported_by, page.language)
        seen.append(_("by sources published up to {day}").format(day=day))
    return [*seen, ngettext("{number} entry", "{number} entries", page.known_at).format(number=count)]


def _reference_to(page: PageReference) -> Reference:
    with in_language(page.language):
        notes = _notes(page)
    return Reference(
        id=page.address,
        sort=Sort.PAGE,
        speaks=page.language,
        compilers=page.compilers,
        title=page.title,
        container=page.record_title,
        publisher=page.publisher,
        version=str(page.known_at),
        accessed=when_day(page.accessed),
        language=page.language,
        address=page.address,
        notes=notes,
    )


def _notes(page: PageReference) -> tuple[str, ...]:
    """Return what the fields of the forms have no place for. Days end no sentence: some of ours end in a full stop."""
    count = count_in_words(page.known_at, page.language)
    on = format_day(page.on, page.language)
    notes = [
        _("As of {day} (the day that the page speaks of).").format(day=on),
        ngettext(
            "It rests on {number} entry of the log.",
            "It rests on {number} entries of the log.",
            page.known_at,
        ).format(number=count),
    ]
    if page.reported_by is not None:
        day = format_day(page.reported_by, page.language)
        notes.append(_("Only sources published up to {day} count in it.").format(day=day))
    if page.root is not None:
        notes.append(_("The root of the log at that size: {root}").format(root=page.root))
    return tuple(notes)
