"""Checkpoints (C2SP tlog-checkpoint, v1.0.0): a log says how many entries it has and under which root, and signs it.

A checkpoint is a signed note of the three lines that :mod:`kengesh.record.head` describes:

    kengesh.example/record
    7
    zAJdLj4YCVcfYRcL/U/o5vjO4aO4VJwo4AKSqxiWz1U=

    — kengesh.example/record /EAdjpr+AyUKh6+PfdAvtigR6Pz+V25DYYp+XYbz7YA2Ht+GkQ4sBWgm5N6E6y8eUEwUDb4VemwpYUAuFkavCxLdYwU=

The note of one size is signed once; the same bytes are used for ever.
"""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.record.head import Checkpoint, CheckpointError, format_checkpoint, parse_checkpoint_text
from kengesh.record.note import Note, Signer, Verifier, open_note, sign_note, split_note

__all__ = [
    "Checkpoint",
    "CheckpointError",
    "format_checkpoint",
    "open_checkpoint",
    "parse_checkpoint_text",
    "sign_checkpoint",
]


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
