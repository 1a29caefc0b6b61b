"""What the tests of claims share: the founding record, opened so that it understands the acts of claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.desk.kinds import every_kind
from kengesh.mechanism.record import Mechanism


@pytest.fixture(scope="session")
def record(founding_folder: Path) -> Mechanism:
    """The founding record, opened to be asked, its claims too."""
    return Mechanism.open(founding_folder, every_kind())
