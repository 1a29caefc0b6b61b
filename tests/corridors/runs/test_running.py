"""Runs by this process and by several: the same digits, taken up again after any stop, errors with their draws."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil
import pytest

from kengesh.corridors.runs.errors import RunError
from kengesh.corridors.runs.executors import Kind, Means
from kengesh.corridors.runs.job import BadPart, Job
from kengesh.corridors.runs.running import Done, parts, run
from kengesh.corridors.runs.under_way import PartFailed, WorkersDied
from tests.corridors.runs.jobs import (
    LONG,
    ROOT,
    Closures,
    Fatal,
    Faulty,
    Journey,
    Unwritable,
    Watched,
    same,
    until,
)

PROGRAM = """
import sys
from pathlib import Path
from kengesh.corridors.runs.running import run
from tests.corridors.runs.jobs import Watched

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    run(Watched(100, folder=folder, free=30), folder / "results", executor=sys.argv[2], workers=2, chunk=10)
"""


def started(folder: Path, executor: Kind) -> subprocess.Popen[bytes]:
    """Start a run of 100 draws in a process of its own that makes draws 0 to 29 and then waits at what follows."""
    program = folder / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, program, folder, executor], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    home = folder / "results" / Watched(100).name
    until(
        lambda: len(list(home.glob("part-*"))) == 3 and bool(waiting(folder)), "three parts and one under way"
    )
    return process


def waiting(folder: Path) -> set[int]:
    """The processes that began a part that they cannot finish."""
    begun = [path for path in folder.glob("began-*") if int(path.name.removeprefix("began-")) >= 30]
    return {int(line) for path in begun for line in path.read_text(encoding="utf-8").split()}


def ended(process: int) -> bool:
    try:
        return psutil.Process(process).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def resumed(folder: Path) -> tuple[Done, list[int]]:
    """Take the run up again, in this process; return it and the first draws of the parts that were begun for it."""
    for path in folder.glob("began-*"):
        path.unlink()
    (folder / "go").touch()
    done = run(Watched(100, folder=folder), folder / "results", chunk=10)
    return done, sorted(int(path.name.removeprefix("began-")) for path in folder.glob("began-*"))


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_a_run_that_was_killed_goes_on_from_the_parts_that_are_there(tmp_path: Path, executor: Kind) -> None:
    process = started(tmp_path, executor)
    process.kill()
    process.wait()
    for worker in waiting(tmp_path):
        until(partial(ended, worker), "the end of a worker whose run was killed")
    done, begun = resumed(tmp_path)
    assert begun == [30, 40, 50, 60, 70, 80, 90] and (done.account.kept, done.account.made) == (30, 70)
    assert same(done.columns, Journey(100).part(0, 100))


@pytest.mark.skipif(
    sys.platform == "win32", reason="a process is not sent Ctrl-C from another one on Windows"
)
@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_ctrl_c_stops_a_run_and_its_workers_and_leaves_the_finished_parts(
    tmp_path: Path, executor: Kind
) -> None:
    process = started(tmp_path, executor)
    workers = waiting(tmp_path) - {process.pid}
    process.send_signal(signal.SIGINT)
    assert process.wait(LONG) != 0
    for worker in workers:
        until(partial(ended, worker), "the end of a worker whose run was stopped")
    done, begun = resumed(tmp_path)
    assert begun == [30, 40, 50, 60, 70, 80, 90] and same(done.columns, Journey(100).part(0, 100))


def test_an_interrupt_in_the_midst_of_a_part_leaves_the_finished_parts(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(Faulty(100, at=35, kind="interrupt"), tmp_path, chunk=10)
    assert run(Journey(100), tmp_path, chunk=10).account.kept == 30


def test_processes_give_the_digits_that_one_process_gives(tmp_path: Path) -> None:
    for job in (Journey(300), Closures(300)):
        alone = run(job, chunk=300)
        many = run(job, tmp_path, executor="processes", workers=3, chunk=17)
        assert same(many.columns, alone.columns) and many.account.made == 300
        assert same(run(job, tmp_path, chunk=300).columns, alone.columns)


def test_a_part_whose_worker_died_is_tried_again(tmp_path: Path) -> None:
    job = Fatal(100, at=45, folder=tmp_path)
    done = run(job, tmp_path / "results", executor="processes", workers=2, chunk=10)
    assert same(done.columns, Journey(100).part(0, 100)) and done.account.tried_again >= 1


def test_a_part_at_which_workers_die_again_and_again_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    with pytest.raises(WorkersDied, match="draws 20 to 39: the worker died 3 times"):
        run(Fatal(40, at=25), tmp_path, executor="processes", workers=1, chunk=20)
    assert run(Journey(40), tmp_path, chunk=20).account.kept == 20


def test_a_script_without_a_main_guard_is_told_what_it_needs(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    asks = 'run(Journey(10), executor="processes", workers=1)'
    program.write_text(
        f"from kengesh.corridors.runs.running import run\nfrom tests.corridors.runs.jobs import Journey\n{asks}\n",
        encoding="utf-8",
    )
    answer = subprocess.run(
        [sys.executable, program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=LONG,
    )
    assert (
        answer.returncode == 1
        and 'A script that uses processes needs: if __name__ == "__main__".' in answer.stderr
    )


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_an_error_of_the_job_is_passed_on_with_its_draws_and_the_parts_before_it_are_kept(
    tmp_path: Path, executor: Kind
) -> None:
    with pytest.raises(
        PartFailed, match="draws 30 to 39: the job failed: ZeroDivisionError: no train runs"
    ) as failure:
        run(
            Faulty(100, at=33),
            tmp_path,
            executor=executor,
            workers=2 if executor == "processes" else None,
            chunk=10,
        )
    assert (failure.value.first, failure.value.last) == (30, 40)
    assert isinstance(failure.value.__cause__, ZeroDivisionError)
    assert "in part\n" in failure.value.__notes__[0]  # the traceback where it came
    # Of two processes the other may be at the part before: it is stopped, not waited for.
    assert run(Journey(100), tmp_path, chunk=10).account.kept >= (30 if executor == "serial" else 20)


def test_an_error_that_cannot_cross_processes_is_passed_on_in_words() -> None:
    with pytest.raises(PartFailed, match="Unwritable: Dostyk has -1.0 hours") as failure:
        run(Faulty(10, at=3, kind="unwritable"), executor="processes", workers=1)
    assert not isinstance(failure.value.__cause__, Unwritable)


def test_columns_that_do_not_fit_the_draws_are_named_with_them() -> None:
    with pytest.raises(
        PartFailed, match="draws 5 to 9: the job failed: BadPart: 1 rows for 5 draws"
    ) as failure:
        run(Faulty(10, at=7, kind="short"), chunk=5)
    assert isinstance(failure.value.__cause__, BadPart)


def test_progress_counts_the_draws_that_are_there_and_ends_at_all_of_them(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run(Journey(25), tmp_path, chunk=10, progress=lambda made, of: told.append((made, of)))
    assert told == [(10, 25), (20, 25), (25, 25)]
    told.clear()
    run(Journey(45), tmp_path, chunk=20, progress=lambda made, of: told.append((made, of)))
    assert told == [(10, 45), (20, 45), (25, 45), (40, 45), (45, 45)]


def test_a_part_is_not_made_before_there_is_room_for_it(tmp_path: Path) -> None:
    job = Watched(200, folder=tmp_path, free=0)
    (tmp_path / "go").touch()
    course = parts(job, None, Means("processes", workers=2), chunk=1)
    assert next(course).first == 0  # while its reader holds it, the run goes no further than it had
    begun = len(list(tmp_path.glob("began-*")))
    course.close()  # type: ignore[attr-defined]
    assert 1 <= begun <= 4 and len(list(tmp_path.glob("began-*"))) <= 4


def test_no_draw_is_asked_for_when_all_are_there(tmp_path: Path) -> None:
    run(Journey(100), tmp_path)
    none = run(Faulty(100), tmp_path, executor="dask", scheduler="tcp://127.0.0.1:9")  # nobody listens there
    assert none.account.kept == 100 and same(none.columns, Journey(100).part(0, 100))


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (
            lambda job: run(job, executor="threads"),
            "threads is not an executor; choose one of serial, processes, dask",
        ),
        (lambda job: run(job, executor="dask"), "the executor dask takes the address of a scheduler"),
        (lambda job: run(job, scheduler="tcp://127.0.0.1:1"), "and no other executor does"),
        (lambda job: run(job, executor="processes", workers=0), "0 workers cannot do anything"),
        (lambda job: run(job, chunk=0), "the chunk is 0"),
        (lambda job: run(Journey(0)), "a run has 1 draw or more; 0 were asked for"),
        (lambda job: run(Journey(1, seed=-1)), "-1 is not a seed"),
    ],
)
def test_what_cannot_be_run_is_refused_with_a_sentence(ask: Callable[[Job], Done], says: str) -> None:
    with pytest.raises(RunError, match=says):
        ask(Journey(10))


def test_neither_dask_nor_parquet_is_loaded_by_a_run_that_needs_neither() -> None:
    program = (
        "import sys; from kengesh.corridors.runs.running import run; from tests.corridors.runs.jobs import Journey; "
        "run(Journey(5)); print(sorted({'distributed', 'dask', 'pyarrow'} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout == "[]\n"
