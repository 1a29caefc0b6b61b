"""Whatever is typed is answered or refused in a sentence, before any work: nothing in it is an operator."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kengesh.mechanism.record import Mechanism
from kengesh.search import asking
from kengesh.search.asking import search
from kengesh.search.query import LONGEST_QUERY, QueryRefused, read_query

HOSTILE = [
    '"', '"tashkent', 'tashkent"', "'; drop table passage; --", "NEAR(tashkent, 2)", "title:tashkent", "{title}:x",
    "tash*", "*", "^tashkent", "-tashkent", "tashkent -", "(tashkent", "tashkent)", "AND", "a AND", "OR OR", "NOT x",
    "\x00", "tash\x00kent", "\ud800", "ташкент\udfff", "😀", "😀 tashkent", "שלום", "طشقند", "\u202etashkent", "½", "Ⅷ", "İ", "ß", "ﬁ",
    "tashkent\n\t\r", "_", "__init__", "%", "\\", "''", "ʻʻ", "o'", "'o", "\u0301", "中亚", "ก็", "₂", "x_y",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_answered_or_refused(founding: Mechanism, words: str) -> None:
    try:
        found = search(founding, founding.view(), words)
    except QueryRefused as refused:
        assert "letters or digits" in str(refused)
    else:
        assert {"answer", "near"} <= found.keys()


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_any_words_are_answered_or_refused(founding: Mechanism, words: str) -> None:
    try:
        assert "answer" in search(founding, founding.view(), words)
    except QueryRefused:
        assert not any(letter.isalnum() for letter in words) or len(words.split()) > 0


@pytest.mark.parametrize("words", ["x" * (LONGEST_QUERY + 1), "x" * 10_000, "a b " * 3000, "'" * 10_000])
def test_a_long_query_is_refused_before_any_work(
    founding: Mechanism, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(*_arguments: object) -> None:
        raise AssertionError("it was worked on")

    monkeypatch.setattr(asking, "current_index", work)
    with pytest.raises(QueryRefused, match="at most"):
        search(founding, founding.view(), words)


def test_marks_around_words_change_nothing() -> None:
    plain = [word.folded for word in read_query("tashkent declaration")]
    for marked in (
        '"tashkent" declaration',
        "tashkent, (declaration)!",
        "«tashkent»:declaration",
        "_tashkent_ declaration",
    ):
        assert [word.folded for word in read_query(marked)] == plain
