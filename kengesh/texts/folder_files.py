"""How the files of a text's folder are put on the disk: whole or not at all; and the little TOML that they need."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def put(path: Path, data: bytes, *, again: bool = False) -> None:
    """Write a file whole: beside its place, to the disk, then renamed.

    `again` replaces what is there; without it the same bytes are left as they are. Raises FileExistsError for others.
    """
    if not again and path.exists():
        if path.read_bytes() == data:
            return
        raise FileExistsError(str(path))
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _sync_folder(path.parent)


def toml_of(values: Mapping[str, Any]) -> str:
    """Return TOML of strings, numbers, lists of strings, and lists of tables of strings and numbers, which come last."""
    lines = [f"{name} = {_value(value)}" for name, value in values.items() if not _is_tables(value)]
    for name, tables in values.items():
        if _is_tables(tables):
            for table in tables:
                lines.extend(
                    ["", f"[[{name}]]", *(f"{key} = {_value(value)}" for key, value in table.items())]
                )
    return "\n".join(lines) + "\n"


def _is_tables(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], Mapping)


def _value(value: object) -> str:
    """A value of TOML; its strings are those of JSON, apart from the letter U+007F."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # folders cannot be opened there; the file system's journal keeps the order
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
