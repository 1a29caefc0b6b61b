"""What a step adds to a log: the entry bundles, the hash tiles, and the new root.

Pure: from the right edge of the tree (its partial tiles) and the new entries to the files that the larger log needs. At
every level the hashes that do not fill a tile of 256 make a partial tile; a full tile's root moves up one level.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kengesh.record.tile import TILE_HEIGHT, TILE_WIDTH, encode_bundle, entries_path, tile_path
from kengesh.record.tree import EMPTY_ROOT, HASH_BYTES, leaf_hash, parents, root_of

TILE_BYTES = TILE_WIDTH * HASH_BYTES


@dataclass(frozen=True)
class Edge:
    """The right edge of a tree of `size` leaves: the partial tile of each level, and the partial bundle, as bytes."""

    size: int = 0
    tiles: tuple[bytes, ...] = ()
    bundle: bytes = b""

    def root(self) -> bytes:
        """Return the root of the whole tree, from its edge alone.

        A full tile of one level is one hash in the next, so the partial tile of each level, with the root of all that
        lies right of it as one more leaf, is a tree of the same shape as the whole.
        """
        rest: bytes | None = None
        for tile in self.tiles:
            hashes = hashes_of(tile)
            if rest is not None:
                hashes.append(rest)
            if hashes:
                rest = root_of(hashes)
        return EMPTY_ROOT if rest is None else rest

    def grown(self, entries: Sequence[bytes]) -> tuple[Edge, list[tuple[str, bytes]]]:
        """Return the edge after these entries, and (path, bytes) of the files it takes: bundles, then level by level."""
        bundle, files = self._bundles(entries)
        new = b"".join([leaf_hash(entry) for entry in entries])
        tiles = list(self.tiles)
        level = 0
        while new:
            if level == len(tiles):
                tiles.append(b"")
            tile, index = tiles[level] + new, self.size >> TILE_HEIGHT * (level + 1)
            new = b""
            while len(tile) >= TILE_BYTES:
                files.append((tile_path(level, index), tile[:TILE_BYTES]))
                new += full_tile_root(tile[:TILE_BYTES])
                tile, index = tile[TILE_BYTES:], index + 1
            if tile:
                files.append((tile_path(level, index, len(tile) // HASH_BYTES), tile))
            tiles[level] = tile
            level += 1
        return Edge(self.size + len(entries), tuple(tiles), bundle), files

    def _bundles(self, entries: Sequence[bytes]) -> tuple[bytes, list[tuple[str, bytes]]]:
        bundle, size, at = self.bundle, self.size, 0
        files = []
        while at < len(entries):
            some = entries[at : at + TILE_WIDTH - size % TILE_WIDTH]
            at, size = at + len(some), size + len(some)
            bundle += encode_bundle(some)
            files.append((entries_path((size - 1) // TILE_WIDTH, (size - 1) % TILE_WIDTH + 1), bundle))
            if size % TILE_WIDTH == 0:
                bundle = b""
        return bundle, files


def read_edge(size: int, read: Callable[[str], bytes]) -> Edge:
    """Return the edge of a log of this size; `read` gives the bytes of a path inside the record. Raises what it does."""
    tiles = []
    level = 0
    while size >> TILE_HEIGHT * level:
        index, width = divmod(size >> TILE_HEIGHT * level, TILE_WIDTH)
        tiles.append(read(tile_path(level, index, width)) if width else b"")
        level += 1
    index, width = divmod(size, TILE_WIDTH)
    return Edge(size, tuple(tiles), read(entries_path(index, width)) if width else b"")


def full_tile_root(tile: bytes) -> bytes:
    """Return the root over the 256 hashes of a full tile."""
    for _height in range(TILE_HEIGHT):
        tile = parents(tile)
    return tile


def hashes_of(tile: bytes) -> list[bytes]:
    """Return the hashes of a tile one by one."""
    return [tile[at : at + HASH_BYTES] for at in range(0, len(tile), HASH_BYTES)]
