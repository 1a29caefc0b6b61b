"""The head of a log: a checkpoint's three lines (C2SP tlog-checkpoint, v1.0.0), without the signatures under them.

The origin, the size in decimal without leading zeros, the root in base64:

    kengesh.example/record
    300
    Lp5oUDXc9RzZd+QSuFjXHLaQjFKv5hoXLlVsVrc2z3E=

Extension lines are allowed by the specification and refused here: cosigners differ on whether they sign them.

A question about a record on one's own disk need not wait for cryptography to load, so :func:`read_head` asks nobody whose
the checkpoint is; :mod:`kengesh.record.checkpoint` signs and opens it, :mod:`kengesh.record.verify` says whether the log's
key signed all of it.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass

from kengesh.record.errors import RecordError
from kengesh.record.tree import EMPTY_ROOT, HASH_BYTES
from kengesh.terms.messages import _

SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
LARGEST_SIZE = 2**63 - 1  # what the readers of other languages hold
CONTROL = re.compile(r"[\x00-\x1f]")


class CheckpointError(RecordError):
    """A text that is not a checkpoint."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log: its origin, its size in entries, its root."""

    origin: str
    size: int
    root: bytes


def format_checkpoint(checkpoint: Checkpoint) -> bytes:
    """Return the text of a checkpoint."""
    root = b64encode(checkpoint.root).decode()
    return f"{checkpoint.origin}\n{checkpoint.size}\n{root}\n".encode()


def parse_checkpoint_text(text: bytes) -> Checkpoint:
    """Return the checkpoint that a text states. Raises CheckpointError unless it is written exactly so."""
    try:
        lines = text.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise CheckpointError(_("the checkpoint is not UTF-8.")) from None
    if len(lines) != 4 or lines[3] or not lines[0] or CONTROL.search(lines[0]):
        says = _("a checkpoint has three lines (origin, size, root), then an empty line and signatures.")
        raise CheckpointError(says)
    origin, size, root = lines[:3]
    if not SIZE.fullmatch(size) or int(size) > LARGEST_SIZE:
        says = _("the size must be in decimal without leading zeros, and is {found}.")
        raise CheckpointError(says.format(found=size[:40]))
    made = Checkpoint(origin, int(size), _root(root))
    if made.size == 0 and made.root != EMPTY_ROOT:
        raise CheckpointError(_("a log of size 0 has the empty root and no other."))
    return made


def read_head(note: bytes) -> Checkpoint:
    """Return what the note of a checkpoint states, unverified. Raises CheckpointError."""
    text, empty, _signatures = note.rpartition(b"\n\n")
    return parse_checkpoint_text(text + empty[:1])


def _root(text: str) -> bytes:
    try:
        root = b64decode(text, validate=True)
    except (Base64Error, ValueError):
        root = b""
    if len(root) != HASH_BYTES or b64encode(root).decode() != text:
        says = _("the root must be 32 bytes in base64, and is {found}.")
        raise CheckpointError(says.format(found=text[:60]))
    return root
