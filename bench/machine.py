"""What every measurement says of itself: the machine, the versions, the median of several runs."""

from __future__ import annotations

import platform
import sqlite3
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from kengesh.record.threads import cores

LIBRARIES = ("cryptography", "msgspec")


def describe_machine(*libraries: str) -> str:
    """Return one paragraph on what this runs on, with the versions of our libraries and of these."""
    named = ", ".join(f"{name} {version(name)}" for name in (*LIBRARIES, *libraries))
    return (
        f"{_processor()}, {cores()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {named}"
    )


def seconds(run: Callable[[], object]) -> float:
    """Return how many seconds one run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def median_seconds(run: Callable[[], object], runs: int) -> float:
    """Return the median of the seconds that several runs take."""
    return statistics.median(seconds(run) for _number in range(runs))


def show(what: str, value: str) -> None:
    """Print one line of the result."""
    print(f"  {what:<68} {value:>14}", flush=True)


def show_goal(what: str, found: float, goal: float, unit: str = "", at_most: bool = False) -> None:
    """Print a figure beside its goal, and whether it is met."""
    met = found <= goal if at_most else found >= goal
    sign = "at most" if at_most else "at least"
    verdict = "met" if met else "MISSED"
    show(f"{what} (goal: {sign} {goal:,.4g}{unit}; {verdict})", f"{found:,.4g}{unit}")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
