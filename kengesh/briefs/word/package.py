"""The package of a Word file: the parts that every brief has alike, its properties, and a zip whose bytes depend on nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pkgutil import get_data
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document as open_document
from docx.document import Document

from kengesh.briefs.word.tongues import tag_of

PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "font_table.xml",
}
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can give


def new_package() -> Document:
    """Return an empty document with our styles; they are our own, and not those that python-docx brings."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, part in PARTS.items():
            archive.writestr(name, get_data("kengesh.briefs.word", f"parts/{part}") or b"")
    file.seek(0)
    return open_document(file)


def describe(document: Document, title: str, subject: str, language: str, created: datetime) -> None:
    """Set the properties of a document. It names no author: what it says is what sources say."""
    moment = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title[:255], subject[:255], tag_of(language)
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = moment.replace(microsecond=0)
    properties.revision = 1


def sealed(document: Document) -> bytes:
    """Return the bytes of a document, the parts in the order of their names after the list of types, without a clock."""
    file, out = BytesIO(), BytesIO()
    document.save(file)
    with ZipFile(file) as read, ZipFile(out, "w") as archive:
        for name in sorted(read.namelist()):  # "[" stands before all letters
            about = ZipInfo(name, FIRST_DAY)
            about.compress_type = ZIP_DEFLATED
            about.external_attr = 0o600 << 16
            archive.writestr(about, read.read(name))
    return out.getvalue()
