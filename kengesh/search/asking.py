"""Searching a record: the index beside it is made where it is needed, and what is found is shown as of a view."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.names import name_of
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.telling import COMING, thing_told_from, told_by
from kengesh.mechanism.view import View
from kengesh.record.trust import config_folder
from kengesh.search.index import Found, Head, NumberedAct, build, find, head_of
from kengesh.search.near import near
from kengesh.search.query import Word, read_query
from kengesh.search.snippet import snippet
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

T = TypeVar("T")
Progress = Callable[[int, int], None]
MOST = 50
TOLD_EVERY = 1000  # acts
LOOKED_AT = 400  # passages; several may belong to one act, and some acts may not be live in the view


class CannotIndex(ValueError):
    """There is no place where the index can be written: neither beside the record nor in the user's folder."""


def index_path(record: Path) -> Path:
    """Return where the index of a record is: beside it, never inside."""
    return record.with_name(record.name + ".search.sqlite")


def own_index_path(record: Path) -> Path:
    """Return where a person keeps the index of a record that lies where they cannot write."""
    return config_folder() / "search" / f"{sha256(str(record).encode()).hexdigest()[:16]}.sqlite"


def search(record: Mechanism, view: View, words: str, language: str | None = None) -> Answer:
    """Answer what holds these words, the best first: things by their ids and names, then acts, each under its thing.

    A row has the ``thing`` and its ``type`` (null where the record does not say), its ``name`` in `language`, by default
    that of the words found, the ``words`` and their ``language``, and the ``kind`` of the act that holds them; where none
    does, as with an id or the name of a state, of the act that says what the thing is, null if there is none. A thing found
    by name has one row. Where there are no rows, ``near`` holds queries that would find something.

    What came after the view's day is left out: acts that may not be told by then, and names of things that were not there.
    Raises QueryRefused for words that cannot be searched for, CannotIndex.
    """
    asked = read_query(words)
    found = _reading(record, lambda path: find(path, words, asked, view.limit, LOOKED_AT))
    rows: dict[str, Row] = {}
    things: set[str | None] = set()
    for one in _by_name(found):
        if one.is_name and one.thing in things:
            continue
        told = _row(view, one, asked, language)
        if told is not None and told["id"] not in rows:
            rows[told["id"]] = told
            things |= {one.thing} if one.is_name else set()
            if len(rows) == MOST:
                break
    return answer(list(rows.values()), near=[] if rows else _near(record, asked, view))


def current_index(record: Mechanism) -> Path:
    """Return the index of a record as it is now: grown where the log has, made anew where it is absent, damaged or another's.

    Raises CannotIndex.
    """
    head, kinds = _head(record), record.state.readers.registry
    places = _places(record)
    for path in places:
        if (made := head_of(path, kinds)) == head:
            return path
        if made is not None and _is_earlier(record, made) and _grow(record, path, made):
            return path
    return reindex(record)


def reindex(record: Mechanism, progress: Progress | None = None) -> Path:
    """Make the index of a record anew, whatever is there, and return where it is.

    `progress` is told now and then how many acts of how many are done. Raises CannotIndex.
    """
    head, kinds = _head(record), record.state.readers.registry
    places = _places(record)
    for path in places:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            build(path, head, _acts(record, 0, progress), kinds)
        except (OSError, sqlite3.OperationalError) as error:
            refused = error
        else:
            return path
    says = _("the search index can be written neither to {beside} nor to {own}: {why}")
    raise CannotIndex(says.format(beside=places[0], own=places[1], why=refused)) from refused


def _reading(record: Mechanism, read: Callable[[Path], T]) -> T:
    """Return what is read from the current index; damage that shows only where a page of the file is read is mended."""
    path = current_index(record)
    try:
        return read(path)
    except sqlite3.DatabaseError:
        return read(reindex(record))


def _near(record: Mechanism, asked: tuple[Word, ...], view: View) -> list[str]:
    return _reading(record, lambda path: near(path, asked, view.limit))


def _by_name(found: list[Found]) -> Iterator[Found]:
    """Yield what was found, instead of the id of a thing the name of it that was found too."""
    names = {one.thing: one for one in reversed(found) if one.is_name and not one.is_id}
    for one in found:
        yield names.get(one.thing, one) if one.is_id else one


def _head(record: Mechanism) -> Head:
    return Head(record.log.origin, record.log.size, record.log.root)


def _places(record: Mechanism) -> tuple[Path, Path]:
    folder = record.log.path.resolve()
    return index_path(folder), own_index_path(folder)


def _is_earlier(record: Mechanism, made: Head) -> bool:
    """Say whether a head is an earlier one of this very log."""
    log = record.log
    return made.origin == log.origin and made.size < log.size and made.root == log.root_at(made.size)


def _grow(record: Mechanism, path: Path, made: Head) -> bool:
    """Add to an index what was entered since; False where that cannot be done here, and it has to be made anew or elsewhere."""
    since = _acts(record, record.state.acts_at(made.size))
    try:
        build(path, _head(record), since, record.state.readers.registry, grow_from=path)
    except (OSError, sqlite3.DatabaseError):
        return False
    return True


def _acts(record: Mechanism, start: int, progress: Progress | None = None) -> Iterator[NumberedAct]:
    """Yield the acts that are understood, from number `start` on."""
    for number in range(start, record.state.acts):
        if progress is not None and (number + 1) % TOLD_EVERY == 0:
            progress(number + 1, record.state.acts)
        act, kind = record.store.act(number), record.state.kind_of(number)
        if kind is not None and kind.fits(act.fields):
            yield number, act.id, act.fields
    if progress is not None:
        progress(record.state.acts, record.state.acts)


def _row(view: View, found: Found, asked: tuple[Word, ...], language: str | None) -> Row | None:
    """Return the row of what was found, None where it is not live in the view."""
    number = found.told if not found.act else found.number
    live = None if number is None or number >= view.limit else view.live(number)
    thing = found.thing
    if live is None and (found.act or thing is None or not _is_spoken_of(view, thing)):
        return None
    if not (live is None or told_by(view, live)) or not _was_there(view, found):
        return None
    return row(
        live.id if live is not None else str(thing),
        [] if live is None else [live],
        thing=thing,
        type=_type_of(view, found),
        name=None if thing is None else name_of(view, thing, language or found.language or "en").text,
        kind=None if live is None else live.act.kind,
        language=found.language,
        words=snippet(found.text, asked),
    )


def _type_of(view: View, found: Found) -> str | None:
    if found.thing is not None and is_state_code(found.thing):
        return "party"
    return found.type if found.told is not None and found.told < view.limit else None


def _was_there(view: View, found: Found) -> bool:
    """Say whether a thing found by its name was there on the view's day, or was announced by then."""
    if found.thing is None or not (found.is_name or found.is_id) or found.type not in COMING:
        return True
    return thing_told_from(view, found.thing, announced=True) <= view.on


def _is_spoken_of(view: View, thing: str) -> bool:
    """Say whether an act that is live in the view names a thing."""
    state = view.state
    return any(
        view.live(number) is not None
        for group in state.readers.groups
        for number in state.numbers(group, thing, view.limit)
    )
