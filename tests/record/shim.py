"""A shim under the file layer: it counts operations, fails or dies at one of them, and forgets what was not fsynced.

What a disk may forget at a loss of power, as pessimistic as POSIX allows: the bytes of a file that was not fsynced, and
every name (new, renamed, removed) in a folder that was not fsynced since.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from kengesh.record.files import Files


class Died(BaseException):
    """The process ends here: nothing catches this."""


class Shim(Files):
    """Files under `root` with a fault at operation `at` (from 0): `fault` is raised before it, or after it."""

    def __init__(
        self, root: Path, at: int | None = None, fault: BaseException | None = None, after: bool = False
    ) -> None:
        self.operations: list[str] = []
        self._root, self._at, self._fault, self._after = root, at, fault, after
        self._open: dict[int, Path] = {}
        self._synced: dict[Path, bytes] = {}  # by its name now: bytes that are on the disk
        self._durable: dict[Path, bytes] = {}
        self._folders: set[Path] = set()
        if root.exists():
            self._folders |= {root, *(path for path in root.rglob("*") if path.is_dir())}
            for path in root.rglob("*"):
                if path.is_file():
                    self._synced[path] = self._durable[path] = path.read_bytes()

    def lose_power(self) -> None:
        """Leave on the disk only what was fsynced."""
        shutil.rmtree(self._root, ignore_errors=True)
        for folder in sorted(self._folders):
            if folder == self._root or folder.parent in self._folders:
                folder.mkdir(exist_ok=True)
        for path, data in self._durable.items():
            if path.parent.is_dir():
                path.write_bytes(data)

    def create(self, path: Path, mode: int = 0o666) -> int:
        self._before(f"create {path.name}")
        descriptor = super().create(path, mode)
        self._open[descriptor] = path
        self._synced.pop(path, None)
        self._done()
        return descriptor

    def write(self, descriptor: int, data: bytes) -> None:
        self._before("write")
        if self._here and self._fault is not None:  # a torn write
            super().write(descriptor, data[: len(data) // 2])
            raise self._fault
        super().write(descriptor, data)
        self._done()

    def sync(self, descriptor: int) -> None:
        self._before("sync")
        super().sync(descriptor)
        self._synced[self._open[descriptor]] = self._open[descriptor].read_bytes()
        self._done()

    def rename(self, source: Path, target: Path) -> None:
        self._before(f"rename {target.name}")
        super().rename(source, target)
        self._synced[target] = self._synced.pop(source, b"")
        self._done()

    def sync_folder(self, folder: Path) -> None:
        self._before(f"sync folder {folder.name}")
        super().sync_folder(folder)
        here = {path for path in folder.iterdir() if path.is_relative_to(self._root)}
        self._folders |= {path for path in here if path.is_dir()}
        for path in [path for path in self._durable if path.parent == folder and path not in here]:
            del self._durable[path]
        for path in here:
            if path.is_file():
                self._durable[path] = self._synced.get(path, b"")
        self._done()

    def make_folder(self, folder: Path) -> None:
        self._before(f"make folder {folder.name}")
        super().make_folder(folder)
        self._done()

    def remove(self, path: Path) -> None:
        self._before(f"remove {path.name}")
        super().remove(path)
        self._synced.pop(path, None)
        self._done()

    def remove_folder(self, folder: Path) -> None:
        self._before(f"remove folder {folder.name}")
        super().remove_folder(folder)
        self._done()

    def commit(self, database: sqlite3.Connection) -> None:
        self._before("commit")
        super().commit(database)
        self._done()

    @property
    def _here(self) -> bool:
        return self._at == len(self.operations) - 1 and not self._after

    def _before(self, operation: str) -> None:
        self.operations.append(operation)
        if self._here and self._fault is not None and operation != "write":
            raise self._fault

    def _done(self) -> None:
        if self._at == len(self.operations) - 1 and self._after and self._fault is not None:
            raise self._fault


def disk_error(number: int) -> OSError:
    """Return the error that the system gives."""
    return OSError(number, os.strerror(number))
