"""Reading the sheets that a mapping names: heads found, rows taken, each cell's place kept for what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kengesh.corridors.exchange.mapped import Cells, read_mapped
from kengesh.corridors.exchange.mapping import TableMapping
from kengesh.corridors.exchange.rows import Spot, Tables
from kengesh.corridors.exchange.spreadsheet.sheets import NO_RESULT, Grid, grids_of, names_of
from kengesh.corridors.network.files import Record
from kengesh.corridors.network.problems import Problem, Where
from kengesh.terms.messages import _

ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")


def read_spreadsheet(path: Path, mapping: Sequence[TableMapping]) -> Tables:
    """Return the tables of a network from a planner's .xlsx or .csv. Raises NetworkError with every mistake, OSError."""
    problems: list[Problem] = []
    grids = grids_of(path, [one.sheet for one in mapping])
    found = []
    for one in mapping:
        if one.sheet not in grids:
            says = _("there is no sheet “{sheet}”: found {sheets}.")
            told = says.format(sheet=one.sheet, sheets=", ".join(names_of(path)))
            problems.append(Problem(Where(path.name, 1), "", "", told))
            continue
        found.append(Cells(one, list(_records(grids[one.sheet], one, path.name, problems))))
    return read_mapped(found, problems)


def _records(grid: Grid, mapping: TableMapping, file: str, problems: list[Problem]) -> Iterator[Record]:
    """Yield the rows under the head that say anything in a column that was asked for."""
    places = _head(grid, mapping, file, problems)
    if places is None:
        return
    for line, row in enumerate(grid[mapping.header :], mapping.header + 1):
        cells = {name: row[place] for name, place in places.items() if place < len(row)}
        if not any(cells.values()):
            continue
        spot = _spot(mapping, file, line)
        broken = [problem for name, text in cells.items() if (problem := _unusable(spot, name, text))]
        problems += broken
        if not broken:
            yield Record(spot, cells)


def _head(grid: Grid, mapping: TableMapping, file: str, problems: list[Problem]) -> dict[str, int] | None:
    """Return where the columns stand that were asked for; None where one is missing, or stands twice."""
    head = [_folded(cell) for cell in grid[mapping.header - 1]] if mapping.header <= len(grid) else []
    spot = _spot(mapping, file, mapping.header)
    before = len(problems)
    for name in mapping.asked():
        count = head.count(_folded(name))
        if count == 0:
            says = _("there is no such column: found {names}.").format(
                names=", ".join(one for one in head if one) or "—"
            )
            problems.append(Problem(spot, "", _("column {column}").format(column=name), says))
        elif count > 1:
            says = _("this column stands twice.")
            problems.append(Problem(spot, "", _("column {column}").format(column=name), says))
    return None if len(problems) > before else {name: head.index(_folded(name)) for name in mapping.asked()}


def _folded(text: str) -> str:
    """A column's name in one line: in a head of Excel it is often broken over two."""
    return " ".join(text.split())


def _unusable(spot: Spot, name: str, text: str) -> Problem | None:
    column = _("column {column}").format(column=name)
    if text == NO_RESULT:
        says = _(
            "a formula without its result. Open the file in Excel and save it, so that the result is stored."
        )
        return Problem(spot, "", column, says)
    if text in ERRORS:
        return Problem(spot, "", column, _("the cell holds the error {error} of Excel.").format(error=text))
    return None


def _spot(mapping: TableMapping, file: str, line: int) -> Spot:
    if mapping.sheet:
        return Spot(file, line, _("sheet {sheet}, row {row}").format(sheet=mapping.sheet, row=line))
    return Spot(file, line, _("{file}, row {row}").format(file=file, row=line))
