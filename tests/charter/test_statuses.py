"""Statuses in rank: a body's own list first, the general one for the rest, nothing else is membership."""

from __future__ import annotations

from kengesh.charter import Standing, ranks

GENERAL = {
    "statuses": [
        {"status": "member", "standing": "membership"},
        {"status": "observer", "standing": "other"},
        {"status": "applicant", "standing": "none"},
    ]
}
OWN = {
    "body": "council",
    "statuses": [
        {"status": "associate", "standing": "membership"},
        {"status": "member", "standing": "other"},
    ],
}


def test_the_general_list_serves_a_body_without_one_of_its_own() -> None:
    rules = ranks([GENERAL, OWN], "assembly")
    assert [status for status, rule in rules.items() if rule.is_membership] == ["member"]
    assert rules["applicant"].standing is Standing.NONE


def test_a_bodys_own_list_goes_before_the_general_one() -> None:
    rules = ranks([OWN, GENERAL], "council")
    assert {status for status, rule in rules.items() if rule.is_membership} == {"associate"}
    assert rules["member"].rank > rules["associate"].rank


def test_the_last_list_for_a_body_counts() -> None:
    assert ranks([OWN, {**OWN, "statuses": OWN["statuses"][1:]}], "council").keys() == {"member"}


def test_a_status_that_no_list_names_has_no_rule() -> None:
    assert "guest" not in ranks([GENERAL], "council")
