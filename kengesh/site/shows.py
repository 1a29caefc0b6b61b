"""What a view returns: a page to set out, or a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Page:
    """What a page shows: its template, its title (the first heading), and what the template sets out.

    `thing` is what the page is about, where it is about one.
    """

    template: str
    title: str
    found: Mapping[str, Any] = field(default_factory=dict)
    thing: str | None = None


@dataclass(frozen=True)
class File:
    """A file in the place of a page: a table, a proof, a brief. `file_name` is the one that a browser keeps it under."""

    body: bytes
    content_type: str
    file_name: str | None = None
