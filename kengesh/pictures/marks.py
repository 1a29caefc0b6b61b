"""The marks that mean the same in every picture, and the key that says what they mean.

No mark means anything by colour alone: membership is a full disc, another status a half one, no status a cross, not known a
hatched square, and what sources differ on has a lozenge with a stroke.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from kengesh.pictures.svg import Markup, circle, element, group, hatching, line, path, rect, words
from kengesh.pictures.writing import NOTE, wrap
from kengesh.terms.messages import N_, _

Drawn = Callable[[float, float], Markup]
"""Draws a mark around a point."""

KEY_LINE = 22.0


class Sort(Enum):
    """What a status, or the want of one, comes to; the values are the ends of class names."""

    MEMBERSHIP = "membership"
    OTHER = "other"
    NONE = "none"
    NO = "no"
    NOT_KNOWN = "not-known"


SORT_WORDS = {
    Sort.MEMBERSHIP: N_("membership"),
    Sort.OTHER: N_("another status"),
    Sort.NONE: N_("a status without any part in the body"),
    Sort.NO: N_("no status"),
    Sort.NOT_KNOWN: N_("not known"),
}


def sort_words(sort: Sort) -> str:
    """Say what a sort is, for keys and tables."""
    return _(SORT_WORDS[sort])


def sort_mark(sort: Sort, x: float, y: float, radius: float = 6.5) -> Markup:
    """Return the mark of a sort around a point."""
    class_ = f"picture__mark--{sort.value}"
    if sort is Sort.MEMBERSHIP:
        return circle(x, y, radius, class_)
    if sort is Sort.OTHER:
        half = [("M", x, y - radius), (f"A{radius} {radius} 0 0 0", x, y + radius), ("Z",)]
        return group(circle(x, y, radius, class_), path(half, "picture__half"))
    if sort is Sort.NONE:
        return group(circle(x, y, radius, class_), line(x - radius, y, x + radius, y, "picture__stroke"))
    if sort is Sort.NO:
        return cross(x, y, radius * 0.7)
    side = radius * 1.8
    left, top = x - side / 2, y - side / 2
    return group(
        rect(left, top, side, side, class_), hatching(left, top, side, side, "picture__hatch", gap=4)
    )


def cross(x: float, y: float, reach: float = 4.5) -> Markup:
    """Return the mark of what is denied."""
    steps = [("M", x - reach, y - reach), ("L", x + reach, y + reach)]
    steps += [("M", x - reach, y + reach), ("L", x + reach, y - reach)]
    return path(steps, "picture__cross")


def disputed_mark(x: float, y: float, reach: float = 7.0) -> Markup:
    """Return the mark of what sources differ on."""
    around = [("M", x, y - reach), ("L", x + reach, y), ("L", x, y + reach), ("L", x - reach, y), ("Z",)]
    stroke = [("M", x, y - reach * 0.5), ("L", x, y + reach * 0.1), ("M", x, y + reach * 0.4)]
    stroke += [("L", x, y + reach * 0.5)]
    return group(
        path(around, "picture__disputed"), path(stroke, "picture__disputed-stroke"), title=_("sources differ")
    )


def sort_entries(sorts: Iterable[Sort]) -> list[tuple[Drawn, str]]:
    """Return what a key says of sorts, in their order."""
    shown = set(sorts)
    return [(_of(sort), sort_words(sort)) for sort in Sort if sort in shown]


def disputed_entry() -> tuple[Drawn, str]:
    """Return what a key says of the mark of a dispute."""
    return disputed_mark, _("sources differ")


def key(entries: Iterable[tuple[Drawn, str]], left: float, top: float, width: float) -> tuple[Markup, float]:
    """Return a key, in lines of a width, and how high it is."""
    parts: list[Markup] = []
    x, y = left, top + KEY_LINE / 2
    for drawn, told in entries:
        wrapped = wrap(told, width - 28, NOTE, most=3)
        wide = 28 + wrapped.width + 18
        if x > left and x + wide - 18 > left + width:
            x, y = left, y + KEY_LINE
        parts += [drawn(x + 8, y), words(x + 24, y + 4, wrapped.lines, "picture__note", whole=wrapped.whole)]
        y += (len(wrapped.lines) - 1) * 15
        x += wide
    return element("g", *parts, class_="picture__key"), (y + KEY_LINE / 2 - top if parts else 0)


def _of(sort: Sort) -> Drawn:
    return lambda x, y: sort_mark(sort, x, y)
