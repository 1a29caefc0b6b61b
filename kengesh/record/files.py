"""The file layer: every change that the record makes on a disk goes through one small class.

:class:`Files` has the plain operations (create, write, fsync, rename, fsync of a folder, make or remove a folder, remove,
commit of the private database) and, made of them, :func:`put`: a whole file appears under its name or not at all, and once
``put`` returned it stays. Tests put a shim under it that fails or dies at each operation and throws away what was not
fsynced. Only two things are written past it: what SQLite writes before a commit, and the line in ``holder``, which may be
lost at any time (:mod:`kengesh.record.staging`).

A file is written under a temporary name beside its own (``.NAME.RANDOM.tmp``), fsynced, renamed, and its folder is
fsynced. On Windows folders cannot be fsynced (the file system's journal keeps the order), and a rename is tried again
for a while when another program holds the target open.
"""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
import stat
import sys
import time
from pathlib import Path
from typing import Protocol

from kengesh.record.errors import RecordError
from kengesh.terms.messages import _

WINDOWS = sys.platform == "win32"
RENAME_TRIES = 50  # of 20 ms each: as long as a virus scanner usually holds a new file
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class DiskFull(RecordError):
    """There is no room left where the record lies."""


class FileDiffers(RecordError):
    """A file that must not change is there already with other bytes."""


class NotAFile(RecordError):
    """A pipe or a device stands where a file should be: who reads it may wait for ever."""


class Reader(Protocol):
    """Where the files of a log are read from: a disk, or an address (:mod:`kengesh.record.remote`)."""

    def read(self, path: Path, most: int | None = None) -> bytes:
        """Return a file's bytes; `most` is how many it may have, for a reader that cannot see where it ends.

        Raises FileNotFoundError where there is no such file.
        """

    def named(self, path: Path) -> str:
        """Return how a sentence names a file or the folder of a log."""


class Files:
    """The operations on a disk, one method each, so that a test can fail at any of them."""

    def named(self, path: Path) -> str:
        """Return how a sentence names a file or folder."""
        return str(path)

    def read(self, path: Path, most: int | None = None) -> bytes:
        """Return a file's bytes; `most` is for files whose end is not known. Raises NotAFile, FileNotFoundError, OSError."""
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # of a folder the system says so itself
            raise NotAFile(_("{file}: a pipe or a device stands where a file should be.").format(file=path))
        return path.read_bytes()

    def create(self, path: Path, mode: int = 0o666) -> int:
        """Open a new, empty file for writing and return its descriptor. Raises FileExistsError, OSError."""
        return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all bytes. Raises OSError."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def sync(self, descriptor: int) -> None:
        """Return once the file's bytes are on the disk. Raises OSError."""
        os.fsync(descriptor)

    def rename(self, source: Path, target: Path) -> None:
        """Give a file its name, replacing what had it. Raises OSError."""
        for left in range(RENAME_TRIES, -1, -1):
            try:
                return os.replace(source, target)
            except PermissionError:
                if not WINDOWS or not left:
                    raise
                time.sleep(0.02)

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in a folder are on the disk. Raises OSError."""
        if WINDOWS:
            return
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def make_folder(self, folder: Path) -> None:
        """Make one folder. Raises OSError."""
        os.mkdir(folder)

    def remove(self, path: Path) -> None:
        """Remove one file. Raises OSError."""
        os.unlink(path)

    def remove_folder(self, folder: Path) -> None:
        """Remove one empty folder. Raises OSError."""
        os.rmdir(folder)

    def commit(self, database: sqlite3.Connection) -> None:
        """Commit the open transaction of a private database. Raises sqlite3.Error."""
        database.execute("COMMIT")


FILES = Files()


def put(files: Files, path: Path, data: bytes, top: Path, again: bool = False) -> None:
    """Make a file that never changes: whole, under its name, on the disk.

    A file that is there must have the same bytes; it is then written afresh, because nobody knows whether it ever
    reached the disk. `again` says that this may repeat an interrupted attempt: then the folders up to `top` are
    fsynced too. Raises FileDiffers, OSError.
    """
    try:
        here = files.read(path)
    except FileNotFoundError:
        here = None
    if here is not None and here != data:
        says = _(
            "{file}: is there already with other bytes; nothing was changed. Run: kengesh verify {record}"
        )
        raise FileDiffers(says.format(file=path, record=top))
    replace(files, path, data, top, again or here is not None)


def replace(files: Files, path: Path, data: bytes, top: Path, again: bool = False) -> None:
    """Give a file these bytes, whole or not at all, and on the disk. Raises OSError."""
    make_folders(files, path.parent, top)
    if again:
        remove_leftovers(files, path)
    temporary = temporary_name(path)
    descriptor = files.create(temporary)
    try:
        files.write(descriptor, data)
        files.sync(descriptor)
    finally:
        os.close(descriptor)
    files.rename(temporary, path)
    files.sync_folder(path.parent)
    folder = path.parent
    while again and folder != top.parent:
        folder = folder.parent
        files.sync_folder(folder)


def make_folders(files: Files, folder: Path, top: Path) -> None:
    """Make the folders from `top` down that are missing, each on the disk in its parent. Raises OSError."""
    if folder.is_dir():
        return
    if folder != top:
        make_folders(files, folder.parent, top)
    try:
        files.make_folder(folder)
    except FileExistsError:
        if not folder.is_dir():  # another process may have made it meanwhile: that is as good
            raise
    files.sync_folder(folder.parent)


def temporary_name(path: Path) -> Path:
    """Return the name under which a file is written before it gets its own."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


def is_temporary(name: str) -> bool:
    """Say whether a file's name is that of a leftover of an interrupted write."""
    return name.startswith(".") and name.endswith(".tmp")


def remove_leftovers(files: Files, path: Path) -> None:
    """Remove what interrupted attempts at writing this file left behind. Raises OSError."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        files.remove(leftover)


def is_full(error: BaseException) -> bool:
    """Say whether an error of the system or of SQLite means that the disk is full."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return isinstance(error, OSError) and error.errno in FULL
