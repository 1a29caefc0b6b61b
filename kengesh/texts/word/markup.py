"""The XML of a Word file, parsed within limits: as a tree, or block by block as it is unpacked.

Refused, with the part and the line: a document type declaration (so there are no entities to expand, inside or outside),
XML that is not well formed, and more elements and attributes at once than fit into the memory that a reading may take.
UTF-8 and UTF-16 are read, whatever a part says of its encoding: a declaration cannot hide what the bytes are.
"""

from __future__ import annotations

from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Self

from lxml import etree

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.word.package import Package

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")
_OVERLAP = 64  # bytes kept of a piece, so that a word across two pieces is found
# What an element, its end (it may have words) and an attribute take in the memory of the parser, about; and how much all parts that are
# read as a whole may take, with one paragraph or table. A table of a thousand rows and ten columns takes about 30 MB.
_ELEMENT_BYTES, _END_BYTES, _ATTRIBUTE_BYTES, _MOST_BYTES = 130, 40, 230, 100 << 20
_MOST_TAGS = 4_000_000  # of a whole part; the text of 300 pages has about half a million
_CAREFUL: dict[str, Any] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_OFF = frozenset(("0", "false", "off"))


def whole(text: str | None, least: int, most: int, otherwise: int) -> int:
    """Return the whole number that an attribute states, or `otherwise` where it states none between these limits."""
    try:
        number = int(text or "")
    except ValueError:
        return otherwise
    return number if least <= number <= most else otherwise


def child(parent: Element | None, tag: str) -> Element | None:
    """Return the first child of this tag."""
    return None if parent is None else next(parent.iterchildren(tag), None)


def value(parent: Element | None, tag: str) -> str | None:
    """Return the ``w:val`` of the first child of this tag; None where there is no such child or value."""
    found = child(parent, tag)
    return None if found is None else found.get(VAL)


def is_on(parent: Element | None, tag: str) -> bool:
    """Say whether a property that is on or off is there and on."""
    found = child(parent, tag)
    return found is not None and found.get(VAL, "1") not in _OFF


def tree(package: Package, part: str) -> Element:
    """Return a part as a tree. Raises CannotRead."""
    with _Parser(package, part) as parser:
        for piece in package.pieces(part):
            parser.feed(piece)
        package.held += parser.held
        return parser.close()


def children_of(package: Package, part: str, tag: str) -> Iterator[Element]:
    """Yield the children of the first element of this tag, each of which is gone when the next is asked for."""
    with _Parser(package, part, tag) as parser:
        for piece in package.pieces(part):
            parser.feed(piece)
            if parser.parent is not None and len(parser.parent) > 1:
                yield from _given_up(parser.parent, len(parser.parent) - 1)
                parser.released()
        parser.close()
        if parser.parent is None:
            says = _("{file}: the part {part} has no text where Word keeps it. Save the file again in Word.")
            raise CannotRead(says.format(file=package.file_name, part=part))
        yield from _given_up(parser.parent, len(parser.parent))


def _given_up(parent: Element, number: int) -> Iterator[Element]:
    for element in parent[:number]:
        yield element
        # Emptied first: to take a full element out while anybody holds it costs lxml the square of its size.
        element.clear()
    del parent[:number]


class _Parser:
    """A parser fed piece by piece that counts what it is fed."""

    def __init__(self, package: Package, part: str, tag: str = "") -> None:
        self._file, self._part = package.file_name, part
        self._parser = (
            etree.XMLPullParser(("start",), tag=tag, **_CAREFUL) if tag else etree.XMLParser(**_CAREFUL)
        )
        self._decode: IncrementalDecoder | None = None
        self._begun = False
        self._last = b""
        self._tags = self._piece_weight = 0
        self.held = 0  # bytes that the tree takes
        self._most = _MOST_BYTES - package.held
        self.parent: Element | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        # A parser of lxml and its tree hold each other: what was refused must not wait for the collector of such circles.
        with suppress(etree.XMLSyntaxError):
            self._parser.close()
        if self.parent is not None:
            self.parent.clear()

    def feed(self, piece: bytes) -> None:
        if not self._begun:
            self._begin(piece)
        if self._decode is not None:
            try:
                piece = self._decode.decode(piece).encode()
            except UnicodeError as error:
                raise self._malformed(str(error), 1) from error
        self._judge(piece)
        try:
            self._parser.feed(piece)
        except etree.XMLSyntaxError as error:
            raise self._malformed(error.msg or "", error.lineno or 1) from error
        if self.parent is None and isinstance(self._parser, etree.XMLPullParser):
            for _event, element in self._parser.read_events():
                self.parent = self.parent if self.parent is not None else element

    def close(self) -> Element:
        try:
            root = self._parser.close()
        except etree.XMLSyntaxError as error:
            raise self._malformed(error.msg or "", error.lineno or 1) from error
        return root

    def released(self) -> None:
        """What was held before the last piece is held no more."""
        self.held = self._piece_weight

    def _begin(self, piece: bytes) -> None:
        self._begun = True
        if piece[:2] in (b"\xff\xfe", b"\xfe\xff"):
            self._decode = getincrementaldecoder("utf-16")()
        elif b"\0" in piece[:4]:
            raise self._malformed(_("neither UTF-8 nor UTF-16"), 1)

    def _judge(self, piece: bytes) -> None:
        seen = self._last + piece
        self._last = piece[-_OVERLAP:]
        if any(word in seen for word in _DOCTYPE):
            says = _(
                "{file}: the part {part} declares a document type or entities, as no Word file does. It is not read."
            )
            raise CannotRead(says.format(file=self._file, part=self._part))
        if _STRICT in seen:
            says = _("{file} is in the form “Strict Open XML”. Save it in Word as a Word document (.docx).")
            raise CannotRead(says.format(file=self._file))
        tags = piece.count(b"<")
        self._tags += tags
        ends = piece.count(b"</")
        self._piece_weight = (
            (tags - ends) * _ELEMENT_BYTES
            + ends * _END_BYTES
            + piece.count(b"=") * _ATTRIBUTE_BYTES
            + len(piece)
        )
        self.held += self._piece_weight
        if self.held > self._most or self._tags > _MOST_TAGS:
            says = _(
                "{file}: the part {part} has too many elements in one place to be a text. Save it again in Word, or split it."
            )
            raise CannotRead(says.format(file=self._file, part=self._part))

    def _malformed(self, why: str, line: int) -> CannotRead:
        says = _(
            "{file}: the part {part}, line {line}: not well-formed XML ({why}). Save the file again in Word."
        )
        return CannotRead(says.format(file=self._file, part=self._part, line=line, why=why))


def text_of(elements: Iterable[Element]) -> str:
    """Return the words in the ``w:t`` of these elements, as they come."""
    return "".join(found.text or "" for element in elements for found in element.iter(f"{W}t"))
