"""The network that the package ships, with and without its exercise layer, and a file of a scenario in few words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kengesh
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.network import Network, read_network

CORRIDORS = Path(kengesh.__file__).parent / "packs" / "central_asia" / "corridors"
HEAD = """\
scenario: trial
title: A trial
network: central-asia/2026-01
day: 2026
says: What we try.
edits:
"""
FIRST = 7  # the line of the first edit


@pytest.fixture(scope="session")
def shipped() -> Path:
    return CORRIDORS / "scenarios"


@pytest.fixture(scope="session")
def network() -> Network:
    return read_network([CORRIDORS / "2026-01"])


@pytest.fixture(scope="session")
def with_exercise() -> Network:
    return read_network([CORRIDORS / "2026-01", CORRIDORS / "exercise"])


@pytest.fixture(scope="session")
def model(network: Network) -> Model:
    return model_of(network)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a scenario of these edits, or a whole file under a name, and return its path."""

    def write(text: str, name: str = "", head: str = HEAD) -> Path:
        path = tmp_path / (name or "trial.yaml")
        path.write_text(text if name else head + text, encoding="utf-8", newline="\n")
        return path

    return write
