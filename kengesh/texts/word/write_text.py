"""A clean text as a Word file: its paragraphs with their numbers typed, its tables, its footnotes as Word's own.

Nothing stands in the body that is not of the text, so that a file read back is the text: kinds by the names of styles,
cells with their merges, footnotes where their marks are, numbers before a tabulator (in a heading, before a blank).
A unit that has no number in the version gets none: PP1 is what one calls it, and is not printed in a clean text.

Not done: copies for signature, in which each signatory is named first in its own.
"""

from __future__ import annotations

from kengesh.texts.units import Text, Unit, UnitKind
from kengesh.texts.word.write_blocks import Block, referred_in_text, unit_blocks
from kengesh.texts.word.write_footnotes import MARK, Footnotes
from kengesh.texts.word.write_package import Sheets, packed
from kengesh.texts.word.write_rolling import title_of
from kengesh.texts.word.write_shapes import label_runs, shape_of
from kengesh.texts.word.write_tables import AFTER_TABLE, Cell, table
from kengesh.texts.word.write_xml import paragraph, pieces, run


def text_document(text: Text, *, title: str = "") -> bytes:
    """Return a text as the bytes of a Word file, with the numbers that it has. The same text gives the same bytes."""
    writer = _Writer(text)
    return packed(
        Sheets(
            language=text.language,
            title=title or title_of(text.units),
            body=writer.body(),
            footnotes=writer.footnotes.part(),
        )
    )


class _Writer:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._referred = referred_in_text(text.units)
        self.footnotes = Footnotes(
            (unit.id for unit in text.units if unit.kind is UnitKind.FOOTNOTE), self._footnote
        )

    def body(self) -> str:
        return "".join(map(self._block, unit_blocks(self._text.units, self._referred)))

    def _block(self, block: Block[Unit]) -> str:
        if not block.cells:
            return "".join(map(self._paragraphs, block.others))
        cells = [
            Cell(unit.place, self._paragraphs(unit), len(unit.text))
            for unit in block.cells
            if unit.place is not None
        ]
        return table(cells) + AFTER_TABLE

    def _paragraphs(self, unit: Unit) -> str:
        shape = shape_of(unit, hangs=bool(unit.number))
        return self._parted(unit, shape, label_runs(unit, unit.number))

    def _footnote(self, unit_id: str) -> str:
        unit = self._text.unit(unit_id)
        return self._parted(unit, shape_of(unit, hangs=False), MARK, within=True)

    def _parted(self, unit: Unit, shape: str, before: str, *, within: bool = False) -> str:
        """Return the paragraphs of a unit: one, or in a cell or a footnote several."""
        made, runs = [], before
        for kind, piece in pieces(unit.text):
            if kind == "mark":
                made.append(paragraph(shape, runs))
                runs = ""
            elif kind == "footnote" and not within:
                runs += self.footnotes.reference(piece)
            else:
                runs += run(piece)
        made.append(paragraph(shape, runs))
        return "".join(made)
