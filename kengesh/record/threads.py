"""The same work on many things, on all cores: Ed25519 leaves Python's lock while it works."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

FEWEST = 32  # things; below that threads take longer to start than they save


def each(work: Callable[[Thing], Result], things: Sequence[Thing]) -> list[Result]:
    """Return what `work` makes of each thing, in their order; of several errors, that of the first thing is raised."""
    threads = min(cores(), len(things) // FEWEST)
    if threads < 2:
        return [work(thing) for thing in things]
    bounds = [len(things) * number // threads for number in range(threads + 1)]

    def share(number: int) -> list[Result]:
        return [work(thing) for thing in things[bounds[number] : bounds[number + 1]]]

    with ThreadPoolExecutor(threads) as pool:
        return [result for results in pool.map(share, range(threads)) for result in results]


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
