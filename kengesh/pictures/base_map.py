"""The ground of a map of any window: sea, land, lakes and the lines between states, as far as the outlines reach.

The outlines are those of ``data/outlines.json``, whose README says where they are from and which lines they leave out: no disputed
line is drawn. They cover a window of their own; beyond it nothing is known of land and sea, and the ground is left plain.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import cos, radians
from typing import Any

from kengesh.pictures.projection import Albers, Frame, Point, Ring, Window, thinned
from kengesh.pictures.svg import Markup, element, number, rect

DETAIL = 1.1  # points nearer than this to each other are one
EDGE = 0.5  # degrees between the points along a meridian or a parallel
LEAST = 3.0  # degrees: a map of one place, or of a straight line of them, shows this much at least
SLIMMEST, TALLEST = 0.42, 0.9  # the least and the greatest height of a map for its width


@dataclass(frozen=True, slots=True)
class Plane:
    """Where degrees stand in the picture."""

    projection: Albers
    scale: float
    move: Point
    frame: Frame

    def at(self, point: Point) -> Point:
        """Return the place of a point given in degrees."""
        x, y = self.projection.at(*point)
        return x * self.scale + self.move[0], y * self.scale + self.move[1]

    def rings(self, area: Sequence[Sequence[Ring]]) -> list[list[Point]]:
        """Return the rings of an area inside the frame."""
        cut = (
            self.frame.cut(thinned(map(self.at, _filled(ring)), DETAIL))
            for polygon in area
            for ring in polygon
        )
        return [inside for inside in cut if len(inside) > 2]


def _filled(ring: Ring) -> Iterator[Point]:
    """Yield the points of a ring, with more of them where it runs far along a parallel: that is not straight on the plane."""
    for place, (x2, y2) in enumerate(ring):
        x1, y1 = ring[place - 1]
        steps = int(abs(x2 - x1) / EDGE) + 1
        yield from (
            (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(1, steps + 1)
        )


def window_of(points: Sequence[Point]) -> Window:
    """Return the least window that has all these points in degrees, and is not too slim to be a map."""
    middle = sum(y for _x, y in points) / len(points)
    west, east = _widened(min(x for x, _y in points), max(x for x, _y in points), LEAST)
    shrinks = cos(radians(middle))  # a degree of longitude, in degrees of latitude
    low, high = min(y for _x, y in points), max(y for _x, y in points)
    west, east = _widened(west, east, (high - low) / TALLEST / shrinks)
    south, north = _widened(low, high, (east - west) * shrinks * SLIMMEST)
    return Window(west, max(south, -80), east, min(north, 80))


def _widened(low: float, high: float, least: float) -> tuple[float, float]:
    more = max(least - (high - low), 0) / 2
    return low - more, high + more


def plane_of(window: Window, left: float, top: float, width: float, around: float) -> Plane:
    """Return the plane on which a window fills a frame of a width, with room around."""
    projection = Albers.of(window)
    flat = [projection.at(*point) for point in _edge(window)]
    west, east = min(x for x, _y in flat), max(x for x, _y in flat)
    north, south = min(y for _x, y in flat), max(y for _x, y in flat)
    scale = (width - 2 * around) / (east - west)
    move = (left + around - west * scale, top + around - north * scale)
    return Plane(
        projection,
        scale,
        move,
        Frame(left, top, left + width, top + (south - north) * scale + 2 * around),
    )


def _edge(window: Window) -> list[Point]:
    """Return points along the edge of a window, which is not straight on the plane."""
    across = round((window.east - window.west) / EDGE) + 1
    down = round((window.north - window.south) / EDGE) + 1
    wide, high = (window.east - window.west) / across, (window.north - window.south) / down
    return [
        *((window.west + wide * one, window.south) for one in range(across)),
        *((window.east, window.south + high * one) for one in range(down)),
        *((window.east - wide * one, window.north) for one in range(across)),
        *((window.west, window.north - high * one) for one in range(down)),
    ]


def covered() -> Window:
    """Return the window that the outlines cover."""
    return Window(*_outlines()["window"])


def source() -> str:
    """Say where the outlines are from."""
    return str(_outlines()["source"])


def is_covered(point: Point) -> bool:
    """Say whether the outlines cover a point in degrees."""
    whole = covered()
    return whole.west <= point[0] <= whole.east and whole.south <= point[1] <= whole.north


@cache
def _outlines() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(pkgutil.get_data("kengesh.pictures", "data/outlines.json") or b"")
    return read


@lru_cache(16)
def ground(plane: Plane) -> tuple[Markup, ...]:
    """Return the ground: sea where the outlines reach, land, lines between states, coasts, lakes, the outlines' own edge."""
    outlines, frame = _outlines(), plane.frame
    reach = plane.rings([[_edge(covered())]])
    land = [polygon for area in outlines["states"].values() for polygon in area]
    plain = [plane.rings([one]) for one in (*outlines["other_land"], *land, *outlines["disputed"])]
    lakes = [ring for area in outlines["lakes"].values() for ring in plane.rings(area)]
    return (
        rect(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top, "picture__no-ground"),
        *_areas([reach], "picture__sea"),
        # each polygon by itself: where two lie over each other, the rule of even and odd would leave a hole
        *_areas(plain, "picture__land"),
        *_lines(plane, outlines),
        *_areas([lakes], "picture__water"),
        *_edge_line(plane),
    )


def _areas(areas: Iterable[Sequence[Ring]], class_: str) -> Iterator[Markup]:
    for rings in areas:
        if rings:
            drawn = "".join(_open(ring) + "Z" for ring in rings)
            yield element("path", d=drawn, class_=class_, fill_rule="evenodd")


def _lines(plane: Plane, outlines: dict[str, Any]) -> Iterator[Markup]:
    borders = [points for one in outlines["borders"] for points in one["lines"]]
    kinds = (
        ("picture__border", borders),
        ("picture__border-core", borders),
        ("picture__coast", outlines["coast"]),
    )
    for class_, lines in kinds:
        drawn = "".join(
            _open(part)
            for points in lines
            for part in plane.frame.cut_line(thinned(map(plane.at, points), DETAIL))
        )
        if drawn:
            yield element("path", d=drawn, class_=class_)


def _edge_line(plane: Plane) -> Iterator[Markup]:
    edge = [*_edge(covered()), _edge(covered())[0]]
    parts = plane.frame.cut_line([plane.at(point) for point in edge])
    if parts:
        yield element("path", d="".join(map(_open, parts)), class_="picture__day")


def _open(points: Sequence[Point]) -> str:
    """Write points as a path, each by its way from the one before, which is short."""
    x, y = (round(one, 1) for one in points[0])
    steps = []
    for point in points[1:]:
        across, down = round(point[0] - x, 1), round(point[1] - y, 1)
        steps.append(f"{number(across)} {number(down)}")
        x, y = x + across, y + down
    return f"M{number(round(points[0][0], 1))} {number(round(points[0][1], 1))}l{' '.join(steps)}"
