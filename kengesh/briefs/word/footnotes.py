"""The part of a Word file that holds its footnotes (ECMA-376 part 1, section 17.11).

    <w:footnotes>
      <w:footnote w:type="separator" w:id="-1"> ... the line above the notes of a page
      <w:footnote w:type="continuationSeparator" w:id="0"> ... the line above a note that runs on from the page before
      <w:footnote w:id="1"> ... the first note, and so on

The settings name the first two; the text refers to the others by their ids. python-docx has no interface to this part, and
makes, relates and saves it as it does any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from kengesh.briefs.document import Brief
from kengesh.briefs.word.running import Running, element, paragraph, text_run

NAME = PackURI("/word/footnotes.xml")


def footnotes_part(document: Document, brief: Brief, cited: Sequence[int]) -> None:
    """Add the footnotes of a brief to a document: those that are cited, in the order of first use."""
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    part = XmlPart(NAME, CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    root.append(_line("separator", -1))
    root.append(_line("continuationSeparator", 0))
    notes = {note.number: note for note in brief.notes}
    running = Running(part, brief.language)
    for id_, number in enumerate(cited, start=1):
        mark = element(
            "r", element("rPr", element("rStyle", val="FootnoteReference")), element("footnoteRef")
        )
        body = paragraph("FootnoteText", [mark, text_run(" "), *running.runs(notes[number].words)])
        root.append(element("footnote", body, id=str(id_)))


def _line(type_: str, id_: int) -> BaseOxmlElement:
    spacing = element("pPr", element("spacing", before="0", after="0", line="240", lineRule="auto"))
    body = element("p", spacing, element("r", element(type_)))
    return element("footnote", body, type=type_, id=str(id_))
