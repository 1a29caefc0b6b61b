"""The places of a map of a network, and their names: none over another, those of routes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot

from kengesh.pictures.base_map import Plane
from kengesh.pictures.corridor_lines import middle
from kengesh.pictures.corridor_map_parts import Network, Place
from kengesh.pictures.key_numbers import number_mark, number_spot
from kengesh.pictures.marks import Drawn
from kengesh.pictures.projection import Point
from kengesh.pictures.region_map import WATERS
from kengesh.pictures.room import Box, Room, beside
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, circle, group, line, words
from kengesh.pictures.unbroken import wrap
from kengesh.pictures.writing import NOTE, SMALL
from kengesh.terms.messages import _

NAME_WIDTH, LEADING = 130.0, 13.0
AWAY = (6.0, 12.0, 20.0, 30.0, 44.0, 60.0)
DOT, MARKED = 3.2, 11.0


def names(
    sheet: Sheet, value: Network, plane: Plane, ways: Mapping[str, Sequence[Point]]
) -> tuple[list[Markup], list[tuple[Drawn, str]], int]:
    """Return places with their names, what the key says of those with a number, and how many names are on the map nowhere."""
    at = {one.key: plane.at((one.longitude, one.latitude)) for one in value.places}
    first = set(value.prominent())
    room = _room(value, plane, ways, at)
    leaders: list[Markup] = []
    parts: list[Markup] = []
    over: list[Place] = []
    for one in value.places:
        if one.key in first and not _name(sheet, room, one, at[one.key], AWAY, leaders, parts):
            over.append(one)
    told: list[tuple[Drawn, str]] = []
    for number, one in enumerate(over, start=1):
        spot = number_spot(room, at[one.key])
        leaders.append(line(*at[one.key], *spot, "picture__leader"))
        parts.append(group(number_mark(number)(*spot), title=one.name))
        told.append((number_mark(number), one.name))
    others = [one for one in value.places if one.key not in first]
    put = sum(_name(sheet, room, one, at[one.key], AWAY[:2], leaders, parts) for one in others)
    dots = [_dot(one, at[one.key], one.key in first) for one in value.places]
    return [*leaders, *dots, *parts, *_waters(room, plane)], told, len(others) - put


def _room(value: Network, plane: Plane, ways: Mapping[str, Sequence[Point]], at: Mapping[str, Point]) -> Room:
    frame = plane.frame
    inside = Box(frame.left + 3, frame.top + 3, frame.right - 3, frame.foot - 3)
    lines = [pair for points in ways.values() for pair in pairwise(points)]
    marks = [middle(ways[one.key])[0] for one in value.connections if one.mark is not None]
    boxes = [*(_around(point, DOT) for point in at.values()), *(_around(point, MARKED) for point in marks)]
    return Room(inside, lines, boxes)


def _around(point: Point, reach: float) -> Box:
    return Box(point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach)


def _dot(one: Place, at: Point, prominent: bool) -> Markup:
    class_ = "picture__spot--end" if prominent else "picture__spot"
    return group(circle(*at, DOT + 1 if prominent else DOT - 0.6, class_), title=one.name)


def _name(
    sheet: Sheet,
    room: Room,
    one: Place,
    at: Point,
    away: Sequence[float],
    leaders: list[Markup],
    parts: list[Markup],
) -> bool:
    """Put the name of a place where it has room, with a leader if that is not beside it; say whether it has."""
    shown = wrap(one.name, NAME_WIDTH, SMALL, most=4, even=True)
    wide, high = shown.width + 2, LEADING * len(shown.lines)
    box = room.take(_places(at, wide, high, away), at, over_lines=True)
    if box is None:
        return False
    near = box.nearest(at)
    if hypot(near[0] - at[0], near[1] - at[1]) > AWAY[1]:
        leaders.append(line(*at, *near, "picture__leader"))
    x, ending = beside(box, at)
    class_ = f"picture__small{ending} picture__halo"
    text = words(x, box.top + 10, shown.lines, class_, whole=shown.whole, leading=LEADING)
    parts.append(sheet.linked(one.thing, text))
    return True


def _places(at: Point, wide: float, high: float, away: Sequence[float]) -> Iterator[Box]:
    x, y = at
    for by in away:
        slant = by * 0.7
        for left, top in (
            (x + by, y - high / 2),
            (x - by - wide, y - high / 2),
            (x - wide / 2, y - by - high),
            (x - wide / 2, y + by),
            (x + slant, y - slant - high),
            (x + slant, y + slant),
            (x - slant - wide, y - slant - high),
            (x - slant - wide, y + slant),
        ):
            yield Box(left, top, left + wide, top + high)


def _waters(room: Room, plane: Plane) -> Iterator[Markup]:
    """Yield the names of waters where the map leaves them room."""
    for name, degrees in WATERS.items():
        x, y = plane.at(degrees)
        shown = wrap(_(name), 70, NOTE, most=3)
        high = 14.0 * len(shown.lines)
        spots = [(x, y), (x, y - 24), (x, y + 24), (x - 20, y), (x + 20, y)]
        boxes = [Box(a - shown.width / 2, b - high / 2, a + shown.width / 2, b + high / 2) for a, b in spots]
        box = room.take(boxes)
        if box is not None:
            middle_of = (box.left + box.right) / 2
            yield words(middle_of, box.top + 11, shown.lines, "picture__water-name", leading=14)
