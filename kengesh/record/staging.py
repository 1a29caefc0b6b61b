"""The writer's private side: ``DIR.writer/`` with the last signed head, the staged files of its step, and the lock.

Two small SQLite databases, never served and never copied with the record:

``writer.sqlite``  the head (the last signed checkpoint, and what the next entry is checked against), the files of the
                   step that led to it, and the hash of every entry's text. One transaction moves the head: that commit
                   (``synchronous=FULL``) is an append's point of no return.
``lock.sqlite``    empty; who holds its write lock may append. The system lets go of it when the holder dies.

``holder`` is a line of text that says who took the lock last, for the message to whoever waits in vain.
"""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kengesh.record.errors import RecordError
from kengesh.record.files import Files, make_folders
from kengesh.terms.messages import _

WAIT_SECONDS = 5.0
TABLES = """
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, root BLOB NOT NULL, checkpoint BLOB NOT NULL,
    base_size INTEGER NOT NULL, entered_at TEXT NOT NULL, keys TEXT NOT NULL
);
CREATE TABLE staged (number INTEGER PRIMARY KEY, path TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE texts (hash BLOB PRIMARY KEY, entry INTEGER NOT NULL) WITHOUT ROWID;
"""


class WriterBusy(RecordError):
    """Another writer holds the lock. `holder` says who: process, host, since when."""

    def __init__(self, says: str, holder: str) -> None:
        super().__init__(says)
        self.holder = holder


class HeadMoved(RecordError):
    """The head in the private database is not the one that this step builds on."""


@dataclass(frozen=True)
class Head:
    """The last signed head: its checkpoint as signed, the size before its step, and what the next entry must follow."""

    size: int
    root: bytes
    checkpoint: bytes
    base_size: int
    entered_at: str
    keys: str


@dataclass(frozen=True)
class StagedFile:
    """One file of a step: its path inside the record, with `/`, and its bytes."""

    path: str
    data: bytes


def writer_folder(record: Path) -> Path:
    """Return where a record's private side is: ``record.writer`` beside ``record``, also when that is the folder ``.``."""
    return Path(os.path.abspath(record) + ".writer")


def is_damaged(error: sqlite3.Error) -> bool:
    """Say whether an error means that a database is not whole, rather than busy, full or out of reach."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


class Staging:
    """The open private side of one record. Close it when done."""

    def __init__(self, folder: Path, files: Files) -> None:
        """Open it, made if need be. Raises OSError, sqlite3.Error."""
        self.folder = folder
        self._files = files
        new = not (folder / "writer.sqlite").exists()
        make_folders(files, folder, folder)
        self._database = sqlite3.connect(folder / "writer.sqlite", isolation_level=None)
        try:
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=FULL")
        except sqlite3.Error:
            self._database.close()
            raise
        self._lock = sqlite3.connect(folder / "lock.sqlite", isolation_level=None, timeout=WAIT_SECONDS)
        if new:
            files.sync_folder(folder)

    def close(self) -> None:
        """Let go of the databases."""
        self._database.close()
        self._lock.close()

    @contextmanager
    def locked(self, wait_seconds: float) -> Iterator[None]:
        """Hold the writer's lock inside a ``with`` block. Raises WriterBusy when another holds it all that time."""
        self._lock.execute(f"PRAGMA busy_timeout={int(wait_seconds * 1000)}")
        try:
            self._lock.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise self._busy(wait_seconds) from None
        try:
            self._say_who_holds()
            yield
        finally:
            self._lock.execute("ROLLBACK")

    def head(self) -> Head | None:
        """Return the last signed head; None when nothing was signed here yet."""
        if not self._database.execute("SELECT 1 FROM sqlite_master WHERE name = 'head'").fetchone():
            return None
        row = self._database.execute(
            "SELECT size, root, checkpoint, base_size, entered_at, keys FROM head"
        ).fetchone()
        return None if row is None else Head(*row)

    def staged(self) -> list[StagedFile]:
        """Return the files of the step that led to the head, in the order in which they are written."""
        return [
            StagedFile(*row)
            for row in self._database.execute("SELECT path, data FROM staged ORDER BY number")
        ]

    def entries_with_texts(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        """Return which of these are the SHA-256 of an entry's text in the log, each with the entry's index."""
        places = ", ".join("?" * len(digests))
        found = self._database.execute(f"SELECT hash, entry FROM texts WHERE hash IN ({places})", digests)
        return dict(found.fetchall())

    def stage(
        self, before: Head | None, head: Head, step: Sequence[StagedFile], texts: Sequence[bytes]
    ) -> None:
        """Move the head from `before` in one durable transaction; the new texts are those of the last entries.

        Raises HeadMoved when the head is another one by now; sqlite3.Error.
        """
        self._database.execute("BEGIN IMMEDIATE")
        try:
            if self.head() != before:
                raise HeadMoved(_("{folder}: another writer moved the head.").format(folder=self.folder))
            self._write(head, step, enumerate(texts, head.size - len(texts)))
            self._files.commit(self._database)
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def replace(self, head: Head, texts: Sequence[bytes]) -> None:
        """Put a head in place of whatever was here: for a writer that was lost. Raises sqlite3.Error."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            for table in ("head", "staged", "texts"):
                self._database.execute(f"DROP TABLE IF EXISTS {table}")
            self._write(head, (), enumerate(texts))
            self._files.commit(self._database)
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def _write(self, head: Head, step: Sequence[StagedFile], texts: Iterator[tuple[int, bytes]]) -> None:
        run = self._database.execute
        if self.head() is None:
            for statement in TABLES.split(";"):
                run(statement)
        run(
            "INSERT OR REPLACE INTO head VALUES (1, ?, ?, ?, ?, ?, ?)",
            (head.size, head.root, head.checkpoint, head.base_size, head.entered_at, head.keys),
        )
        run("DELETE FROM staged")
        self._database.executemany(
            "INSERT INTO staged VALUES (?, ?, ?)", ((n, one.path, one.data) for n, one in enumerate(step))
        )
        self._database.executemany(
            "INSERT INTO texts VALUES (?, ?)", ((text, entry) for entry, text in texts)
        )

    def _say_who_holds(self) -> None:
        since = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        who = f"process {os.getpid()} on {socket.gethostname()} since {since}\n"
        try:
            (self.folder / "holder").write_text(who, encoding="utf-8")
        except OSError:
            pass  # a full disk must be told as one, by the step; the lock is held whatever the line says

    def _busy(self, wait_seconds: float) -> WriterBusy:
        try:
            holder = (self.folder / "holder").read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            holder = _("an unknown process")
        says = _(
            "{folder}: another writer is at work ({holder}) and did not finish within {seconds} seconds. "
            "Nothing was entered; try again."
        )
        return WriterBusy(says.format(folder=self.folder, holder=holder, seconds=wait_seconds), holder)
