"""The sheet that a picture is drawn on: it gathers the parts, knows what is linked, and closes with title and table."""

from __future__ import annotations

from math import ceil

from kengesh.pictures.picture import Link, Picture, Table
from kengesh.pictures.svg import Markup, element

MIN_WIDTHS = (280, 480, 640, 800)
"""The least widths that the style sheet knows, in pixels."""


class Sheet:
    """What is drawn so far."""

    def __init__(self, link: Link | None) -> None:
        self.parts: list[Markup] = []
        self._link = link
        self._has_links = False

    def add(self, *parts: Markup) -> None:
        """Draw over what is there."""
        self.parts += parts

    def linked(self, thing: str | None, *inside: Markup) -> Markup:
        """Return what leads to a thing's page, where it has one."""
        address = self._link(thing) if self._link is not None and thing is not None else None
        if address is None:
            return Markup("".join(inside))
        self._has_links = True
        return element("a", *inside, href=address, class_="picture__link")

    def picture(self, title: str, description: str, table: Table, width: float, height: float) -> Picture:
        """Return the picture."""
        across, down = ceil(width), ceil(height)
        min_width = max(one for one in MIN_WIDTHS if one <= max(across * 0.9, MIN_WIDTHS[0]))
        # an image has no parts to those who do not see it, so one with links in it is a group
        svg = element(
            "svg",
            *self.parts,
            class_=f"picture__svg picture__svg--min-{min_width}",
            role="group" if self._has_links else "img",
            aria_label=title,
            viewBox=f"0 0 {across} {down}",
            width=across,
            height=down,
        )
        return Picture(svg, title, description, table, across, down, min_width)
