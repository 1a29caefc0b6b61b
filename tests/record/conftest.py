"""What the tests of the record share: a person who has seen no log yet."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def config(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this person's configuration, empty: the one of whoever runs the tests is left alone."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("KENGESH_CONFIG", str(folder))
    return folder
