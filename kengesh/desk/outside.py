"""Entering what a reader of another record found: in a new observed log of its own, whole or not at all.

The acts are checked one by one, packed into entries as large as entries may be, and entered 256 entries a step, each step durable.
The log is built beside its place and moved there when it is whole. Where anything fails nothing is left of it; what was read is
read again, since the same files give the same acts.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kengesh.acts import Registry
from kengesh.acts.validate import problems
from kengesh.desk.enter import check_place
from kengesh.desk.kinds import every_kind
from kengesh.desk.spelled import ENVELOPE_BYTES
from kengesh.formats.outside.cow import read_cow
from kengesh.formats.outside.factbook import read_factbook
from kengesh.formats.outside.popolo import read_popolo
from kengesh.formats.outside.values import Outside, Progress, Told
from kengesh.formats.outside.wikidata import read_wikidata
from kengesh.record.canonical import canonical
from kengesh.record.entry import MAX_ENTRY_BYTES, Entry, act_id, sign_entry
from kengesh.record.files import FILES
from kengesh.record.keys import LOG_PARTY
from kengesh.record.note import Signer
from kengesh.record.staging import writer_folder
from kengesh.record.writer import MOST_ENTRIES, CannotWrite, Writer, create
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

Reading = Callable[[Sequence[Path], Told, Progress | None], Outside]
READERS: Mapping[str, Reading] = {
    "cow": read_cow,
    "factbook": read_factbook,
    "popolo": read_popolo,
    "wikidata": read_wikidata,
}
"""The readers of other records, by the word that asks for each."""

MOST_BYTES = MAX_ENTRY_BYTES - ENVELOPE_BYTES
Acts = list[dict[str, Any]]


class UnfitFact(ValueError):
    """An act of a reader that cannot be entered, which is a fault of the reader; the sentence names the act's field."""


@dataclass(frozen=True, slots=True)
class Observed:
    """The log that was made: its entries (the opening one among them), its acts by kind, and acts that stood twice."""

    entries: int
    acts: Mapping[str, int]
    twice: int

    @property
    def all_acts(self) -> int:
        """How many acts the log holds, the opening one left aside."""
        return sum(self.acts.values())


def observe(folder: Path, signer: Signer, outside: Outside, progress: Progress | None = None) -> Observed:
    """Make a new observed log in `folder` with what a reader found, or nothing at all.

    Raises BadFile where a file changed since it was looked through, CannotWrite, UnfitFact, OSError.
    """
    folder = Path(os.path.abspath(folder))
    check_place(folder)
    building = folder.with_name(folder.name + ".building")
    if building.exists() or writer_folder(building).exists():
        says = _("{folder} was left by an interrupted reading; remove it and its {writer}, and read again.")
        raise CannotWrite(says.format(folder=building, writer=writer_folder(building)))
    try:
        create(building, signer.name, signer, "observed")
        made = _enter(building, signer, outside, progress)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        shutil.rmtree(writer_folder(building), ignore_errors=True)
        raise
    FILES.rename(writer_folder(building), writer_folder(folder))
    if folder.exists():
        folder.rmdir()  # check_place saw it empty
    FILES.rename(building, folder)
    FILES.sync_folder(folder.parent)
    return made


def _enter(folder: Path, signer: Signer, outside: Outside, progress: Progress | None) -> Observed:
    checked = _Checked(outside.acts(), every_kind())
    entries, done = 1, 0
    with Writer(folder, signer) as writer:
        step: list[Acts] = []
        for group in _groups(checked):
            step.append(group)
            done += len(group)
            if len(step) == MOST_ENTRIES:
                entries += _append(writer, signer, step)
                step = []
                if progress is not None:
                    progress(min(done, outside.most), outside.most)
        entries += _append(writer, signer, step)
    if progress is not None:
        progress(done, done)
    return Observed(entries, dict(checked.kinds), checked.twice)


class _Checked:
    """The acts of a reader, each seen to be fit: of a known kind, naming only what was named before it, not entered yet."""

    def __init__(self, acts: Iterable[dict[str, Any]], kinds: Registry) -> None:
        self._acts = acts
        self._registry = kinds
        self._things: set[str] = set()
        self._ids: set[bytes] = set()
        self.kinds: Counter[str] = Counter()
        self.twice = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for act in self._acts:
            id_ = bytes.fromhex(act_id(act))
            if id_ in self._ids:
                self.twice += 1
                continue
            self._ids.add(id_)
            self._check(act)
            self.kinds[act["kind"].partition("/")[0]] += 1
            yield act

    def _check(self, act: dict[str, Any]) -> None:
        wrong = problems(act, self._registry)
        if wrong:
            raise UnfitFact(_("{act}: {problem}").format(act=act["kind"], problem=wrong[0]))
        kind = self._registry[act["kind"]]
        self._things.update(kind.new_things(act))
        named = [thing for _field, thing in kind.known_things(act)]
        for thing in (*named, *(cited["source"] for cited in act.get("sources", ()))):
            if thing not in self._things and not is_state_code(thing):
                raise UnfitFact(
                    _("{act}: {thing} was not named before.").format(act=act["kind"], thing=thing)
                )


def _groups(acts: Iterable[dict[str, Any]]) -> Iterator[Acts]:
    """Yield acts in groups that fill an entry."""
    group: Acts = []
    size = 0
    for act in acts:
        length = len(canonical(act)) + 1
        if group and size + length > MOST_BYTES:
            yield group
            group, size = [], 0
        group.append(act)
        size += length
    if group:
        yield group


def _append(writer: Writer, signer: Signer, groups: Sequence[Acts]) -> int:
    """Enter groups of acts in one durable step, an entry each."""
    at = max(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), writer.entered_at)
    signers = ((LOG_PARTY, signer.verifier.vkey),)
    entries = (Entry(tuple(group), at, signer.name, writer.size, writer.root, signers) for group in groups)
    return len(writer.append([sign_entry(entry, [signer]) for entry in entries]))
