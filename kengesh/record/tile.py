"""Where the hashes and the entries of a log lie: tiles of 256 hashes, bundles of 256 entries (C2SP tlog-tiles).

``tile/<L>/<N>`` holds 256 hashes: at level 0 the leaf hashes, at level L+1 the roots of full tiles of level L. N is
written in groups of three digits, all but the last with an ``x`` before: 1234067 is ``x001/x234/067``. The last tile of
a level may be partial: ``tile/0/001.p/44`` holds 44 hashes. ``tile/entries/<N>`` holds the entries of level-0 tile N,
each as two bytes of length (big endian) and its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kengesh.record.errors import RecordError
from kengesh.terms.messages import _

TILE_WIDTH = 256
TILE_HEIGHT = 8
LARGEST_ENTRY = 65_535  # what two bytes of length can say
HIGHEST_LEVEL = 63  # that a path may name, by tlog-tiles; no log of ours has tiles so high
PATH = re.compile(
    r"tile/(?P<level>entries|0|[1-9][0-9]?)/(?P<index>(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?"
)


class TileError(RecordError):
    """Bytes that are not a bundle of entries, or an entry that no bundle can hold."""


@dataclass(frozen=True, slots=True, order=True)
class TileName:
    """Which tile: its level (None for a bundle of entries), its index, and how many of 256 it holds."""

    level: int | None
    index: int
    width: int = TILE_WIDTH

    @property
    def path(self) -> str:
        """The path inside a log, with forward slashes."""
        level = "entries" if self.level is None else str(self.level)
        part = f".p/{self.width}" if self.width < TILE_WIDTH else ""
        return f"tile/{level}/{index_path(self.index)}{part}"


def tile_path(level: int, index: int, width: int = TILE_WIDTH) -> str:
    """Return the path of a tile of hashes."""
    return TileName(level, index, width).path


def entries_path(index: int, width: int = TILE_WIDTH) -> str:
    """Return the path of a bundle of entries."""
    return TileName(None, index, width).path


def index_path(index: int) -> str:
    """Return a tile's index as the groups of its path."""
    digits = str(index)
    digits = digits.zfill((len(digits) + 2) // 3 * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    return "/".join([f"x{group}" for group in groups[:-1]] + groups[-1:])


def parse_tile_path(path: str) -> TileName | None:
    """Return the tile that a path names, None for any path that is not written exactly so."""
    found = PATH.fullmatch(path)
    if not found or not path.isascii():
        return None
    level = None if found["level"] == "entries" else int(found["level"])
    width = int(found["width"] or TILE_WIDTH)
    index = int(found["index"].replace("x", "").replace("/", ""))
    name = TileName(level, index, width)
    return name if name.path == path and (level or 0) <= HIGHEST_LEVEL else None


def tiles_of(size: int, since: int = 0) -> Iterator[TileName]:
    """Yield the tiles and bundles that a log of `size` entries has and did not have yet at the size `since`.

    They come in the order in which they are written: bundles and level 0 first, higher levels after; in each level the
    full tiles, then the partial one.
    """
    level = 0
    while size >> (TILE_HEIGHT * level):
        before, hashes = since >> (TILE_HEIGHT * level), size >> (TILE_HEIGHT * level)
        if hashes > before:
            for index, width in _tiles(hashes, before // TILE_WIDTH):
                if level == 0:
                    yield TileName(None, index, width)
                yield TileName(level, index, width)
        level += 1


def _tiles(hashes: int, start: int) -> Iterator[tuple[int, int]]:
    full, rest = divmod(hashes, TILE_WIDTH)
    yield from ((index, TILE_WIDTH) for index in range(start, full))
    if rest:
        yield full, rest


def encode_bundle(entries: Iterable[bytes]) -> bytes:
    """Return the bytes of a bundle. Raises TileError for an entry that is too long."""
    parts: list[bytes] = []
    for entry in entries:
        if len(entry) > LARGEST_ENTRY:
            says = _("an entry of {bytes} bytes; a bundle holds entries of at most {most}.")
            raise TileError(says.format(bytes=len(entry), most=LARGEST_ENTRY))
        parts += (len(entry).to_bytes(2, "big"), entry)
    return b"".join(parts)


def decode_bundle(data: bytes) -> list[bytes]:
    """Return the entries of a bundle. Raises TileError where the bytes end inside an entry."""
    entries: list[bytes] = []
    at, end = 0, len(data)
    while at < end:
        start = at + 2
        at = start + int.from_bytes(data[at:start], "big")
        if start > end or at > end:
            raise TileError(_("the bundle ends inside entry {place} of it.").format(place=len(entries)))
        entries.append(data[start:at])
    return entries
