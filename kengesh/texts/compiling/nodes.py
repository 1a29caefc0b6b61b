"""The nodes of a rolling text: every unit of the base with what is proposed on it, and the proposed units in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from rapidfuzz.distance import LCSseq

from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.proposals import proposal_id
from kengesh.texts.compiling.regions import Order, content_of
from kengesh.texts.label_words import form
from kengesh.texts.labels import alternative_label, changed_label, labels_of, new_label
from kengesh.texts.rolling import (
    Act,
    Alternative,
    Amendment,
    BaseNode,
    Content,
    MovedNode,
    NewNode,
    Node,
    Region,
)
from kengesh.texts.tokens import keys, tokens
from kengesh.texts.units import Text, Unit, UnitKind

Group = list[Amendment]
IN_UNIT = (Act.REPLACE, Act.BRACKET, Act.RETAIN)


def nodes_of(base: LaidOut, amendments: Sequence[Amendment], order: Order, profile: str) -> tuple[Node, ...]:
    """Return the nodes in the order of the text. The amendments are live ones, none on a locked unit."""
    return tuple(_Setting(base, amendments, order, profile).nodes())


class _Setting:
    """The amendments by the unit they are on, while nodes are made of them."""

    def __init__(self, base: LaidOut, amendments: Sequence[Amendment], order: Order, profile: str) -> None:
        self.base, self.order, self.profile = base, order, profile
        self.labels = labels_of(base.text, profile)
        self.names = {label.name for label in self.labels.values()}
        self.taken = set(base.text.places)
        self.copies: dict[str, int] = {}
        self.reached: dict[tuple[str, str], int] = {}  # how far the labels of a series have been given
        self.on: dict[str, Group] = {}
        self.coming: dict[str, Group] = {}
        hosts = _hosts(base.text)
        for one in amendments:
            if one.act is Act.NEW:
                self.coming.setdefault(_anchor(one, one.unit, hosts), []).append(one)
            else:
                self.on.setdefault(one.unit, []).append(one)
                if one.act is Act.MOVE:
                    self.coming.setdefault(_anchor(one, one.after, hosts), []).append(one)

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes; a proposed footnote follows its unit at once, a proposed paragraph after the unit's footnotes."""
        yield from self._proposed("", "")
        units = self.base.text.units
        host = ""
        for place, unit in enumerate(units):
            if unit.kind is not UnitKind.FOOTNOTE:
                host = unit.id
            yield from self._proposed(before_table(unit.id), host)
            yield self._base_node(unit)
            yield from self._proposed(unit.id, host, footnotes=True)
            ends = place + 1 == len(units) or units[place + 1].kind is not UnitKind.FOOTNOTE
            if ends and host:
                yield from self._proposed(host, host, footnotes=False)

    def _base_node(self, unit: Unit) -> BaseNode:
        on = self.on.get(unit.id, ())
        label = self.labels[unit.id]
        deleted = [one for one in on if one.act is Act.DELETE]
        moved = [one for one in on if one.act is Act.MOVE]
        content = self._content(unit)
        printed = label.printed
        if self.profile == "itu" and printed:
            changed = len(content) > 1 or isinstance(content[0], Region)
            printed = changed_label(printed, "SUP" if deleted else "MOD" if changed else "NOC")
        return BaseNode(
            unit=unit,
            label=printed,
            content=content,
            deleted_by=self.order.holders([one.delegation for one in deleted]),
            moved_by=self.order.holders([one.delegation for one in moved]),
            alternatives=tuple(self._alternatives(unit, [one for one in on if one.act is Act.ALTERNATIVE])),
            amendments=tuple(sorted(one.id for one in (*deleted, *moved))),
        )

    def _content(self, unit: Unit) -> Content:
        on = [one for one in self.on.get(unit.id, ()) if one.act in IN_UNIT]
        return content_of(self.base.tokens(unit), on, self.order) if on else (unit.text,)

    def _alternatives(self, unit: Unit, proposed: Group) -> Iterator[Alternative]:
        for group in self._alike(proposed):
            first = group[0]
            other = Unit(id=proposal_id(first), kind=unit.kind, text=first.text, level=unit.level)
            yield Alternative(
                unit=other,
                label=self._free(alternative_label, self.labels[unit.id].name),
                holders=self.order.holders([one.delegation for one in group]),
                content=self._content(other),
                amendments=tuple(sorted(one.id for one in group)),
            )

    def _alike(self, proposed: Group) -> list[Group]:
        """Return the proposals whose words are the same as groups, the earliest first."""
        groups: dict[tuple[str, ...], Group] = {}
        for one in sorted(proposed, key=lambda one: self.order.earliest([one])):
            groups.setdefault(tuple(keys(tokens(one.text))), []).append(one)
        return sorted(groups.values(), key=self.order.earliest)

    def _proposed(
        self, anchor: str, host: str, footnotes: bool | None = None
    ) -> Iterator[NewNode | MovedNode]:
        coming = [
            one
            for one in self.coming.get(anchor, ())
            if footnotes is None or (one.act is Act.NEW and one.kind is UnitKind.FOOTNOTE) == footnotes
        ]
        for group in _in_everybodys_order(coming, self.order):
            label = self._free(new_label, self._name_for(group[0], host))
            if group[0].act is Act.MOVE:
                yield self._moved(group, label, anchor)
            else:
                node = self._new(group, label, anchor)
                yield node
                yield from self._proposed(node.unit.id, host)

    def _name_for(self, proposed: Amendment, host: str) -> str:
        """Return the name after which a proposal is labelled: of the last unit before it that is of its own rank.

        A paragraph after 16 (d) is 16 bis, and one after a table is labelled by the paragraph before the table; a row by
        the row before it, a column by its table, a footnote by the footnote before it.
        """
        if not host:
            return ""
        name = self.labels[host].name
        if proposed.act is Act.NEW and proposed.kind is UnitKind.ROW:
            row = name.rpartition(" ")[0] or name
            return re.sub(r"\d+$", "0", row) if proposed.level else row
        if proposed.act is Act.NEW and proposed.kind is UnitKind.COLUMN:
            table, _, rest = name.partition(" ")
            return f"{table} {rest.rpartition(' ')[2]}" if rest else name
        skipped = self._skipped(proposed)
        for unit in reversed(self.base.text.units[: self.base.text.places[host] + 1]):
            if unit.kind not in skipped:
                return self.labels[unit.id].name
        footnote = form(self.base.text.language, "footnote").format(n=0)
        return footnote if proposed.act is Act.NEW and proposed.kind is UnitKind.FOOTNOTE else name

    def _skipped(self, proposed: Amendment) -> tuple[UnitKind, ...]:
        kind = proposed.kind if proposed.act is Act.NEW else self.base.text.unit(proposed.unit).kind
        if kind is UnitKind.FOOTNOTE:
            return tuple(other for other in UnitKind if other is not UnitKind.FOOTNOTE)
        if kind is UnitKind.SUBPARAGRAPH:
            return (UnitKind.CELL, UnitKind.FOOTNOTE)
        return (UnitKind.CELL, UnitKind.FOOTNOTE, UnitKind.SUBPARAGRAPH)

    def _free(self, make: Callable[[str, int, str, str], str], name: str) -> str:
        """Return the first label of its series that neither the text nor another proposal has."""
        series = make(name, 1, self.profile, self.base.text.language), name
        for nth in count(self.reached.get(series, 0) + 1):
            label = make(name, nth, self.profile, self.base.text.language)
            if label not in self.names:
                break
        self.reached[series] = nth
        self.names.add(label)
        return label

    def _new(self, group: Group, label: str, anchor: str) -> NewNode:
        first = group[0]
        unit_id = own = proposal_id(first)
        while (
            unit_id in self.taken
        ):  # the same words twice, in an order that others contradict, or in the base already
            self.copies[own] = self.copies.get(own, 1) + 1
            unit_id = f"{own}.{self.copies[own]}"
        self.taken.add(unit_id)
        unit = Unit(id=unit_id, kind=first.kind, text=first.text, level=first.level)
        return NewNode(
            unit=unit,
            label=label,
            holders=self.order.holders([one.delegation for one in group]),
            content=self._content(unit),
            after=first.unit if anchor == before_table(first.unit) else anchor,
            amendments=tuple(sorted(one.id for one in group)),
        )

    def _moved(self, group: Group, label: str, anchor: str) -> MovedNode:
        return MovedNode(
            unit=group[0].unit,
            label=label,
            origin_label=self._origin_name(group[0].unit),
            holders=self.order.holders([one.delegation for one in group]),
            after=anchor,
            amendments=tuple(sorted(one.id for one in group)),
        )

    def _origin_name(self, unit: str) -> str:
        """Return what a pointer calls the unit that moves; of a cell its table, which moves as a whole."""
        name = self.labels[unit].name
        return name.partition(" ")[0] if self.base.text.unit(unit).place is not None else name


def before_table(unit: str) -> str:
    """Return the key under which rows stand that come before the first cell of a table."""
    return f"before {unit}"


def _hosts(text: Text) -> dict[str, str]:
    """Return, for each unit, the last one up to it that is no footnote: paragraphs come after that one's footnotes."""
    hosts: dict[str, str] = {}
    host = ""
    for unit in text.units:
        host = host if unit.kind is UnitKind.FOOTNOTE else unit.id
        hosts[unit.id] = host
    return hosts


def _anchor(one: Amendment, anchor: str, hosts: dict[str, str]) -> str:
    if one.act is Act.NEW and one.kind is UnitKind.FOOTNOTE:
        return anchor
    if one.act is Act.NEW and one.kind is UnitKind.ROW and one.level:
        return before_table(anchor)
    return hosts.get(anchor, anchor)


def _in_everybodys_order(coming: Group, order: Order) -> list[Group]:
    """Return the proposals after one unit, equal ones together, so that each delegation's stand in its own order.

    Delegations are taken by when they filed. Where two have the same proposals in contrary orders, the later one's stands
    twice: each can still be read in the order it was meant.
    """
    by_delegation: dict[str, Group] = {}
    for one in coming:
        by_delegation.setdefault(one.delegation, []).append(one)
    line: list[Group] = []
    for own in sorted(by_delegation.values(), key=order.earliest):
        line = _merged(line, sorted(own, key=lambda one: (one.sequence, one.id)))
    return line


def _merged(line: list[Group], own: Group) -> list[Group]:
    """Return the line with one delegation's proposals: equal ones join, another stands before its next or at the end."""
    blocks = LCSseq.opcodes([_identity(group[0]) for group in line], list(map(_identity, own)))
    same = [block for block in blocks if block.tag == "equal"]
    merged: list[Group] = []
    at = own_at = 0
    for block in same:
        merged += [*line[at : block.src_start], *([one] for one in own[own_at : block.dest_start])]
        both = zip(line[block.src_start : block.src_end], own[block.dest_start : block.dest_end], strict=True)
        merged += [[*group, one] for group, one in both]
        at, own_at = block.src_end, block.dest_end
    return [*merged, *line[at:], *([one] for one in own[own_at:])]


def _identity(one: Amendment) -> tuple[object, ...]:
    if one.act is Act.MOVE:
        return (Act.MOVE, one.unit)
    return (Act.NEW, one.kind, *keys(tokens(one.text)))
