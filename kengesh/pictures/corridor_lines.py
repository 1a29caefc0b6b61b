"""How connections are drawn on a map: rail with sleepers, road plain, sea in waves; broken where they are not there yet.

A route runs beside the connections that it goes by, each of three on its own side, so that all can be seen where they go together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from kengesh.pictures.corridor_map_parts import Mark, State
from kengesh.pictures.courses import polygon
from kengesh.pictures.means_marks import Means
from kengesh.pictures.projection import Point
from kengesh.pictures.svg import Markup, circle, group, line, path

SLEEPER, SLEEPERS = 3.0, 9.0  # half their length, and how far apart
WAVE, WAVES = 3.2, 8.0
STOP = 6.5  # it stands around the dot of a place
BESIDE = {1: -5.0, 2: 4.8, 3: 9.6}  # how far from a connection its routes run
Steps = list[tuple[str | float, ...]]


def way(points: Sequence[Point], means: Means, state: State) -> Markup:
    """Return a connection."""
    class_ = f"picture__way--{state.value}"
    if means is Means.SEA:
        return path(_waves(points), class_)
    drawn = path(_straight(points), class_)
    if not means.runs:
        return group(drawn, stop_mark(*middle(points)[0], means))
    if means is not Means.RAIL:
        return drawn
    sleepers: Steps = []
    for (x, y), (across, down) in along(points, SLEEPERS):
        sleepers += [
            ("M", x - down * SLEEPER, y + across * SLEEPER),
            ("L", x + down * SLEEPER, y - across * SLEEPER),
        ]
    return group(drawn, path(sleepers, "picture__way--existing")) if sleepers else drawn


def stop_mark(x: float, y: float, means: Means) -> Markup:
    """Return the mark of what is passed at a place: a ring for a border, a square for a transfer, a lozenge for a port."""
    if means is Means.BORDER:
        return circle(x, y, STOP, "picture__stop")
    across = STOP if means is Means.TRANSFER else 0.0
    corners = [(x - across, y - STOP), (x + STOP, y - across), (x + across, y + STOP), (x - STOP, y + across)]
    return polygon(corners, "picture__stop")


def ribbon(points: Sequence[Point], number: int) -> Markup:
    """Return a route along a connection."""
    return path(_straight(shifted(points, BESIDE[number])), f"picture__ribbon--{number}")


def shifted(points: Sequence[Point], by: float) -> list[Point]:
    """Return a line moved aside: always to the same side as seen from the west, whichever way it was given."""
    turned = points[0][0] > points[-1][0]
    ordered = list(reversed(points)) if turned else list(points)
    moved: list[Point] = []
    for place, (x, y) in enumerate(ordered):
        before, after = ordered[max(place - 1, 0)], ordered[min(place + 1, len(ordered) - 1)]
        across, down = _way(before, after)
        moved.append((x - down * by, y + across * by))
    return list(reversed(moved)) if turned else moved


def middle(points: Sequence[Point]) -> tuple[Point, Point]:
    """Return the middle of a line, and which way it runs there."""
    half = _length(points) / 2
    return next(along(points, half), (points[0], (1.0, 0.0))) if half else (points[0], (1.0, 0.0))


def along(points: Sequence[Point], every: float) -> Iterator[tuple[Point, Point]]:
    """Yield points on a line, so far apart, each with the way that the line runs there; neither of its ends."""
    left = every
    for (x1, y1), (x2, y2) in pairwise(points):
        long = hypot(x2 - x1, y2 - y1)
        across, down = _way((x1, y1), (x2, y2))
        while left < long:
            yield (x1 + across * left, y1 + down * left), (across, down)
            left += every
        left -= long


def mark(points: Sequence[Point], kind: Mark) -> Markup:
    """Return the mark of a connection, at its middle."""
    (x, y), (across, down) = middle(points)
    return cut_mark(x, y, across, down) if kind is Mark.CUT else critical_mark(x, y)


def cut_mark(x: float, y: float, across: float = 1.0, down: float = 0.0) -> Markup:
    """Return two strokes across a line that runs this way."""
    steps: Steps = []
    for by in (-3.5, 3.5):
        ax, ay = x + across * by, y + down * by
        steps += [("M", ax - down * 8, ay + across * 8), ("L", ax + down * 8, ay - across * 8)]
    return group(path(steps, "picture__cut-ground"), path(steps, "picture__cut"))


def critical_mark(x: float, y: float) -> Markup:
    """Return a triangle with a stroke in it."""
    corners = [(x, y - 9), (x + 9, y + 7), (x - 9, y + 7)]
    stroke: Steps = [("M", x, y - 3), ("L", x, y + 1)]
    return group(
        polygon(corners, "picture__critical"),
        path(stroke, "picture__sign"),
        circle(x, y + 4, 0.9, "picture__sign"),
    )


def sample(means: Means, state: State, x: float, y: float) -> Markup:
    """Return what a key shows of a connection."""
    return way([(x - 9, y), (x + 11, y)], means, state)


def ribbon_sample(number: int, x: float, y: float) -> Markup:
    """Return what a key shows of a route."""
    return line(x - 9, y, x + 11, y, f"picture__ribbon--{number}")


def _straight(points: Sequence[Point]) -> Steps:
    return [("L" if place else "M", *point) for place, point in enumerate(points)]


def _waves(points: Sequence[Point]) -> Steps:
    steps: Steps = [("M", *points[0])]
    side = 1.0
    x1, y1 = points[0]
    for (x, y), (across, down) in [*along(points, WAVES), (points[-1], _way(points[-2], points[-1]))]:
        by = WAVE * 1.6 * side
        steps.append(("Q", (x1 + x) / 2 - down * by, (y1 + y) / 2 + across * by, x, y))
        x1, y1, side = x, y, -side
    return steps


def _way(start: Point, stop: Point) -> Point:
    long = hypot(stop[0] - start[0], stop[1] - start[1])
    return ((stop[0] - start[0]) / long, (stop[1] - start[1]) / long) if long else (1.0, 0.0)


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points))
