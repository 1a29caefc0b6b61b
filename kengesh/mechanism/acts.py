"""Acts read again from the log, where the state holds only their numbers; what was read last is kept for a while."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, Protocol

import msgspec

from kengesh.mechanism.state import State, act_key

KEPT = 4_096  # entries: a founding record whole; some 10 MB of a large one


class EntrySource(Protocol):
    """Where the bytes of entries come from: a log, or a list in memory."""

    def entry(self, index: int) -> bytes:
        """Return the note of an entry."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act as it stands in the log. `kind` is without its version; `at` is when its entry was signed."""

    number: int
    id: str
    entry: int
    place: int
    at: str
    kind: str
    version: str
    fields: dict[str, Any]
    signers: tuple[str, ...]


class ActStore:
    """The acts of a state, from the entries of its logs."""

    def __init__(self, state: State, source: EntrySource) -> None:
        self._state = state
        self._source = source
        self._entry = lru_cache(KEPT)(self._read)

    def act(self, number: int) -> Act:
        """Return an act by its number."""
        entry, place = self._state.entry_of(number)
        return self._entry(entry)[place]

    def entry(self, index: int) -> Sequence[Act]:
        """Return the acts of an entry."""
        return self._entry(index)

    def number(self, act_id: str) -> int | None:
        """Return the number of an act by its id, None if it is not in the log."""
        return self._state.number_of.get(act_key(act_id))

    def _read(self, entry: int) -> tuple[Act, ...]:
        envelope = self._state.readers.open(self._source.entry(entry))
        first = self._state.first_act[entry]
        parties = tuple(signer["party"] for signer in envelope.signers)
        acts = []
        for place, raw in enumerate(envelope.acts):
            fields = msgspec.json.decode(raw)
            kind, _slash, version = fields["kind"].partition("/")
            act_id = sha256(raw).hexdigest()
            acts.append(Act(first + place, act_id, entry, place, envelope.at, kind, version, fields, parties))
        return tuple(acts)
