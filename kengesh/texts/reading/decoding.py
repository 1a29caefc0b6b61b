"""The letters of a file: UTF-8, with or without a mark of byte order, or UTF-16 with one; nothing is guessed.

A file that is neither is refused with the byte and the line at which it stops being one, since letters guessed wrongly
would look like somebody's amendment.
"""

from __future__ import annotations

import codecs
import re

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import CannotRead, Finding
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS, PARAGRAPH_MARK

MOST_BYTES = 20 * 1024 * 1024  # some 4 million words: more is no text of a negotiation
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_OURS = str.maketrans({FOOTNOTE_OPENS: "[", FOOTNOTE_CLOSES: "]", PARAGRAPH_MARK: "❡"})
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decoded(data: bytes, name: str) -> str:
    """Return the letters of a file, its lines parted by LF. Raises CannotRead."""
    if len(data) > MOST_BYTES:
        says = _("{file}: {size} bytes are more than the {most} that are read; divide the text into parts.")
        raise CannotRead(says.format(file=name, size=len(data), most=MOST_BYTES))
    text = _letters(data, name)
    if found := _BINARY.search(text):
        says = _(
            "{file}: line {line}: the letter U+{code} does not stand in texts; the file is not plain text. "
            "If it is from a word processor, save it as .docx."
        )
        line = text.count("\n", 0, found.start()) + 1
        raise CannotRead(says.format(file=name, line=line, code=f"{ord(found[0]):04X}"))
    return re.sub(r"\r\n?|\f|\v|\u2028|\u2029|\x85", "\n", text)


def without_own_signs(text: str) -> str:
    """Return a text without the signs that mean something to us; whoever typed them did not mean that."""
    return text.translate(_OURS)


def own_signs_told(where: str) -> Finding:
    """Return the finding for a text that had such signs."""
    says = _("the signs {signs} mean footnotes and paragraphs here, and are read as {others}.")
    return Finding(where, says.format(signs="⁅ ⁆ ¶", others="[ ] ❡"))


def _letters(data: bytes, name: str) -> str:
    encoding = _UTF16.get(data[:2], "utf-8")
    body = data[2:] if encoding != "utf-8" else data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(body)
        line = body[: error.start].decode(encoding, "ignore").count("\n") + 1
        says = _("{file}: line {line}: byte {at} is not {encoding}; save the file as UTF-8.")
        shown = encoding.upper()[:6].removesuffix("-")
        raise CannotRead(says.format(file=name, line=line, at=at + 1, encoding=shown)) from None
