"""Files that appear whole or not at all: written beside their place, to the disk, then renamed. What is there is never replaced."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from kengesh.terms.messages import _


def write_new(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` make a file or a folder beside its place, then put it there. Raises FileExistsError, OSError."""
    if path.exists() or path.is_symlink():
        says = _("{path}: this is there already. Choose another name, or move it away.")
        raise FileExistsError(says.format(path=path))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        write(beside)
        _to_disk(beside)
        beside.rename(path)
    except BaseException:
        _remove(beside)
        raise
    _sync_folder(path.parent)


def write_folder(path: Path, files: dict[str, bytes]) -> None:
    """Make a new folder of these files. Raises FileExistsError, OSError."""

    def write(beside: Path) -> None:
        beside.mkdir()
        for name, data in files.items():
            (beside / name).write_bytes(data)

    write_new(path, write)


def _to_disk(path: Path) -> None:
    for one in path.iterdir() if path.is_dir() else (path,):
        with one.open("r+b") as file:
            os.fsync(file.fileno())
    if path.is_dir():
        _sync_folder(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # folders cannot be opened there; the file system's journal keeps the order
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
