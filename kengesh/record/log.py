"""A log as one reads it: a folder of plain files, opened without a key, a database or a lock.

``Log.open(path)`` reads ``log.toml`` and ``checkpoint`` and nothing else; entries and hashes are read when they are asked
for. Reading trusts the files; whether they are what the log's key signed is said by :mod:`kengesh.record.verify`.

    log = Log.open(Path("record"))
    for note in log.entries(0, log.size): ...

The object stays at the size it was opened at; :meth:`Log.refresh` looks for a newer checkpoint. A log that is served under
an address is read in the same way, through another :class:`~kengesh.record.files.Reader`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, Files, NotAFile, Reader
from kengesh.record.head import CheckpointError, read_head
from kengesh.record.tile import TILE_HEIGHT, TILE_WIDTH, TileError, decode_bundle, entries_path, tile_path
from kengesh.record.tree import HASH_BYTES, HashReader, consistency_proof, inclusion_proof, parents, root_at
from kengesh.terms.messages import _

FORMAT = "kengesh-record/v1"
CACHED_BUNDLES = 16
CACHED_TILES = 256


class LogError(RecordError):
    """A log that cannot be opened or read, or was asked for what it does not hold."""


class ListedKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key of the log as ``log.toml`` lists it: it signs checkpoints from this size on."""

    vkey: str
    from_size: int


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``log.toml`` says: the origin, and the log's keys. A convenience for readers; the log itself decides."""

    format: str
    origin: str
    keys: tuple[ListedKey, ...]


class Log:
    """One log at one size."""

    def __init__(self, path: Path, log_toml: bytes, checkpoint: bytes, files: Reader = FILES) -> None:
        """Use :meth:`open`."""
        self.path = path
        self.log_toml = log_toml
        self.settings = parse_settings(files.named(path / "log.toml"), log_toml)
        self._files = files
        self._bundle = lru_cache(CACHED_BUNDLES)(self._read_bundle)
        self._tile = lru_cache(CACHED_TILES)(self._read_tile)
        self._take(checkpoint)

    @classmethod
    def open(cls, path: Path | str, files: Reader = FILES) -> Log:
        """Open the log in this folder. Raises LogError when there is none, or its two head files are not as they should be."""
        path = Path(path)
        try:
            log_toml = files.read(path / "log.toml")
            checkpoint = files.read(path / "checkpoint")
        except (FileNotFoundError, NotADirectoryError) as error:
            says = _("{folder}: there is no record here: {file} is missing.")
            raise LogError(says.format(folder=files.named(path), file=error.filename)) from None
        except (IsADirectoryError, PermissionError) as error:  # the second on Windows
            if not Path(error.filename).is_dir():
                raise
            raise LogError(
                _("{file}: a folder stands where a file should be.").format(file=error.filename)
            ) from None
        except NotAFile as error:
            raise LogError(str(error)) from None
        log = cls(path, log_toml, checkpoint, files)
        if log.origin != log.settings.origin:
            says = _("{folder}: log.toml is about {one}, the checkpoint about {other}.")
            raise LogError(says.format(folder=log.named(), one=log.settings.origin, other=log.origin))
        return log

    def read(self, path: str, most: int | None = None) -> bytes:
        """Return a file of the log by its path inside the record; `most` as in :meth:`Reader.read`.

        Raises FileNotFoundError where there is no such file, NotAFile, OSError.
        """
        return self._files.read(self.path / path, most)

    @property
    def remote(self) -> bool:
        """Whether the log is read under an address: then `path` leads nowhere on this machine."""
        return not isinstance(self._files, Files)

    def named(self, path: str = "") -> str:
        """Return how a sentence names a file of the log, or the log's folder or address."""
        return self._files.named(self.path / path)

    def is_current(self) -> bool:
        """Say whether the checkpoint is still the one that was read last. Raises OSError where it cannot be read."""
        return self._files.read(self.path / "checkpoint") == self.checkpoint

    def refresh(self) -> bool:
        """Look for a newer checkpoint and say whether the log has grown.

        Raises LogError when the log went back or its root changed: it was replaced by another.
        """
        checkpoint = self.read("checkpoint")
        if checkpoint == self.checkpoint:
            return False
        new = Log(self.path, self.log_toml, checkpoint, self._files)
        if (
            new.origin != self.origin
            or new.size < self.size
            or (new.size == self.size and new.root != self.root)
        ):
            says = _(
                "{folder}: the log is not the one that was opened: it had {old} entries and now has {new}."
            )
            raise LogError(says.format(folder=self.named(), old=self.size, new=new.size))
        grown = new.size > self.size
        self._take(checkpoint)
        return grown

    def entry(self, index: int) -> bytes:
        """Return one entry's note. Raises LogError when the log has no such entry."""
        if not 0 <= index < self.size:
            says = _("{folder}: there is no entry {index}; the log has {size}.")
            raise LogError(says.format(folder=self.named(), index=index, size=self.size))
        bundle, place = divmod(index, TILE_WIDTH)
        return self._bundle(bundle, min(TILE_WIDTH, self.size - bundle * TILE_WIDTH))[place]

    def entries(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the notes of the entries from `start` up to but without `end`. Raises LogError as :meth:`entry`."""
        end = self.size if end is None else end
        if not 0 <= start <= end <= self.size:
            says = _("{folder}: there are no entries {start} to {end}; the log has {size}.")
            raise LogError(says.format(folder=self.named(), start=start, end=end, size=self.size))
        size = self.size
        while start < end:
            bundle, place = divmod(start, TILE_WIDTH)
            notes = self._bundle(bundle, min(TILE_WIDTH, size - bundle * TILE_WIDTH))
            stop = min(end, (bundle + 1) * TILE_WIDTH)
            yield from notes[place : place + stop - start]
            start = stop

    def hash_reader(self, size: int | None = None) -> HashReader:
        """Return what gives the roots of complete subtrees of this log at `size`, from its tiles."""
        self._known_size(size)
        return _TileHashes(
            self, self.size
        )  # tiles are there for sizes that had a checkpoint, not for every size

    def root_at(self, size: int) -> bytes:
        """Return the root that the log had at an earlier size, or has. Raises LogError."""
        return self.root if size == self.size else root_at(size, self.hash_reader(size))

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """Return the hashes that prove that the entry `index` is in the log of size `size`. Raises LogError."""
        size = self._known_size(size)
        if not 0 <= index < size:
            says = _("{folder}: there is no entry {index}; the log has {size}.")
            raise LogError(says.format(folder=self.named(), index=index, size=size))
        return inclusion_proof(index, size, self.hash_reader(size))

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Return the hashes that prove that the log of size `new` continues that of size `old`.

        Raises LogError; ProofError where `old` is larger than `new`.
        """
        new = self._known_size(new)
        return consistency_proof(old, new, self.hash_reader(new))

    def bundle_bytes(self, index: int, width: int) -> bytes:
        """Return the file that holds the entries of this bundle, which may hold more than `width`. Raises LogError."""
        return self._either(entries_path(index, width), entries_path(index))

    def _known_size(self, size: int | None) -> int:
        if size is None:
            return self.size
        if not 0 <= size <= self.size:
            says = _("{folder}: the log has {size} entries, not {asked}.")
            raise LogError(says.format(folder=self.named(), size=self.size, asked=size))
        return size

    def _take(self, checkpoint: bytes) -> None:
        try:
            head = read_head(checkpoint)
        except CheckpointError as error:
            raise LogError(f"{self.named('checkpoint')}: {error}") from None
        self.checkpoint = checkpoint
        self.origin, self.size, self.root = head.origin, head.size, head.root

    def _read_bundle(self, index: int, width: int) -> Sequence[bytes]:
        try:
            notes = decode_bundle(self.bundle_bytes(index, width))
        except TileError as error:
            raise self._damaged(entries_path(index, width), str(error)) from None
        if len(notes) < width:
            raise self._damaged(entries_path(index, width), _("it is too short."))
        return notes[:width]

    def _read_tile(self, level: int, index: int, width: int) -> bytes:
        tile = self._either(tile_path(level, index, width), tile_path(level, index))
        if len(tile) < width * HASH_BYTES:
            raise self._damaged(tile_path(level, index, width), _("it is too short."))
        return tile[: width * HASH_BYTES]

    def _either(self, partial: str, full: str) -> bytes:
        # A partial tile may be gone once the full one is there: tlog-tiles has readers ask for that one then.
        try:
            return self.read(partial)
        except FileNotFoundError:
            try:
                return self.read(full)
            except FileNotFoundError:
                raise self._damaged(partial, _("it is missing.")) from None

    def _damaged(self, path: str, why: str) -> LogError:
        says = _("{file}: {why} Run: kengesh verify {folder}")
        if self.remote:  # what is served under an address can only be verified where it lies
            says = _("{file}: {why}")
        return LogError(says.format(file=self.named(path), why=why, folder=self.named()))


class _TileHashes:
    """Complete subtrees from tiles: one of height l lies inside a tile of level l // 8, as 2^(l mod 8) of its hashes."""

    def __init__(self, log: Log, size: int) -> None:
        self._log = log
        self._size = size

    def read(self, level: int, index: int) -> bytes:
        tile_level, height = divmod(level, TILE_HEIGHT)
        tile_index, place = divmod(index << height, TILE_WIDTH)
        width = min(TILE_WIDTH, (self._size >> TILE_HEIGHT * tile_level) - tile_index * TILE_WIDTH)
        tile = self._log._tile(tile_level, tile_index, width)
        hashes = tile[place * HASH_BYTES : (place + (1 << height)) * HASH_BYTES]
        for _height in range(height):
            hashes = parents(hashes)
        return hashes


def parse_settings(file: Path | str, data: bytes) -> Settings:
    """Read ``log.toml``. Raises LogError naming the file and what is wrong."""
    try:
        value = tomllib.loads(data.decode("utf-8"))
        if value.get("format") != FORMAT:
            says = _("{file}: the format is {found}; this program reads {ours}.")
            raise LogError(says.format(file=file, found=value.get("format"), ours=FORMAT))
        return msgspec.convert(value, Settings)
    except ValueError as error:
        raise LogError(_("{file}: {why}").format(file=file, why=error)) from None


def format_settings(settings: Settings) -> bytes:
    """Write ``log.toml``. Names and keys hold no quotes or control characters that TOML would have to escape."""
    lines = [f'format = "{FORMAT}"', f'origin = "{_quoted(settings.origin)}"']
    for key in settings.keys:
        lines += ["", "[[keys]]", f'vkey = "{_quoted(key.vkey)}"', f"from_size = {key.from_size}"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
