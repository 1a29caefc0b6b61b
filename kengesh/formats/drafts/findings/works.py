"""The same work under two notes: the same address, or the same author and title."""

from __future__ import annotations

import re
from collections.abc import Hashable
from urllib.parse import urlsplit

from kengesh.formats.drafts.values import Draft, Finding, Note, Sort
from kengesh.terms.folding import fold
from kengesh.terms.messages import _


def same_works(draft: Draft) -> list[Finding]:
    """Return one finding for each work that stands under several notes."""
    groups: list[list[Note]] = []
    of_key: dict[Hashable, int] = {}
    for note in draft.notes:
        keys = _keys(note)
        place = min((of_key[key] for key in keys if key in of_key), default=len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(note)
        for key in keys:
            of_key[key] = min(place, of_key.get(key, place))
    return [_finding(group) for group in groups if len(group) > 1]


def _keys(note: Note) -> set[Hashable]:
    """What tells a work: an address that leads further than a site's first page, and author with title."""
    keys: set[Hashable] = set()
    if note.address:
        parts = urlsplit(note.address if "//" in note.address else f"//{note.address}")
        if parts.path.strip("/") or parts.query:
            keys.add((parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query))
    if note.title and note.authors:
        keys.add((tuple(map(_plain, note.authors)), _plain(note.title)))
    return keys


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words)))


def _finding(group: list[Note]) -> Finding:
    numbers = tuple(note.number for note in group)
    says = _("Notes {notes} cite the same work: {work}.")
    work = group[0].title or group[0].address or group[0].text
    return Finding(
        Sort.SAME_WORK_TWICE, says.format(notes=", ".join(numbers), work=work), None, numbers, work, "work"
    )
