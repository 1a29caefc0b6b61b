"""Tracked changes: what a change makes of the words within it, in the accepted view and in the rejected.

Changes nest. Words that one author inserted and another deleted are in neither view; they are reported, since somebody
wrote them.

    >>> inserted = KEPT.under(Revision("Aliyev", "", inserts=True))
    >>> inserted.accepted, inserted.rejected
    (True, False)
    >>> deleted_again = inserted.under(Revision("Ivanova", "", inserts=False))
    >>> deleted_again.accepted, deleted_again.rejected
    (False, False)
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from kengesh.texts.word.markup import Element, W, child

# Which elements are changes, and whether they insert.
INSERTS: dict[Any, bool] = {f"{W}ins": True, f"{W}moveTo": True, f"{W}del": False, f"{W}moveFrom": False}
_CELLS: dict[Any, bool] = {f"{W}cellIns": True, f"{W}cellDel": False}
_MOVES = frozenset((f"{W}moveTo", f"{W}moveFrom"))


class Revision(Struct, frozen=True):
    """One change, as the file states it."""

    author: str
    at: str
    inserts: bool
    moved: bool = False


class Fate(Struct, frozen=True):
    """In which views something is, and the innermost change that says so."""

    accepted: bool = True
    rejected: bool = True
    revision: Revision | None = None

    def under(self, revision: Revision) -> Fate:
        """Return the fate of what stands in a change that stands here."""
        if revision.inserts:
            return Fate(self.accepted, False, revision)
        return Fate(False, self.rejected, revision)


KEPT = Fate()


def revision_of(element: Element) -> Revision:
    """Return the change that an element states."""
    tag = element.tag
    inserts = INSERTS[tag] if tag in INSERTS else _CELLS[tag]
    return Revision(element.get(f"{W}author", ""), element.get(f"{W}date", ""), inserts, tag in _MOVES)


def changes_in(properties: Element | None) -> list[Revision]:
    """Return the changes that the properties of a paragraph mark, a row or a cell state of it as a whole."""
    if properties is None:
        return []
    return [revision_of(one) for one in properties.iterchildren(*INSERTS, *_CELLS)]


def mark_properties(paragraph_properties: Element | None) -> Element | None:
    """Return the properties of a paragraph's mark."""
    return child(paragraph_properties, f"{W}rPr")


def instant(written: str) -> str:
    """Return an instant as this program writes it, ISO 8601 in UTC; empty where the file's is none."""
    try:
        moment = datetime.fromisoformat(written.strip())
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}Z"
