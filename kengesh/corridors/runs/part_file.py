"""One part of a run's results as a Parquet file.

The file has the job's columns, compressed with Zstandard, each page with its checksum. Its key-value metadata has one entry
of ours, ``kengesh``, canonical JSON::

    {"columns":[["hours","<f8"]],"first":0,"format":"kengesh-run-part/1","kengesh":"0.1.0","last":200,"numpy":"2.4.6",
     "run":"5f0c...","seed":7,"sha256":"9a1e..."}

The draws are those from ``first`` up to ``last``. ``columns`` has the name of each column and its type as numpy writes it.
``sha256`` is over each column in turn: its name, a zero byte, its type, a zero byte, its numbers as they stand in memory.
``kengesh`` and ``numpy`` are the versions that wrote it, for the reader; what determines the numbers is in ``run``.

Needs pyarrow (the extra ``parquet``), which is loaded when a file is written or read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from kengesh.corridors.runs.errors import RunError, library
from kengesh.corridors.runs.job import Columns, Part
from kengesh.corridors.runs.versions import versions
from kengesh.record.canonical import canonical, parse_canonical
from kengesh.record.files import FILES
from kengesh.terms.messages import _

FORMAT = "kengesh-run-part/1"
KEY = b"kengesh"
MAGIC = b"PAR1"  # at both ends of a Parquet file; pyarrow looks at the end alone

Form = tuple[tuple[str, str], ...]


class DamagedPart(RunError):
    """A file with the name of a part that is not one, or is not whole."""


@dataclass(frozen=True)
class Head:
    """What the metadata of a file say of it."""

    run: str
    seed: int
    first: int
    last: int
    form: Form
    sha256: str


def written(part: Part, run: str, seed: int) -> bytes:
    """Return the file of a part. Raises MissingLibrary."""
    arrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    arrays = {name: arrow.array(column) for name, column in part.columns.items()}
    table = arrow.table(arrays).replace_schema_metadata({KEY: _about(part, run, seed)})
    sink = BytesIO()
    # Without a dictionary every number stands in the file bit for bit, those that are not numbers (NaN) too.
    parquet.write_table(table, sink, compression="zstd", use_dictionary=False, write_page_checksum=True)
    return sink.getvalue()


def read_head(path: Path) -> Head:
    """Read what a file says of itself, not its numbers. Raises DamagedPart, MissingLibrary, OSError."""
    parquet = library("pyarrow.parquet", "parquet")
    with path.open("rb") as file, _reading(path):
        return _head(parquet.ParquetFile(file).schema_arrow.metadata)


def read_part(path: Path) -> Part:
    """Read a file whole and check its numbers. Raises DamagedPart, MissingLibrary, OSError."""
    arrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    data = FILES.read(path)
    with _reading(path):
        if not data.startswith(MAGIC):
            raise ValueError(_("it does not begin as Parquet files do"))
        file = parquet.ParquetFile(arrow.BufferReader(data), page_checksum_verification=True)
        table = file.read()
        head = _head(table.schema.metadata)
        columns = {name: table.column(name).to_numpy() for name in table.column_names}
    part = Part(head.first, head.last, columns)
    if part.form != head.form or digest(columns) != head.sha256:
        says = _("{file}: its numbers are not those that were written.")
        raise DamagedPart(says.format(file=path))
    return part


def digest(columns: Columns) -> str:
    """Return the SHA-256 of columns, as the head of this module describes it."""
    total = sha256()
    for name, column in columns.items():
        total.update(name.encode() + b"\0" + column.dtype.str.encode() + b"\0")
        total.update(np.ascontiguousarray(column).view(np.uint8).data)
    return total.hexdigest()


def _about(part: Part, run: str, seed: int) -> bytes:
    return canonical(
        {
            "format": FORMAT,
            "run": run,
            "seed": seed,
            "first": part.first,
            "last": part.last,
            "columns": part.form,
            "sha256": digest(part.columns),
            **dict(versions()),
        }
    )


def _head(metadata: dict[bytes, bytes] | None) -> Head:
    about: dict[str, Any] = parse_canonical((metadata or {})[KEY])
    if about["format"] != FORMAT:
        raise ValueError(about["format"])
    form = tuple((str(name), str(kind)) for name, kind in about["columns"])
    return Head(about["run"], about["seed"], about["first"], about["last"], form, about["sha256"])


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what pyarrow and the metadata raise at a file that is not whole into DamagedPart."""
    arrow = library("pyarrow", "parquet")
    try:
        yield
    except (arrow.ArrowException, OSError, ValueError, KeyError, TypeError) as error:
        says = _("{file}: is not a whole part of a run ({why}).")
        raise DamagedPart(says.format(file=path, why=str(error).strip() or type(error).__name__)) from error
