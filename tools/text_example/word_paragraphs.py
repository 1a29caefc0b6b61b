"""Writes the body of a Word file: paragraphs by kind, the table, the section; and the paragraphs of its footnotes."""

from __future__ import annotations

from dataclasses import replace

from text_example.document import Document, Paragraph, Piece, Row
from text_example.looks import Look
from text_example.word_runs import Ids, Runs

# kind: (left indent, first line (hanging if negative), space after, alignment), in twentieths of a point
SHAPES = {
    "title": (0, 0, 360, "center"),
    "opening": (0, 567, 180, "both"),
    "preambular": (0, 567, 180, "both"),
    "heading": (0, 0, 180, "center"),
    "operative": (0, 567, 180, "both"),
    "letter": (1134, -567, 120, "both"),
    "roman": (1701, -567, 120, "both"),
    "cell": (0, 0, 40, "start"),
    "note": (0, 0, 40, "both"),
    "header": (0, 0, 0, "end"),
    "footer": (0, 0, 0, "center"),
}
LEVELS = {"operative": 0, "letter": 1, "roman": 2}
_WIDTHS = (3400, 1900, 2400, 1700)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


class Paragraphs:
    """Writes the paragraphs of one file."""

    def __init__(self, look: Look, ids: Ids) -> None:
        self.look = look
        self.runs = Runs(look, ids)
        self.ids = ids

    def body(self, document: Document) -> str:
        """Return everything in the body but its section."""
        found = []
        for block in document.blocks:
            written = self._table(block) if isinstance(block, list) else self.paragraph(block)
            control = self.look.controls and (isinstance(block, list) or block.key == "PP10")
            found.append(self._control(written) if control else written)
            if self.look.blank_lines and (isinstance(block, list) or block.kind not in LEVELS):
                found.append("<w:p/>")
        return "".join(found)

    def paragraph(self, paragraph: Paragraph, bold: bool = False) -> str:
        """Return one paragraph."""
        if paragraph.moved:
            return self._moved(paragraph)
        bold = bold or (not self.look.styles and paragraph.kind in ("title", "heading"))
        pieces = [replace(piece, bold=bold) for piece in paragraph.pieces]
        inner = self.runs.of(self._typed_number(paragraph)) + self.runs.of(pieces)
        return f"<w:p>{self._properties(paragraph)}{inner}</w:p>"

    def _moved(self, paragraph: Paragraph) -> str:
        assert paragraph.stamp is not None
        direction = paragraph.moved.capitalize()
        number = self.ids.next()
        about = f'w:id="{number}" w:author="{paragraph.stamp.author}" w:date="{paragraph.stamp.at}" w:name="move{paragraph.key}"'
        words = self.runs.of(self._typed_number(paragraph), (direction, paragraph.stamp))
        words += self.runs.of(paragraph.pieces, (direction, paragraph.stamp))
        return (
            f"<w:p>{self._properties(paragraph)}<w:move{direction}RangeStart {about}/>{words}</w:p>"
            f'<w:move{direction}RangeEnd w:id="{number}"/>'
        )

    def _typed_number(self, paragraph: Paragraph) -> list[Piece]:
        if not paragraph.number or self.look.automatic:
            return []
        number = paragraph.number.strip("(.)") + ")" if self.look.closing else paragraph.number
        dropped = paragraph.mark_deleted if paragraph.mark_deleted == paragraph.stamp else None
        added = paragraph.stamp if dropped is None and not paragraph.moved else None
        return [Piece(f"{number}\t", inserted=added, deleted=dropped)]

    def _properties(self, paragraph: Paragraph) -> str:
        found = []
        if style := self.look.styles.get(paragraph.kind):
            found.append(f'<w:pStyle w:val="{style}"/>')
        if self.look.automatic and paragraph.kind in LEVELS:
            found.append(f'<w:numPr><w:ilvl w:val="{LEVELS[paragraph.kind]}"/><w:numId w:val="1"/></w:numPr>')
        if not self.look.styles:
            found.append(shape(paragraph.kind, self.look))
        if mark := self._mark(paragraph):
            found.append(f"<w:rPr>{mark}</w:rPr>")
        return f"<w:pPr>{''.join(found)}</w:pPr>" if found else ""

    def _mark(self, paragraph: Paragraph) -> str:
        if paragraph.moved:
            assert paragraph.stamp is not None
            return f"<w:move{paragraph.moved.capitalize()} {self.runs.about(paragraph.stamp)}/>"
        inserted = f"<w:ins {self.runs.about(paragraph.mark)}/>" if paragraph.mark else ""
        deleted = f"<w:del {self.runs.about(paragraph.mark_deleted)}/>" if paragraph.mark_deleted else ""
        return inserted + deleted

    def _table(self, rows: list[Row]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
        about = '<w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/>'
        about += f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        written = "".join(self._row(row, place == 0) for place, row in enumerate(rows))
        after = "" if self.look.blank_lines else '<w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>'
        return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>{after}"

    def _row(self, row: Row, head: bool) -> str:
        about = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
        if row.inserted is not None:
            about += f"<w:ins {self.runs.about(row.inserted)}/>"
        cells = []
        for width, cell in zip(_WIDTHS, row.cells, strict=True):
            words = self.paragraph(cell, head)
            if head and cell.key == "cell 1/1" and self.look.controls:
                words = words.replace("<w:r>", '<w:bookmarkStart w:id="9" w:name="network_table"/><w:r>', 1)
                words = words.replace("</w:p>", '<w:bookmarkEnd w:id="9"/></w:p>', 1)
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{words}</w:tc>')
        return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(cells)}</w:tr>"

    def _control(self, inner: str) -> str:
        number = self.ids.next()
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
        )


def shape(kind: str, look: Look) -> str:
    """Return the distances of a kind of paragraph, for its style or for the paragraph itself."""
    left, first, after, alignment = SHAPES[kind]
    lines = look.spacing if kind in ("opening", "preambular", *LEVELS) else 240
    which = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
    aligned = {"start": "left", "end": "right"}.get(alignment, alignment)
    tab = (
        f'<w:tabs><w:tab w:val="left" w:pos="{1134 if kind == "operative" else left}"/></w:tabs>'
        if kind in LEVELS
        else ""
    )
    return (
        f'{tab}<w:spacing w:after="{after}" w:line="{lines}" w:lineRule="auto"/>'
        f'<w:ind w:left="{left}" {which}/><w:jc w:val="{aligned}"/>'
    )
