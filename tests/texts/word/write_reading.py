"""What the tests of the writers see of a Word file: its parts, its printed lines, and the file with one author's changes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# To reject an insertion is to accept its deletion, and the other way round.
_OPPOSITES = {"ins": "del", "del": "ins", "moveTo": "del", "moveFrom": "ins"}


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by their names."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return one part of a Word file."""
    return etree.fromstring(parts(data)[name])


def line(paragraph: etree._Element) -> str:
    """Return the words of a paragraph as they are printed, a tabulator as a blank."""
    words = []
    for piece in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"):
        if piece.tag != f"{W}tab":
            words.append(piece.text or "")
        elif piece.getparent() is not None and piece.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            words.append(" ")
    return "".join(words)


def with_changes_of(data: bytes, author: str) -> bytes:
    """Return the file in which, once all changes are accepted, those of one author are made and the others' are not."""
    changed = {
        name: _turned(content, author) if name.endswith(".xml") else content
        for name, content in parts(data).items()
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in changed.items():
            archive.writestr(name, content)
    return out.getvalue()


def _turned(content: bytes, author: str) -> bytes:
    root = etree.fromstring(content)
    for kind, opposite in _OPPOSITES.items():
        for change in root.findall(f".//{W}{kind}"):
            if change.get(f"{W}author") not in (author, None) and change.get("turned") is None:
                change.tag = f"{W}{opposite}"
                change.set("turned", "1")
    for change in root.iter(f"{W}ins", f"{W}del"):
        change.attrib.pop("turned", None)
    for words in root.iter(f"{W}delText", f"{W}t"):
        gone = any(above.tag == f"{W}del" for above in words.iterancestors())
        words.tag = f"{W}delText" if gone else f"{W}t"
    return etree.tostring(root)


def without_comments(data: bytes) -> bytes:
    """Return the file without its comments: LibreOffice 7.4 without a screen ends on any file that has some."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts(data).items():
            root = etree.fromstring(content)
            for mark in list(
                root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
            ):
                above = mark.getparent()
                assert above is not None
                above.remove(mark)
            archive.writestr(name, etree.tostring(root))
    return out.getvalue()
