"""What may enter a log, decided note by note before anything is written.

A note is admitted when it is at most 32,768 bytes; is read strictly, its canonical bytes being those received; has valid
signatures of exactly the signers it lists, in order of key id; each key counts for its party at that entry; it is for
this log, not earlier than the entry before, was signed in view of a state this log has had, and says something whose
text is not in the log yet; and the record holds every blob it names, with the length it says, unless it is withheld:
one signature could otherwise make a log that no longer verifies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

from kengesh.record.blobs import blobs_named
from kengesh.record.entry import Entry, EntryRefused, check_entry_signatures, parse_entry
from kengesh.record.errors import RecordError
from kengesh.record.keys import KeyHistory, KeyRefused
from kengesh.record.note import Signer, signature_line
from kengesh.record.threads import each
from kengesh.terms.messages import _


class EntryNotAdmitted(RecordError):
    """A note that may not enter. `place` is which of the notes given, from 0."""

    def __init__(self, place: int, why: str) -> None:
        super().__init__(_("note {place}: not entered: {why}").format(place=place, why=why))
        self.place = place


class AlreadyInLog(EntryNotAdmitted):
    """A text that is in the log already. `index` is its entry."""

    def __init__(self, place: int, index: int) -> None:
        super().__init__(place, _("the same text is entry {index} already.").format(index=index))
        self.index = index


class Admission:
    """The admission of the notes of one step; each must be admitted after the one before it."""

    def __init__(
        self,
        origin: str,
        size: int,
        keys: KeyHistory,
        entered_at: str,
        signer: Signer,
        root_at: Callable[[int], bytes],
        entries_with_texts: Callable[[Sequence[bytes]], dict[bytes, int]],
        blob_length: Callable[[str], int | None],
    ) -> None:
        """Stand at `size`: the keys there, when the last entry was signed, the roots, which texts and blobs are there."""
        self.origin = origin
        self.keys = keys
        self.entered_at = entered_at
        self.texts: list[bytes] = []
        self._size = size
        self._signer = signer
        self._root_at = root_at
        self._entries_with_texts = entries_with_texts
        self._blob_length = blob_length
        self._roots: dict[int, bytes] = {}

    def admit(self, notes: Sequence[bytes]) -> None:
        """Admit all of these notes. Raises EntryNotAdmitted for the first that may not enter."""
        digests = [sha256(note[: note.rfind(b"\n\n") + 1]).digest() for note in notes]
        known = self._entries_with_texts(digests)
        opened = each(self._opened, notes)
        for place, (note, digest) in enumerate(zip(notes, digests, strict=True)):
            if digest in known:
                raise AlreadyInLog(place, known[digest])
            try:
                entry = opened[place]
                if isinstance(entry, EntryRefused):
                    raise entry
                self._check_place(entry)
                index = self._size + len(self.texts)
                self.keys.check_signers(index, entry.signers, entry.acts)
                self.keys.take(index, entry.acts, entry.signers, self.origin)
                self._check_blobs(note, entry)
            except (EntryRefused, KeyRefused) as error:
                raise EntryNotAdmitted(place, str(error)) from error
            self.entered_at = entry.at
            known[digest] = self._size + len(self.texts)
            self.texts.append(digest)

    def _opened(self, note: bytes) -> Entry | EntryRefused:
        """Return an entry whose form and signatures are as they should be, or what is wrong with them."""
        try:
            entry = parse_entry(note)
            self._check_signatures(note, entry)
        except EntryRefused as error:
            return error
        return entry

    def _check_signatures(self, note: bytes, entry: Entry) -> None:
        # Ed25519 gives one signature for one key and text, and making it takes a third of the time of checking it: a note
        # that this writer's own key signed alone is checked by signing it again.
        own = self._signer.verifier
        if len(entry.signers) == 1 and entry.signers[0][1] == own.vkey:
            text = note[: note.rindex(b"\n\n") + 1]
            if note == text + b"\n" + signature_line(own, self._signer.sign(text)).encode():
                return
        check_entry_signatures(note, entry)

    def _check_place(self, entry: Entry) -> None:
        if entry.log != self.origin:
            says = _("it is for the log {other}, not for {origin}.")
            raise EntryRefused(says.format(other=entry.log, origin=self.origin))
        if entry.at < self.entered_at:
            says = _("it is dated {at}, before the entry before it ({before}).")
            raise EntryRefused(says.format(at=entry.at, before=self.entered_at))
        if entry.seen_size > self._size:
            says = _("it was signed in view of {seen} entries; the log has {size}.")
            raise EntryRefused(says.format(seen=entry.seen_size, size=self._size))
        root = self._roots.get(entry.seen_size)
        if root is None:
            root = self._roots[entry.seen_size] = self._root_at(entry.seen_size)
        if root != entry.seen_root:
            says = _(
                "it was signed in view of another log: the root at {seen} entries is not the one it names."
            )
            raise EntryRefused(says.format(seen=entry.seen_size))

    def _check_blobs(self, note: bytes, entry: Entry) -> None:
        if b'"sha256"' not in note:
            return
        for digest, length in blobs_named(list(entry.acts)):
            held = self._blob_length(digest)
            if held is None and digest not in self.keys.withheld:
                says = _("it names the text {digest}, which the record does not hold; keep the text first.")
                raise EntryRefused(says.format(digest=digest))
            if held is not None and held != length:
                says = _("it says that the text {digest} has {length} bytes; it has {held}.")
                raise EntryRefused(says.format(digest=digest, length=length, held=held))
