"""Copies of the founding record that may be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def own_record(founding_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The founding record with its key, to be added to; no index yet, and a configuration of its own."""
    monkeypatch.setenv("KENGESH_CONFIG", str(tmp_path / "config"))
    for name in ("record", "record.writer"):
        shutil.copytree(founding_folder.with_name(name), tmp_path / name)
    shutil.copy(founding_folder.with_name("record.key"), tmp_path)
    return tmp_path / "record"
