"""The lists of one page, each cut to its first rows; ``list`` in the address shows one of them whole, in pages.

A state that has taken part for decades has more meetings, statements and promises than one page holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kengesh.site.paging import Pages, paged
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.terms.messages import _

T = TypeVar("T")
FIRST = 40  # rows of each list where all lists are shown
ON_A_PAGE = 100


@dataclass(frozen=True)
class Listed(Generic[T]):
    """What a page shows of one list: its rows, how many there are in all, where the rest is, and its pages where it is alone."""

    rows: Sequence[T]
    count: int
    rest_href: str | None = None
    pages: Pages[T] | None = None


def cut(reading: Reading, lists: Mapping[str, Sequence[T]], first: int = FIRST) -> dict[str, Listed[T]]:
    """Return what a page shows of each of its lists. Raises AskedWrongly for a list that it has not."""
    asked = reading.query.get("list") or None
    if asked is None:
        return {name: _beginning(reading, name, rows, first) for name, rows in lists.items()}
    if asked not in lists:
        says = _("list: {asked} is not a list of this page; its lists are: {lists}.")
        raise AskedWrongly(says.format(asked=asked, lists=", ".join(lists)))
    pages = paged(reading, lists[asked], ON_A_PAGE)
    alone = Listed(pages.rows, pages.count, None, pages)
    return {name: alone if name == asked else Listed((), len(rows)) for name, rows in lists.items()}


def _beginning(reading: Reading, name: str, rows: Sequence[T], first: int) -> Listed[T]:
    more = reading.href(reading.page, list=name) if len(rows) > first else None
    return Listed(rows[:first], len(rows), more)
