"""What would change, asked on the command line: nothing is written, and what makes no sense is refused."""

from __future__ import annotations

import pytest


def test_an_observer_tried_as_a_member_is_told_with_the_act_that_it_takes_and_that_nothing_was_written(
    kengesh, founding_folder
) -> None:
    before = (founding_folder / "checkpoint").read_bytes()
    told = kengesh("what-if", "TKM", "ots", "--status", "member", "--on", "2026-06-04")
    assert told.code == 0
    assert "What if Turkmenistan became member state in Organization of Turkic States?" in told.out
    assert "change-participation/1" in told.out
    assert "This record knows no such act." in told.out
    assert "Nothing was written" in told.out
    assert (founding_folder / "checkpoint").read_bytes() == before


def test_of_one_who_leaves_it_is_told_how_others_left(kengesh) -> None:
    told = kengesh("what-if", "UZB", "csto", "--leaves", "--on", "2026-06-04").out
    assert "How others left" in told and "How others came to it" not in told


def test_an_act_that_the_record_dates_later_is_shown_as_later(kengesh) -> None:
    told = kengesh(
        "what-if",
        "AZE",
        "consultative-meeting",
        "--status",
        "full-participant",
        "--on",
        "2025-11-10",
        "--no-notes",
    )
    known = told.out.split("Is such an act known?")[1].split("Announced or proposed")[0]
    assert "Azerbaijan" in known and "later" in known


def test_the_answer_for_programs_has_the_shape_of_every_answer(kengesh) -> None:
    told = kengesh("what-if", "KAZ", "eaeu", "--leaves", "--on", "2026-01-01", "--json").json
    assert told["question"] == "what-if"
    assert told["arguments"] == {"party": "KAZ", "body": "eaeu", "status": None}
    assert told["on"] == "2026-01-01"
    assert told["truth"] is None
    assert told["answer"][0]["act"]["kind"] == "end-participation/1"
    assert set(told["record"]) == {"origin", "size", "root", "reaches"}
    assert "Nothing was written: the act was tried on a copy of the state." in told["notes"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("TKM", "ots"), "give either --status STATUS or --leaves"),
        (("TKM", "ots", "--status", "member", "--leaves"), "give either --status STATUS or --leaves"),
        (("TKM", "ots", "--status", "membr"), "did you mean member"),
        (("TKM", "ots", "--status", "observer", "--on", "2026-06-04"), "already is observer"),
        (("TKM", "ots", "--leaves", "--on", "2020-01-01"), "has none to leave"),
        (("TKM", "otss", "--status", "member"), "otss"),
        (("UZB", "eurasec", "--status", "member", "--on", "2020-01-01"), "eurasec had ceased"),
    ],
)
def test_wrong_use_is_refused_with_a_sentence(kengesh, words: tuple[str, ...], says: str) -> None:
    told = kengesh("what-if", *words)
    assert told.code == 2
    assert says in " ".join(told.err.split())


def test_a_body_of_which_it_is_not_known_whether_it_was_still_there_says_so(kengesh) -> None:
    told = kengesh("what-if", "UZB", "caco", "--status", "member", "--on", "2020-01-01", "--no-notes")
    assert told.code == 0
    assert "It is not known whether caco was still there on that day." in told.out


def test_it_is_told_in_the_language_of_the_reader(kengesh) -> None:
    told = kengesh("what-if", "TKM", "ots", "--status", "member", "--lang", "tr")
    assert told.code == 0
    assert "Türkmenistan" in told.out
