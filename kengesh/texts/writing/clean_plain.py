"""One version as plain text: its paragraphs with their numbers, for people and for :mod:`kengesh.texts.reading.plain`.

One line a paragraph, a blank line between two; a row of a table is one line, its cells parted by `` | ``; the footnotes
stand at the end, ``[^1]: ...``, and their marks where they are referred to.

Done: words, numbers, footnotes. Partly: tables keep their words and rows, and are read again as paragraphs. Not done:
kinds, levels and ids, which plain text has not; a ``¶`` in a cell or a footnote stays that sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kengesh.texts.compiling.laid_out import CELLS_PARTED, LaidOut, rows_of
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS
from kengesh.texts.units import Text, Unit, UnitKind

_MARK = re.compile(f"{FOOTNOTE_OPENS}([^{FOOTNOTE_CLOSES}]*){FOOTNOTE_CLOSES}")


def version_plain(text: Text) -> str:
    """Return a version as plain text."""
    notes = footnote_numbers(text)
    laid = LaidOut(text)
    lines = [line for block in laid.blocks for line in _lines(block, notes)]
    lines += [f"[^{notes[unit.id]}]: {with_typed_marks(unit.text, notes)}" for unit in laid.footnotes]
    return "\n\n".join(lines) + "\n"


def footnote_numbers(text: Text) -> dict[str, str]:
    """Return by what number each footnote is typed, by its id: its place among the footnotes."""
    footnotes = [unit.id for unit in text.units if unit.kind is UnitKind.FOOTNOTE]
    return {id: str(number) for number, id in enumerate(footnotes, 1)}


def with_typed_marks(words: str, notes: Mapping[str, str]) -> str:
    """Return words in which the marks of footnotes are typed: ``[^1]``; one without a footnote stays as it is."""
    return _MARK.sub(lambda mark: f"[^{notes[mark[1]]}]" if mark[1] in notes else mark[0], words)


def numbered(unit: Unit) -> str:
    """Return the words of a unit after its number."""
    return f"{unit.number} {unit.text}".strip()


def _lines(block: tuple[Unit, ...], notes: Mapping[str, str]) -> Iterator[str]:
    if block[0].place is None:
        yield with_typed_marks(numbered(block[0]), notes)
        return
    for row in rows_of(block):
        yield with_typed_marks(CELLS_PARTED.join(numbered(cell) for cell in row), notes)
