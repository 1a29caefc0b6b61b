"""Reading a small exercise file into a log, and asking the log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kengesh.desk.outside import READERS, observe
from kengesh.formats.outside.values import Outside, Told
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import make_key

Read = Callable[..., tuple[Mechanism, Outside]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file, read it with a reader, enter what it tells, and open the log: returns the record and the report."""

    def reading(reader: str, text: str, name: str = "exercise.csv", **told: str) -> tuple[Mechanism, Outside]:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8", newline="\n")
        outside = READERS[reader]([file], Told(**told), None)
        folder = tmp_path / f"log-{len(list(tmp_path.glob('log-*.key')))}"
        observe(folder, make_key(folder.with_name(folder.name + ".key"), "kengesh.test/outside"), outside)
        return Mechanism.open(folder), outside

    return reading


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., str]:
    """Return the sentence by which a reader refuses a file."""

    def refusing(reader: str, text: str | bytes, name: str = "exercise.csv") -> str:
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(ValueError, match=name) as told:
            list(READERS[reader]([file], Told(), None).acts())
        return str(told.value)

    return refusing
