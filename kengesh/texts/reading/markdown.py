"""Markdown: the text of a file, with the numbers that its lists have.

The parser is markdown-it-py (CommonMark, and the tables of GitHub). Nothing in the file is executed or fetched.

Done: headings, the first of the first level being the title; paragraphs; ordered lists with their own numbers (``5.``
stays ``5.``); lists in lists as sub-paragraphs; tables, each cell a unit, empty ones too; footnotes ``[^1]`` with their
definitions; hard breaks as a blank; emphasis, links, pictures and code as their text; character entities; labels of
proposals typed at the beginning of a paragraph or of a line (``5 bis.``).

Partly: HTML is kept as text, tag by tag, and told; comments of HTML are left out, and told. A row of a table with more
cells than its head loses them in every reader of Markdown; here the file is refused with the line.

Not done: definitions of links (``[a]: http://...``), which stay text; struck-out words (``~~x~~``), which stay text.
"""

from __future__ import annotations

from hashlib import sha256

from kengesh.terms.messages import _
from kengesh.texts.reading.decoding import decoded
from kengesh.texts.reading.filed import CannotRead, Filed
from kengesh.texts.reading.footnotes import Notes
from kengesh.texts.reading.guess import guess_language
from kengesh.texts.reading.markdown_blocks import Blocks, parsed
from kengesh.texts.reading.markdown_notes import without_notes
from kengesh.texts.reading.recognise import recognised
from kengesh.texts.units import Text


def read_markdown(data: bytes, name: str, language: str | None = None) -> Filed:
    """Return what a file of Markdown says. Raises CannotRead with the line where it must be put right."""
    source = decoded(data, name)
    body, definitions = without_notes(source)
    blocks = Blocks(name)
    paragraphs = blocks.paragraphs(parsed(body), body.split("\n"))
    notes = Notes({label: blocks.note(text, line) for label, (text, line) in definitions.items()})
    placed = notes.placed(paragraphs)
    if not placed:
        raise CannotRead(_("{file}: the file has no words; file the text itself.").format(file=name))
    spoken = language or guess_language(source)
    return Filed(
        text=Text(spoken, recognised(placed, spoken)),
        findings=(*blocks.findings, *notes.findings),
        digest=sha256(data).hexdigest(),
        file_name=name,
    )
