"""The search index: one SQLite file with full text (FTS5) over the folded words of every act.

Words are folded on both sides (``kengesh.terms.languages.fold``), so Şavkat finds Shavkat's spellings without marks, and
Ташкент is found as it is written in either case. Names and titles weigh more than other words.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from typing import Any

from kengesh.acts import Registry
from kengesh.search.texts import has_words, passages, subject
from kengesh.terms.languages import fold
from kengesh.terms.messages import _

VERSION = "2"
LONGEST_QUERY = 200
MOST_WORDS = 12
TITLE_WEIGHT = 8.0
SNIPPET_WORDS = 12
# The file takes the place of another only when it is whole, so nothing is lost by making it without a journal.
SCHEMA = """
pragma journal_mode = off;
pragma synchronous = off;
create table about (version text, origin text, size integer, root blob);
create table passage (id integer primary key, number integer, act text, kind text, thing text, language text, title text, other text);
create virtual table folded using fts5 (title, other, content='', tokenize='unicode61 remove_diacritics 0');
"""


class QueryRefused(ValueError):
    """Words that cannot be searched for."""


@dataclass(frozen=True, slots=True)
class Found:
    """One passage found: the act it stands in (its number and id), the thing, and the words around the match."""

    number: int
    act: str
    kind: str
    thing: str | None
    language: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the log that an index was made from."""

    origin: str
    size: int
    root: bytes


def is_current(path: Path, head: Head) -> bool:
    """Say whether there is an index at `path`, made by this version from this head of the log."""
    if not path.is_file():
        return False
    try:
        with closing(_open(path)) as database:
            found = database.execute("select version, origin, size, root from about").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(found == (VERSION, head.origin, head.size, head.root))


def build(
    path: Path, head: Head, acts: Iterable[tuple[int, str, Mapping[str, Any]]], kinds: Registry
) -> None:
    """Make the index of a log from its acts, given with their number and id. An index that is there is replaced whole.

    Raises OSError or sqlite3.OperationalError where the file cannot be written.
    """
    making = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}")
    making.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(making)) as database:
            database.executescript(SCHEMA)
            for number, act_id, act in acts:
                _add(database, number, act_id, act, kinds)
            database.execute(
                "insert into about values (?, ?, ?, ?)", (VERSION, head.origin, head.size, head.root)
            )
            database.commit()
        os.replace(making, path)
    finally:
        making.unlink(missing_ok=True)


def find(path: Path, words: str, limit: int, most: int) -> list[Found]:
    """Return up to `most` passages that hold all the words, the last one perhaps unfinished; the best first.

    They are of the first `limit` acts of the log. Every word is a word: AND, NEAR, quotes and stars mean nothing else here.
    Raises QueryRefused for a query that is empty or too long; sqlite3.DatabaseError where the file is damaged.
    """
    asked = _asked(words)
    query = " ".join([f'"{word}"' for word in asked[:-1]] + [f'"{asked[-1]}"*'])
    with closing(_open(path)) as database:
        rows = database.execute(
            "select number, act, kind, thing, language, passage.title, passage.other from folded join passage on id = folded.rowid"
            " where folded match ? and number < ? order by bm25(folded, ?, 1.0), number limit ?",
            (query, limit, TITLE_WEIGHT, most),
        ).fetchall()
    return [
        Found(number, act, kind, thing, language, _snippet(title or other, asked))
        for number, act, kind, thing, language, title, other in rows
    ]


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _add(
    database: sqlite3.Connection, number: int, act_id: str, act: Mapping[str, Any], kinds: Registry
) -> None:
    kind = kinds.get(act["kind"])
    if kind is None or not has_words(kind):
        return
    thing = subject(act, kind)
    for passage in passages(act, kind):
        title, other = (passage.words, "") if passage.is_title else ("", passage.words)
        added = database.execute(
            "insert into passage (number, act, kind, thing, language, title, other) values (?, ?, ?, ?, ?, ?, ?)",
            (number, act_id, kind.name, thing, passage.language, title, other),
        )
        database.execute(
            "insert into folded (rowid, title, other) values (?, ?, ?)",
            (added.lastrowid, fold(title), fold(other)),
        )


def _asked(words: str) -> list[str]:
    if len(words) > LONGEST_QUERY:
        says = _("the words are {length} characters long; at most {most} can be searched for.")
        raise QueryRefused(says.format(length=len(words), most=LONGEST_QUERY))
    asked = _split(fold(words))
    if not asked:
        raise QueryRefused(_("give at least one word to search for: letters or digits."))
    if len(asked) > MOST_WORDS:
        says = _("{count} words; at most {most} can be searched for at a time.")
        raise QueryRefused(says.format(count=len(asked), most=MOST_WORDS))
    return asked


def _split(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _snippet(text: str, asked: list[str]) -> str:
    """Return the words around the first match, with an ellipsis where some were left out."""
    words = text.split()
    first = next((place for place, word in enumerate(words) if _is_hit(word, asked)), 0)
    start = max(0, first - SNIPPET_WORDS // 2)
    end = start + SNIPPET_WORDS
    return ("… " if start else "") + " ".join(words[start:end]) + (" …" if end < len(words) else "")


def _is_hit(word: str, asked: list[str]) -> bool:
    return any(part.startswith(one) for part in _split(fold(word)) for one in asked)
