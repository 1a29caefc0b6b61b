"""Earliest arrivals when arcs follow the clock: gates that open at certain hours, and services that leave at certain times.

Dijkstra's method with a moment for each node is right as long as who comes later to an arc never leaves it earlier (first in, first
out), which waiting guarantees: both kinds of arc here wait (K. L. Cooke and E. Halsey, The shortest route through a network with
time-dependent internodal transit times, 1966; E. W. Dijkstra, 1959; B. C. Dean, Shortest paths in FIFO time-dependent networks, 2004).

Moments and durations are in hours; the clock is read by the remainder, so hour 30 is six in the morning of the second day.

Limits: a gate is passed at the moment of coming to it while open, and what follows (the arc's duration) may run past closing; a
service has room for everybody. How the mean waits come about without a timetable is in `waits`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

import numpy as np

from .graph import Floats, Graph, Ints
from .shortest import NO_ARC, Path, checked, path_of, reversed_tuple

DAY = 24.0
IN_TIME = 1e-9
"""Hours by which sums of durations may be late through rounding alone. Without this a connection made to the minute waits a week."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Open every day from `opens` until before `closes`; past midnight where closing is the smaller; always where they are equal."""

    opens: float
    closes: float

    def __post_init__(self) -> None:
        if not (0 <= self.opens <= DAY and 0 <= self.closes <= DAY):
            raise ValueError(f"opening hours are between 0 and 24; these are {self.opens} to {self.closes}")

    def leaves(self, moment: float) -> float:
        """When one who comes at this moment goes through."""
        length = (self.closes - self.opens) % DAY
        since = (moment - self.opens) % DAY
        return moment if length == 0 or since < length else moment + (DAY - since)


@dataclass(frozen=True, slots=True)
class Departures:
    """Leaves at `times` of every period of `period` hours: 168 for a weekly timetable. A service that never leaves has none."""

    times: tuple[float, ...]
    period: float

    def __post_init__(self) -> None:
        if not 0 < self.period < inf or any(not 0 <= time < self.period for time in self.times):
            raise ValueError(f"departures are from 0 to before {self.period} hours; these are {self.times}")

    def leaves(self, moment: float) -> float:
        """When one who comes at this moment leaves; one who comes at the moment of departure is in time."""
        clock = moment % self.period
        waits = [(time - clock) % self.period for time in self.times]
        return moment + min((0.0 if self.period - wait < IN_TIME else wait for wait in waits), default=inf)


Clock = Opening | Departures


@dataclass(frozen=True, slots=True, eq=False)
class Arrivals:
    """The earliest `moments` at all nodes, and the `arcs` by which they are reached; infinity and NO_ARC where none leads."""

    graph: Graph
    durations: Floats
    moments: Floats
    arcs: Ints
    leaves: Floats
    """For each node reached, when its arc was entered after waiting."""

    def path_to(self, target: int) -> Path | None:
        """The path of the earliest arrival, its length the hours in motion; None where no way leads."""
        if self.moments[target] == inf:
            return None
        arcs = list[int]()
        while (arc := int(self.arcs[target])) != NO_ARC:
            arcs.append(arc)
            target = int(self.graph.tails[arc])
        return path_of(self.durations, reversed_tuple(arcs))

    def waits_along(self, path: Path) -> tuple[float, ...]:
        """The wait before each arc of a path given by `path_to`."""
        return tuple(
            float(self.leaves[self.graph.heads[arc]] - self.moments[self.graph.tails[arc]])
            for arc in path.arcs
        )


def earliest_arrivals(
    graph: Graph, durations: Floats, clocks: Mapping[int, Clock], source: int, departure: float
) -> Arrivals:
    """Set out from the source at a stated moment. `clocks` are those of the arcs that have one. Raises BadWeight."""
    durations = checked(graph, durations)
    if not abs(departure) < inf:
        raise ValueError(f"the departure is at {departure}; it is a finite number of hours")
    moments, arcs = np.full(graph.nodes, inf), np.full(graph.nodes, NO_ARC, dtype=np.int32)
    leaves = np.full(graph.nodes, inf)
    moments[source] = departure
    heads, starts, hours = graph.heads.tolist(), graph.starts.tolist(), durations.tolist()
    heap = [(departure, source)]
    while heap:
        moment, node = heappop(heap)
        if moment > moments[node]:
            continue
        for arc in range(starts[node], starts[node + 1]):
            left = clocks[arc].leaves(moment) if arc in clocks else moment
            if left + hours[arc] < moments[heads[arc]]:
                moments[heads[arc]], arcs[heads[arc]], leaves[heads[arc]] = left + hours[arc], arc, left
                heappush(heap, (left + hours[arc], heads[arc]))
    return Arrivals(graph, durations, moments, arcs, leaves)
