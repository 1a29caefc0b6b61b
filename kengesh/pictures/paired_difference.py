"""With against without: what changes, for each origin and destination and for each state, around a line at zero.

A bar is from P10 to P90 of the differences of paired draws: full on the side of a gain, hatched on the side of a loss. The P50 is
a disc for a gain, an empty square for a loss. A difference that is exactly zero in every draw has the sign of equality and the
words "no computed change"; what is not known is hatched on the line and says so. Losers are rows like all others.

Done: groups, bars, probabilities in words, the table. Not done: the share of each edit in a difference, which is a picture of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kengesh.pictures.courses import polygon
from kengesh.pictures.marks import Drawn, key
from kengesh.pictures.notice import exercise_notice, notes
from kengesh.pictures.number_line import NumberLine
from kengesh.pictures.paired_difference_rows import (
    Comparison,
    Difference,
    Group,
    description,
    range_note,
    row_words,
    table,
)
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.quantity import axis_words
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, circle, group, hatching, line, path, rect, words
from kengesh.pictures.unbroken import wrap
from kengesh.pictures.writing import LABEL, NOTE, Wrapped
from kengesh.terms.messages import _

WIDTH, MARGIN, NAMES = 960.0, 14.0, 226.0
LEFT, RIGHT = 256.0, 640.0
TOLD = RIGHT + 24
LINE, BAR = 15.0, 12.0
HEADING = 30.0
LEAST_SIDE = 0.15  # of the whole: how much of either side is shown, so that both have their names


def paired_difference(value: Comparison, link: Link | None = None) -> Picture:
    """Draw a comparison."""
    sheet = Sheet(link)
    strip, down = exercise_notice(value.exercise, MARGIN, 8, WIDTH - 2 * MARGIN)
    sheet.add(strip)
    if not value.rows:
        sheet.add(words(MARGIN, down + 24, [_("There is nothing to compare.")], "picture__note"))
        return sheet.picture(value.title, description(value), table(value), WIDTH, down + 40)
    scale = _scale(value.rows)
    heads, top = _heads(value, scale, down + 8)
    foot = top + sum(_group_height(value, one) for one in value.groups)
    y, lanes, rows = top, list[Markup](), list[Markup]()
    for one in value.groups:
        rows += _heading(one, y)
        y += HEADING if one.heading else 0
        for place, row in enumerate(one.rows):
            high = _height(value, row)
            if place % 2 == 0:
                lanes.append(rect(0, y, WIDTH, high, "picture__lane"))
            rows += _row(sheet, value, scale, row, y + high / 2)
            y += high
    zero = line(scale.at(0), top, scale.at(0), foot, "picture__zero")
    sheet.add(*lanes, *heads, *scale.across(top, foot), zero, *rows)
    sheet.add(words(RIGHT, foot + 33, [axis_words(value.unit)], "picture__note--end"))
    drawn, high = key(_key(value), MARGIN, foot + 44, WIDTH - 2 * MARGIN)
    sheet.add(drawn)
    beneath, more = notes([range_note(value), *value.notes], MARGIN, foot + 46 + high, WIDTH - 2 * MARGIN)
    sheet.add(beneath)
    return sheet.picture(value.title, description(value), table(value), WIDTH, foot + high + more + 56)


def _scale(rows: Sequence[Difference]) -> NumberLine:
    known = [row.change for row in rows if row.change is not None]
    ends = [end for one in known for end in (one.p50, *(one.range or ()))]
    span = max([0.0, *ends]) - min([0.0, *ends]) or 1.0
    return NumberLine.of([*ends, -LEAST_SIDE * span, LEAST_SIDE * span], LEFT, RIGHT, 70)


def _heads(value: Comparison, scale: NumberLine, top: float) -> tuple[list[Markup], float]:
    """Return the names of the two sides, and where the rows begin."""
    x = scale.at(0)
    below, above = (_("gain"), _("loss")) if value.less_is_gain else (_("loss"), _("gain"))
    left, right = wrap(f"← {below}", x - MARGIN - 8, NOTE), wrap(f"{above} →", WIDTH - MARGIN - x - 8, NOTE)
    drawn = [
        words(x - 8, top + 12, left.lines, "picture__note--end", whole=left.whole),
        words(x + 8, top + 12, right.lines, "picture__note", whole=right.whole),
    ]
    return drawn, top + LINE * max(len(left.lines), len(right.lines)) + 6


def _group_height(value: Comparison, one: Group) -> float:
    return (HEADING if one.heading else 0) + sum(_height(value, row) for row in one.rows)


def _heading(one: Group, top: float) -> list[Markup]:
    if not one.heading:
        return []
    shown = wrap(one.heading, WIDTH - 2 * MARGIN, LABEL * 1.1, most=1)
    return [words(MARGIN, top + 20, shown.lines, "picture__count picture__halo", whole=shown.whole)]


def _told(value: Comparison, row: Difference) -> tuple[str, ...]:
    lines = [wrap(one, WIDTH - MARGIN - TOLD, NOTE, most=3).lines for one in row_words(value, row)]
    return tuple(part for one in lines for part in one)


def _name(row: Difference) -> Wrapped:
    return wrap(row.name, NAMES, LABEL, most=4)


def _height(value: Comparison, row: Difference) -> float:
    return LINE * max(len(_name(row).lines), len(_told(value, row))) + 12


def _row(sheet: Sheet, value: Comparison, scale: NumberLine, row: Difference, y: float) -> Iterator[Markup]:
    name, told = _name(row), _told(value, row)
    foot = y + 4.5 - (len(name.lines) - 1) * LINE / 2
    yield sheet.linked(row.thing, words(MARGIN, foot, name.lines, "picture__label", whole=name.whole))
    yield group(*_change(value, scale, row, y), title=f"{row.name} · {' · '.join(told)}")
    yield words(TOLD, y + 4.5 - (len(told) - 1) * LINE / 2, told, "picture__note")


def _change(value: Comparison, scale: NumberLine, row: Difference, y: float) -> Iterator[Markup]:
    x = scale.at(0)
    if row.change is None:
        yield _not_known(x, y)
    elif row.is_none:
        yield _no_change(x, y)
    else:
        for low, high in _sides(row.change.range):
            yield from _bar(value.gains(low + high), scale.at(low), scale.at(high), y)
        yield _middle(value, row.change.p50, scale.at(row.change.p50), y)


def _sides(ends: tuple[float, float] | None) -> list[tuple[float, float]]:
    """Return the parts of a range below zero and above it."""
    if ends is None:
        return []
    low, high = ends
    parts = [(low, min(high, 0.0)), (max(low, 0.0), high)]
    return [(start, stop) for start, stop in parts if start < stop]


def _bar(gain: bool, left: float, right: float, y: float) -> Iterator[Markup]:
    top, wide = y - BAR / 2, right - left
    if gain:
        yield rect(left, top, wide, BAR, "picture__gain")
    else:
        yield rect(left, top, wide, BAR, "picture__loss")
        yield hatching(left, top, wide, BAR, "picture__loss-hatch", gap=4)


def _middle(value: Comparison, p50: float, x: float, y: float) -> Markup:
    if not p50:
        return _zero_mark(x, y)
    return _gain_mark(x, y) if value.gains(p50) else _loss_mark(x, y)


def _gain_mark(x: float, y: float) -> Markup:
    return circle(x, y, 6, "picture__p50--gain")


def _loss_mark(x: float, y: float) -> Markup:
    return rect(x - 5.5, y - 5.5, 11, 11, "picture__p50--loss")


def _zero_mark(x: float, y: float) -> Markup:
    return polygon([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], "picture__pair--hollow")


def _no_change(x: float, y: float) -> Markup:
    """Return the sign of equality, on a ground of its own."""
    strokes: list[tuple[str | float, ...]] = []
    for by in (-2.5, 2.5):
        strokes += [("M", x - 4, y + by), ("L", x + 4, y + by)]
    return group(circle(x, y, 8, "picture__number-ground"), path(strokes, "picture__equal"))


def _not_known(x: float, y: float) -> Markup:
    return group(
        rect(x - 9, y - 7, 18, 14, "picture__gap"), hatching(x - 9, y - 7, 18, 14, "picture__hatch", gap=4)
    )


def _key(value: Comparison) -> Iterator[tuple[Drawn, str]]:
    rows = [row for row in value.rows if row.change is not None and not row.is_none]
    middles = [row.change.p50 for row in rows if row.change is not None]
    sides = [low + high for row in rows if row.change is not None for low, high in _sides(row.change.range)]
    if any(map(value.gains, sides)):
        yield _side(gain=True), _("P10–P90, gain")
    if not all(map(value.gains, sides)):
        yield _side(gain=False), _("P10–P90, loss")
    if any(one and value.gains(one) for one in middles):
        yield _gain_mark, _("P50, a gain")
    if any(one and not value.gains(one) for one in middles):
        yield _loss_mark, _("P50, a loss")
    if 0 in middles:
        yield _zero_mark, _("P50, neither")
    if any(row.is_none for row in value.rows):
        yield _no_change, _("no computed change")
    if any(row.change is None for row in value.rows):
        yield _not_known, _("not known")


def _side(*, gain: bool) -> Drawn:
    return lambda x, y: group(*_bar(gain, x - 8, x + 10, y))
