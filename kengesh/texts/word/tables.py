"""Tables: every cell a paragraph with its place, in each view by the rows and cells that the view has.

Rows and cells may be inserted or deleted as a whole. A cell that spans rows is one cell with its place; words in a cell
that is covered by another are kept, after those of the one that covers it. A table in a cell has no place of its own:
its words stand in that cell, a ¶ between its cells, and it is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kengesh.terms.messages import _
from kengesh.texts.units import Place
from kengesh.texts.word.markup import VAL, Element, W, child, value, whole
from kengesh.texts.word.revisions import Fate, changes_in
from kengesh.texts.word.state import Reading
from kengesh.texts.word.views import Draft, View, joined

MOST_COLUMNS = 1000  # Word allows 63
_ROW, _CELL = f"{W}tr", f"{W}tc"
_PROPERTIES = frozenset(
    f"{W}{name}" for name in ("tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "tcPr")
)


@dataclass
class _Grid:
    """Where a view is in a table."""

    view: View
    row: int = 0
    column: int = 1
    covering: dict[int, Draft] = field(default_factory=dict)  # the cell that spans down a column
    left: Draft | None = None


def table(reading: Reading, element: Element, fate: Fate) -> None:
    """Read a table."""
    reading.flush()
    if reading.cells:
        reading.report("nested", _("A table within a cell was read as paragraphs of that cell."))
        _nested(reading, element, fate)
        return
    reading.tables += 1
    name = f"t{reading.tables}"
    grids = (_Grid(reading.accepted), _Grid(reading.rejected))
    for row in _within(element, _ROW):
        _row(reading, row, fate, grids, name)


def _within(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through content controls and the like."""
    pending = [iter(element)]
    while pending:
        one = next(pending[-1], None)
        if one is None:
            pending.pop()
        elif one.tag == tag:
            yield one
        elif one.tag not in _PROPERTIES:
            pending.append(iter(one))


def _under(reading: Reading, properties: Element | None, fate: Fate) -> Fate:
    for revision in changes_in(properties):
        fate = fate.under(reading.count(revision))
    return fate


def _nested(reading: Reading, element: Element, fate: Fate) -> None:
    for row in _within(element, _ROW):
        row_fate = _under(reading, child(row, f"{W}trPr"), fate)
        for cell in _within(row, _CELL):
            reading.walk(cell, _under(reading, child(cell, f"{W}tcPr"), row_fate))
            reading.flush()


def _row(reading: Reading, row: Element, fate: Fate, grids: tuple[_Grid, _Grid], name: str) -> None:
    properties = child(row, f"{W}trPr")
    fate = _under(reading, properties, fate)
    skipped = whole(value(properties, f"{W}gridBefore"), 0, MOST_COLUMNS, 0)
    for grid, live in zip(grids, (fate.accepted, fate.rejected), strict=True):
        grid.row += live
        grid.column, grid.left = 1 + skipped, None
    for cell in _within(row, _CELL):
        _cell(reading, cell, fate, grids, name)


def _cell(reading: Reading, cell: Element, fate: Fate, grids: tuple[_Grid, _Grid], name: str) -> None:
    properties = child(cell, f"{W}tcPr")
    fate = _under(reading, properties, fate)
    paragraph_fields = reading.fields
    reading.fields = type(reading.fields)()
    reading.enter()
    reading.cells += 1
    reading.walk(cell, fate)
    reading.cells -= 1
    reading.fields = paragraph_fields
    merges = _merges(properties)
    for grid, live, merge in zip(grids, (fate.accepted, fate.rejected), merges, strict=True):
        draft, notes = joined(grid.view.leave())
        if live:
            _place(grid, draft, notes, properties, merge, name)
    reading.submitted.leave_cell(somewhere=fate.accepted or fate.rejected)


def _merges(properties: Element | None) -> tuple[str, str]:
    """How a cell is merged with the one above it, in the accepted and in the rejected view."""
    stated = child(properties, f"{W}vMerge")
    now = "" if stated is None else stated.get(VAL, "continue")
    change = child(properties, f"{W}cellMerge")
    if change is None:
        return now, now
    words = {"cont": "continue", "rest": "restart"}
    new, old = change.get(f"{W}vMerge"), change.get(f"{W}vMergeOrig")
    return words.get(new, now) if new else now, words.get(old, "") if old else ""


def _place(
    grid: _Grid, draft: Draft, notes: list[Draft], properties: Element | None, merge: str, name: str
) -> None:
    span = whole(value(properties, f"{W}gridSpan"), 1, MOST_COLUMNS, 1)
    column = grid.column
    grid.column += span
    above = grid.covering.get(column)
    beside = grid.left if (value(properties, f"{W}hMerge") == "continue" or _goes_on(properties)) else None
    frame = grid.view.frame
    if merge == "continue" and above is not None and above.place is not None:
        above.place = Place(
            name, above.place.row, column, grid.row - above.place.row + 1, above.place.columns
        )
        _cover(above, draft)
        grid.left = None
    elif beside is not None and beside.place is not None:
        place = beside.place
        beside.place = Place(name, place.row, place.column, place.rows, column + span - place.column)
        _cover(beside, draft)
    else:
        draft.place = Place(name, grid.row, column, 1, span)
        frame.done.append(draft)
        grid.left = draft
        grid.covering.pop(column, None)
        if merge:
            grid.covering[column] = draft
    frame.done.extend(notes)


def _goes_on(properties: Element | None) -> bool:
    merge = child(properties, f"{W}hMerge")
    return merge is not None and VAL not in merge.attrib


def _cover(covering: Draft, covered: Draft) -> None:
    if covered.length and covering.length:
        covering.add(covered)
    elif covered.length:
        covering.pieces, covering.length = covered.pieces, covered.length
        covering.number, covering.anchors = covered.number, covered.anchors
