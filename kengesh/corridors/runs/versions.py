"""The versions that a run depends on: alike on all workers, and written into every part."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

import numpy as np

Versions = tuple[tuple[str, str], ...]


@cache
def versions() -> Versions:
    """Return what must be alike everywhere for the digits to be alike, by name."""
    try:
        ours = version("kengesh")
    except PackageNotFoundError:  # its folder was put on the path, and it never installed
        ours = "not installed"
    return ("kengesh", ours), ("numpy", np.__version__)
