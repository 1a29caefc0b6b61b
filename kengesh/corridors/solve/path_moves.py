"""Move flow between the known paths of each demand so that Beckmann's objective falls: the inner rounds of `equilibrium`.

The unknowns are the flows of all paths but one of each demand, its base, which takes what the others leave; the base is the path with
the most flow, so that it does not run empty in a small step. A matrix says by which arcs a path differs from its base.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from .arc_costs import ArcCosts
from .graph import Floats, Graph
from .ragged import Paths

PRODUCTS = 40
"""Products with Newton's matrix in one step, at most."""
FORCING = 0.05
"""Newton's equations are solved to this part of the gradient; better is wasted while the set of empty paths still changes."""
EVEN = 1e-14
"""Savings below this part of a path's cost are rounding."""
SHORT = 0.2
LEAST_DAMPING = 1e-3

Numbers = NDArray[np.int64]
Sparse = csr_array[np.float64, tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Known paths, the demand that each is for, their amounts; the flows of the arcs; how far steps are held back."""

    paths: Paths
    owners: Numbers
    amounts: Floats
    flows: Floats
    damping: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Moves:
    """`others` are the paths that are no base, `bases` theirs; `shift` (others by arcs): +1 for the path's arcs, -1 for the base's."""

    others: Numbers
    bases: Numbers
    shift: Sparse
    back: Sparse
    apart: Sparse
    """The absolute value of `shift`."""


def moved(graph: Graph, costs: ArcCosts, held: Held, demands: int, rounds: int) -> Held:
    """The paths after the moves, those without flow left out, and the flows of the arcs."""
    paths, owners, amounts, damping = held.paths, held.owners, held.amounts.copy(), held.damping
    over = csr_array((np.ones(len(paths.arcs)), paths.arcs, paths.starts), shape=(len(paths), graph.arcs))
    moves = _moves(over, owners, amounts, demands)
    back = over.T.tocsr()
    flows = product(back, amounts)
    for _ in range(rounds if len(moves.others) else 0):
        length = _one_move(costs, moves, amounts, flows, damping)
        if length == 0:
            break
        damping = _next_damping(damping, length)
        flows = product(back, amounts)
    used = np.flatnonzero(amounts > 0)
    return Held(paths.taken(used), owners[used], amounts[used], flows, damping)


def product(matrix: Sparse, values: Floats) -> Floats:
    """A matrix times a vector."""
    return np.asarray(matrix @ values, dtype=np.float64)


def _next_damping(damping: float, length: float) -> float:
    """A step that had to be cut short was too bold; one that was not may be bolder (K. Levenberg 1944)."""
    if length < SHORT:
        return max(4 * damping, LEAST_DAMPING)
    return damping / 4 if damping > LEAST_DAMPING else 0.0


def _moves(over: Sparse, owners: Numbers, amounts: Floats, demands: int) -> _Moves:
    order = np.lexsort((-amounts, owners))
    first = np.full(demands, -1, dtype=np.int64)
    first[owners[order[::-1]]] = order[::-1]
    others = np.flatnonzero(first[owners] != np.arange(len(owners)))
    bases = first[owners[others]]
    shift = (over[others] - over[bases]).tocsr()
    shift.eliminate_zeros()
    return _Moves(others, bases, shift, shift.T.tocsr(), abs(shift))


def _one_move(costs: ArcCosts, moves: _Moves, amounts: Floats, flows: Floats, damping: float) -> float:
    """Change `amounts` in place by one step, and give its length; 0 where there is nothing to gain."""
    weights = costs.costs(flows)
    # An empty arc of power 4 seems to have no slope at all; damping gives it one of the order of cost over flow.
    slopes = costs.slopes(flows) + damping * weights / (flows + float(amounts.mean()))
    gradient = product(moves.shift, weights)
    held = amounts[moves.others]
    # Without any slope the whole flow goes to the cheaper path: a tiny slope in its place sends it there.
    own = np.maximum(
        product(moves.apart, slopes), 1e-12 * product(moves.apart, weights) / float(amounts.max()) + 1e-300
    )
    alone = -gradient / own
    # A path that its own step would empty is emptied, and left out of Newton's equations.
    free = held + alone > 0
    if np.max(np.abs(gradient[free | (held > 0)]), initial=0.0) <= EVEN * float(weights.sum()):
        return 0.0
    for step in (np.where(free, _newton(moves, slopes, own, gradient, free), alone), alone):
        change = _kept_positive(moves, amounts, step)
        along = product(moves.back, change)
        if float(along @ weights) < 0:
            length = _best_length(costs, flows, along)
            _apply(moves, amounts, change * length)
            return length
    return 0.0


def _newton(moves: _Moves, slopes: Floats, own: Floats, gradient: Floats, free: NDArray[np.bool_]) -> Floats:
    """Solve Newton's equations for the free paths, preconditioned by their own slopes (M. R. Hestenes and E. Stiefel 1952)."""
    step = np.zeros(len(gradient))
    rest = np.where(free, -gradient, 0.0)
    scaled = rest / own
    direction, size = scaled.copy(), float(rest @ scaled)
    least = FORCING**2 * size
    for _ in range(PRODUCTS):
        if size <= least or size <= 0:
            break
        turned = np.where(
            free, product(moves.shift, slopes * product(moves.back, direction)) + 1e-9 * own * direction, 0.0
        )
        curve = float(direction @ turned)
        if curve <= 0:
            break
        step += (size / curve) * direction
        rest -= (size / curve) * turned
        scaled = rest / own
        after = float(rest @ scaled)
        direction, size = scaled + (after / size) * direction, after
    return step


def _kept_positive(moves: _Moves, amounts: Floats, step: Floats) -> Floats:
    """Cut the step where a path would fall below zero; where a base would, shorten the gains of its demand."""
    held = amounts[moves.others]
    change = np.maximum(held + step, 0.0) - held
    taken = np.bincount(moves.bases, change, minlength=len(amounts))
    gains = np.bincount(moves.bases, np.maximum(change, 0.0), minlength=len(amounts))
    excess = np.maximum(taken - amounts, 0.0)
    share = np.divide(excess, gains, out=np.zeros(len(amounts)), where=gains > 0)
    return np.where(change > 0, change * (1 - share[moves.bases]), change)


def _best_length(costs: ArcCosts, flows: Floats, along: Floats) -> float:
    """How far to go, at most 1: where the slope of the objective along the step is zero, by bisection with Newton's help."""
    low, high, length = 0.0, 1.0, 1.0
    for _ in range(30):
        there = np.maximum(flows + length * along, 0.0)
        slope = float(along @ costs.costs(there))
        if slope <= 0:
            low = length
            if length == 1.0:
                return 1.0
        else:
            high = length
        curve = float(along**2 @ costs.slopes(there))
        onward = length - slope / curve if curve > 0 else (low + high) / 2
        onward = onward if low < onward < high else (low + high) / 2
        if abs(onward - length) <= 1e-3 * length:
            return onward
        length = onward
    return low


def _apply(moves: _Moves, amounts: Floats, change: Floats) -> None:
    amounts[moves.others] = np.maximum(amounts[moves.others] + change, 0.0)
    amounts -= np.bincount(moves.bases, change, minlength=len(amounts))
    np.maximum(amounts, 0.0, out=amounts)
