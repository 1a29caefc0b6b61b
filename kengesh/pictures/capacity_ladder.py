"""The capacity of a corridor as a ladder: its steps from the start to the end are rungs, and the cut goes through those that bind.

The length of a rung's bar is its capacity, the full part of it the flow. What is not known is hatched and says so; a step without a
limit has an open end. The cut is the set of steps whose capacities together are the most that can pass.

Done: capacity, flow, what one more is worth where it binds, the cut, the table. Not done: the steps of branches side by side: they
stand one beneath the other, in the order given.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from kengesh.pictures.capacity_ladder_rungs import Ladder, Rung, description, most_words, rung_words, table
from kengesh.pictures.marks import Drawn, key
from kengesh.pictures.notice import exercise_notice, notes
from kengesh.pictures.number_line import NumberLine
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.quantity import Unit, axis_words
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, group, hatching, line, path, rect, words
from kengesh.pictures.unbroken import wrap
from kengesh.pictures.writing import LABEL, NOTE
from kengesh.terms.messages import _

WIDTH, MARGIN, NAMES = 960.0, 14.0, 250.0
LEFT, RIGHT = 290.0, 700.0  # the two rails
TOLD = RIGHT + 32
BAR, LINE = 18.0, 15.0
LEAST_ROW = 40.0
TOOTH = 7.0  # of the line of the cut


def capacity_ladder(value: Ladder, link: Link | None = None) -> Picture:
    """Draw the ladder of a corridor."""
    sheet = Sheet(link)
    strip, down = exercise_notice(value.exercise, MARGIN, 8, WIDTH - 2 * MARGIN)
    sheet.add(strip)
    if not value.rungs:
        sheet.add(words(MARGIN, down + 24, [_("There is no step to draw.")], "picture__note"))
        return sheet.picture(value.title, description(value), table(value), WIDTH, down + 40)
    known = [one for rung in value.rungs for one in (rung.capacity, rung.flow) if one is not None]
    scale = NumberLine.of((one for one in known if not isinf(one)), LEFT, RIGHT, 70)
    top = down + 26
    heights = [_height(one, value.unit) for one in value.rungs]
    first = top + LINE * (len(_end(value.start)) - 1) + 16
    foot = first + sum(heights)
    sheet.add(words(LEFT, top, _end(value.start), "picture__count", leading=LINE))
    sheet.add(*scale.across(first, foot))
    sheet.add(*(line(x, first - 6, x, foot + 6, "picture__rail") for x in (LEFT, RIGHT)))
    y = first
    for rung, high in zip(value.rungs, heights, strict=True):
        sheet.add(*_rung(sheet, value.unit, scale, rung, y + high / 2))
        y += high
    sheet.add(words(RIGHT, foot + 33, [axis_words(value.unit)], "picture__note--end"))
    sheet.add(words(LEFT, foot + 54, _end(value.end), "picture__count", leading=LINE))
    foot += 54 + LINE * (len(_end(value.end)) - 1)
    drawn, high = key(_key(value), MARGIN, foot + 10, WIDTH - 2 * MARGIN)
    sheet.add(drawn)
    beneath, more = notes([most_words(value), *value.notes], MARGIN, foot + 14 + high, WIDTH - 2 * MARGIN)
    sheet.add(beneath)
    return sheet.picture(value.title, description(value), table(value), WIDTH, foot + high + more + 26)


def _end(name: str) -> tuple[str, ...]:
    return wrap(name, WIDTH - LEFT - MARGIN, LABEL * 1.1, most=2).lines


def _told(rung: Rung, unit: Unit) -> tuple[str, ...]:
    """Return the numbers of a rung in lines."""
    lines = [wrap(one, WIDTH - MARGIN - TOLD, NOTE, most=3).lines for one in rung_words(rung, unit)]
    return tuple(part for one in lines for part in one)


def _height(rung: Rung, unit: Unit) -> float:
    lines = max(len(wrap(rung.name, NAMES, LABEL, most=4).lines), len(_told(rung, unit)))
    return max(LINE * lines + 12, LEAST_ROW)


def _rung(sheet: Sheet, unit: Unit, scale: NumberLine, rung: Rung, y: float) -> Iterator[Markup]:
    name = wrap(rung.name, NAMES, LABEL, most=4)
    foot = y + 4.5 - (len(name.lines) - 1) * LINE / 2
    yield sheet.linked(rung.thing, words(MARGIN, foot, name.lines, "picture__label", whole=name.whole))
    told = _told(rung, unit)
    bar = [*_bar(scale, rung, y)]
    if rung.binds:
        bar += _cut(scale, rung, y)
    yield group(*bar, title=f"{rung.name} · {' · '.join(told)}")
    yield words(TOLD, y + 4.5 - (len(told) - 1) * LINE / 2, told, "picture__note")


def _bar(scale: NumberLine, rung: Rung, y: float) -> Iterator[Markup]:
    top = y - BAR / 2
    flow = 0.0 if rung.flow is None else scale.at(rung.flow) - LEFT
    if rung.capacity is None:
        yield rect(LEFT, top, RIGHT - LEFT, BAR, "picture__gap")
        yield hatching(LEFT, top, RIGHT - LEFT, BAR, "picture__hatch")
    elif isinf(rung.capacity):
        yield path(_open_ended(top), "picture__capacity")
    else:
        yield rect(LEFT, top, scale.at(rung.capacity) - LEFT, BAR, "picture__capacity")
        if rung.flow is None:
            yield hatching(
                LEFT, top, scale.at(rung.capacity) - LEFT, BAR, "picture__hatch", rising=False, gap=9
            )
    if flow:
        yield rect(LEFT, top + 4, flow, BAR - 8, "picture__flow-bar")


def _open_ended(top: float) -> list[tuple[str | float, ...]]:
    """Return a bar that runs on beyond the rail."""
    end = RIGHT + 6
    upper: list[tuple[str | float, ...]] = [
        ("M", end, top),
        ("L", LEFT, top),
        ("L", LEFT, top + BAR),
        ("L", end, top + BAR),
    ]
    return [*upper, ("M", end + 4, top - 2), ("L", end + 14, top + BAR / 2), ("L", end + 4, top + BAR + 2)]


def _cut(scale: NumberLine, rung: Rung, y: float) -> list[Markup]:
    """Return a line of teeth through a rung, from beyond one rail to beyond the other, broken where the bar is to be read."""
    full = rung.capacity is None or isinf(rung.capacity)
    end = RIGHT + 16 if rung.capacity is None or full else scale.at(rung.capacity) + 6
    pieces = [_teeth(LEFT - 24, LEFT - 2, y), _teeth(end, max(RIGHT, end) + 18, y)]
    return [
        *(path(one, "picture__cut-ground") for one in pieces),
        *(path(one, "picture__cut") for one in pieces),
    ]


def _teeth(start: float, stop: float, y: float) -> list[tuple[str | float, ...]]:
    count = max(round((stop - start) / TOOTH), 2)
    wide = (stop - start) / count
    up_and_down = [(start + wide * place, y + (4 if place % 2 else -4)) for place in range(1, count)]
    return [("M", start, y), *(("L", *one) for one in up_and_down), ("L", stop, y)]


def _key(value: Ladder) -> Iterator[tuple[Drawn, str]]:
    capacities = [one.capacity for one in value.rungs]
    if any(one is not None for one in capacities):
        yield lambda x, y: rect(x - 8, y - 7, 18, 14, "picture__capacity"), _("capacity")
    if any(one.flow for one in value.rungs):
        yield lambda x, y: rect(x - 8, y - 4, 18, 8, "picture__flow-bar"), _("flow")
    if any(one.flow is None and one.capacity is not None and not isinf(one.capacity) for one in value.rungs):
        yield _flow_not_known, _("flow not known")
    if None in capacities:
        yield _not_known, _("capacity not known")
    if any(one.binds for one in value.rungs):
        yield _cut_sample, _("the cut: the steps that bind")


def _not_known(x: float, y: float) -> Markup:
    return group(rect(x - 8, y - 7, 18, 14, "picture__gap"), hatching(x - 8, y - 7, 18, 14, "picture__hatch"))


def _flow_not_known(x: float, y: float) -> Markup:
    slanted = hatching(x - 8, y - 7, 18, 14, "picture__hatch", rising=False, gap=9)
    return group(rect(x - 8, y - 7, 18, 14, "picture__capacity"), slanted)


def _cut_sample(x: float, y: float) -> Markup:
    return path(_teeth(x - 9, x + 11, y), "picture__cut")
