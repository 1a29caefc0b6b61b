"""The shape of a unit's paragraph: its style by kind, its indents by level, its label typed before it.

A label is text and a tabulator, and the paragraph hangs from it; nothing is numbered by Word, so nothing renumbers
itself when a paragraph is put in before it. Titles and headings have their label on the line, with a blank after it.
"""

from __future__ import annotations

from kengesh.texts.units import Unit, UnitKind
from kengesh.texts.word.write_xml import run, tab

STEP = 709  # 12.5 mm in twentieths of a point: how far one level stands from the next
DEEPEST = 8  # levels: further in there is no room for words
STYLES = {
    UnitKind.TITLE: "Title",
    UnitKind.PREAMBULAR: "PreambularParagraph",
    UnitKind.OPERATIVE: "OperativeParagraph",
    UnitKind.SUBPARAGRAPH: "SubParagraph",
    UnitKind.PARAGRAPH: "Normal",
    UnitKind.CELL: "TableText",
    UnitKind.FOOTNOTE: "FootnoteText",
    UnitKind.ROW: "Normal",
    UnitKind.COLUMN: "Normal",
}
HEADING_LEVELS = 6
_ON_THE_LINE = (UnitKind.TITLE, UnitKind.HEADING, UnitKind.CELL, UnitKind.FOOTNOTE)


def shape_of(unit: Unit, *, hangs: bool) -> str:
    """Return the properties of a unit's paragraph; it hangs where a label stands before it."""
    return _style(unit) + _indent(unit, hangs)


def label_runs(unit: Unit, label: str, looks: str = "", *, deleted: bool = False) -> str:
    """Return a label and what parts it from the words: a tabulator, or a blank on the line of a title or a cell."""
    if not label:
        return ""
    if unit.kind in _ON_THE_LINE:
        return run(f"{label} ", looks, deleted=deleted)
    return run(label, looks, deleted=deleted) + tab(looks)


def _style(unit: Unit) -> str:
    heading = f"Heading{min(max(unit.level, 1), HEADING_LEVELS)}"
    name = heading if unit.kind is UnitKind.HEADING else STYLES[unit.kind]
    return "" if name == "Normal" else f'<w:pStyle w:val="{name}"/>'


def _indent(unit: Unit, hangs: bool) -> str:
    if unit.kind in _ON_THE_LINE:
        return ""
    level = max(unit.level, 1) if unit.kind is UnitKind.SUBPARAGRAPH else unit.level
    steps = min(level + hangs, DEEPEST)
    if hangs:
        return f'<w:ind w:left="{steps * STEP}" w:hanging="{STEP}"/>'
    return f'<w:ind w:left="{steps * STEP}"/>' if steps else ""
