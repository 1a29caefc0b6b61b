"""The linear programme of `flow_prices` for the paths known so far, checked and given to HiGHS."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack

from .demands import Demands, Rooms
from .graph import Floats, Graph, Ints
from .ragged import Paths


class FlowNotFound(RuntimeError):
    """HiGHS gave no answer; it says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    graph: Graph
    costs: Floats
    demands: Demands
    rooms: Rooms
    unmet_prices: Floats
    uses: csr_array[np.float64, tuple[int, int]]
    """Rows by arcs."""


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """`total` is the cost; `row_prices` are what a unit of room costs, zero or more."""

    amounts: Floats
    unmet: Floats
    row_prices: Floats
    prices: Floats
    total: float


def problem_of(graph: Graph, costs: Floats, demands: Demands, rooms: Rooms, unmet: Floats) -> Problem:
    """Put a problem together. Raises ValueError naming the place of a number that it cannot have."""
    for name, numbers in (("demand", demands.amounts), ("price of unmet demand", unmet), ("use", rooms.uses)):
        _refuse(name, numbers, (numbers >= 0) & (numbers < inf), "zero or more, and finite")
    _refuse("capacity", rooms.capacities, rooms.capacities >= 0, "zero or more")
    shape = (len(rooms.capacities), graph.arcs)
    uses = csr_array((rooms.uses.astype(np.float64), (rooms.rows, rooms.arcs)), shape=shape)
    return Problem(graph, costs, demands, rooms, unmet.astype(np.float64), uses)


def _refuse(name: str, numbers: Floats, fine: NDArray[np.bool_], expected: str) -> None:
    bad = np.flatnonzero(~fine)
    if len(bad):
        raise ValueError(f"{name} {bad[0]} is {numbers[bad[0]]}; it is {expected}")


def solved_with(problem: Problem, paths: Paths, demand_of: Ints) -> Solved:
    """Solve for these paths. Columns: an amount for each path, then the unmet amount of each demand."""
    demands, limited = problem.demands, np.flatnonzero(np.isfinite(problem.rooms.capacities))
    count = len(paths)
    over = csr_array((np.ones(len(paths.arcs)), paths.arcs, paths.starts), shape=(count, problem.graph.arcs))
    use = (problem.uses @ over.T).tocsr()[limited]
    of = csr_array((np.ones(count), (demand_of, np.arange(count))), shape=(len(demands), count))
    nothing = csr_array((len(limited), len(demands)), dtype=np.float64)
    one = csr_array((np.ones(len(demands)), (np.arange(len(demands)), np.arange(len(demands)))))
    # linprog takes sparse matrices; the types that are published for it do not say so.
    rooms_used: Any = hstack([use, nothing])
    demands_met: Any = hstack([of, one])
    found = linprog(
        np.concatenate([paths.sums(problem.costs), problem.unmet_prices]),
        A_ub=rooms_used,
        b_ub=problem.rooms.capacities[limited],
        A_eq=demands_met,
        b_eq=demands.amounts,
        method="highs",
    )
    if found.status != 0 or found.x is None or found.fun is None:
        raise FlowNotFound(found.message)
    row_prices = np.zeros(len(problem.rooms.capacities))
    row_prices[limited] = np.maximum(-found.ineqlin.marginals, 0.0)
    return Solved(found.x[:count], found.x[count:], row_prices, found.eqlin.marginals, float(found.fun))
