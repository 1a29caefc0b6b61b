"""Long lists in pages: ``page`` in the address says which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kengesh.site.clocks import NAMES
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.terms.messages import _

T = TypeVar("T")


@dataclass(frozen=True)
class Pages(Generic[T]):
    """One page of a list; pages are numbered from 1. `hrefs` has the addresses of all pages, in order."""

    rows: Sequence[T]
    page: int
    hrefs: tuple[str, ...]
    count: int

    @property
    def is_whole(self) -> bool:
        """Whether this page is the whole list."""
        return len(self.hrefs) == 1


def paged(reading: Reading, rows: Sequence[T], most: int) -> Pages[T]:
    """Return the page of a list that the address asks for. Raises AskedWrongly for one that there is not."""
    last = max(1, -(-len(rows) // most))
    asked = reading.query.get("page", "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 8 and 1 <= int(asked) <= last):
        says = _("page: {asked} is not a page of this list; it has pages 1 to {last}.")
        raise AskedWrongly(says.format(asked=asked, last=last))
    page = int(asked)
    besides = {name: value for name, value in reading.query.items() if name not in ("page", *NAMES)}
    hrefs = tuple(reading.href(reading.page, **besides, page=str(one)) for one in range(1, last + 1))
    return Pages(rows[(page - 1) * most : page * most], page, hrefs, len(rows))
