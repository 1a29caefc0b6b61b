"""Kengesh: the digital secretariat of a consultative mechanism between states.

import kengesh
record = kengesh.open("var/record")
record.members("consultative-meeting", on="2025-11-16")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kengesh.mechanism.record import Mechanism

__version__ = "0.1.0"


def open(path: Path | str) -> Mechanism:
    """Open the record in a folder, to be asked. Raises LogError where there is none."""
    # Here and not above, so that importing kengesh stays light.
    from kengesh.desk.kinds import every_kind  # noqa: PLC0415
    from kengesh.mechanism.record import Mechanism  # noqa: PLC0415

    return Mechanism.open(path, every_kind())
