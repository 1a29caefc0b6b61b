"""Several processes that examine bundles side by side, their reports in the order of the bundles.

The workers are plain child processes with pipes: unlike a pool of :mod:`multiprocessing` they neither copy nor import the
program that asks, so they work from a notebook, from a script without a main guard, from a server with threads, and in
the same way on Linux, macOS and Windows. They are out of reach of Ctrl-C, which stops the asking process; a worker ends
when its input does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import BinaryIO, cast

import msgspec

from kengesh.record.errors import RecordError
from kengesh.record.examining import BundleReport, Job, examine, read_message, write_message
from kengesh.record.threads import cores
from kengesh.record.tile import TILE_WIDTH
from kengesh.terms.messages import _

SMALL = 8 * TILE_WIDTH  # entries; below that a worker takes longer to start than to work


class WorkerGone(RecordError):
    """A worker process ended in the middle of its work."""


def processes_for(entries: int, asked: int | None) -> int:
    """Return how many processes to use for so many entries: those asked for, else one for each core, one if it is little."""
    if asked is not None:
        return max(1, asked)
    if entries < SMALL or not sys.executable:
        return 1
    return min(cores(), entries // TILE_WIDTH)


def examined(jobs: Iterable[Job], processes: int) -> Generator[BundleReport, None, None]:
    """Yield the report of each job, in the order of the jobs; closing it ends the workers. Raises WorkerGone."""
    if processes == 1:
        yield from map(examine, jobs)
        return
    workers = [_Worker() for _number in range(processes)]
    free: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def ask(job: Job) -> BundleReport:
        worker = free.get()
        try:
            return worker.ask(job)
        finally:
            free.put(worker)

    with ThreadPoolExecutor(processes) as threads:
        waiting: deque[Future[BundleReport]] = deque()
        try:
            for job in jobs:
                waiting.append(threads.submit(ask, job))
                if len(waiting) > 2 * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            for worker in workers:
                worker.stop()


class _Worker:
    def __init__(self) -> None:
        paths = os.pathsep.join(path or os.getcwd() for path in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "kengesh.record.examining"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            process_group=None if sys.platform == "win32" else 0,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._jobs, self._reports = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)

    def ask(self, job: Job) -> BundleReport:
        try:
            write_message(self._jobs, msgspec.msgpack.encode(job))
            answer = read_message(self._reports)
        except OSError:
            answer = None
        if answer is None:
            says = _("a process that was checking signatures ended (exit code {code}); run the check again.")
            raise WorkerGone(says.format(code=self._process.poll()))
        return msgspec.msgpack.decode(answer, type=BundleReport)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._jobs, self._reports):
            try:
                pipe.close()
            except OSError:
                pass  # bytes meant for the worker that it will not read any more
