"""The search index: one SQLite file with full text (FTS5) over the words of every act, folded, and over their kin.

Words are folded on both sides (``kengesh.terms.folding``), so Şavkat finds Shavkat's spellings without marks, and beside them
stand the keys of their kin (``kengesh.search.kin``), so that Ташкенте finds Ташкент. What is found comes in this order, that of
:class:`Rank`: the thing whose id was asked for; a thing whose whole name was, then one whose name is kin to it; names in which
the words stand, then their kin; titles of sources likewise; all other words, then their kin.

Things come into the index with the first act that names them, by their id; a state also by its names in nine languages,
since no act need name it. The file holds nothing of its own: it is made from the log, takes the place of another only
when it is whole, and grows from one of an earlier head of the same log.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from pathlib import Path
from threading import get_ident
from typing import Any

from kengesh.acts import Registry
from kengesh.search.kin import kin, words_of
from kengesh.search.query import Word, are_kin, exactly, or_kin
from kengesh.search.texts import Passage, has_words, passages, subject
from kengesh.terms.identifiers import is_state_code, is_thing_id
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.states import state_name

MOST_WAIT = 0.2  # seconds for a file that another program has locked; a reader waits behind it
VERSION = "3"  # raised whenever the tables, the folding or the kin of words change
WEIGHTS = (8.0, 1.0, 4.0, 0.5)  # of words in titles, elsewhere, and of their kin in titles, elsewhere
COLUMNS = "passage.id, passage.number, act, thing, language, passage.title, passage.other, type, told"
LEFT_OVER_SECONDS = 3600.0  # a half-made file of this age was left by a process that died
# The file takes the place of another only when it is whole, so nothing is lost by making it without a journal.
SCHEMA = """
create table about (version text, origin text, size integer, root blob);
create table thing (id text primary key, own integer, type text, told integer) without rowid;
create table word (folded text, cyrillic integer, shown text, number integer, primary key (folded, cyrillic)) without rowid;
create table passage (id integer primary key, number integer, act text, thing text, language text, title text, other text);
create virtual table folded using fts5 (title, other, title_kin, other_kin, content='', tokenize='ascii');
"""

NumberedAct = tuple[int, str, Mapping[str, Any]]


class Rank(IntEnum):
    """How near what was found is to what was asked for."""

    ID = 0
    WHOLE_NAME = 1
    KIN_OF_WHOLE_NAME = 2
    NAME = 3
    KIN_OF_NAME = 4
    TITLE = 5
    KIN_OF_TITLE = 6
    WORDS = 7
    KIN_OF_WORDS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """One passage found: its text, the act it stands in, the thing.

    `act` is "" where the words are the id of the thing or the name of a state, which no act gives; `number` is then the first
    act that names it. `is_name` says that the words are a name or title of the thing. `told` is the act that says of what
    `type` the thing is.
    """

    number: int
    act: str
    thing: str | None
    type: str | None
    told: int | None
    is_name: bool
    language: str
    text: str
    rank: Rank

    @property
    def is_id(self) -> bool:
        """Whether the words found are the id of the thing."""
        return not self.act and not self.language


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the log that an index was made from."""

    origin: str
    size: int
    root: bytes


def head_of(path: Path, kinds: Registry) -> Head | None:
    """Return the head from which the index at `path` was made, None where there is none, or it is damaged or another version's."""
    if not path.is_file():
        return None
    try:
        with closing(open_index(path)) as database:
            found = database.execute("select version, origin, size, root from about").fetchone()
    except sqlite3.DatabaseError:
        return None
    return Head(*found[1:]) if found and found[0] == _version(kinds) else None


def build(
    path: Path, head: Head, acts: Iterable[NumberedAct], kinds: Registry, grow_from: Path | None = None
) -> None:
    """Make the index of a log from its acts, given with their number and id. An index that is there is replaced whole.

    With `grow_from`, an index of an earlier head of the same log, `acts` are those entered since. Raises OSError or
    sqlite3.DatabaseError where the file cannot be written, or the one to grow from is damaged.
    """
    _remove_left_over(path)
    making = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}")
    making.unlink(missing_ok=True)
    try:
        if grow_from is not None:
            shutil.copyfile(grow_from, making)
        with closing(sqlite3.connect(making)) as database:
            database.executescript("pragma journal_mode = off; pragma synchronous = off;")
            if grow_from is None:
                database.executescript(SCHEMA)
            adding = _Adding(database, kinds)
            for number, act_id, act in acts:
                adding.add(number, act_id, act)
            database.execute("delete from about")
            about = (_version(kinds), head.origin, head.size, head.root)
            database.execute("insert into about values (?, ?, ?, ?)", about)
            database.commit()
        os.replace(making, path)
    finally:
        making.unlink(missing_ok=True)


def find(path: Path, typed: str, asked: tuple[Word, ...], limit: int, most: int) -> list[Found]:
    """Return passages that hold all the words or their kin, the best first, of the first `limit` acts of the log.

    At most `most` that hold the words themselves, and as many that hold their kin. Raises sqlite3.DatabaseError where the file
    is damaged.
    """
    with closing(open_index(path)) as database:
        exact = _matching(database, exactly(asked), limit, most)
        known = {row[0] for row in exact}
        others = [row for row in _matching(database, or_kin(asked), limit, most) if row[0] not in known]
        by_id = _of_id(database, typed.strip(), limit)
    found = [_found(row, Rank.ID) for row in by_id]
    found += [_found(row, _rank(row, asked, is_exact=True)) for row in exact]
    found += [_found(row, _rank(row, asked, is_exact=False)) for row in others]
    return sorted(found, key=lambda one: one.rank)


def count(path: Path) -> tuple[int, int]:
    """Return how many things and passages an index holds."""
    with closing(open_index(path)) as database:
        things, texts = database.execute(
            "select (select count(*) from thing), (select count(*) from passage)"
        ).fetchone()
    return things, texts


def open_index(path: Path) -> sqlite3.Connection:
    """Open an index to be read."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=MOST_WAIT)


class _Adding:
    """Adds acts to an index, in the order of the log."""

    def __init__(self, database: sqlite3.Connection, kinds: Registry) -> None:
        self._database = database
        self._kinds = kinds
        self._things = dict(database.execute("select id, type from thing").fetchall())
        self._words = set(database.execute("select folded, cyrillic from word").fetchall())

    def add(self, number: int, act_id: str, act: Mapping[str, Any]) -> None:
        kind = self._kinds.get(act["kind"])
        if kind is None or not has_words(kind):
            return
        told = dict(kind.types_told(act))
        for thing in dict.fromkeys(kind.things(act)):
            self._note_thing(number, thing, told.get(thing))
        about = subject(act, kind)
        for passage in passages(act, kind):
            self._passage(number, act_id, about, passage)

    def _note_thing(self, number: int, thing: str, type_: str | None) -> None:
        if thing not in self._things:
            self._things[thing] = None
            own, *_others = [self._passage(number, "", thing, passage) for passage in _own_names(thing)]
            self._database.execute("insert into thing (id, own) values (?, ?)", (thing, own))
        if type_ is not None and self._things[thing] is None:
            self._things[thing] = type_
            self._database.execute("update thing set type = ?, told = ? where id = ?", (type_, number, thing))

    def _passage(self, number: int, act: str, thing: str | None, passage: Passage) -> int | None:
        words = list(words_of(passage.words))
        folded = " ".join(word for _raw, word in words)
        keys = " ".join(key for raw, _word in words for key in kin(raw))
        texts, kept = ([folded, "", keys, ""], (passage.words, ""))
        if not passage.is_title:
            texts, kept = (["", folded, "", keys], ("", passage.words))
        added = self._database.execute(
            "insert into passage (number, act, thing, language, title, other) values (?, ?, ?, ?, ?, ?)",
            (number, act, thing, passage.language, *kept),
        )
        self._database.execute(
            "insert into folded (rowid, title, other, title_kin, other_kin) values (?, ?, ?, ?, ?)",
            (added.lastrowid, *texts),
        )
        if passage.is_title:
            self._note_words(number, words)
        return added.lastrowid

    def _note_words(self, number: int, words: Iterable[tuple[str, str]]) -> None:
        """Keep the words of names and titles as they are written, for who mistypes them."""
        for raw, folded in words:
            key = (folded, int(is_cyrillic(raw)))
            if key not in self._words and folded.isalpha():
                self._words.add(key)
                self._database.execute("insert into word values (?, ?, ?, ?)", (*key, raw, number))


def is_cyrillic(word: str) -> bool:
    """Say whether a word is written in Cyrillic letters, by the first that is a letter."""
    first = next((letter for letter in word if letter.isalpha()), "")
    return "\u0400" <= first <= "\u052f"


def _own_names(thing: str) -> Iterator[Passage]:
    """Yield what a thing is called whatever the acts say: its id, and what a state is called in nine languages."""
    yield Passage(thing, "", True)
    if is_state_code(thing):
        yield from (Passage(state_name(thing, language), language, True) for language in LANGUAGES)


def _version(kinds: Registry) -> str:
    """Return the version of an index: ours, and the kinds that were understood when it was made."""
    return f"{VERSION}-{sha256(' '.join(kinds).encode()).hexdigest()[:16]}"


def _remove_left_over(path: Path) -> None:
    for one in path.parent.glob(f"{path.name}.*-*"):
        try:
            if time.time() - one.stat().st_mtime > LEFT_OVER_SECONDS:
                one.unlink()
        except FileNotFoundError:
            continue  # another process was quicker


def _matching(database: sqlite3.Connection, query: str, limit: int, most: int) -> list[Any]:
    return database.execute(
        f"select {COLUMNS} from folded join passage on passage.id = folded.rowid left join thing on thing.id = passage.thing"
        " where folded match ? and passage.number < ?"
        " order by passage.title = '', bm25(folded, ?, ?, ?, ?), passage.number, passage.id limit ?",
        (query, limit, *WEIGHTS, most),
    ).fetchall()


def _of_id(database: sqlite3.Connection, typed: str, limit: int) -> list[Any]:
    """Return the passage of the thing whose id was typed, in small or large letters."""
    ids = [one for one in (typed.lower(), typed.upper()) if is_thing_id(one)]
    if not ids:
        return []
    return database.execute(
        f"select {COLUMNS} from thing join passage on passage.id = own"
        " where thing.id in (?, ?) and passage.number < ?",
        (ids[0], ids[-1], limit),
    ).fetchall()


def _rank(row: Any, asked: tuple[Word, ...], *, is_exact: bool) -> Rank:
    """Return how near a passage is; a name that holds only the beginning of a word asked for is as near as its kin."""
    title, type_ = row[5], row[7]
    if not title:
        return Rank.WORDS if is_exact else Rank.KIN_OF_WORDS
    words = list(words_of(title))
    folded = [word for _raw, word in words]
    if folded == [word.folded for word in asked]:
        return Rank.WHOLE_NAME
    if len(words) == len(asked) and all(map(are_kin, words, asked)):
        return Rank.KIN_OF_WHOLE_NAME
    is_exact = is_exact and asked[-1].folded in folded
    if type_ == "source":
        return Rank.TITLE if is_exact else Rank.KIN_OF_TITLE
    return Rank.NAME if is_exact else Rank.KIN_OF_NAME


def _found(row: Any, rank: Rank) -> Found:
    _id, number, act, thing, language, title, other, type_, told = row
    names = bool(title) and thing is not None
    return Found(number, act, thing, type_, told, names, language, title or other, rank)
