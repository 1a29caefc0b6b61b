"""A text as Markdown, to be read by people and again by :mod:`kengesh.texts.reading.markdown`; a rolling text for people.

Done: the title and headings as headings, paragraphs with their numbers, tables, footnotes with their marks; what Markdown
would take for signs of its own has a backslash before it. A rolling text has the brackets of the plain form, its notes
and the requests to reopen; the cells of a table are its cells.

Partly: merged cells stand in the first of their places, the others are empty; a row or a column that somebody proposes
stands after its table. Not done: kinds, levels and ids, which the reader recognises anew; how far a unit is agreed is
told in a rolling text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import structs

from kengesh.terms.messages import in_language
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.rolling import BaseNode, MovedNode, NewNode, Node, RollingText
from kengesh.texts.tokens import PARAGRAPH_MARK
from kengesh.texts.units import Place, Text, Unit, UnitKind
from kengesh.texts.writing.clean_plain import footnote_numbers, numbered, with_typed_marks
from kengesh.texts.writing.plain import note_words, plain_text, unit_lines

BULLET = "•"  # what the reader of Markdown makes of the sign of a list
DEEPEST_HEADING = 6
_SIGNS = re.compile(r"[\\`*_\[\]<&~]")
_OPENS = re.compile(r"^([#>+=-]|\d{1,9}(?=[.)](?:\s|$)))")
_LIST_NUMBER = re.compile(r"\d{1,9}[.)]")
_TYPED_MARK = re.compile(r"\\\[\^(\d+)\\\]")


def version_markdown(text: Text) -> str:
    """Return a version as Markdown."""
    notes = footnote_numbers(text)
    laid = LaidOut(text)
    blocks = [_block(block, notes) for block in laid.blocks]
    blocks += [_footnote(notes[unit.id], _literal(unit.text, notes)) for unit in laid.footnotes]
    return "\n\n".join(blocks) + "\n"


def rolling_markdown(rolling: RollingText) -> str:
    """Return a rolling text as Markdown, with the brackets of the plain form."""
    with in_language(rolling.base.language):
        notes = _numbers_in(rolling.nodes)
        blocks = [*_rolling_blocks(rolling.nodes, notes), *_rolling_footnotes(rolling.nodes, notes)]
        blocks += [f"{note.number} {_escaped(note_words(note))}" for note in rolling.notes]
    if rolling.requests:
        requests = plain_text(RollingText(base=rolling.base, requests=rolling.requests))
        blocks += map(_escaped, requests.rstrip("\n").split("\n"))
    return "\n\n".join(blocks) + "\n"


def _block(block: tuple[Unit, ...], notes: Mapping[str, str]) -> str:
    first = block[0]
    if first.place is not None:
        cells = [(unit.place, _literal(numbered(unit), notes)) for unit in block if unit.place is not None]
        return _table(cells)
    if first.kind in (UnitKind.TITLE, UnitKind.HEADING):
        return f"{_rank(first)} {_literal(numbered(first), notes)}"
    words = _literal(first.text, notes)
    if not first.number:
        return _opened(words)
    number = "-" if first.number == BULLET else first.number
    if first.number != BULLET and not _LIST_NUMBER.fullmatch(number):
        number = _opened(_escaped(number))
    return f"{number} {words}".strip()


def _rank(unit: Unit) -> str:
    depth = 1 if unit.kind is UnitKind.TITLE else max(unit.level, 1) + 1
    return "#" * min(depth, DEEPEST_HEADING)


def _table(cells: Sequence[tuple[Place, str]]) -> str:
    """Return a table; a cell over several places stands in the first of them."""
    width = max(place.column + place.columns - 1 for place, _words in cells)
    rows: dict[int, dict[int, str]] = {}
    for place, words in cells:
        rows.setdefault(place.row, {})[place.column] = words.replace("|", "\\|")
    lines = [
        f"| {' | '.join(rows.get(row, {}).get(column, '') for column in range(1, width + 1))} |"
        for row in range(1, max(rows) + 1)
    ]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _footnote(number: str, words: str) -> str:
    """Return the definition of a footnote; its paragraphs are parted by blank lines and indented."""
    return f"[^{number}]: " + "\n\n    ".join(part.strip() for part in words.split(PARAGRAPH_MARK))


def _literal(words: str, notes: Mapping[str, str]) -> str:
    return _escaped(with_typed_marks(words, notes))


def _escaped(words: str) -> str:
    """Return words with a backslash before the signs of Markdown; the marks of footnotes stay marks."""
    return _TYPED_MARK.sub(r"[^\1]", _SIGNS.sub(lambda sign: "\\" + sign[0], words))


def _opened(words: str) -> str:
    """Return words that begin no list, heading or quotation."""
    return _OPENS.sub(lambda sign: f"{sign[0]}\\" if sign[0].isdigit() else "\\" + sign[0], words)


def _numbers_in(nodes: Iterable[Node]) -> dict[str, str]:
    footnotes = [
        node.unit.id
        for node in nodes
        if not isinstance(node, MovedNode) and node.unit.kind is UnitKind.FOOTNOTE
    ]
    return {id: str(number) for number, id in enumerate(footnotes, 1)}


def _rolling_blocks(nodes: Sequence[Node], notes: Mapping[str, str]) -> Iterator[str]:
    body = [node for node in nodes if isinstance(node, MovedNode) or node.unit.id not in notes]
    for table, group in groupby(_tables_whole(body), key=_table_of):
        if table:
            yield _rolling_table(group, notes)
        else:
            for node in group:
                yield from _rolling_lines(node, notes)


def _tables_whole(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes with the rows and columns that somebody proposes after their tables."""
    waiting: list[Node] = []
    for node in nodes:
        if isinstance(node, NewNode) and node.unit.kind in (UnitKind.ROW, UnitKind.COLUMN):
            waiting.append(node)
            continue
        if not _table_of(node):
            yield from waiting
            waiting = []
        yield node
    yield from waiting


def _table_of(node: Node) -> str:
    """Return the table of a cell; empty for every other node."""
    return node.unit.place.table if isinstance(node, BaseNode) and node.unit.place else ""


def _rolling_table(cells: Iterable[Node], notes: Mapping[str, str]) -> str:
    return _table(
        [
            (node.unit.place, " ".join(_rolling_lines(structs.replace(node, label=node.unit.number), notes)))
            for node in cells
            if isinstance(node, BaseNode) and node.unit.place is not None
        ]
    )


def _rolling_lines(node: Node, notes: Mapping[str, str]) -> Iterator[str]:
    heads = ""
    if isinstance(node, BaseNode) and node.unit.kind in (UnitKind.TITLE, UnitKind.HEADING):
        heads = f"{_rank(node.unit)} "
    for at, line in enumerate(unit_lines(node)):
        words = _literal(line, notes)
        yield f"{heads}{words}" if heads and not at else _opened(words)


def _rolling_footnotes(nodes: Sequence[Node], notes: Mapping[str, str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, BaseNode | NewNode) and node.unit.id in notes:
            bare = structs.replace(node, label="") if isinstance(node, BaseNode) else node
            yield _footnote(notes[node.unit.id], " ".join(_literal(line, notes) for line in unit_lines(bare)))
