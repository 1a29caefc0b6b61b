"""Overlap as it is answered: on the founding record, through time, and over generated records with holes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.formats.overlap.answers import (
    exclusive_groups,
    how_similar,
    over_time,
    smallest_cover,
    two_bodies,
    two_states,
    who_is_in_what,
)
from kengesh.formats.overlap.counted import NothingToCompare
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from tests.mechanism.cast import Cast, begin, council, deny, end

SIX = {"AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"}
SUMMIT = "2025-11-16"
BASIS = ("certainty", "basis", "disputed", "acts", "sources")
ASKED: dict[str, Callable[[View], Answer]] = {
    "who is in what": who_is_in_what,
    "two states": lambda view: two_states(view, "KAZ", "UZB"),
    "two bodies": lambda view: two_bodies(view, "ots", "sco"),
    "groups": exclusive_groups,
    "similar": how_similar,
    "cover": smallest_cover,
    "over time": lambda view: over_time(view, "KAZ", "UZB"),
}


@pytest.mark.parametrize("name", ASKED)
def test_an_answer_is_json_with_its_definitions_what_was_counted_and_what_it_rests_on(
    name: str, founding: Mechanism
) -> None:
    found = ASKED[name](founding.view(SUMMIT))
    assert json.loads(json.dumps(found)) == found
    assert found["truth"] is None and found["answer"]
    assert found["definitions"]["belongs"] and found["counted"]["bodies"] and found["counted"]["states"]
    ids = [row["id"] for row in found["answer"]]
    assert len(set(ids)) == len(ids)
    assert all(set(BASIS) <= row.keys() for row in found["answer"])


def test_the_members_of_the_mechanism_are_counted_where_nobody_says(founding: Mechanism) -> None:
    eve = who_is_in_what(founding.view("2025-11-15"))["counted"]
    day = who_is_in_what(founding.view(SUMMIT))["counted"]
    assert set(eve["states"]) == SIX - {"AZE"} and set(day["states"]) == SIX


def test_a_body_that_has_ceased_is_left_out_by_default_and_counted_where_it_is_named(
    founding: Mechanism,
) -> None:
    view = founding.view(SUMMIT)
    counted = who_is_in_what(view)["counted"]
    assert "eurasec" in counted["left_out"] and "eurasec" not in counted["bodies"]
    named = who_is_in_what(view, ["KAZ"], ["eurasec"])
    assert [(row["body"], row["code"]) for row in named["answer"]] == [("eurasec", "withdrawn")]


def test_four_of_the_six_and_no_others_are_members_of_the_organization_of_turkic_states(
    founding: Mechanism,
) -> None:
    rows = exclusive_groups(founding.view(SUMMIT))["answer"]
    (group,) = [row for row in rows if "ots" in row["bodies"]]
    assert set(group["states"]) == {"AZE", "KAZ", "KGZ", "UZB"} and group["open"] == []


def test_in_the_wide_reading_turkmenistan_joins_them_and_tajikistan_alone_is_left(
    founding: Mechanism,
) -> None:
    rows = exclusive_groups(founding.view(SUMMIT), wide=True)["answer"]
    (group,) = [row for row in rows if "ots" in row["bodies"]]
    assert set(group["states"]) == SIX - {"TJK"} and group["open"] == []


def test_the_security_organizations_share_three_members_and_may_share_more(founding: Mechanism) -> None:
    row = two_bodies(founding.view(SUMMIT), "csto", "sco", sorted(SIX))["answer"][0]
    assert row["joint"]["lowest"] == 3
    assert row["counted"] == 6 and row["not_known"] == 2
    assert (row["joint"]["highest"], row["either"]["lowest"]) == (5, 4)


def test_what_two_share_is_the_same_from_either_side(founding: Mechanism) -> None:
    view = founding.view(SUMMIT)
    one, other = (two_states(view, *pair)["answer"][0] for pair in (("KAZ", "UZB"), ("UZB", "KAZ")))
    for name in ("joint", "either", "jaccard", "similarity"):
        assert one[name] == other[name]
    assert one["first_in_second"] == other["second_in_first"]


def test_a_measure_is_as_sure_as_the_least_sure_of_what_it_rests_on(founding: Mechanism) -> None:
    found = two_states(founding.view(SUMMIT), "KAZ", "UZB", ["sco", "cis"])
    by_body = {cell["body"]: cell["certainty"] for cell in found["cells"]}
    assert by_body == {"sco": "several", "cis": "unverified"}
    assert found["answer"][0]["certainty"] == "unverified"


def test_none_of_the_bodies_covers_a_party_of_which_nothing_is_known(founding: Mechanism) -> None:
    found = smallest_cover(founding.view(SUMMIT), ["KAZ", "FRA"], ["ots", "csto"])
    assert found["uncovered"] == ["FRA"] and found["size"] == 1
    assert {tuple(row["bodies"]) for row in found["answer"]} == {("ots",), ("csto",)}
    assert {"body": "ots", "party": "FRA"} in found["open"]


def test_the_measures_of_one_state_with_itself_or_of_none_are_refused(founding: Mechanism) -> None:
    view = founding.view(SUMMIT)
    for refused in (
        lambda: two_states(view, "KAZ", "KAZ"),
        lambda: how_similar(view, ["KAZ"]),
        lambda: who_is_in_what(view, ["FRA"]),
        lambda: over_time(view, "KAZ", "UZB", start=date(2026, 1, 1), end=date(2025, 1, 1)),
        lambda: who_is_in_what(council().view()),
    ):
        with pytest.raises(NothingToCompare):
            refused()


def test_what_two_share_moves_on_the_days_on_which_either_changed_and_on_no_other() -> None:
    cast = council()
    cast.enter_each(
        [
            begin("KAZ", "member", "2010-01-01", body="a"),
            begin("UZB", "member", "2012-01-01", body="a"),
            begin("KAZ", "member", "2015-01-01", body="b"),
            deny("UZB", "2000-01-01/..", body="b"),
            end("UZB", "2020-01-01", body="a"),
        ]
    )
    found = over_time(cast.view(), "KAZ", "UZB", ["a", "b"], start=date(2011, 1, 1))
    told = [
        (
            row["day"],
            [
                (one["party"], one["body"], one["before"]["code"], one["after"]["code"])
                for one in row["changed"]
            ],
            row["joint"]["lowest"],
            row["jaccard"]["lowest"],
        )
        for row in found["answer"]
    ]
    assert told == [
        ("2011-01-01", [], 0, 0.0),
        ("2012-01-01", [("UZB", "a", "none", "member")], 1, 1.0),
        ("2015-01-01", [("KAZ", "b", "none", "member")], 1, 0.5),
        ("2020-01-01", [("UZB", "a", "member", "withdrawn")], 0, 0.0),
    ]


def test_the_last_day_of_what_moved_is_what_two_states_share_then(founding: Mechanism) -> None:
    view = founding.view(SUMMIT)
    moved = over_time(view, "KAZ", "UZB")
    then = two_states(view, "KAZ", "UZB", moved["counted"]["bodies"])["answer"][0]
    for name in ("joint", "jaccard", "first_in_second", "similarity"):
        assert moved["answer"][-1][name] == then[name]


def test_an_imprecise_day_makes_two_days_of_change_with_what_is_not_known_between() -> None:
    cast = council()
    cast.enter_each([begin("KAZ", "member", "2010-01-01"), begin("UZB", "member", "2012")])
    rows = over_time(cast.view(), "KAZ", "UZB")["answer"]
    assert [(row["day"], row["joint"]["lowest"], row["joint"]["highest"]) for row in rows] == [
        ("2010-01-01", 0, 0),
        ("2012-01-01", 0, 1),
        ("2012-12-31", 1, 1),
    ]


BODIES = ("a", "b", "c")
PLACES = list(product(("KAZ", "UZB"), BODIES))
HOLES = st.lists(st.sampled_from(["member", "observer", "none", "hole"]), min_size=6, max_size=6)
FILLING = st.lists(st.sampled_from(["member", "observer", "none"]), min_size=6, max_size=6)


def record(places: list[str]) -> Cast:
    """Return a record in which each of two parties is something in three bodies, has no status, or is not told of."""
    cast = council()
    for (party, body), what in zip(PLACES, places, strict=True):
        if what == "none":
            cast.enter(deny(party, "2000-01-01/..", body=body))
        elif what != "hole":
            cast.enter(begin(party, what, "2010-01-01", body=body))
    return cast


def measures(places: list[str], *, wide: bool) -> dict[str, Any]:
    return two_states(record(places).view(), "KAZ", "UZB", BODIES, wide=wide)["answer"][0]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(HOLES, FILLING, st.booleans())
def test_whatever_fills_the_holes_of_a_record_every_measure_stays_within_its_range(
    places: list[str], filling: list[str], wide: bool
) -> None:
    full = [after if before == "hole" else before for before, after in zip(places, filling, strict=True)]
    before, after = measures(places, wide=wide), measures(full, wide=wide)
    for name in ("joint", "either", "jaccard", "first_in_second", "second_in_first", "similarity"):
        value = after[name]["lowest"]
        assert value == after[name]["highest"]
        if value is None:
            assert before[name]["may_lack"]
        else:
            assert before[name]["lowest"] <= value <= before[name]["highest"]
