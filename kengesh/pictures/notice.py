"""What stands around a drawing: that its numbers are exercise data, and the notes beneath it."""

from __future__ import annotations

from collections.abc import Iterable

from kengesh.pictures.svg import Markup, group, hatching, rect, words
from kengesh.pictures.unbroken import wrap
from kengesh.pictures.writing import LABEL, NOTE
from kengesh.terms.messages import _

NOTE_LINE = 16.0


def exercise_words() -> str:
    """Say that numbers are made up."""
    return _(
        "Exercise data: these numbers are made up to show the method, and say nothing of the real corridor."
    )


def caption(title: str, exercise: bool) -> str:
    """Return the title of a table, which says that its numbers are exercise data."""
    return _("{title} (exercise data)").format(title=title) if exercise else title


def exercise_notice(exercise: bool, left: float, top: float, width: float) -> tuple[Markup, float]:
    """Return a strip that says that the numbers are exercise data, and its height; nothing where they are not."""
    if not exercise:
        return Markup(""), 0.0
    told = wrap(exercise_words(), width - 44, LABEL, most=3)
    high = 15.0 * len(told.lines) + 10
    return group(
        rect(left, top, width, high, "picture__gap"),
        hatching(left, top, 26, high, "picture__hatch"),
        words(left + 36, top + 17, told.lines, "picture__label"),
        class_="picture__exercise",
    ), high + 10


def notes(told: Iterable[str], left: float, top: float, width: float) -> tuple[Markup, float]:
    """Return notes one beneath the other, and how high they are together."""
    parts: list[Markup] = []
    y = top
    for one in told:
        if one:
            lines = wrap(one, width, NOTE, most=6).lines
            parts.append(words(left, y + 14, lines, "picture__note"))
            y += NOTE_LINE * len(lines) + 2
    return Markup("".join(parts)), y - top


def joined(told: Iterable[str]) -> str:
    """Return whole sentences as one text."""
    return " ".join(one for one in told if one)
