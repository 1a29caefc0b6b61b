"""The way in: which day and which size a question is asked of when nobody says, what notes qualify it, what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kengesh.acts import Field, Kind
from kengesh.acts.shapes import Thing
from kengesh.charter import all_kinds
from kengesh.mechanism.reading import DamagedEntry
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.record.envelope import UnknownEnvelope
from kengesh.record.errors import RecordError
from tests.mechanism.cast import BECAUSE, Cast, act, begin, cites, council, note


def opened(cast: Cast) -> Mechanism:
    return Mechanism(cast)  # type: ignore[arg-type]


def reaching(day: str, *, at: str = "2026-06-05T00:00:00Z") -> Cast:
    """A record whose sources reach a day."""
    cast = council()
    fields = {"title": BECAUSE, "mechanism": "council", "reaches": day, "licence": "CC BY 4.0"}
    cast.enter(act("describe-record", **fields), at=at)
    return cast


# The day


def test_a_question_without_a_day_is_of_the_last_day_that_the_sources_reach() -> None:
    assert opened(reaching("2020-06-04")).ask("members", body="council")["on"] == "2020-06-04"
    assert opened(reaching("2020-06")).ask("members", body="council")["on"] == "2020-06-30"


def test_a_question_without_a_day_is_never_of_a_day_to_come() -> None:
    before = datetime.now(UTC).date().isoformat()
    asked = {
        opened(cast).ask("members", body="council")["on"] for cast in (reaching("9000-01-01"), council())
    }
    assert len(asked) == 1
    assert before <= asked.pop() <= datetime.now(UTC).date().isoformat()


def test_beyond_the_reach_of_the_sources_an_answer_says_as_of_when_it_is_last_known() -> None:
    record = opened(reaching("2020-06-04"))
    assert record.ask("members", body="council", on="2020-06-04")["notes"] == []
    (said,) = record.ask("members", body="council", on="2020-06-05")["notes"]
    assert "4 June 2020" in said and "last known" in said


def test_the_reach_is_that_of_the_size_asked_of() -> None:
    cast = reaching("2020-06-04")
    before = cast.size
    fields = {"title": BECAUSE, "mechanism": "council", "reaches": "2022-06-04", "licence": "CC BY 4.0"}
    cast.enter(act("describe-record", **fields))
    record = opened(cast)
    assert record.ask("members", body="council")["on"] == "2022-06-04"
    assert record.ask("members", body="council", known_at=before)["on"] == "2020-06-04"
    assert record.ask("members", body="council", known_at=before)["record"]["reaches"] == "2020-06-04"


def test_a_day_may_be_given_as_a_date() -> None:
    asked = opened(council()).ask(
        "members", body="council", on=date(2025, 11, 16), reported_by=date(2025, 11, 17)
    )
    assert (asked["on"], asked["reported_by"]) == ("2025-11-16", "2025-11-17")


# The size


def grown() -> Cast:
    """Two entries of the cast's own on 5 June, then one on each of the 6th, 7th and 8th at noon."""
    cast = council()
    for day, party in enumerate(("KAZ", "UZB", "KGZ"), 6):
        cast.enter(begin(party, "member", "2018-03-15"), at=f"2026-06-0{day}T12:00:00Z")
    return cast


@pytest.mark.parametrize(
    ("known_at", "size"),
    [
        (None, 5),
        (3, 3),
        ("3", 3),
        (0, 0),
        ("2026-06-04", 0),
        ("2026-06-06", 3),
        ("2026-06-07T11:59:59Z", 3),
        ("2026-06-07T12:00:00Z", 4),
        ("2026-06-07T12:00:00", 4),
        ("2026-06-07T17:00:00+05:00", 4),
        ("2026-06-07T16:59:59+05:00", 3),
        ("2030-01-01", 5),
    ],
)
def test_known_at_is_a_size_or_the_largest_size_entered_by_a_day_or_moment(
    known_at: int | str | None, size: int
) -> None:
    found = opened(grown()).ask("members", body="council", known_at=known_at)
    assert found["known_at"] == found["record"]["size"] == size
    assert [row["party"] for row in found["answer"]] == ["KAZ", "UZB", "KGZ"][: max(0, size - 2)]


def test_a_record_takes_in_what_was_appended_since_and_an_earlier_size_stays_as_it_was() -> None:
    cast = grown()
    record = opened(cast)
    then = record.ask("members", body="council")
    cast.enter(begin("TJK", "member", "2018-03-15"))
    assert record.members("council") == {"KAZ", "UZB", "KGZ"}
    record.refresh()
    assert record.members("council") == {"KAZ", "UZB", "KGZ", "TJK"}
    assert record.ask("members", body="council", known_at=5) == then


def test_the_same_question_asked_twice_gets_the_same_answer_notes_and_all() -> None:
    cast = council()
    cast.sources(undated=None)
    cast.enter(
        begin("KAZ", "member", "2018", sources=cites("undated")),
        {"kind": "lay-wreath/1", "voice": "reported"},
    )
    record = opened(cast)
    one, two = (record.ask("members", body="council", reported_by="2020-01-01") for _again in range(2))
    assert one == two
    assert [said[:2] for said in one["notes"]] == ["1 ", "1 "]


# Refusals


@pytest.mark.parametrize(
    ("clocks", "says"),
    [
        ({"on": "2025-11-31"}, "no such day"),
        ({"on": "2025-11"}, "one day"),
        ({"on": "tomorrow"}, "tomorrow"),
        ({"on": ""}, "not a date"),
        ({"on": "9999-12-31"}, "9998"),
        ({"reported_by": "2025-13-01"}, "no month 13"),
        ({"known_at": 6}, "5 entries, not 6"),
        ({"known_at": "6"}, "5 entries, not 6"),
        ({"known_at": -1}, "5 entries, not -1"),
        ({"known_at": "2026-06-31"}, "no such day"),
        ({"known_at": "yesterday"}, "yesterday"),
        ({"known_at": "yesterday morning"}, "neither a size, nor a day, nor a moment"),
        ({"known_at": "2026-06-07T25:00:00Z"}, "neither a size, nor a day, nor a moment"),
        ({"known_at": "0001-01-01T00:00:00+05:00"}, "neither a size, nor a day, nor a moment"),
        ({"known_at": "9999-12-31T23:59:59-05:00"}, "neither a size, nor a day, nor a moment"),
    ],
)
def test_a_clock_that_cannot_be_is_refused_in_a_sentence(clocks: dict[str, str], says: str) -> None:
    with pytest.raises(QuestionRefused, match=says):
        opened(grown()).ask("members", body="council", **clocks)


def test_an_unknown_question_is_refused_with_the_questions_that_there_are() -> None:
    with pytest.raises(
        QuestionRefused, match=r"weather is not a question; the questions are members, status"
    ):
        opened(council()).ask("weather")


def test_a_folder_that_is_no_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="record"):
        Mechanism.open(tmp_path / "nothing")


def test_an_unknown_envelope_is_refused_by_the_number_of_its_entry() -> None:
    cast = grown()
    cast.notes.append(note(begin("TJK", "member", "2018")).replace(b"entry/v1", b"entry/v9"))
    with pytest.raises(UnknownEnvelope, match=r"entry 5: .*kengesh/entry/v9"):
        opened(cast)


def test_a_damaged_entry_is_refused_by_its_number() -> None:
    cast = grown()
    cast.notes.append(cast.notes[2][:80])
    with pytest.raises(DamagedEntry, match=r"entry 5: .*kengesh verify"):
        opened(cast)


# What notebooks ask


def test_members_status_and_name_answer_in_plain_values(founding: Mechanism) -> None:
    assert founding.members("consultative-meeting", on="2025-11-15") == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert founding.status("TKM", "ots", on=date(2025, 11, 16)) == "observer"
    assert founding.status("TJK", "ots", on="2025-11-16") is None
    assert founding.name("UZB", "tr") == "Özbekistan"


@pytest.mark.parametrize("arguments", [{}, {"body": "council", "colour": "red"}, {"boddy": "council"}])
def test_a_question_with_other_arguments_than_it_takes_is_refused_by_name(arguments: dict[str, str]) -> None:
    with pytest.raises(QuestionRefused, match="members takes body"):
        Mechanism(council()).ask("members", **arguments)


def test_a_package_that_adds_a_kind_has_its_acts_understood() -> None:
    kinds = all_kinds()
    example = {"kind": "table-text/1", "voice": "performed", "text": "draft-1"}
    kinds.add(
        Kind(
            "table-text/1",
            "text",
            "A text is tabled.",
            (Field("text", Thing(), "the text"),),
            ("text",),
            example,
        )
    )
    cast = council()
    cast.enter(example)
    assert "1 act was not understood" in Mechanism(cast).ask("members", body="council")["notes"][0]
    assert Mechanism(cast, kinds).ask("members", body="council")["notes"] == []
