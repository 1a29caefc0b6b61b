"""Up to three courses in one picture (routes, or scenarios), told apart by the mark at their points, by width, and by colour."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from kengesh.pictures.svg import Markup, circle, element, group, line, path
from kengesh.terms.messages import _

MOST = 3
"""More than three lines over each other cannot be told apart."""


def numbered(courses: Sequence[object]) -> range:
    """Return the numbers of courses, from 1. Raises ValueError where there are more than can be told apart."""
    if len(courses) > MOST:
        says = _(
            "A picture tells at most {most} courses apart, not {count}: draw the others in a picture of their own."
        )
        raise ValueError(says.format(most=MOST, count=len(courses)))
    return range(1, len(courses) + 1)


def course_mark(number: int, x: float, y: float, reach: float = 4.5) -> Markup:
    """Return the mark of a course: a disc, a square, a triangle."""
    class_ = f"picture__course-mark--{number}"
    if number == 1:
        return circle(x, y, reach, class_)
    if number == 2:
        side = reach * 0.9
        corners = [(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)]
    else:
        tall = reach * 1.25
        corners = [(x + tall * sin(turn), y - tall * cos(turn)) for turn in (0, 2 * pi / 3, 4 * pi / 3)]
    return polygon(corners, class_)


def polygon(corners: Sequence[tuple[float, float]], class_: str) -> Markup:
    """Return a closed shape."""
    first, *rest = corners
    return path([("M", *first), *(("L", *one) for one in rest), ("Z",)], class_)


def course_sample(number: int, x: float, y: float) -> Markup:
    """Return what a key shows of a course: a piece of its line with its mark."""
    return group(line(x - 9, y, x + 10, y, f"picture__course--{number}"), course_mark(number, x, y))


def open_sample(x: float, y: float) -> Markup:
    """Return what a key shows of a piece whose number is not known."""
    return line(x - 9, y, x + 10, y, "picture__course--1 picture__course--open")


def range_sample(x: float, y: float) -> Markup:
    """Return what a key shows of a band from P10 to P90."""
    edges = [line(x - 9, y + by, x + 10, y + by, "picture__range-edge--1") for by in (-6, 6)]
    band = element("rect", x=x - 9, y=y - 6, width=19, height=12, class_="picture__range--1")
    return group(band, *edges)
