"""An edition's folder, made from tables: ``edition.toml`` and a CSV file a table, all of them or nothing.

The folder is read back before it gets its name, so that no edition appears that cannot be read; what its rows speak of may lie in
the edition under it, and is looked for when a network is put together.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from kengesh.corridors.exchange.about import About
from kengesh.corridors.exchange.whole import write_new
from kengesh.corridors.network.edition import HEAD, read_edition
from kengesh.corridors.network.files import write_table
from kengesh.corridors.network.tables import TABLES, Row


def write_edition(folder: Path, head: About, tables: Mapping[str, Sequence[Row]]) -> None:
    """Make the folder of an edition. Raises NetworkError for what could not be read again, FileExistsError, OSError."""
    files = edition_files(head, tables)

    def write(beside: Path) -> None:
        beside.mkdir()
        for name, data in files.items():
            (beside / name).write_bytes(data)
        read_edition(beside)

    write_new(folder, write)


def edition_files(head: About, tables: Mapping[str, Sequence[Row]]) -> dict[str, bytes]:
    """Return the files of an edition by name; a table without rows has none."""
    files = {HEAD: _toml(head)}
    for table in TABLES:
        if tables.get(table):
            files[f"{table}.csv"] = write_table(table, tables[table])
    return files


def _toml(head: About) -> bytes:
    lines = []
    for one in fields(About):
        value = getattr(head, one.name)
        if value or one.name in ("id", "title", "day"):
            lines.append(f"{one.name} = {_value(value)}\n")
    return "".join(lines).encode()


def _value(value: str | bool | tuple[str, ...]) -> str:
    """A value of TOML; its strings are those of JSON, apart from the letter U+007F."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
