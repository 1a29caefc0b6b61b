"""A scale of numbers: from values to places on a line, across or upwards, with round values marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from kengesh.pictures.quantity import written
from kengesh.pictures.svg import Markup, line, words

ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Values from `low` to `high`, which stand at `start` and `stop`; `step` is between those that are marked."""

    low: float
    high: float
    start: float
    stop: float
    step: float

    @classmethod
    def of(cls, values: Iterable[float], start: float, stop: float, gap: float = 60.0) -> NumberLine:
        """Return the scale that has zero, all the values and round ends, with about `gap` between marked values."""
        shown = [0.0, *values]
        low, high = min(shown), max(shown)
        if low == high:
            high = low + 1
        step = _round_step((high - low) / max(abs(stop - start) / gap, 1))
        return cls(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, start, stop, step)

    def at(self, value: float) -> float:
        """Return the place of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.stop - self.start)

    def marked(self) -> list[float]:
        """Return the round values."""
        return [
            self.low + place * self.step for place in range(round((self.high - self.low) / self.step) + 1)
        ]

    def across(self, top: float, foot: float) -> Iterator[Markup]:
        """Yield the grid of a scale that runs to the right: a line and its number at every round value."""
        for value in self.marked():
            x = self.at(value)
            yield line(x, top, x, foot, "picture__rule")
            yield words(x, foot + 16, [written(value)], "picture__year")

    def upwards(self, left: float, right: float) -> Iterator[Markup]:
        """Yield the grid of a scale that runs upwards."""
        for value in self.marked():
            y = self.at(value)
            yield line(left, y, right, y, "picture__rule")
            yield words(left - 6, y + 4, [written(value)], "picture__note--end")


def _round_step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return float(next((one * power for one in ROUND if one * power >= least * 0.999), 10 * power))
