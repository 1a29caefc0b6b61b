"""Exercise drafts whose notes are older than what the record has for their sentence, made for these tests."""

from __future__ import annotations

from kengesh.formats.drafts.against.checking import check_draft
from kengesh.formats.drafts.reading.whole import read_draft_bytes
from kengesh.formats.drafts.values import Finding, Sort
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism


def older(founding: Mechanism, text: str) -> list[Finding]:
    draft = read_draft_bytes("exercise.txt", text.encode())
    view = founding.view()
    found = check_draft(draft, view, Reader(view, "en")).findings
    return [one for one in found if one.sort is Sort.SOURCE_BEFORE_EVENT]


def test_a_note_of_may_does_not_prove_what_the_record_has_as_signed_in_august(founding: Mechanism) -> None:
    text = (
        "The Central Asia 2040 concept was signed in 2024 at the sixth Consultative Meeting.[1]\n\n"
        '[1] "A concept is signed", Exercise Agency, 16 May 2024, https://exercise.example/1\n'
    )
    (found,) = older(founding, text)
    assert found.notes == ("1",)
    assert "which is of 16 May 2024" in found.says and "9 August 2024" in found.says
    assert found.acts and found.sources


def test_a_note_of_the_day_or_later_is_no_finding(founding: Mechanism) -> None:
    for day in ("9 August 2024", "10 August 2024"):
        text = (
            "The Central Asia 2040 concept was signed in 2024 at the sixth Consultative Meeting.[1]\n\n"
            f'[1] "A concept is signed", Exercise Agency, {day}, https://exercise.example/1\n'
        )
        assert older(founding, text) == []


def test_of_several_notes_one_that_is_late_enough_is_enough(founding: Mechanism) -> None:
    text = (
        "The Central Asia 2040 concept was signed in 2024 at the sixth Consultative Meeting.[1][2]\n\n"
        '[1] "Before", Exercise Agency, 16 May 2024, https://exercise.example/1\n'
        '[2] "After", Exercise Agency, 12 August 2024, https://exercise.example/2\n'
    )
    assert older(founding, text) == []


def test_a_note_without_a_day_says_nothing(founding: Mechanism) -> None:
    text = (
        "The Central Asia 2040 concept was signed in 2024 at the sixth Consultative Meeting.[1]\n\n"
        '[1] "Undated", Exercise Agency, https://exercise.example/1\n'
    )
    assert older(founding, text) == []
