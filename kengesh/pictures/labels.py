"""Labels along a line that do not run into one another: each stands at the nearest level that is free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, line, words
from kengesh.pictures.writing import LABEL, text_width

LEADING = 15.0
BETWEEN = 8.0


@dataclass(frozen=True, slots=True)
class Label:
    """A label for a point of a line: its lines, all that it stands for, the thing that it names, its language."""

    x: float
    lines: tuple[str, ...]
    whole: str
    thing: str
    language: str = ""

    @property
    def width(self) -> float:
        """How wide it is."""
        return max((text_width(one, LABEL) for one in self.lines), default=0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A label at a level, with its middle and its half width."""

    label: Label
    level: int
    middle: float
    half: float


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels in their places, and how high the levels are together."""

    placed: tuple[Placed, ...]
    level_height: float
    height: float

    def drawn(self, sheet: Sheet, y: float, way: int, clear: float) -> Iterator[Markup]:
        """Yield the labels above (`way` -1) or below (+1) a line at `y`, from `clear` units away on, after their leaders."""
        for one in self.placed:
            if one.level:
                near = self._near(one, y, way, clear)
                yield line(one.label.x, y, one.label.x, near, "picture__leader")
        for one in self.placed:
            near = self._near(one, y, way, clear)
            high = (len(one.label.lines) - 1) * LEADING
            foot = near - high - 5 if way < 0 else near + LEADING - 2
            text = words(
                one.middle,
                foot,
                one.label.lines,
                "picture__label--middle picture__halo",
                language=one.label.language,
                whole=one.label.whole,
            )
            yield sheet.linked(one.label.thing, text)

    def _near(self, one: Placed, y: float, way: int, clear: float) -> float:
        """Return how near to the line a label comes."""
        return y + way * (clear + one.level * self.level_height)


def put(labels: Sequence[Label], left: float, right: float, *, first: Sequence[Label] = ()) -> Labels:
    """Put labels in their places between two ends of a line; those of `first` choose before the others."""
    placed: list[Placed] = []
    for label in [*first, *sorted(labels, key=lambda one: (one.x, one.thing))]:
        placed.append(_placed(placed, label, left, right))
    most = max((len(label.lines) for label in [*first, *labels]), default=0)
    level_height = most * LEADING + BETWEEN
    levels = max((one.level for one in placed), default=-1) + 1
    return Labels(tuple(placed), level_height, levels * level_height)


def _placed(placed: Sequence[Placed], label: Label, left: float, right: float) -> Placed:
    """Place a label above its point, or beside it, at the lowest level that is free.

    Where points are so near to each other that every leader would cross a label, one does; it runs behind the letters.
    """
    half = label.width / 2
    middles = [min(max(label.x + move, left + half), right - half) for move in (0, half - 8, 8 - half)]
    levels = range(len(placed) + 1)
    for may_cross in (False, True):
        for level in levels:
            for middle in middles:
                one = Placed(label, level, middle, half)
                if not any(_meet(one, other, may_cross) for other in placed):
                    return one
    return Placed(label, len(placed), middles[0], half)


def _meet(one: Placed, other: Placed, may_cross: bool) -> bool:
    """Whether two labels overlap, or, unless they may, the leader of one crosses the other."""
    if one.level == other.level:
        return abs(other.middle - one.middle) < other.half + one.half + BETWEEN
    lower, higher = sorted((one, other), key=lambda label: label.level)
    return not may_cross and abs(lower.middle - higher.label.x) < lower.half + 3
