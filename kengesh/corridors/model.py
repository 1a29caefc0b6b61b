"""A network as a question is asked of it: what is open on the day, which numbers count, what a scenario has changed.

    network = read_network([Path("corridors/2026-01")])
    model = model_of(network)
    model.weights(Shipper("container"))

A model never changes. A scenario gives another one that shares all that it leaves alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.compiled.states import Compiled, compile_network
from kengesh.corridors.compiled.weights import Weights, open_on, weights_of
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import Numbers
from kengesh.corridors.network.tables import BASES, Row

OPEN = ("existing",)


@dataclass(frozen=True, eq=False)
class Model:
    """A network, compiled; the rows that may be travelled; the numbers that count; the hash of the scenario, empty for none.

    `statuses` are those of the rows that may be travelled, `bases` those of the numbers that count.
    """

    network: Network
    compiled: Compiled
    open_rows: Mapping[str, Row]
    numbers: Numbers
    statuses: tuple[str, ...] = OPEN
    bases: tuple[str, ...] = BASES
    scenario: str = ""
    _weights: dict[Shipper, Weights] = field(default_factory=dict, repr=False)

    def weights(self, shipper: Shipper) -> Weights:
        """Return the weights of the arcs for a shipper."""
        if shipper not in self._weights:
            self._weights[shipper] = weights_of(
                self.network, self.compiled, self.numbers, shipper, self.open_rows
            )
        return self._weights[shipper]


def model_of(network: Network, statuses: Iterable[str] = OPEN, bases: Iterable[str] = BASES) -> Model:
    """Return the model of a network: rows of these statuses may be travelled, numbers of these bases count."""
    counted, open_ = tuple(bases), tuple(statuses)
    return Model(
        network,
        compile_network(network),
        open_on(network, open_),
        network.numbers(counted),
        open_,
        counted,
    )
