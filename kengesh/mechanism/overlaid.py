"""A state in which further acts stand over the entries of another, which is only read: the ground of :mod:`kengesh.mechanism.trying`.

What is added is folded by itself, into indexes of a few keys, and a question is answered from both: the numbers beneath up to
where the added acts begin, then theirs. So laying acts over a state costs the same whatever its size. Who goes through a
whole index (a digest, a search for near words) has it made then, which takes as long as it is large.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from kengesh.acts import Kind
from kengesh.mechanism.acts import Act, ActStore
from kengesh.mechanism.reading import FIRST_KEY, NEXT_KEY, Readers
from kengesh.mechanism.state import Numbers, State, upto

NO_LIMIT = 1 << 32  # no log has as many acts


class _Added(State):
    """The added acts folded by themselves, numbered from 0, with the readers of the state beneath: those take 10 ms to make."""

    def __init__(self, readers: Readers, at: str, texts: Iterable[bytes]) -> None:
        self.readers = readers
        self.at = []
        self.first_act = array("I", [0])
        self.kind = array("B")
        self.number_of = {}
        self.by_kind = {kind.name: [] for kind in readers.kinds}
        self.by_thing = [{} for _group in readers.groups]
        self.by_source, self.by_target, self.by_matter = {}, {}, {}
        self.unknown = array("I")
        self._words = {}
        self._of_group = dict(zip(readers.groups, self.by_thing, strict=True))
        self._by_struct = readers.by_struct
        self._by_code = [self.by_kind[kind.name] for kind in readers.kinds]
        self.fold([FIRST_KEY + b",".join(texts) + NEXT_KEY + at.encode() + b'","signers":[]}\n'])


class OverlaidState(State):
    """The first `size` entries of a state, and over them one with further acts, given as canonical JSON and signed at `at`.

    ``first_added`` is the number of the first act that is in no log, of all states that lie over one another.
    """

    def __init__(self, base: State, size: int, at: str, texts: Sequence[bytes]) -> None:
        self.readers = base.readers
        self._base, self._size = base, size
        self._first = base.acts_at(size)
        self._added = _Added(base.readers, at, texts)
        self.moment = at
        self.number_of = _Ids(base.number_of, self._first, self._added.number_of)
        below = base.first_added if isinstance(base, OverlaidState) else self._first
        self.first_added: int = min(below, self._first)

    @property
    def size(self) -> int:
        return self._size + 1

    @property
    def acts(self) -> int:
        return self._first + self._added.acts

    def fold(self, notes: Iterable[bytes]) -> None:
        raise TypeError("a state over another takes in no entries; fold the one beneath.")

    def entry_of(self, number: int) -> tuple[int, int]:
        above = number - self._first
        return (self._size, above) if above >= 0 else self._base.entry_of(number)

    def acts_at(self, size: int) -> int:
        return self.acts if size > self._size else self._base.acts_at(size)

    def size_at(self, moment: str) -> int:
        return min(self._base.size_at(moment), self._size) + (self.moment <= moment)

    def kind_of(self, number: int) -> Kind | None:
        above = number - self._first
        return self._added.kind_of(above) if above >= 0 else self._base.kind_of(number)

    def of_kind(self, kind: str, limit: int) -> Sequence[int]:
        return self._both(limit, lambda state, upper: state.of_kind(kind, upper))

    def numbers(self, group: str, thing: str, limit: int) -> Sequence[int]:
        return self._both(limit, lambda state, upper: state.numbers(group, thing, upper))

    def count(self, group: str, thing: str, limit: int) -> int:
        below, above = self._limits(limit)
        return self._base.count(group, thing, below) + self._added.count(group, thing, above)

    def citing(self, source: str, limit: int) -> Sequence[int]:
        return self._both(limit, lambda state, upper: state.citing(source, upper))

    def pointing_at(self, act: bytes, limit: int) -> Sequence[int]:
        return self._both(limit, lambda state, upper: state.pointing_at(act, upper))

    def in_matter(self, kind: Kind, values: Iterable[Any], limit: int) -> Sequence[int]:
        things = list(values)
        return self._both(limit, lambda state, upper: state.in_matter(kind, things, upper))

    def not_understood(self, limit: int) -> int:
        return self._base.not_understood(self._limits(limit)[0])

    def _limits(self, limit: int) -> tuple[int, int]:
        return min(limit, self._first), max(0, limit - self._first)

    def _both(self, limit: int, ask: Callable[[State, int], Sequence[int]]) -> Sequence[int]:
        below, above = self._limits(limit)
        beneath, over = ask(self._base, below), ask(self._added, above)
        return [*beneath, *(self._first + number for number in over)] if over else beneath

    def __getattr__(self, name: str) -> Any:
        """Make an index whole for who goes through it; it is kept then."""
        if name not in WHOLE:
            raise AttributeError(name)
        made = WHOLE[name](self)
        setattr(self, name, made)
        return made

    def _whole(self, beneath: Mapping[Any, Numbers], over: Mapping[Any, Numbers]) -> dict[Any, Numbers]:
        every = {key: list(upto(numbers, self._first)) for key, numbers in beneath.items()}
        for key, numbers in over.items():
            every.setdefault(key, []).extend(self._first + number for number in upto(numbers, NO_LIMIT))
        return {
            key: numbers[0] if len(numbers) == 1 else numbers for key, numbers in every.items() if numbers
        }

    def _by_kind(self) -> dict[str, list[int]]:
        return {name: list(self.of_kind(name, NO_LIMIT)) for name in self._added.by_kind}

    def _by_thing(self) -> list[dict[str, Numbers]]:
        pairs = zip(self._base.by_thing, self._added.by_thing, strict=True)
        return [self._whole(beneath, over) for beneath, over in pairs]


WHOLE: Mapping[str, Callable[[OverlaidState], Any]] = {
    "at": lambda one: [*one._base.at[: one._size], one.moment],
    "first_act": lambda one: one._base.first_act[: one._size + 1] + array("I", [one.acts]),
    "kind": lambda one: one._base.kind[: one._first] + one._added.kind,
    "unknown": lambda one: one._base.unknown[: one._base.not_understood(one._first)],
    "by_kind": OverlaidState._by_kind,
    "by_thing": OverlaidState._by_thing,
    "by_source": lambda one: one._whole(one._base.by_source, one._added.by_source),
    "by_target": lambda one: one._whole(one._base.by_target, one._added.by_target),
    "by_matter": lambda one: one._whole(one._base.by_matter, one._added.by_matter),
}


class _Ids(dict[bytes, int]):
    """The numbers of acts by their ids: its own are those added, the others are looked up beneath."""

    def __init__(self, base: dict[bytes, int], first: int, added: Mapping[bytes, int]) -> None:
        self._base, self._first = base, first
        super().__init__(
            {id_: first + number for id_, number in added.items() if base.get(id_, first) >= first}
        )

    def get(self, key: bytes, default: Any = None) -> Any:
        own = super().get(key)
        if own is not None:
            return own
        number = self._base.get(key)
        return default if number is None or number >= self._first else number

    def __missing__(self, key: bytes) -> int:
        number = self.get(key)
        if number is None:
            raise KeyError(key)
        return int(number)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, bytes) and self.get(key) is not None

    def items(self) -> Any:
        beneath = {key: number for key, number in self._base.items() if number < self._first}
        return {**beneath, **dict(super().items())}.items()


class OverlaidStore(ActStore):
    """The acts of a log as its own store has them, and those added."""

    def __init__(self, state: OverlaidState, base: ActStore, texts: Sequence[bytes]) -> None:
        self._state: State = state
        self._over, self._base = state, base
        self._first = state.acts - len(texts)
        self._acts = [self._act(self._first, place, text) for place, text in enumerate(texts)]

    def act(self, number: int) -> Act:
        above = number - self._first
        return self._acts[above] if above >= 0 else self._base.act(number)

    def entry(self, index: int) -> Sequence[Act]:
        return self._acts if index == self._state.size - 1 else self._base.entry(index)

    def _act(self, first: int, place: int, text: bytes) -> Act:
        fields = msgspec.json.decode(text)
        kind, _slash, version = fields["kind"].partition("/")
        entry, at = self._state.size - 1, self._over.moment
        return Act(first + place, sha256(text).hexdigest(), entry, place, at, kind, version, fields, ())
