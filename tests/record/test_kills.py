"""A writer that is killed at any moment has entered what it answered, once; the log opens again by itself."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kengesh.record.log import Log
from kengesh.record.mirror import mirror
from kengesh.record.verify import examine_record
from kengesh.record.writer import Writer
from tests.record.keeper import KEEPER, new_log

# Appends statements for ever, alone and in steps, and says of each that was answered its number and its index.
APPENDER = """
import sys
from pathlib import Path
from kengesh.record.writer import Writer
from tests.record.keeper import KEEPER, statements
number = int(sys.argv[2])
with Writer(Path(sys.argv[1]), KEEPER) as writer:
    while True:
        for many in (1, 1, 100, 1, 256):
            for offset, index in enumerate(writer.append(statements(number, number + many))):
                print(number + offset, index, flush=True)
            number += many
"""


def kill_often(record: Path, rounds: int, chance: random.Random) -> None:
    new_log(record)
    answered: dict[int, int] = {}
    for turn in range(rounds):
        start = 1_000_000 * (turn + 1)
        process = subprocess.Popen(
            [sys.executable, "-c", APPENDER, str(record), str(start)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        lines = [process.stdout.readline()]  # it is at work
        time.sleep(chance.uniform(0, 0.2))
        process.kill()
        lines += process.stdout.read().splitlines()
        process.wait()
        process.stdout.close()
        answered |= dict(tuple(map(int, line.split())) for line in lines if len(line.split()) == 2)  # type: ignore[misc]
        with Writer(record, KEEPER):
            pass
        check(record, answered)
    examine_record(record)


def check(record: Path, answered: dict[int, int]) -> None:
    entries = list(Log.open(record).entries())
    assert len(set(entries)) == len(entries)
    for number, index in answered.items():
        assert b'"number":%d,' % number in entries[index]


def test_a_writer_that_is_killed_has_entered_what_it_answered(tmp_path: Path) -> None:
    kill_often(tmp_path / "record", 3, random.Random(2025))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_a_writer_that_is_killed_a_hundred_times(tmp_path: Path, seed: int) -> None:
    kill_often(tmp_path / "record", 25, random.Random(seed))


def test_a_log_that_grows_verifies_and_is_mirrored_at_any_moment(tmp_path: Path) -> None:
    record = new_log(tmp_path / "record").path
    process = subprocess.Popen(
        [sys.executable, "-c", APPENDER, str(record), "1000000"], stdout=subprocess.DEVNULL
    )
    try:
        sizes = []
        while not sizes or (sizes[-1] < 1000 and process.poll() is None):
            sizes.append(examine_record(record, processes=1).log.size)
            assert mirror(record, tmp_path / "mirror", processes=1).size >= sizes[-1]
    finally:
        process.kill()
        process.wait()
    assert sizes == sorted(sizes) and sizes[-1] >= 1000
    examine_record(tmp_path / "mirror")
