"""Entering: what a log's keeper signs goes in here, durably, in order, once.

:func:`create` makes a log with its first entry; a :class:`Writer` appends. An append that returned is on the disk, in
the tree, and under a signed checkpoint; one that raised before its point of no return entered nothing.

One step, under the writer's lock, in this order:

1. every note is admitted: read strictly, signed by exactly its signers, each key valid here, a time not before the
   previous entry's, a text that is not in the log yet; every blob it names is there with that length, or withheld;
2. the files of the step and the newly signed checkpoint are committed to the private database, if the head there is
   still the one this step builds on: the point of no return;
3. each file is written, fsynced, renamed, its folder fsynced: bundles and level 0 first, higher levels, ``log.toml``
   where the keys change, ``checkpoint`` last;
4. only then the indexes are returned.

Whoever opens the log next finishes a step that was interrupted after 2, from the stored bytes: nothing is signed twice
for one size. Files ahead of the private head, or another root, mean that the private side was lost or is old: then
nothing is signed until ``kengesh resume-writer`` has shown that no copy is ahead. After any error from the disk a
writer refuses to go on; a new one checks first.
"""

from __future__ import annotations

import sqlite3
from base64 import b64encode
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from kengesh.record.admission import Admission
from kengesh.record.blobs import blob_length
from kengesh.record.checkpoint import Checkpoint, sign_checkpoint
from kengesh.record.entry import Entry, sign_entry
from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, DiskFull, Files, is_full, make_folders, put, replace
from kengesh.record.growing import Edge, read_edge
from kengesh.record.head import CheckpointError, read_head
from kengesh.record.keys import LOG_PARTY, OPEN_LOG, KeyHistory
from kengesh.record.log import FORMAT, ListedKey, Log, Settings, format_settings
from kengesh.record.note import Signer
from kengesh.record.staging import (
    WAIT_SECONDS,
    Head,
    HeadMoved,
    StagedFile,
    Staging,
    is_damaged,
    writer_folder,
)
from kengesh.record.tidying import remove_stale_tiles
from kengesh.record.tree import EMPTY_ROOT
from kengesh.terms.messages import _

MOST_ENTRIES = 256  # a step: as many as one bundle holds
NO_SIZE = Checkpoint("", 0, EMPTY_ROOT)


class CannotWrite(RecordError):
    """The log cannot be written to as things are; the sentence says why and what to do."""


class WriterLost(CannotWrite):
    """The private side is missing or older than the log: a signed head may exist that it does not know."""


class WriterStopped(CannotWrite):
    """An earlier error of the disk stopped this writer; a new one checks and goes on."""


def create(
    path: Path,
    origin: str,
    signer: Signer,
    mode: str = "observed",
    continues: Sequence[Checkpoint] = (),
    *,
    at: datetime | None = None,
    files: Files = FILES,
) -> Log:
    """Make a new log whose entry 0 opens it, and return it.

    `signer` is the log's own key; its name is the origin. `at` is when it is opened, by default now. A creation that
    was interrupted is finished by calling this again. Raises CannotWrite, EntryRefused or EntryNotAdmitted where it cannot
    be opened so, WriterBusy, DiskFull, OSError.
    """
    if signer.name != origin:
        says = _("the log's key is named {name}; it must have the log's origin as its name: {origin}.")
        raise CannotWrite(says.format(name=signer.name, origin=origin))
    if path.exists() and (not path.is_dir() or (any(path.iterdir()) and not writer_folder(path).exists())):
        says = _("{folder}: something is here already. Choose a folder that is empty or does not exist.")
        raise CannotWrite(says.format(folder=path))
    if (path / "checkpoint").exists():
        raise CannotWrite(_("{folder}: there is a record here already.").format(folder=path))
    note = _opening(origin, signer, mode, continues, datetime.now(UTC) if at is None else at)
    admission = _admission_of_the_first(origin, signer)
    admission.admit([note])
    try:
        make_folders(files, path.parent, Path(path.anchor))
        with closing(Staging(writer_folder(path), files)) as staging, staging.locked(WAIT_SECONDS):
            files.sync_folder(path.parent)
            head = staging.head()
            _check_interrupted(path, head, signer)
            if head is None:
                _stage(staging, None, Edge(), [note], admission, (signer,))
            _apply(path, staging, files, again=True)
    except (OSError, sqlite3.Error) as error:
        raise _stopped(path, error) from error
    return Log.open(path, files)


def _admission_of_the_first(origin: str, signer: Signer) -> Admission:
    return Admission(
        origin, 0, KeyHistory(), "", signer, lambda size: EMPTY_ROOT, lambda texts: {}, lambda digest: None
    )


def _check_interrupted(record: Path, head: Head | None, signer: Signer) -> None:
    """See that a private side that is there already is that of this very creation, and of no earlier log."""
    if head is None:
        return
    if head.size != 1 or KeyHistory.from_json(head.keys).log_key() != signer.verifier.vkey:
        says = _(
            "{folder}: is the private side of an earlier log, of {size} entries. Choose another folder, or bring that log "
            "back from a copy: kengesh mirror COPY {record}"
        )
        raise CannotWrite(says.format(folder=writer_folder(record), size=head.size, record=record))


class Writer:
    """The one who enters into a log. Opening it finishes what an interrupted writer left; close it when done.

    Several writers of one log may be open, in one process or many: each step takes the lock for itself alone.
    """

    def __init__(
        self, path: Path, signer: Signer, *, files: Files = FILES, wait_seconds: float = WAIT_SECONDS
    ) -> None:
        """Open the log in `path` for entering; `signer` is its own key. Raises CannotWrite, WriterBusy, LogError."""
        self.path = Path(path)
        self._signer = signer
        self._files = files
        self._wait_seconds = wait_seconds
        self._edge = Edge()
        self._head: Head | None = None
        self._why_stopped = ""
        if not (writer_folder(self.path) / "writer.sqlite").exists():
            raise _lost(
                self.path, _("its private side {folder} is missing").format(folder=writer_folder(self.path))
            )
        try:
            self._staging = Staging(writer_folder(self.path), files)
        except (OSError, sqlite3.Error) as error:
            raise _stopped(self.path, error) from error
        try:
            with self._staging.locked(wait_seconds):
                self._catch_up()
        except (OSError, sqlite3.Error) as error:
            self._staging.close()
            raise _stopped(self.path, error) from error
        except BaseException:
            self._staging.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the private database. What was entered stays entered."""
        self._staging.close()

    @property
    def size(self) -> int:
        """The number of entries when this writer last looked."""
        return self._edge.size

    @property
    def root(self) -> bytes:
        """The root at that size."""
        return self._edge.root() if self._head is None else self._head.root

    @property
    def entered_at(self) -> str:
        """When the last entry was signed, by its own word; no later one may be dated before it."""
        return "" if self._head is None else self._head.entered_at

    def append(self, notes: Sequence[bytes], at_size: int | None = None) -> list[int]:
        """Enter up to 256 notes in one durable step and return their indexes.

        All are entered or none. With `at_size` they are entered only while the log has that size; HeadMoved where another
        writer has entered something since. Raises EntryNotAdmitted (AlreadyInLog with the index) naming the note, WriterBusy with
        the holder, FileDiffers where a file of the step is there with other bytes, HeadMoved, DiskFull, CannotWrite.
        """
        return self._append(notes, (self._signer,), at_size)

    def hand_over(self, note: bytes, successor: Signer) -> int:
        """Enter the note of a ``hand-over/1`` as a step of its own, its checkpoint signed by both keys.

        From then on this writer signs with `successor`. Returns the index; raises as :meth:`append`.
        """
        (index,) = self._append([note], (self._signer, successor))
        self._signer = successor
        return index

    def _append(
        self, notes: Sequence[bytes], signers: Sequence[Signer], at_size: int | None = None
    ) -> list[int]:
        if self._why_stopped:
            says = _("{folder}: this writer stopped after an error ({why}). Start it again; it checks first.")
            raise WriterStopped(says.format(folder=self.path, why=self._why_stopped))
        if len(notes) > MOST_ENTRIES:
            says = _("a step takes at most {most} entries, not {count}.")
            raise CannotWrite(says.format(most=MOST_ENTRIES, count=len(notes)))
        if not notes:
            return []
        try:
            with self._staging.locked(self._wait_seconds):
                return self._step(notes, signers, at_size)
        except (OSError, sqlite3.Error) as error:
            self._why_stopped = str(error)
            raise _stopped(self.path, error) from error

    def _step(self, notes: Sequence[bytes], signers: Sequence[Signer], at_size: int | None) -> list[int]:
        if self._staging.head() != self._head:
            self._catch_up()
        start = self._edge.size
        if at_size is not None and at_size != start:
            says = _("{folder}: another writer has entered something meanwhile: {size} entries, not {asked}.")
            raise HeadMoved(says.format(folder=self.path, size=start, asked=at_size))
        admission = self._admission()
        admission.admit(notes)
        _check_hand_over(admission.keys, start + len(notes), signers)
        edge = _stage(self._staging, self._head, self._edge, notes, admission, signers)
        _apply(self.path, self._staging, self._files)
        self._edge, self._head = edge, self._staging.head()
        remove_stale_tiles(self.path, start, edge.size, self._files)
        return list(range(start, edge.size))

    def _admission(self) -> Admission:
        assert self._head is not None  # _catch_up has looked
        log = Log.open(self.path, self._files)
        return Admission(
            log.origin,
            self._head.size,
            KeyHistory.from_json(self._head.keys),
            self._head.entered_at,
            self._signer,
            log.root_at,
            self._staging.entries_with_texts,
            lambda digest: blob_length(self.path, digest),
        )

    def _catch_up(self) -> None:
        """Bring files and private head together, or refuse: they must tell one story."""
        head = self._staging.head()
        if head is None:
            raise _lost(self.path, _("its private side holds no signed head"))
        _check_story(self.path, head, _published(self.path, self._files))
        _apply(self.path, self._staging, self._files, again=True)
        key = KeyHistory.from_json(head.keys).log_key()
        if self._signer.verifier.vkey != key:  # only now: to finish an interrupted hand-over takes no key
            says = _("{folder}: the key given is not the log's own, which is {key}.")
            raise CannotWrite(says.format(folder=self.path, key=key))
        self._edge = read_edge(head.size, lambda name: self._files.read(self.path / name))
        if self._edge.root() != head.root:
            says = _("{folder}: the tiles do not give the root that was signed. Run: kengesh verify {folder}")
            raise CannotWrite(says.format(folder=self.path))
        self._head = head


def _opening(origin: str, signer: Signer, mode: str, continues: Sequence[Checkpoint], at: datetime) -> bytes:
    act = {
        "kind": OPEN_LOG,
        "voice": "performed",
        "origin": origin,
        "mode": mode,
        "keys": [{"key": signer.verifier.vkey, "party": LOG_PARTY}],
        "continues": [
            {"origin": one.origin, "size": one.size, "root": b64encode(one.root).decode()}
            for one in continues
        ],
    }
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    signers = ((LOG_PARTY, signer.verifier.vkey),)
    return sign_entry(Entry((act,), moment, origin, 0, EMPTY_ROOT, signers), [signer])


def _stage(
    staging: Staging,
    before: Head | None,
    edge: Edge,
    notes: Sequence[bytes],
    admission: Admission,
    signers: Sequence[Signer],
) -> Edge:
    """Commit a step to the private database: from here on it will be done. Returns the tree's new edge."""
    grown, files = edge.grown(notes)
    root = grown.root()
    checkpoint = sign_checkpoint(Checkpoint(admission.origin, grown.size, root), *signers)
    step = [StagedFile(path, data) for path, data in files]
    if before is None or len(signers) > 1:
        listed = tuple(ListedKey(key.key, key.from_size) for key in admission.keys.log_keys)
        step.append(StagedFile("log.toml", format_settings(Settings(FORMAT, admission.origin, listed))))
    step.append(StagedFile("checkpoint", checkpoint))
    head = Head(grown.size, root, checkpoint, edge.size, admission.entered_at, admission.keys.as_json())
    staging.stage(before, head, step, admission.texts)
    return grown


def _apply(record: Path, staging: Staging, files: Files, again: bool = False) -> None:
    """Write the staged files of the last step, the checkpoint last. Doing it twice does no harm."""
    for one in staging.staged():
        if one.path == "checkpoint":
            replace(files, record / one.path, _with_cosignatures(record, files, one.data), record, again)
        elif one.path == "log.toml":
            replace(files, record / one.path, one.data, record, again)
        else:
            put(files, record / one.path, one.data, record, again)


def _with_cosignatures(record: Path, files: Files, checkpoint: bytes) -> bytes:
    """Return the checkpoint with the lines that witnesses have added to the published one, if it is published."""
    try:
        published = files.read(record / "checkpoint")
    except FileNotFoundError:
        return checkpoint
    return published if published.startswith(checkpoint) else checkpoint


def _check_hand_over(keys: KeyHistory, size: int, signers: Sequence[Signer]) -> None:
    if list(keys.checkpoint_keys(size)) != [signer.verifier.vkey for signer in signers]:
        says = _("an entry with hand-over/1 is entered alone, with the new key at hand: Writer.hand_over.")
        raise CannotWrite(says)


def _published(record: Path, files: Files) -> Checkpoint:
    try:
        return read_head(files.read(record / "checkpoint"))
    except FileNotFoundError:
        return NO_SIZE
    except CheckpointError as error:
        raise CannotWrite(f"{record / 'checkpoint'}: {error}") from None


def _check_story(record: Path, head: Head, published: Checkpoint) -> None:
    """See that the files are at the private head, or one interrupted step before it."""
    if published.size > head.size:
        why = _("the log has {size} entries and its private side knows {known}")
        raise _lost(record, why.format(size=published.size, known=head.size))
    if published.size == head.size and published.root != head.root:
        raise _lost(
            record,
            _("the log has another root than the one signed for {size} entries").format(size=head.size),
        )
    if published.size not in (head.size, head.base_size):
        says = _(
            "{folder}: nothing is written: {signed} entries were signed, and the files here end at {size}: they are an "
            "old copy. Bring them up to date: kengesh mirror COPY {folder}"
        )
        raise CannotWrite(says.format(folder=record, signed=head.size, size=published.size))


def _lost(record: Path, why: str) -> WriterLost:
    says = _(
        "{folder}: nothing is written: {why}. Show that no copy of the log is ahead: "
        "kengesh resume-writer {folder} --against MIRROR"
    )
    return WriterLost(says.format(folder=record, why=why))


def _stopped(record: Path, error: OSError | sqlite3.Error) -> RecordError:
    """Say in a sentence what an error of the disk means for the log."""
    if isinstance(error, sqlite3.Error) and is_damaged(error):
        return _lost(record, _("its private side is damaged ({why})").format(why=error))
    if is_full(error):
        says = _(
            "{folder}: the disk is full. Nothing that was answered is lost; make room and start again: a step that "
            "was under way is then finished."
        )
        return DiskFull(says.format(folder=record))
    says = _(
        "{folder}: writing failed ({why}). Nothing that was answered is lost; a step that was under way is finished or "
        "dropped when the writer is started again."
    )
    return WriterStopped(says.format(folder=record, why=error))
