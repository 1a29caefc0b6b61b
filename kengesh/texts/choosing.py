"""A text out of a rolling text: the base again, or the text as one delegation wants it.

Choosing the base everywhere gives the base, token for token (invariant I1); choosing a delegation everywhere gives the text
that it filed, up to editorial differences and outside requests to reopen (I2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from kengesh.texts.compiling.laid_out import marks_in
from kengesh.texts.rolling import BaseNode, Content, MovedNode, NewNode, Node, Region, RollingText
from kengesh.texts.table_cells import numbered_tables
from kengesh.texts.tokens import PARAGRAPH_MARK, tokens
from kengesh.texts.units import Text, Unit, UnitKind

BASE = ""  # nobody's code: whoever it is, the base
CLOSING_MARKS = (*".,;:!?)]»”…",)
IN_ONE_PIECE = (UnitKind.CELL, UnitKind.FOOTNOTE, UnitKind.ROW, UnitKind.COLUMN)  # a ¶ does not part them


class Chosen(NamedTuple):
    """A unit with its words; `joins` says that its paragraph mark was taken away, so that the next one joins it."""

    unit: Unit
    words: str
    joins: bool = False


def chosen(rolling: RollingText, delegation: str) -> Text:
    """Return the text with this delegation's variant wherever it has one, and with the base elsewhere."""
    units = numbered_tables(_parted(_in_order(rolling, delegation)), rolling.base.places)
    return rolling.base.with_units(units if delegation == BASE else _with_footnotes_at_marks(units))


def base_of(rolling: RollingText) -> Text:
    """Return the text with the base chosen everywhere, put together from the nodes."""
    return chosen(rolling, BASE)


def words_chosen(content: Content, delegation: str) -> str:
    """Return the words of a unit with this delegation's variants; a ¶ at its end is one that others would take away."""
    return "".join(part if isinstance(part, str) else _variant(part, delegation) for part in content)


def _variant(region: Region, delegation: str) -> str:
    return next((one.text for one in region.variants if delegation in one.holders), region.base)


def _in_order(rolling: RollingText, delegation: str) -> Iterator[Chosen]:
    """Yield the units as the delegation would have them, those that it moves where it moves them."""
    leaving: dict[str, list[Node]] = {}
    at_origin: set[int] = set()
    table = ""
    for at, node in enumerate(rolling.nodes):
        if isinstance(node, BaseNode):
            table = _moved_table(node, delegation) or (table if _table(node) == table else "")
            if delegation in node.moved_by and not table:
                leaving[node.unit.id] = [node]
                at_origin.add(at)
        if table and not isinstance(
            node, MovedNode
        ):  # a table moves as a whole, with the rows that were added to it
            leaving.setdefault(table, []).append(node)
            at_origin.add(at)
    for at, node in enumerate(rolling.nodes):
        if isinstance(node, MovedNode) and delegation in node.holders:
            origin = rolling.base.unit(node.unit)
            block = leaving.get(origin.place.table if origin.place else node.unit, [])
            yield from (one for moved in block for one in _of_node(moved, delegation))
        elif at not in at_origin:
            yield from _of_node(node, delegation)


def _table(node: BaseNode) -> str | None:
    return node.unit.place.table if node.unit.place is not None else None


def _moved_table(node: BaseNode, delegation: str) -> str | None:
    return _table(node) if delegation in node.moved_by else None


def _of_node(node: Node, delegation: str) -> Iterator[Chosen]:
    if isinstance(node, NewNode):
        if delegation in node.holders:
            yield Chosen(node.unit, words_chosen(node.content, delegation))
    elif isinstance(node, BaseNode) and delegation not in node.deleted_by:
        for other in node.alternatives:
            if delegation in other.holders:
                own = structs.replace(
                    other.unit, number=node.unit.number, place=node.unit.place, id=node.unit.id
                )
                yield Chosen(own, words_chosen(other.content, delegation))
                return
        yield _of_base(node, delegation)


def _of_base(node: BaseNode, delegation: str) -> Chosen:
    """Return a unit of the base; where its paragraph mark is in question it was taken away, or was kept and is no word."""
    words = words_chosen(node.content, delegation)
    last = node.content[-1]
    if not isinstance(last, Region) or last.end <= len(tokens(node.unit.text)):
        return Chosen(node.unit, words)
    return Chosen(node.unit, words.removesuffix(PARAGRAPH_MARK), joins=not words.endswith(PARAGRAPH_MARK))


def _parted(units: Iterator[Chosen]) -> Iterator[Unit]:
    """Yield the units: paragraphs that lost their mark joined with the next, others parted at the marks they got."""
    before: Chosen | None = None
    footnotes: list[Unit] = []
    for one in units:
        if before is not None and one.unit.kind is UnitKind.FOOTNOTE:
            footnotes += _pieces(one)
            continue
        if before is not None:
            one = Chosen(before.unit, with_blank(before.words.rstrip(), one.words.lstrip()), one.joins)
        before = one if one.joins else None
        if before is None:
            yield from _pieces(one)
            yield from footnotes
            footnotes = []
    if before is not None:
        yield from _pieces(before)
        yield from footnotes


def with_blank(first: str, second: str) -> str:
    """Return two joined paragraphs, a blank between them but before a closing mark."""
    return f"{first}{second}" if second[:1] in CLOSING_MARKS else f"{first} {second}"


def _pieces(one: Chosen) -> Iterator[Unit]:
    if one.unit.kind in IN_ONE_PIECE:
        yield structs.replace(one.unit, text=one.words.strip())
        return
    for nth, piece in enumerate(one.words.split(PARAGRAPH_MARK), 1):
        number = one.unit.number if nth == 1 else ""
        id = one.unit.id if nth == 1 else f"{one.unit.id}.{nth}"
        yield structs.replace(one.unit, text=piece.strip(), number=number, id=id)


def _with_footnotes_at_marks(units: Sequence[Unit]) -> list[Unit]:
    """Put each footnote behind the unit that refers to it first, where one does: it goes where its mark goes."""
    notes = {unit.id: unit for unit in units if unit.kind is UnitKind.FOOTNOTE}
    marked = {mark for unit in units for mark in marks_in(unit.text)}
    result: list[Unit] = []
    for unit in units:
        if unit.kind is not UnitKind.FOOTNOTE or unit.id not in marked:
            result.append(unit)
            result += _taken(notes, marks_in(unit.text))
    return result


def _taken(notes: dict[str, Unit], marks: Iterable[str]) -> list[Unit]:
    return [notes.pop(mark) for mark in marks if mark in notes]
