"""What it costs to use an arc when others use it too: the function of the US Bureau of Public Roads, for all arcs at once.

    time = free * (1 + rise * (flow / capacity) ** power),    cost = time + fixed

(Bureau of Public Roads, Traffic Assignment Manual, 1964). `fixed` is in the unit of time: a fee divided by the value of time, say.
With `power` at least 1 and `rise` not negative the cost never falls with flow, and an equilibrium is unique in its costs. An arc
whose capacity is infinite costs the same at any flow.

For the best flows of all together each user would pay what he costs the others, flow times slope: that is the same function with
``rise * (1 + power)``, so that a system optimum is found as an equilibrium (M. Beckmann, C. B. McGuire and C. B. Winsten, Studies
in the Economics of Transportation, 1956).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .graph import Floats


@dataclass(frozen=True, slots=True, eq=False)
class ArcCosts:
    """One number for each arc. `free` and `fixed` are in one unit, `capacity` is in the unit of flow."""

    free: Floats
    rise: Floats
    capacity: Floats
    power: Floats
    fixed: Floats

    @classmethod
    def of(
        cls, free: Floats, rise: Floats, capacity: Floats, power: Floats, fixed: Floats | float = 0.0
    ) -> ArcCosts:
        """Make arc costs. Raises ValueError naming the arc of a number that they cannot have."""
        fixed = np.broadcast_to(np.asarray(fixed, dtype=np.float64), free.shape)
        rules = (
            ("free time", free, (free >= 0) & np.isfinite(free), "zero or more"),
            ("rise", rise, (rise >= 0) & np.isfinite(rise), "zero or more"),
            ("capacity", capacity, capacity > 0, "more than zero"),
            ("power", power, (power >= 1) & np.isfinite(power), "1 or more"),
            ("fixed cost", fixed, (fixed >= 0) & np.isfinite(fixed), "zero or more"),
        )
        for name, numbers, fine, expected in rules:
            if not fine.all():
                arc = int(np.flatnonzero(~fine)[0])
                raise ValueError(f"the {name} of arc {arc} is {numbers[arc]}; it is {expected}")
        return cls(free, rise, capacity, power, fixed)

    def times(self, flows: Floats) -> Floats:
        """The time on each arc."""
        return self.free * (1 + self.rise * self._filled(flows))

    def costs(self, flows: Floats) -> Floats:
        """The time and the fixed cost of each arc."""
        return self.times(flows) + self.fixed

    def slopes(self, flows: Floats) -> Floats:
        """By how much the cost of each arc rises with one more unit of flow."""
        lower = np.power(flows / self.capacity, self.power - 1)
        return self.free * self.rise * self.power * lower / self.capacity

    def areas(self, flows: Floats) -> Floats:
        """The area below the cost up to the flow; their sum is Beckmann's objective."""
        times = self.free * flows * (1 + self.rise * self._filled(flows) / (self.power + 1))
        return times + self.fixed * flows

    def marginal(self) -> ArcCosts:
        """Costs that include what a user costs the others."""
        return replace(self, rise=self.rise * (1 + self.power))

    def _filled(self, flows: Floats) -> Floats:
        return np.power(flows / self.capacity, self.power)
