"""Where a table of a text begins and ends among its nodes, and which of them are its rows."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.texts.rolling import MovedNode, Node
from kengesh.texts.units import UnitKind

_BESIDE_CELLS = (UnitKind.ROW, UnitKind.COLUMN)


def end_of_table(nodes: Sequence[Node], start: int) -> int:
    """Where the table that begins here ends, with the rows proposed at its end; the same place if none begins."""
    if row_of(nodes[start]) is None:
        return start
    table = _table_of(nodes[start])
    end = at = start
    while at < len(nodes):
        node = nodes[at]
        if (row_of(node) is not None and _table_of(node) == table) or (
            not isinstance(node, MovedNode) and node.unit.kind in _BESIDE_CELLS
        ):
            end = at + 1
        elif not isinstance(node, MovedNode) and node.unit.kind is not UnitKind.FOOTNOTE:
            break
        at += 1
    return end


def row_of(node: Node) -> int | None:
    """The row in which a node is a cell; None for what is none."""
    if isinstance(node, MovedNode) or node.unit.kind is not UnitKind.CELL or node.unit.place is None:
        return None
    return node.unit.place.row


def _table_of(node: Node) -> str:
    if isinstance(node, MovedNode) or node.unit.place is None:
        return ""
    return node.unit.place.table


def parted(nodes: Sequence[Node]) -> tuple[list[list[Node] | Node], list[Node], list[Node]]:
    """Return the rows of a table with the proposed ones among them, what stands after it, and its footnotes."""
    rows: list[list[Node] | Node] = []
    proposed: list[Node] = []
    after: list[Node] = []
    footnotes: list[Node] = []
    last: int | None = None
    for node in nodes:
        row = row_of(node)
        if row is None:
            kind = None if isinstance(node, MovedNode) else node.unit.kind
            if is_footnote(node):
                footnotes.append(node)
            else:
                (proposed if kind is UnitKind.ROW else after).append(node)
            continue
        current = rows[-1] if rows else None
        if row != last or not isinstance(current, list):
            rows.extend(proposed)
            proposed.clear()
            current = []
            rows.append(current)
            last = row
        current.append(node)
    return [*rows, *proposed], after, footnotes


def is_footnote(node: Node) -> bool:
    """Say whether a node is a footnote."""
    return not isinstance(node, MovedNode) and node.unit.kind is UnitKind.FOOTNOTE


def width_of(row: Sequence[Node]) -> int:
    """Return over how many columns the cells of a row stand."""
    places = [node.unit.place for node in row if not isinstance(node, MovedNode) and node.unit.place]
    return sum(place.columns for place in places)
