"""The names of the steps in a time-distance diagram: each where it runs into no other, or a number for it in the key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from kengesh.pictures.key_numbers import number_mark, number_spot
from kengesh.pictures.marks import Drawn
from kengesh.pictures.number_line import NumberLine
from kengesh.pictures.projection import Point
from kengesh.pictures.quantity import Unit
from kengesh.pictures.room import Box, Room, beside
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, group, line, words
from kengesh.pictures.time_distance_steps import Reached, step_words
from kengesh.pictures.unbroken import wrap
from kengesh.pictures.writing import SMALL
from kengesh.terms.messages import _

NAME_WIDTH = 140.0
LEADING = 13.0
AWAY = (11.0, 24.0, 40.0, 60.0, 84.0, 112.0, 144.0)  # how far a label may stand from its step
NEAR, ACROSS = 130.0, 4.0  # two steps of one name, one above the other and so near, need it only once
SIGN, MARK = 9.0, 6.0


@dataclass(frozen=True, slots=True)
class Leg:
    """A step of a course in the picture."""

    number: int
    reached: Reached
    start: Point
    stop: Point

    @property
    def middle(self) -> Point:
        """Where its sign stands, and its label leads to."""
        return (self.start[0] + self.stop[0]) / 2, (self.start[1] + self.stop[1]) / 2

    @property
    def length(self) -> float:
        """How long it is drawn."""
        return hypot(self.stop[0] - self.start[0], self.stop[1] - self.start[1])


@dataclass(frozen=True, slots=True)
class Drawing:
    """The two scales, and the steps of all courses in their order."""

    across: NumberLine
    up: NumberLine
    unit: Unit
    legs: tuple[Leg, ...]

    @property
    def foot(self) -> float:
        """Where the axis of distance lies."""
        return self.up.start

    @property
    def frame(self) -> Box:
        """What labels stay inside of."""
        return Box(self.across.start + 3, self.up.stop - 8, self.across.stop, self.up.start - 2)

    def of(self, number: int) -> list[Leg]:
        """Return the steps of a course."""
        return [leg for leg in self.legs if leg.number == number]


def labels(
    sheet: Sheet, drawing: Drawing, signs: Sequence[Leg]
) -> tuple[list[Markup], list[tuple[Drawn, str]]]:
    """Return the labels of all steps, and what the key says of those that found no room."""
    boxes = [Box(x - SIGN, y - SIGN, x + SIGN, y + SIGN) for x, y in (leg.middle for leg in signs)]
    pieces = [(leg.start, leg.stop) for leg in drawing.legs]
    # a mark keeps labels away as a line does: a leader may run over it
    marks = [((x - MARK, y), (x + MARK, y)) for leg in drawing.legs for x, y in (leg.start, leg.stop)]
    room = Room(drawing.frame, [*pieces, *marks], boxes)
    parts: list[Markup] = []
    over: list[Leg] = []
    named: list[Leg] = []
    for leg in _in_order(drawing.legs):
        lines = _lines(leg, named, drawing.unit)
        if not lines:
            continue
        drawn = _label(sheet, room, leg, lines)
        if drawn is None:
            over.append(leg)
        else:
            parts.append(drawn)
            named.append(leg)
    told: list[tuple[Drawn, str]] = []
    for number, leg in enumerate(sorted(over, key=lambda one: (one.middle[0], one.number)), start=1):
        spot = number_spot(room, leg.middle)
        leader = line(*leg.middle, *spot, "picture__leader")
        parts.append(group(leader, number_mark(number)(*spot), title=leg.reached.step.name))
        says = _("{step}: {amount}")
        told.append(
            (
                number_mark(number),
                says.format(step=leg.reached.step.name, amount=step_words(leg.reached.step, drawing.unit)),
            )
        )
    return parts, told


def _in_order(legs: Sequence[Leg]) -> list[Leg]:
    """Return stops before legs, and what is longer in the picture first: that is what a reader looks for."""
    return sorted(legs, key=lambda leg: (leg.reached.step.means.runs, -leg.length))


def _lines(leg: Leg, named: Sequence[Leg], unit: Unit) -> tuple[str, ...]:
    """Return what a label says: only the amount where the same step of another course has the name beside it already."""
    step = leg.reached.step
    told = step_words(step, unit)
    for other in named:
        same = other.number != leg.number and other.reached.step.name == step.name
        across, down = other.middle[0] - leg.middle[0], other.middle[1] - leg.middle[1]
        if same and abs(across) < ACROSS and abs(down) < NEAR:
            return () if step_words(other.reached.step, unit) == told else (told,)
    return (
        *wrap(step.name, NAME_WIDTH, SMALL, most=3, even=True).lines,
        *wrap(told, NAME_WIDTH, SMALL, most=2, even=True).lines,
    )


def _label(sheet: Sheet, room: Room, leg: Leg, lines: tuple[str, ...]) -> Markup | None:
    wide = max(wrap(one, NAME_WIDTH * 2, SMALL).width for one in lines) + 2
    box = room.take(_around(leg.middle, wide, LEADING * len(lines)), leg.middle)
    if box is None:
        return None
    near = box.nearest(leg.middle)
    leader = (
        [line(*leg.middle, *near, "picture__leader")]
        if hypot(near[0] - leg.middle[0], near[1] - leg.middle[1]) > 16
        else []
    )
    step = leg.reached.step
    whole = None if " ".join(lines).startswith(step.name) else step.name
    x, ending = beside(box, leg.middle)
    class_ = f"picture__small{ending} picture__halo"
    text = words(x, box.top + 10, lines, class_, whole=whole, leading=LEADING)
    return group(*leader, sheet.linked(step.thing, text))


def _around(point: Point, wide: float, high: float) -> Iterator[Box]:
    """Yield places for a label, nearest first: those below a rising line and above it before those at its sides."""
    x, y = point
    for away in AWAY:
        for left, top in (
            (x + away, y + away * 0.4),
            (x - away - wide, y - away * 0.4 - high),
            (x + away, y - high / 2),
            (x - away - wide, y - high / 2),
            (x - wide / 2, y + away),
            (x - wide / 2, y - away - high),
            (x + away * 0.4, y + away),
            (x - away * 0.4 - wide, y - away - high),
        ):
            yield Box(left, top, left + wide, top + high)
