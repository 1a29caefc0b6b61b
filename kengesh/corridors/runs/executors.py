"""Who does the work: this process, processes of this machine, or a Dask cluster; each behind an executor of the standard library.

A *crew* has an executor, says how many parts it can have under way, and can be renewed after a worker's death. The parts'
digits do not depend on the crew.

- ``serial``: an executor that does each thing when it is asked.
- ``processes``: :class:`concurrent.futures.ProcessPoolExecutor` with processes started afresh (*spawn*), on every system alike. A
  script that asks for it needs ``if __name__ == "__main__":`` around what it does, or each process would run it again.
- ``dask``: the executor of ``distributed.Client``. Workers need the same versions of kengesh and numpy. Whoever reaches a
  scheduler can run any program on its workers, and they send what is unpickled here: use one that you trust, and
  ``tls://`` beyond your own machine.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Thread
from typing import Any, Literal, ParamSpec, Protocol, TypeVar, get_args

from kengesh.corridors.runs.errors import RunError, library
from kengesh.corridors.runs.work import start_process
from kengesh.record.threads import cores
from kengesh.terms.messages import _

Kind = Literal["serial", "processes", "dask"]
WAIT_SECONDS = 20.0  # for a scheduler to answer, and for its workers to be there
GRACE_SECONDS = 1.0  # so that distributed, which knows the reason, gives up first
AHEAD = 2  # parts for each worker: one under way, one waiting, so that none is idle while a part is put on the disk

Given = ParamSpec("Given")
Result = TypeVar("Result")


class NoCluster(RunError):
    """A Dask scheduler that does not answer, has no workers, or is gone."""


@dataclass(frozen=True)
class Means:
    """Who is to do the work. `workers`: how many processes (None: one for each core), or Dask workers to wait for (None: one)."""

    executor: Kind = "serial"
    scheduler: str | None = None
    workers: int | None = None
    wait_seconds: float = WAIT_SECONDS

    def __post_init__(self) -> None:
        if self.executor not in get_args(Kind):
            says = _("{executor} is not an executor; choose one of {executors}.")
            raise RunError(says.format(executor=self.executor, executors=", ".join(get_args(Kind))))
        if (self.executor == "dask") != (self.scheduler is not None):
            raise RunError(
                _("the executor dask takes the address of a scheduler, and no other executor does.")
            )
        if self.workers is not None and self.workers < 1:
            raise RunError(
                _("{workers} workers cannot do anything; give 1 or more.").format(workers=self.workers)
            )


class Serial(Executor):
    """An executor that does each thing at once, in this process. Ctrl-C is not kept in a future: it stops the caller."""

    def submit(
        self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Result]:
        """Do it, and return it done."""
        future: Future[Result] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Crew(Protocol):
    """Workers that are there until they are stopped."""

    executor: Executor
    width: int  # how many parts may be under way
    died: tuple[type[BaseException], ...]  # what a future raises when a worker died
    gone: tuple[type[BaseException], ...]  # what it raises when nobody is left to ask

    def renew(self) -> None:
        """Replace what a worker's death broke."""

    def stop(self) -> None:
        """Stop whatever is under way and let go of the workers."""


def crew(means: Means) -> Crew:
    """Return a crew. Raises MissingLibrary, NoCluster where there is none to be had."""
    if means.scheduler is not None:
        return _Cluster(means.scheduler, means.workers or 1, means.wait_seconds)
    return _Alone() if means.executor == "serial" else _Processes(means.workers or cores())


class _Alone:
    def __init__(self) -> None:
        self.executor: Executor = Serial()
        self.width = 1
        self.died: tuple[type[BaseException], ...] = ()
        self.gone: tuple[type[BaseException], ...] = ()

    def renew(self) -> None:
        """Nothing breaks here."""

    def stop(self) -> None:
        """Nothing is under way here."""


class _Processes:
    def __init__(self, workers: int) -> None:
        self._workers = workers
        self.width = AHEAD * workers
        self.died: tuple[type[BaseException], ...] = (BrokenExecutor,)
        self.gone: tuple[type[BaseException], ...] = ()
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self._end, self._leash = context.Pipe(duplex=False)
        self.executor: Executor = ProcessPoolExecutor(
            self._workers, mp_context=context, initializer=start_process, initargs=(self._end,)
        )

    def renew(self) -> None:
        self.stop()
        self._start()

    def stop(self) -> None:
        self._leash.close()  # the processes end, whatever they are doing
        self.executor.shutdown(wait=True, cancel_futures=True)
        self._end.close()


class _Cluster:
    def __init__(self, scheduler: str, workers: int, wait_seconds: float) -> None:
        distributed = library("distributed", "cluster")
        self._client: Any = _client(distributed, scheduler, wait_seconds)
        try:
            self._client.wait_for_workers(workers, timeout=wait_seconds)
            threads = sum(self._client.nthreads().values())
        except TimeoutError:
            self._client.close()
            says = _(
                "{scheduler}: fewer than {workers} workers came within {seconds} seconds. Start one with: "
                "dask worker {scheduler}"
            )
            raise NoCluster(says.format(scheduler=scheduler, workers=workers, seconds=wait_seconds)) from None
        self.executor: Executor = self._client.get_executor(pure=False)
        self.width = AHEAD * threads
        self.died: tuple[type[BaseException], ...] = (distributed.KilledWorker,)
        self.gone: tuple[type[BaseException], ...] = (CancelledError, asyncio.CancelledError)

    def renew(self) -> None:
        """The scheduler gives the work of a dead worker to another one by itself."""

    def stop(self) -> None:
        self.executor.shutdown(wait=False)
        self._client.close()


def _client(distributed: Any, scheduler: str, wait_seconds: float) -> Any:
    """Return a client of a scheduler, asked for in a thread: to a listener that says nothing distributed waits for ever."""
    answer: Future[Any] = Future()

    def ask() -> None:
        try:
            answer.set_result(distributed.Client(scheduler, timeout=wait_seconds, set_as_default=False))
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=ask, daemon=True).start()
    try:
        return answer.result(wait_seconds + GRACE_SECONDS)
    except (OSError, ValueError, TypeError) as error:
        answer.add_done_callback(_let_go)
        says = _(
            "{scheduler}: no Dask scheduler answered within {seconds} seconds ({why}). Start one with: dask scheduler"
        )
        why = str(error) or type(error).__name__
        raise NoCluster(says.format(scheduler=scheduler, seconds=wait_seconds, why=why)) from error


def _let_go(answer: Future[Any]) -> None:
    """Close a client that came too late."""
    if answer.exception() is None:
        answer.result().close()
