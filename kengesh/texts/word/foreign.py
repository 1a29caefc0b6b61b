"""What a file is that was sent as a Word file and is none: named, so that the sender knows what to do.

Only the first bytes, and the names in an archive, are looked at; nothing is opened.
"""

from __future__ import annotations

from collections.abc import Collection

from kengesh.terms.messages import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007, and of what Office encrypts
_LOOKED_AT = 4096  # bytes: enough to tell a text from a picture
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f")


def not_an_archive(data: bytes) -> str:
    """Return the sentence for bytes that do not begin like a zip archive."""
    head = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        return _("{file}: the file is empty. Send it again.")
    if data.startswith(_OLE):
        return _old_office(data)
    if head.startswith(b"%PDF"):
        return _("{file} is a PDF, not a Word file. Send the Word file from which it was made.")
    if head.startswith(b"{\\rtf"):
        return _("{file} is a file in Rich Text Format. Save it in Word as a Word document (.docx).")
    if head[:200].lower().startswith((b"<!doctype html", b"<html")):
        return _("{file} is a web page, not a Word file. Save it in Word as a Word document (.docx).")
    if head.startswith(b"<"):
        return _("{file} is an XML file, not a Word file. Save it in Word as a Word document (.docx).")
    if _is_text(data[:_LOOKED_AT]):
        return _(
            "{file} is plain text, not a Word file. Give it a name that ends in .txt or .md, or save it as .docx."
        )
    return _(
        "{file} is not a Word file: it does not begin like one. Save it in Word as a Word document (.docx)."
    )


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _(
            "{file} is protected by a password. Open it in Word, remove the password, and save it again."
        )
    if "WordDocument".encode("utf-16-le") in data:
        return _("{file} is a Word file of before 2007 (.doc). Save it in Word as a Word document (.docx).")
    return _("{file} is an Office file of before 2007, not a Word document (.docx). Save it in Word as one.")


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if _CONTROLS.intersection(head):
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # a letter cut in two by the end of what is looked at
    return True


def another_archive(names: Collection[str]) -> str:
    """Return the sentence for an archive that has no Word document in it, by the names of its entries."""
    if "mimetype" in names and "content.xml" in names:
        return _("{file} is an OpenDocument file. Save it as a Word document (.docx).")
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return _("{file} is an Excel file, not a Word file. Send the text as a Word document (.docx).")
    if "ppt/presentation.xml" in names:
        return _("{file} is a PowerPoint file, not a Word file. Send the text as a Word document (.docx).")
    if "META-INF/container.xml" in names:
        return _("{file} is an electronic book, not a Word file. Send the text as a Word document (.docx).")
    if "[Content_Types].xml" in names:
        return _(
            "{file} is an Office file that has no Word document in it. Save it in Word as a Word document (.docx)."
        )
    return _("{file} is an archive, not a Word file. Send the Word file that is in it.")
