"""The part of a verification that takes the time, one bundle of 256 entries after another: in this process or many.

:func:`examine` looks at each entry of a bundle by itself: form, signatures, leaf hash. What it takes to judge the entries
together (order, keys, repetitions, the tree) it reports in a compact form to :mod:`kengesh.record.checking`.

Run as a program (``python -m kengesh.record.examining``) it is a worker: each message on its standard input is four bytes
of length and a :class:`Job`, each on its standard output a :class:`BundleReport`, both in MessagePack; it ends with its
input.
"""

from __future__ import annotations

import gc
import sys
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from typing import BinaryIO

import msgspec

from kengesh.record.blobs import blobs_named
from kengesh.record.entry import Entry, EntryRefused, check_entry_signatures, parse_entry, text_hash
from kengesh.record.keys import RECORD_KINDS
from kengesh.record.note import ED25519, NoteError, parse_vkey
from kengesh.record.tile import TILE_WIDTH, TileError, decode_bundle, entries_path
from kengesh.record.tree import leaf_hash
from kengesh.terms.messages import _

SIGNATURE_CHARACTERS = 93  # base64 of 4 bytes of key id and 64 of signature, and the line feed

Signers = tuple[tuple[str, str], ...]


class Job(msgspec.Struct, frozen=True):
    """A bundle to examine: its index, its bytes, how many entries it must hold, and the log it must be of."""

    index: int
    data: bytes
    width: int
    origin: str
    signatures: bool = True


class BundleReport(msgspec.Struct):
    """What a bundle holds, up to the first entry that is bad by itself.

    `leaves` and `texts` are hashes of 32 bytes, one after the other; `signers` and `seen` say for each entry which of the
    listed ones is its own; `acts_of` has the acts of the entries that hold acts the record understands.
    """

    index: int
    width: int
    leaves: bytes = b""
    texts: bytes = b""
    moments: list[str] = []
    signers: list[int] = []
    signers_listed: list[Signers] = []
    seen: list[int] = []
    seen_listed: list[tuple[int, bytes]] = []
    acts_of: dict[int, list[dict[str, object]]] = {}
    blobs: list[tuple[int, str, int]] = []  # entry, SHA-256, length
    bad_entry: int | None = None
    bad_bundle: bool = False
    why: str = ""

    @property
    def path(self) -> str:
        """The file that the entries stand in."""
        return entries_path(self.index, self.width)

    @property
    def start(self) -> int:
        """The index of its first entry."""
        return self.index * TILE_WIDTH

    @property
    def entries(self) -> int:
        """How many entries it holds before the first bad one."""
        return len(self.moments)


def examine(job: Job) -> BundleReport:
    """Look at every entry of a bundle; the report ends at the first bad one and says why it is."""
    report = BundleReport(job.index, job.width)
    try:
        notes = decode_bundle(job.data)
    except TileError as error:
        notes, report.bad_bundle, report.why = [], True, str(error)
    if not report.bad_bundle and len(notes) != job.width:
        says = _("it holds {found} entries and should hold {expected}.")
        notes, report.bad_bundle, report.why = [], True, says.format(found=len(notes), expected=job.width)
    tables = _Tables(report)
    for place, note in enumerate(notes):
        try:
            entry = parse_entry(note)
            if entry.log != job.origin:
                raise EntryRefused(_("it is an entry of the log {other}.").format(other=entry.log))
            if job.signatures and not _is_signed(note, entry):
                check_entry_signatures(note, entry)  # says what is wrong
        except EntryRefused as error:
            report.bad_entry, report.why = report.start + place, str(error)
            break
        tables.take(report.start + place, note, entry)
    report.leaves, report.texts = b"".join(tables.leaves), b"".join(tables.texts)
    return report


def _is_signed(note: bytes, entry: Entry) -> bool:
    """Say whether the signature lines are valid and written as they must be; quicker than to say why not.

    Each line is rebuilt from its own base64, so that any other way of writing it is not taken here.
    """
    at = note.rindex(b"\n\n") + 1
    text, block, last = note[:at], note[at + 1 :], b""
    for _party, key in entry.signers:
        try:
            verifier = parse_vkey(key)
        except NoteError:
            return False
        head = f"— {verifier.name} ".encode()
        line, block = block[: len(head) + SIGNATURE_CHARACTERS], block[len(head) + SIGNATURE_CHARACTERS :]
        try:
            signature = b64decode(line[len(head) : -1])
        except Base64Error:
            return False
        if (
            line != head + b64encode(signature) + b"\n"
            or verifier.key_id <= last
            or verifier.algorithm != ED25519
        ):
            return False
        last = verifier.key_id
        if signature[:4] != last or not verifier.verifies(text, signature[4:]):
            return False
    return not block


class _Tables:
    def __init__(self, report: BundleReport) -> None:
        self.leaves: list[bytes] = []
        self.texts: list[bytes] = []
        self._report = report
        self._signers: dict[Signers, int] = {}
        self._seen: dict[tuple[int, bytes], int] = {}

    def take(self, index: int, note: bytes, entry: Entry) -> None:
        report = self._report
        self.leaves.append(leaf_hash(note))
        self.texts.append(text_hash(note))
        report.moments.append(entry.at)
        listed = self._signers.setdefault(entry.signers, len(self._signers))
        if listed == len(report.signers_listed):
            report.signers_listed.append(entry.signers)
        report.signers.append(listed)
        head = (entry.seen_size, entry.seen_root)
        listed = self._seen.setdefault(head, len(self._seen))
        if listed == len(report.seen_listed):
            report.seen_listed.append(head)
        report.seen.append(listed)
        if any(act["kind"] in RECORD_KINDS for act in entry.acts):
            report.acts_of[index] = list(entry.acts)
        if b'"sha256"' in note:
            for act in entry.acts:
                report.blobs += [(index, digest, length) for digest, length in blobs_named(act)]


def read_message(stream: BinaryIO) -> bytes | None:
    """Return the next message of a stream, None at its end."""
    length = stream.read(4)
    if len(length) < 4:
        return None
    data = stream.read(int.from_bytes(length, "big"))
    return data if len(data) == int.from_bytes(length, "big") else None


def write_message(stream: BinaryIO, data: bytes) -> None:
    """Write one message to a stream. Raises OSError."""
    stream.write(len(data).to_bytes(4, "big") + data)
    stream.flush()


def main() -> None:
    """Examine what comes in, until nothing more does."""
    gc.disable()  # nothing here makes cycles, and the many small objects of JSON would have it look for them all the time
    jobs, reports = msgspec.msgpack.Decoder(Job), msgspec.msgpack.Encoder()
    while (message := read_message(sys.stdin.buffer)) is not None:
        write_message(sys.stdout.buffer, reports.encode(examine(jobs.decode(message))))


if __name__ == "__main__":
    main()
