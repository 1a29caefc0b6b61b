"""Checkpoints (C2SP tlog-checkpoint, v1.0.0): a log says how many entries it has and under which root, and signs it.

A checkpoint is a signed note of three lines: the origin, the size in decimal without leading zeros, the root in base64.

    kengesh.example/record
    300
    Lp5oUDXc9RzZd+QSuFjXHLaQjFKv5hoXLlVsVrc2z3E=

Extension lines are allowed by the specification and refused here: cosigners differ on whether they sign them. The note
of one size is signed once; the same bytes are used for ever.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from dataclasses import dataclass

from kengesh.record.note import Note, Signer, Verifier, open_note, sign_note, split_note
from kengesh.record.tree import EMPTY_ROOT, HASH_BYTES

SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


class CheckpointError(ValueError):
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
        lines = text.decode().split("\n")
    except UnicodeDecodeError:
        raise CheckpointError("the checkpoint is not UTF-8.") from None
    if len(lines) != 4 or lines[3]:
        raise CheckpointError("expected three lines in the checkpoint (origin, size, root) and no other.")
    origin, size, root = lines[:3]
    if not origin:
        raise CheckpointError("the checkpoint names no origin.")
    if not SIZE.fullmatch(size):
        raise CheckpointError(f"expected the size in decimal without leading zeros, found {size!r}.")
    made = Checkpoint(origin, int(size), _root(root))
    if made.size == 0 and made.root != EMPTY_ROOT:
        raise CheckpointError("a checkpoint of size 0 carries another root than the empty one.")
    return made


def sign_checkpoint(checkpoint: Checkpoint, *signers: Signer) -> bytes:
    """Return the signed note of a checkpoint."""
    return sign_note(format_checkpoint(checkpoint), signers)


def open_checkpoint(data: bytes, verifiers: Sequence[Verifier]) -> tuple[Checkpoint, Note]:
    """Return the checkpoint of a note that one of these keys has signed, and the note.

    The text is parsed before any signature is checked, and the signatures are checked over the bytes received. Raises
    CheckpointError or NoteError.
    """
    checkpoint = parse_checkpoint_text(split_note(data).text)
    return checkpoint, open_note(data, verifiers)


def _root(text: str) -> bytes:
    try:
        root = b64decode(text, validate=True)
    except Base64Error:
        root = b""
    if len(root) != HASH_BYTES or b64encode(root).decode() != text:
        raise CheckpointError(f"expected the root in base64 (32 bytes), found {text[:60]!r}.")
    return root
