"""An entry of the log: one or more acts, signed by everyone it says has signed.

An entry is a signed note of two text lines, ``kengesh/entry/v1`` and one line of canonical JSON with exactly these keys:

=========== ================================================================================================
``acts``    one or more acts; each has at least ``kind`` and ``voice``
``at``      when it was signed: RFC 3339 in UTC, whole seconds, ``2025-11-16T09:30:00Z``
``log``     the origin of the log
``seen``    ``{"root": base64, "size": n}``: what the signers had last verified of the log
``signers`` ``{"key": verifier key, "party": id}`` for each, in order of key id
=========== ================================================================================================

The whole note is at most 32,768 bytes. Exactly the listed signers have valid lines, in their order: none missing, none
added, or a host could show a treaty of six with one signature. An entry is known by the SHA-256 of its text, since the
bytes of a signature line can be written in more than one way; the leaf is the whole note.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from kengesh.record.canonical import NotCanonical, act_id, canonical, parse_canonical
from kengesh.record.envelope import ENVELOPE, EntryRefused, UnknownEnvelope, check_envelope
from kengesh.record.note import (
    ED25519,
    MOST_SIGNATURES,
    NoteError,
    Signature,
    Signer,
    Verifier,
    parse_vkey,
    sign_note,
    signature_line,
    split_note,
)
from kengesh.record.tree import EMPTY_ROOT, HASH_BYTES
from kengesh.terms.messages import _

__all__ = [
    "MAX_ENTRY_BYTES",
    "Entry",
    "EntryRefused",
    "EntryTooLarge",
    "UnknownEnvelope",
    "act_id",
    "check_entry_signatures",
    "entry_text",
    "parse_entry",
    "sign_entry",
    "text_hash",
]

MAX_ENTRY_BYTES = 32_768
KEYS = {"acts", "at", "log", "seen", "signers"}
MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z")


class EntryTooLarge(EntryRefused):
    """An entry of more than 32,768 bytes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says. `signers` are (party, verifier key), `seen_root` 32 bytes, `at` as written."""

    acts: tuple[dict[str, Any], ...]
    at: str
    log: str
    seen_size: int
    seen_root: bytes
    signers: tuple[tuple[str, str], ...]


def entry_text(entry: Entry) -> bytes:
    """Return the two lines that are signed. Raises NotCanonical for acts without a canonical form."""
    return ENVELOPE + canonical(_value(entry)) + b"\n"


def sign_entry(entry: Entry, signers: Sequence[Signer]) -> bytes:
    """Return the note of an entry, signed by `signers`, who must be those that the entry lists, in its order.

    What it returns, :func:`parse_entry` and :func:`check_entry_signatures` take. Raises EntryRefused, EntryTooLarge,
    NotCanonical or NoteError.
    """
    verifiers = [signer.verifier for signer in signers]
    if [verifier.vkey for verifier in verifiers] != [key for _party, key in entry.signers]:
        raise EntryRefused(_("the keys given are not the signers that the entry lists."))
    _check_order(verifiers)
    value = _value(entry)
    _checked(value)  # the value that is written, so that what was signed need not be read again
    note = sign_note(ENVELOPE + canonical(value) + b"\n", signers)
    _check_length(note)
    return note


def parse_entry(note: bytes) -> Entry:
    """Return what an entry says: two lines of text, an empty one and a line for each signer, and nothing more.

    Its form is checked, its signatures are not. Raises EntryTooLarge, UnknownEnvelope, or EntryRefused with what is wrong.
    """
    _check_length(note)
    check_envelope(note)
    line, _end, rest = note[len(ENVELOPE) :].partition(b"\n")
    if not rest.startswith(b"\n") or b"\n\n" in rest:
        says = _("the entry must have two lines of text, then an empty line and signatures, and no more.")
        raise EntryRefused(says)
    try:
        entry = _checked(parse_canonical(line))
    except NotCanonical as error:
        raise EntryRefused(str(error)) from None
    if rest.count(b"\n") != 1 + len(entry.signers):
        says = _("the entry must have a signature for each of its {signers} signers, and no more.")
        raise EntryRefused(says.format(signers=len(entry.signers)))
    return entry


def check_entry_signatures(note: bytes, entry: Entry) -> None:
    """Check that exactly the listed signers have signed, in their order. Raises EntryRefused, naming the signer.

    Whether each key counts for its party at this point of the log is asked of the log (``keys``).
    """
    try:
        parts = split_note(note)
        verifiers = [parse_vkey(key) for _party, key in entry.signers]
    except NoteError as error:
        raise EntryRefused(str(error)) from None
    _check_order(verifiers)
    block = b"".join([_line(verifier, parts.signatures, parts.text) for verifier in verifiers])
    if parts.text + b"\n" + block != note:
        raise EntryRefused(
            _("the signature lines are not those of the signers, written canonically and in their order.")
        )


def text_hash(note: bytes) -> bytes:
    """Return the SHA-256 of an entry's text, by which the entry is known. Raises EntryRefused without a text."""
    text, empty, _signatures = note.rpartition(b"\n\n")
    if not empty:
        raise EntryRefused(_("expected a text, an empty line and signature lines."))
    return sha256(text + b"\n").digest()


def _line(verifier: Verifier, signatures: Sequence[Signature], text: bytes) -> bytes:
    """Return the canonical signature line of a signer. Raises EntryRefused if it has none or its own does not verify."""
    for signature in signatures:
        if (signature.name, signature.key_id) == (verifier.name, verifier.key_id):
            if verifier.algorithm != ED25519 or not verifier.signed(text, signature.blob):
                says = _("the signature of {name} does not fit the entry.")
                raise EntryRefused(says.format(name=verifier.name))
            return signature_line(verifier, signature.blob).encode()
    says = _("the signature of {name}, whom the entry lists as a signer, is missing.")
    raise EntryRefused(says.format(name=verifier.name))


def _check_length(note: bytes) -> None:
    if len(note) > MAX_ENTRY_BYTES:
        says = _("the entry takes {bytes} bytes; at most {most} are allowed.")
        raise EntryTooLarge(says.format(bytes=len(note), most=MAX_ENTRY_BYTES))


def _check_order(verifiers: Sequence[Verifier]) -> None:
    ids = [verifier.key_id for verifier in verifiers]
    if ids != sorted(set(ids)):
        raise EntryRefused(_("the signers are not listed once each in order of key id."))


def _value(entry: Entry) -> dict[str, Any]:
    return {
        "acts": list(entry.acts),
        "at": entry.at,
        "log": entry.log,
        "seen": {"root": b64encode(entry.seen_root).decode(), "size": entry.seen_size},
        "signers": [{"key": key, "party": party} for party, key in entry.signers],
    }


def _checked(value: Any) -> Entry:
    if not isinstance(value, dict) or value.keys() != KEYS:
        says = _("expected an object with exactly the keys {keys}.")
        raise EntryRefused(says.format(keys=", ".join(sorted(KEYS))))
    acts, seen, signers = value["acts"], value["seen"], value["signers"]
    if not isinstance(acts, list) or not acts:
        raise EntryRefused(_("expected a list of one or more acts."))
    for place, act in enumerate(acts):
        if not isinstance(act, dict) or not (
            isinstance(act.get("kind"), str) and isinstance(act.get("voice"), str)
        ):
            raise EntryRefused(_("act {place} has no kind or no voice.").format(place=place))
    if not isinstance(value["log"], str) or not value["log"]:
        raise EntryRefused(_("the entry names no log."))
    if not isinstance(signers, list) or not signers:
        raise EntryRefused(_("expected a list of one or more signers."))
    if len(signers) > MOST_SIGNATURES:
        says = _("{count} signers; a note has at most {most} signatures.")
        raise EntryRefused(says.format(count=len(signers), most=MOST_SIGNATURES))
    return Entry(
        tuple(acts), _at(value["at"]), value["log"], *_seen(seen), tuple(_signer(one) for one in signers)
    )


def _at(value: Any) -> str:
    found = MOMENT.fullmatch(value) if isinstance(value, str) else None
    if found:
        try:
            year, month, day, hour, minute, second = map(int, found.groups())
            datetime(year, month, day, hour, minute, second)
        except ValueError:
            found = None
    if not found:
        says = _("expected a moment such as 2025-11-16T09:30:00Z, found {found}.")
        raise EntryRefused(says.format(found=repr(value)[:60]))
    return found[0]


def _seen(value: Any) -> tuple[int, bytes]:
    if isinstance(value, dict) and value.keys() == {"root", "size"}:
        size, root = value["size"], value["root"]
        if isinstance(size, int) and not isinstance(size, bool) and size >= 0 and isinstance(root, str):
            try:
                decoded = b64decode(root, validate=True)
            except (Base64Error, ValueError):
                decoded = b""
            if (
                b64encode(decoded).decode() == root
                and len(decoded) == HASH_BYTES
                and (size or decoded == EMPTY_ROOT)
            ):
                return size, decoded
    says = _("expected seen to be the size and the root (base64) that the signers had last verified.")
    raise EntryRefused(says)


def _signer(value: Any) -> tuple[str, str]:
    if isinstance(value, dict) and value.keys() == {"key", "party"}:
        party, key = value["party"], value["key"]
        if isinstance(party, str) and party and isinstance(key, str):
            return party, key
    raise EntryRefused(_("expected each signer to be a key and a party."))
