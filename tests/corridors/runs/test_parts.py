"""Results in parts: kept whole, used as far as they fit, set aside or refused where they are not what they should be."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet
import pytest

from kengesh.corridors.runs.errors import MissingLibrary, library
from kengesh.corridors.runs.executors import Means
from kengesh.corridors.runs.job import BadPart, Columns, Job, NotAName, make_part, run_name
from kengesh.corridors.runs.part_file import DamagedPart, read_head, read_part
from kengesh.corridors.runs.parts import Kept, NotThisRun, Store
from kengesh.corridors.runs.plan import Piece, pieces
from kengesh.corridors.runs.running import parts, run
from tests.corridors.runs.jobs import Closures, Journey, same


@dataclass(frozen=True)
class Given:
    """A job that gives the columns it was made with."""

    columns: Columns
    draws: int = 4
    seed: int = 7
    name: str = "a" * 64

    def part(self, first: int, last: int) -> Columns:
        return self.columns


def files(folder: Path, job: Job) -> list[str]:
    return sorted(path.name for path in (folder / job.name).iterdir())


def test_the_columns_are_the_same_bytes_however_the_draws_were_cut(tmp_path: Path) -> None:
    for job in (Journey(40), Closures(40)):
        whole = job.part(0, 40)
        for chunk in (1, 7, 39, 40, 1000):
            kept = run(job, tmp_path / str(chunk), chunk=chunk).columns
            again = run(job, tmp_path / str(chunk), chunk=chunk).columns
            assert same(kept, whole) and same(again, whole) and same(run(job, chunk=chunk).columns, whole)


def test_a_part_is_named_by_its_run_and_its_draws_and_says_what_it_is(tmp_path: Path) -> None:
    job = Journey(250)
    run(job, tmp_path, chunk=200)
    assert files(tmp_path, job) == [
        "part-000000000000-000000000200.parquet",
        "part-000000000200-000000000250.parquet",
    ]
    head = read_head(tmp_path / job.name / "part-000000000200-000000000250.parquet")
    assert (head.run, head.seed, head.first, head.last) == (job.name, 7, 200, 250)
    assert head.form == (("hours", "<f8"), ("stormbound", "|b1"), ("days", "<i4"))


def test_any_reader_of_parquet_reads_a_part(tmp_path: Path) -> None:
    job = Journey(10)
    run(job, tmp_path)
    table = parquet.read_table(tmp_path / job.name / "part-000000000000-000000000010.parquet")
    assert table.column("hours").to_pylist() == job.part(0, 10)["hours"].tolist()


def test_every_kind_of_number_comes_back_bit_for_bit(tmp_path: Path) -> None:
    odd = np.array([-0.0, np.nan, -np.inf, 5e-324])
    odd_nan = np.array([0x7FF8000000000001, 0x7FF8000000000002, 0, 1], dtype=np.uint64).view(np.float64)
    columns: Columns = {"odd": odd, "nan": odd_nan, "yes": np.array([True, False, True, True])}
    for kind in ("i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4"):
        columns[kind] = np.array([0, 1, 100, 127], dtype=kind)
    job = Given(columns)
    run(job, tmp_path)
    assert same(run(job, tmp_path).columns, columns)


def test_columns_come_out_in_the_order_of_bytes_of_the_machine() -> None:
    part = make_part(Given({"hours": np.arange(4, dtype=">f8"), "every_other": np.arange(8)[::2]}), 0, 4)
    assert part.columns["hours"].dtype == np.dtype("=f8") and part.columns["every_other"].flags.c_contiguous


def test_draws_without_a_row_leave_a_part_with_no_rows(tmp_path: Path) -> None:
    job = Given({"draw": np.array([], dtype=np.int64), "hours": np.array([])})
    run(job, tmp_path, chunk=4)
    again = run(job, tmp_path, chunk=4)
    assert again.account.kept == 4 and same(again.columns, job.columns)


def test_a_run_with_more_draws_keeps_those_that_are_there(tmp_path: Path) -> None:
    run(Journey(100), tmp_path, chunk=30)
    more = run(Journey(150), tmp_path, chunk=30)
    assert (more.account.kept, more.account.made) == (100, 50) and same(
        more.columns, Journey(150).part(0, 150)
    )
    fewer = run(Journey(45), tmp_path, chunk=30)
    assert (fewer.account.kept, fewer.account.made) == (45, 0) and same(
        fewer.columns, Journey(45).part(0, 45)
    )


def test_parts_of_another_chunk_size_are_used_as_far_as_they_fit(tmp_path: Path) -> None:
    for job in (Journey(100), Closures(100)):
        store = Store(tmp_path, job)
        for first, last in ((10, 40), (25, 60), (30, 35), (80, 90)):
            store.write(make_part(job, first, last))
        done = run(job, tmp_path, chunk=16)
        assert (done.account.kept, done.account.made) == (60, 40) and same(done.columns, job.part(0, 100))


@pytest.mark.parametrize("seed", range(30))
def test_pieces_cover_every_draw_once_and_make_none_that_is_kept(seed: int) -> None:
    chance = np.random.default_rng(seed)
    kept = []
    for _number in range(int(chance.integers(0, 8))):
        first, length = map(int, chance.integers(0, (60, 30)))
        kept.append(Kept(first, first + length, Path("somewhere")))
    plan = list(pieces(50, 8, kept))
    assert [draw for piece in plan for draw in range(piece.first, piece.last)] == list(range(50))
    covered = {draw for one in kept for draw in range(one.first, one.last)}
    for piece in plan:
        draws = set(range(piece.first, piece.last))
        if piece.kept is None:
            assert (
                not draws & covered
                and len(draws) <= 8
                and (piece.last % 8 == 0 or piece.last in covered | {50})
            )
        else:
            assert draws <= set(range(piece.kept.first, piece.kept.last))


def test_what_no_part_covers_is_made_in_pieces_that_end_at_multiples_of_the_chunk() -> None:
    assert list(pieces(25, 10, [])) == [Piece(0, 10), Piece(10, 20), Piece(20, 25)]


@pytest.mark.parametrize("place", ["start", "numbers", "half", "end", "empty", "words"])
def test_a_damaged_part_is_set_aside_and_made_anew_and_said_so(tmp_path: Path, place: str) -> None:
    job = Journey(100)
    run(job, tmp_path, chunk=50)
    path = tmp_path / job.name / "part-000000000000-000000000050.parquet"
    data = bytearray(path.read_bytes())
    match place:
        case "start":
            data[:4] = b"PDF-"
        case "numbers":
            data[200] ^= 0x10
        case "half":
            del data[len(data) // 2 :]
        case "end":
            data[-9] ^= 0xFF
        case "empty":
            data.clear()
        case "words":
            data[:] = b"hours\n1\n"
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedPart, match="part-000000000000-000000000050.parquet"):
        read_part(path)
    done = run(job, tmp_path, chunk=20)
    assert same(done.columns, job.part(0, 100)) and (done.account.kept, done.account.made) == (50, 50)
    [note] = done.account.notes
    assert "part-000000000000-000000000050.parquet.damaged; the draws from 0 up to 50 are made anew" in note
    assert path.with_name(path.name + ".damaged").read_bytes() == bytes(data) and not path.exists()
    assert run(job, tmp_path, chunk=20).account.notes == []


def test_no_byte_of_a_part_can_change_and_its_numbers_with_it(tmp_path: Path) -> None:
    job = Closures(40)
    run(job, tmp_path)
    path = tmp_path / job.name / "part-000000000000-000000000040.parquet"
    data, damaged = path.read_bytes(), 0
    for place in range(0, len(data), 11):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        try:
            assert same(read_part(path).columns, job.part(0, 40))
        except DamagedPart:
            damaged += 1
    assert damaged > len(data) // 11 // 4  # the rest is metadata for other readers


def test_numbers_that_are_not_those_that_were_written_are_damage(tmp_path: Path) -> None:
    job = Given({"hours": np.arange(4.0)})
    run(job, tmp_path)
    path = tmp_path / job.name / "part-000000000000-000000000004.parquet"
    table = parquet.read_table(path)
    about = table.schema.metadata
    hours = table.column("hours").to_pylist()
    parquet.write_table(
        type(table).from_pydict({"hours": [*hours[:3], 99.0]}).replace_schema_metadata(about), path
    )
    done = run(job, tmp_path)
    assert (
        same(done.columns, job.columns)
        and "its numbers are not those that were written" in done.account.notes[0]
    )


def test_a_part_of_another_run_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    run(Journey(10, seed=8), tmp_path)
    stray = tmp_path / Journey(10, seed=8).name / "part-000000000000-000000000010.parquet"
    home = tmp_path / Journey(10).name
    home.mkdir()
    stray.rename(home / stray.name)
    before = (home / stray.name).read_bytes()
    with pytest.raises(NotThisRun, match=f"is a part of run {Journey(10, seed=8).name} with seed 8"):
        run(Journey(10), tmp_path)
    assert files(tmp_path, Journey(10)) == [stray.name] and (home / stray.name).read_bytes() == before


def test_a_part_under_the_name_of_other_draws_is_refused(tmp_path: Path) -> None:
    run(Journey(10), tmp_path)
    path = tmp_path / Journey(10).name / "part-000000000000-000000000010.parquet"
    path.rename(path.with_name("part-000000000010-000000000020.parquet"))
    with pytest.raises(NotThisRun, match="holds the draws from 0 up to 10, not those of its name"):
        run(Journey(20), tmp_path)


def test_a_formula_that_changed_without_its_name_is_refused(tmp_path: Path) -> None:
    old, new = Given({"hours": np.arange(4.0)}), Given({"days": np.arange(4.0)}, draws=8)
    run(old, tmp_path)
    with pytest.raises(
        NotThisRun, match=r"has the columns days \(<f8\), but .* has hours \(<f8\). The formula changed"
    ):
        run(new, tmp_path, chunk=4)
    assert files(tmp_path, old) == ["part-000000000000-000000000004.parquet"]


def test_what_an_interrupted_write_left_is_removed_when_it_is_old_and_other_files_are_left_alone(
    tmp_path: Path,
) -> None:
    job = Journey(10)
    home = tmp_path / job.name
    home.mkdir()
    for name in (".part-000000000000-000000000010.parquet.0a1b2c3d.tmp", ".part-9.tmp", "notes.txt"):
        (home / name).write_bytes(b"")
    os.utime(home / ".part-9.tmp", (time.time() - 7200, time.time() - 7200))
    run(job, tmp_path)
    assert files(tmp_path, job) == [
        ".part-000000000000-000000000010.parquet.0a1b2c3d.tmp",
        "notes.txt",
        "part-000000000000-000000000010.parquet",
    ]


def test_parts_are_there_on_the_disk_before_the_next_is_made(tmp_path: Path) -> None:
    job = Journey(6)
    seen = []
    for part in parts(job, tmp_path, Means(), chunk=2):
        seen.append((part.first, len(files(tmp_path, job))))
    assert seen == [(0, 1), (2, 2), (4, 3)]


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({}, "have 0 rows; expected columns of one length"),
        ({"hours": np.zeros(4), "days": np.zeros(3)}, "have 3, 4 rows"),
        ({"hours": np.zeros(3)}, "3 rows for 4 draws, and no column draw"),
        ({"hours": np.zeros((4, 2))}, "the column hours is an array of float64 in 2 dimensions"),
        ({"place": np.array(["Dostyk"] * 4)}, "the column place is an array of <U6"),
        ({"draw": np.array([0.0, 1.0])}, "draw numbers from 0 to 3, as int64, in rising order"),
        ({"draw": np.array([1, 0])}, "in rising order"),
        ({"draw": np.array([0, 4])}, "draw numbers from 0 to 3"),
    ],
)
def test_columns_that_a_job_may_not_give_are_refused(columns: Columns, says: str) -> None:
    with pytest.raises(BadPart, match=says):
        make_part(Given(columns), 0, 4)


def test_the_name_of_a_run_hangs_on_all_that_determines_it() -> None:
    what = {"edition": "2026-1", "scenario": "low-water", "seed": 7, "formula": "1"}
    assert run_name(what) == run_name(dict(reversed(what.items())))
    assert len({run_name({**what, key: "other"}) for key in what} | {run_name(what)}) == 5


def test_a_name_that_is_no_sha_256_is_refused_before_it_becomes_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAName, match="found '../elsewhere'"):
        run(Given({}, name="../elsewhere"), tmp_path)


def test_a_library_that_is_missing_is_asked_for_by_its_extra() -> None:
    with pytest.raises(MissingLibrary) as refusal:
        library("a_library_that_nobody_has.parquet", "parquet")
    assert 'pip install "kengesh[parquet]"' in str(refusal.value)
