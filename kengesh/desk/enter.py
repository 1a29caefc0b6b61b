"""Entering acts: each group of a plan becomes one signed entry, and up to 256 entries one durable step of the log.

Files are planned whole before anything is entered. Where entering is interrupted, what was answered stays; the same files
entered again go on from there, since rows that are in the record already are skipped.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from kengesh.acts import Registry
from kengesh.charter import all_kinds
from kengesh.desk.known import Known
from kengesh.desk.packs import pack_files
from kengesh.desk.plan import Plan, plan_rows
from kengesh.mechanism.acts import ActStore
from kengesh.mechanism.state import State
from kengesh.record.entry import Entry, sign_entry
from kengesh.record.keys import LOG_PARTY, RECORD_KINDS
from kengesh.record.log import Log
from kengesh.record.note import Signer
from kengesh.record.staging import writer_folder
from kengesh.record.threads import each
from kengesh.record.writer import MOST_ENTRIES, CannotWrite, Writer, create
from kengesh.terms.messages import _

Progress = Callable[[int, int], None]


class NotForThisLog(ValueError):
    """An act that the mode of the log does not allow."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of entering files: entries and acts new in the log, rows that were there, rows corrected and withdrawn."""

    entries: int
    acts: int
    skipped: int
    corrected: Sequence[str]
    withdrawn: Sequence[str]


def new_record(
    folder: Path, signer: Signer, pack: str | None, mode: str = "observed", progress: Progress | None = None
) -> Entered:
    """Make a new record in `folder`, with a pack entered in it, or nothing at all.

    It is built beside its place and moved there when it is whole, so an interrupted building never passes for a record.
    Raises RowProblems, NoSuchPack, CannotWrite, OSError.
    """
    files = pack_files(pack) if pack is not None else {}
    plan = plan_rows(files, Known(all_kinds()), all_kinds())
    folder = Path(os.path.abspath(folder))
    check_place(folder)
    building, whole = _building(folder), Entered(len(plan.groups), plan.acts, 0, (), ())
    if not _is_half_moved(folder):
        log = _begun(building, signer, mode)
        _append(log, signer, _not_yet_in(log, plan), progress)
        os.replace(writer_folder(building), writer_folder(folder))
    if folder.exists():
        folder.rmdir()  # it is empty; not every system moves a folder over another one
    os.replace(building, folder)
    return whole


def check_place(folder: Path) -> None:
    """Refuse a place for a new record where something of another one lies. Raises CannotWrite."""
    folder = Path(os.path.abspath(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        says = _("{folder} is there already; choose another place, or add to it with kengesh add.")
        raise CannotWrite(says.format(folder=folder))
    if writer_folder(folder).exists() and not _is_half_moved(folder):
        says = _(
            "{writer} is the private side of a record that was here; remove it if that record is gone for good, or choose "
            "another place."
        )
        raise CannotWrite(says.format(writer=writer_folder(folder)))


def _building(folder: Path) -> Path:
    return folder.with_name(folder.name + ".building")


def _is_half_moved(folder: Path) -> bool:
    """Whether a building was whole and a crash came between the two moves that put it in its place."""
    building = _building(folder)
    whole = (building / "checkpoint").exists() and not writer_folder(building).exists()
    return whole and writer_folder(folder).exists() and not (folder / "checkpoint").exists()


def _begun(building: Path, signer: Signer, mode: str) -> Log:
    """Return the log that is being built: a new one, or the one that an interrupted building left."""
    if not (building / "checkpoint").exists():
        return create(building, signer.name, signer, mode)
    if Log.open(building).origin != signer.name:
        says = _("{folder} was left by an interrupted building with another key; remove it and begin again.")
        raise CannotWrite(says.format(folder=building))
    Writer(building, signer).close()  # finishes a step that was interrupted
    return Log.open(building)


def add_files(
    folder: Path, signer: Signer, files: Mapping[str, Path], progress: Progress | None = None
) -> Entered:
    """Enter files of rows in a record. Raises RowProblems with every mistake, NotForThisLog, CannotWrite, WriterBusy."""
    log = Log.open(folder)
    kinds = all_kinds()
    return _append(log, signer, plan_rows(files, known_in(log, kinds), kinds), progress)


def known_in(log: Log, kinds: Registry) -> Known:
    """Return what a log holds already, as far as entering must know it."""
    state = State(kinds)
    state.fold(log.entries())
    store = ActStore(state, log)
    acts = (store.act(number) for number in range(state.acts))
    return Known(kinds, ((act.id, act.fields) for act in acts))


def _not_yet_in(log: Log, plan: Plan) -> Plan:
    """Leave out what an interrupted building had entered already."""
    if log.size > 1:
        known = known_in(log, all_kinds())
        plan.groups = [group for group in plan.groups if not known.has_all(group)]
    return plan


def _append(log: Log, signer: Signer, plan: Plan, progress: Progress | None) -> Entered:
    _check_mode(log, plan)
    total = len(plan.groups)
    with Writer(log.path, signer) as writer:
        for start in range(0, total, MOST_ENTRIES):
            step = plan.groups[start : start + MOST_ENTRIES]
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            seen = (writer.size, writer.root)
            writer.append(each(partial(_signed, origin=log.origin, at=now, seen=seen, signer=signer), step))
            if progress is not None:
                progress(start + len(step), total)
    return Entered(total, plan.acts, plan.skipped, plan.corrected, plan.withdrawn)


def _signed(
    acts: Sequence[dict[str, Any]], origin: str, at: str, seen: tuple[int, bytes], signer: Signer
) -> bytes:
    signers = ((LOG_PARTY, signer.verifier.vkey),)
    return sign_entry(Entry(tuple(acts), at, origin, seen[0], seen[1], signers), [signer])


def _check_mode(log: Log, plan: Plan) -> None:
    """An observed log holds only what is reported; the acts that the log itself understands are the one exception."""
    opening = known_mode(log)
    for group in plan.groups:
        for act in group:
            if opening == "observed" and act["voice"] == "performed" and act["kind"] not in RECORD_KINDS:
                says = _(
                    "row {row}: this log only observes, so its acts are reported, with sources; {kind} is performed."
                )
                raise NotForThisLog(says.format(row=act.get("row", "?"), kind=act["kind"]))


def known_mode(log: Log) -> str:
    """Return the mode that a log was opened in: ``observed`` or ``official``."""
    state = State(all_kinds())
    state.fold([log.entry(0)])
    return str(ActStore(state, log).act(0).fields["mode"])
