"""A draft in plain text, also text taken from the pages of a PDF: its paragraphs and notes, without what the pages carry.

Notes are blocks that begin with ``[1]`` (or ``[^1]:``), and after a heading such as Notes, numbered lines. Marks in the text are
``[1]``, ``[^1]`` and raised figures. A paragraph that a page's end cut in two is put together. Left aside, and said to be: page
numbers, addresses alone, running heads, captions, contacts, what stands about the author. The line that says how to cite
the draft is kept apart. Not done: columns and tables of figures. Marks that
a PDF made into plain figures are ``bare_figures``.
"""

from __future__ import annotations

import re

from kengesh.formats.drafts.reading.bare_figures import marked, notes_apart
from kengesh.formats.drafts.reading.furniture import (
    ADDRESS_ALONE,
    BLURB,
    CAPTION,
    CITE,
    NOTES_HEADING,
    PAGE_NUMBER,
    is_contact,
    running_heads,
)
from kengesh.formats.drafts.reading.lines import blocks_of, hyphened_in, joined, paragraphs_of
from kengesh.formats.drafts.reading.told import Told, with_typed_marks
from kengesh.terms.messages import _

_NOTE = re.compile(r"\s*\[\^?(\d{1,3})\]:?\s*(.*)")
_NUMBERED = re.compile(r"\s*(\d{1,3})[.)]?\s+(.*)")
_ENDS = re.compile(r"[.!?…][\"'”’»)]*(?:\[\^?\d{1,3}\]|[¹²³⁰⁴-⁹])*\s*$")
_SAYS_MORE = re.compile(r"[.!?…:;,]\W*$|[^\W\d_][.!?…][\W\d]*\s|[.!?…]\W*\d+$")  # not a heading
_TITLE_LETTERS = 200


def read_plain(text: str) -> Told:
    """Return what a plain text tells."""
    text = text.replace("\f", "\n\n")
    pages = _Pages(text)
    blocks = blocks_of(text)
    heads = running_heads(blocks)
    for block in blocks:
        pages.place([line for line in block if line.strip() not in heads or not pages.drop("heads")])
    if not pages.notes:
        _take_bare_figures(pages)
    return pages.told()


def _take_bare_figures(pages: _Pages) -> None:
    """Take the notes apart whose marks became plain figures, where they are surely that."""
    body, notes = notes_apart(pages.body)
    if notes and body:
        whole, pages.body = pages.body, body
        paragraphs, _title = pages.paragraphs()
        if marked(list(paragraphs), len(notes)) is not None:
            pages.notes, pages.bare = notes, len(notes)
        else:
            pages.body = whole


def sorted_out(paragraphs: list[str]) -> Told:
    """Return what paragraphs tell, of a format that keeps them whole: typed notes, a citation line, what is left aside."""
    pages = _Pages("", whole_paragraphs=True)
    for text in paragraphs:
        pages.place([text])
    return pages.told()


class _Pages:
    """The blocks of a text, put where each belongs."""

    def __init__(self, text: str, whole_paragraphs: bool = False) -> None:
        self.hyphened = hyphened_in(text)
        self.whole_paragraphs = whole_paragraphs
        self.body: list[list[str]] = []
        self.notes: list[tuple[str, list[str]]] = []
        self.citation: list[str] = []
        self.aside: dict[str, int] = {}
        self.bare = 0  # how many notes have plain figures for marks
        self.in_notes = self.in_blurb = False

    def told(self) -> Told:
        """Return the paragraphs, notes, title and citation."""
        paragraphs, title = self.paragraphs()
        if self.bare:
            paragraphs = tuple(marked(list(paragraphs), self.bare) or paragraphs)
        notes = tuple((number, joined(lines, self.hyphened)) for number, lines in self.notes)
        return Told(paragraphs, notes, title, tuple(self.citation), self._dropped())

    def place(self, block: list[str]) -> None:
        """Put one block where it belongs."""
        if not self.whole_paragraphs:
            block = [line for line in block if not (PAGE_NUMBER.fullmatch(line) and self.drop("pages"))]
        if not block:
            return
        cite = next((place for place, line in enumerate(block) if CITE.match(line)), None)
        if cite is not None:
            self.place(block[:cite])
            self.citation.append(joined(block[cite:], self.hyphened))
            self.in_blurb = False
        elif all(ADDRESS_ALONE.fullmatch(line) for line in block):
            self._addresses(block)
        elif BLURB.fullmatch(block[0]):
            self.in_blurb = self.drop("author", len(block))
        elif CAPTION.match(block[0]):
            self.drop("captions")
        elif is_contact(block):
            self.drop("contacts", len(block))
        elif self.in_blurb and not _NOTE.match(block[0]):
            self.drop("author", len(block))
        else:
            self._text_or_notes(block)

    def _text_or_notes(self, block: list[str]) -> None:
        if len(block) == 1 and NOTES_HEADING.fullmatch(block[0]):
            self.in_notes = True
        elif _NOTE.match(block[0]):
            self.in_blurb = False
            self._notes(block, _NOTE)
        elif self.in_notes and _NUMBERED.match(block[0]):
            self._notes(block, _NUMBERED)
        elif self.notes and self.in_notes and not _ENDS.search(self.notes[-1][1][-1]):
            self.notes[-1][1].extend(block)
        else:
            self.body.append(block)

    def _notes(self, block: list[str], form: re.Pattern[str]) -> None:
        for line in block:
            found = form.match(line)
            if found and (form is _NOTE or int(found[1]) == len(self.notes) + 1):
                self.notes.append((found[1], [found[2]]))
            elif self.notes:
                self.notes[-1][1].append(line)
            else:  # a line that begins with a figure, before any note
                self.body.append([line])

    def _addresses(self, block: list[str]) -> None:
        """An address alone belongs to a note that has none; else it is furniture."""
        if self.notes and len(block) == 1 and not re.search(r"https?://|www\.", " ".join(self.notes[-1][1])):
            self.notes[-1][1].extend(block)
        else:
            self.drop("addresses", len(block))

    def paragraphs(self) -> tuple[tuple[str, ...], str | None]:
        """Return the paragraphs of the body, put together, and the title."""
        if self.whole_paragraphs:
            return tuple(with_typed_marks(block[0]) for block in self.body), None
        found: list[str] = []
        title = None
        for block in self.body:
            for text in paragraphs_of(block, self.hyphened):
                heading = (
                    len(text) <= _TITLE_LETTERS and not _SAYS_MORE.search(text) and not text[0].islower()
                )
                if heading and not _NOTE.search(text) and len(block) <= 3:
                    title = title or (text if not found else None)
                elif found and not _ENDS.search(found[-1]) and text[0].islower():
                    found[-1] = joined([found[-1], text], self.hyphened)
                else:
                    found.append(text)
        if not found and title is not None:  # a line alone is no heading of nothing
            found, title = [title], None
        return tuple(with_typed_marks(text) for text in found), title

    def drop(self, sort: str, lines: int = 1) -> bool:
        """Count lines that are left aside; always true."""
        self.aside[sort] = self.aside.get(sort, 0) + lines
        return True

    def _dropped(self) -> tuple[str, ...]:
        says = {
            "pages": _("Page numbers were left aside: {count}."),
            "heads": _("Lines that stand again on page after page were left aside: {count}."),
            "addresses": _("Lines with an address alone were left aside: {count}."),
            "author": _("Lines about the author were left aside: {count}."),
            "captions": _("Captions of pictures were left aside: {count}."),
            "contacts": _("Lines of contact and rights were left aside: {count}."),
        }
        return tuple(says[sort].format(count=count) for sort, count in self.aside.items())
