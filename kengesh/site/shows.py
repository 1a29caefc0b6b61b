"""What a view returns: a page to set out, a file, or another address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Page:
    """What a page shows: its template, its title (the first heading), and what the template sets out.

    `thing` is what the page is about, where it is about one. `status` is 400 where the page says what is wrong with what was asked.
    """

    template: str
    title: str
    found: Mapping[str, Any] = field(default_factory=dict)
    thing: str | None = None
    status: int = 200


@dataclass(frozen=True)
class File:
    """A file in the place of a page: a table, a proof, a brief. `file_name` is the one that a browser keeps it under."""

    body: bytes
    content_type: str
    file_name: str | None = None


@dataclass(frozen=True)
class Elsewhere:
    """The address that shows what was asked for: of what a form asks in many fields, the one that can be cited."""

    address: str
