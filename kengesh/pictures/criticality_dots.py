"""What is lost where a link, a crossing or a vessel is closed: a row for each, a mark for each pair of places, in the order given.

A whisker is from P10 to P90. A pair that then has no way round stands in a column of its own at the right, with a barred mark; what is
not known stands in another, hatched. Neither is a number, and neither lies on the scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from kengesh.pictures.courses import course_mark, polygon
from kengesh.pictures.criticality_rows import (
    Closed,
    Criticality,
    Loss,
    Without,
    description,
    loss_words,
    table,
)
from kengesh.pictures.marks import Drawn, Sort, key, sort_mark
from kengesh.pictures.notice import exercise_notice, notes
from kengesh.pictures.number_line import NumberLine
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.quantity import Spread, axis_words
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, circle, group, line, rect, words
from kengesh.pictures.unbroken import wrap
from kengesh.pictures.writing import LABEL, NOTE
from kengesh.terms.messages import _

WIDTH, MARGIN, NAMES = 960.0, 14.0, 270.0
LEFT, RIGHT = 310.0, 720.0
NONE_AT, UNKNOWN_AT = 795.0, 893.0  # the middles of the columns at the right
COLUMN = 94.0
EVERY = 15.0  # between the marks of a row, one beneath the other
LINE = 15.0
MOST = 5
"""More than five shapes cannot be told apart at this size."""


@dataclass(frozen=True, slots=True)
class _Lane:
    """A row in its place."""

    row: Closed
    top: float
    height: float


def criticality_dots(value: Criticality, link: Link | None = None) -> Picture:
    """Draw what closings cost. Raises ValueError for more than five pairs."""
    if len(value.pairs) > MOST:
        says = _(
            "A row has room for at most {most} pairs, not {count}: draw the others in a picture of their own."
        )
        raise ValueError(says.format(most=MOST, count=len(value.pairs)))
    sheet = Sheet(link)
    strip, down = exercise_notice(value.exercise, MARGIN, 8, WIDTH - 2 * MARGIN)
    sheet.add(strip)
    if not value.rows or not value.pairs:
        sheet.add(words(MARGIN, down + 24, [_("There is nothing to compare.")], "picture__note"))
        return sheet.picture(value.title, description(value), table(value), WIDTH, down + 40)
    heads, top = _heads(down + 8)
    lanes = _lanes(value, top)
    foot = lanes[-1].top + lanes[-1].height
    scale = _scale(value)
    for place, lane in enumerate(lanes):
        if place % 2 == 0:
            sheet.add(rect(0, lane.top, WIDTH, lane.height, "picture__lane"))
    sheet.add(*heads, *scale.across(top, foot), line(scale.at(0), top, scale.at(0), foot, "picture__axis"))
    sheet.add(
        *(line(x - COLUMN / 2, top, x - COLUMN / 2, foot, "picture__rule") for x in (NONE_AT, UNKNOWN_AT))
    )
    for lane in lanes:
        sheet.add(*_row(sheet, value, scale, lane))
    sheet.add(words(RIGHT, foot + 33, [axis_words(value.unit)], "picture__note--end"))
    drawn, high = key(_key(value), MARGIN, foot + 44, WIDTH - 2 * MARGIN)
    sheet.add(drawn)
    beneath, more = notes(value.notes, MARGIN, foot + 46 + high, WIDTH - 2 * MARGIN)
    sheet.add(beneath)
    return sheet.picture(value.title, description(value), table(value), WIDTH, foot + high + more + 56)


def _heads(top: float) -> tuple[list[Markup], float]:
    """Return the heads of the columns that are not numbers, and where the rows begin."""
    told = [
        (NONE_AT, wrap(_("no way round"), COLUMN - 6, NOTE, most=3)),
        (UNKNOWN_AT, wrap(_("not known"), COLUMN - 6, NOTE, most=3)),
    ]
    high = max(len(one.lines) for _x, one in told) * LINE
    drawn = [words(x, top + 12, one.lines, "picture__note--middle", whole=one.whole) for x, one in told]
    scale = wrap(_("what is lost where it is closed"), RIGHT - LEFT, NOTE, most=2)
    drawn.append(words(LEFT, top + 12, scale.lines, "picture__note", whole=scale.whole))
    return drawn, top + max(high, LINE * len(scale.lines)) + 6


def _lanes(value: Criticality, top: float) -> list[_Lane]:
    lanes = []
    for row in value.rows:
        lines = len(wrap(row.name, NAMES, LABEL, most=4).lines)
        high = max(LINE * lines, EVERY * len(value.pairs)) + 12
        lanes.append(_Lane(row, top, high))
        top += high
    return lanes


def _scale(value: Criticality) -> NumberLine:
    known = [loss for row in value.rows for loss in row.losses if isinstance(loss, Spread)]
    ends = (end for one in known for end in (one.p50, *(one.range or ())))
    return NumberLine.of(ends, LEFT, RIGHT, 70)


def _row(sheet: Sheet, value: Criticality, scale: NumberLine, lane: _Lane) -> Iterator[Markup]:
    y = lane.top + lane.height / 2
    name = wrap(lane.row.name, NAMES, LABEL, most=4)
    foot = y + 4.5 - (len(name.lines) - 1) * LINE / 2
    yield sheet.linked(lane.row.thing, words(MARGIN, foot, name.lines, "picture__label", whole=name.whole))
    start = y - (len(value.pairs) - 1) * EVERY / 2
    for place, (pair, loss) in enumerate(zip(value.pairs, lane.row.losses, strict=True)):
        tip = f"{lane.row.name} · {pair} · {loss_words(loss, value.unit)}"
        yield group(*_loss(scale, place + 1, loss, start + place * EVERY), title=tip)


def _loss(scale: NumberLine, number: int, loss: Loss, y: float) -> Iterator[Markup]:
    if isinstance(loss, Spread):
        if loss.range is not None:
            low, high = map(scale.at, loss.range)
            yield line(low, y, high, y, "picture__whisker")
            yield from (line(x, y - 4, x, y + 4, "picture__whisker") for x in (low, high))
        yield pair_mark(number, scale.at(loss.p50), y)
    elif loss is Without.NO_WAY_ROUND:
        yield _barred(NONE_AT - 9, y)
        yield pair_mark(number, NONE_AT + 9, y)
    else:
        yield sort_mark(Sort.NOT_KNOWN, UNKNOWN_AT - 9, y, 5)
        yield pair_mark(number, UNKNOWN_AT + 9, y)


def pair_mark(number: int, x: float, y: float) -> Markup:
    """Return the mark of a pair: a disc, a square, a triangle, a hollow lozenge, a hollow star."""
    if number <= 3:
        return course_mark(number, x, y, 5)
    if number == 4:
        return polygon([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], "picture__pair--hollow")
    reach = [(6.5 if turn % 2 == 0 else 2.8, turn * pi / 5) for turn in range(10)]
    return polygon(
        [(x + far * sin(turn), y - far * cos(turn)) for far, turn in reach], "picture__pair--hollow"
    )


def _barred(x: float, y: float) -> Markup:
    """Return the mark of no way round: a ring with a bar."""
    return group(circle(x, y, 6, "picture__critical"), line(x - 3.5, y, x + 3.5, y, "picture__cut"))


def _key(value: Criticality) -> Iterator[tuple[Drawn, str]]:
    for number, pair in enumerate(value.pairs, start=1):
        yield _of(number), pair
    losses = [loss for row in value.rows for loss in row.losses]
    if any(isinstance(loss, Spread) and loss.range is not None for loss in losses):
        yield _whisker, _("P10–P90")
    if Without.NO_WAY_ROUND in losses:
        yield _barred, _("no way round")
    if Without.NOT_KNOWN in losses:
        yield lambda x, y: sort_mark(Sort.NOT_KNOWN, x, y, 5), _("not known")


def _of(number: int) -> Drawn:
    return lambda x, y: pair_mark(number, x, y)


def _whisker(x: float, y: float) -> Markup:
    ends = [line(at, y - 4, at, y + 4, "picture__whisker") for at in (x - 9, x + 10)]
    return group(line(x - 9, y, x + 10, y, "picture__whisker"), *ends)
