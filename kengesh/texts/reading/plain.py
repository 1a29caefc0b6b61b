"""Plain text: paragraphs parted by blank lines, with numbers typed before them.

Done: UTF-8 and UTF-16 (``decoding``); lines broken by hand are joined (``lines``); titles, headings and kinds by practice
(``recognise``); labels of proposals typed before a paragraph (``5 alt 1 UZB:``), which stay the paragraph's number;
footnotes ``[^1]: ...``, and ``[1] ...`` at the end where the text refers to them.

Partly: a table drawn with blanks or dashes is read as paragraphs.

Not done: emphasis, which plain text has not; the level of a list by its indentation, which is taken from the numbers.
"""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import takewhile

from kengesh.terms.messages import _
from kengesh.texts.reading.decoding import decoded, own_signs_told, without_own_signs
from kengesh.texts.reading.filed import CannotRead, Filed
from kengesh.texts.reading.footnotes import CARET_MARK, Notes
from kengesh.texts.reading.guess import guess_language
from kengesh.texts.reading.lines import paragraphs_in
from kengesh.texts.reading.paragraph import Paragraph
from kengesh.texts.reading.recognise import recognised
from kengesh.texts.units import Text

_CARET_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:\s*(.*)")
_FIGURE_MARK = re.compile(r"\[(\d{1,3})\]")
_FIGURE_NOTE = re.compile(r"\[(\d{1,3})\]:?\s+(.*)")


def read_plain(data: bytes, name: str, language: str | None = None) -> Filed:
    """Return what a file of plain text says. Raises CannotRead where it is not one, or has no words."""
    source = decoded(data, name)
    plain = without_own_signs(source)
    paragraphs = paragraphs_in(plain)
    body, notes = _with_notes(paragraphs)
    placed = notes.placed(Paragraph(text=text) for text in body)
    if not placed:
        raise CannotRead(_("{file}: the file has no words; file the text itself.").format(file=name))
    spoken = language or guess_language("\n".join(paragraphs))
    return Filed(
        text=Text(spoken, recognised(placed, spoken)),
        findings=(*([own_signs_told(name)] if plain != source else []), *notes.findings),
        digest=sha256(data).hexdigest(),
        file_name=name,
    )


def _with_notes(paragraphs: list[str]) -> tuple[list[str], Notes]:
    """The paragraphs that are not footnotes, and the footnotes."""
    carets = {found[1]: found[2] for text in paragraphs if (found := _CARET_NOTE.fullmatch(text))}
    if carets:
        return [text for text in paragraphs if not _CARET_NOTE.fullmatch(text)], Notes(carets)
    at_end = list(takewhile(_FIGURE_NOTE.fullmatch, reversed(paragraphs)))
    body = paragraphs[: len(paragraphs) - len(at_end)]
    marks = {mark for text in body for mark in _FIGURE_MARK.findall(text)}
    figures = {note[1]: note[2] for text in reversed(at_end) if (note := _FIGURE_NOTE.fullmatch(text))}
    if figures and len(figures) == len(at_end) and figures.keys() <= marks:
        return body, Notes(figures, _FIGURE_MARK)
    return paragraphs, Notes({}, CARET_MARK)
