"""A small record in memory for tests: acts in, a view out, nothing signed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from kengesh.charter import all_kinds
from kengesh.mechanism.acts import ActStore
from kengesh.mechanism.state import State
from kengesh.mechanism.view import View

SEEN = {"root": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "size": 0}


def act(kind: str, /, **fields: Any) -> dict[str, Any]:
    """Return a reported act of the first version of a kind; `from_` stands for the field ``from``."""
    fields = {name.rstrip("_"): value for name, value in fields.items()}
    return {"kind": f"{kind}/1", "voice": "reported", **fields}


def id_of(one: dict[str, Any]) -> str:
    return sha256(_json(one)).hexdigest()


class Cast:
    """Entries in memory."""

    def __init__(self) -> None:
        self.notes: list[bytes] = []
        self.state = State(all_kinds())
        self.store = ActStore(self.state, self)

    def entry(self, index: int) -> bytes:
        return self.notes[index]

    def enter(self, *acts: dict[str, Any], at: str = "2026-06-05T00:00:00Z") -> str:
        """Enter acts as one entry and return the id of the first."""
        value = {
            "acts": acts,
            "at": at,
            "log": "test",
            "seen": SEEN,
            "signers": [{"key": "test", "party": "log"}],
        }
        self.notes.append(b"kengesh/entry/v1\n" + _json(value) + b"\n\n\xe2\x80\x94 test AAAA\n")
        self.state.fold(self.notes[-1:])
        return id_of(acts[0])

    def enter_each(self, acts: Sequence[dict[str, Any]]) -> None:
        for one in acts:
            self.enter(one)

    def view(self, on: str = "2026-06-04", size: int | None = None, reported_by: str | None = None) -> View:
        known_at = self.state.size if size is None else size
        until = None if reported_by is None else date.fromisoformat(reported_by)
        return View(self.state, self.store, known_at, date.fromisoformat(on), until)

    def sources(self, **published: str | None) -> None:
        """Register sources by id with their day of publication, None where it is not recorded."""
        for source, day in published.items():
            when = {} if day is None else {"published": day}
            self.enter(act("register-source", source=source, source_kind="press", seen="whole", **when))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
