"""A text: an ordered list of units, each with an identity that it never loses; a version is named by the hash of its file.

The unit is what is amended, agreed, translated and cited: a title, a heading, a preambular or an operative paragraph, a
sub-paragraph, another paragraph, a table's cell, a footnote. Its id is the same in every version and in every language.
Its number is what the version prints before it (``5.``, ``(a)``, ``Article 3.``), and is not part of its text.

The file of a version is for people and for ``diff`` alike. UTF-8, normal form C, lines end in LF. The first line names
the format and the language; then every unit is a blank line, a line that begins with ``@``, and one line of text::

    kengesh-text/1 en

    @u1 title
    Declaration on a joint logistics network

    @u2 preambular
    Recalling the meeting of 2025,

    @u3 operative number=1.
    Decide to establish a joint logistics network⁅u4⁆ by 2028;

    @u4 footnote
    The network of the annex.

    @u5 cell table=t1/1/2 span=1x2 status=agreed
    Length, km

What is left out is empty: level 0, the status ``open``, the span of one row and one column. A number comes last and runs
to the end of its line. A ``¶`` in the text parts the paragraphs of a cell or a footnote. ``⁅u4⁆`` is the mark of a
footnote; the footnote's unit stands after the unit that has the mark. The SHA-256 of the file's bytes is the name of
the version: :attr:`Text.hash`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from msgspec import Struct, structs

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _
from kengesh.texts.tokens import cleaned

FORMAT = "kengesh-text/1"
_HEAD = re.compile(
    r"@(?P<id>[a-z0-9][a-z0-9.-]*) (?P<kind>[a-z-]+)(?: level=(?P<level>\d))?"
    r"(?: table=(?P<table>[a-z0-9.-]+)/(?P<row>\d{1,6})/(?P<column>\d{1,6}))?(?: span=(?P<rows>\d{1,6})x(?P<columns>\d{1,6}))?"
    r"(?: status=(?P<status>[a-z-]+))?(?: number=(?P<number>.+))?"
)


class UnitKind(StrEnum):
    """What a unit is, by the practice of the United Nations."""

    TITLE = "title"
    HEADING = "heading"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "sub-paragraph"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    FOOTNOTE = "footnote"
    ROW = "row"  # a proposed row of a table, its cells parted by " | "; once it is taken, its cells are units
    COLUMN = "column"  # a proposed column, likewise


class Status(StrEnum):
    """How far a unit has been agreed."""

    OPEN = "open"
    AD_REFERENDUM = "ad-ref"
    AGREED = "agreed"
    REOPENED = "reopened"

    @property
    def locks(self) -> bool:
        """Whether an amendment to the unit is a request to reopen it."""
        return self in (Status.AD_REFERENDUM, Status.AGREED)


class Place(Struct, frozen=True, omit_defaults=True):
    """Where a cell stands: in which table, row and column (from 1), over how many of each."""

    table: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Unit(Struct, frozen=True, omit_defaults=True):
    """One unit. `text` is in normal form C, without its number, on one line; see the head of this module."""

    id: str
    kind: UnitKind
    text: str
    number: str = ""
    level: int = 0
    status: Status = Status.OPEN
    place: Place | None = None


class Text(Struct, frozen=True, dict=True):
    """One version of a text in one language. It never changes; another version is another value."""

    language: str
    units: tuple[Unit, ...]

    @cached_property
    def hash(self) -> str:
        """The name of the version: the SHA-256 of its file, in hexadecimal."""
        return sha256(written(self)).hexdigest()

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each unit in the order of the text, by its id."""
        return {unit.id: place for place, unit in enumerate(self.units)}

    def unit(self, id: str) -> Unit:
        """Return the unit of this id. Raises KeyError if the text has none."""
        return self.units[self.places[id]]

    def with_units(self, units: Iterator[Unit] | list[Unit] | tuple[Unit, ...]) -> Text:
        """Return a version with other units, in the same language."""
        return Text(self.language, tuple(units))


class NotAText(ValueError):
    """A file of a version that cannot be read; says at which line and what was expected."""


def written(text: Text) -> bytes:
    """Return the file of a version, whose SHA-256 is its name."""
    blocks = [f"{FORMAT} {text.language}\n"]
    blocks.extend(f"\n{_head(unit)}\n{unit.text}\n" for unit in text.units)
    return "".join(blocks).encode()


def _head(unit: Unit) -> str:
    parts = [f"@{unit.id} {unit.kind}"]
    if unit.level:
        parts.append(f"level={unit.level}")
    if unit.place is not None:
        parts.append(f"table={unit.place.table}/{unit.place.row}/{unit.place.column}")
        if (unit.place.rows, unit.place.columns) != (1, 1):
            parts.append(f"span={unit.place.rows}x{unit.place.columns}")
    if unit.status is not Status.OPEN:
        parts.append(f"status={unit.status}")
    if unit.number:
        parts.append(f"number={unit.number}")
    return " ".join(parts)


def read_version(data: bytes) -> Text:
    """Return the version whose file this is. Raises NotAText; what is read and written again is the same bytes."""
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError as error:
        raise NotAText(_("byte {at} is not UTF-8.").format(at=error.start + 1)) from None
    first, found, language = lines[0].partition(f"{FORMAT} ")
    if first or not found or language not in LANGUAGES:
        says = _("line 1: expected “{format}” and one of the languages {languages}.")
        raise NotAText(says.format(format=FORMAT, languages=", ".join(LANGUAGES)))
    units: list[Unit] = []
    for at in range(1, len(lines) - 1, 3):
        if lines[at] or at + 2 >= len(lines):
            says = _(
                "line {line}: expected a blank line, then a line that begins with @, then a line of text."
            )
            raise NotAText(says.format(line=at + 1))
        units.append(_unit(lines[at + 1], lines[at + 2], at + 2))
    text = Text(language, tuple(units))
    if len(text.places) != len(units):
        raise NotAText(_("two units have the same id; ids are given once."))
    if written(text) != data:
        raise NotAText(
            _(
                "the file is not in its one form (level=0, say, is left out); write it again with this program."
            )
        )
    return text


def _unit(head: str, text: str, line: int) -> Unit:
    found = _HEAD.fullmatch(head)
    if (
        found is None
        or found["kind"] not in list(UnitKind)
        or (found["status"] or "open") not in list(Status)
    ):
        says = _(
            "line {line}: expected “@id kind”, then level=, table=, span=, status=, number= in this order."
        )
        raise NotAText(says.format(line=line))
    if cleaned(text) != text:
        says = _("line {line}: the text is not in normal form C, or has blanks at its ends.")
        raise NotAText(says.format(line=line + 1))
    place = None
    if found["table"]:
        spans = int(found["rows"] or 1), int(found["columns"] or 1)
        place = Place(found["table"], int(found["row"]), int(found["column"]), *spans)
    return Unit(
        id=found["id"],
        kind=UnitKind(found["kind"]),
        text=text,
        number=found["number"] or "",
        level=int(found["level"] or 0),
        status=Status(found["status"] or "open"),
        place=place,
    )


def with_status(text: Text, unit_id: str, status: Status) -> Text:
    """Return the version in which one unit has another status. Raises KeyError if the text has no such unit."""
    at = text.places[unit_id]
    return text.with_units(
        [*text.units[:at], structs.replace(text.units[at], status=status), *text.units[at + 1 :]]
    )


def new_id(anchor: str, text: str) -> str:
    """Return the id of a proposed unit: the same for the same words after the same unit, whoever proposes them."""
    return "n" + sha256(f"{anchor}\n{text}".encode()).hexdigest()[:12]
