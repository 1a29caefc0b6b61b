"""Proofs that travel alone (C2SP tlog-proof): one entry, the way from it to the root, the signed checkpoint.

    c2sp.org/tlog-proof@v1
    extra <base64, if there is something to add; nobody vouches for it>
    index 12
    <base64 of one hash to a line, from the leaf upwards>
    <empty line>
    <the checkpoint as it was signed>

The file holds the proof and not the entry: whoever checks it has the entry's bytes.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from dataclasses import dataclass

from kengesh.record.checkpoint import Checkpoint, open_checkpoint
from kengesh.record.note import Verifier
from kengesh.record.tree import HASH_BYTES, ProofError, check_inclusion, leaf_hash
from kengesh.terms.messages import _

HEAD = "c2sp.org/tlog-proof@v1"
INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})", re.ASCII)
LONGEST = 63  # hashes; RFC 9162 trees of up to 2^63 leaves


@dataclass(frozen=True, slots=True)
class LogProof:
    """What a proof file says."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint_note: bytes
    extra: bytes | None = None


def format_proof(proof: LogProof) -> bytes:
    """Return the bytes of a proof file."""
    lines = [HEAD]
    if proof.extra:
        lines.append(f"extra {b64encode(proof.extra).decode()}")
    lines.append(f"index {proof.index}")
    lines += [b64encode(hash_).decode() for hash_ in proof.hashes]
    return "\n".join([*lines, "", ""]).encode() + proof.checkpoint_note


def parse_proof(data: bytes) -> LogProof:
    """Return what a proof file says; nothing is checked yet but its form. Raises ProofError."""
    head, empty, note = data.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        lines = []
    if not empty or not lines or lines.pop(0) != HEAD:
        raise ProofError(_("expected a proof that begins with {head}.").format(head=HEAD))
    extra = None
    if lines and lines[0].startswith("extra "):
        extra = _base64(lines.pop(0).removeprefix("extra "))
    index = INDEX.fullmatch(lines.pop(0)) if lines else None
    if not index:
        raise ProofError(_("expected a line such as: index 12."))
    if len(lines) > LONGEST:
        says = _("{count} hashes; no proof has more than {most}.")
        raise ProofError(says.format(count=len(lines), most=LONGEST))
    hashes = tuple(_base64(line) for line in lines)
    if any(len(hash_) != HASH_BYTES for hash_ in hashes):
        raise ProofError(_("a hash of the proof is not 32 bytes long."))
    return LogProof(int(index[1]), hashes, note, extra)


def check_proof(proof: LogProof, entry: bytes, index: int, verifiers: Sequence[Verifier]) -> Checkpoint:
    """Return the checkpoint under which `entry` is shown to be entry `index`.

    The log's own key must have signed it, which has the log's origin as its name. Raises ProofError, CheckpointError or
    NoteError if the proof does not show it.
    """
    if proof.index != index:
        says = _("the proof is for entry {found}, not for entry {index}.")
        raise ProofError(says.format(found=proof.index, index=index))
    checkpoint, note = open_checkpoint(proof.checkpoint_note, verifiers)
    if not any(signature.name == checkpoint.origin for signature in note.verified):
        says = _("the checkpoint is of the log {origin}, and the key that signed it is named {name}.")
        raise ProofError(says.format(origin=checkpoint.origin, name=note.verified[0].name))
    check_inclusion(leaf_hash(entry), index, checkpoint.size, proof.hashes, checkpoint.root)
    return checkpoint


def _base64(text: str) -> bytes:
    try:
        data = b64decode(text, validate=True)
    except Base64Error:
        data = b""
    if not text or b64encode(data).decode() != text:
        raise ProofError(_("{found} is not base64.").format(found=repr(text[:60])))
    return data
