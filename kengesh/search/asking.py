"""Searching a record: the index beside it is made where it is needed, and what is found is shown as of a view."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import name_of
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.record.trust import config_folder
from kengesh.search.index import Found, Head, build, find, is_current
from kengesh.terms.messages import _

MOST = 50
LOOKED_AT = 400  # passages; several may belong to one act, and some acts may not be live in the view


class CannotIndex(ValueError):
    """There is no place where the index can be written: neither beside the record nor in the user's folder."""


def index_path(record: Path) -> Path:
    """Return where the index of a record is: beside it, never inside."""
    return record.with_name(record.name + ".search.sqlite")


def own_index_path(record: Path) -> Path:
    """Return where a person keeps the index of a record that lies where they cannot write."""
    return config_folder() / "search" / f"{sha256(str(record).encode()).hexdigest()[:16]}.sqlite"


def search(record: Mechanism, view: View, words: str) -> Answer:
    """Answer which acts hold these words, the best first, each under the thing that it is about.

    Raises QueryRefused for words that cannot be searched for, CannotIndex.
    """
    rows: dict[str, Row] = {}
    for found in _found(record, words, view.limit):
        live = view.live(found.number)
        if live is not None and found.act not in rows:
            rows[found.act] = _row(view, found, live)
            if len(rows) == MOST:
                break
    return answer(list(rows.values()))


def current_index(record: Mechanism) -> Path:
    """Return the index of a record as it is now, made anew where it is absent, damaged, of another version or head.

    Raises CannotIndex.
    """
    log = record.log
    folder, head = log.path.resolve(), Head(log.origin, log.size, log.root)
    places = (index_path(folder), own_index_path(folder))
    for path in places:
        if is_current(path, head):
            return path
    for path in places:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            build(path, head, _acts(record), record.state.readers.registry)
        except (OSError, sqlite3.OperationalError) as error:
            refused = error
        else:
            return path
    says = _("the search index can be written neither to {beside} nor to {own}: {why}")
    raise CannotIndex(says.format(beside=places[0], own=places[1], why=refused)) from refused


def _found(record: Mechanism, words: str, limit: int) -> list[Found]:
    path = current_index(record)
    try:
        return find(path, words, limit, LOOKED_AT)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)  # damage that shows only where a page of the file is read
        return find(current_index(record), words, limit, LOOKED_AT)


def _acts(record: Mechanism) -> Iterator[tuple[int, str, dict[str, object]]]:
    for number in range(record.state.acts):
        act, kind = record.store.act(number), record.state.kind_of(number)
        if kind is not None and kind.fits(act.fields):
            yield number, act.id, act.fields


def _row(view: View, found: Found, live: LiveAct) -> Row:
    thing = found.thing
    name = None if thing is None else name_of(view, thing, found.language or "en").text
    return row(
        live.id,
        [live],
        thing=thing,
        name=name,
        kind=live.act.kind,
        language=found.language,
        words=found.snippet,
    )
