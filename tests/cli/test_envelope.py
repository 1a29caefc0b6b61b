"""One JSON envelope for every answer, whatever was asked."""

from __future__ import annotations

import pytest

from kengesh.cli import ASKING, READING

QUESTIONS = {
    "members": ("consultative-meeting",),
    "status": ("AZE", "consultative-meeting"),
    "changes": ("ots", "2021-01-01", "2022-01-01"),
    "chair": ("consultative-meeting",),
    "meeting": ("consultative-meeting/7",),
    "instrument": ("treaty-2022",),
    "subject": ("water",),
    "source": ("avim-2025-109",),
    "name": ("TUR",),
    "search": ("Tashkent",),
    "entry": ("7",),
    "act": ("#7.0",),
}
ENVELOPE = {"question", "arguments", "on", "known_at", "reported_by", "truth", "answer", "record", "notes"}


@pytest.mark.parametrize("question", [*ASKING, *READING])
def test_every_answer_has_the_same_keys_and_every_row_says_what_it_rests_on(kengesh, question: str) -> None:
    told = kengesh(question, *QUESTIONS.get(question, ()), "--json")
    answer = told.json
    assert told.err == ""
    assert answer.keys() >= ENVELOPE
    assert answer["question"] == question
    assert isinstance(answer["known_at"], int) and answer["reported_by"] is None
    assert answer["answer"]
    for row in answer["answer"]:
        assert row.keys() >= {"id", "certainty", "disputed", "acts", "sources"}
        assert isinstance(row["disputed"], bool)
    assert told.code == {None: 0, "yes": 0, "no": 1, "not-known": 3}[answer["truth"]]


def test_rows_of_membership_have_their_six_fields(kengesh) -> None:
    row = kengesh("members", "ots", "--json").json["answer"][0]
    assert row.keys() >= {"party", "body", "status", "since", "until", "last_attested"}


def test_the_three_clocks_come_back_as_they_were_understood(kengesh) -> None:
    asked = ("--on", "2025-11-16", "--known-at", "1000", "--reported-by", "2025-12-31")
    answer = kengesh("members", "consultative-meeting", "--json", *asked).json
    assert (answer["on"], answer["known_at"], answer["reported_by"]) == ("2025-11-16", 1000, "2025-12-31")


def test_the_order_of_json_does_not_change_with_the_language(kengesh) -> None:
    told = [
        kengesh("members", "consultative-meeting", "--json", "--lang", language).out
        for language in ("en", "kk")
    ]
    assert told[0] == told[1]


def test_options_may_stand_before_the_command(kengesh) -> None:
    before = kengesh("--lang", "tr", "--on=2025-11-15", "--json", "members", "ots")
    after = kengesh("members", "ots", "--lang", "tr", "--on", "2025-11-15", "--json")
    assert before == after
