"""Tiles and bundles: the paths of the specification, strictly; the bytes of the vectors; nothing torn is read."""

from __future__ import annotations

from hashlib import sha256

import pytest

from kengesh.record.growing import Edge
from kengesh.record.tile import (
    TileError,
    TileName,
    decode_bundle,
    encode_bundle,
    entries_path,
    index_path,
    parse_tile_path,
    tile_path,
    tiles_of,
)
from tests.record import vectors

SIZES = (0, 1, 2, 44, 255, 256, 257, 300, 511, 512, 513, 65_535, 65_536, 65_537, 66_000)


def test_the_files_of_a_log_of_300_entries_are_those_of_the_vectors() -> None:
    _edge, files = Edge().grown([vectors.entry(index) for index in range(300)])
    made = {path: (len(data), sha256(data).hexdigest()) for path, data in files}
    assert made == vectors.FILES
    assert dict(files)["tile/entries/000"].startswith(vectors.START_OF_ENTRIES)
    assert {tile.path for tile in tiles_of(300)} == vectors.FILES.keys()


@pytest.mark.parametrize("index", vectors.INDEX_PATHS)
def test_an_index_is_written_in_groups_of_three_digits(index: int) -> None:
    path = vectors.INDEX_PATHS[index]
    assert index_path(index) == path
    assert tile_path(0, index) == f"tile/0/{path}" and tile_path(63, index, 7) == f"tile/63/{path}.p/7"
    assert entries_path(index, 255) == f"tile/entries/{path}.p/255"


@pytest.mark.parametrize(
    "tile",
    [
        TileName(level, index, width)
        for level in (None, 0, 9, 63)
        for index in vectors.INDEX_PATHS
        for width in (1, 255, 256)
    ],
)
def test_a_path_is_read_back_as_the_tile_it_names(tile: TileName) -> None:
    assert parse_tile_path(tile.path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/x/000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/X001/002",
        "tile/0/x001/x002",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "tile/٠/000",
        "tile/8/0/000",
        "tile/data/000",
        "tile/Entries/000",
        "tile\\0\\000",
        "checkpoint",
        "",
    ],
)
def test_no_other_path_is_that_of_a_tile(path: str) -> None:
    assert parse_tile_path(path) is None


@pytest.mark.parametrize("size", SIZES)
def test_a_log_has_as_many_hashes_at_each_level_as_its_size_says(size: int) -> None:
    tiles = list(tiles_of(size))
    for level in (None, 0, 1, 2, 3):
        found = [tile for tile in tiles if tile.level == level]
        hashes = size >> 8 * (level or 0)
        assert sum(tile.width for tile in found) == hashes
        assert [tile.index for tile in found] == list(range(len(found)))
        assert all(tile.width == 256 for tile in found[:-1]) and all(tile.width >= 1 for tile in found)
    levels = [tile.level or 0 for tile in tiles]
    assert levels == sorted(levels), "what is below is written first"


def test_what_a_log_gains_is_what_it_did_not_have() -> None:
    for old in SIZES:
        for new in SIZES:
            if new >= old:
                assert set(tiles_of(new, since=old)) == set(tiles_of(new)) - set(tiles_of(old))


def test_a_bundle_is_read_back_as_its_entries() -> None:
    for entries in ([], [b""], [b"one", b"", b"three"], [bytes(65_535)], [b"x"] * 256):
        assert decode_bundle(encode_bundle(entries)) == entries


def test_an_entry_that_no_bundle_can_hold_is_refused() -> None:
    with pytest.raises(TileError, match=r"65536 bytes.*65535"):
        encode_bundle([b"short", bytes(65_536)])


def test_a_torn_bundle_is_refused_wherever_it_is_torn() -> None:
    data = encode_bundle([b"one", b"two", b"three"])
    whole = {0, 5, 10, len(data)}
    for end in range(len(data) + 1):
        if end not in whole:
            with pytest.raises(TileError, match="ends inside entry"):
                decode_bundle(data[:end])
    with pytest.raises(TileError, match="inside entry 3"):
        decode_bundle(data + b"\0")
