"""Jobs for the tests of runs, in a module of their own so that other processes can import them; and how to wait and compare."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kengesh.corridors.runs.chance import uniforms
from kengesh.corridors.runs.job import Columns, run_name
from kengesh.corridors.runs.spread import by_quantiles, triangular, two_point, values

ROOT = Path(__file__).parents[3]
LONG = 60.0  # seconds to wait for what has to happen, on a busy machine too

KEYS = ("dwell:altynkol", "crossing:dostyk", "wait:aktau")
SPREADS = (by_quantiles(8, 20, 60), triangular(1, 2, 9), two_point(0, 240, 0.05))


@dataclass(frozen=True)
class Journey:
    """Hours over two stops and a wait: one row for each draw."""

    draws: int
    seed: int = 7
    formula: str = "1"

    @property
    def name(self) -> str:
        return run_name({"question": "journey", "seed": self.seed, "formula": self.formula})

    def part(self, first: int, last: int) -> Columns:
        hours = values(SPREADS, uniforms(self.seed, KEYS, first, last))
        total = hours[:, 0] + hours[:, 1] + hours[:, 2]
        return {"hours": total, "stormbound": hours[:, 2] > 0, "days": (total // 24).astype(np.int32)}


@dataclass(frozen=True)
class Closures:
    """The stops of each draw that took longer than a day: no, one or several rows for each draw."""

    draws: int
    seed: int = 7

    @property
    def name(self) -> str:
        return run_name({"question": "closures", "seed": self.seed})

    def part(self, first: int, last: int) -> Columns:
        hours = values(SPREADS, uniforms(self.seed, KEYS, first, last))
        draw, stop = np.nonzero(hours > 24)
        return {
            "draw": draw.astype(np.int64) + first,
            "stop": stop.astype(np.uint8),
            "hours": hours[draw, stop],
        }


@dataclass(frozen=True)
class Watched(Journey):
    """A journey that leaves a file for each part begun, named by its first draw, and waits until a file says go."""

    folder: Path = field(default=Path())
    free: int = 0  # draws below it do not wait

    def part(self, first: int, last: int) -> Columns:
        with (self.folder / f"began-{first}").open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{os.getpid()}\n")
        while first >= self.free and not (self.folder / "go").exists():
            time.sleep(0.01)
        return super().part(first, last)


@dataclass(frozen=True)
class Fatal(Journey):
    """A journey whose process dies at one draw: always, or (where a folder is given) the first time."""

    at: int = 0
    folder: Path | None = None

    def part(self, first: int, last: int) -> Columns:
        again = self.folder is not None and (self.folder / "died").exists()
        if first <= self.at < last and not again:
            if self.folder is not None:
                (self.folder / "died").touch()
            os._exit(9)
        return super().part(first, last)


class Unwritable(Exception):
    """An error that pickle writes and cannot make again."""

    def __init__(self, place: str, hours: float) -> None:
        super().__init__(f"{place} has {hours} hours")


@dataclass(frozen=True)
class Faulty(Journey):
    """A journey that fails at one draw."""

    at: int = 0
    kind: str = "plain"

    def part(self, first: int, last: int) -> Columns:
        if first <= self.at < last:
            match self.kind:
                case "plain":
                    raise ZeroDivisionError("no train runs")
                case "unwritable":
                    raise Unwritable("Dostyk", -1.0)
                case "interrupt":
                    raise KeyboardInterrupt
                case "short":
                    return {"hours": np.zeros(1)}
        return super().part(first, last)


def same(left: Columns, right: Columns) -> bool:
    """Whether columns have the same names, types and bytes."""
    return [(name, column.dtype, column.tobytes()) for name, column in left.items()] == [
        (name, column.dtype, column.tobytes()) for name, column in right.items()
    ]


def until(met: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + LONG
    while not met():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.01)
