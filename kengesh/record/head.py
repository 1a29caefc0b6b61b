"""The head of a log read without its signatures, and so without a library for them: what an open log stands on.

A checkpoint's text is three lines (see :mod:`kengesh.record.checkpoint`). Here they are read as strictly, but nobody is
asked whose they are: a question about a record on one's own disk need not wait for cryptography to load. Who wants to
know whether the log's key signed it runs :mod:`kengesh.record.verify`.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass

from kengesh.record.tree import EMPTY_ROOT, HASH_BYTES
from kengesh.terms.messages import _

SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


class HeadError(ValueError):
    """Bytes that do not begin with the three lines of a checkpoint."""


@dataclass(frozen=True)
class HeadLines:
    """What a checkpoint states: the origin, the number of entries, the root."""

    origin: str
    size: int
    root: bytes


def read_head(note: bytes) -> HeadLines:
    """Return what a checkpoint states, unverified. Raises HeadError."""
    text, _empty, _signatures = note.rpartition(b"\n\n")
    try:
        lines = text.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        lines = []
    if len(lines) != 3 or not lines[0]:
        raise HeadError(
            _("a checkpoint has three lines (origin, size, root), then an empty line and signatures.")
        )
    if not SIZE.fullmatch(lines[1]):
        says = _("the size must be in decimal without leading zeros, and is {found}.")
        raise HeadError(says.format(found=lines[1][:40]))
    try:
        root = b64decode(lines[2], validate=True)
    except (Base64Error, ValueError):
        root = b""
    if len(root) != HASH_BYTES or b64encode(root).decode() != lines[2]:
        raise HeadError(_("the root must be 32 bytes in base64, and is {found}.").format(found=lines[2][:60]))
    if lines[1] == "0" and root != EMPTY_ROOT:
        raise HeadError(_("a log of size 0 has the empty root and no other."))
    return HeadLines(lines[0], int(lines[1]), root)
