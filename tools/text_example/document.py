"""A document with tracked changes, as Word holds one: paragraphs of pieces, each piece typed and struck out by somebody.

A piece is words of one look: base words carry no stamp, words typed with tracking on an `inserted` one, words struck out
a `deleted` one, and words that one person typed and another struck out both. A paragraph's mark is stamped likewise: an
inserted mark is what a rejection takes away, joining the paragraph to the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

FOOTNOTE = re.compile(r"(⁅\d+⁆)")


@dataclass(frozen=True)
class Stamp:
    """Who made a tracked change, and when."""

    author: str
    at: str


@dataclass(frozen=True)
class Piece:
    """Words of one look; the mark of a footnote, ``⁅1⁆``, is a piece of its own."""

    text: str
    italic: bool = False
    bold: bool = False
    inserted: Stamp | None = None
    deleted: Stamp | None = None
    comment: int = -1  # the comment that the words are anchored to
    wrapped: str = ""  # what stands around the words: a content control, a link, a field


@dataclass
class Paragraph:
    """A paragraph, with its number apart; `key` is how the list of changes calls it."""

    key: str
    kind: str  # title, opening, preambular, heading, operative, letter, roman, cell, note
    number: str = ""
    pieces: list[Piece] = field(default_factory=list)
    mark: Stamp | None = None
    mark_deleted: Stamp | None = None
    moved: str = ""  # "from", "to": every word and the mark
    stamp: Stamp | None = None  # of the number and of the move

    @property
    def text(self) -> str:
        """The words that stand: those struck out are not among them."""
        return "".join(piece.text for piece in self.pieces if piece.deleted is None)


@dataclass
class Row:
    """A row of the table."""

    cells: list[Paragraph]
    inserted: Stamp | None = None


@dataclass
class Comment:
    """A comment, whose words' pieces have its place in the list."""

    text: str
    stamp: Stamp


@dataclass
class Document:
    """A document: its blocks in order, its footnotes and its comments."""

    language: str
    blocks: list[Paragraph | list[Row]]
    notes: list[Paragraph]
    comments: list[Comment] = field(default_factory=list)

    @property
    def table(self) -> list[Row]:
        """The one table."""
        return next(block for block in self.blocks if isinstance(block, list))

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Every paragraph outside the table, in order."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    def named(self, key: str) -> Paragraph:
        """Return the paragraph of this key; of a moved one, what stands at its new place."""
        cells = [cell for row in self.table for cell in row.cells]
        found = [
            one for one in (*self.paragraphs, *cells, *self.notes) if one.key == key and one.moved != "from"
        ]
        if len(found) != 1:
            raise KeyError(f"{len(found)} paragraphs are called {key}; one was expected.")
        return found[0]


def pieces_of(markup: str, inserted: Stamp | None = None) -> list[Piece]:
    """Return the pieces of words in which ``*...*`` is italic and ``⁅1⁆`` the mark of a footnote."""
    found = []
    for place, part in enumerate(markup.split("*")):
        for text in filter(None, FOOTNOTE.split(part)):
            found.append(Piece(text, italic=place % 2 == 1, inserted=inserted))
    return found


def cut(paragraph: Paragraph, words: str) -> tuple[int, int]:
    """Cut the pieces of a paragraph around words that stand in it once; return the first piece and the one after the last."""
    if paragraph.text.count(words) != 1:
        raise ValueError(f"paragraph {paragraph.key}: “{words}” should stand in it once: {paragraph.text}")
    start = paragraph.text.index(words)
    _cut_at(paragraph, start)
    _cut_at(paragraph, start + len(words))
    return _piece_at(paragraph, start), _piece_at(paragraph, start + len(words), before=True)


def _cut_at(paragraph: Paragraph, at: int) -> None:
    passed = 0
    for place, piece in enumerate(paragraph.pieces):
        if piece.deleted is not None:
            continue
        if passed < at < passed + len(piece.text):
            halves = [
                replace(piece, text=piece.text[: at - passed]),
                replace(piece, text=piece.text[at - passed :]),
            ]
            paragraph.pieces[place : place + 1] = halves
            return
        passed += len(piece.text)


def _piece_at(paragraph: Paragraph, at: int, before: bool = False) -> int:
    """Return the piece that begins at a letter of the standing text; `before`: the place after the piece that ends there."""
    passed = 0
    for place, piece in enumerate(paragraph.pieces):
        if piece.deleted is not None:
            continue
        if not before and passed == at:
            return place
        passed += len(piece.text)
        if before and passed == at:
            return place + 1
    return len(paragraph.pieces)
