"""How fast acts are entered durably, beside SQLite alone and beside pymerkle's store in SQLite.

Ours is one act an entry: validated, signed, admitted, hashed, on the disk under a signed checkpoint. SQLite (WAL,
synchronous=FULL) stores the same bytes and does nothing else; pymerkle stores and hashes them.

    python -m bench.record_append [--entries 20000] [--lone 500] [--runs 3]
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pymerkle import SqliteTree

from bench.logs import act, new_log, note, steps
from bench.machine import describe_machine, seconds, show, show_goal
from kengesh.acts import problems
from kengesh.desk.kinds import every_kind
from kengesh.record.note import Signer
from kengesh.record.threads import each
from kengesh.record.tree import EMPTY_ROOT
from kengesh.record.writer import Writer

GOAL = 5_000

Run = Callable[[Path, int], float]  # in a new folder, so many entries: seconds


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=20_000)
    asked.add_argument("--lone", type=int, default=500)
    asked.add_argument("--runs", type=int, default=3)
    options = asked.parse_args()
    print(
        f"Durable entry of {options.entries:,} acts in steps of 256, and of {options.lone} alone, "
        f"median of {options.runs} runs"
    )
    print(f"  {describe_machine('pymerkle')}", flush=True)
    ours = rate(append_in_steps, options.entries, options.runs)
    sqlite = rate(sqlite_in_batches, options.entries, options.runs)
    show_goal("ours: acts validated, signed, entered, in steps of 256", ours, GOAL, "/s")
    show("SQLite WAL synchronous=FULL, the same bytes in batches of 256", f"{sqlite:,.0f}/s")
    show("ours / SQLite", f"{ours / sqlite:.3f}")
    lone = rate(append_alone, options.lone, options.runs)
    commits = rate(sqlite_alone, options.lone, options.runs)
    pymerkle = rate(pymerkle_alone, options.lone, options.runs)
    show("ours, one act a step", f"{lone:,.0f}/s")
    show("SQLite WAL synchronous=FULL, one a commit", f"{commits:,.0f}/s")
    show("pymerkle's SQLite store, one an append", f"{pymerkle:,.0f}/s")
    show("ours / SQLite, alone", f"{lone / commits:.3f}")
    show("ours / pymerkle, alone", f"{lone / pymerkle:.3f}")


def rate(run: Run, entries: int, runs: int) -> float:
    """Return entries in a second, the median of several runs, each in a folder of its own."""
    times = []
    for _number in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            times.append(run(Path(folder), entries))
    return entries / statistics.median(times)


def append_in_steps(folder: Path, entries: int) -> float:
    """Enter acts 256 at a time, from the act to the answer."""
    signer, kinds = new_log(folder / "record"), every_kind()

    def run() -> None:
        with Writer(folder / "record", signer) as writer:
            for numbers in steps(entries):
                if any(problems(act(number), kinds) for number in numbers):
                    raise ValueError("an act of the measurement is not valid")
                seen = (writer.size, writer.root)
                writer.append(each(partial(note, signer=signer, seen=seen), numbers))

    return seconds(run)


def append_alone(folder: Path, entries: int) -> float:
    """Enter acts one by one."""
    signer, kinds = new_log(folder / "record"), every_kind()

    def run() -> None:
        with Writer(folder / "record", signer) as writer:
            for number in range(entries):
                if problems(act(number), kinds):
                    raise ValueError("an act of the measurement is not valid")
                writer.append([note(number, signer, (writer.size, writer.root))])

    return seconds(run)


def sqlite_in_batches(folder: Path, entries: int) -> float:
    """Store the same bytes in SQLite, 256 a commit."""
    notes = ready_notes(entries)
    database = opened(folder)

    def run() -> None:
        for numbers in steps(entries):
            with database:
                database.executemany(
                    "INSERT INTO entry (note) VALUES (?)", [(notes[number],) for number in numbers]
                )

    taken = seconds(run)
    database.close()
    return taken


def sqlite_alone(folder: Path, entries: int) -> float:
    """Store the same bytes in SQLite, one a commit."""
    notes = ready_notes(entries)
    database = opened(folder)

    def run() -> None:
        for one in notes:
            with database:
                database.execute("INSERT INTO entry (note) VALUES (?)", (one,))

    taken = seconds(run)
    database.close()
    return taken


def pymerkle_alone(folder: Path, entries: int) -> float:
    """Append the same bytes to pymerkle's tree in SQLite, one by one, with its own settings."""
    notes = ready_notes(entries)
    with SqliteTree(str(folder / "tree.db")) as tree:

        def run() -> None:
            for one in notes:
                tree.append_entry(one)

        return seconds(run)


def opened(folder: Path) -> sqlite3.Connection:
    """Return a new database for notes."""
    database = sqlite3.connect(folder / "notes.db")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, note BLOB NOT NULL)")
    database.commit()
    return database


def ready_notes(entries: int) -> list[bytes]:
    """Return signed notes of the size that ours have."""
    signer = Signer("kengesh.local/bench/00000000", bytes(32))
    return [note(number, signer, (0, EMPTY_ROOT)) for number in range(entries)]


if __name__ == "__main__":
    main()
