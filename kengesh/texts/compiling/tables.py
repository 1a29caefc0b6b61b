"""Two versions of a table compared: cells that changed, rows and columns that were added or left out.

Rows are aligned like paragraphs, then the cells of paired rows column by column. Columns are found by the first row (the
headings). An added row or column is proposed as one unit, its cells parted by bars; one left out is its cells left out.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from kengesh.texts.comparing.units import What, align
from kengesh.texts.compiling.laid_out import Block, Row, items_of, joined_cells, rows_of
from kengesh.texts.units import Unit, UnitKind


class TableChanges(NamedTuple):
    """Cells with their new words, cells left out, and what was added, each after a cell of the base."""

    changed: list[tuple[Unit, str]]
    left_out: list[Unit]
    added: list[tuple[str, Unit]]


def compare_tables(base: Block, filed: Block) -> TableChanges:
    """Return what changed in a table."""
    changes = TableChanges([], [], [])
    rows, filed_rows = rows_of(base), rows_of(filed)
    columns = columns_of(rows[0], filed_rows[0])
    added: dict[int, list[Unit]] = {at: [] for at in range(len(filed_rows[0])) if at not in columns}
    alignment = align(items_of(map(joined_cells, rows)), items_of(map(joined_cells, filed_rows)))
    if not columns or not alignment.base_places():  # another table in the place of this one
        changes.left_out.extend(base)
        changes.added.extend((base[-1].id, _as_unit(row, UnitKind.ROW)) for row in filed_rows)
        return changes
    for step in alignment.steps:
        after = rows[step.after][-1].id if step.after >= 0 else base[0].id
        if step.what is What.LEFT_OUT:
            changes.left_out.extend(rows[step.base[0]])
        elif step.what is What.ADDED:
            row_unit = _as_unit(filed_rows[step.filed[0]], UnitKind.ROW)
            changes.added.append((after, structs.replace(row_unit, level=int(step.after < 0))))
        else:
            row, *more = (rows[at] for at in step.base)
            _compare_rows(row, filed_rows[step.filed[0]], columns, added, changes)
            changes.left_out.extend(unit for other in more for unit in other)
            changes.added.extend(
                (row[-1].id, _as_unit(filed_rows[at], UnitKind.ROW)) for at in step.filed[1:]
            )
    for at, cells in added.items():
        if not cells:  # all rows that have it were added with it
            continue
        before = [columns[other] + 1 for other in range(at) if other in columns]
        column = structs.replace(_as_unit(tuple(cells), UnitKind.COLUMN), level=max(before, default=0))
        changes.added.append((base[-1].id, column))
    return changes


def columns_of(first: Row, filed: Row) -> dict[int, int]:
    """Return, for each column of the filed table, that of the base (places from 0); an added column is left out."""
    if len(first) == len(filed):
        return {at: at for at in range(len(first))}
    alignment = align(items_of(cell.text for cell in first), items_of(cell.text for cell in filed))
    moved = {at for step in alignment.steps if step.what is What.MOVED for at in step.filed}
    return {at: place for at, place in alignment.base_places().items() if at not in moved}


def _compare_rows(
    row: Row, filed: Row, columns: dict[int, int], added: dict[int, list[Unit]], changes: TableChanges
) -> None:
    """Compare the cells of a row; those that belong to no column (of a row with merged cells, say) are a row of their own."""
    seen: set[int] = set()
    extra: list[Unit] = []
    for at, cell in enumerate(filed):
        place = at if len(row) == len(filed) else columns.get(at, len(row))
        if place < len(row) and place not in seen:
            seen.add(place)
            if row[place].text != cell.text:
                changes.changed.append((row[place], cell.text))
        elif at in added:
            added[at].append(cell)
        else:
            extra.append(cell)
    changes.left_out.extend(cell for at, cell in enumerate(row) if at not in seen)
    if extra:
        changes.added.append((row[-1].id, _as_unit(tuple(extra), UnitKind.ROW)))


def _as_unit(cells: Row, kind: UnitKind) -> Unit:
    return structs.replace(cells[0], kind=kind, text=joined_cells(cells), place=None, number="")
