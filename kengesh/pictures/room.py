"""Room for labels among lines and among each other.

A label takes the first of the places it is offered that is free: inside the frame, over no other label, and, where it can,
over no line. What finds no place is told so (None), and never stands over another label.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kengesh.pictures.projection import Point

Segment = tuple[Point, Point]
BETWEEN = 2.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a picture."""

    left: float
    top: float
    right: float
    foot: float

    def meets(self, other: Box) -> bool:
        """Say whether two rectangles have a part in common, or are nearly so."""
        return (
            self.left < other.right + BETWEEN
            and other.left < self.right + BETWEEN
            and self.top < other.foot + BETWEEN
            and other.top < self.foot + BETWEEN
        )

    def holds(self, other: Box) -> bool:
        """Say whether another rectangle lies inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.foot <= self.foot

    def has(self, point: Point) -> bool:
        """Say whether a point lies inside."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.foot

    def crossed_by(self, segment: Segment) -> bool:
        """Say whether a segment has a part inside (Liang and Barsky 1984)."""
        (x1, y1), (x2, y2) = segment
        enters, leaves = 0.0, 1.0
        for way, start, low, high in (
            (x2 - x1, x1, self.left, self.right),
            (y2 - y1, y1, self.top, self.foot),
        ):
            if way == 0:
                if not low < start < high:
                    return False
                continue
            near, far = sorted(((low - start) / way, (high - start) / way))
            enters, leaves = max(enters, near), min(leaves, far)
        return enters < leaves

    def nearest(self, point: Point) -> Point:
        """Return the point of the rectangle that is nearest to another."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.foot)


def beside(box: Box, point: Point) -> tuple[float, str]:
    """Return where a text in a box begins, ends or has its middle, and the ending of its class, so that it is nearest to its point.

    We reckon text rather wider than it is: one at the left of its point would else leave a gap.
    """
    if box.right <= point[0]:
        return box.right - 1, "--end"
    if box.left >= point[0]:
        return box.left + 1, ""
    return (box.left + box.right) / 2, "--middle"


class Room:
    """What is taken in a frame so far."""

    def __init__(self, frame: Box, lines: Iterable[Segment] = (), boxes: Iterable[Box] = ()) -> None:
        self._frame = frame
        self._lines = list(lines)
        self._boxes = list(boxes)

    def take(
        self, offered: Iterable[Box], point: Point | None = None, *, over_lines: bool = False
    ) -> Box | None:
        """Take the first free one of the rectangles offered; `over_lines` if it may stand over lines where it must.

        From the `point` that a label stands for, a leader has to reach it without crossing another label.
        """
        inside = [one for one in offered if self._frame.holds(one) and not any(map(one.meets, self._boxes))]
        if point is not None:
            inside = [one for one in inside if self._reached(point, one)]
        free = next((one for one in inside if not any(map(one.crossed_by, self._lines))), None)
        if free is None and over_lines and inside:
            free = min(inside, key=lambda one: sum(map(one.crossed_by, self._lines)))
        if free is not None:
            self._boxes.append(free)
            if point is not None:
                self._lines.append((point, free.nearest(point)))
        return free

    def _reached(self, point: Point, box: Box) -> bool:
        leader = (point, box.nearest(point))
        others = (one for one in self._boxes if not one.has(point))  # its own sign is no other label
        return not any(one.crossed_by(leader) for one in others)
