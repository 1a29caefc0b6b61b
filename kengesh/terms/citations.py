"""Sources, and how they are cited: in the note style of the Chicago manual, saying what is not recorded.

    Seyda Nur Osmanlı, “Taşkent Zirvesi,” AVİM Yorum 2025/109, 16 December 2025, sec. 3, https://example.org/a
    (accessed 4 June 2026). Only its opening was read.

An author, a title or a day of publication that the source does not give is said to be not recorded, in words; nothing
is ever made up from an address. A source that was not read whole says how much of it was. The words go through the
catalogue of messages, the days through our own forms for each language, and titles stand in the quotation marks of the
reader's language (``kengesh.terms.quotation``); the title itself stays in the language of the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kengesh.terms.dates import When, parse_when
from kengesh.terms.messages import _, in_language
from kengesh.terms.quotation import quoted_with_comma
from kengesh.terms.written_dates import format_day

__all__ = ["Source", "cite", "format_day", "names_in_words", "remarks", "source_from_act"]

NAMED_AUTHORS = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was registered; None and empty stand for what it does not give.

    `of` is the party or body whose voice it is, `seen` how much of it was read (``whole``, ``opening``, ``title-only``,
    ``not-opened``), `weak` the reason why it counts little, `copy_of` the source with which it counts as one.
    """

    id: str
    author: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    published: When | None = None
    language: str | None = None
    address: str | None = None
    accessed: When | None = None
    source_kind: str | None = None
    of: str | None = None
    seen: str = "not-opened"
    licence: str | None = None
    weak: str | None = None
    copy_of: str | None = None
    founding: bool = False


def source_from_act(act: Mapping[str, Any]) -> Source:
    """Return the source that a ``register-source`` act registers; fields that are not known here are left aside.

    Raises KeyError without a source's id, DateError for a date that is not in the subset.
    """
    return Source(
        id=act["source"],
        author=tuple(act.get("author", ())),
        title=act.get("title"),
        container=act.get("container"),
        published=_when(act.get("published")),
        language=act.get("language"),
        address=act.get("address"),
        accessed=_when(act.get("accessed")),
        source_kind=act.get("source_kind"),
        of=act.get("of"),
        seen=act.get("seen", "not-opened"),
        licence=act.get("licence"),
        weak=act.get("weak"),
        copy_of=act.get("copy_of"),
        founding=bool(act.get("founding", False)),
    )


def cite(source: Source, passage: str | None = None, language: str = "en") -> str:
    """Return the citation of a source as a note, with the passage where one is given.

    Raises ValueError for a language that is not one of ours.
    """
    with in_language(language):
        published = format_day(source.published, language) if source.published else _("day not recorded")
        parts = [
            f"{_authors(source.author)}, {_title(source.title, language)}",
            *filter(None, (source.container, published, passage, _where(source, language))),
        ]
        note = _joined(parts)
        return " ".join([note if note.endswith(".") else f"{note}.", *remarks(source)])


def _when(text: str | None) -> When | None:
    return None if text is None else parse_when(text)


def _authors(names: tuple[str, ...]) -> str:
    return names_in_words(names) if names else _("Author not recorded")


def names_in_words(names: tuple[str, ...]) -> str:
    """Write one or more names as a citation does, in the language in use: up to three, or the first and others."""
    if len(names) > NAMED_AUTHORS:
        return _("{first} and others").format(first=names[0])
    if len(names) == 1:
        return names[0]
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _title(title: str | None, language: str) -> str:
    """Return a title in quotation marks with its comma, or the words that say it is not recorded."""
    return _("title not recorded,") if title is None else quoted_with_comma(title, language)


def _joined(parts: list[str]) -> str:
    """Join the parts of a note by commas; the first part brings its own."""
    return f"{parts[0]} {', '.join(parts[1:])}"


def _where(source: Source, language: str) -> str:
    if source.accessed is None:
        return source.address or ""
    accessed = _("(accessed {day})").format(day=format_day(source.accessed, language))
    return f"{source.address} {accessed}" if source.address else accessed


def remarks(source: Source) -> list[str]:
    """Return the sentences that a reader must know before relying on the source, in the language in use."""
    says = {
        "whole": "",
        "opening": _("Only its opening was read."),
        "title-only": _("Only its title was seen."),
        "not-opened": _("It was not opened."),
    }
    sentences = [says.get(source.seen, _("How much of it was read is not recorded."))]
    if source.copy_of:
        sentences.append(_("A copy of {source}; the two count as one.").format(source=source.copy_of))
    if source.weak:
        sentences.append(_("Weak: {reason}").format(reason=source.weak))
    return [one if one.endswith((".", "!", "?")) else f"{one}." for one in sentences if one]
