"""A map of a network: connections by rail, road and sea, whether they are there yet, up to three routes, the cut, what is critical.

The ground is that of ``base_map``: where the outlines end, connections run on over plain ground, and a note says so. Connections are
straight lines between places unless points on their way are given; their length on the map is not that of the track.

Done: all connections and places, names without overlap, the credit, the table. A name of a route that finds no room has a
number and stands in the key; another place without room has its name in the table only, and a note counts them. Not done: names of
states, insets, a scale bar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kengesh.pictures.base_map import Plane, covered, ground, is_covered, plane_of, source, window_of
from kengesh.pictures.corridor_lines import (
    critical_mark,
    cut_mark,
    mark,
    ribbon,
    ribbon_sample,
    sample,
    shifted,
    way,
)
from kengesh.pictures.corridor_map_names import names
from kengesh.pictures.corridor_map_parts import (
    Connection,
    Mark,
    Network,
    State,
    mark_words,
    state_words,
    table,
)
from kengesh.pictures.courses import numbered
from kengesh.pictures.marks import Drawn, key
from kengesh.pictures.means_marks import Means, means_words
from kengesh.pictures.notice import exercise_notice, exercise_words, joined, notes
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.projection import Point
from kengesh.pictures.region_map import DISCLAIMER
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, group, rect, words
from kengesh.terms.messages import _, ngettext

WIDTH, MARGIN, AROUND = 960.0, 14.0, 34.0
APART = 6.0  # between connections of the same two places


def corridor_map(value: Network, link: Link | None = None) -> Picture:
    """Draw the map of a network. Raises ValueError for more than three routes."""
    numbers = numbered(value.routes)
    sheet = Sheet(link)
    strip, down = exercise_notice(value.exercise, MARGIN, 8, WIDTH - 2 * MARGIN)
    sheet.add(strip)
    if not value.places:
        sheet.add(words(MARGIN, down + 24, [_("There is no place to draw.")], "picture__note"))
        return sheet.picture(value.title, _description(value), table(value), WIDTH, down + 40)
    top = down + 8 if down else 1.0
    window = window_of([(one.longitude, one.latitude) for one in value.places])
    plane = plane_of(window, 1, top, WIDTH - 2, AROUND)
    frame = plane.frame
    sheet.add(*ground(plane))
    ways = _ways(value, plane)
    for number in numbers:
        sheet.add(*(ribbon(ways[key_], number) for key_ in value.routes[number - 1].connections))
    sheet.add(*_connections(value, ways))
    named, left_over, missing = names(sheet, value, plane, ways)
    sheet.add(
        *named,
        rect(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top, "picture__map-frame"),
    )
    drawn, high = key([*_key(value), *left_over], MARGIN, frame.foot + 8, WIDTH - 2 * MARGIN)
    sheet.add(drawn)
    beneath, more = notes(_notes(value, plane, missing), MARGIN, frame.foot + high + 10, WIDTH - 2 * MARGIN)
    sheet.add(beneath)
    return sheet.picture(value.title, _description(value), table(value), WIDTH, frame.foot + high + more + 20)


def _ways(value: Network, plane: Plane) -> dict[str, list[Point]]:
    """Return the lines of connections on the plane, those of the same two places side by side."""
    at = {one.key: (one.longitude, one.latitude) for one in value.places}
    together: Counter[frozenset[str]] = Counter()
    found: dict[str, list[Point]] = {}
    for one in value.connections:
        ends = frozenset((one.start, one.stop))
        points = [plane.at(point) for point in (at[one.start], *one.via, at[one.stop])]
        place = together[ends]
        found[one.key] = shifted(points, APART * ((place + 1) // 2) * (1 if place % 2 else -1))
        together[ends] += 1
    return found


def _connections(value: Network, ways: dict[str, list[Point]]) -> Iterator[Markup]:
    named = {one.key: one.name for one in value.places}
    for one in value.connections:
        yield group(way(ways[one.key], one.means, one.state), title=_tip(one, named))
    for one in value.connections:
        if one.mark is not None:
            yield group(mark(ways[one.key], one.mark), title=f"{_tip(one, named)} · {mark_words(one.mark)}")


def _tip(one: Connection, named: dict[str, str]) -> str:
    ends = named[one.start] if one.start == one.stop else f"{named[one.start]} – {named[one.stop]}"
    return f"{ends} · {means_words(one.means)} · {state_words(one.state)}"


def _key(value: Network) -> Iterator[tuple[Drawn, str]]:
    for number, route in enumerate(value.routes, start=1):
        yield _ribbon(number), route.name
    used = {one.means for one in value.connections}
    for means in Means:
        if means in used:
            yield _sample(means, State.EXISTING), means_words(means)
    states = {one.state for one in value.connections}
    for state in (State.BUILDING, State.PLANNED):
        if state in states:
            yield _sample(Means.ROAD, state), state_words(state)
    marks = {one.mark for one in value.connections}
    if Mark.CUT in marks:
        yield cut_mark, mark_words(Mark.CUT)
    if Mark.CRITICAL in marks:
        yield critical_mark, mark_words(Mark.CRITICAL)


def _ribbon(number: int) -> Drawn:
    return lambda x, y: ribbon_sample(number, x, y)


def _sample(means: Means, state: State) -> Drawn:
    return lambda x, y: sample(means, state, x, y)


def _notes(value: Network, plane: Plane, missing: int) -> Iterator[str]:
    yield value.credit
    if missing:
        says = ngettext(
            "{count} place has no room for its name on the map; the table has it.",
            "{count} places have no room for their names on the map; the table has them.",
            missing,
        )
        yield says.format(count=missing)
    if not all(is_covered((one.longitude, one.latitude)) for one in value.places):
        whole = covered()
        says = _(
            "Land, sea and borders are drawn only from {west}° to {east}° E and from {south}° to {north}° N. "
            "Beyond the dotted edge the ground is left plain."
        )
        yield says.format(west=whole.west, east=whole.east, south=whole.south, north=whole.north)
    yield _(DISCLAIMER)
    says = _("Albers equal-area projection, standard parallels {south}° and {north}° N. Outlines: {source}.")
    albers = plane.projection
    yield says.format(south=f"{albers.south:.1f}", north=f"{albers.north:.1f}", source=source())
    yield from value.notes


def _description(value: Network) -> str:
    count = len(value.connections)
    says = ngettext("The map has {count} connection.", "The map has {count} connections.", count)
    told = [says.format(count=count)]
    if value.routes:
        told.append(_("Routes: {routes}.").format(routes="; ".join(one.name for one in value.routes)))
    cut = sum(one.mark is Mark.CUT for one in value.connections)
    if cut:
        told.append(ngettext("{count} is in the cut.", "{count} are in the cut.", cut).format(count=cut))
    return joined([*told, exercise_words() if value.exercise else "", _(DISCLAIMER)])
