"""Runs on a Dask cluster: a real scheduler and real workers, on the loopback address alone, one of them killed during the run."""

from __future__ import annotations

import json
import os
import pickle
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kengesh.corridors.runs.executors import NoCluster
from kengesh.corridors.runs.running import Done, run
from kengesh.corridors.runs.under_way import PartFailed
from kengesh.corridors.runs.versions import versions
from kengesh.corridors.runs.work import Unlike, make
from tests.corridors.runs.jobs import LONG, ROOT, Closures, Fatal, Faulty, Journey, Watched, same, until

pytest.importorskip("distributed")


class Cluster:
    """A scheduler and its workers as processes; all are stopped at the end of the test."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
        file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", str(file))
        until(lambda: file.exists() and file.read_text(encoding="utf-8").endswith("}"), "the scheduler")
        self.address: str = json.loads(file.read_text(encoding="utf-8"))["address"]

    def start_worker(self) -> subprocess.Popen[bytes]:
        alone = (
            "--no-nanny",
            "--nthreads",
            "1",
            "--memory-limit",
            "0",
        )  # nobody starts it again when it is killed
        return self._start("worker", self.address, *alone, "--local-directory", str(self._folder))

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"{what}-{len(self._processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", what, *arguments, "--host", "127.0.0.1", "--no-dashboard"],
                env=self._environment, stdout=log, stderr=log,
            )  # fmt: skip
        self._processes.append(process)
        return process

    def stop(self) -> None:
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.wait()


@contextmanager
def started(folder: Path, **settings: str) -> Iterator[Cluster]:
    folder.mkdir()
    cluster = Cluster(folder, **settings)
    try:
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with started(tmp_path / "cluster") as cluster:
        yield cluster


def in_thread(ask: Callable[[], Done]) -> Callable[[], Done]:
    """Start a run in a thread; return how to wait for its result, or for its error."""
    found: list[Done | BaseException] = []

    def work() -> None:
        try:
            found.append(ask())
        except BaseException as error:
            found.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()

    def result() -> Done:
        thread.join(LONG)
        assert found, "the run did not end"
        if isinstance(found[0], BaseException):
            raise found[0]
        return found[0]

    return result


def begun(folder: Path, first: int) -> list[int]:
    """The processes that began a part, by its first draw."""
    path = folder / f"began-{first}"
    return [int(line) for line in path.read_text(encoding="utf-8").split()] if path.exists() else []


def test_a_run_gives_the_digits_of_one_process_though_a_worker_is_killed_during_it(
    cluster: Cluster, tmp_path: Path
) -> None:
    workers = {worker.pid: worker for worker in [cluster.start_worker() for _number in range(3)]}
    job = Watched(100, folder=tmp_path, free=10)
    told: list[int] = []
    result = in_thread(
        lambda: run(
            job, tmp_path / "results", executor="dask", scheduler=cluster.address, workers=3, chunk=10,
            progress=lambda made, of: told.append(made), wait_seconds=LONG,
        )
    )  # fmt: skip
    until(lambda: any(begun(tmp_path, first) for first in range(10, 100, 10)), "a part that waits")
    [first, *_others] = [first for first in range(10, 100, 10) if begun(tmp_path, first)]
    [victim] = begun(tmp_path, first)
    workers[victim].kill()
    workers[victim].wait()
    (tmp_path / "go").touch()
    done = result()
    assert same(done.columns, Journey(100).part(0, 100)) and told == sorted(told) and told[-1] == 100
    [died, took_over] = begun(tmp_path, first)
    assert died == victim and took_over in workers.keys() - {victim}
    assert same(run(job, tmp_path / "results").columns, done.columns)  # and from the parts, alone

    # The two that are left go on with other jobs, and pass errors on.
    again = run(Closures(200), executor="dask", scheduler=cluster.address, chunk=23, wait_seconds=LONG)
    assert same(again.columns, Closures(200).part(0, 200))
    with pytest.raises(PartFailed, match="draws 10 to 19: the job failed: ZeroDivisionError") as failure:
        run(Faulty(30, at=15), executor="dask", scheduler=cluster.address, chunk=10, wait_seconds=LONG)
    assert isinstance(failure.value.__cause__, ZeroDivisionError)


def test_a_part_that_the_scheduler_gave_up_is_tried_again(tmp_path: Path) -> None:
    with started(tmp_path / "cluster", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as cluster:
        for _number in range(2):
            cluster.start_worker()
        job = Fatal(40, at=15, folder=tmp_path)
        done = run(job, executor="dask", scheduler=cluster.address, workers=2, chunk=10, wait_seconds=LONG)
    assert same(done.columns, Journey(40).part(0, 40)) and done.account.tried_again >= 1


def test_a_scheduler_that_dies_during_a_run_ends_it_with_a_sentence_and_the_parts_are_kept(
    cluster: Cluster, tmp_path: Path
) -> None:
    cluster.start_worker()
    job = Watched(100, folder=tmp_path, free=30)
    result = in_thread(
        lambda: run(
            job, tmp_path / "results", executor="dask", scheduler=cluster.address, chunk=10, wait_seconds=LONG
        )
    )
    home = tmp_path / "results" / job.name
    until(
        lambda: len(list(home.glob("part-*"))) == 3 and bool(begun(tmp_path, 30)),
        "three parts and one under way",
    )
    cluster.scheduler.kill()
    with pytest.raises(NoCluster, match="the scheduler is gone. Parts that were finished are kept"):
        result()
    assert run(Journey(100), tmp_path / "results", chunk=10).account.kept == 30


def test_a_scheduler_without_workers_gets_a_sentence(cluster: Cluster) -> None:
    with pytest.raises(
        NoCluster, match=r"fewer than 1 workers came within 0.2 seconds. Start one with: dask worker tcp"
    ):
        run(Journey(10), executor="dask", scheduler=cluster.address, wait_seconds=0.2)


def test_an_address_where_nobody_answers_gets_a_sentence() -> None:
    with socket.socket() as taken:  # bound, and not listening
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(NoCluster, match=f"{address}: no Dask scheduler answered within 0.2 seconds"):
            run(Journey(10), executor="dask", scheduler=address, wait_seconds=0.2)


def test_a_listener_that_is_no_scheduler_gets_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(NoCluster, match="no Dask scheduler answered within 0.2 seconds"):
            run(Journey(10), executor="dask", scheduler=address, wait_seconds=0.2)


@pytest.mark.parametrize("address", ["", "nonsense://x", "tcp://127.0.0.1:port", "tcp://127.0.0.1:99999"])
def test_an_address_that_is_none_gets_a_sentence(address: str) -> None:
    with pytest.raises(NoCluster, match="no Dask scheduler answered"):
        run(Journey(10), executor="dask", scheduler=address, wait_seconds=0.2)


def test_a_worker_with_other_versions_does_no_work() -> None:
    packed = pickle.dumps(Journey(10))
    assert make(packed, (("kengesh", "0.0"), ("numpy", "2.0")), 0, 10) == Unlike(versions())
