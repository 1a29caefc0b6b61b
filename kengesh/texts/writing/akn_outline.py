"""The order of a text as Akoma Ntoso wants it: preface, preamble and body as nested parts, tables whole, footnotes apart.

A clean text and a rolling one are made into the same *entries*: a unit, what is printed before it, its content and who
proposes what on it. Entries are then put together into tables, and into branches: paragraphs under their heading,
sub-paragraphs under their paragraph. Nothing is left out, and what belongs nowhere stands where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from kengesh.texts.rolling import BaseNode, Content, Holders, MovedNode, NewNode, Node, Region, RollingText
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS
from kengesh.texts.units import Place, Text, Unit, UnitKind

_MARKS = re.compile(f"{FOOTNOTE_OPENS}([^{FOOTNOTE_CLOSES}\\s]+){FOOTNOTE_CLOSES}")
_BESIDE_CELLS = (UnitKind.ROW, UnitKind.COLUMN, UnitKind.FOOTNOTE)
_PARAGRAPH_RANK = 100  # more than any level of a heading


class Entry(Struct, frozen=True, kw_only=True):
    """A unit as it is written, or the pointer (`moves`) to which some would move another unit."""

    unit: Unit
    label: str
    content: Content
    alternative_to: str = ""  # the unit of the base beside which it is proposed
    proposed_by: Holders = ()
    deleted_by: Holders = ()
    moved_by: Holders = ()
    moves: str = ""
    notes: tuple[int, ...] = ()

    @property
    def of_the_base(self) -> bool:
        """Whether the unit is the base's, and no proposal."""
        return not self.proposed_by


@dataclass
class Table:
    """The cells of one table by rows; a cell is its unit and the alternatives to it. `beside`: what cut into it."""

    name: str
    rows: list[list[list[Entry]]] = field(default_factory=list)
    beside: list[Entry] = field(default_factory=list)


@dataclass
class Branch:
    """An entry or a table, and what stands under it."""

    of: Entry | Table
    children: list[Branch] = field(default_factory=list)


@dataclass
class Outline:
    """A text in its parts; footnotes by the id of their unit, with the alternatives to them."""

    preface: list[Entry]
    preamble: list[Branch]
    body: list[Branch]
    footnotes: dict[str, list[Entry]]


def entries_of_text(text: Text) -> list[Entry]:
    """Return the entries of a version."""
    return [Entry(unit=unit, label=unit.number, content=(unit.text,)) for unit in text.units]


def entries_of_rolling(rolling: RollingText) -> list[Entry]:
    """Return the entries of a rolling text, alternatives after the unit that they are beside."""
    return [entry for node in rolling.nodes for entry in _entries(node)]


def _entries(node: Node) -> Iterator[Entry]:
    if isinstance(node, MovedNode):
        pointer = Unit(id="", kind=UnitKind.PARAGRAPH, text="")
        words = (node.origin_label or node.unit,)
        yield Entry(unit=pointer, label=node.label, content=words, proposed_by=node.holders, moves=node.unit)
    elif isinstance(node, NewNode):
        yield Entry(
            unit=node.unit,
            label=node.label,
            content=node.content,
            proposed_by=node.holders,
            notes=node.notes,
        )
    else:
        yield _base_entry(node)
        for other in node.alternatives:
            yield Entry(
                unit=other.unit,
                label=other.label,
                content=other.content,
                alternative_to=node.unit.id,
                proposed_by=other.holders,
                notes=other.notes,
            )


def _base_entry(node: BaseNode) -> Entry:
    kind = node.unit.kind  # the place of a cell and of a footnote says which it is
    printed = node.unit.number if kind in (UnitKind.CELL, UnitKind.FOOTNOTE) else node.label
    return Entry(
        unit=node.unit,
        label=printed,
        content=node.content,
        deleted_by=node.deleted_by,
        moved_by=node.moved_by,
        notes=node.notes,
    )


def outline(entries: Sequence[Entry]) -> Outline:
    """Return the parts of a text."""
    footnotes = _footnotes(entries)
    noted = {id(entry) for group in footnotes.values() for entry in group}
    rest = [entry for entry in entries if id(entry) not in noted]
    others = (at for at, entry in enumerate(rest) if entry.unit.kind is not UnitKind.TITLE)
    starts = next(others, len(rest))
    ends = _end_of_preamble(rest, starts)
    return Outline(
        rest[:starts],
        _branches(rest[starts:ends], headed=False),
        _branches(rest[ends:], headed=True),
        footnotes,
    )


def _footnotes(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Return the footnotes that a text has a mark for: reached from what is not a footnote, or from one that is not marked."""
    by_id: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.unit.kind is UnitKind.FOOTNOTE and not entry.moves:
            by_id.setdefault(entry.alternative_to or entry.unit.id, []).append(entry)
    roots = [entry for entry in entries if entry.unit.kind is not UnitKind.FOOTNOTE]
    reached: dict[str, list[Entry]] = {}
    _reach(roots, by_id, reached)
    for unit_id, group in by_id.items():
        if unit_id not in reached:
            own = {unit_id: group}
            _reach(group, by_id, own)
            del own[unit_id]  # it stands in the text as a paragraph
            reached |= own
    return reached


def _reach(roots: Iterable[Entry], by_id: dict[str, list[Entry]], reached: dict[str, list[Entry]]) -> None:
    waiting = list(roots)
    while waiting:
        for mark in marks(waiting.pop().content):
            if mark in by_id and mark not in reached:
                reached[mark] = by_id[mark]
                waiting.extend(by_id[mark])


def marks(content: Content) -> Iterator[str]:
    """Yield the footnotes that a content refers to."""
    for part in content:
        if isinstance(part, Region):
            yield from _MARKS.findall(part.base)
            for variant in part.variants:
                yield from _MARKS.findall(variant.text)
        else:
            yield from _MARKS.findall(part)


def _end_of_preamble(entries: Sequence[Entry], start: int) -> int:
    """The preamble lasts to the last preambular paragraph, and what stands under it, before the first operative one."""
    end = start
    for at in range(start, len(entries)):
        kind = entries[at].unit.kind
        if kind in (UnitKind.OPERATIVE, UnitKind.TITLE):
            break
        under = kind is UnitKind.SUBPARAGRAPH and end == at
        if kind is UnitKind.PREAMBULAR or (under and end > start):
            end = at + 1
    return end


def _branches(entries: Sequence[Entry], *, headed: bool) -> list[Branch]:
    """Put each entry under the last one before it that is of a lower rank. No unit of the base stands under a proposal.

    `headed`: what follows a heading stands under it. In a preamble it does not: recitals are recitals.
    """
    top: list[Branch] = []
    above: list[tuple[int, Branch]] = []
    proposed: list[tuple[int, Branch]] = []  # since the last unit of the base
    for part in _with_tables(entries):
        rank, branch = _rank(part, headed), Branch(part)
        own = proposed if isinstance(part, Entry) and not part.of_the_base else above
        if own is above:
            proposed.clear()
        while own and own[-1][0] >= rank:
            own.pop()
        lower = [one for its_rank, one in (*above, *proposed) if its_rank < rank]
        (lower[-1].children if lower else top).append(branch)
        if isinstance(part, Entry) and not part.alternative_to and not part.moves:
            own.append((rank, branch))
    return top


def _rank(part: Entry | Table, headed: bool) -> int:
    if isinstance(part, Table):
        return _PARAGRAPH_RANK
    if part.unit.kind is UnitKind.HEADING and headed:
        return part.unit.level
    if part.unit.kind is UnitKind.SUBPARAGRAPH:
        return _PARAGRAPH_RANK + max(part.unit.level, 1)
    return _PARAGRAPH_RANK


def _with_tables(entries: Sequence[Entry]) -> list[Entry | Table]:
    parts: list[Entry | Table] = []
    table: Table | None = None
    row = 0
    for at, entry in enumerate(entries):
        if entry.alternative_to and table is not None and _is_cell(entry):
            table.rows[-1][-1].append(entry)
            continue
        place = entry.unit.place if _is_cell(entry) else None
        if place is None:
            if table is not None and _goes_on(table, entries[at:]):
                table.beside.append(entry)
                continue
            table = None
            parts.append(entry)
            continue
        if table is None or table.name != place.table:
            table, row = Table(place.table), 0
            parts.append(table)
        if place.row != row or not table.rows:
            table.rows.append([])
            row = place.row
        table.rows[-1].append([entry])
    return parts


def _is_cell(entry: Entry) -> bool:
    return entry.unit.kind is UnitKind.CELL and not entry.moves


def _goes_on(table: Table, rest: Sequence[Entry]) -> bool:
    """Whether a table goes on after entries that stand between its cells: proposed rows, pointers, unmarked footnotes."""
    for entry in rest:
        place: Place | None = entry.unit.place if _is_cell(entry) else None
        if place is not None:
            return place.table == table.name
        if entry.unit.kind not in _BESIDE_CELLS and not entry.moves:
            return False
    return False
