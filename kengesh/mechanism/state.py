"""The state: an append-only index over the acts of a record. It holds positions, not acts.

Acts are numbered in the order of the log; a number says in which entry an act stands and at which place. The indexes lead
from a thing, a source or an act to the numbers of the acts that name it, in order, so a question of an earlier size of
the log stops at that size and never sees what came later. Acts themselves are read again from the log when needed.

The same entries give the same state on any machine; :mod:`kengesh.mechanism.digest` names it.
"""

from __future__ import annotations

import gc
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import msgspec

from kengesh.acts import Kind, Registry
from kengesh.mechanism.reading import Readers, ids_in

# A thing that one act names keeps its number as it is; a list costs 56 bytes before its first number. Lists and not arrays:
# all indexes share the one object of a number, and nothing is made anew to compare with the last one.
Numbers = int | list[int]
UNKNOWN = 255  # the code of the kind of an act that is not understood


class State:
    """Everything that the indexes know after some number of entries."""

    def __init__(self, kinds: Registry) -> None:
        self.readers = Readers(kinds)
        self.at: list[str] = []
        self.first_act = array("I", [0])  # of each entry; one more at the end
        self.kind = array("B")
        self.number_of: dict[bytes, int] = {}
        self.by_kind: dict[str, list[int]] = {kind.name: [] for kind in self.readers.kinds}
        self.by_thing: list[dict[str, Numbers]] = [{} for _group in self.readers.groups]
        self.by_source: dict[str, Numbers] = {}
        self.by_target: dict[bytes, Numbers] = {}
        self.by_matter: dict[int, Numbers] = {}  # by a hash: acts that may speak of the same, see matter_key
        self.unknown = array("I")  # the acts that are not understood
        self._words: dict[str, str] = {}
        self._of_group = dict(zip(self.readers.groups, self.by_thing, strict=True))
        self._by_struct = self.readers.by_struct
        self._by_code = [self.by_kind[kind.name] for kind in self.readers.kinds]

    @property
    def size(self) -> int:
        """How many entries have been folded."""
        return len(self.at)

    @property
    def acts(self) -> int:
        """How many acts they hold."""
        return len(self.kind)

    def fold(self, notes: Iterable[bytes]) -> None:
        """Take in further entries, given as the bytes of their notes. Raises UnknownEnvelope, DamagedEntry.

        What was folded before a refusal stays; the refused entry, number :attr:`size`, leaves no trace.
        """
        with _no_collecting():
            self._fold(notes)

    def _fold(self, notes: Iterable[bytes]) -> None:
        read, add, last, moment = self.readers.read, self._add, b"", ""
        for note in notes:
            at, acts = read(note)
            for raw, act in acts:
                add(raw, act)
            if at != last:  # entries of one step have one moment, and need its text once
                last, moment = at, at.decode(errors="replace")
            self.at.append(moment)
            self.first_act.append(len(self.kind))

    def _add(self, raw: bytes | msgspec.Raw, act: Any) -> None:
        number = len(self.kind)
        self.number_of.setdefault(sha256(raw).digest(), number)
        if act is None:
            self.kind.append(UNKNOWN)
            self.unknown.append(number)
            return
        reader = self._by_struct[type(act)]
        self.kind.append(reader.code)
        self._by_code[reader.code].append(number)
        _file(self.by_thing[reader.group], reader.things(act), number, self._words)
        if act.sources:
            _file(self.by_source, [cited.source for cited in act.sources], number, self._words)
        if reader.matter is not None:
            _note(self.by_matter, matter_key(reader.code, reader.matter(act)), number)
        if reader.targets is not None:
            targets = [act_key(target) for target in ids_in(reader.targets(act))]
            _file(self.by_target, targets, number, {})

    def entry_of(self, number: int) -> tuple[int, int]:
        """Return the entry of an act and its place in it."""
        entry = bisect_right(self.first_act, number) - 1
        return entry, number - self.first_act[entry]

    def acts_at(self, size: int) -> int:
        """Return how many acts the first `size` entries hold."""
        return self.first_act[size]

    def size_at(self, moment: str) -> int:
        """Return how many entries were there at a moment (RFC 3339 in UTC), that moment included."""
        return bisect_right(self.at, moment)

    def kind_of(self, number: int) -> Kind | None:
        """Return the kind of an act, None where it is not understood."""
        code = self.kind[number]
        return None if code == UNKNOWN else self.readers.kinds[code]

    def of_kind(self, kind: str, limit: int) -> Sequence[int]:
        """Return the acts of a kind, given with its version."""
        return upto(self.by_kind.get(kind) or None, limit)

    def numbers(self, group: str, thing: str, limit: int) -> Sequence[int]:
        """Return the acts of a group that name a thing, among the first `limit` acts."""
        return upto(self._of_group[group].get(thing), limit)

    def count(self, group: str, thing: str, limit: int) -> int:
        """Return how many acts of a group name a thing, among the first `limit` acts."""
        return count(self._of_group[group].get(thing), limit)

    def citing(self, source: str, limit: int) -> Sequence[int]:
        """Return the acts that cite a source."""
        return upto(self.by_source.get(source), limit)

    def pointing_at(self, act: bytes, limit: int) -> Sequence[int]:
        """Return the acts that point at an act, given by its id as 32 bytes."""
        return upto(self.by_target.get(act), limit)

    def in_matter(self, kind: Kind, values: Iterable[Any], limit: int) -> Sequence[int]:
        """Return the acts of a kind whose key holds these things: all that speak of one matter, and perhaps a few others."""
        key = matter_key(self.readers.kinds.index(kind), values)
        return upto(self.by_matter.get(key), limit)

    def shared_matters(self, limit: int) -> Iterator[Sequence[int]]:
        """Yield the acts of every matter of which several of the first `limit` acts speak."""
        for numbers in self.by_matter.values():
            if type(numbers) is list and numbers[1] < limit:
                yield upto(numbers, limit)

    def not_understood(self, limit: int) -> int:
        """Return how many of the first `limit` acts are of kinds that this version does not know."""
        return bisect_left(self.unknown, limit)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Let Python not look for cycles meanwhile: a fold makes a great many objects that stay, and none in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def act_key(act_id: str) -> bytes:
    """Return the key of an act in the indexes. What is not the id of an act gets a key that no act has."""
    try:
        return bytes.fromhex(act_id)
    except ValueError:
        return act_id.encode()


def matter_key(code: int, values: Iterable[Any]) -> int:
    """Return under which number acts of a kind stand that name the same things in their key, lists in any order.

    A hash, which two matters may share: who looks there compares what the acts say.
    """
    return hash((code, *(tuple(sorted(one)) if isinstance(one, tuple | list) else one for one in values)))


def upto(numbers: Numbers | None, limit: int) -> Sequence[int]:
    """Return the numbers below `limit`."""
    if numbers is None:
        return ()
    if isinstance(numbers, int):
        return (numbers,) if numbers < limit else ()
    return numbers if numbers[-1] < limit else numbers[: bisect_left(numbers, limit)]


def count(numbers: Numbers | None, limit: int) -> int:
    """Return how many numbers are below `limit`."""
    if numbers is None or isinstance(numbers, int):
        return 0 if numbers is None or numbers >= limit else 1
    return bisect_left(numbers, limit)


def _note(index: dict[int, Numbers], key: int, number: int) -> None:
    there = index.get(key)
    if there is None:
        index[key] = number
    elif type(there) is list:
        there.append(number)
    else:
        index[key] = [there, number]  # type: ignore[list-item]


def _file(
    index: dict[Any, Numbers], keys: Iterable[Any], number: int, words: MutableMapping[Any, Any]
) -> None:
    """Note an act under keys, as fields hold them; `words` keeps one copy of each key for all indexes."""
    for key in keys:
        if key is None:
            continue
        if type(key) is tuple:
            _file(index, ids_in(key), number, words)
            continue
        there = index.get(key)
        if there is None:
            index[words.setdefault(key, key)] = number
        elif type(there) is list:
            if there[-1] != number:
                there.append(number)
        elif there != number:
            index[key] = [there, number]  # type: ignore[list-item]
