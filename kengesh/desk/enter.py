"""Entering acts: each group of a plan becomes one signed entry, and up to 256 entries one durable step of the log.

Files are planned whole before anything is entered. Where entering is interrupted, what was answered stays; the same files
entered again go on from there, since rows that are in the record already are skipped.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from kengesh.acts import Registry
from kengesh.desk.kinds import every_kind
from kengesh.desk.known import Known
from kengesh.desk.packs import Given, pack_files
from kengesh.desk.plan import Plan, plan_rows
from kengesh.mechanism.acts import ActStore
from kengesh.mechanism.state import State
from kengesh.record.entry import Entry, sign_entry
from kengesh.record.files import FILES
from kengesh.record.keys import LOG_PARTY
from kengesh.record.log import Log
from kengesh.record.note import Signer
from kengesh.record.staging import HeadMoved, writer_folder
from kengesh.record.threads import each
from kengesh.record.writer import MOST_ENTRIES, CannotWrite, Writer, create
from kengesh.terms.messages import _

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of entering files: entries and acts new in the log, rows that were there, rows corrected and withdrawn."""

    entries: int
    acts: int
    skipped: int
    corrected: Sequence[str]
    withdrawn: Sequence[str]


def new_record(
    folder: Path,
    signer: Signer,
    pack: str | None,
    mode: str = "observed",
    progress: Progress | None = None,
    kinds: Registry | None = None,
) -> Entered:
    """Make a new record in `folder`, with a pack entered in it, or nothing at all.

    It is built beside its place and moved there when it is whole, so an interrupted building never passes for a record.
    `kinds` are those that can be written, by default ours. Raises RowProblems, NoSuchPack, CannotWrite, OSError.
    """
    kinds = every_kind() if kinds is None else kinds
    given = pack_files(pack) if pack is not None else Given({}, {})
    plan = _planned(given, Known(kinds), kinds)
    folder = Path(os.path.abspath(folder))
    check_place(folder)
    building = _building(folder)
    if not _is_half_moved(folder):
        _begin(building, signer, mode)
        _enter(building, signer, given, progress, kinds)
        FILES.rename(writer_folder(building), writer_folder(folder))
    _move(building, folder)
    return Entered(len(plan.groups), plan.acts, 0, (), ())


def check_place(folder: Path) -> None:
    """Refuse a place for a new record where something of another one lies. Raises CannotWrite."""
    folder = Path(os.path.abspath(folder))
    if _is_half_moved(folder):
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        says = _("{folder} is there already; choose another place, or add to it with kengesh add.")
        raise CannotWrite(says.format(folder=folder))
    if writer_folder(folder).exists():
        says = _(
            "{writer} is the private side of a record that was here; remove it if that record is gone for good, or choose "
            "another place."
        )
        raise CannotWrite(says.format(writer=writer_folder(folder)))


def is_begun(folder: Path) -> bool:
    """Say whether the making of a record in `folder` has begun: then its key may have signed something."""
    return _building(Path(os.path.abspath(folder))).exists() or writer_folder(folder).exists()


def _building(folder: Path) -> Path:
    return folder.with_name(folder.name + ".building")


def _is_half_moved(folder: Path) -> bool:
    """Whether a building was whole and a crash came between the two moves that put it in its place."""
    building = _building(folder)
    whole = (building / "checkpoint").exists() and not writer_folder(building).exists()
    return whole and writer_folder(folder).exists() and not (folder / "checkpoint").exists()


def _move(building: Path, folder: Path) -> None:
    """Put a whole building in its place, its checkpoint last; a folder that is there is filled and not replaced."""
    if not folder.exists():
        FILES.rename(building, folder)
        FILES.sync_folder(folder.parent)
        return
    for part in sorted(building.iterdir(), key=lambda one: one.name == "checkpoint"):
        FILES.rename(part, folder / part.name)
    building.rmdir()
    FILES.sync_folder(folder)


def _begin(building: Path, signer: Signer, mode: str) -> None:
    """Begin a building, or see that the one that an interrupted one left is of the same key."""
    if not (building / "checkpoint").exists():
        create(building, signer.name, signer, mode)
    elif Log.open(building).origin != signer.name:
        says = _("{folder} was left by an interrupted building with another key; remove it and begin again.")
        raise CannotWrite(says.format(folder=building))


def add_files(
    folder: Path,
    signer: Signer,
    given: Given,
    progress: Progress | None = None,
    kinds: Registry | None = None,
) -> Entered:
    """Enter files of rows in a record; `kinds` as for :func:`new_record`.

    Raises RowProblems with every mistake, CannotWrite, WriterBusy.

    Rows are planned on what the record holds once an interrupted step of it is finished, and planned again where another
    writer enters something meanwhile, so that nothing is entered twice.
    """
    return _enter(folder, signer, given, progress, every_kind() if kinds is None else kinds)


def _enter(folder: Path, signer: Signer, given: Given, progress: Progress | None, kinds: Registry) -> Entered:
    entries = acts = 0
    with Writer(folder, signer) as writer:
        first = plan = _planned(given, known_in(log := Log.open(folder), kinds), kinds)
        size, at = log.size, 0
        while at < len(plan.groups):
            step = plan.groups[at : at + MOST_ENTRIES]
            try:
                writer.append(_signed_step(step, log.origin, writer, signer), at_size=size)
            except HeadMoved:
                plan = _planned(given, known_in(log := Log.open(folder), kinds), kinds)
                size, at = log.size, 0
                continue
            size, at = size + len(step), at + len(step)
            entries, acts = entries + len(step), acts + sum(map(len, step))
            if progress is not None:
                progress(at, len(plan.groups))
    return Entered(entries, acts, first.skipped, first.corrected, first.withdrawn)


def _planned(given: Given, known: Known, kinds: Registry) -> Plan:
    return plan_rows(given.files, known, kinds, given.folders)


def known_in(log: Log, kinds: Registry) -> Known:
    """Return what a log holds already, as far as entering must know it; acts that are not understood have ids alone."""
    state = State(kinds)
    state.fold(log.entries())
    store = ActStore(state, log)
    known = Known(kinds)
    for number in range(state.acts):
        act, kind = store.act(number), state.kind_of(number)
        understood = kind is not None and kind.fits(act.fields)
        known.add(act.id, act.fields if understood else {"kind": ""})
    return known


def _signed_step(
    step: Sequence[Sequence[dict[str, Any]]], origin: str, writer: Writer, signer: Signer
) -> list[bytes]:
    # an entry is never dated before the one before it, even where that one was written by a clock ahead of ours
    at = max(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), writer.entered_at)
    seen = (writer.size, writer.root)
    return each(partial(_signed, origin=origin, at=at, seen=seen, signer=signer), step)


def _signed(
    acts: Sequence[dict[str, Any]], origin: str, at: str, seen: tuple[int, bytes], signer: Signer
) -> bytes:
    signers = ((LOG_PARTY, signer.verifier.vkey),)
    return sign_entry(Entry(tuple(acts), at, origin, seen[0], seen[1], signers), [signer])
