"""Long lists in pages: ``page`` in the address says which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kengesh.site.clocks import NAMES
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.terms.messages import _

T = TypeVar("T")
BESIDE = 3  # pages on either side of one that it leads to


@dataclass(frozen=True)
class Pages(Generic[T]):
    """One page of a list; pages are numbered from 1 to `last`. `href` gives the address of a page."""

    rows: Sequence[T]
    page: int
    last: int
    count: int
    href: Callable[[int], str]

    @property
    def is_whole(self) -> bool:
        """Whether this page is the whole list."""
        return self.last == 1

    @property
    def linked(self) -> list[int]:
        """The pages that this one leads to, itself among them: the first, the last, and those beside it."""
        beside = range(self.page - BESIDE, self.page + BESIDE + 1)
        return sorted({1, self.last, *(one for one in beside if 1 <= one <= self.last)})


def paged(reading: Reading, rows: Sequence[T], most: int) -> Pages[T]:
    """Return the page of a list that the address asks for. Raises AskedWrongly for one that there is not."""
    last = max(1, -(-len(rows) // most))
    asked = reading.query.get("page", "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 8 and 1 <= int(asked) <= last):
        says = _("page: {asked} is not a page of this list; it has pages 1 to {last}.")
        raise AskedWrongly(says.format(asked=asked, last=last))
    page = int(asked)
    besides = {name: value for name, value in reading.query.items() if name not in ("page", *NAMES)}

    def href(number: int) -> str:
        return reading.href(reading.page, **besides, page=str(number))

    return Pages(rows[(page - 1) * most : page * most], page, last, len(rows), href)
