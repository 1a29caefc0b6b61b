"""Run a job: make what is missing of its draws, keep it in parts, and give all draws in order.

    done = run(job, folder, executor="processes", progress=lambda draws, of: ...)
    done.columns["hours"]

Neither the executor, the number of workers nor the chunk changes a digit (what a job has to promise for it: :mod:`.job`).
A part is put on the disk as soon as it is made, in whatever order. A run that is stopped by Ctrl-C, by an error or by the
death of its process goes on, when it is called again, from the parts that are there.

Parts are under way for as many workers as there are, twice over; no more are in memory than that. :func:`run` joins them
all at the end; who has more than fits in memory takes them one by one from :func:`parts`.

A part whose worker died is tried again, three times in all (:mod:`.under_way`). In a pool of processes one death ends all
that is under way, and each such part counts a try; a Dask scheduler hands the work on by itself a few times before the
death reaches us. An error of the job is not tried again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kengesh.corridors.runs.chance import check_draws, check_seed
from kengesh.corridors.runs.errors import RunError
from kengesh.corridors.runs.executors import WAIT_SECONDS, Kind, Means
from kengesh.corridors.runs.job import Columns, Job, Part, check_name, joined
from kengesh.corridors.runs.parts import Kept, Store
from kengesh.corridors.runs.plan import Piece, cut, pieces
from kengesh.corridors.runs.under_way import UnderWay
from kengesh.terms.messages import _

CHUNK = 200  # draws: thousands of draws give every worker some, and a part is more than its own overhead

Progress = Callable[[int, int], None]


@dataclass(eq=False)
class Account:
    """What a run found and did: draws kept from earlier, draws made, parts tried again, sentences on what was set aside."""

    kept: int = 0
    made: int = 0
    tried_again: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Done:
    """All draws of a run, in order, and its account."""

    run: str
    draws: int
    columns: Columns
    account: Account


def run(
    job: Job,
    folder: Path | None = None,
    executor: Kind = "serial",
    scheduler: str | None = None,
    workers: int | None = None,
    chunk: int = CHUNK,
    progress: Progress | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> Done:
    """Run a job to its end and return all its draws. Without a folder nothing is kept.

    `workers`: how many processes (None: one for each core), or Dask workers to wait for. `progress` is called in this process
    with the draws that are there and all draws. `wait_seconds`: for a scheduler to answer, then for its workers.
    Raises RunError and its kinds (PartFailed, WorkersDied, WorkersDiffer, NoCluster, NotThisRun, MissingLibrary), OSError.
    """
    account = Account()
    means = Means(executor, scheduler, workers, wait_seconds)
    columns = joined(list(parts(job, folder, means, chunk, progress, account)))
    return Done(job.name, job.draws, columns, account)


def parts(
    job: Job,
    folder: Path | None,
    means: Means,
    chunk: int = CHUNK,
    progress: Progress | None = None,
    account: Account | None = None,
) -> Iterator[Part]:
    """Yield the parts of a run in the order of the draws; `account` is filled on the way. Raises as :func:`run`."""
    _check(job, chunk)
    course = _Course(job, folder, means, chunk, progress, account or Account())
    try:
        yield from course.parts()
    finally:
        course.end()


class _Course:
    """One run, from its plan to its end."""

    def __init__(
        self,
        job: Job,
        folder: Path | None,
        means: Means,
        chunk: int,
        progress: Progress | None,
        account: Account,
    ) -> None:
        self._job, self._chunk, self._progress, self._account = job, chunk, progress, account
        self._store = None if folder is None else Store(folder, job)
        self._under_way = UnderWay(job, means, self._keep)

    def parts(self) -> Iterator[Part]:
        kept = self._store.kept() if self._store else []
        left = deque(pieces(self._job.draws, self._chunk, kept))
        while left or self._under_way:
            while left and self._under_way.has_room():
                piece = left.popleft()
                if piece.kept is None:
                    self._under_way.begin(piece.first, piece.last)
                elif not self._take_kept(piece, piece.kept):
                    left.extendleft(reversed(list(cut(piece.first, piece.last, self._chunk))))
            if self._under_way:
                yield self._under_way.oldest()

    def end(self) -> None:
        try:
            self._under_way.stop()
        finally:
            self._account.tried_again = self._under_way.tried_again
            self._account.notes = list(self._store.notes) if self._store else []

    def _take_kept(self, piece: Piece, kept: Kept) -> bool:
        """Use a part of an earlier run; False if it is damaged."""
        assert self._store is not None
        part = self._store.read(kept)
        if part is None:
            return False
        self._under_way.put(part.cut(piece.first, piece.last))
        self._account.kept += piece.last - piece.first
        self._tell()
        return True

    def _keep(self, part: Part) -> None:
        if self._store:
            self._store.write(part)
        self._account.made += part.last - part.first
        self._tell()

    def _tell(self) -> None:
        if self._progress:
            self._progress(self._account.kept + self._account.made, self._job.draws)


def _check(job: Job, chunk: int) -> None:
    check_name(job.name)
    check_seed(job.seed)
    check_draws(0, job.draws)
    if job.draws < 1:
        raise RunError(_("a run has 1 draw or more; {draws} were asked for.").format(draws=job.draws))
    if chunk < 1:
        raise RunError(_("a part has 1 draw or more; the chunk is {chunk}.").format(chunk=chunk))
