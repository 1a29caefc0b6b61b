"""The units of a base after words of them changed: paragraphs that lost their mark joined, those that got one parted.

A unit that is joined gives up its id to the one before; the pieces of one that is parted have its id with a number. Where
the words of each old unit lie now is kept, so that amendments can be found again.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import count, pairwise
from typing import NamedTuple

from msgspec import structs

from kengesh.texts.choosing import CLOSING_MARKS
from kengesh.texts.comparing.words import Edit
from kengesh.texts.tokens import PARAGRAPH_MARK, is_space, tokens
from kengesh.texts.units import Unit, UnitKind

WITHOUT_MARK = (UnitKind.CELL, UnitKind.FOOTNOTE, UnitKind.ROW, UnitKind.COLUMN)


class Piece(NamedTuple):
    """From this token of an old unit on, its tokens are those of a new unit, so many places further."""

    first: int
    unit: str
    shift: int


class Reflowed(NamedTuple):
    """The new units, and the pieces of the old ones that are no longer what they were."""

    units: list[Unit]
    pieces: dict[str, list[Piece]]

    def landed(self, unit: str, start: int, end: int) -> tuple[str, int, int]:
        """Return where a span of an old unit lies now; at -1 before the blank that fell away where its unit begins."""
        found = Piece(0, unit, 0)
        for piece in self.pieces.get(unit, ()):
            if piece.first <= start:
                found = piece
        return found.unit, start + found.shift, end + found.shift

    def last_piece(self, unit: str) -> str:
        """Return the unit that holds the end of an old one: what came after the old one comes after this."""
        pieces = self.pieces.get(unit)
        return pieces[-1].unit if pieces else unit


class _Open(NamedTuple):
    """A paragraph whose mark was taken away, and which waits for the next."""

    unit: Unit
    parts: list[str]
    origins: list[tuple[str, int]]


def reflow(units: Sequence[Unit], edits: Mapping[str, Sequence[Edit]]) -> Reflowed:
    """Return the units after edits of them, given by their ids; the end of a paragraph is a token more."""
    result = Reflowed([], {})
    taken = {unit.id for unit in units}
    waiting: _Open | None = None
    held: list[Unit] = []
    for unit in units:
        if waiting is None and unit.id not in edits:
            result.units.append(unit)
            continue
        if waiting is not None and unit.kind in WITHOUT_MARK:
            held.append(_edited(unit, edits.get(unit.id, ())))
            continue
        if unit.kind in WITHOUT_MARK:
            result.units.append(_edited(unit, edits[unit.id]))
            continue
        open_ = _continued(waiting, unit, edits.get(unit.id, ()))
        waiting = None
        if open_.parts[-1:] == [PARAGRAPH_MARK]:
            _close(open_, result, taken)
            result.units.extend(held)
            held = []
        else:
            waiting = open_
    if waiting is not None:
        _close(waiting._replace(parts=[*waiting.parts, PARAGRAPH_MARK]), result, taken)
    result.units.extend(held)
    return result


def _edited(unit: Unit, edits: Sequence[Edit]) -> Unit:
    return structs.replace(unit, text="".join(_applied(tokens(unit.text), edits)).strip()) if edits else unit


def _continued(waiting: _Open | None, unit: Unit, edits: Sequence[Edit]) -> _Open:
    parts = _applied([*tokens(unit.text), PARAGRAPH_MARK], edits)
    if waiting is None:
        return _Open(unit, parts, [(unit.id, 0)])
    needless = (waiting.parts[-1:] and is_space(waiting.parts[-1])) or (parts and is_space(parts[0]))
    blank = [] if needless or (parts[:1] and parts[0] in CLOSING_MARKS) else [" "]
    before = [*waiting.parts, *blank]
    return _Open(waiting.unit, [*before, *parts], [*waiting.origins, (unit.id, len(before))])


def _applied(base: list[str], edits: Sequence[Edit]) -> list[str]:
    result: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        result += base[at : edit.start]
        result += tokens("".join(edit.words))
        at = edit.end
    return result + base[at:]


def _close(open_: _Open, result: Reflowed, taken: Container[str]) -> None:
    """Part a closed paragraph at its marks, make units of the parts, and note where everything lies."""
    own = open_.unit.id
    free = (f"{own}.{nth}" for nth in count(2) if f"{own}.{nth}" not in taken)
    starts = [0, *(at + 1 for at, token in enumerate(open_.parts) if token == PARAGRAPH_MARK)]
    for nth, (first, after) in enumerate(pairwise(starts), 1):
        parts = open_.parts[first : after - 1]
        skipped = 1 if parts and is_space(parts[0]) else 0
        text = "".join(parts)
        id = own if nth == 1 else next(free)
        number = open_.unit.number if nth == 1 else ""
        result.units.append(structs.replace(open_.unit, id=id, text=text.strip(), number=number))
        for origin, offset in open_.origins:
            if offset < after:
                piece = Piece(max(0, first - offset), id, offset - first - skipped)
                result.pieces.setdefault(origin, []).append(piece)
