"""The letters of a file: UTF-8, or UTF-16 with its mark; nothing is guessed, since a letter guessed wrongly reads as another name."""

from __future__ import annotations

import codecs
import re

from kengesh.formats.drafts.reading.told import CannotRead
from kengesh.terms.messages import _

MOST_BYTES = 4 << 20  # some six hundred thousand words: more is no paper
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes, name: str) -> str:
    """Return the letters of a file, its lines parted by LF. Raises CannotRead with the place where it is no text."""
    if len(data) > MOST_BYTES:
        says = _("{file}: {size} bytes of text are more than the {most} that are read; divide it into parts.")
        raise CannotRead(says.format(file=name, size=len(data), most=MOST_BYTES))
    encoding = _UTF16.get(data[:2], "utf-8-sig")
    try:
        text = (data[2:] if encoding != "utf-8-sig" else data).decode(encoding)
    except UnicodeDecodeError as error:
        says = _(
            "{file}: line {line}, byte {byte}: this is not UTF-8. Save the file as text in UTF-8, or as .docx."
        )
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(says.format(file=name, line=line, byte=error.start + 1)) from error
    if found := _BINARY.search(text):
        says = _("{file}: line {line}: there are signs here that no text has; the file is not plain text.")
        raise CannotRead(says.format(file=name, line=text.count("\n", 0, found.start()) + 1))
    text = text.removeprefix("\ufeff").replace("\ue000", " ").replace("\ue001", " ")
    return re.sub(r"\r\n?|\v|\u2028|\u2029|\x85", "\n", text)
