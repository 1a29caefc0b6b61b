"""The numbers that Word prints before paragraphs: kept nowhere in the text, counted by the rules of its lists.

A list (``w:num``) follows a pattern (``w:abstractNum``) of nine levels, some of which it may override. Lists of one
pattern count on together; a level begins anew when a higher one is used, where it does not say otherwise. Each view of a
file counts for itself: a deleted paragraph counts in the rejected view alone.

Done: patterns, lists, overrides of a start and of a level, patterns named by a style, levels named by a style, restarts,
``isLgl``, the forms of ``figures``. Partly: other forms (Arabic letters, Chinese figures, numbers in words) are written as
decimal figures, and ordinals in English. Not done: numbers that are pictures.
"""

from __future__ import annotations

import re

from msgspec import Struct

from kengesh.texts.word.figures import FORMS, bullet
from kengesh.texts.word.markup import VAL, Element, W, child, is_on, value, whole
from kengesh.texts.word.styles import Properties, Styles

LEVELS = 9
_HOLE = re.compile(r"%([1-9])")
_LONGEST = 255  # letters of what is printed before a paragraph
_LARGEST = 1_000_000  # of a start; Word allows 32 767


class Level(Struct, frozen=True, kw_only=True):
    """How one level of a list counts and is written."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False  # all levels in decimal figures
    restarts_after: int | None = None  # a level from 1; 0: never; None: every higher level
    style: str = ""


class List(Struct, frozen=True):
    """A list: its pattern, its levels, and the levels that it starts anew when it is first used."""

    pattern: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a file."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._patterns: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}  # a pattern that a style of lists has elsewhere, to that style
        self._lists: dict[str, Element] = {}
        self._known: dict[str, List | None] = {}
        self._styles = styles
        if root is None:
            return
        for element in root.iterchildren(f"{W}abstractNum"):
            identity = element.get(f"{W}abstractNumId", "")
            self._patterns[identity] = _levels(element)
            link = value(element, f"{W}numStyleLink")
            if link:
                self._linked[identity] = link
        self._lists = {one.get(f"{W}numId", ""): one for one in root.iterchildren(f"{W}num")}

    def list(self, number: str) -> List | None:
        """Return a list by its number; None where the file has none."""
        if number not in self._known:
            self._known[number] = self._read(number)
        return self._known[number]

    def _read(self, number: str) -> List | None:
        element = self._lists.get(number)
        if element is None:
            return None
        pattern = value(element, f"{W}abstractNumId") or ""
        if pattern in self._linked:
            linked = self._lists.get(self._styles.number_of(self._linked[pattern]))
            pattern = (value(linked, f"{W}abstractNumId") or pattern) if linked is not None else pattern
        levels = dict(self._patterns.get(pattern, {}))
        starts: dict[int, int] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            at = whole(override.get(f"{W}ilvl"), 0, LEVELS - 1, 0)
            own, start = child(override, f"{W}lvl"), value(override, f"{W}startOverride")
            if own is not None:
                levels[at] = _level(own)
            if start is not None:
                starts[at] = whole(start, 0, _LARGEST, 1)
        return List(pattern, levels, starts)


def _levels(element: Element) -> dict[int, Level]:
    return {
        whole(one.get(f"{W}ilvl"), 0, LEVELS - 1, 0): _level(one) for one in element.iterchildren(f"{W}lvl")
    }


def _level(element: Element) -> Level:
    restart = value(element, f"{W}lvlRestart")
    text = child(element, f"{W}lvlText")
    return Level(
        start=whole(value(element, f"{W}start"), 0, _LARGEST, 0),
        form=value(element, f"{W}numFmt") or "decimal",
        text="" if text is None else text.get(VAL, "")[:_LONGEST],
        legal=is_on(element, f"{W}isLgl"),
        restarts_after=None if restart is None else whole(restart, 0, LEVELS, 0),
        style=value(element, f"{W}pStyle") or "",
    )


class Counters:
    """The counting of one view."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}  # of a pattern, by level
        self._begun: set[tuple[str, int]] = set()  # lists that have used a start of their own

    def level(self, properties: Properties) -> int:
        """Return the level, from 0, at which a numbered paragraph stands in its list."""
        if properties.level is not None:
            return properties.level
        found = self._numbering.list(properties.number)
        levels = {} if found is None else found.levels
        return next(
            (at for at, level in levels.items() if level.style and level.style == properties.style), 0
        )

    def label(self, properties: Properties) -> str:
        """Count a numbered paragraph, and return what Word prints before it."""
        found = self._numbering.list(properties.number)
        if found is None:
            return ""
        at = self.level(properties)
        counts = self._counts.setdefault(found.pattern, [None] * LEVELS)
        self._count(properties.number, found, at, counts)
        return _written(found, at, counts)

    def _count(self, number: str, found: List, at: int, counts: list[int | None]) -> None:
        for upper in range(at):
            if counts[upper] is None:  # a level below one that has no paragraph stands below its first number
                counts[upper] = _start(found, upper)
        if at in found.starts and (number, at) not in self._begun:
            self._begun.add((number, at))
            counts[at] = found.starts[at]
        else:
            before = counts[at]
            counts[at] = _start(found, at) if before is None else before + 1
        for lower in range(at + 1, LEVELS):
            after = found.levels.get(lower, Level()).restarts_after
            if after is None or at < after:
                counts[lower] = None


def _start(found: List, at: int) -> int:
    return found.starts.get(at, found.levels.get(at, Level()).start)


def _written(found: List, at: int, counts: list[int | None]) -> str:
    level = found.levels.get(at, Level())
    if level.form == "bullet":
        return bullet(level.text)

    def figure(hole: re.Match[str]) -> str:
        upper = int(hole[1]) - 1
        form = "decimal" if level.legal else found.levels.get(upper, Level()).form
        return FORMS.get(form, str)(counts[upper] or 0)

    return _HOLE.sub(figure, level.text).strip()
