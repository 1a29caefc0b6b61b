"""Texts and annexes, kept beside the entries by the SHA-256 of their bytes: ``blobs/sha256/ab/abcd...``.

An act names a blob by its hash and length: any object inside an act with both ``sha256`` (64 hexadecimal digits) and
``length`` (bytes) does so. The file's name is its hash, so a blob can be checked by itself, and cannot change.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, DiskFull, Files, is_full, put
from kengesh.terms.identifiers import SHA256
from kengesh.terms.messages import _

BLOB_PATH = re.compile(r"blobs/sha256/([0-9a-f]{2})/(\1[0-9a-f]{62})")


class BlobError(RecordError):
    """A blob that is not there, or whose bytes are not those of its name."""


def blob_path(digest: str) -> str:
    """Return a blob's path inside the record. Raises BlobError when `digest` is not 64 hexadecimal digits."""
    if not SHA256.fullmatch(digest):
        raise BlobError(_("{digest} is not a SHA-256 as 64 hexadecimal digits.").format(digest=digest))
    return f"blobs/sha256/{digest[:2]}/{digest}"


def put_blob(record: Path, data: bytes, files: Files = FILES) -> str:
    """Keep these bytes in the record's folder and return their SHA-256. Raises DiskFull, FileDiffers, OSError."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        put(files, record / blob_path(digest), data, record)
    except OSError as error:
        if is_full(error):
            says = _("{file}: the disk is full; the text was not kept.")
            raise DiskFull(says.format(file=record / blob_path(digest))) from error
        raise
    return digest


def get_blob(record: Path, digest: str) -> bytes:
    """Return a blob's bytes, checked against its name. Raises BlobError, NotAFile, OSError."""
    path = record / blob_path(digest)
    try:
        data = FILES.read(path)
    except FileNotFoundError:
        raise BlobError(_("{file}: this copy does not hold the text.").format(file=path)) from None
    if hashlib.sha256(data).hexdigest() != digest:
        raise BlobError(_("{file}: the bytes are not those of its name.").format(file=path))
    return data


def blob_length(record: Path, digest: str) -> int | None:
    """Return how many bytes a blob has, None when this copy does not hold it. Raises BlobError, OSError."""
    try:
        return (record / blob_path(digest)).stat().st_size
    except FileNotFoundError:
        return None


def blobs_named(value: Any) -> Iterator[tuple[str, int]]:
    """Yield hash and length of each blob that an act names, wherever inside it."""
    if isinstance(value, dict):
        digest, length = value.get("sha256"), value.get("length")
        if isinstance(digest, str) and isinstance(length, int) and SHA256.fullmatch(digest):
            yield digest, length
        for inner in value.values():
            yield from blobs_named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from blobs_named(inner)
