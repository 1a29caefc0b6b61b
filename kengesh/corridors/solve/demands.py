"""What is to be sent from where to where, and the room that there is for it, as flows and assignments take them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .graph import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Demands:
    """So much from each origin to each destination."""

    origins: Ints
    destinations: Ints
    amounts: Floats

    def __len__(self) -> int:
        return len(self.amounts)


@dataclass(frozen=True, slots=True, eq=False)
class Rooms:
    """`capacities` of the rows, infinity allowed; a unit on ``arcs[i]`` uses ``uses[i]`` of the row ``rows[i]``."""

    capacities: Floats
    rows: Ints
    arcs: Ints
    uses: Floats

    @classmethod
    def of_arcs(cls, capacities: Floats) -> Rooms:
        """A row for each arc of a graph."""
        numbers = np.arange(len(capacities), dtype=np.int32)
        return cls(capacities, numbers, numbers, np.ones(len(capacities)))
