"""The results of a run in a folder: ``FOLDER/RUN/part-FIRST-LAST.parquet``, the draws from FIRST up to LAST.

RUN is the name of the job; FIRST and LAST have twelve digits; the file is described in :mod:`.part_file`. A part appears under
its name whole and on the disk, or not at all, so a run may be stopped at any moment and loses no part that was finished.

- A part that is not whole, or whose numbers do not have their hash, is *damaged*: it is set aside as ``NAME.damaged``, a
  note says so, and its draws are made anew.
- A part of another run or seed, of other draws than its name says, or with other columns than the rest is *refused*
  (NotThisRun): somebody moved it there, or the formula changed and the job's name did not. Nothing is written then.
- Files with other names are left alone, but for what interrupted writes left behind an hour ago or earlier.

Not done: a folder is not locked. Two processes on one run at a time do the work twice, and write the same numbers.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

from kengesh.corridors.runs.errors import RunError, library
from kengesh.corridors.runs.job import Job, Part
from kengesh.corridors.runs.part_file import DamagedPart, Form, Head, read_head, read_part, written
from kengesh.record.files import FILES, is_temporary, replace
from kengesh.terms.messages import _

LEFTOVER_SECONDS = 3600.0  # a write takes seconds: a temporary file of that age has lost its writer
_NAME = re.compile(r"part-(\d{12})-(\d{12})\.parquet")


class NotThisRun(RunError):
    """A part in the folder of a run that does not belong to it."""


@dataclass(frozen=True)
class Kept:
    """A part that an earlier run finished: the draws from `first` up to `last`."""

    first: int
    last: int
    path: Path


class Store:
    """The parts of one run."""

    def __init__(self, folder: Path, job: Job) -> None:
        """Raises MissingLibrary where Parquet files cannot be read here."""
        library("pyarrow.parquet", "parquet")
        self._top, self._run, self._seed = folder, job.name, job.seed
        self._form: Form | None = None
        self._whose: Path | None = None
        self.folder = folder / job.name
        self.notes: list[str] = []

    def kept(self) -> list[Kept]:
        """Return the parts that are there, by their first draw; what is damaged is set aside. Raises NotThisRun, OSError."""
        self._remove_leftovers()
        found = []
        for path in sorted(self.folder.glob("part-*.parquet")):
            if _NAME.fullmatch(path.name):
                try:
                    head = read_head(path)
                except DamagedPart as damage:
                    self._set_aside(path, damage)
                    continue
                self._check(path, head)
                found.append(Kept(head.first, head.last, path))
        return found

    def read(self, kept: Kept) -> Part | None:
        """Return the numbers of a part; None if it is damaged, and set aside by now. Raises OSError."""
        try:
            return read_part(kept.path)
        except DamagedPart as damage:
            self._set_aside(kept.path, damage)
            return None

    def write(self, part: Part) -> None:
        """Put a part on the disk. Raises NotThisRun where it has other columns than those there, OSError."""
        path = self.folder / f"part-{part.first:012d}-{part.last:012d}.parquet"
        self._check_form(path, part.form)
        replace(FILES, path, written(part, self._run, self._seed), self._top)

    def _check(self, path: Path, head: Head) -> None:
        if (head.run, head.seed) != (self._run, self._seed):
            says = _(
                "{file}: is a part of run {run} with seed {seed}, not of this one; move it away. Nothing was written."
            )
            raise NotThisRun(says.format(file=path, run=head.run, seed=head.seed))
        if (head.first, head.last) != _range(path):
            says = _(
                "{file}: holds the draws from {first} up to {last}, not those of its name; give it its own name "
                "again or move it away. Nothing was written."
            )
            raise NotThisRun(says.format(file=path, first=head.first, last=head.last))
        self._check_form(path, head.form)

    def _check_form(self, path: Path, form: Form) -> None:
        if self._form is None:
            self._form, self._whose = form, path
        elif form != self._form:
            says = _(
                "{file}: has the columns {columns}, but {other} of the same run has {others}. The formula changed and "
                "the name of the run did not: name the new formula in the job. It was not written."
            )
            raise NotThisRun(
                says.format(file=path, columns=_words(form), other=self._whose, others=_words(self._form))
            )

    def _set_aside(self, path: Path, damage: DamagedPart) -> None:
        FILES.rename(path, path.with_name(path.name + ".damaged"))
        first, last = _range(path)
        says = _(
            "{damage} It is set aside as {name}.damaged; the draws from {first} up to {last} are made anew."
        )
        self.notes.append(says.format(damage=damage, name=path.name, first=first, last=last))

    def _remove_leftovers(self) -> None:
        for path in self.folder.glob(".part-*.tmp"):
            if is_temporary(path.name) and time.time() - path.stat().st_mtime > LEFTOVER_SECONDS:
                FILES.remove(path)


def _range(path: Path) -> tuple[int, int]:
    found = _NAME.fullmatch(path.name)
    assert found is not None  # only files with such names come here
    return int(found[1]), int(found[2])


def _words(form: Form) -> str:
    return ", ".join(f"{name} ({kind})" for name, kind in form)
