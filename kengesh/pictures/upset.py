"""Which parties, and no others, share which bodies: an UpSet picture, for more sets than circles can show.

After Alexander Lex, Nils Gehlenborg, Hendrik Strobelt, Romain Vuillemot and Hanspeter Pfister, "UpSet: Visualization of
Intersecting Sets", IEEE Transactions on Visualization and Computer Graphics 20 (2014), 1983-1992.

A row is a party, with the number of bodies to which it belongs at the left. A column is an exclusive intersection: a full disc
where the party belongs to the bodies of the column, a point where it does not, and the bar above says how many bodies these are.
What is not known is drawn too: columns with a hatched square, where it is not known whether the party belongs, stand apart at
the right, their bars and their part of the numbers at the left hatched.

Done: exclusive intersections, that of no party too, in the order given; numbers as ranges; the table. Not done: other kinds of
intersection, sorting and filtering by the reader, attributes of the bodies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kengesh.mechanism.reader import Reader
from kengesh.pictures.marks import Drawn, Sort, key, sort_mark
from kengesh.pictures.picture import Link, Picture, foreign
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, circle, group, hatching, line, rect, words
from kengesh.pictures.upset_table import Column, description, table, whose
from kengesh.pictures.writing import NOTE, Wrapped, text_width, wrap
from kengesh.terms.messages import _

LEFT = 14.0
NAMES = 190.0
SIZES = 110.0  # for the longest bar of a size, its number before it
COLUMN = 30.0
APART = 26.0  # between what is known and what is not
BARS = 120.0
HEAD = 56.0  # two lines on what the bars count, and the number of the highest bar
LEAST_ROW = 26.0
LINE = 15.0
BAR = 16.0
DISC = 7.0
POINT = 2.2
LEAST_WIDTH = 480.0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts stand: the middles of the columns, the tops and heights of the rows, and the scales of the bars."""

    columns: tuple[float, ...]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    sizes: tuple[tuple[int, int], ...]
    per_body: float
    per_size: float
    head: float
    width: float

    @property
    def foot(self) -> float:
        return self.tops[-1] + self.heights[-1] if self.tops else self.head


def upset(
    reader: Reader,
    title: str,
    parties: Sequence[str],
    columns: Sequence[Column],
    link: Link | None = None,
) -> Picture:
    """Draw the exclusive intersections of parties; they come in the order given, the columns too, the open ones last."""
    ordered = [*(one for one in columns if not one.open), *(one for one in columns if one.open)]
    sheet = Sheet(link)
    if not ordered:
        sheet.add(words(LEFT, 24, [_("The record says nothing of this up to this day.")], "picture__note"))
        return sheet.picture(title, description(reader, ()), table(reader, title, ()), LEAST_WIDTH, 40)
    places = _places(reader, parties, ordered)
    sheet.add(*_rows(sheet, reader, parties, places))
    sheet.add(*_heads(ordered, places))
    for place, column in enumerate(ordered):
        sheet.add(_column(reader, parties, column, places, place))
    sheet.add(
        line(places.columns[0] - COLUMN / 2, places.head, places.width - LEFT, places.head, "picture__axis")
    )
    drawn, high = key(_key(ordered), LEFT, places.foot + 10, places.width - 2 * LEFT)
    sheet.add(drawn)
    told = description(reader, ordered)
    return sheet.picture(title, told, table(reader, title, ordered), places.width, places.foot + high + 24)


def _places(reader: Reader, parties: Sequence[str], columns: Sequence[Column]) -> _Places:
    start = LEFT + SIZES + NAMES + COLUMN / 2
    middles = []
    for place, column in enumerate(columns):
        apart = APART if column.open and place and not columns[place - 1].open else 0.0
        start += apart
        middles.append(start)
        start += COLUMN
    head = HEAD + BARS
    heights = [max(len(_name(reader, one).lines) * LINE + 10, LEAST_ROW) for one in parties]
    sizes = tuple(_size(one, columns) for one in parties)
    most = max((len(column.bodies) for column in columns), default=1)
    widest = max((highest for _lowest, highest in sizes), default=1)
    return _Places(
        tuple(middles),
        tuple(head + 8 + sum(heights[:place]) for place in range(len(parties))),
        tuple(heights),
        sizes,
        BARS / max(most, 1),
        (SIZES - _numbers(sizes) - 8) / max(widest, 1),
        head,
        max(start - COLUMN / 2 + LEFT, LEAST_WIDTH),
    )


def _size(one: str, columns: Sequence[Column]) -> tuple[int, int]:
    sure = sum(len(column.bodies) for column in columns if one in column.parties)
    return sure, sure + sum(len(column.bodies) for column in columns if one in column.open)


def _numbers(sizes: Sequence[tuple[int, int]]) -> float:
    return max((text_width(_range(*one), NOTE) for one in sizes), default=0.0)


def _range(lowest: int, highest: int) -> str:
    return str(lowest) if lowest == highest else f"{lowest}–{highest}"


def _name(reader: Reader, one: str) -> Wrapped:
    return wrap(reader.name(one), NAMES - 24, most=3)


def _rows(sheet: Sheet, reader: Reader, parties: Sequence[str], places: _Places) -> Iterator[Markup]:
    right = LEFT + SIZES
    for place, one in enumerate(parties):
        top, high = places.tops[place], places.heights[place]
        if place % 2 == 0:
            yield rect(0, top, places.width, high, "picture__lane")
        lowest, highest = places.sizes[place]
        y = top + high / 2
        yield from _size_bar(right, y, lowest * places.per_size, highest * places.per_size)
        at = right - highest * places.per_size - 5
        yield words(at, y + 4, [_range(lowest, highest)], "picture__note--end")
        wrapped = _name(reader, one)
        foot = y + 4.5 - (len(wrapped.lines) - 1) * LINE / 2
        language = foreign(reader, reader.named(one).language)
        text = words(
            right + 10, foot, wrapped.lines, "picture__label", language=language, whole=wrapped.whole
        )
        yield sheet.linked(one, text)


def _size_bar(right: float, y: float, sure: float, most: float) -> Iterator[Markup]:
    top, high = y - 5, 10
    if sure:
        yield rect(right - sure, top, sure, high, "picture__band--membership")
    if most > sure:
        yield rect(right - most, top, most - sure, high, "picture__unsure-edge--membership")
        yield hatching(right - most, top, most - sure, high, "picture__unsure--membership")


def _heads(columns: Sequence[Column], places: _Places) -> Iterator[Markup]:
    """Say what the two sorts of bars count, and part what is known from what is not."""
    sizes = wrap(_("bodies to which it belongs"), SIZES, NOTE, most=3)
    yield words(LEFT, places.head - (len(sizes.lines) - 1) * LINE - 6, sizes.lines, "picture__note")
    left = places.columns[0] - COLUMN / 2
    counts = wrap(_("bodies to which exactly these belong"), places.width - LEFT - left, NOTE)
    yield words(left, 16, counts.lines, "picture__note", whole=counts.whole)
    at = next((place for place, column in enumerate(columns) if column.open), None)
    if at:
        x = places.columns[at] - (COLUMN + APART) / 2
        yield line(x, HEAD - 8, x, places.foot, "picture__day")


def _column(reader: Reader, parties: Sequence[str], column: Column, places: _Places, place: int) -> Markup:
    x = places.columns[place]
    count = len(column.bodies)
    high = count * places.per_body
    top = places.head - high
    bar = [rect(x - BAR / 2, top, BAR, high, "picture__band--membership")]
    if column.open:
        bar = [
            rect(x - BAR / 2, top, BAR, high, "picture__unsure-edge--membership"),
            hatching(x - BAR / 2, top, BAR, high, "picture__unsure--membership"),
        ]
    number = words(x, top - 6, [str(count)], "picture__small--middle")
    tip = f"{whose(reader, column)}: {reader.names(column.bodies)}"
    return group(*bar, number, *_dots(parties, column, places, x), title=tip)


def _dots(parties: Sequence[str], column: Column, places: _Places, x: float) -> Iterator[Markup]:
    middles = [top + high / 2 for top, high in zip(places.tops, places.heights, strict=True)]
    joined = [y for one, y in zip(parties, middles, strict=True) if one in column.parties]
    if len(joined) > 1:
        yield line(x, min(joined), x, max(joined), "picture__axis")
    for one, y in zip(parties, middles, strict=True):
        if one in column.parties:
            yield sort_mark(Sort.MEMBERSHIP, x, y, DISC)
        elif one in column.open:
            yield _unknown(x, y)
        else:
            yield _absent(x, y)


def _unknown(x: float, y: float) -> Markup:
    return sort_mark(Sort.NOT_KNOWN, x, y, DISC)


def _absent(x: float, y: float) -> Markup:
    return circle(x, y, POINT, "picture__mark--none")


def _key(columns: Sequence[Column]) -> Iterator[tuple[Drawn, str]]:
    yield lambda x, y: sort_mark(Sort.MEMBERSHIP, x, y, DISC), _("belongs")
    yield _absent, _("does not belong")
    if any(column.open for column in columns):
        yield _unknown, _("not known whether it belongs")
        yield _hatched, _("bodies: not known of every party")


def _hatched(x: float, y: float) -> Markup:
    left, top, wide, high = x - 8, y - 7, 18, 14
    return group(
        rect(left, top, wide, high, "picture__unsure-edge--membership"),
        hatching(left, top, wide, high, "picture__unsure--membership"),
    )
