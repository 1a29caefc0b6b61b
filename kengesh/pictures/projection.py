"""From degrees to a plane: the equal-area conic projection of Albers, and cutting what it gives to a rectangle.

The two standard parallels lie one sixth of the height inside the window's northern and southern edges, as J. P. Snyder advises
(Map Projections: A Working Manual, USGS Professional Paper 1395, 1987, section 14, formulas 14-1 to 14-6 for the sphere); the
central meridian is the window's middle. Areas are true to each other; shapes are close to true near the parallels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

Point = tuple[float, float]
Ring = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the globe in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Albers:
    """The projection for a window; `south` and `north` are its standard parallels in degrees."""

    meridian: float
    south: float
    north: float
    origin: float

    @classmethod
    def of(cls, window: Window) -> Albers:
        """Return the projection that suits a window."""
        sixth = (window.north - window.south) / 6
        middle = (window.south + window.north) / 2
        return cls((window.west + window.east) / 2, window.south + sixth, window.north - sixth, middle)

    def at(self, longitude: float, latitude: float) -> Point:
        """Return a point on the plane, for a sphere of radius 1, with y growing to the south as in a picture."""
        n = (sin(radians(self.south)) + sin(radians(self.north))) / 2
        c = cos(radians(self.south)) ** 2 + 2 * n * sin(radians(self.south))
        radius = sqrt(c - 2 * n * sin(radians(latitude))) / n
        at_origin = sqrt(c - 2 * n * sin(radians(self.origin))) / n
        turn = n * radians(longitude - self.meridian)
        return radius * sin(turn), radius * cos(turn) - at_origin


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a picture."""

    left: float
    top: float
    right: float
    foot: float

    def cut(self, ring: Ring) -> list[Point]:
        """Return the part of an area inside (Sutherland and Hodgman 1974); empty where there is none."""
        points = list(ring)
        for axis, bound, way in (
            (0, self.left, 1),
            (0, self.right, -1),
            (1, self.top, 1),
            (1, self.foot, -1),
        ):
            points = _cut_at(points, axis, bound, way)
        return points

    def cut_line(self, points: Sequence[Point]) -> list[list[Point]]:
        """Return the parts of a line inside: those whose every point is, which for close points is near enough."""
        parts: list[list[Point]] = [[]]
        for point in points:
            if self.left <= point[0] <= self.right and self.top <= point[1] <= self.foot:
                parts[-1].append(point)
            elif parts[-1]:
                parts.append([])
        return [part for part in parts if len(part) > 1]


def _cut_at(points: list[Point], axis: int, bound: float, way: int) -> list[Point]:
    kept: list[Point] = []
    for place, point in enumerate(points):
        before = points[place - 1]
        inside, was = (point[axis] - bound) * way >= 0, (before[axis] - bound) * way >= 0
        if inside != was:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            across = before[0] + share * (point[0] - before[0])
            down = before[1] + share * (point[1] - before[1])
            kept.append((across, down))
        if inside:
            kept.append(point)
    return kept


def thinned(points: Iterable[Point], least: float) -> list[Point]:
    """Return points of which no two neighbours are nearer than `least`; the last one is kept."""
    kept: list[Point] = []
    last: Point | None = None
    for point in points:
        last = point
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    if last is not None and kept[-1] != last:
        kept.append(last)
    return kept


def is_in(point: Point, rings: Iterable[Ring]) -> bool:
    """Say whether a point lies in an area with holes, by the rule of even and odd."""
    x, y = point
    inside = False
    for ring in rings:
        for place, (x1, y1) in enumerate(ring):
            x2, y2 = ring[place - 1]
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside
