"""A draft checked on the command line: what is found, with sources, what agrees, what could not be checked; and wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest

RIGHT = "The seventh Consultative Meeting was held in Tashkent.[1]\n\n[1] A. Author, “A Title”, An Agency, 17 November 2025, https://example.org/a\n"
WRONG = "Turkmenistan is a member of the Organization of Turkic States.\n"


@pytest.fixture
def draft(tmp_path: Path):
    """Write a draft to a file."""

    def written(text: str, name: str = "draft.txt") -> Path:
        file = tmp_path / name
        file.write_text(f"A draft\n\n{text}", encoding="utf-8", newline="\n")
        return file

    return written


def test_a_wrong_statement_is_listed_with_its_sentence_and_leaves_with_1(kengesh, draft) -> None:
    told = kengesh("check-draft", draft(WRONG))
    assert told.code == 1
    assert "1. Turkmenistan is a member of the Organization of Turkic States." in told.out
    assert "told otherwise by the record, status" in told.out
    assert "observer" in told.out and "2021" in told.out
    assert "Who says so: add --notes." in told.out


def test_with_notes_the_sources_of_what_the_record_tells_are_listed(kengesh, draft) -> None:
    told = kengesh("check-draft", draft(WRONG), "--notes")
    assert "[1]" in told.out and "https://" in told.out


def test_a_draft_in_which_nothing_is_found_leaves_with_0_and_counts_what_agrees(kengesh, draft) -> None:
    told = kengesh("check-draft", draft(RIGHT))
    assert (told.code, "0 findings" in told.out) == (0, True)
    assert "agrees with the record" in told.out
    assert "place: The place of" not in told.out
    whole = kengesh("check-draft", draft(RIGHT), "--all")
    assert "place: The place of" in " ".join(whole.out.split())


def test_the_report_speaks_the_language_of_the_reader_and_the_draft_keeps_its_own(kengesh, draft) -> None:
    told = kengesh("check-draft", draft(WRONG), "--lang", "tr", "--json").json
    assert told["language"] == "en"
    assert "Türk Devletleri Teşkilatı" in told["answer"][-1]["says"]


def test_the_answer_for_programs_has_the_shape_of_every_answer(kengesh, draft) -> None:
    told = kengesh("check-draft", draft(WRONG), "--json", "--on", "2025-11-16", "--language", "en")
    assert told.code == 1
    assert told.json["question"] == "check-draft"
    assert told.json["arguments"] == {"file": "draft.txt", "language": "en"}
    assert (told.json["on"], told.json["truth"]) == ("2025-11-16", None)
    row = next(one for one in told.json["answer"] if one["sort"] == "told-otherwise")
    assert (row["sentence"], row["what"], row["disputed"]) == (1, "status", True)
    assert row["acts"] and row["sources"] and row["words"]
    assert {"agreeing", "not_checked", "record", "notes"} <= set(told.json)


def test_before_turkmenistan_was_an_observer_the_answer_is_another(kengesh, draft) -> None:
    told = kengesh("check-draft", draft(WRONG), "--json", "--on", "2018-01-01").json
    assert not [one for one in told["answer"] if "observer" in one["says"]]


def test_wrong_use_leaves_with_2_and_a_sentence(kengesh, draft, tmp_path) -> None:
    missing = kengesh("check-draft", tmp_path / "none.txt")
    assert missing.code == 2 and "none.txt" in missing.err
    language = kengesh("check-draft", draft(WRONG), "--language", "fr")
    assert language.code == 2 and "fr is not one of: en, ru, tr." in language.err
    form = kengesh("check-draft", draft(WRONG, "draft.pdf"))
    assert form.code == 2 and "draft.pdf" in form.err
