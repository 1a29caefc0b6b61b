"""Cosignatures (C2SP tlog-cosignature, v1.0.1): a witness says when this was the largest tree of a log that it had seen.

A cosignature is a further signature line on a checkpoint. After the key id come eight bytes, the Unix time in seconds
(big endian, below 2^63), and an Ed25519 signature over ``cosignature/v1``, ``time <seconds>`` and the whole text of the
checkpoint. It does not cover the witness's name, so a key belongs to one witness. Lines of type 0x06 (ML-DSA-44) are of
keys that are not known here and are passed over.
"""

from __future__ import annotations

from kengesh.record.note import (
    COSIGNATURE,
    NoteError,
    Signer,
    Verifier,
    signature_line,
    split_note,
)
from kengesh.terms.messages import _

LATEST = 2**63


def cosign(note: bytes, signer: Signer, at_seconds: int) -> str:
    """Return the line (with its line feed) by which a witness cosigns a checkpoint at a Unix time.

    The line goes after the others of the note. Raises NoteError for a key that is not a witness's, or a time out of range.
    """
    if signer.algorithm != COSIGNATURE:
        says = _("the key {name} is not a witness's key (type 0x04).")
        raise NoteError(says.format(name=signer.name))
    if not 0 <= at_seconds < LATEST:
        raise NoteError(_("the time {seconds} is out of range.").format(seconds=at_seconds))
    text = split_note(note).text
    signed = signer.sign(b"cosignature/v1\ntime %d\n" % at_seconds + text)
    return signature_line(signer.verifier, at_seconds.to_bytes(8, "big") + signed)


def cosigned_at(note: bytes, verifier: Verifier) -> int | None:
    """Return the Unix time at which a witness cosigned a checkpoint, None if it did not.

    Raises NoteError where a line bears the witness's name and key id and does not verify.
    """
    parts = split_note(note)
    for signature in parts.signatures:
        if (signature.name, signature.key_id) == (verifier.name, verifier.key_id):
            if not verifier.signed(parts.text, signature.blob):
                says = _("the cosignature of {name} does not fit the checkpoint.")
                raise NoteError(says.format(name=verifier.name))
            return int.from_bytes(signature.blob[:8], "big")
    return None
