"""Logs to measure with: entries of one act each, as an observed log has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kengesh.record.entry import Entry, sign_entry
from kengesh.record.keyfile import key_path, make_log_key
from kengesh.record.keys import LOG_PARTY
from kengesh.record.note import Signer
from kengesh.record.writer import MOST_ENTRIES, Writer, create

AT = "2026-12-01T00:00:00Z"


def act(number: int) -> dict[str, Any]:
    """Return one of many valid acts, each another one: who was a member of what since when."""
    return {
        "kind": "begin-participation/1",
        "voice": "reported",
        "party": "AZE",
        "body": f"body-{number}",
        "status": "member",
        "on": "2025-11-16",
        "sources": [{"source": "tashkent-statement", "passage": "paragraph 3"}],
        "row": f"memberships/aze-{number}",
    }


def note(number: int, signer: Signer, seen: tuple[int, bytes]) -> bytes:
    """Return the signed note of that act."""
    signers = ((LOG_PARTY, signer.verifier.vkey),)
    return sign_entry(Entry((act(number),), AT, signer.name, seen[0], seen[1], signers), [signer])


def new_log(record: Path) -> Signer:
    """Make a log and return its key."""
    signer = make_log_key(key_path(record), "bench")
    create(record, signer.name, signer)
    return signer


def fill(record: Path, signer: Signer, entries: int) -> None:
    """Append this many entries in steps of 256."""
    with Writer(record, signer) as writer:
        for numbers in steps(entries):
            seen = (writer.size, writer.root)
            writer.append([note(number, signer, seen) for number in numbers])


def steps(entries: int) -> Iterator[range]:
    """Yield the numbers of the entries, 256 at a time."""
    for start in range(0, entries, MOST_ENTRIES):
        yield range(start, min(start + MOST_ENTRIES, entries))
