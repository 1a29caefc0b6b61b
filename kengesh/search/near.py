"""What may have been meant where nothing is found: the words of the record's own names and titles that come nearest."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from difflib import get_close_matches
from itertools import islice, product
from pathlib import Path

from kengesh.search.index import find, is_cyrillic, open_index
from kengesh.search.query import Word, read_query

MOST = 3
ALIKE = 0.7
LENGTHS_APART = 3  # letters by which a word that was meant is longer or shorter


def near(path: Path, asked: tuple[Word, ...], limit: int) -> list[str]:
    """Return up to three queries that find something, each word written as in a name or title of the first `limit` acts."""
    with closing(open_index(path)) as database:
        choices = [_meant(database, word, limit) for word in asked]
    queries = (" ".join(words) for words in islice(product(*choices), MOST * MOST))
    return list(islice((one for one in queries if find(path, one, read_query(one), limit, 1)), MOST))


def _meant(database: sqlite3.Connection, word: Word, limit: int) -> list[str]:
    """Return the words that a word comes near, in its own script where there are such; itself where there are none, or it is one."""
    length = len(word.folded)
    known: dict[str, dict[int, str]] = {}
    for folded, cyrillic, shown in database.execute(
        "select folded, cyrillic, shown from word where number < ? and length(folded) between ? and ?",
        (limit, length - LENGTHS_APART, length + LENGTHS_APART),
    ):
        known.setdefault(folded, {})[cyrillic] = shown
    if word.folded in known:
        return [word.typed]
    script = int(is_cyrillic(word.typed))
    alike = get_close_matches(word.folded, known, 2 * MOST, ALIKE)
    own = [known[one][script] for one in alike if script in known[one]]
    return (own or [next(iter(known[one].values())) for one in alike])[:MOST] or [word.typed]
