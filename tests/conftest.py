"""What all tests share: the founding record, built once, and a plain word on what was left out for want of a tool."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from kengesh.desk.enter import new_record
from kengesh.desk.kinds import every_kind
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import make_key


@pytest.fixture(scope="session")
def founding_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The founding record as files. Shared by all tests of a process: read it, never write to it."""
    folder = tmp_path_factory.mktemp("founding") / "record"
    new_record(folder, make_key(folder.with_name("record.key"), "kengesh.test/founding"), "central_asia")
    return folder


@pytest.fixture(scope="session")
def founding(founding_folder: Path) -> Mechanism:
    """The founding record, opened to be asked."""
    return Mechanism.open(founding_folder, every_kind())


@pytest.fixture
def go() -> str:
    """The Go program; the test is left out where it is not installed."""
    found = shutil.which("go")
    if found is None:
        pytest.skip("Go is not installed: make test-tools installs it where the machine lets it")
    return found


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say which tests were left out, and why, before pytest's own last line."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("left out")
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.write_line(f"{report.nodeid}: {reason}")
