"""One range of bytes, as a request asks for it (RFC 9110, 14.1.2 and 14.2)::

    bytes=0-499      the first 500 bytes
    bytes=500-       all from byte 500 on
    bytes=-500       the last 500 bytes

Several ranges at once, other units and what is not well formed are passed over, as the standard allows: the answer is the whole file.
"""

from __future__ import annotations

import re

RANGE = re.compile(r"bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*", re.IGNORECASE)


class CannotBeSatisfied(ValueError):
    """A range that begins after the end of the file."""


def asked_range(header: str, length: int) -> tuple[int, int] | None:
    """Return the first byte and the one after the last that are asked for, None for the whole file. Raises CannotBeSatisfied."""
    found = RANGE.fullmatch(header.strip())
    if found is None or found[1] == found[2] == "":
        return None
    if found[1] == "":
        last = int(found[2])
        start, end = max(0, length - last), length
    else:
        start = int(found[1])
        end = min(length, int(found[2]) + 1) if found[2] else length
        if found[2] and int(found[2]) < start:
            return None
    if start >= length or start >= end:
        raise CannotBeSatisfied(header)
    return start, end
