"""Signs for what a consignment goes through: a leg by rail, road or sea; a border, a port, a transfer between trains or gauges.

Each has its shape, and its word in the key; they are small enough to stand on a line.
"""

from __future__ import annotations

from enum import Enum

from kengesh.pictures.svg import Markup, circle, group, path
from kengesh.terms.messages import N_, _


class Means(Enum):
    """What a step of a course is."""

    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"
    BORDER = "border"
    PORT = "port"
    TRANSFER = "transfer"

    @property
    def runs(self) -> bool:
        """Whether it covers distance."""
        return self in (Means.RAIL, Means.ROAD, Means.SEA)


WORDS = {
    Means.RAIL: N_("by rail"),
    Means.ROAD: N_("by road"),
    Means.SEA: N_("by sea"),
    Means.BORDER: N_("border crossing"),
    Means.PORT: N_("port"),
    Means.TRANSFER: N_("transfer"),
}

# Strokes of each sign, from its middle, in a box of 12 by 12.
_STROKES: dict[Means, tuple[tuple[str | float, ...], ...]] = {
    Means.RAIL: (
        *(("M", -5, -2), ("L", 5, -2), ("M", -5, 2), ("L", 5, 2)),
        *(("M", -3, -4), ("L", -3, 4), ("M", 0, -4), ("L", 0, 4), ("M", 3, -4), ("L", 3, 4)),
    ),
    Means.ROAD: (
        *(("M", -5, -4), ("L", 5, -4), ("M", -5, 4), ("L", 5, 4)),
        *(("M", -5, 0), ("L", -2, 0), ("M", 2, 0), ("L", 5, 0)),
    ),
    Means.SEA: (
        *(("M", -6, -2), ("Q", -4, -5, -2, -2), ("Q", 0, 1, 2, -2), ("Q", 4, -5, 6, -2)),
        *(("M", -6, 3), ("Q", -4, 0, -2, 3), ("Q", 0, 6, 2, 3), ("Q", 4, 0, 6, 3)),
    ),
    Means.BORDER: (("M", -5, 5), ("L", -5, -3), ("M", -6, 1), ("L", 6, -5), ("M", 5, 5), ("L", 5, 0)),
    Means.PORT: (
        *(("M", 0, -3), ("L", 0, 5), ("M", -3, -2), ("L", 3, -2)),
        *(("M", -5, 1), ("Q", -4, 5, 0, 5), ("Q", 4, 5, 5, 1)),
    ),
    Means.TRANSFER: (
        *(("M", -5, -2), ("L", 5, -2), ("M", 2, -5), ("L", 5, -2), ("L", 2, 1)),
        *(("M", 5, 3), ("L", -5, 3), ("M", -2, 0), ("L", -5, 3), ("L", -2, 6)),
    ),
}


def means_words(means: Means) -> str:
    """Say what a step is."""
    return _(WORDS[means])


def means_mark(means: Means, x: float, y: float) -> Markup:
    """Return the sign of a means on a small ground of its own."""
    moved: list[tuple[str | float, ...]] = []
    for letter, *at in _STROKES[means]:
        spots = [float(one) for one in at]
        moved.append((letter, *(one + (y if place % 2 else x) for place, one in enumerate(spots))))
    return group(circle(x, y, 8, "picture__sign-ground"), path(moved, "picture__sign"))
