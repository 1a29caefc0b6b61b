"""The words of the interface are found by the tools that make catalogues, also those that stand in tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import kengesh
from kengesh.acts import shapes
from kengesh.cli import main, near, trusting, words
from kengesh.terms.messages import in_language, language_in_use

TABLES = [words.TRUTH_WORDS, words.CERTAINTY_WORDS, words.CHANGE_WORDS, words.KIND_WORDS, words.STATE_WORDS]
TABLES += [words.TEXT_WORDS, near.TYPE_WORDS, near.LISTS, trusting.TRUST]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


@pytest.fixture(scope="module")
def extracted() -> set[str]:
    found = extract_from_dir(Path(kengesh.__file__).parent, [("**.py", "python")], keywords=KEYWORDS)
    return {message for _file, _line, message, *_rest in found if isinstance(message, str)}


@pytest.mark.parametrize("table", TABLES)
def test_the_words_of_a_table_are_found(table: dict[str, str], extracted: set[str]) -> None:
    assert set(table.values()) <= extracted


def test_what_a_written_form_is_called_is_found(extracted: set[str]) -> None:
    forms = {one.says for one in vars(shapes).values() if isinstance(one, shapes.Matching)}
    assert {near.SEARCH, *forms} <= extracted and len(forms) > 1


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        (["--lang", "tr", "--help"], "tr"),
        (["--lang=kk", "members", "--help"], "kk"),
        (["members", "--help", "--lang", "tg"], "tg"),
        (["--help"], "en"),
        (["--lang", "xx", "--help"], "en"),
    ],
)
def test_help_is_shown_in_the_language_asked_for(typed: list[str], language: str) -> None:
    with in_language("ru"):
        with pytest.raises(SystemExit) as left:
            main(typed)
        assert (left.value.code, language_in_use()) == (0, language)
