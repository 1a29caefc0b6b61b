"""The log's files under ``/record/``, byte for byte as they lie in the record's folder, for ``kengesh mirror`` and other tools.

Served is what the format of a record names, and nothing else that may lie in its folder or beside it:

======================  =====================================================================================
``checkpoint``          may be newer at any moment: asked for anew each time
``log.toml``            the same
``tile/...``            hashes and entries under the signed checkpoint; their bytes never change, so they may be
                        kept for ever. What lies beyond the checkpoint is not part of the log yet. A partial tile
                        may be gone when the full one is there: 404, and tlog-tiles has readers ask for that one
``blobs/sha256/...``    texts by their hash; kept for ever
======================  =====================================================================================

An answer can be asked for in one range of bytes (RFC 9110), so that a long text can be fetched further where it broke off, and
under the condition that it changed. Folders are not listed. Nothing is packed or otherwise changed on the way.
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import parse_etags

from kengesh.record.blobs import BLOB_PATH
from kengesh.record.errors import RecordError
from kengesh.record.head import read_head
from kengesh.record.tile import TILE_HEIGHT, TILE_WIDTH, TileName, parse_tile_path
from kengesh.site.api.open_data import METHODS, not_allowed
from kengesh.site.files.ranges import CannotBeSatisfied, asked_range
from kengesh.terms.messages import _

PLAIN = "text/plain; charset=utf-8"
HEADS = {"checkpoint": PLAIN, "log.toml": "application/octet-stream"}
BYTES = "application/octet-stream"
NEWER_AT_ANY_MOMENT = "no-cache, no-transform"
FOR_EVER = "public, max-age=31536000, immutable, no-transform"
PIECE = 1 << 16
LONGEST_PATH = 200  # characters: a text has 78, a tile of the largest log fewer

log = logging.getLogger("kengesh.site")


@dataclass(frozen=True)
class Served:
    """A file that is served: open at its beginning, its length, what tells its bytes from any others, and how long it may be kept."""

    file: BinaryIO
    length: int
    etag: str
    content_type: str
    kept: str


class Pieces:
    """The bytes of an open file from `start` up to but without `end`, piece by piece; closed also where nobody reads to the end."""

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        self._file, self._left = file, end - start
        file.seek(start)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = self._file.read(min(PIECE, self._left)) if self._left else b""
        self._left -= len(piece)
        if not piece:
            raise StopIteration
        return piece

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def record_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give a file of the log, whole or one range of it."""
    if not_allowed(request):
        return HttpResponseNotAllowed(METHODS.split(", "))
    try:
        served = open_served(settings.KENGESH_RECORD, path)
    except (RecordError, OSError) as error:
        log.error("/record/%s: %s", path, error)
        return _said(_("The record cannot be read now. Try again later."), 503)
    if served is None:
        return _said(_("No file of the record is served at this address."), 404)
    response = _answer(request, served)
    response.headers["ETag"] = served.etag
    response.headers["Cache-Control"] = served.kept
    response.headers["Accept-Ranges"] = "bytes"
    return response


def open_served(record: Path, path: str) -> Served | None:
    """Open the file of a record that a path names, None where there is none that is served. Raises OSError, CheckpointError."""
    if not _is_of_the_format(record, path):
        return None
    found = _inside(record, path)
    if found is None:
        return None
    try:
        file = found.open("rb")
    except FileNotFoundError:
        return None
    length = os.fstat(file.fileno()).st_size
    if path.startswith("blobs/"):
        return Served(file, length, f'"{path.rpartition("/")[2]}"', BYTES, FOR_EVER)
    digest = sha256(file.read()).hexdigest()
    file.seek(0)
    kept = NEWER_AT_ANY_MOMENT if path in HEADS else FOR_EVER
    return Served(file, length, f'"{digest}"', HEADS.get(path, BYTES), kept)


def _said(words: str, status: int) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}  # a tile may be there a moment later
    return HttpResponse(f"{words}\n", status=status, content_type=PLAIN, headers=headers)


def _is_of_the_format(record: Path, path: str) -> bool:
    """Say whether a path is one of a record's, and of a tile also whether it lies under the signed checkpoint."""
    if len(path) > LONGEST_PATH:
        return False
    if path in HEADS or BLOB_PATH.fullmatch(path):
        return True
    tile = parse_tile_path(path)
    return tile is not None and _is_signed(tile, read_head((record / "checkpoint").read_bytes()).size)


def _is_signed(tile: TileName, size: int) -> bool:
    """Say whether a log of `size` entries has all that is in a tile."""
    there = size >> (TILE_HEIGHT * (tile.level or 0))
    return tile.index * TILE_WIDTH + tile.width <= there


def _inside(record: Path, path: str) -> Path | None:
    """Return the regular file that a path inside a record leads to; None where a link leads elsewhere, or there is no such file."""
    try:
        found = (record / path).resolve(strict=True)
        is_file = stat.S_ISREG(found.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found if is_file and found == record.resolve() / path else None


def _answer(request: HttpRequest, served: Served) -> HttpResponseBase:
    unchanged = get_conditional_response(request, etag=served.etag)
    if unchanged is not None:
        served.file.close()
        return unchanged
    try:
        asked = _range(request, served)
    except CannotBeSatisfied:
        served.file.close()
        headers = {"Content-Range": f"bytes */{served.length}"}
        return HttpResponse(status=416, content_type=PLAIN, headers=headers)
    start, end = (0, served.length) if asked is None else asked
    headers = {"Content-Length": str(end - start)}
    if asked is not None:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{served.length}"
    status = 200 if asked is None else 206
    if request.method == "HEAD":
        served.file.close()
        return HttpResponse(status=status, content_type=served.content_type, headers=headers)
    pieces = Pieces(served.file, start, end)
    return StreamingHttpResponse(pieces, status=status, content_type=served.content_type, headers=headers)


def _range(request: HttpRequest, served: Served) -> tuple[int, int] | None:
    """Return which bytes are asked for, None for all: also where another file than the reader thinks is here."""
    asked = request.headers.get("Range")
    condition = request.headers.get("If-Range")
    if asked is None or (condition is not None and parse_etags(condition) != [served.etag]):
        return None
    return asked_range(asked, served.length)
