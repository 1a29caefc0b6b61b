"""Popolo documents. The organizations are exercises in the shape of https://www.popoloproject.com/specs/ ."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism

Read = Callable[..., tuple[Mechanism, Any]]

DOCUMENT: dict[str, Any] = {
    "organizations": [
        {
            "id": "council",
            "name": "Lake Council",
            "founding_date": "2001-06",
            "other_names": [
                {"name": "LC"},
                {"name": "Lake Conference", "start_date": "2001", "end_date": "2010-03-01"},
            ],
        },
        {
            "id": "kz",
            "name": "The republic",
            "identifiers": [{"scheme": "ISO 3166-1 alpha-3", "identifier": "KAZ"}],
        },
        {"id": "kg", "name": "Kyrgyzstan"},
        {"id": "shore", "name": "Northshore"},
    ],
    "persons": [{"id": "p1", "name": "A. Delegate"}],
    "posts": [{"id": "seat", "organization_id": "council", "label": "Observer"}],
    "memberships": [
        {
            "id": "m1",
            "organization_id": "council",
            "member_id": "kz",
            "role": "Member",
            "start_date": "2001-06-15",
            "end_date": "2012",
            "sources": [{"url": "https://example.org/minutes"}],
        },
        {"organization_id": "council", "member_id": "kz", "start_date": "2015-01-01"},
        {"organization_id": "council", "member_id": "kg", "post_id": "seat", "start_date": "2003"},
        {
            "organization_id": "council",
            "member": {"id": "shore"},
            "role": "Full member",
            "start_date": "2001-06-15",
        },
        {
            "organization_id": "council",
            "person_id": "p1",
            "on_behalf_of_id": "kg",
            "role": "Observer",
            "start_date": "2004-01-01",
        },
        {"organization_id": "council", "person_id": "p1", "start_date": "2004-01-01"},
        {"organization_id": "council", "member_id": "kg"},
        {"organization_id": "council", "member_id": "kg", "start_date": "2010", "end_date": "2009"},
    ],
}


def test_memberships_of_states_are_read_with_both_dates(read: Read) -> None:
    record, _outside = read("popolo", json.dumps(DOCUMENT), "popolo.json")
    answers = [
        record.status("KAZ", "lake-council", on)
        for on in ("2001-06-14", "2001-06-15", "2013-01-01", "2015-01-01")
    ]
    assert answers == [None, "member", None, "member"]
    row = record.ask("status", party="KAZ", body="lake-council", on="2005-01-01")["answer"][0]
    act = record.view().find(row["acts"][0])
    assert (
        act is not None
        and act.citations[0]["passage"] == "memberships[0]; id m1; source: https://example.org/minutes"
    )


def test_a_role_or_a_post_is_the_status(read: Read) -> None:
    record, _outside = read("popolo", json.dumps(DOCUMENT), "popolo.json")
    assert record.status("KGZ", "lake-council", "2004-06-01") == "observer"
    assert record.status("northshore", "lake-council", "2004-06-01") == "full-member"
    assert record.members("lake-council", "2005-01-01") == {"KAZ", "northshore"}


def test_what_cannot_be_used_is_told_by_its_place(read: Read) -> None:
    _record, outside = read("popolo", json.dumps(DOCUMENT), "popolo.json")
    assert [left.examples for left in outside.aside.all()] == [
        ["memberships[5]"],
        ["memberships[6]"],
        ["memberships[7]"],
    ]


def test_a_body_is_called_by_its_name_of_the_day(read: Read) -> None:
    record, _outside = read("popolo", json.dumps(DOCUMENT), "popolo.json")
    assert record.name("lake-council", on="2020-01-01") == "Lake Council"
    assert record.name("lake-council", on="2005-01-01") == "Lake Conference"


def test_memberships_inside_an_organization_are_read_too(read: Read) -> None:
    inside = {
        "organizations": [
            {
                "id": "council",
                "name": "Lake Council",
                "memberships": [{"member_id": "KAZ", "start_date": "2001"}],
            },
        ]
    }
    record, _outside = read("popolo", json.dumps(inside), "popolo.json")
    assert record.status("KAZ", "lake-council", "2002-01-01") == "member"


def test_a_membership_without_dates_is_so_on_the_day_on_which_the_file_was_had(read: Read) -> None:
    undated = {**DOCUMENT, "memberships": [{"organization_id": "council", "member_id": "kg"}]}
    record, _outside = read("popolo", json.dumps(undated), "popolo.json", accessed="2026-11-01")
    assert (
        record.ask("status", party="KGZ", body="lake-council", on="2026-11-01")["answer"][0]["last_attested"]
        == "2026-11-01"
    )
    assert record.ask("status", party="KGZ", body="lake-council", on="2026-10-31")["truth"] == "not-known"


PARLIAMENT: dict[str, Any] = {
    "persons": [{"id": "p1", "name": "A. Deputy"}],
    "organizations": [
        {"id": "house", "name": "House", "posts": [{"id": "seat", "label": "Deputy"}]},
        {"id": "reeds", "name": "Reed Party"},
    ],
    "events": [
        {"id": "term/5", "name": "5th", "start_date": "2012-01-20", "end_date": "2016-01-20"},
        {"id": "term/6", "name": "6th", "start_date": "2016-03-25"},
        {"id": "term/7", "name": "7th"},
    ],
}


def seat(period: str, **dates: str) -> dict[str, str]:
    """Return a membership of the house for a legislative period, as parliaments publish them: often without dates."""
    return {
        "person_id": "p1",
        "organization_id": "house",
        "on_behalf_of_id": "reeds",
        "legislative_period_id": period,
        **dates,
    }


def test_a_seat_of_a_period_that_is_over_is_not_taken_to_last_to_the_day_of_the_file(read: Read) -> None:
    for sitting in (seat("term/5"), seat("term/5", start_date="2013-02-01")):
        document = {**PARLIAMENT, "memberships": [sitting]}
        record, _outside = read("popolo", json.dumps(document), "popolo.json", accessed="2026-11-01")
        days = [act.get("on") for act in record.view().of_kind("attest-participation")]
        assert "2026-11-01" not in days
        assert days == ([] if "start_date" in sitting else ["[2012-01-20..2016-01-20]"])


def test_a_seat_of_the_period_that_goes_on_is_so_on_the_day_of_the_file(read: Read) -> None:
    document = {**PARLIAMENT, "memberships": [seat("term/6")]}
    record, _outside = read("popolo", json.dumps(document), "popolo.json", accessed="2026-11-01")
    assert record.status("reed-party", "house", "2026-11-01") == "member"


def test_a_seat_of_a_period_without_dates_is_left_aside_and_told(read: Read) -> None:
    document = {**PARLIAMENT, "memberships": [seat("term/6"), seat("term/7")]}
    _record, outside = read("popolo", json.dumps(document), "popolo.json", accessed="2026-11-01")
    assert [(left.why, left.examples) for left in outside.aside.all()] == [
        ("It has no date, and the dates of its legislative period are not in the files.", ["memberships[1]"])
    ]


def test_a_membership_of_a_post_alone_is_one_of_the_organization_of_the_post(read: Read) -> None:
    member = {"person_id": "p1", "on_behalf_of_id": "reeds", "post_id": "seat", "start_date": "2012"}
    record, _outside = read("popolo", json.dumps({**PARLIAMENT, "memberships": [member]}), "popolo.json")
    assert record.status("reed-party", "house", "2013-01-01") == "deputy"


def test_ids_may_be_numbers_and_a_name_that_shows_nothing_is_none(read: Read) -> None:
    document = {
        "organizations": [{"id": 1, "name": "Lake Council", "founding_date": "2001"}, {"id": 2, "name": " "}],
        "memberships": [{"organization_id": 1, "member_id": 2, "start_date": "2009-10-03"}],
    }
    record, _outside = read("popolo", json.dumps(document), "popolo.json")
    assert record.status("2", "lake-council", "2010-01-01") == "member"


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ({"people": []}, "expected an object with the lists organizations and memberships."),
        ({"organizations": {}, "memberships": 3}, "memberships must be a list of objects."),
        ({"organizations": [{"name": "x"}]}, "organizations[0] has no id."),
        ({"memberships": [{"member_id": "KAZ"}]}, "memberships[0] has no organization_id."),
        (
            {"memberships": [{"organization_id": "x", "member_id": "KAZ"}]},
            "memberships[0]: there is no organization x in the file.",
        ),
        ({"organizations": []}, "no membership in it can be used: it has no memberships."),
    ],
)
def test_a_bad_file_is_refused_with_the_place(refused: Callable[..., str], found: object, says: str) -> None:
    assert refused("popolo", json.dumps(found), "popolo.json").endswith(says)
