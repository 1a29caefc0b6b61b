"""WordprocessingML as strings: runs, paragraphs, changes and the numbers by which they refer to each other.

A long text has tens of thousands of runs; one string each is many times faster than one element each. What the writers
give here is text and the names of styles; everything that XML would misread is escaped here and nowhere else.

The order of elements is that of the schema (ECMA-376 part 1, annex A). Word refuses a file that has another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

from msgspec import Struct

from kengesh.texts.tokens import PARAGRAPH_MARK, footnote_id

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
AFTER_FOOTNOTES = 100_000  # footnotes are 1, 2, 3; LibreOffice 7.4 loses one whose number a comment has
REPLACEMENT = "\ufffd"
_UNLAWFUL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_PIECES = re.compile("(⁅[^⁆\\s]+⁆|¶)")


class Change(Struct, frozen=True):
    """A tracked change: `kind` is the name of its element (ins, del, moveFrom, moveTo); `about` its other attributes."""

    kind: str
    about: str


class Numbers:
    """The ids of one file: each is given once, in all its parts."""

    def __init__(self) -> None:
        self._next = count(AFTER_FOOTNOTES)

    def new(self) -> int:
        """Return an id that no other element of the file has."""
        return next(self._next)


def escaped(text: str) -> str:
    """Return a text for use in XML, with a mark in place of every character that XML 1.0 cannot hold."""
    return _UNLAWFUL.sub(REPLACEMENT, text).translate(_ESCAPES)


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a unit's text consists of: ("words", words), ("footnote", the id of its unit), ("mark", ¶)."""
    for piece in _PIECES.split(text):
        if not piece:
            continue
        note = footnote_id(piece)
        if note is not None:
            yield "footnote", note
        else:
            yield ("mark" if piece == PARAGRAPH_MARK else "words"), piece


def run(text: str, looks: str = "", *, deleted: bool = False) -> str:
    """Return a run of text; `looks` are the elements of its properties."""
    tag = "delText" if deleted else "t"
    return f'<w:r>{_looks(looks)}<w:{tag} xml:space="preserve">{escaped(text)}</w:{tag}></w:r>'


def tab(looks: str = "") -> str:
    """Return a run that is a tabulator, such as stands between a number and its paragraph."""
    return f"<w:r>{_looks(looks)}<w:tab/></w:r>"


def field(instruction: str, result: str) -> str:
    """Return a field with the result that it has until Word works it out."""
    return f'<w:fldSimple w:instr=" {escaped(instruction)} ">{run(result)}</w:fldSimple>'


def style(name: str) -> str:
    """Return the property of a run that names its character style."""
    return f'<w:rStyle w:val="{name}"/>'


def paragraph(shape: str, runs: str = "", mark: str = "") -> str:
    """Return a paragraph; `shape` are the elements of its properties, `mark` those of its mark, changes first."""
    about = f"{shape}<w:rPr>{mark}</w:rPr>" if mark else shape
    return f"<w:p><w:pPr>{about}</w:pPr>{runs}</w:p>" if about else f"<w:p>{runs}</w:p>"


def styled_paragraph(name: str, runs: str = "") -> str:
    """Return a paragraph in a style."""
    return paragraph(f'<w:pStyle w:val="{name}"/>', runs)


def changed(numbers: Numbers, change: Change, runs: str) -> str:
    """Return runs as a tracked change."""
    return f'<w:{change.kind} w:id="{numbers.new()}" {change.about}>{runs}</w:{change.kind}>'


def changed_mark(numbers: Numbers, change: Change) -> str:
    """Return the tracked change of a mark: of a paragraph's, or of a row's where it stands in the row's properties."""
    return f'<w:{change.kind} w:id="{numbers.new()}" {change.about}/>'


def authorship(author: str, filed_at: str) -> str:
    """Return the attributes that say who changed something, and when; a change that carries no time has no date."""
    date = _word_date(filed_at)
    return f'w:author="{escaped(author)}"' + (f' w:date="{date}"' if date else "")


def _word_date(instant: str) -> str:
    """Return an instant as Word writes it, to the second and in UTC; empty where it is not an instant."""
    try:
        moment = datetime.fromisoformat(instant)
    except ValueError:
        return ""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _looks(looks: str) -> str:
    return f"<w:rPr>{looks}</w:rPr>" if looks else ""
