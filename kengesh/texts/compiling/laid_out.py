"""A text laid out for comparison: its paragraphs in order, its tables as wholes among them, its footnotes apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import structs

from kengesh.texts.comparing.pairing import TABLE, Items
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS, tokens
from kengesh.texts.units import Text, Unit, UnitKind

CELLS_PARTED = " | "
_MARK = re.compile(f"{FOOTNOTE_OPENS}([^{FOOTNOTE_OPENS}{FOOTNOTE_CLOSES}]*){FOOTNOTE_CLOSES}")

Row = tuple[Unit, ...]
Block = tuple[Unit, ...]  # one paragraph, or the cells of a table


class LaidOut:
    """The blocks of a text, what they are compared by, and the tokens of its units."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.footnotes: list[Unit] = []
        self._tokens: dict[str, list[str]] = {}
        if not any(unit.place is not None or unit.kind is UnitKind.FOOTNOTE for unit in text.units):
            self.blocks = list(zip(text.units, strict=True))
            return
        for unit in text.units:
            if unit.kind is UnitKind.FOOTNOTE:
                self.footnotes.append(unit)
            elif unit.place is not None and self.blocks and _same_table(self.blocks[-1][0], unit):
                self.blocks[-1] = (*self.blocks[-1], unit)
            else:
                self.blocks.append((unit,))

    @cached_property
    def items(self) -> Items:
        """What the blocks are aligned by: a paragraph by its words, a table by those of all its cells."""
        texts = [block[0].text if block[0].place is None else _table_words(block) for block in self.blocks]
        return Items(texts, [block[0].number for block in self.blocks])

    def tokens(self, unit: Unit) -> list[str]:
        """Return the tokens of a unit, which are counted once."""
        found = self._tokens.get(unit.id)
        if found is None:
            found = self._tokens[unit.id] = tokens(unit.text)
        return found

    def end_of(self, unit_id: str) -> str:
        """Return the last of the sub-paragraphs of a unit, itself where it has none: a new paragraph comes after that."""
        last = unit_id
        for unit in self.text.units[self.text.places[unit_id] + 1 :]:
            if unit.kind is UnitKind.SUBPARAGRAPH:
                last = unit.id
            elif unit.kind is not UnitKind.FOOTNOTE:
                break
        return last


def items_of(texts: Iterable[str]) -> Items:
    """Return what bare texts are aligned by: footnotes, rows of a table, its cells."""
    every = list(texts)
    return Items(every, [""] * len(every))


def rows_of(cells: Block) -> list[Row]:
    """Return the rows of a table, each in the order of its columns."""
    rows: dict[int, list[Unit]] = {}
    for cell in cells:
        rows.setdefault(cell.place.row if cell.place else 0, []).append(cell)
    return [tuple(rows[row]) for row in sorted(rows)]


def joined_cells(cells: list[Unit] | Row) -> str:
    """Return the words of a row as those of one unit; a bar inside a cell is written with a backslash."""
    return CELLS_PARTED.join(cell.text.replace("|", "\\|") for cell in cells)


def parted_cells(text: str) -> list[str]:
    """Return the cells of a row that is one unit."""
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", text)]


def with_marks(text: str, ids: dict[str, str]) -> str:
    """Return a text whose footnote marks point at other ids."""
    if FOOTNOTE_OPENS not in text:
        return text
    return _MARK.sub(lambda found: f"{FOOTNOTE_OPENS}{ids.get(found[1], found[1])}{FOOTNOTE_CLOSES}", text)


def with_ids(text: Text, ids: dict[str, str]) -> Text:
    """Return a text whose footnotes have other ids, in their marks too."""
    return text.with_units(
        [
            structs.replace(unit, id=ids.get(unit.id, unit.id), text=with_marks(unit.text, ids))
            for unit in text.units
        ]
    )


def marks_in(text: str) -> list[str]:
    """Return the footnotes that a text refers to, in order."""
    return _MARK.findall(text)


def _same_table(first: Unit, second: Unit) -> bool:
    return first.place is not None and second.place is not None and first.place.table == second.place.table


def _table_words(cells: Block) -> str:
    return TABLE + CELLS_PARTED.join(unit.text for unit in cells)
