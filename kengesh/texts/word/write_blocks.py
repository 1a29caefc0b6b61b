"""The blocks of a document: its paragraphs one by one, and the cells of a table together.

What is proposed inside a table and is not a cell (a row, a column, a pointer) comes with the table, to be written after
it or in it. Footnotes that the text refers to are no blocks: they go to the foot of the page. One that nothing refers
to is a paragraph where it stands, so that it is not lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from kengesh.texts.rolling import BaseNode, Content, MovedNode, NewNode, Node, Region
from kengesh.texts.units import Place, Unit, UnitKind
from kengesh.texts.word.write_xml import pieces

Item = TypeVar("Item")


class Block(Struct, Generic[Item], frozen=True):
    """A paragraph (one item without a place), or a table: its cells, and what else stands among them."""

    cells: tuple[Item, ...] = ()
    others: tuple[Item, ...] = ()


def node_blocks(nodes: Iterable[Node], referred: frozenset[str]) -> Iterator[Block[Node]]:
    """Yield the blocks of a rolling text; `referred` are the footnotes that it refers to."""
    placed = ((node, *_place_of(node, referred)) for node in nodes)
    return _blocks(placed)


def unit_blocks(units: Iterable[Unit], referred: frozenset[str]) -> Iterator[Block[Unit]]:
    """Yield the blocks of a text."""
    return _blocks(
        (unit, unit.place, unit.kind is UnitKind.FOOTNOTE and unit.id in referred) for unit in units
    )


def referred_in_text(units: Iterable[Unit]) -> frozenset[str]:
    """Return the footnotes that a text refers to. A footnote cannot have one: Word has no place for it."""
    texts = (unit.text for unit in units if unit.kind is not UnitKind.FOOTNOTE)
    return frozenset(found for text in texts for kind, found in pieces(text) if kind == "footnote")


def referred_in_nodes(nodes: Iterable[Node]) -> frozenset[str]:
    """Return the footnotes that a rolling text refers to, in the base and in proposals."""
    return frozenset(
        found
        for content in _contents(nodes)
        for text in _texts(content)
        for kind, found in pieces(text)
        if kind == "footnote"
    )


def _blocks(placed: Iterable[tuple[Item, Place | None, bool]]) -> Iterator[Block[Item]]:
    cells: list[Item] = []
    others: list[Item] = []
    table, last = "", None
    for item, place, is_at_foot in placed:
        if is_at_foot:
            continue
        if cells and (place is None or place.table != table or not _follows(last, place)):
            if place is None and isinstance(item, NewNode | MovedNode):
                others.append(item)
                continue
            yield Block(tuple(cells), tuple(others))
            cells, others = [], []
        if place is None:
            yield Block(others=(item,))
        else:
            cells.append(item)
            table, last = place.table, place
    if cells:
        yield Block(tuple(cells), tuple(others))


def _follows(last: Place | None, place: Place) -> bool:
    return last is None or (last.row, last.column) < (place.row, place.column)


def _place_of(node: Node, referred: frozenset[str]) -> tuple[Place | None, bool]:
    if isinstance(node, MovedNode):
        return None, False
    is_at_foot = node.unit.kind is UnitKind.FOOTNOTE and node.unit.id in referred
    return (node.unit.place if isinstance(node, BaseNode) else None), is_at_foot


def _contents(nodes: Iterable[Node]) -> Iterator[Content]:
    for node in nodes:
        if isinstance(node, MovedNode) or node.unit.kind is UnitKind.FOOTNOTE:
            continue
        yield node.content
        if isinstance(node, BaseNode):
            yield from (other.content for other in node.alternatives)


def _texts(content: Content) -> Iterator[str]:
    for part in content:
        if isinstance(part, Region):
            yield part.base
            yield from (variant.text for variant in part.variants)
        else:
            yield part
