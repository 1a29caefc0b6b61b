"""Which rows each file gave to the record, so that a row that vanishes from its file, or with it, is noticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from kengesh.desk.known import Known
from kengesh.desk.rows import Row, RowProblem
from kengesh.terms.messages import _

MOST_BYTES = 16_384  # of the names of rows in one act, half of what an entry holds


def loads(
    files: Mapping[str, Path],
    folders: Mapping[str, str],
    rows: Sequence[Row],
    known: Known,
    problems: list[RowProblem],
) -> Iterator[dict[str, Any]]:
    """Yield the acts that note which rows these files give beyond those that they gave before.

    What vanished is added to `problems`.
    """
    given = {row.name for row in rows}
    recorded_as = {
        file: _recorded_as(file, [row.name for row in rows if row.file == file], known) for file in files
    }
    for file, recorded in recorded_as.items():
        own = [row.name for row in rows if row.file == file]
        _check_rows(file, recorded, own, given, known, problems)
        folder = folders.get(file)
        folder = known.folder_of_file.get(recorded, folder) if folder else None
        new = [name for name in own if known.file_of_row.get(name) != recorded]
        for names in _in_parts(new):
            act = {"kind": "load-rows/1", "voice": "reported", "file": recorded, "rows": names}
            yield {**act, "folder": folder} if folder else act
    _check_files(set(recorded_as.values()), folders, recorded_as, given, known, problems)


def _recorded_as(file: str, rows: Sequence[str], known: Known) -> str:
    """Return the name under which the record knows a file.

    A copy of the file elsewhere is the same file when its base name is the same and it shares a row.
    """
    if any(known.file_of_row.get(row) == file for row in rows) or known.rows_of(file):
        return file
    base = PurePosixPath(file.replace("\\", "/")).name
    for recorded in dict.fromkeys(known.file_of_row[row] for row in rows if row in known.file_of_row):
        if PurePosixPath(recorded).name == base:
            return recorded
    return base if Path(file).is_absolute() else file


def _check_rows(
    file: str, recorded: str, own: Sequence[str], given: set[str], known: Known, problems: list[RowProblem]
) -> None:
    before = [row for row in known.rows_of(recorded) if not known.is_withdrawn(row)]
    gone = [row for row in before if row not in given]
    if before and not set(before) & set(own):
        says = _(
            "a file of this name gave the rows {rows} to the record, and none of them is here; if this is another file, give it "
            "another name; if they are gone, keep them and say withdraw: why."
        )
        problems.append(RowProblem(file, 1, "", "", says.format(rows=", ".join(before[:3]))))
        return
    for row in gone:
        says = _("row {row}, which this file gave to the record, is gone; keep it and say withdraw: why.")
        problems.append(RowProblem(file, 1, "", "", says.format(row=row)))


def _check_files(
    recorded: set[str],
    folders: Mapping[str, str],
    recorded_as: Mapping[str, str],
    given: set[str],
    known: Known,
    problems: list[RowProblem],
) -> None:
    """A folder that gave files to the record before has to give them all again."""
    here = {
        known.folder_of_file[recorded_as[file]]
        for file in folders
        if recorded_as[file] in known.folder_of_file
    }
    for file, folder in known.folder_of_file.items():
        gone = [row for row in known.rows_of(file) if row not in given and not known.is_withdrawn(row)]
        if folder in here and file not in recorded and gone:
            says = _(
                "this file, which the folder gave to the record with the row {row} and others, is gone; keep it and say "
                "withdraw: why in its rows."
            )
            problems.append(RowProblem(file, 1, "", "", says.format(row=gone[0])))


def _in_parts(names: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for name in names:
        if size > MOST_BYTES:
            yield part
            part, size = [], 0
        part.append(name)
        size += len(name.encode()) + 3
    if part:
        yield part
