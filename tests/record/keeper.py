"""A keeper with a log in a folder, for the tests of the record's files: the same key and the same entries every time."""

from __future__ import annotations

import os
import shutil
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kengesh.record.entry import Entry, sign_entry
from kengesh.record.files import FILES, Files
from kengesh.record.log import Log
from kengesh.record.note import Signer
from kengesh.record.staging import writer_folder
from kengesh.record.tree import EMPTY_ROOT
from kengesh.record.writer import Writer, create

ORIGIN = "kengesh.example/record"
KEEPER = Signer(ORIGIN, bytes(range(32)))
AZERBAIJAN = Signer("kengesh.example/delegation/az", bytes(range(0x40, 0x60)))
OUTSIDER = Signer("kengesh.example/outsider", bytes(range(0x60, 0x80)))
SUCCESSOR = Signer(ORIGIN, bytes(range(0x80, 0xA0)))
IMPOSTOR = Signer(ORIGIN, bytes(range(0xA0, 0xC0)))
OPENED = datetime(2025, 11, 16, 9, 0, tzinfo=UTC)
AT = "2025-11-16T09:30:00Z"


@dataclass(frozen=True)
class Seen:
    """What the signers had verified: nothing yet, unless said."""

    size: int = 0
    root: bytes = EMPTY_ROOT


def note_of(
    *acts: dict[str, Any],
    signers: tuple[Signer, ...] = (KEEPER,),
    parties: tuple[str, ...] = ("log",),
    at: str = AT,
    seen: Seen = Seen(),
    origin: str = ORIGIN,
) -> bytes:
    """Return a signed note of these acts."""
    pairs = sorted(zip(parties, signers, strict=True), key=lambda one: one[1].verifier.key_id)
    listed = tuple((party, signer.verifier.vkey) for party, signer in pairs)
    entry = Entry(acts, at, origin, seen.size, seen.root, listed)
    return sign_entry(entry, [signer for _party, signer in pairs])


def statement(number: int) -> dict[str, Any]:
    """Return one of many acts that the record does not look into."""
    return {"kind": "state/1", "voice": "reported", "number": number}


def statements(start: int, end: int) -> list[bytes]:
    """Return the notes of the statements `start` to `end`."""
    return [note_of(statement(number)) for number in range(start, end)]


def new_log(path: Path, size: int = 1, files: Files = FILES) -> Log:
    """Make a log with `size` entries: the one that opens it, then the statements 1, 2, 3 ..."""
    create(path, ORIGIN, KEEPER, at=OPENED, files=files)
    with Writer(path, KEEPER) as writer:
        for start in range(1, size, 256):
            writer.append(statements(start, min(size, start + 256)))
    return Log.open(path)


def copied(record: Path, to: Path) -> Path:
    """Copy a record with its private side, as if the machine had been cloned."""
    shutil.copytree(record, to)
    shutil.copytree(writer_folder(record), writer_folder(to))
    return to


def hand_over(record: Path) -> None:
    """Hand a log of the keeper over to the successor."""
    with Writer(record, KEEPER) as writer:
        writer.hand_over(hand_over_note(), SUCCESSOR)


def hand_over_note() -> bytes:
    """Return the note that hands the keeper's log over to the successor, signed by both."""
    act = {
        "kind": "hand-over/1",
        "voice": "performed",
        "key": SUCCESSOR.verifier.vkey,
        "from": "UZB",
        "to": "KAZ",
    }
    return note_of(act, signers=(KEEPER, SUCCESSOR), parties=("log", "log"))


def link(path: Path, to: Path) -> None:
    """Make a link to a file or folder; the test is left out where the system makes none."""
    try:
        path.symlink_to(to, target_is_directory=to.is_dir())
    except OSError:
        pytest.skip("this system makes no links")


def pipe(path: Path) -> None:
    """Make a pipe, which whoever reads it waits for; the test is left out where the system makes none."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system makes no pipes")
    os.mkfifo(path)


def impostor(path: Path, size: int) -> Log:
    """Make a log of the keeper's origin that the keeper has never seen, kept with a key of somebody else."""
    create(path, ORIGIN, IMPOSTOR, at=OPENED)
    with Writer(path, IMPOSTOR) as writer:
        writer.append([note_of(statement(number), signers=(IMPOSTOR,)) for number in range(1, size)])
    return Log.open(path)


def act_with_blob(data: bytes) -> dict[str, Any]:
    """Return an act that names a text by its hash and length."""
    text = {"sha256": sha256(data).hexdigest(), "length": len(data)}
    return {"kind": "place-text/1", "voice": "reported", "text": text}


def base64(data: bytes) -> str:
    """Return bytes as base64 text."""
    return b64encode(data).decode("ascii")
