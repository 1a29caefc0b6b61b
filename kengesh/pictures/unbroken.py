"""Breaking text into lines without breaking a number at its thousands.

Python takes a no-break space for a blank like others, and so does ``writing.wrap``; here it is kept out of its way.
"""

from __future__ import annotations

from dataclasses import replace

from kengesh.pictures import writing
from kengesh.pictures.quantity import NO_BREAK_SPACE
from kengesh.pictures.writing import LABEL, Wrapped

HELD = "\x01"  # no text of a picture has it: XML cannot hold it


def wrap(text: str, width: float, size: float = LABEL, most: int = 2, *, even: bool = False) -> Wrapped:
    """Break text as ``writing.wrap`` does, but never at a no-break space."""
    found = writing.wrap(text.replace(NO_BREAK_SPACE, HELD), width, size, most, even=even)
    lines = tuple(one.replace(HELD, NO_BREAK_SPACE) for one in found.lines)
    return replace(found, lines=lines, whole=None if found.whole is None else text)
