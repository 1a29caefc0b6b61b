"""The region by status on the view's day, as a map.

The outlines are those of ``data/outlines.json``, whose README says where they are from and which lines they leave out: no
disputed line is drawn, and land that several states claim has no status' colour. The projection is Albers' equal-area conic
(``projection``) for the states of the region that the outlines have whole, which fill the frame; its parallels stand under
the map. A name that does not fit into its land has a number there, and stands in the key.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from math import ceil, inf
from typing import Any

from kengesh.mechanism.reader import Reader
from kengesh.pictures.marks import Drawn, Sort, disputed_entry, disputed_mark, key, sort_words
from kengesh.pictures.picture import Link, Picture, foreign
from kengesh.pictures.projection import Albers, Frame, Point, Ring, Window, is_in, thinned
from kengesh.pictures.region import Region, region_description, region_of, region_table, region_title
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.standings import stand_words
from kengesh.pictures.svg import Markup, circle, element, group, hatching, number, path, rect, words
from kengesh.pictures.writing import LABEL, NOTE, SMALL, text_width, wrap
from kengesh.terms.messages import N_, _

WIDTH, MARGIN = 940.0, 14.0
AROUND = 26.0
WATER_WIDTH = 76.0
DETAIL = 1.1  # points nearer than this to each other are one
HATCH = 6.0
PLACES = 18  # how many places across and down a name is tried at

DISCLAIMER = N_("The map implies no opinion on the legal status of any territory or on any border.")
# Waters that readers look for, each with a place for its name that is far from any shore.
WATERS = {
    N_("Caspian Sea"): (51.4, 39.0),
    N_("Aral Sea"): (62.6, 47.0),
    N_("Black Sea"): (34.5, 43.2),
}

Area = Sequence[Sequence[Ring]]
"""Polygons, each its outer ring and then its holes."""


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

    def rings(self, area: Area) -> list[list[Point]]:
        """Return the rings of an area inside the frame."""
        found = []
        for polygon in area:
            for ring in polygon:
                inside = self.frame.cut(thinned(map(self.at, ring), DETAIL))
                if len(inside) > 2:
                    found.append(inside)
        return found


class Told(Enum):
    """How much of a state's name and status has room in its land; of the least, a number."""

    WHOLE = "whole"
    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Named:
    """A state on the map: where its name stands, and how much of it."""

    state: str
    at: Point
    told: Told


def region_map(reader: Reader, body: str, link: Link | None = None) -> Picture:
    """Draw the map of the region by what states are in a body."""
    region = region_of(reader, body)
    title = region_title(reader, region)
    plane, rings, _lakes = _geometry(region.states)
    sheet = Sheet(link)
    frame = plane.frame
    whole = (frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    sheet.add(rect(*whole, "picture__sea"))
    sheet.add(*_land(rings, region), *_ground(region.states).lines)
    sheet.add(*_waters(plane, rings, region))
    edges = tuple(_spread(_boxes(plane)))
    names = [_place(reader, region, state, edges) for state in region.stands if rings.get(state)]
    numbered = [one.state for one in names if one.told is Told.NUMBER]
    numbers = {state: place for place, state in enumerate(numbered, start=1)}
    for one in names:
        sheet.add(_name(sheet, reader, region, one, numbers.get(one.state)))
    sheet.add(rect(*whole, "picture__map-frame"))
    outside = [party for party in region.stands if not rings.get(party)]
    drawn, high = key(_key(reader, region, names, outside), MARGIN, frame.foot + 8, WIDTH - 2 * MARGIN)
    sheet.add(drawn)
    foot = frame.foot + 8 + high
    for told in (_(DISCLAIMER), _about(plane)):
        lines = wrap(told, WIDTH - 2 * MARGIN, NOTE, most=3).lines
        sheet.add(words(MARGIN, foot + 16, lines, "picture__note"))
        foot += 16 * len(lines) + 2
    description = f"{region_description(reader, region)} {_(DISCLAIMER)}"
    return sheet.picture(title, description, region_table(reader, region, title), WIDTH, foot + 12)


@lru_cache(8)
def _geometry(
    states: frozenset[str],
) -> tuple[Plane, dict[str, list[list[Point]]], list[list[Point]]]:
    """Return the plane for these states, the land of every state on it, and the lakes."""
    outlines = _outlines()
    plane = _plane(outlines, states)
    rings = {state: plane.rings(area) for state, area in outlines["states"].items()}
    return plane, rings, [ring for area in outlines["lakes"].values() for ring in plane.rings(area)]


@cache
def _outlines() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(pkgutil.get_data("kengesh.pictures", "data/outlines.json") or b"")
    return read


def _plane(outlines: dict[str, Any], states: frozenset[str]) -> Plane:
    """Return the plane on which the states that the outlines have whole fill the frame."""
    west, south, east, north = outlines["window"]
    shown: list[Point] = []
    for state in sorted(states):
        points = [
            (x, y) for polygon in outlines["states"].get(state, ()) for ring in polygon for x, y in ring
        ]
        if points and all(west < x < east and south < y < north for x, y in points):
            shown += points
    shown = shown or [(west, south), (west, north), (east, south), (east, north)]
    xs, ys = [x for x, _y in shown], [y for _x, y in shown]
    projection = Albers.of(Window(min(xs), min(ys), max(xs), max(ys)))
    flat = [projection.at(*point) for point in shown]
    left, right = min(x for x, _y in flat), max(x for x, _y in flat)
    top, foot = min(y for _x, y in flat), max(y for _x, y in flat)
    scale = (WIDTH - 2 - 2 * AROUND) / (right - left)
    move = (1 + AROUND - left * scale, 1 + AROUND - top * scale)
    frame = Frame(1, 1, WIDTH - 1, 1 + ceil((foot - top) * scale + 2 * AROUND))
    return Plane(projection, scale, move, frame)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map of these states shows whatever they are: other land, land that is claimed, paths of states, lines, lakes."""

    other: Markup
    claimed: Markup | None
    paths: dict[str, str]
    lines: tuple[Markup, ...]


@lru_cache(8)
def _ground(states: frozenset[str]) -> Ground:
    plane, rings, lakes = _geometry(states)
    outlines = _outlines()
    claimed = plane.rings(outlines["disputed"])
    return Ground(
        _area(_path(plane.rings(outlines["other_land"])), "picture__land"),
        _area(_path(claimed), "picture__land") if claimed else None,
        {state: _path(inside) for state, inside in rings.items() if inside},
        tuple(_lines(plane, outlines, lakes)),
    )


def _land(rings: dict[str, list[list[Point]]], region: Region) -> Iterator[Markup]:
    ground = _ground(region.states)
    yield ground.other
    for state, drawn in ground.paths.items():
        stand, inside = region.stands.get(state), rings[state]
        yield _area(drawn, "picture__land" if stand is None else f"picture__area--{stand.sort.value}")
        if stand is not None and stand.sort in (Sort.NOT_KNOWN, Sort.OTHER):
            ending = "--other" if stand.sort is Sort.OTHER else ""
            yield _hatched(inside, f"picture__area-hatch{ending}", rising=stand.sort is Sort.NOT_KNOWN)
    if ground.claimed:
        yield ground.claimed


def _lines(plane: Plane, outlines: dict[str, Any], lakes: Sequence[Ring]) -> Iterator[Markup]:
    borders = [points for one in outlines["borders"] for points in one["lines"]]
    for class_, lines in (
        ("picture__border", borders),
        ("picture__border-core", borders),
        ("picture__coast", outlines["coast"]),
    ):
        inside = [
            part for points in lines for part in plane.frame.cut_line(thinned(map(plane.at, points), DETAIL))
        ]
        if inside:
            yield element("path", d="".join(map(_open, inside)), class_=class_)
    if lakes:
        yield _area(_path(lakes), "picture__water")


def _waters(plane: Plane, rings: dict[str, list[list[Point]]], region: Region) -> Iterator[Markup]:
    for name, degrees in WATERS.items():
        at = plane.at(degrees)
        left, top, right, foot = _box(at, _(name))
        frame = plane.frame
        if frame.left < left and right < frame.right and frame.top < top and foot < frame.foot:
            land = next((state for state, inside in rings.items() if is_in(at, inside)), None)
            stand = region.stands.get(land or "")
            on_land = "" if stand is None else f" picture__in--tile-{stand.sort.value}"
            yield words(
                *at,
                wrap(_(name), WATER_WIDTH, NOTE, most=3).lines,
                f"picture__water-name{on_land}",
                leading=14,
            )


def _boxes(plane: Plane) -> Iterator[list[Point]]:
    """Yield the ground that the names of waters take."""
    for name, degrees in WATERS.items():
        left, top, right, foot = _box(plane.at(degrees), _(name))
        yield [(left, top), (right, top), (right, foot), (left, foot)]


def _box(at: Point, name: str) -> tuple[float, float, float, float]:
    lines = wrap(name, WATER_WIDTH, NOTE, most=3)
    return at[0] - lines.width / 2, at[1] - 12, at[0] + lines.width / 2, at[1] + 14 * len(lines.lines) - 10


def _area(drawn: str, class_: str) -> Markup:
    return element("path", d=drawn, class_=class_, fill_rule="evenodd")


def _path(rings: Iterable[Ring]) -> str:
    return "".join(_open(ring) + "Z" for ring in rings)


def _open(points: Sequence[Point]) -> str:
    """Write points as a path, each by its way from the one before, which is short."""
    x, y = (round(one, 1) for one in points[0])
    written = f"M{number(x)} {number(y)}l"
    steps = []
    for point in points[1:]:
        across, down = round(point[0] - x, 1), round(point[1] - y, 1)
        x, y = x + across, y + down
        steps.append(f"{number(across)} {number(down)}")
    return written + " ".join(steps)


def _hatched(rings: Sequence[Ring], class_: str, *, rising: bool) -> Markup:
    """Return slanted lines inside an area: where each crosses its edge, sorted, two by two."""
    way = 1 if rising else -1
    turned = [[(x + way * y, x) for x, y in ring] for ring in rings]
    low = min(c for ring in turned for c, _x in ring)
    high = max(c for ring in turned for c, _x in ring)
    steps: list[tuple[str | float, ...]] = []
    at = ceil(low / HATCH) * HATCH + HATCH / 2
    while at < high:
        crossed = sorted(
            x1 + (at - c1) / (c2 - c1) * (x2 - x1)
            for ring in turned
            for (c1, x1), (c2, x2) in zip(ring, [*ring[1:], ring[0]], strict=True)
            if (c1 > at) != (c2 > at)
        )
        for start, stop in zip(crossed[::2], crossed[1::2], strict=False):
            steps += [("M", start, way * (at - start)), ("L", stop, way * (at - stop))]
        at += HATCH
    return path(steps, class_)


def _spread(rings: Iterable[Ring]) -> list[Point]:
    """Return points all along the edges of areas."""
    points = []
    for ring in rings:
        for place, (x2, y2) in enumerate(ring):
            x1, y1 = ring[place - 1]
            steps = int(max(abs(x2 - x1), abs(y2 - y1)) // 8) + 1
            points += [
                (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps)
            ]
    return points


def _place(reader: Reader, region: Region, state: str, taken: tuple[Point, ...]) -> Named:
    """Find the place in a state's land where its name has most room; `taken` are points that it has to keep clear of too."""
    lines = _lines_of(reader, region, state)
    for told, shown in ((Told.WHOLE, lines), (Told.NAME, lines[:1])):
        wide, high = _size(shown)
        room, at = _room_in(region.states, state, taken, wide / high)
        if room >= high / 2:
            return Named(state, at, told)
    return Named(state, _room_in(region.states, state, taken, 1)[1], Told.NUMBER)


@lru_cache(1024)  # names of states by language and shape; looking for room is most of the work of a map
def _room_in(
    states: frozenset[str], state: str, taken: tuple[Point, ...], slim: float
) -> tuple[float, Point]:
    inside, shores = _places_in(states, state)
    return _roomiest(inside, [*taken, *shores], slim)


@lru_cache(128)
def _places_in(states: frozenset[str], state: str) -> tuple[list[Point], list[Point]]:
    """Return places in a state's land where a name may stand, and points along its edges and those of the lakes."""
    _plane, rings, lakes = _geometry(states)
    land = rings[state]
    xs, ys = [x for ring in land for x, _y in ring], [y for ring in land for _x, y in ring]
    steps = [step / PLACES for step in range(1, PLACES)]
    points = [
        (min(xs) + (max(xs) - min(xs)) * across, min(ys) + (max(ys) - min(ys)) * down)
        for across in steps
        for down in steps
    ]
    inside = [point for point in points if is_in(point, land)]
    edges = _spread([*land, *lakes])
    # neighbours far apart in the list: a place that is near some edge is then soon given up
    mixed = [edge for start in range(16) for edge in edges[start::16]]
    return inside or [(sum(xs) / len(xs), sum(ys) / len(ys))], mixed


def _roomiest(places: Sequence[Point], edges: Sequence[Point], slim: float) -> tuple[float, Point]:
    """Return the place around which the largest box of a shape has room, and half the height of that box."""
    best, where = 0.0, places[0]
    for x, y in places:
        room = inf
        for px, py in edges:
            room = min(room, max(abs(px - x) / slim, abs(py - y)))
            if room <= best:  # another place has more already
                break
        else:
            best, where = room, (x, y)
    return best, where


def _size(lines: Sequence[str]) -> tuple[float, float]:
    widths = [text_width(lines[0], LABEL), *(text_width(one, SMALL) for one in lines[1:])]
    return max(widths) + 4, 4 + 15 * len(lines)


def _lines_of(reader: Reader, region: Region, state: str) -> list[str]:
    stand = region.stands[state]
    told = reader.name(stand.status) if stand.status else stand_words(reader, stand)
    return [reader.name(state), *wrap(told, 150, SMALL, most=2, even=True).lines]


def _name(sheet: Sheet, reader: Reader, region: Region, one: Named, place: int | None) -> Markup:
    stand = region.stands[one.state]
    x, y = one.at
    parts = []
    if place is None:
        name, *status = _lines_of(reader, region, one.state)[: None if one.told is Told.WHOLE else 1]
        top = y - (len(status)) * 7 + 4
        class_ = f"picture__in--tile-{stand.sort.value} picture__halo--{stand.sort.value}"
        language = foreign(reader, reader.named(one.state).language)
        parts.append(words(x, top, [name], class_, language=language))
        status_language = foreign(reader, reader.named(stand.status).language) if stand.status else ""
        small = f"picture__tile-status {class_}"
        if status:
            parts.append(words(x, top + 14, status, small, language=status_language, leading=13))
        mark = (x, top - 20)
    else:
        parts += [
            circle(x, y, 8, "picture__number-ground"),
            words(x, y + 4, [str(place)], "picture__small--middle"),
        ]
        mark = (x + 14, y)
    if stand.disputed:
        parts.append(disputed_mark(*mark, 6))
    tip = f"{reader.name(one.state)} · {stand_words(reader, stand)}"
    return sheet.linked(one.state, group(*parts, title=tip))


def _key(
    reader: Reader, region: Region, names: Sequence[Named], outside: Sequence[str]
) -> Iterator[tuple[Drawn, str]]:
    sorts = {stand.sort for stand in region.stands.values()}
    for sort in Sort:
        if sort in sorts:
            yield _swatch(sort), sort_words(sort)
    if any(stand.disputed for stand in region.stands.values()):
        yield disputed_entry()
    place = 0
    for one in names:
        if one.told is Told.WHOLE:
            continue
        place += one.told is Told.NUMBER
        status = stand_words(reader, region.stands[one.state])
        says = _("{party}: {status}").format(party=reader.name(one.state), status=status)
        yield _number(place) if one.told is Told.NUMBER else _nothing, says
    for party in outside:
        says = _("not on the map: {party}: {status}")
        yield (
            _nothing,
            says.format(party=reader.name(party), status=stand_words(reader, region.stands[party])),
        )


def _swatch(sort: Sort) -> Drawn:
    def drawn(x: float, y: float) -> Markup:
        parts = [rect(x - 8, y - 7, 18, 14, f"picture__area--{sort.value}")]
        if sort in (Sort.NOT_KNOWN, Sort.OTHER):
            ending = "--other" if sort is Sort.OTHER else ""
            slanted = hatching(
                x - 8, y - 7, 18, 14, f"picture__area-hatch{ending}", rising=sort is Sort.NOT_KNOWN
            )
            parts.append(slanted)
        return group(*parts, rect(x - 8, y - 7, 18, 14, "picture__map-frame"))

    return drawn


def _number(place: int) -> Drawn:
    return lambda x, y: group(
        circle(x, y, 8, "picture__number-ground"), words(x, y + 4, [str(place)], "picture__small--middle")
    )


def _nothing(x: float, y: float) -> Markup:
    return circle(x, y, 2, "picture__half")


def _about(plane: Plane) -> str:
    says = _("Albers equal-area projection, standard parallels {south}° and {north}° N. Outlines: {source}.")
    projection = plane.projection
    return says.format(
        south=f"{projection.south:.1f}", north=f"{projection.north:.1f}", source=_outlines()["source"]
    )
