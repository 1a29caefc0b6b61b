"""A mirror: a full copy of a record in another folder, checked while it is copied.

The record lies in a folder, or is served under an http or https address, its files as they are.

Nothing is taken on trust from the source: its key must be the one that is trusted for the log, by the same rule as in a
verification (:mod:`kengesh.record.verify`); entries are checked as in a verification, hash tiles are made anew from them,
texts must have the hash that is their name. The checkpoint is published last, when everything under it is in place; before
that the copy is still the older, whole one. An interrupted copy is finished by running it again. A source that does not
continue what the mirror has is refused: that is a fork, or another log.

Of a record under an address only what is missing is fetched. First comes its outline (:mod:`kengesh.record.outline`),
under the signed root: what the copy holds is checked against it, and so is every bundle before it is kept.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from kengesh.record.blobs import BlobError, blob_path, get_blob, put_blob
from kengesh.record.checking import Checked, VerificationFailed
from kengesh.record.errors import RecordError
from kengesh.record.examining import Job
from kengesh.record.files import FILES, DiskFull, Files, is_full, is_temporary, put, replace
from kengesh.record.log import Log
from kengesh.record.outline import Outline
from kengesh.record.remote import RemoteFiles, is_address
from kengesh.record.surroundings import HEAD_FILES
from kengesh.record.tidying import remove_stale_tiles
from kengesh.record.tile import TILE_WIDTH, TileName, tiles_of
from kengesh.record.trust import config_folder, keep_trust, trusted_key
from kengesh.record.verify import Progress, bundle_bytes, check_head, check_root, open_signed
from kengesh.record.workers import examined, processes_for
from kengesh.terms.messages import _

AT_ONCE = 4  # bundles fetched side by side: an answer takes its time, even a short one
OF_A_RECORD = frozenset({"tile", "blobs", "log.toml"})  # what may be in a folder before its checkpoint is


Thing = TypeVar("Thing")
Result = TypeVar("Result")


class MirrorRefused(RecordError):
    """The source does not continue what the mirror holds."""


@dataclass(frozen=True)
class Mirrored:
    """What a mirror holds now: the log's size and root, how many entries were new, and which key was trusted and why.

    `key_trust` is as in :class:`kengesh.record.trust.Trust`.
    """

    origin: str
    size: int
    root: bytes
    new_entries: int
    key: str
    key_trust: str
    warnings: tuple[str, ...]


def mirror(
    source: Path | str,
    target: Path | str,
    progress: Progress | None = None,
    processes: int | None = None,
    files: Files = FILES,
    *,
    key: str | None = None,
    config: Path | None = None,
) -> Mirrored:
    """Bring the copy in `target` to the state of the record in `source`: a folder, or text with an http(s) address.

    `key` is the log's verifier key as its keeper publishes it, and `config` the folder of known logs, as for
    :func:`kengesh.record.verify.verify`. Raises VerificationFailed, LogError or BlobError where the source is wrong or not
    kept with the key that is trusted, MirrorRefused when it does not continue the copy, LogError, BlobError or FileDiffers
    where the copy is damaged, RemoteError where an address does not give what it should, TrustError, DiskFull, OSError.
    """
    with _opened(source) as log:
        return _mirror(log, Path(target), progress, processes, files, key, config)


@contextmanager
def _opened(source: Path | str) -> Iterator[Log]:
    if isinstance(source, str) and is_address(source):
        with closing(RemoteFiles(source)) as served:
            yield open_signed(Path(), served)
    else:
        yield open_signed(Path(source))


def _mirror(
    log: Log,
    target: Path,
    progress: Progress | None,
    processes: int | None,
    files: Files,
    key: str | None,
    config: Path | None,
) -> Mirrored:
    folder = config_folder() if config is None else config
    listed = [one.vkey for one in log.settings.keys]  # check_head sees that these are the log's own
    trust = trusted_key(log.origin, listed, key, folder)
    _check_outside(target)
    held = Log.open(target) if (target / "checkpoint").exists() else None
    _check_target(log, held, target)
    outline = Outline(log) if log.remote else None
    _check_continues(log, held, outline)
    try:
        checked = _copy_entries(log, target, held, outline, progress, processes, files)
        check_root(log, checked.tree)
        check_head(log, checked.keys)
        for tile in tiles_of(log.size):
            if tile.level:
                data = checked.tree.tile(tile.level, tile.index, tile.width)
                _put_missing(target, tile.path, data, files)
        _copy_texts(log, target, checked, files)
        _publish(log, target, held, files)
    except OSError as error:
        if is_full(error):
            says = _("{folder}: the disk is full; the copy was not completed. Make room and run it again.")
            raise DiskFull(says.format(folder=target)) from error
        raise
    old = held.size if held else 0
    remove_stale_tiles(target, old, log.size, files)
    trust, warnings = keep_trust(log.origin, trust, folder)
    return Mirrored(log.origin, log.size, log.root, log.size - old, trust.key, trust.why, warnings)


def _check_outside(target: Path) -> None:
    """See that the copy does not lie inside a record, where it would have no place."""
    for folder in target.resolve().parents:
        if any((folder / name).exists() for name in HEAD_FILES):
            says = _("{target}: lies inside the record {folder}. Choose a place outside.")
            raise MirrorRefused(says.format(target=target, folder=folder))


def _check_target(log: Log, held: Log | None, target: Path) -> None:
    if held is None:
        _check_free(target)
        return
    if held.origin != log.origin:
        says = _("{target}: holds the log {held}, not {origin}. Choose another folder.")
        raise MirrorRefused(says.format(target=target, held=held.origin, origin=log.origin))
    if held.size > log.size:
        says = _("{target}: is ahead: it has {held} entries and the source {size}. Nothing was copied.")
        raise MirrorRefused(says.format(target=target, held=held.size, size=log.size))


def _check_continues(log: Log, held: Log | None, outline: Outline | None) -> None:
    if held is None:
        return
    root = log.root_at(held.size) if outline is None else outline.root_at(held.size)
    if root != held.root:  # by the source's own tiles; by its entries when they are read
        raise _another_story(log, held)


def _check_same_story(log: Log, held: Log, checked: Checked) -> None:
    if checked.tree.root(held.size) != held.root:
        raise _another_story(log, held)


def _another_story(log: Log, held: Log) -> MirrorRefused:
    says = _(
        "{target}: tells another story than {source}: they differ within the first {size} entries. Nothing was "
        "copied. Run: kengesh compare {source} {target}"
    )
    if log.remote:
        says = _(
            "{target}: tells another story than {source}: they differ within the first {size} entries. Nothing was "
            "copied. Mirror {source} into another folder, and compare that folder with {target}: kengesh compare"
        )
    return MirrorRefused(says.format(target=held.path, source=log.named(), size=held.size))


def _check_free(target: Path) -> None:
    """See that a folder without a record holds nothing but what an interrupted mirror leaves."""
    if target.exists() and not target.is_dir():
        raise MirrorRefused(_("{target}: this is not a folder. Choose another place.").format(target=target))
    for path in target.iterdir() if target.exists() else ():
        if path.name not in OF_A_RECORD and not is_temporary(path.name):
            says = _(
                "{target}: something else is here ({name}). Choose a folder that is empty or does not exist."
            )
            raise MirrorRefused(says.format(target=target, name=path.name))


def _copy_entries(
    log: Log,
    target: Path,
    held: Log | None,
    outline: Outline | None,
    progress: Progress | None,
    processes: int | None,
    files: Files,
) -> Checked:
    """Check and copy the bundles and tiles of level 0; what the mirror's own checkpoint covers is not signature-checked."""
    checked = Checked(log.origin)
    data: dict[int, bytes] = {}
    held_size = held.size if held else 0

    def jobs() -> Generator[Job, None, None]:
        with closing(_bundles(log, target, outline)) as bundles:
            for bundle, bytes_ in bundles:
                data[bundle.index] = bytes_
                covered = bundle.index * TILE_WIDTH + bundle.width <= held_size
                yield Job(bundle.index, bytes_, bundle.width, log.origin, not covered)

    processes = processes_for(log.size - held_size, processes)
    with closing(jobs()) as todo, closing(examined(todo, processes)) as reports:
        for report in reports:
            checked.take(report)
            if held is not None and report.start < held_size <= checked.size:
                _check_same_story(log, held, checked)
            bundle = TileName(None, report.index, checked.size - report.start)
            leaves = checked.tree.tile(0, report.index, bundle.width)
            if outline is not None and not outline.has_leaves(bundle, leaves):
                raise VerificationFailed(bundle.path, _("its entries are not those under the checkpoint."))
            _put_missing(target, bundle.path, data.pop(report.index), files)
            _put_missing(target, TileName(0, report.index, bundle.width).path, leaves, files)
            if progress is not None:
                progress(checked.size, log.size)
    return checked


Bundles = Generator[tuple[TileName, bytes], None, None]


def _bundles(log: Log, target: Path, outline: Outline | None) -> Bundles:
    """Yield the log's bundles: from the source, or, where fetching takes time, from the copy those that it has."""
    names = (tile for tile in tiles_of(log.size) if tile.level is None)
    if outline is None:
        for name in names:
            yield name, bundle_bytes(log, name.index, name.width)
        return

    def bundle(name: TileName) -> tuple[TileName, bytes]:
        own = _own(target / name.path)
        if own is not None and outline.has(name, own):
            return name, own
        return name, bundle_bytes(log, name.index, name.width)

    with closing(_side_by_side(bundle, names)) as fetched:
        yield from fetched


def _own(path: Path) -> bytes | None:
    try:
        return FILES.read(path)
    except FileNotFoundError:
        return None


def _side_by_side(work: Callable[[Thing], Result], things: Iterable[Thing]) -> Generator[Result, None, None]:
    """Yield what `work` makes of each thing, in their order, a few at a time ahead of who takes them."""
    threads = ThreadPoolExecutor(AT_ONCE)
    waiting: deque[Future[Result]] = deque()
    try:
        for thing in things:
            # each in the context of who asks, which has the language of the sentences
            waiting.append(threads.submit(copy_context().run, partial(work, thing)))
            if len(waiting) > AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)  # who closes the connections ends what still waits


def _copy_texts(log: Log, target: Path, checked: Checked, files: Files) -> None:
    for digest, named in sorted(checked.blobs.items()):
        path = blob_path(digest)
        if (target / path).exists():
            get_blob(target, digest)
            continue
        try:
            data = log.read(path, max(named))
        except FileNotFoundError:
            if digest in checked.keys.withheld:
                continue
            says = _("it is missing; entry {entry} names it and no act withholds it.")
            raise VerificationFailed(path, says.format(entry=min(named.values()))) from None
        if sha256(data).hexdigest() != digest:
            raise BlobError(_("{file}: the bytes are not those of its name.").format(file=log.named(path)))
        put_blob(target, data, files)


def _publish(log: Log, target: Path, held: Log | None, files: Files) -> None:
    if held is None or held.settings != log.settings:
        replace(files, target / "log.toml", log.log_toml, target, again=True)
    if held is None or held.size < log.size or not set(_lines(log)) <= set(_lines(held)):
        replace(files, target / "checkpoint", log.checkpoint, target, again=True)


def _lines(log: Log) -> list[bytes]:
    return log.checkpoint.split(b"\n")


def _put_missing(target: Path, path: str, data: bytes, files: Files) -> None:
    try:
        same = files.read(target / path) == data
    except FileNotFoundError:
        same = False
    if not same:
        put(files, target / path, data, target, again=True)
