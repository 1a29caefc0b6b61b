"""Writing again after the private side of a log was lost or is old: only when no copy is known to be ahead.

A log must never sign two different heads of one size. When ``record.writer/`` is gone, nobody here knows whether a later
head was signed and given away; the other copies do. So the record is verified, compared with every copy that can be had,
and only if none is ahead and none tells another story is the private side made anew from the record.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from kengesh.record.compare import Relation, compare
from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, Files
from kengesh.record.log import Log
from kengesh.record.staging import WAIT_SECONDS, Head, Staging, is_damaged, writer_folder
from kengesh.record.surroundings import files_beyond
from kengesh.record.verify import Examination, Progress, examine_record
from kengesh.terms.messages import _


class ResumeRefused(RecordError):
    """The private side is not made anew; the sentence says which copy stands against it."""


def resume_writer(
    path: Path | str,
    against: Sequence[Path | str],
    progress: Progress | None = None,
    files: Files = FILES,
) -> Log:
    """Make ``DIR.writer/`` anew for the record in `path`, shown against these copies of it, at least one.

    Raises ResumeRefused, VerificationFailed, NotComparable, WriterBusy, OSError, sqlite3.Error.
    """
    path = Path(path)
    if not against:
        says = _(
            "{folder}: name at least one other copy of the log: kengesh resume-writer {folder} --against MIRROR"
        )
        raise ResumeRefused(says.format(folder=path))
    examination = examine_record(path, progress)
    for copy in against:
        _check_copy(path, Path(copy))
    staging = _open_staging(path, files)
    try:
        with staging.locked(WAIT_SECONDS):
            _check_private_side(path, staging, examination)
            for beyond in files_beyond(path, examination.log.size):
                files.remove(path / beyond)  # of a step that was never answered nor published
            if examination.checked.size != examination.log.size:
                examination = examine_record(path, progress)
            staging.replace(_head(examination), list(examination.checked.texts))
    finally:
        staging.close()
    return examination.log


def _check_copy(path: Path, copy: Path) -> None:
    if copy.exists() and copy.samefile(path):
        says = _("{copy}: is the record itself; name another copy of it, kept elsewhere.")
        raise ResumeRefused(says.format(copy=copy))
    found = compare(path, copy)
    if found.relation is Relation.SECOND_AHEAD:
        says = _(
            "{copy}: is ahead: it has {copied} entries, {folder} has {size}. Bring the record up to date first: kengesh "
            "mirror {copy} {folder}"
        )
        raise ResumeRefused(
            says.format(copy=copy, copied=found.second_size, folder=path, size=found.first_size)
        )
    if found.relation is Relation.FORK:
        says = _(
            "{copy}: tells another story from entry {entry} on. Nothing is written to a log with two stories; keep the "
            "evidence: kengesh compare {folder} {copy}"
        )
        raise ResumeRefused(says.format(copy=copy, entry=found.fork_at, folder=path))


def _open_staging(path: Path, files: Files) -> Staging:
    """Open the private side; one that is damaged is put aside, any other error (busy, full, read-only) is raised."""
    folder = writer_folder(path)
    try:
        return _readable(folder, files)
    except sqlite3.DatabaseError as error:
        if not is_damaged(error):
            raise
    for name in ("writer.sqlite", "writer.sqlite-wal", "writer.sqlite-shm"):
        if (folder / name).exists():
            files.rename(folder / name, folder / f"{name}.damaged")
    return Staging(folder, files)


def _readable(folder: Path, files: Files) -> Staging:
    staging = Staging(folder, files)
    try:
        staging.head()
    except sqlite3.Error:
        staging.close()
        raise
    return staging


def _check_private_side(path: Path, staging: Staging, examination: Examination) -> None:
    """See that the private side that is there knows of nothing that the files do not tell."""
    head, size = staging.head(), examination.log.size
    if head is None:
        return
    if head.size > size:
        says = _(
            "{folder}: its private side knows a later head ({signed} entries) than the files here ({size}). It is not lost: "
            "start the writer, which finishes an interrupted step, or bring the files up to date from a copy."
        )
        raise ResumeRefused(says.format(folder=path, signed=head.size, size=size))
    if examination.checked.tree.root(head.size) != head.root:
        says = _(
            "{folder}: its private side has signed another root for {signed} entries than these files have: two stories. "
            "Nothing is written to such a log; show {private} to those who hold copies."
        )
        raise ResumeRefused(says.format(folder=path, signed=head.size, private=writer_folder(path)))


def _head(examination: Examination) -> Head:
    log, checked = examination.log, examination.checked
    return Head(log.size, log.root, log.checkpoint, log.size, checked.entered_at, checked.keys.as_json())
