"""Verification: a record is, byte for byte, what the keys that count in it have signed.

Only files are read, no database and nothing from the network. The checkpoint must be signed by the log's key; every entry
must be in order, signed by exactly its signers with keys that counted then; every tile must be the hash of what is below
it; the root must be the one signed; and nothing else may lie in the folder. The first thing that is wrong, in the order
of the log, is named. Signatures are checked by all cores.

The key that is trusted is the one given, else the one this person saw first for that origin, else, for a log that is new
to this person, the log's own, which is then remembered. A log that was handed over is trusted through any key that was
its own at some time: each hand-over is signed by both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kengesh.record.checking import Checked, Tree, VerificationFailed
from kengesh.record.checkpoint import CheckpointError, open_checkpoint
from kengesh.record.examining import Job
from kengesh.record.files import FILES, NotAFile, Reader
from kengesh.record.growing import hashes_of
from kengesh.record.keys import KeyHistory
from kengesh.record.log import ListedKey, Log, LogError
from kengesh.record.note import NoteError, parse_vkey
from kengesh.record.surroundings import check_surroundings
from kengesh.record.tile import TILE_WIDTH, TileError, TileName, decode_bundle, encode_bundle, tiles_of
from kengesh.record.tree import HASH_BYTES, leaf_hash
from kengesh.record.trust import config_folder, keep_trust, trusted_key
from kengesh.record.workers import examined, processes_for
from kengesh.terms.messages import _

Progress = Callable[[int, int], None]  # entries done, entries in all


@dataclass(frozen=True)
class Verification:
    """What was verified: the log at this size, under this key, and what a person should still know.

    `key_trust` says why the key is trusted, as :class:`kengesh.record.trust.Trust` does. `keys` are all that were the log's
    own, with the size from which each signs. `withheld` are the SHA-256 of texts that an act withholds.
    """

    origin: str
    size: int
    root: bytes
    key: str
    key_trust: str
    keys: tuple[ListedKey, ...]
    warnings: tuple[str, ...]
    withheld: tuple[str, ...]


@dataclass(frozen=True)
class Examination:
    """A record that agrees with itself and its own keys; whether these are to be trusted is another question."""

    log: Log
    checked: Checked
    warnings: tuple[str, ...]
    withheld: tuple[str, ...]


def verify(
    path: Path | str,
    key: str | None = None,
    progress: Progress | None = None,
    processes: int | None = None,
    config: Path | None = None,
) -> Verification:
    """Verify the record in this folder.

    `key` is the log's verifier key as its keeper publishes it. `progress` is called with the entries done and in all.
    `processes` checks signatures in so many (default: one for each core, in this one when the log is short). `config` is
    the folder of known logs (default: the user's). Raises VerificationFailed naming the first bad file or entry;
    TrustError, OSError.
    """
    folder = config_folder() if config is None else config
    examination = examine_record(path, progress, processes)
    log, checked = examination.log, examination.checked
    trust = trusted_key(log.origin, [one.key for one in checked.keys.log_keys], key, folder)
    trust, warnings = keep_trust(log.origin, trust, folder)
    return Verification(
        log.origin,
        log.size,
        log.root,
        trust.key,
        trust.why,
        _listed(checked.keys),
        examination.warnings + warnings,
        examination.withheld,
    )


def examine_record(
    path: Path | str, progress: Progress | None = None, processes: int | None = None
) -> Examination:
    """See that a record agrees with itself and with the keys it names. Raises VerificationFailed, OSError."""
    log = open_signed(Path(path))
    checked = Checked(log.origin)
    check_entries(log, checked, progress, processes)
    check_tiles(log, checked.tree)
    _check_signatures(log, checked.keys)
    told = _listed(checked.keys)
    warnings, withheld = check_surroundings(log.path, checked)
    if (
        told != log.settings.keys
    ):  # unless a hand-over was interrupted: then the entry that lies beyond tells the keys
        _check_listed(log, checked.keys)
    return Examination(log, checked, tuple(warnings), tuple(withheld))


def open_signed(path: Path, files: Reader = FILES) -> Log:
    """Open a log whose checkpoint is signed by a key that ``log.toml`` lists: a first look, before the long one.

    Raises VerificationFailed, OSError; LogError where a log that is read from elsewhere than a disk cannot be opened.
    """
    try:
        log = Log.open(path, files)
    except LogError as error:
        if files is not FILES:  # the sentence names the address
            raise
        raise VerificationFailed(str(path), str(error)) from None
    keys = [one.vkey for one in log.settings.keys if one.from_size <= log.size]
    if not keys:
        raise VerificationFailed("log.toml", _("it lists no key for the size of the checkpoint."))
    _check_signed(log, keys[-1])
    if not log.size:
        raise VerificationFailed("checkpoint", _("a record has at least the entry that opens it."))
    return log


def check_entries(
    log: Log,
    checked: Checked,
    progress: Progress | None = None,
    processes: int | None = None,
    signatures: bool = True,
) -> None:
    """Check every entry, and its leaf hash in the tiles of level 0. Raises VerificationFailed.

    With `signatures` false everything but the signatures is checked.
    """
    with closing(examined(_jobs(log, signatures), processes_for(log.size, processes))) as reports:
        for report in reports:
            checked.take(report)
            width = min(TILE_WIDTH, log.size - report.start)
            _check_tile(log, TileName(0, report.index, width), checked.tree)
            if progress is not None:
                progress(checked.size, log.size)


def check_tree(log: Log) -> Tree:
    """Check that the tiles and the checkpoint's root are the hashes of the entries' bytes, whatever these say.

    Returns the tree. Raises VerificationFailed.
    """
    tree = Tree()
    for job in _jobs(log, False):
        try:
            notes = decode_bundle(job.data)
        except TileError as error:
            raise VerificationFailed(TileName(None, job.index, job.width).path, str(error)) from None
        tree.add(b"".join([leaf_hash(note) for note in notes]))
        _check_tile(log, TileName(0, job.index, job.width), tree)
    check_tiles(log, tree)
    return tree


def check_tiles(log: Log, tree: Tree) -> None:
    """Check the tiles above level 0, and the root against the checkpoint's. Raises VerificationFailed."""
    for tile in tiles_of(log.size):
        if tile.level:
            _check_tile(log, tile, tree)
    check_root(log, tree)


def check_root(log: Log, tree: Tree) -> None:
    """Check the root against the checkpoint's. Raises VerificationFailed."""
    if tree.root(log.size) != log.root:
        raise VerificationFailed("checkpoint", _("its root is not that of the entries."))


def check_head(log: Log, keys: KeyHistory) -> None:
    """Check the checkpoint's signatures and ``log.toml`` against the keys told by the log. Raises VerificationFailed."""
    _check_signatures(log, keys)
    _check_listed(log, keys)


def _check_signatures(log: Log, keys: KeyHistory) -> None:
    for key in keys.checkpoint_keys(log.size):
        _check_signed(log, key)


def _check_listed(log: Log, keys: KeyHistory) -> None:
    listed = _listed(keys)
    if listed != log.settings.keys:
        says = _("it lists other keys than the log itself tells: {keys}")
        told = ", ".join(f"{one.vkey} from size {one.from_size}" for one in listed)
        raise VerificationFailed("log.toml", says.format(keys=told))


def _check_signed(log: Log, key: str) -> None:
    try:
        open_checkpoint(log.checkpoint, [parse_vkey(key)])
    except (CheckpointError, NoteError) as error:
        raise VerificationFailed(
            "checkpoint", _("{why} Expected the key {key}.").format(why=error, key=key)
        ) from None


def _jobs(log: Log, signatures: bool) -> Iterator[Job]:
    for index in range((log.size + TILE_WIDTH - 1) // TILE_WIDTH):
        width = min(TILE_WIDTH, log.size - index * TILE_WIDTH)
        data = bundle_bytes(log, index, width)
        yield Job(index, data, width, log.origin, signatures)


def bundle_bytes(log: Log, index: int, width: int) -> bytes:
    """Return the bytes of a bundle of a log. Raises VerificationFailed when it is missing."""
    return _file(log, TileName(None, index, width))


def _file(log: Log, tile: TileName) -> bytes:
    data = _bytes(log, tile)
    if data is not None:
        return data
    # The log has grown since its checkpoint was read, and the writer has removed what a full tile replaces.
    full = TileName(tile.level, tile.index)
    data = _bytes(log, full) if tile != full else None
    if data is None:
        raise VerificationFailed(tile.path, _("it is missing."))
    if tile.level is not None:
        return data[: tile.width * HASH_BYTES]
    try:
        return encode_bundle(decode_bundle(data)[: tile.width])
    except TileError as error:
        raise VerificationFailed(full.path, str(error)) from None


def _bytes(log: Log, tile: TileName) -> bytes | None:
    """Return the bytes of a tile, None where it is missing."""
    try:
        return log.read(tile.path)
    except FileNotFoundError:
        return None
    except NotAFile:
        raise VerificationFailed(tile.path, _("a pipe or a device stands where a file should be.")) from None
    except (IsADirectoryError, PermissionError):  # the second on Windows
        if not (log.path / tile.path).is_dir():
            raise
        raise VerificationFailed(tile.path, _("a folder stands where a file should be.")) from None


def _check_tile(log: Log, tile: TileName, tree: Tree) -> None:
    assert tile.level is not None
    found, expected = _file(log, tile), tree.tile(tile.level, tile.index, tile.width)
    if found == expected:
        return
    if len(found) != len(expected):
        says = _("it is {found} bytes long and should be {expected}.")
        raise VerificationFailed(tile.path, says.format(found=len(found), expected=len(expected)))
    pairs = zip(hashes_of(found), hashes_of(expected), strict=True)
    place = next(place for place, (one, other) in enumerate(pairs) if one != other)
    number = tile.index * TILE_WIDTH + place
    if tile.level == 0:
        says = _("its hash of entry {entry} is not that of the entry in {file}.")
        file = TileName(None, tile.index, tile.width).path
        raise VerificationFailed(tile.path, says.format(entry=number, file=file))
    says = _("its hash number {place} is not that of the tile below it.")
    raise VerificationFailed(tile.path, says.format(place=place))


def _listed(keys: KeyHistory) -> tuple[ListedKey, ...]:
    return tuple(ListedKey(one.key, one.from_size) for one in keys.log_keys)
