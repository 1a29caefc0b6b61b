"""Numbered notes: reservations, comments, brackets asked for without a text, a text to be kept.

They are numbered in the order of the text: in a unit those of its regions first, then those of the unit in the order of
filing. The same note of several delegations is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from kengesh.texts.compiling.regions import Order
from kengesh.texts.rolling import (
    Act,
    Alternative,
    Amendment,
    Content,
    MovedNode,
    NewNode,
    Node,
    Note,
    Region,
)

Group = list[Amendment]


def with_notes(
    nodes: Sequence[Node], amendments: Sequence[Amendment], order: Order
) -> tuple[tuple[Node, ...], tuple[Note, ...]]:
    """Return the nodes with the numbers of their notes, and the notes."""
    on: dict[str, Group] = {}
    for one in amendments:
        if one.act in (Act.BRACKET, Act.RETAIN, Act.RESERVE, Act.COMMENT):
            on.setdefault(one.unit, []).append(one)
    if not on:
        return tuple(nodes), ()
    numbering = _Numbering(on, order)
    numbered = tuple(numbering.numbered(node) for node in nodes)
    numbering.rest()
    return numbered, tuple(numbering.notes)


class _Numbering:
    """The notes made so far."""

    def __init__(self, on: dict[str, Group], order: Order) -> None:
        self.on, self.order = dict(on), order
        self.notes: list[Note] = []

    def numbered(self, node: Node) -> Node:
        if isinstance(node, MovedNode):
            return node
        content, notes = self._of_unit(node.unit.id, node.content)
        if isinstance(node, NewNode):
            return structs.replace(node, content=content, notes=notes)
        alternatives = tuple(self._of_alternative(other) for other in node.alternatives)
        return structs.replace(node, content=content, notes=notes, alternatives=alternatives)

    def rest(self) -> None:
        """Number the notes on what no node shows: on the whole text, or on an alternative that stands in the annex."""
        for unit in sorted(self.on):
            self._notes(unit, self.on[unit])

    def _of_alternative(self, other: Alternative) -> Alternative:
        content, notes = self._of_unit(other.unit.id, other.content)
        return structs.replace(other, content=content, notes=notes)

    def _of_unit(self, unit: str, content: Content) -> tuple[Content, tuple[int, ...]]:
        rest = self.on.pop(unit, None)
        if rest is None:
            return content, ()
        parts: list[str | Region] = []
        for part in content:
            if isinstance(part, Region):
                asked = [one for one in rest if one.act is Act.BRACKET and _within(one, part)]
                # A text to be kept is told in the region; it needs a note only where there is none.
                kept = [one for one in rest if one.act is Act.RETAIN and _touches(one, part)]
                told = {one.id for one in (*asked, *kept)}
                rest = [one for one in rest if one.id not in told] if told else rest
                part = structs.replace(part, notes=self._notes(unit, asked))
            parts.append(part)
        return tuple(parts), self._notes(unit, rest)

    def _notes(self, unit: str, amendments: Group) -> tuple[int, ...]:
        alike: dict[tuple[object, ...], Group] = {}
        for one in sorted(amendments, key=lambda one: self.order.earliest([one])):
            span = (one.start, one.end) if one.act is Act.RETAIN else ()
            alike.setdefault((one.act, one.reservation, one.text, span), []).append(one)
        numbers = []
        for group in alike.values():
            numbers.append(len(self.notes) + 1)
            self.notes.append(self._note(unit, numbers[-1], group))
        return tuple(numbers)

    def _note(self, unit: str, number: int, group: Group) -> Note:
        return Note(
            number=number,
            unit=unit,
            holders=self.order.holders([one.delegation for one in group]),
            act=group[0].act,
            reservation=group[0].reservation,
            words=group[0].text,
            amendments=tuple(sorted(one.id for one in group)),
        )


def _within(one: Amendment, region: Region) -> bool:
    return region.start <= one.start and one.end <= region.end


def _touches(one: Amendment, region: Region) -> bool:
    return one.start < region.end and region.start < one.end
