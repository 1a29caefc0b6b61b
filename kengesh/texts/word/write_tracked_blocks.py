"""The blocks of a file of tracked changes: paragraphs, and tables with the rows that somebody inserts or deletes."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.texts.rolling import BaseNode, MovedNode, NewNode, Node, Region, RollingText
from kengesh.texts.units import UnitKind
from kengesh.texts.word.write_blocks import Block
from kengesh.texts.word.write_comments import closed, opened
from kengesh.texts.word.write_tables import AFTER_TABLE, Cell, RowChange, columns_of, new_row, table
from kengesh.texts.word.write_tracked_units import TrackedUnits
from kengesh.texts.word.write_xml import changed, changed_mark, paragraph, run

PARTED = " | "  # how the cells of a proposed row stand in its text


class TrackedBlocks:
    """Writes the blocks of one rolling text in their order."""

    def __init__(self, rolling: RollingText) -> None:
        self.units = TrackedUnits(rolling)

    def block(self, block: Block[Node]) -> str:
        """Return a paragraph, or a table with what is proposed in it."""
        if not block.cells:
            return "".join(map(self._node, block.others))
        nodes = [node for node in block.cells if isinstance(node, BaseNode)]
        rows = {id(other): row for other in block.others if (row := self._row_of(other, nodes)) is not None}
        cells = [self._cell(node) for node in nodes]
        inserted: dict[int, list[str]] = {}
        for other in block.others:
            if isinstance(other, NewNode) and id(other) in rows:
                inserted.setdefault(rows[id(other)], []).append(self._new_row(other, cells))
        lines = (self._node(other) for other in block.others if id(other) not in rows)
        return table(cells, RowChange(self._deleted(nodes), inserted)) + AFTER_TABLE + "".join(lines)

    def _node(self, node: Node) -> str:
        if isinstance(node, MovedNode):
            return self.units.pointer(node)
        if isinstance(node, NewNode):
            return self.units.proposed(node.unit, node)
        return self.units.base(node)

    def _cell(self, node: BaseNode) -> Cell:
        assert node.unit.place is not None  # what makes it a cell of a block
        return Cell(node.unit.place, self.units.base(node), len(node.unit.text))

    def _row_of(self, node: Node, nodes: Sequence[BaseNode]) -> int | None:
        """Return after which row a proposed row comes; None where it is not one that a table can hold as it is."""
        if not isinstance(node, NewNode) or node.unit.kind is not UnitKind.ROW or _is_amended(node):
            return None
        places = {one.unit.id: one.unit.place for one in nodes}
        place = places.get(node.after)
        widest = max(one.column + one.columns - 1 for one in places.values() if one is not None)
        if place is None or node.unit.text.count(PARTED) >= widest:
            return None
        return place.row + place.rows - 1

    def _new_row(self, node: NewNode, cells: Sequence[Cell]) -> str:
        change = self.units.authors.change("ins", node.holders, node.amendments)
        numbers = self.units.numbers
        texts = node.unit.text.split(PARTED)
        texts += [""] * (columns_of(cells) - len(texts))
        shape = '<w:pStyle w:val="TableText"/>'
        runs = [changed(numbers, change, run(text)) if text else "" for text in texts]
        same = self.units.same_as(node)
        runs[0] = opened(same) + runs[0] + closed(same)
        made = [paragraph(shape, one) for one in runs]
        return new_row(made, cells, changed_mark(numbers, change))

    def _deleted(self, nodes: Sequence[BaseNode]) -> dict[int, str]:
        """Return the marks of the rows that one delegation deletes whole."""
        rows: dict[int, list[BaseNode]] = {}
        for node in nodes:
            if node.unit.place is not None:
                rows.setdefault(node.unit.place.row, []).append(node)
        made = {}
        for row, found in rows.items():
            first = found[0].deleted_by[:1]
            if first and all(node.deleted_by[:1] == first and _is_one_row(node) for node in found):
                change = self.units.authors.change("del", found[0].deleted_by, found[0].amendments)
                made[row] = changed_mark(self.units.numbers, change)
        return made


def _is_one_row(node: BaseNode) -> bool:
    return node.unit.place is not None and node.unit.place.rows == 1


def _is_amended(node: NewNode) -> bool:
    return any(isinstance(part, Region) for part in node.content) or bool(node.notes)
