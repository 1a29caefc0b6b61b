"""The founding record asked for its words: names, rules, subjects, disputes, sources, the log; and by which day."""

from __future__ import annotations

import json

import pytest

from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.questions.entries import NoSuchEntry
from kengesh.mechanism.record import Mechanism

CM = "consultative-meeting"
LAST = "2026-06-04"
SOURCE = "avim-2025-109"
ASKED: dict[str, dict[str, str | int]] = {
    "members": {"body": "ots"},
    "status": {"party": "TKM", "body": "ots"},
    "changes": {"body": "ots", "start": "2019-01-01", "end": "2022-01-01"},
    "chair": {"body": CM},
    "meetings": {"body": CM},
    "meeting": {"meeting": f"{CM}/7"},
    "instruments": {"meeting": f"{CM}/7"},
    "instrument": {"instrument": "treaty-2022"},
    "proposals": {},
    "commitments": {},
    "subject": {"subject": "water"},
    "rules": {"body": CM},
    "disputes": {},
    "sources": {},
    "source": {"source": SOURCE},
    "name": {"thing": "astana"},
    "timeline": {"thing": "treaty-2022"},
    "log": {"start": 0, "end": 5},
    "entry": {"entry": 3},
    "act": {"act": "#3.0"},
    "party": {"party": "TUR"},
    "parties": {},
    "body": {"body": "ots"},
    "bodies": {},
    "matrix": {},
    "indicators": {},
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_answers_in_one_shape_that_is_json_as_it_stands(
    founding: Mechanism, question: str
) -> None:
    found = founding.ask(question, on=LAST, **ASKED[question])
    assert json.loads(json.dumps(found)) == found
    envelope = {
        "question",
        "arguments",
        "on",
        "known_at",
        "reported_by",
        "truth",
        "answer",
        "record",
        "notes",
    }
    assert envelope <= set(found)
    assert found["record"]["reaches"] == LAST
    assert found["answer"]
    for row in found["answer"]:
        assert {"id", "certainty", "basis", "disputed", "acts", "sources"} <= set(row)
    ids = [row["id"] for row in found["answer"]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one not in ("entry", "act")])
def test_every_question_is_answered_of_an_empty_record(founding: Mechanism, question: str) -> None:
    assert (
        not founding.ask(question, on=LAST, known_at=0, **ASKED[question])["answer"]
        or question == "instrument"
    )


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one not in ("log", "entry", "act")])
def test_every_question_is_answered_by_the_sources_of_a_day(founding: Mechanism, question: str) -> None:
    for day in ("1990-01-01", "2025-11-17", LAST):
        for row in founding.ask(question, on=LAST, reported_by=day, **ASKED[question])["answer"]:
            for source in row["sources"]:
                assert founding.view(LAST, reported_by=day).source_counts(source) is True


# By the sources of a day


def test_by_the_day_after_tashkent_nobody_had_read_the_founding_document(founding: Mechanism) -> None:
    now, then = (
        founding.ask("members", body=CM, on="2025-11-16", reported_by=day) for day in (None, "2025-11-17")
    )
    certainty = [{row["party"]: row["certainty"] for row in found["answer"]} for found in (now, then)]
    assert [one["AZE"] for one in certainty] == ["founding", "several"]
    assert any("day of publication" in said for said in then["notes"]) and not now["notes"]
    sides = [
        {
            source
            for row in founding.ask("disputes", about="dispute/c-05", on="2025-11-16", reported_by=day)[
                "answer"
            ]
            for source in row["sources"]
        }
        for day in (None, "2025-11-17")
    ]
    assert "avim-2025-109" in sides[0] - sides[1] and sides[1]


def test_by_the_day_before_tajikistan_signed_nobody_could_know_it(founding: Mechanism) -> None:
    for day, signed in (("2025-08-27", "not-known"), (None, "yes")):
        rows = founding.ask("instrument", instrument="treaty-2022", on="2025-09-01", reported_by=day)[
            "signatures"
        ]
        assert {row["party"]: row["signed"] for row in rows}["TJK"] == signed


# Names, rules, subjects


@pytest.mark.parametrize(
    ("thing", "on", "name"),
    [
        ("astana", "2018-03-15", "Astana"),  # C-21
        ("astana", "2019-11-29", "Nur-Sultan"),
        ("astana", "2024-08-09", "Astana"),
        ("ots", "2021-11-11", "Turkic Council"),  # 6.2
        ("ots", "2021-11-12", "Organization of Turkic States"),
        (CM, LAST, "Consultative Meeting of the Heads of State of Central Asia"),
    ],
)
def test_a_thing_is_called_as_it_was_on_the_day(founding: Mechanism, thing: str, on: str, name: str) -> None:
    assert founding.ask("name", thing=thing, on=on)["answer"][0]["names"]["en"]["text"] == name
    assert founding.name(thing, on=on) == name


def test_the_rules_are_those_of_the_body_in_place_by_the_day(founding: Mechanism) -> None:
    rules = {row["id"]: row for row in founding.ask("rules", body=CM, on=LAST)["answer"]}
    assert rules["rule/r-02"]["since"] == "2019-11-29"
    assert rules["rule/r-15"]["since"] == "2025-11-16"
    eve = {row["id"] for row in founding.ask("rules", body=CM, on="2025-11-15")["answer"]}
    assert set(rules) - eve == {"rule/r-15"}


def test_a_subject_is_followed_in_order_of_days_up_to_the_day(founding: Mechanism) -> None:
    rows = founding.ask("subject", subject="treaty", on="2022-07-21")["answer"]
    kinds = [(row["on"], row["kind"]) for row in rows]
    assert ("2021-08-06", "present-draft") in kinds  # T-01
    assert ("2022-07-21", "sign") in kinds  # T-03
    assert [on for on, _kind in kinds] == sorted(on for on, _kind in kinds)
    assert all(on <= "2022-07-21" for on, _kind in kinds)
    assert all(
        "treaty" in founding.store.act(founding.store.number(row["id"]) or 0).fields["subjects"]
        for row in rows
    )


def test_the_timeline_of_a_thing_holds_what_had_begun(founding: Mechanism) -> None:
    signed = {
        row["on"] for row in founding.ask("timeline", thing="TJK", on=LAST)["answer"] if row["kind"] == "sign"
    }
    assert "2025-08-28" in signed  # T-08
    assert not [
        row for row in founding.ask("timeline", on="2018-03-14")["answer"] if row["on"] == "2018-03-15"
    ]


# Disputes and sources


@pytest.mark.parametrize("number", range(1, 38))
def test_each_of_the_contradictions_of_the_facts_is_a_dispute_with_its_sides(
    founding: Mechanism, number: int
) -> None:
    (row,) = founding.ask("disputes", about=f"dispute/c-{number:02}", on=LAST)["answer"]
    assert len(row["sides"]) > 1
    assert row["settled"] is (number != 20)  # C-20: keep both, and nothing decides
    assert len(row["because"]) >= row["settled"]


def test_each_side_of_a_settled_dispute_says_whether_it_is_taken(founding: Mechanism) -> None:
    (row,) = founding.ask("disputes", about="dispute/c-26", on=LAST)["answer"]
    assert {side["preferred"] for side in row["sides"]} <= {True, False}  # C-26: joined in 2023
    assert any(side["preferred"] and side["says"].get("on") == "2023-11-14" for side in row["sides"])


def test_a_source_says_how_it_was_seen_and_what_rests_on_it(founding: Mechanism) -> None:
    found = founding.ask("source", source=SOURCE, on=LAST)
    (row,) = found["answer"]
    assert [row[name] for name in ("published", "language", "seen", "founding")] == [
        "2025-12-16",
        "tr",
        "whole",
        True,
    ]
    assert row["acts_resting"] == len(found["resting"]) > 0
    resting = {act for one in found["resting"] for act in one["acts"]}
    assert set(founding.ask("status", party="AZE", body=CM, on=LAST)["answer"][0]["acts"]) & resting
    assert row in founding.ask("sources", on=LAST)["answer"]
    assert founding.ask("source", source="no-such-source")["truth"] == "not-known"


# The log


def test_an_act_is_found_by_its_id_the_beginning_of_it_its_place_and_its_row(founding: Mechanism) -> None:
    (row,) = founding.ask("act", act="cm-aze")["answer"]
    for wanted in (row["id"], row["id"][:16], row["place"]):
        assert founding.ask("act", act=wanted)["answer"] == [row]
    assert row["act"]["on"] == "2025-11-16" and row["live"]
    assert row in founding.ask("entry", entry=row["entry"])["answer"]
    listed = founding.ask("log", start=row["entry"], end=row["entry"] + 1)["answer"]
    assert [one["entry"] for one in listed] == [row["entry"]] and row["id"] in listed[0]["acts"]


@pytest.mark.parametrize("wanted", ["", "#", "#9999999.0", "#3.99", "#x.y", "no such row", "ffff" * 16, "0"])
def test_an_act_that_is_not_there_or_not_one_alone_is_refused(founding: Mechanism, wanted: str) -> None:
    with pytest.raises(NoSuchEntry):
        founding.ask("act", act=wanted)


@pytest.mark.parametrize("wanted", [-1, 10_000_000])
def test_an_entry_that_is_not_there_is_refused_with_the_size_of_the_log(
    founding: Mechanism, wanted: int
) -> None:
    with pytest.raises(NoSuchEntry, match=str(founding.log.size)):
        founding.ask("entry", entry=wanted)
    with pytest.raises(NoSuchEntry):
        founding.ask("entry", entry=3, known_at=3)
