"""What a reader of a format gives back: paragraphs with the marks of their notes in place, and the notes by number.

A mark stands in a paragraph between two signs that no text has, so that it can be told from anything typed. A file that cannot
be read is refused with :class:`CannotRead`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENS, CLOSES = "\ue000", "\ue001"  # private use
MARK = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}")
TYPED_MARK = re.compile(r"\[\^?(\d{1,3})\]")
_RAISED = re.compile(r"(?<=[\w.,;:!?…”»\"')])[¹²³⁰⁴-⁹]{1,3}")
_RAISED_DIGITS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")


class CannotRead(ValueError):
    """A file that is refused: broken, hostile, or of a form that is not read. Its sentence is for the person who has it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft before its sentences are parted: `paragraphs` without headings, `notes` as pairs of number and words."""

    paragraphs: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    title: str | None = None
    citation: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def mark(number: str) -> str:
    """Return the mark of a note, as it stands in a paragraph."""
    return f"{OPENS}{number}{CLOSES}"


def without_marks(text: str) -> str:
    """Return words without the marks in them."""
    return MARK.sub("", text)


def with_typed_marks(text: str) -> str:
    """Return a text in which marks that were typed, such as ``[1]`` or a raised figure, are marks of notes."""
    text = TYPED_MARK.sub(lambda found: mark(found[1]), text)
    return _RAISED.sub(lambda found: mark(found[0].translate(_RAISED_DIGITS)), text)
