"""A scale of days: from dates to places on a line, with the years marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kengesh.pictures.svg import Markup, line, words

STEPS = (1, 2, 5, 10, 20, 50, 100)
LEAST_GAP = 46.0  # between the years that are written


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from the first of a year to the last of another, on a line between two places."""

    first_year: int
    last_year: int
    left: float
    right: float

    @classmethod
    def of(cls, first: date, last: date, left: float, right: float) -> Scale:
        """Return the scale of whole years that has both days."""
        return cls(first.year, last.year, left, right)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.first_year, 1, 1)

    def at(self, day: date) -> float:
        """Return the place of a day; days outside stand at the ends."""
        first, after = self.first.toordinal(), date(self.last_year + 1, 1, 1).toordinal()
        share = (day.toordinal() - first) / (after - first)
        return self.left + min(max(share, 0), 1) * (self.right - self.left)

    def years(self) -> list[int]:
        """Return the years that are marked: as many as can be written."""
        every = (self.right - self.left) / (self.last_year - self.first_year + 1)
        step = next((one for one in STEPS if one * every >= LEAST_GAP), STEPS[-1])
        return [year for year in range(self.first_year, self.last_year + 1) if year % step == 0]

    def grid(self, top: float, foot: float) -> list[Markup]:
        """Return a line at the beginning of every marked year."""
        return [
            line(self.at(date(year, 1, 1)), top, self.at(date(year, 1, 1)), foot, "picture__rule")
            for year in self.years()
        ]

    def written(self, y: float, *, inside: bool = False) -> list[Markup]:
        """Return the numbers of the years, at the line of their beginning, or `inside` their own stretch."""
        every = (self.right - self.left) / (self.last_year - self.first_year + 1)
        move = every / 2 if inside else 0
        return [
            words(self.at(date(year, 1, 1)) + move, y, [str(year)], "picture__year") for year in self.years()
        ]
