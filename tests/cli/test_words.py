"""The words of the interface are found by the tools that make catalogues, also those that stand in tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import kengesh
from kengesh.acts import shapes
from kengesh.charter import all_kinds
from kengesh.cli import main, near, trusting
from kengesh.desk.kinds import every_kind
from kengesh.mechanism import words
from kengesh.mechanism.answers import BASES
from kengesh.mechanism.questions.proposals import STEPS
from kengesh.terms.messages import in_language, language_in_use
from kengesh.terms.texts import BY

TABLES = [words.TRUTH_WORDS, words.CERTAINTY_WORDS, words.CHANGE_WORDS, words.KIND_WORDS, words.STATE_WORDS]
TABLES += [
    words.TEXT_WORDS,
    words.FIELD_WORDS,
    words.TYPE_WORDS,
    words.SEEN_WORDS,
    words.SOURCE_KIND_WORDS,
    near.LISTS,
    trusting.TRUST,
]
SHOWN_BY_ID = [
    ("hold/1", "character"),
    ("decide-on/1", "outcome"),
    ("report/1", "outcome"),
    ("register-source/1", "source_kind"),
    ("register-source/1", "seen"),
    ("present-draft/1", "stage"),
    ("state-rule/1", "form"),
]
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


@pytest.mark.parametrize(("kind", "field"), SHOWN_BY_ID)
def test_a_value_that_is_shown_by_its_id_is_found(kind: str, field: str, extracted: set[str]) -> None:
    shape = all_kinds()[kind].shapes[field].shape
    assert isinstance(shape, shapes.Choice)
    assert {value.replace("-", " ") for value in shape.of} <= extracted


def test_how_people_come_and_where_they_sit_is_found(extracted: set[str]) -> None:
    listed = all_kinds()["attend/1"].shapes["attendances"].shape
    assert isinstance(listed, shapes.ListOf) and isinstance(listed.of, shapes.Part)
    choices = {one.name: one.shape for one in listed.of.fields if isinstance(one.shape, shapes.Choice)}
    values = (*choices["manner"].of, *choices["room"].of)
    assert {value.replace("-", " ") for value in values} <= extracted


def test_what_a_fate_a_basis_and_the_giver_of_a_word_are_called_is_found(extracted: set[str]) -> None:
    assert {value.replace("-", " ") for value in (*STEPS.values(), *BASES, *BY)} <= extracted


def test_every_kind_of_act_has_a_word() -> None:
    assert {name.partition("/")[0] for name in every_kind()} <= set(words.KIND_WORDS)


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
