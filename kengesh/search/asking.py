"""Searching a record: the index beside it is made where it is needed, and what is found is shown as of a view."""

from __future__ import annotations

import getpass
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.names import name_of
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import LiveAct, View
from kengesh.search.index import Found, Head, build, find, is_current

MOST = 50
LOOKED_AT = 400  # passages; several may belong to one act, and some acts may not be live in the view


def index_path(record: Path) -> Path:
    """Return where the index of a record is: beside it, never inside."""
    return record.with_name(record.name + ".search.sqlite")


def search(record: Mechanism, view: View, words: str) -> Answer:
    """Answer which acts hold these words, the best first, each under the thing that it is about.

    Raises QueryRefused for words that cannot be searched for.
    """
    path = current_index(record)
    rows: dict[str, Row] = {}
    for found in find(path, words, LOOKED_AT):
        live = view.live(found.number) if found.number < view.limit else None
        if live is not None and found.act not in rows:
            rows[found.act] = _row(view, found, live)
            if len(rows) == MOST:
                break
    return answer(list(rows.values()))


def current_index(record: Mechanism) -> Path:
    """Return the index of a record as it is now, made anew where it is absent, older, or of another head."""
    log = record.log
    path, head = index_path(log.path.resolve()), Head(log.origin, log.size, log.root)
    if not is_current(path, head):
        if not os.access(path.parent, os.W_OK):
            # A record that lies on a read-only disk is searched by an index of one's own.
            path = (
                Path(tempfile.gettempdir())
                / f"kengesh-{getpass.getuser()}-{log.root.hex()[:16]}.search.sqlite"
            )
            if is_current(path, head):
                return path
        build(path, head, _acts(record), record.state.readers.registry)
    return path


def _acts(record: Mechanism) -> Iterator[tuple[int, str, dict[str, object]]]:
    for number in range(record.state.acts):
        act = record.store.act(number)
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
