"""A small record in memory for tests: acts in, a view out, nothing signed.

It knows one body, the council, and one source, the gazette of 2018; whoever needs more says so in the test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from kengesh.desk.kinds import every_kind
from kengesh.mechanism.acts import ActStore
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.state import State
from kengesh.mechanism.view import View

GAZETTE = [{"source": "gazette"}]
BECAUSE = {"en": {"text": "It was misread.", "by": "ours"}}
SEEN = {"root": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "size": 0}


def act(kind: str, /, **fields: Any) -> dict[str, Any]:
    """Return a reported act of the first version of a kind; `from_` stands for the field ``from``."""
    fields = {name.rstrip("_"): value for name, value in fields.items()}
    return {"kind": f"{kind}/1", "voice": "reported", **fields}


def id_of(one: dict[str, Any]) -> str:
    return sha256(_json(one)).hexdigest()


def begin(party: str, status: str, on: str, **more: Any) -> dict[str, Any]:
    return _taking_part("begin", party, status=status, on=on, **more)


def end(party: str, on: str, **more: Any) -> dict[str, Any]:
    return _taking_part("end", party, on=on, **more)


def deny(party: str, on: str, **more: Any) -> dict[str, Any]:
    return _taking_part("deny", party, on=on, **more)


def attest(party: str, status: str, on: str, **more: Any) -> dict[str, Any]:
    return _taking_part("attest", party, status=status, on=on, **more)


def whole_list(on: str, parties: Sequence[str], *statuses: str, **more: Any) -> dict[str, Any]:
    fields = {"body": "council", "sources": GAZETTE, **more}
    return act("declare-complete", on=on, parties=list(parties), statuses=list(statuses), **fields)


def withdraw(act_id: str, **more: Any) -> dict[str, Any]:
    return act("withdraw", act=act_id, because=BECAUSE, **more)


def correct(act_id: str, by: str, **more: Any) -> dict[str, Any]:
    return act("correct", **{"act": act_id, "by": by, "because": BECAUSE, **more})


def prefer(acts: Sequence[str], over: Sequence[str], **more: Any) -> dict[str, Any]:
    return act("prefer", acts=list(acts), over=list(over), because=BECAUSE, **more)


def _taking_part(verb: str, party: str, **fields: Any) -> dict[str, Any]:
    return act(f"{verb}-participation", **{"party": party, "body": "council", "sources": GAZETTE, **fields})


class Cast:
    """Entries in memory."""

    origin = "test"

    def __init__(self) -> None:
        self.notes: list[bytes] = []
        self.state = State(every_kind())
        self.store = ActStore(self.state, self)

    @property
    def size(self) -> int:
        return len(self.notes)

    def entry(self, index: int) -> bytes:
        return self.notes[index]

    def entries(self, start: int, end: int) -> Iterator[bytes]:
        return iter(self.notes[start:end])

    def root_at(self, size: int) -> bytes:
        return sha256(b"".join(self.notes[:size])).digest()

    def refresh(self) -> bool:
        return True

    def enter(self, *acts: dict[str, Any], at: str = "2026-06-05T00:00:00Z", signer: str = "log") -> str:
        """Enter acts as one entry and return the id of the first."""
        self.notes.append(note(*acts, at=at, signer=signer))
        self.state.fold(self.notes[-1:])
        return id_of(acts[0])

    def enter_each(self, acts: Sequence[dict[str, Any]]) -> None:
        for one in acts:
            self.enter(one)

    def view(self, on: str = "2026-06-04", size: int | None = None, reported_by: str | None = None) -> View:
        known_at = self.state.size if size is None else size
        until = None if reported_by is None else date.fromisoformat(reported_by)
        return View(self.state, self.store, known_at, date.fromisoformat(on), until)

    def ask(
        self,
        question: str,
        *arguments: Any,
        on: str = "2026-06-04",
        size: int | None = None,
        reported_by: str | None = None,
    ) -> dict[str, Any]:
        """Ask a question as of a day."""
        return QUESTIONS[question](self.view(on, size, reported_by), *arguments)

    def status(self, party: str, on: str, body: str = "council", **clocks: Any) -> str:
        """Say what a party is in a body on a day: its status, or ``no``, or ``not-known``."""
        found = self.ask("status", party, body, on=on, **clocks)
        held = [row["status"] for row in found["answer"] if row["truth"] == "yes"]
        assert (found["truth"] == "yes") is bool(held)
        return held[0] if held else found["truth"]

    def disputed(self, party: str, on: str) -> bool:
        """Say whether what a party is in the council on a day is flagged as disputed."""
        return any(row["disputed"] for row in self.ask("status", party, "council", on=on)["answer"])

    def sources(self, **published: str | None) -> None:
        """Register sources by id with their day of publication, None where it is not recorded."""
        for source, day in published.items():
            when = {} if day is None else {"published": day}
            self.enter(act("register-source", source=source, source_kind="press", seen="whole", **when))


def council() -> Cast:
    """Return a record that knows the gazette, and which statuses of the council are membership."""
    cast = Cast()
    cast.sources(gazette="2018-03-16")
    standings = {
        "member": "membership",
        "full-participant": "membership",
        "associate": "other",
        "observer": "other",
    }
    statuses = [{"status": status, "standing": standing} for status, standing in standings.items()]
    cast.enter(act("rank-statuses", statuses=statuses))
    return cast


def cites(*sources: str) -> list[dict[str, str]]:
    """Return the citations of sources."""
    return [{"source": source} for source in sources]


def since(cast: Cast, party: str, **clocks: Any) -> str | None:
    """Say since when a party has the status that it has in the end."""
    rows = cast.ask("status", party, "council", on="2031-01-01", **clocks)["answer"]
    return next((row["since"] for row in rows if row["truth"] == "yes"), None)


def note(*acts: dict[str, Any], at: str = "2026-06-05T00:00:00Z", signer: str = "log") -> bytes:
    """Return the bytes of an entry; its signature is none."""
    signers = [{"key": "test", "party": signer}]
    value = {"acts": acts, "at": at, "log": "test", "seen": SEEN, "signers": signers}
    return b"kengesh/entry/v1\n" + _json(value) + b"\n\n\xe2\x80\x94 test AAAA\n"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
