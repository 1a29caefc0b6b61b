"""What lies in a record's folder beside the tiles its size needs: nothing may be there that cannot be accounted for.

========================  ================================================================================================
stale partial tiles       earlier forms of a tile that has grown: allowed, and must be what the tile begins with
tiles beyond the          of an append that was interrupted or is under way: their entries must be good continuations of the
checkpoint                log and their hashes those of the entries; a warning
temporary files           ``.NAME.tmp``: leftovers of an interrupted write; a warning
blobs                     must have the hash that is their name; one that no act names is a warning; one that an act names must
                          be there, unless an act withholds it
anything else             an error, as is a link, whatever it points to, a pipe, and an empty folder that holds nothing of a record
========================  ================================================================================================
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from kengesh.record.blobs import BLOB_PATH, blob_path
from kengesh.record.checking import Checked, VerificationFailed
from kengesh.record.examining import Job, examine
from kengesh.record.files import is_temporary
from kengesh.record.tile import TILE_WIDTH, TileError, TileName, decode_bundle, parse_tile_path
from kengesh.record.tree import HASH_BYTES, leaf_hash
from kengesh.terms.messages import _, ngettext

HEAD_FILES = frozenset({"checkpoint", "log.toml"})
FOLDER = re.compile(  # what a writer or a mirror makes, and may leave empty when it is interrupted
    r"tile(/(entries|0|[1-9][0-9]?)(/x[0-9]{3})*(/[0-9]{3}\.p)?)?|blobs(/sha256(/[0-9a-f]{2})?)?"
)


def check_surroundings(record: Path, checked: Checked) -> tuple[list[str], list[str]]:
    """Account for every file; return (warnings, hashes of the texts withheld). Raises VerificationFailed."""
    warnings: list[str] = []
    beyond: list[TileName] = []
    held: set[str] = set()
    size = checked.size
    for path in sorted(_paths(record)):
        tile = parse_tile_path(path)
        if not _is_file(record / path):
            raise _unknown(path)
        if path in HEAD_FILES:
            continue
        if is_temporary(path.rpartition("/")[2]):
            says = _("{file}: left behind by an interrupted write; it can be removed.")
            warnings.append(says.format(file=path))
        elif tile is not None and _reach(tile) > size >> 8 * (tile.level or 0):
            beyond.append(tile)
        elif tile is not None:
            _check_stale(record, tile, checked)
        elif blob := BLOB_PATH.fullmatch(path):
            held.add(_check_blob(record, path, blob[2], checked, warnings))
        else:
            raise _unknown(path)
    withheld = _check_missing(checked, held)
    if beyond:
        try:
            warnings.append(_check_beyond(record, beyond, checked))
        except FileNotFoundError:  # a writer has just removed a partial tile that is now full
            says = _("the log is growing; what came after its {size} entries was not looked at.")
            warnings.append(says.format(size=size))
    return warnings, withheld


def files_beyond(record: Path, size: int) -> list[str]:
    """Return the paths of the tiles that lie beyond a log of this size."""
    tiles = [(path, parse_tile_path(path)) for path in sorted(_paths(record))]
    return [path for path, tile in tiles if tile is not None and _reach(tile) > size >> 8 * (tile.level or 0)]


def _paths(record: Path) -> Iterator[str]:
    """Yield the path of every file inside the record, with `/`, and of every empty folder that is not one of a record's.

    A link is a file, whatever it points to.
    """
    for folder, folders, names in os.walk(record):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in names + links:
            yield Path(folder, name).relative_to(record).as_posix()
        path = Path(folder).relative_to(record).as_posix()
        if not folders and not names and not FOLDER.fullmatch(path):
            yield path


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True  # a writer has just removed it


def _unknown(path: str) -> VerificationFailed:
    return VerificationFailed(path, _("this has no place in a record; move it elsewhere."))


def _reach(tile: TileName) -> int:
    return tile.index * TILE_WIDTH + tile.width


def _check_stale(record: Path, tile: TileName, checked: Checked) -> None:
    """Check a tile that the log has, needed or stale: the needed ones a second time, which costs little."""
    if tile.width == TILE_WIDTH:
        return  # needed: checked with its entries
    try:
        data = (record / tile.path).read_bytes()
    except FileNotFoundError:
        return  # a writer has just removed it: the full tile is there
    if _hashes(tile, data) != checked.tree.tile(tile.level or 0, tile.index, tile.width):
        raise VerificationFailed(tile.path, _("this partial tile is not what its tile begins with."))


def _hashes(tile: TileName, data: bytes) -> bytes:
    if tile.level is not None:
        return data
    try:
        return b"".join([leaf_hash(note) for note in decode_bundle(data)])
    except TileError as error:
        raise VerificationFailed(tile.path, str(error)) from None


def _check_blob(record: Path, path: str, digest: str, checked: Checked, warnings: list[str]) -> str:
    with (record / path).open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
        length = file.seek(0, os.SEEK_END)
    if found != digest:
        raise VerificationFailed(path, _("the bytes are not those of its name."))
    named = checked.blobs.get(digest)
    if named is None:
        warnings.append(_("{file}: no entry names this text.").format(file=path))
        return digest
    for expected, entry in named.items():
        if expected != length:
            says = _("it has {length} bytes, and entry {entry} says {expected}.")
            raise VerificationFailed(path, says.format(length=length, entry=entry, expected=expected))
    return digest


def _check_missing(checked: Checked, held: set[str]) -> list[str]:
    withheld = []
    for entry, digest in sorted((min(named.values()), digest) for digest, named in checked.blobs.items()):
        if digest in held:
            continue
        if digest not in checked.keys.withheld:
            says = _("it is missing; entry {entry} names it and no act withholds it.")
            raise VerificationFailed(blob_path(digest), says.format(entry=entry))
        withheld.append(digest)
    return withheld


def _check_beyond(record: Path, beyond: list[TileName], checked: Checked) -> str:
    """Check the tiles of an append that has not reached the checkpoint, entry by entry like all others."""
    size = checked.size
    bundles = [tile for tile in beyond if tile.level is None]
    widest = {tile.index: tile for tile in sorted(bundles, key=lambda tile: tile.width)}
    for index in sorted(widest):
        data = (record / widest[index].path).read_bytes()
        if (
            index != checked.size // TILE_WIDTH
            or checked.size % TILE_WIDTH + index * TILE_WIDTH != checked.size
        ):
            raise _not_a_continuation(widest[index])
        leaves = checked.tree.tile(0, index, TILE_WIDTH)
        report = examine(Job(index, data, widest[index].width, checked.origin))
        if not report.leaves.startswith(leaves):
            raise _not_a_continuation(widest[index])
        checked.take(report)
    for tile in beyond:
        data = (record / tile.path).read_bytes()
        expected = checked.tree.tile(tile.level or 0, tile.index, tile.width)
        if _hashes(tile, data) != expected or len(expected) != tile.width * HASH_BYTES:
            raise _not_a_continuation(tile)
    count = checked.size - size
    says = ngettext(
        "{count} entry lies beyond the checkpoint: an append is under way or was interrupted. The next writer finishes it.",
        "{count} entries lie beyond the checkpoint: an append is under way or was interrupted. The next writer finishes it.",
        count,
    )
    return says.format(count=count)


def _not_a_continuation(tile: TileName) -> VerificationFailed:
    says = _("it lies beyond the checkpoint and does not continue the log.")
    return VerificationFailed(tile.path, says)
