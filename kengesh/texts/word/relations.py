"""What the parts of a Word file say of each other: which is the text, which its notes; and what must not be there.

Refused: macros, and parts whose words would have to be brought in from elsewhere (``altChunk``, sub-documents). Reported,
and never fetched: templates, pictures and objects outside the file. The address of a hyperlink is left alone.
"""

from __future__ import annotations

import posixpath

from msgspec import Struct

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import CannotRead, Finding
from kengesh.texts.word.foreign import another_archive
from kengesh.texts.word.markup import Element, tree
from kengesh.texts.word.package import Package

_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE = "{http://purl.org/dc/terms/}modified"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_BRINGS_TEXT = ("aFChunk", "subDocument")


class Relation(Struct, frozen=True):
    """What one part says of another: what it is to it, where it is, and whether outside the file."""

    kind: str
    target: str
    outside: bool


class Parts(Struct, frozen=True, kw_only=True):
    """The parts that have words, by what they are to the text; empty where there is none."""

    document: str
    styles: str
    numbering: str
    footnotes: str
    endnotes: str
    comments: str
    comments_extended: str
    running: tuple[str, ...]  # headers and footers


def parts_of(package: Package) -> tuple[Parts, list[Finding]]:
    """Return the parts of a file, and what in it points outside. Raises CannotRead."""
    _refuse_macros(package)
    document = _document(package)
    relations = _relations(package, document)
    if any(one.kind in _BRINGS_TEXT for one in relations):
        says = _(
            "{file} takes a part of its text from another file. Paste that text into it, and save it again."
        )
        raise CannotRead(says.format(file=package.file_name))
    inside = [one for one in relations if not one.outside and one.target in package]
    found = {one.kind: one.target for one in reversed(inside)}
    running = tuple(dict.fromkeys(one.target for one in inside if one.kind in ("header", "footer")))
    parts = Parts(
        document=document,
        styles=found.get("styles", ""),
        numbering=found.get("numbering", ""),
        footnotes=found.get("footnotes", ""),
        endnotes=found.get("endnotes", ""),
        comments=found.get("comments", ""),
        comments_extended=found.get("commentsExtended", ""),
        running=running,
    )
    return parts, _outside(package, document, parts)


def modified(package: Package) -> str:
    """Return when the file says that it was last changed, as it writes it; empty where it does not say."""
    part = next((one.target for one in _relations(package, "") if one.kind == "core-properties"), "")
    if part not in package:
        return ""
    return next((one.text or "" for one in tree(package, part).iter(_CORE)), "")


def _refuse_macros(package: Package) -> None:
    if _TYPES not in package:
        raise CannotRead(another_archive(package.names).format(file=package.file_name))
    types = [
        one.get("ContentType", "")
        for one in tree(package, _TYPES).iter(f"{_CONTENT}Override", f"{_CONTENT}Default")
    ]
    macros = any(name.casefold().endswith(_MACROS) for name in package.names)
    if macros or any("macroEnabled" in one or "vbaProject" in one for one in types):
        says = _("{file} has macros. Save it in Word as a Word document without macros (.docx).")
        raise CannotRead(says.format(file=package.file_name))


def _document(package: Package) -> str:
    if _ROOT not in package:
        says = _("{file}: the part {part} is missing; the file is damaged. Save it again in Word.")
        raise CannotRead(says.format(file=package.file_name, part=_ROOT))
    document = next((one.target for one in _relations(package, "") if one.kind == "officeDocument"), "")
    if document not in package:
        says = _("{file}: the part {part} is missing; the file is damaged. Save it again in Word.")
        raise CannotRead(says.format(file=package.file_name, part=document or "word/document.xml"))
    if not document.startswith("word/") and any(
        name in package for name in ("xl/workbook.xml", "ppt/presentation.xml")
    ):
        raise CannotRead(another_archive(package.names).format(file=package.file_name))
    return document


def _relations(package: Package, part: str) -> list[Relation]:
    """What a part says of others; the package itself is the part with an empty name."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in package:
        return []
    return [_relation(one, folder) for one in tree(package, listed).iter(_RELATION)]


def _relation(element: Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    outside = element.get("TargetMode", "") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(kind, target, outside)


def _outside(package: Package, document: str, parts: Parts) -> list[Finding]:
    with_relations = (
        document,
        parts.footnotes,
        parts.endnotes,
        posixpath.join(posixpath.dirname(document), "settings.xml"),
    )
    found = (one for part in with_relations if part for one in _relations(package, part))
    kinds = sorted({one.kind for one in found if one.outside and one.kind != "hyperlink"})
    says = _("The file points to something outside it ({kind}). It was not fetched.")
    return [Finding(_("the file"), says.format(kind=kind)) for kind in kinds]
