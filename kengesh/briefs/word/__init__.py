"""A brief as a Word file, with real footnotes.

``write_docx`` turns the neutral document into an Office Open XML file (ECMA-376, transitional): A4, heading styles, tables whose
first row repeats on every page, captions and page numbers as fields, every foreign word marked with its language. The same brief
and moment give the same bytes on any machine.

Notes. A note's first use is a footnote of Word's own. A source cited again keeps its number: there stands a NOTEREF field
that points at the first use, which is what Word itself enters for "Cross-reference, Footnote, Footnote number (formatted)": one
clicks it, and it follows when notes are added before it. A second footnote "See note 3." would give one source two numbers, and
numbers that differ from those of the page on the site.

Done: headings, paragraphs, facts, tables, lists, footnotes, links. Partly done: figures, of which the title and the table are
written and not the picture, since Word wants a raster image beside an SVG. Not done: a file read back in.
"""

from __future__ import annotations

from datetime import datetime

from kengesh.briefs.document import Brief, plain
from kengesh.briefs.word.blocks import write_blocks
from kengesh.briefs.word.footnotes import footnotes_part
from kengesh.briefs.word.package import describe, new_package, sealed
from kengesh.briefs.word.running import Running, lawful
from kengesh.briefs.word.tongues import set_language

__all__ = ["write_docx"]


def write_docx(brief: Brief, created: datetime) -> bytes:
    """Return a brief as the bytes of a Word file; `created` is the moment that its properties give."""
    document = new_package()
    set_language(document, brief.language)
    running = Running(document.part, brief.language)
    write_blocks(document, running, brief)
    footnotes_part(document, brief, running.cited)
    describe(document, lawful(plain(brief.title)), lawful(brief.subtitle), brief.language, created)
    return sealed(document)
