"""Writing SVG: elements, escaped text, short numbers, and the few shapes that pictures are made of.

What is markup has the type :class:`Markup`, so that a type checker finds text that was not escaped. Coordinates have one
decimal. There is no ``style``, no script and no id: looks come from classes, hatching is drawn as lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NewType

Markup = NewType("Markup", str)

# What XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HATCH_GAP = 5.0


def element(tag: str, /, *inside: Markup, **attributes: str | float | None) -> Markup:
    """Return an element; ``class_`` stands for ``class``, other underscores for hyphens, None leaves an attribute out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    if not inside:
        return Markup(f"<{tag}{written}/>")
    return Markup(f"<{tag}{written}>{''.join(inside)}</{tag}>")


def escaped(text: str) -> Markup:
    """Return text as it stands inside an element or a quoted attribute."""
    return Markup(escape(NOT_IN_XML.sub("\ufffd", text)))


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    rounded = round(value, 1) + 0.0  # a zero is not negative
    return f"{rounded:.1f}".removesuffix(".0")


def words(
    x: float,
    y: float,
    lines: Sequence[str],
    class_: str,
    *,
    language: str = "",
    whole: str | None = None,
    leading: float = 15,
) -> Markup:
    """Return lines of text, the first with its foot at `y`; `whole` is what they were shortened from."""
    told = [element("title", escaped(whole))] if whole is not None else []
    if len(lines) == 1:
        inside = [*told, escaped(lines[0])]
    else:
        inside = told + [
            element("tspan", escaped(line), x=x, dy=leading if place else 0)
            for place, line in enumerate(lines)
        ]
    return element("text", *inside, x=x, y=y, class_=class_, lang=language or None)


def group(*inside: Markup, title: str | None = None, class_: str | None = None) -> Markup:
    """Return elements together, with a tip for who points at them."""
    told = [element("title", escaped(title))] if title else []
    return element("g", *told, *inside, class_=class_)


def rect(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    """Return a rectangle."""
    return element("rect", x=x, y=y, width=max(width, 0), height=height, class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Return a straight line."""
    return path([("M", x1, y1), ("L", x2, y2)], class_)


def path(steps: Iterable[tuple[str | float, ...]], class_: str) -> Markup:
    """Return a path; each step is a letter and its coordinates."""
    written = "".join(
        f"{letter}{' '.join(number(float(one)) for one in coordinates)}" for letter, *coordinates in steps
    )
    return element("path", d=written, class_=class_)


def circle(x: float, y: float, radius: float, class_: str) -> Markup:
    """Return a circle."""
    return element("circle", cx=x, cy=y, r=radius, class_=class_)


def hatching(
    x: float,
    y: float,
    width: float,
    height: float,
    class_: str,
    *,
    rising: bool = True,
    gap: float = HATCH_GAP,
) -> Markup:
    """Return slanted lines that fill a rectangle, cut at its sides; `rising` to the right, else falling."""
    steps: list[tuple[str | float, ...]] = []
    at = gap / 2
    while at < width + height:
        # a line enters at the top or at the right, and leaves at the left or at the foot
        start = (min(at, width), max(at - width, 0.0))
        stop = (max(at - height, 0.0), min(at, height))
        for letter, (across, down) in (("M", start), ("L", stop)):
            steps.append((letter, x + across, y + (down if rising else height - down)))
        at += gap
    return path(steps, class_)


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else number(value)
