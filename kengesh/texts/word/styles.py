"""The styles of a file, as far as they say what a paragraph is: a title, a heading, a numbered paragraph.

Word keeps the names of its own styles in English whatever its language (``heading 1``, ``Title``); what others name
otherwise is known by the outline level, or by the style on which it is based.
"""

from __future__ import annotations

import re

from msgspec import Struct

from kengesh.texts.word.markup import Element, W, child, is_on, value, whole

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST = 20  # styles based on one another; Word allows eleven, and a file may have a circle
BODY = 9  # the outline level of what is no heading


class Style(Struct, frozen=True, kw_only=True):
    """What one style says itself."""

    name: str
    based_on: str
    number: str | None  # of its list; "0" takes a list away
    level: int | None
    outline: int | None
    hidden: bool


class Properties(Struct, frozen=True):
    """What a paragraph is by its properties: a title, a heading of a level, numbered by a list at a level."""

    title: bool = False
    heading: int = 0
    number: str = ""
    level: int | None = None
    style: str = ""


class Styles:
    """The styles of a file, asked for what they come to."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        for element in () if root is None else root.iterchildren(f"{W}style"):
            identity = element.get(f"{W}styleId", "")
            self._styles[identity] = _style(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0") in (
                "1",
                "true",
                "on",
            ):
                self._default = identity
        self._inherited: dict[str, Properties] = {}

    def properties(self, stated: Element | None) -> Properties:
        """Return what a paragraph is by its ``w:pPr``, with what its style says."""
        style = value(stated, f"{W}pStyle") or ""
        if style not in self._styles:
            style = self._default
        inherited = self._of_style(style)
        numbering, outline = child(stated, f"{W}numPr"), value(stated, f"{W}outlineLvl")
        if numbering is None and outline is None:
            return inherited
        number, level, heading = inherited.number, inherited.level, inherited.heading
        if outline is not None:
            heading = (whole(outline, 0, BODY, BODY) + 1) % (BODY + 1)
        if numbering is not None:
            own = value(numbering, f"{W}numId")
            number = number if own is None else own
            level = whole(value(numbering, f"{W}ilvl"), 0, 8, 0 if level is None else level)
        return Properties(inherited.title, heading, "" if number == "0" else number, level, style)

    def is_hidden(self, style: str) -> bool:
        """Say whether a style hides its words."""
        return any(one.hidden for one in self._chain(style))

    def number_of(self, style: str) -> str:
        """Return the number of the list that a style states; empty where it states none."""
        return self._of_style(style).number

    def _of_style(self, identity: str) -> Properties:
        found = self._inherited.get(identity)
        if found is None:
            found = self._inherited[identity] = self._computed(identity)
        return found

    def _computed(self, identity: str) -> Properties:
        chain = self._chain(identity)
        title = any(one.name.casefold() == "title" for one in chain)
        named = next((found for one in chain if (found := _HEADING.fullmatch(one.name))), None)
        outline = next((one.outline for one in chain if one.outline is not None), BODY)
        heading = int(named[1]) if named else (outline + 1) % (BODY + 1)
        number = next((one.number for one in chain if one.number is not None), "0")
        level = next((one.level for one in chain if one.level is not None), None)
        return Properties(title, heading, "" if number == "0" else number, level, identity)

    def _chain(self, identity: str) -> list[Style]:
        chain: list[Style] = []
        while identity in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[identity])
            identity = chain[-1].based_on
        return chain


def _style(element: Element) -> Style:
    paragraph = child(element, f"{W}pPr")
    numbering = child(paragraph, f"{W}numPr")
    level, outline = value(numbering, f"{W}ilvl"), value(paragraph, f"{W}outlineLvl")
    return Style(
        name=value(element, f"{W}name") or "",
        based_on=value(element, f"{W}basedOn") or "",
        number=value(numbering, f"{W}numId"),
        level=None if level is None else whole(level, 0, 8, 0),
        outline=None if outline is None else whole(outline, 0, BODY, BODY),
        hidden=is_on(child(element, f"{W}rPr"), f"{W}vanish"),
    )
