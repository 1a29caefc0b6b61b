"""Two ways to say what is in a view, so that they can be compared: ours, and that of any other reader."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kengesh.texts.units import Text, UnitKind

_MARK = re.compile("⁅[^⁆]*⁆")


def lines(text: Text | None) -> list[str]:
    """Return the paragraphs of a text, one a line, with their numbers; footnotes at the end, as LibreOffice tells them."""
    assert text is not None
    body = [unit for unit in text.units if unit.kind is not UnitKind.FOOTNOTE]
    notes = [unit for unit in text.units if unit.kind is UnitKind.FOOTNOTE]
    found: list[str] = []
    for unit in (*body, *notes):
        kind = {UnitKind.CELL: "c", UnitKind.FOOTNOTE: "f"}.get(unit.kind, "p")
        for at, words in enumerate(unit.text.split("¶")):
            number = "" if at else unit.number
            found.append(f"{kind}|{number}|{_MARK.sub('*', words)}")
    return blanks_as_one(found)


def blanks_as_one(found: Sequence[str]) -> list[str]:
    """Return lines without those that have no words; a run of blanks is one."""
    lines = ("|".join(" ".join(part.split()) for part in line.split("|", 2)) for line in found)
    return [line for line in lines if words_of(line)]


def words_of(line: str) -> str:
    """Return the words of a line, without what it is and its number."""
    return line.split("|", 2)[2]
