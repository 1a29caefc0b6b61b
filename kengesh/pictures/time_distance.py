"""The time-distance, or cost-distance, diagram of UNESCAP: distance across, time or cost upwards, step by step.

After the time/cost-distance methodology of the United Nations Economic and Social Commission for Asia and the Pacific (ESCAP),
which follows A. K. C. Beresford and R. C. Dubey (UNCTAD, 1990): a leg rises over its distance, and a stop at a border, a port or
a transfer is a step straight up.

A step whose number is not known is dashed and rises only by the least that it can be; at a stop an arrow says that it may be
more. The band is from P10 to P90 of the sum, between steps of which both are known. Up to three routes or scenarios lie over
each other. A name that finds no room has a number, and stands in the key.

Done: steps and legs with their names, bands, sums, the key, the table. Not done: a line of another speed to compare with,
several units at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kengesh.pictures.courses import (
    course_mark,
    course_sample,
    numbered,
    open_sample,
    polygon,
    range_sample,
)
from kengesh.pictures.marks import Drawn, key
from kengesh.pictures.means_marks import Means, means_mark, means_words
from kengesh.pictures.notice import exercise_notice, exercise_words, joined, notes
from kengesh.pictures.number_line import NumberLine
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.quantity import Unit, axis_words
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, group, line, path, words
from kengesh.pictures.time_distance_labels import Drawing, Leg, labels
from kengesh.pictures.time_distance_steps import Course, Diagram, Reached, course_words, reached, step_words
from kengesh.pictures.time_distance_table import table
from kengesh.terms.messages import _

WIDTH, LEFT, RIGHT = 960.0, 74.0, 936.0
HEIGHT = 460.0
MARGIN = 14.0
STUB = 16.0  # how far an arrow rises over a stop whose time is not known
LEAST_FOR_SIGN = 20.0  # a shorter piece has no room for its sign
SAMPLE = 4.5


def time_distance(value: Diagram, link: Link | None = None) -> Picture:
    """Draw a time-distance diagram. Raises ValueError for more than three courses."""
    numbers = numbered(value.courses)
    sheet = Sheet(link)
    strip, down = exercise_notice(value.exercise, MARGIN, 8, WIDTH - 2 * MARGIN)
    sheet.add(strip)
    told = [course_words(one, value.unit) + "." for one in value.courses]
    description = joined([*told, exercise_words() if value.exercise else ""])
    if not any(one.steps for one in value.courses):
        sheet.add(words(MARGIN, down + 24, [_("There is no step to draw.")], "picture__note"))
        return sheet.picture(value.title, description, table(value), WIDTH, down + 40)
    top = down + 34
    drawing = _drawing(value, top)
    sheet.add(words(MARGIN, top - 14, [axis_words(value.unit)], "picture__note"))
    sheet.add(*drawing.up.upwards(LEFT, RIGHT), *drawing.across.across(top, drawing.foot))
    sheet.add(words(RIGHT, drawing.foot + 33, [axis_words(Unit.KM)], "picture__note--end"))
    for number, course in zip(numbers, value.courses, strict=True):
        sheet.add(*_band(drawing, number, course))
    for number in numbers:
        sheet.add(*_line(drawing, number))
    signs = list(_signs(drawing))
    named, left_over = labels(sheet, drawing, signs)
    sheet.add(*named, *(means_mark(leg.reached.step.means, *leg.middle) for leg in signs))
    foot = drawing.foot + 42
    drawn, high = key([*_key(value), *left_over], MARGIN, foot, WIDTH - 2 * MARGIN)
    sheet.add(drawn)
    beneath, more = notes(value.notes, MARGIN, foot + high + 4, WIDTH - 2 * MARGIN)
    sheet.add(beneath)
    return sheet.picture(value.title, description, table(value), WIDTH, foot + high + more + 16)


def _drawing(value: Diagram, top: float) -> Drawing:
    courses = [list(reached(one)) for one in value.courses]
    every = [one for steps in courses for one in steps]
    across = NumberLine.of((one.km for one in every), LEFT, RIGHT, 90)
    highest = [end for one in every for end in (one.amount, *(one.step.range or ()))]
    up = NumberLine.of(highest, top + HEIGHT, top, 52)
    legs = [
        Leg(
            number,
            one,
            (across.at(one.from_km), up.at(one.from_amount)),
            (across.at(one.km), up.at(one.amount)),
        )
        for number, steps in enumerate(courses, start=1)
        for one in steps
    ]
    return Drawing(across, up, value.unit, tuple(legs))


def _band(drawing: Drawing, number: int, course: Course) -> Iterator[Markup]:
    """Yield the band from P10 to P90, in pieces where it is not known throughout."""
    at = [(0.0, (0.0, 0.0))] if course.steps else []
    ends = [*at, *((one.km, one.step.range) for one in reached(course))]
    for known, piece in groupby(ends, key=lambda end: end[1] is not None):
        spots = [(drawing.across.at(km), *map(drawing.up.at, both)) for km, both in piece if both is not None]
        if not known or len(spots) < 2:
            continue
        low, high = [(x, y) for x, y, _high in spots], [(x, y) for x, _low, y in spots]
        yield polygon([*low, *reversed(high)], f"picture__range--{number}")
        yield path(_steps(low), f"picture__range-edge--{number}")
        yield path(_steps(high), f"picture__range-edge--{number}")


def _steps(points: Sequence[tuple[float, float]]) -> list[tuple[str | float, ...]]:
    return [("L" if place else "M", *point) for place, point in enumerate(points)]


def _line(drawing: Drawing, number: int) -> Iterator[Markup]:
    for leg in drawing.of(number):
        step = leg.reached.step
        known = step.amount is not None and step.km is not None
        class_ = f"picture__course--{number}" + ("" if known else " picture__course--open")
        parts = [line(*leg.start, *leg.stop, class_)]
        if step.amount is None and not step.means.runs:
            parts.append(_arrow(*leg.stop, f"picture__course--{number}"))
        yield group(*parts, title=_tip(step.name, leg.reached, drawing))
    for place, leg in enumerate(drawing.of(number)):
        if not place:
            yield course_mark(number, *leg.start, SAMPLE)
        yield course_mark(number, *leg.stop, SAMPLE)


def _tip(name: str, one: Reached, drawing: Drawing) -> str:
    return f"{name} · {means_words(one.step.means)} · {step_words(one.step, drawing.unit)}"


def _arrow(x: float, y: float, class_: str) -> Markup:
    top = y - STUB
    head = [("M", x - 4, top + 5), ("L", x, top), ("L", x + 4, top + 5)]
    return group(
        line(x, y, x, top, f"{class_} picture__course--open"), path(head, f"{class_} picture__course--arrow")
    )


def _signs(drawing: Drawing) -> Iterator[Leg]:
    """Yield the legs that are long enough for a sign, one of those that lie over each other."""
    taken: list[tuple[float, float]] = []
    for leg in drawing.legs:
        x, y = leg.middle
        near = any(abs(x - one) < 18 and abs(y - other) < 18 for one, other in taken)
        if leg.length >= LEAST_FOR_SIGN and not near:
            taken.append((x, y))
            yield leg


def _key(value: Diagram) -> Iterator[tuple[Drawn, str]]:
    steps = [step for course in value.courses for step in course.steps]
    for number, course in enumerate(value.courses, start=1):
        yield _sample(number), course_words(course, value.unit)
    if any(step.range is not None for step in steps):
        yield range_sample, _("P10–P90 of the sum")
    if any(step.amount is None or step.km is None for step in steps):
        yield open_sample, _("not known: drawn as the least that it can be")
    used = {step.means for step in steps}
    for means in Means:
        if means in used:
            yield _sign(means), means_words(means)


def _sample(number: int) -> Drawn:
    return lambda x, y: course_sample(number, x, y)


def _sign(means: Means) -> Drawn:
    return lambda x, y: means_mark(means, x, y)
