"""Partial tiles that are no longer needed: once a tile is full, its earlier partial forms may go (tlog-tiles).

A log that grows by one entry at a time would otherwise keep 255 partial forms of every bundle.
"""

from __future__ import annotations

from pathlib import Path

from kengesh.record.files import Files
from kengesh.record.tile import TILE_WIDTH, tiles_of


def remove_stale_tiles(record: Path, old: int, new: int, files: Files) -> None:
    """Remove the partial forms of the tiles that became full when the log grew from `old` to `new` entries."""
    for tile in tiles_of(new, since=old):
        if tile.width < TILE_WIDTH:
            continue
        folder = record / (tile.path + ".p")
        try:
            for partial in sorted(folder.glob("*")):
                files.remove(partial)
            if folder.is_dir():
                files.remove_folder(folder)
        except OSError:
            return  # a reader may hold one open (Windows); a stale partial tile is allowed, and verify checks it
