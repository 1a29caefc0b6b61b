"""How fast a record is folded, what the state weighs, and how long a question takes as the record grows.

The record is a pack repeated to 1,000,000 acts. It is folded up to 10,000 acts, to 100,000 and to the end, as a server
would that follows a growing log; at each size questions are asked through the same door as everyone's, about bodies
that were not asked about before (first) and then again (again), at the whole record and at an old `known_at`.

    python -m bench.fold [--pack central_asia] [--acts 1000000]
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.machine import describe_machine, seconds, show_goal
from bench.repeated import patterns_of, repeated, write_record
from kengesh.desk.kinds import every_kind
from kengesh.mechanism.record import Mechanism

FOLD_GOAL = 200_000  # acts a second
MEMORY_GOAL = 1024  # bytes an act
ASK_GOAL = 1.0  # milliseconds
STEPS = (10_000, 100_000)
ASKED = 200  # bodies asked about at each size


def main() -> None:
    """Make the record, then measure in a process of its own, where nothing else takes memory."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pack", default="central_asia")
    asked.add_argument("--acts", type=int, default=1_000_000)
    asked.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.measure is not None:
        measure(options.measure)
        return
    patterns = patterns_of(options.pack)
    acts = sum(len(group) for group in patterns)
    print(f"Folding the pack {options.pack} ({acts:,} acts) repeated to {options.acts:,} acts")
    print(f"  {describe_machine()}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record"
        checkpoints = write_record(record, repeated(patterns, options.acts), STEPS.__contains__)
        for place, checkpoint in enumerate(checkpoints):
            (record / f"checkpoint.{place}").write_bytes(checkpoint)
        command = [sys.executable, "-m", "bench.fold", "--measure", str(record)]
        subprocess.run(command, check=True)


def measure(folder: Path) -> None:
    """Fold a record checkpoint by checkpoint, and ask at each."""
    checkpoints = sorted(folder.glob("checkpoint.*"))
    _move_to(folder, checkpoints[0])
    _warm(folder)
    before = resident_bytes()
    record, took = None, 0.0
    for checkpoint in checkpoints:
        _move_to(folder, checkpoint)
        start = time.perf_counter()
        if record is None:
            record = Mechanism.open(folder, every_kind())
        else:
            record.refresh()
        took += time.perf_counter() - start
        if checkpoint is checkpoints[-1]:
            gc.collect()
            weight = (resident_bytes() - before) / record.state.acts
        _ask(record)
    assert record is not None
    show_goal("fold, acts from the files of the log", record.state.acts / took, FOLD_GOAL, "/s")
    show_goal("memory of the state an act", weight, MEMORY_GOAL, " bytes", at_most=True)


def _warm(folder: Path) -> None:
    """Load what asking loads, so that memory counts the state alone."""
    record = Mechanism.open(folder, every_kind())
    body, party = _bodies(record, 1, record.state.acts)[0]
    record.ask("members", body=body, on="2026-01-01")
    record.ask("status", party=party, body=body, on="2026-01-01")


def _ask(record: Mechanism) -> None:
    size, acts = record.state.size, record.state.acts
    for known_at in dict.fromkeys((size, size // 2)):
        limit = record.state.acts_at(known_at)
        asked = _bodies(record, ASKED, limit)
        at = f"{acts:>9,} acts" + ("" if known_at == size else ", known at half")

        def members(body: str, party: str, known_at: int = known_at) -> object:
            return record.ask("members", body=body, on="2026-01-01", known_at=known_at)

        def status(body: str, party: str, known_at: int = known_at) -> object:
            return record.ask("status", party=party, body=body, on="2026-01-01", known_at=known_at)

        for name, ask in (("status", status), ("members", members)):
            half = asked[::2] if name == "status" else asked[1::2]
            first, again = _milliseconds(ask, half), _milliseconds(ask, half)
            show_goal(f"{at}: {name}, first", first, ASK_GOAL, " ms", at_most=True)
            show_goal(f"{at}: {name}, again", again, ASK_GOAL, " ms", at_most=True)


def _milliseconds(ask: Callable[[str, str], object], asked: Sequence[tuple[str, str]]) -> float:
    """Return the median time of a question about each of these bodies."""
    return 1000 * statistics.median(
        [seconds(lambda pair=pair: ask(*pair)) for pair in asked]  # type: ignore[misc]
    )


def _bodies(record: Mechanism, wanted: int, limit: int) -> list[tuple[str, str]]:
    """Return bodies from all over the record, each with a party that has a status in it."""
    begun = record.state.of_kind("begin-participation/1", limit)
    step = max(1, len(begun) // (4 * wanted))
    pairs = {}
    for number in begun[::step]:
        fields = record.store.act(number).fields
        pairs.setdefault(fields["body"], fields["party"])
    return list(pairs.items())[:: max(1, len(pairs) // wanted)]


def _move_to(folder: Path, checkpoint: Path) -> None:
    (folder / "checkpoint").write_bytes(checkpoint.read_bytes())


def resident_bytes() -> int:
    """Return how much memory this process holds, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    main()
