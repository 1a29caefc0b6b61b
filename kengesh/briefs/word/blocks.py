"""The blocks of a brief as paragraphs and tables of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from kengesh.briefs.document import (
    Block,
    Brief,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    Words,
    plain,
)
from kengesh.briefs.word.running import Running, element, field, lawful, paragraph, text_run
from kengesh.briefs.word.widths import TEXT_WIDTH, widths_of
from kengesh.terms.messages import _, in_language

LABEL_WIDTH = 1814  # 32 mm, in twentieths of a point


def write_blocks(document: Document, running: Running, brief: Brief) -> None:
    """Write the title, the blocks, the colophon and the foot of the page of a brief into an empty document."""
    body = document.element.body
    end = body[-1]  # the properties of the section stand last
    writer = _Blocks(running)
    with in_language(brief.language):
        for made in writer.brief(brief):
            end.addprevious(made)
    foot = document.sections[0].footer
    foot.is_linked_to_previous = False
    line = foot.paragraphs[0]._p
    line.getparent().replace(line, _foot(brief))


class _Blocks:
    def __init__(self, running: Running) -> None:
        self.running = running
        self.tables = 0

    def brief(self, brief: Brief) -> Iterator[BaseOxmlElement]:
        yield paragraph("Title", self.running.runs(brief.title))
        yield paragraph("Subtitle", self.running.said(brief.subtitle))
        for block in brief.blocks:
            yield from self.block(block)
        yield paragraph("Heading1", self.running.said(_("About this brief")))
        for words in brief.colophon:
            yield paragraph("Colophon", self.running.runs(words))

    def block(self, block: Block) -> Iterator[BaseOxmlElement]:
        if isinstance(block, Heading):
            yield paragraph(f"Heading{block.level}", self.running.runs(block.words))
        elif isinstance(block, Paragraph):
            yield paragraph("Normal", self.running.runs(block.words))
        elif isinstance(block, Listing):
            yield from (paragraph("ListBullet", self.running.runs(item)) for item in block.items)
        elif isinstance(block, Facts):
            yield from self._facts(block)
        elif isinstance(block, Figure):
            yield paragraph("Caption", self.running.said(block.title))
            yield from self._table(block.table)
        else:
            yield from self._table(block)

    def _facts(self, block: Facts) -> Iterator[BaseOxmlElement]:
        widths = (LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH)
        rows = [
            self._row(
                ((Run(fact.label, self.running.language),), fact.words), widths, ("TableHead", "TableText")
            )
            for fact in block.facts
        ]
        yield _table("BriefFacts", "", widths, rows)
        yield paragraph("AfterTable")

    def _table(self, table: Table) -> Iterator[BaseOxmlElement]:
        self.tables += 1
        widths = widths_of(table)
        heads = tuple((Run(column, self.running.language),) for column in table.columns)
        yield paragraph("Caption", self._caption(table.caption))
        first = self._row(heads, widths, ("TableHead",) * len(widths), is_head=True)
        rows = [self._row(row, widths, ("TableText",) * len(widths)) for row in table.rows]
        yield _table("BriefTable", table.caption, widths, [first, *rows])
        yield paragraph("AfterTable")

    def _caption(self, caption: str) -> Iterator[BaseOxmlElement]:
        """Yield a caption with its number as a field, so that a table put in by hand is counted."""
        for before, place, _spec, _conversion in Formatter().parse(_("Table {number}. {caption}")):
            if before:
                yield text_run(before)
            if place == "number":
                yield from field("SEQ Table \\* ARABIC", str(self.tables))
            elif place:
                yield text_run(caption)

    def _row(
        self,
        cells: tuple[Words, ...],
        widths: tuple[int, ...],
        styles: tuple[str, ...],
        is_head: bool = False,
    ) -> BaseOxmlElement:
        rules = [element("cantSplit"), *([element("tblHeader")] if is_head else [])]
        row = element("tr", element("trPr", *rules))
        for words, width, style in zip(cells, widths, styles, strict=True):
            about = element("tcPr", element("tcW", w=str(width), type="dxa"))
            row.append(element("tc", about, paragraph(style, self.running.runs(words))))
        return row


def _table(style: str, caption: str, widths: tuple[int, ...], rows: list[BaseOxmlElement]) -> BaseOxmlElement:
    about = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow="1" if caption else "0", noHBand="1", noVBand="1"),
    )
    if caption:  # what a reader aloud says of the table
        about.append(element("tblCaption", val=lawful(caption)))
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    return element("tbl", about, grid, *rows)


def _foot(brief: Brief) -> BaseOxmlElement:
    """Return the line at the foot of every page: what the sheet is of, and which of how many it is."""
    count = [*field("PAGE", "1"), text_run(" / "), *field("NUMPAGES", "1")]
    title = plain(brief.title)
    short = title if len(title) <= 70 else f"{title[:69].rstrip()}…"
    return paragraph("Footer", [text_run(short), element("r", element("tab")), *count])
