"""The weights of a network's arcs for one shipper: hours, money, variance, and what is lacking to know them.

One vector for each quantity, in the order of the arcs. What may not be travelled has infinite hours. What the network has no
number for counts as nothing: a sum over it is a lower bound, and the vectors of unknowns say where.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from kengesh.corridors.compiled.pieces import Passing, Shipper, passing, rules_at
from kengesh.corridors.compiled.states import Compiled
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import Numbers
from kengesh.corridors.network.tables import Row
from kengesh.corridors.solve.graph import Floats

CLOSED = np.inf


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What each arc takes: `hours`, `usd` (per TEU), `variance` (hours squared); `passings` by row and direction.

    `unknown_hours` and `unknown_usd` count the numbers that are lacking on each arc.
    """

    hours: Floats
    usd: Floats
    variance: Floats
    unknown_hours: Floats
    unknown_usd: Floats
    passings: Mapping[tuple[str, str], Passing]

    def closing(self, compiled: Compiled, subjects: Iterable[str]) -> Weights:
        """Return the weights with some rows closed."""
        hours = self.hours.copy()
        for subject in subjects:
            hours[list(compiled.of_subject.get(subject, ()))] = CLOSED
        return replace(self, hours=hours)


def weights_of(
    network: Network, compiled: Compiled, numbers: Numbers, shipper: Shipper, open_rows: Mapping[str, Row]
) -> Weights:
    """Return the weights for a shipper; rows that are not among `open_rows` may not be travelled."""
    rules = rules_at(network)
    passings: dict[tuple[str, str], Passing] = {}
    vectors = [np.zeros(compiled.graph.arcs) for _vector in range(5)]
    for at, arc in enumerate(compiled.arcs):
        if not arc.subject:
            continue
        row = open_rows.get(arc.subject)
        if row is None:
            vectors[0][at] = CLOSED
            continue
        key = (arc.subject, arc.direction)
        if key not in passings:
            passings[key] = passing(numbers, rules, row, arc.direction, shipper)
        for vector, value in zip(vectors, sums(passings[key]), strict=True):
            vector[at] = value
    hours, usd, variance, unknown_hours, unknown_usd = vectors
    return Weights(hours, usd, variance, unknown_hours, unknown_usd, passings)


def sums(passed: Passing) -> tuple[float, float, float, int, int]:
    """Return hours, USD/TEU, variance, and the lacking numbers of a passing; no rule takes more hours away than there are."""
    hours = sum(one.value for one in passed.pieces if not one.is_money)
    usd = sum(one.value for one in passed.pieces if one.is_money)
    variance = sum(one.variance for one in passed.pieces if not one.is_money)
    return max(hours, 0.0), usd, variance, len(passed.lacking_hours), len(passed.lacking_usd)


def open_on(network: Network, statuses: Iterable[str] = ("existing",)) -> dict[str, Row]:
    """Return the links, transfers and crossings of these statuses by id."""
    wanted = frozenset(statuses)
    joinings = (network.links, network.transfers, network.crossings)
    return {key: row for rows in joinings for key, row in rows.items() if row.status in wanted}
