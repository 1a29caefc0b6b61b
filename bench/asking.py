"""How long a question takes from the command line, as a whole process, beside a Python that does nothing.

python -m bench.asking [--runs 15]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.machine import describe_machine, seconds, show, show_goal
from kengesh.desk.enter import new_record
from kengesh.record.keyfile import key_path, make_log_key

GOAL = 0.25  # seconds more than a Python that does nothing
BARE = (sys.executable, "-c", "pass")
QUESTIONS = (
    ("members", "consultative-meeting"),
    ("status", "TKM", "ots", "--on", "2025-11-16"),
    ("meeting", "consultative-meeting/7"),
)


def main() -> None:
    """Make the founding record, then time each question and the bare Python by turns."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=15)
    runs = asked.parse_args().runs
    print(f"Questions on the founding record as whole processes, median of {runs} runs by turns")
    print(f"  {describe_machine('typer', 'rich')}", flush=True)
    kengesh = Path(sys.executable).with_name("kengesh")
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record"
        new_record(record, make_log_key(key_path(record), "central_asia"), "central_asia")
        commands = [BARE, *((str(kengesh), *question, "--record", str(record)) for question in QUESTIONS)]
        took = [statistics.median(times) for times in by_turns(commands, runs)]
    show("python -c pass", f"{took[0]:.3f} s")
    for question, own in zip(QUESTIONS, took[1:], strict=True):
        show_goal(f"kengesh {' '.join(question)}, beyond it", own - took[0], GOAL, " s", at_most=True)


def by_turns(commands: Sequence[Sequence[str]], runs: int) -> list[list[float]]:
    """Return the seconds of every run of every command; one run of each before counts for nothing."""
    times: list[list[float]] = [[] for _command in commands]
    for number in range(runs + 1):
        for command, own in zip(commands, times, strict=True):
            took = seconds(lambda command=command: _run(command))  # type: ignore[misc]
            if number:
                own.append(took)
    return times


def _run(command: Sequence[str]) -> None:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


if __name__ == "__main__":
    main()
