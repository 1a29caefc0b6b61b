"""Two ways to type a command: inside this process, which is fast, and as a person does, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kengesh.cli import main
from kengesh.terms.messages import in_language


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The answer, of a command with --json."""
        return dict(json.loads(self.out))


Type = Callable[..., Ran]


@pytest.fixture
def kengesh(
    founding_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Type:
    """Type a command in this process; the founding record is the one meant where none is given."""
    monkeypatch.setenv("KENGESH_RECORD", str(founding_folder))
    monkeypatch.setenv("KENGESH_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("COLUMNS", "80")

    def type_in(*words: str | Path) -> Ran:
        capsys.readouterr()
        with (
            in_language("en"),
            pytest.raises(SystemExit) as left,
        ):  # a command chooses the language for its process
            main([str(word) for word in words])
        told = capsys.readouterr()
        return Ran(int(left.value.code or 0), told.out, told.err)

    return type_in


@pytest.fixture
def program(founding_folder: Path, tmp_path: Path) -> list[str]:
    """The installed program, to be run by a test itself."""
    return [str(Path(sys.executable).with_name("kengesh" + (".exe" if sys.platform == "win32" else "")))]


@pytest.fixture
def environment(founding_folder: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a person with the founding record."""
    mine = {
        "KENGESH_RECORD": str(founding_folder),
        "KENGESH_CONFIG": str(tmp_path / "config"),
        "COLUMNS": "80",
    }
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))
    }
    return {**kept, "LC_ALL": "C.UTF-8", **mine}


@pytest.fixture
def shell(program: list[str], environment: dict[str, str]) -> Type:
    """Type a command as a person does; `setting` adds to the environment."""

    def type_in(*words: str | Path, setting: Mapping[str, str] | None = None, encoding: str = "utf-8") -> Ran:
        done = subprocess.run(
            [*program, *map(str, words)],
            env={**environment, **(setting or {})},
            capture_output=True,
            timeout=60,
        )
        return Ran(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return type_in
