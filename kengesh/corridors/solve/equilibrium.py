"""Flows at which nobody has a cheaper path than the one he uses (user equilibrium), or which are cheapest for all together.

An outer round finds the cheapest path of every demand at the present costs and adds those that are new. Inner rounds then move flow
between the known paths of each demand by projected Newton steps on Beckmann's objective (D. P. Bertsekas and E. M. Gafni, Projected
Newton methods and optimization of multicommodity flows, IEEE Transactions on Automatic Control 28, 1983): paths without flow that
are dearer than their demand's best stay empty; for the others the step solves Newton's equations by conjugate gradients, whose matrix
is never formed, since a product with it is a sum over arcs; what would be negative is set to zero; and the length of the step is the
best along its line. Where that step does not lower the objective, the step of R. Jayakrishnan and others (A faster path-based algorithm
for traffic assignment, Transportation Research Record 1443, 1994), each path's saving divided by its own slope, is taken. All demands
move at once, so every operation is on arrays.

`gaps` holds, round by round, the relative gap: 1 - (cost if all took the cheapest paths) / (cost as it is).

Limits: demand does not change with cost; costs of an arc depend on its own flow alone and do not fall with it; any node may be passed
through. Arc flows are unique where costs rise; the flows of paths are one of many sets that give them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from .arc_costs import ArcCosts
from .demands import Demands
from .graph import Floats, Graph, Ints
from .path_moves import Held, moved
from .ragged import Paths, no_paths, paths_out_of
from .shortest import trees

NEW = 1e-13
"""A path is new if it is cheaper than the demand's best known by more than this part, which rounding alone does not reach."""
INNER = 6
"""Steps between known paths for each search of new ones, at most."""


class NoWay(ValueError):
    """A demand has no path at all. It carries the numbers of such `demands`."""

    def __init__(self, demands: tuple[int, ...]) -> None:
        super().__init__(
            f"no way leads from origin to destination for the demands {', '.join(map(str, demands))}"
        )
        self.demands = demands


@dataclass(frozen=True, slots=True, eq=False)
class Equilibrium:
    """`flows`, `times` and `costs` of the arcs, and the paths used, each with its demand (`demand_of`) and its amount.

    `objective` is Beckmann's sum (for the best of all: the total cost), `total_time` and `total_cost` those of all users; `reached`
    says whether the last of the `gaps` is as small as asked.
    """

    flows: Floats
    times: Floats
    costs: Floats
    objective: float
    total_time: float
    total_cost: float
    gaps: tuple[float, ...]
    reached: bool
    paths: Paths
    demand_of: Ints
    amounts: Floats


def user_equilibrium(
    graph: Graph, costs: ArcCosts, demands: Demands, gap: float = 1e-6, rounds: int = 200
) -> Equilibrium:
    """The flows at which no user can do better alone (J. G. Wardrop's first principle, 1952). Raises NoWay."""
    return _balanced(graph, costs, costs, demands, gap, rounds)


def system_optimum(
    graph: Graph, costs: ArcCosts, demands: Demands, gap: float = 1e-6, rounds: int = 200
) -> Equilibrium:
    """The flows with the least total cost (Wardrop's second principle). `gaps` are in what users cost all. Raises NoWay."""
    return _balanced(graph, costs, costs.marginal(), demands, gap, rounds)


def _balanced(
    graph: Graph, costs: ArcCosts, felt: ArcCosts, demands: Demands, gap: float, rounds: int
) -> Equilibrium:
    moving = np.flatnonzero((demands.amounts > 0) & (demands.origins != demands.destinations))
    wanted = Demands(demands.origins[moving], demands.destinations[moving], demands.amounts[moving])
    roots, rows = np.unique(wanted.origins, return_inverse=True)
    held = Held(no_paths(), np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(graph.arcs))
    gaps = list[float]()
    for _ in range(rounds + 1 if len(moving) else 0):
        weights = felt.costs(held.flows)
        found = trees(graph, weights, roots)
        cheapest = found.distances[rows, wanted.destinations]
        _refuse_unreachable(cheapest, moving)
        if len(held.paths):
            gaps.append(_gap(float(held.flows @ weights), float(cheapest @ wanted.amounts)))
            if gaps[-1] <= gap or len(gaps) > rounds:
                break
        new = _new_paths(held, weights, cheapest)
        if len(new):
            added = paths_out_of(graph, found, rows[new], wanted.destinations[new])
            held = _with(held, added, new, wanted.amounts[new] if not len(held.paths) else np.zeros(len(new)))
        before, held = held, moved(graph, felt, held, len(moving), INNER)
        if not len(new) and np.array_equal(before.flows, held.flows):
            break
    return _answer(costs, felt, held, moving, tuple(gaps), gap)


def _gap(spent: float, least: float) -> float:
    return max(1 - least / spent, 0.0) if spent > 0 else 0.0


def _refuse_unreachable(cheapest: Floats, moving: NDArray[np.int64]) -> None:
    lost = moving[np.isinf(cheapest)]
    if len(lost):
        raise NoWay(tuple(lost.tolist()))


def _new_paths(held: Held, weights: Floats, cheapest: Floats) -> NDArray[np.int64]:
    """The demands whose cheapest path is cheaper than all of theirs so far."""
    known = np.full(len(cheapest), inf)
    np.minimum.at(known, held.owners, held.paths.sums(weights))
    return np.flatnonzero(cheapest < known * (1 - NEW))


def _with(held: Held, added: Paths, owners: NDArray[np.int64], amounts: Floats) -> Held:
    return Held(
        held.paths.joined(added),
        np.concatenate([held.owners, owners]),
        np.concatenate([held.amounts, amounts]),
        held.flows,
        held.damping,
    )


def _answer(
    costs: ArcCosts,
    felt: ArcCosts,
    held: Held,
    moving: NDArray[np.int64],
    gaps: tuple[float, ...],
    gap: float,
) -> Equilibrium:
    flows = held.flows
    times, paid = costs.times(flows), costs.costs(flows)
    return Equilibrium(
        flows=flows,
        times=times,
        costs=paid,
        objective=float(felt.areas(flows).sum()),
        total_time=float(flows @ times),
        total_cost=float(flows @ paid),
        gaps=gaps,
        reached=not len(moving) or gaps[-1] <= gap,
        paths=held.paths,
        demand_of=moving[held.owners].astype(np.int32),
        amounts=held.amounts,
    )
