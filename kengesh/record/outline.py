"""The outline of a log: the root of each full bundle of entries and the leaves of the last, under the signed root.

Whoever fetches a log bundle by bundle can know of each bundle, when it comes, that it is the one under the checkpoint,
long before the last one is there: the hash tiles of level 1 are the roots of the full bundles, one file for 65,536
entries, and together with the last tile of level 0 they give the log's root. So what is kept of a copy that is not finished
is known to be good, and what a copy holds already need not be fetched to be compared.
"""

from __future__ import annotations

from functools import lru_cache

from kengesh.record.checking import Tree, VerificationFailed
from kengesh.record.log import Log
from kengesh.record.tile import TILE_HEIGHT, TILE_WIDTH, TileError, TileName, decode_bundle
from kengesh.record.tree import leaf_hash, root_at
from kengesh.terms.messages import _

CACHED_TREES = 4


class Outline:
    """The hashes of a log down to its bundles, checked against its root. Raises VerificationFailed, LogError."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._hashes = log.hash_reader()
        self._full, self._rest = divmod(log.size, TILE_WIDTH)
        self._tops = Tree()
        self._tops.add(b"".join([self._hashes.read(TILE_HEIGHT, index) for index in range(self._full)]))
        self._tree = lru_cache(CACHED_TREES)(self._read_tree)
        if root_at(log.size, self) != log.root:
            raise VerificationFailed("checkpoint", _("its root is not that of the hash tiles."))

    def read(self, level: int, index: int) -> bytes:
        """Return the root of a complete subtree. Raises VerificationFailed, LogError."""
        if level >= TILE_HEIGHT:
            return self._tops.read(level - TILE_HEIGHT, index)
        height = TILE_HEIGHT - level
        return self._tree(index >> height).read(level, index & ((1 << height) - 1))

    def root_at(self, size: int) -> bytes:
        """Return the root that the log had at an earlier size. Raises VerificationFailed, LogError."""
        return root_at(size, self)

    def has(self, bundle: TileName, data: bytes) -> bool:
        """Say whether these bytes are a bundle of the log."""
        try:
            notes = decode_bundle(data)
        except TileError:
            return False
        leaves = b"".join([leaf_hash(note) for note in notes])
        return len(notes) == bundle.width and self.has_leaves(bundle, leaves)

    def has_leaves(self, bundle: TileName, leaves: bytes) -> bool:
        """Say whether these are the hashes of the entries of a bundle of the log."""
        if bundle.index < self._full:
            tree = Tree()
            tree.add(leaves)
            return tree.read(TILE_HEIGHT, 0) == self._tops.read(0, bundle.index)
        return leaves == self._tree(bundle.index).tile(0, 0, bundle.width)

    def _read_tree(self, index: int) -> Tree:
        """Return the hashes inside a bundle; those of the last are checked by the root of the log."""
        tree = Tree()
        width = TILE_WIDTH if index < self._full else self._rest
        first = index * TILE_WIDTH
        tree.add(b"".join([self._hashes.read(0, first + place) for place in range(width)]))
        if index < self._full and tree.read(TILE_HEIGHT, 0) != self._tops.read(0, index):
            says = _("its hashes are not those that the tile above it has.")
            raise VerificationFailed(TileName(0, index).path, says)
        return tree
