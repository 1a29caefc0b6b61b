"""Numbers for names that find no room: one stands in the drawing, and again in the key before the name."""

from __future__ import annotations

from math import cos, pi, sin

from kengesh.pictures.marks import Drawn
from kengesh.pictures.projection import Point
from kengesh.pictures.room import Box, Room
from kengesh.pictures.svg import circle, group, words

RADIUS = 8.0
NEAREST, FARTHEST, RING, TURNS = 14, 400, 8, 16


def number_mark(number: int) -> Drawn:
    """Return what draws a number."""
    return lambda x, y: group(
        circle(x, y, RADIUS, "picture__number-ground"),
        words(x, y + 4, [str(number)], "picture__small--middle"),
    )


def number_spot(room: Room, point: Point) -> Point:
    """Take a place for a number, as near to its point as can be, however far; in a full picture it stands on the point itself."""
    turns = [turn * 2 * pi / TURNS for turn in range(TURNS)]
    spots = (
        (point[0] + away * cos(turn), point[1] + away * sin(turn))
        for away in range(NEAREST, FARTHEST, RING)
        for turn in turns
    )
    box = room.take((Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in spots), over_lines=True)
    return point if box is None else (box.left + RADIUS, box.top + RADIUS)
