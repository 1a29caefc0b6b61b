"""Signed notes (C2SP signed-note, v1.0.0): a text that people can read, with the signatures under it.

    text, ends in a line feed
    <empty line>
    — <name of the key> <base64 of: 4 bytes key id, signature>

The signature is over the text with its last line feed, without the empty line. The text is UTF-8 without control
characters other than the line feed; the split is at the last empty line. A key id is the first four bytes of
SHA-256(name, line feed, type, public key). A verifier key is written ``name+hex of the id+base64(type, public key)``:

    kengesh.example/record+fc401d8e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4

Lines of unknown keys are passed over; a line of a known key that does not verify refuses the note; so does a note that
no known key has signed. A signature does not cover the key's name: the text must say who speaks and for which log.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kengesh.record.errors import RecordError
from kengesh.terms.identifiers import VERIFIER_KEY
from kengesh.terms.messages import _

ED25519 = 0x01
COSIGNATURE = 0x04  # an Ed25519 key that signs cosignatures, see cosignature.py
KEY_BYTES = 32
SIGNATURE_BYTES = 64
MOST_SIGNATURES = 100  # as Go's note package; the specification asks for at least 16
NAME = re.compile(r"[^+\s]+")
LINE = re.compile(r"— ([^+\s]+) ([A-Za-z0-9+/=]+)")
CONTROL = re.compile(rb"[\x00-\x09\x0b-\x1f]")


class NoteError(RecordError):
    """A note that is not written as one, or that is not signed as it must be."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose it says it is, and the bytes after the key id."""

    name: str
    key_id: bytes
    blob: bytes


@dataclass(frozen=True, slots=True)
class NoteParts:
    """A note taken apart, nothing verified."""

    text: bytes
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note that a known key has signed, and the lines of keys that are not known."""

    text: bytes
    verified: tuple[Signature, ...]
    unknown: tuple[Signature, ...]


@dataclass(frozen=True)
class Verifier:
    """A public key with its name, as others publish it."""

    name: str
    algorithm: int
    public_key: bytes

    def __post_init__(self) -> None:
        """Refuse a name that no signature line can carry."""
        if not NAME.fullmatch(self.name) or CONTROL.search(self.name.encode()):
            says = _("the name of a key has no spaces and no plus sign in it, unlike {name}.")
            raise NoteError(says.format(name=repr(self.name[:120])))

    @cached_property
    def key_id(self) -> bytes:
        """The four bytes by which a signature line names the key."""
        kind = bytes([self.algorithm]) + self.public_key
        return sha256(self.name.encode() + b"\n" + kind).digest()[:4]

    @cached_property
    def vkey(self) -> str:
        """The verifier key as one word."""
        kind = bytes([self.algorithm]) + self.public_key
        return f"{self.name}+{self.key_id.hex()}+{b64encode(kind).decode()}"

    @cached_property
    def _key(self) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(self.public_key)

    def verifies(self, message: bytes, signature: bytes) -> bool:
        """Say whether `signature` (64 bytes of Ed25519) is this key's over `message`."""
        try:
            self._key.verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def signed(self, message: bytes, blob: bytes) -> bool:
        """Say whether the bytes after the key id in a signature line are this key's signature of `message`."""
        if self.algorithm == COSIGNATURE:
            time, blob = blob[:8], blob[8:]
            message = b"cosignature/v1\ntime %d\n" % int.from_bytes(time, "big") + message
            if len(time) < 8 or time[0] & 0x80:
                return False
        return len(blob) == SIGNATURE_BYTES and self.verifies(message, blob)


@dataclass(frozen=True)
class Signer:
    """A private key with its name. Its seed (32 bytes) is never shown."""

    name: str
    seed: bytes = field(repr=False)
    algorithm: int = ED25519

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self.algorithm, self._key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature (64 bytes) of a message."""
        return self._key.sign(message)


@lru_cache(maxsize=4096)
def parse_vkey(text: str) -> Verifier:
    """Return the verifier that a verifier key writes out. Raises NoteError if it is not one, or not of Ed25519."""
    found = VERIFIER_KEY.fullmatch(text)
    if not found:
        says = _("expected a verifier key written name+id+base64, found {found}.")
        raise NoteError(says.format(found=repr(text[:120])))
    kind = _base64(found[3], found[1])
    if len(kind) != 1 + KEY_BYTES or kind[0] not in (ED25519, COSIGNATURE):
        raise NoteError(_("the verifier key of {name} is not an Ed25519 key.").format(name=found[1]))
    verifier = Verifier(found[1], kind[0], kind[1:])
    if verifier.key_id.hex() != found[2]:
        says = _("the id {id} is not that of the verifier key of {name}.")
        raise NoteError(says.format(id=found[2], name=found[1]))
    return verifier


def sign_note(text: bytes, signers: Sequence[Signer]) -> bytes:
    """Return the note: `text`, which ends in a line feed, signed by each signer in order. Raises NoteError."""
    _check_bytes(text)
    if not text.endswith(b"\n"):
        raise NoteError(_("the text of a note ends in a line feed."))
    if not signers or any(signer.algorithm != ED25519 for signer in signers):
        raise NoteError(_("a note is signed by one key or more, and by none that makes cosignatures."))
    lines = [signature_line(signer.verifier, signer.sign(text)) for signer in signers]
    return text + b"\n" + "".join(lines).encode()


def signature_line(verifier: Verifier, blob: bytes) -> str:
    """Return a signature line, with its line feed."""
    return f"— {verifier.name} {b64encode(verifier.key_id + blob).decode()}\n"


def split_note(data: bytes) -> NoteParts:
    """Take a note apart without verifying anything. Raises NoteError where it is not written as a note."""
    _check_bytes(data)
    text, empty, block = data.rpartition(b"\n\n")
    if not empty:
        raise NoteError(_("expected a text, an empty line and signature lines; there is no empty line."))
    lines = block.split(b"\n")
    if lines.pop() != b"" or not lines:
        raise NoteError(_("expected one or more signature lines, each ending in a line feed."))
    if len(lines) > MOST_SIGNATURES:
        says = _("{count} signatures; at most {most} are read.")
        raise NoteError(says.format(count=len(lines), most=MOST_SIGNATURES))
    return NoteParts(text + b"\n", tuple(_signature(line.decode()) for line in lines))


def open_note(data: bytes, verifiers: Sequence[Verifier]) -> Note:
    """Return a note signed by at least one of these keys. Raises NoteError otherwise, and for a known key's bad line."""
    parts = split_note(data)
    known = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    verified: dict[tuple[str, bytes], Signature] = {}
    unknown: list[Signature] = []
    for signature in parts.signatures:
        verifier = known.get((signature.name, signature.key_id))
        if verifier is None:
            unknown.append(signature)
        elif not verifier.signed(parts.text, signature.blob):
            says = _("the signature of {name} does not fit the text.")
            raise NoteError(says.format(name=signature.name))
        else:
            verified.setdefault((signature.name, signature.key_id), signature)
    if not verified:
        raise NoteError(_("none of the signatures is by a key that is trusted here."))
    return Note(parts.text, tuple(verified.values()), tuple(unknown))


def _signature(line: str) -> Signature:
    found = LINE.fullmatch(line)
    if not found:
        raise NoteError(_("not a signature line: {line}.").format(line=repr(line[:80])))
    blob = _base64(found[2], found[1])
    if len(blob) < 5:
        raise NoteError(_("the signature of {name} is too short.").format(name=found[1]))
    return Signature(found[1], blob[:4], blob[4:])


def _check_bytes(data: bytes) -> None:
    if CONTROL.search(data):
        raise NoteError(_("the note holds a control character."))
    try:
        data.decode()
    except UnicodeDecodeError:
        raise NoteError(_("the note is not UTF-8.")) from None


def _base64(text: str, name: str) -> bytes:
    try:
        if (
            len(text) % 4 == 0
        ):  # Python passes over padding that is too much; a key would then have two verifier keys
            return b64decode(text, validate=True)
    except Base64Error:
        pass
    raise NoteError(_("the key or signature of {name} is not base64.").format(name=name))
