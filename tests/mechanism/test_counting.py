"""Whose sources count: any, official, depositary, preferred."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kengesh.mechanism.participation import participation
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.mechanism.view import COUNTING, View
from tests.mechanism.cast import Cast, act, begin, cites, correct, council, prefer, withdraw

KINDS = {
    "treasury": "depositary",
    "secretariat": "official",
    "ministry": "party-official",
    "daily": "press",
    "scholar": "academic",
}


def record() -> Cast:
    cast = council()
    for source, kind in KINDS.items():
        cast.enter(
            act("register-source", source=source, source_kind=kind, seen="whole", published="2020-06-01")
        )
    return cast


def view(cast: Cast, counting: str, on: str = "2026-06-04", reported_by: str | None = None) -> View:
    until = None if reported_by is None else date.fromisoformat(reported_by)
    return View(cast.state, cast.store, cast.size, date.fromisoformat(on), until, counting)


def statuses(cast: Cast, party: str, **clocks: Any) -> dict[str, str]:
    """Say by whose sources a party is what."""
    found = {}
    for counting in COUNTING:
        seen = view(cast, counting, **clocks)
        standings = participation(seen, party, "council").standings(seen.on)
        held = [one.status for one in standings if one.truth.value == "yes"]
        found[counting] = held[0] if held and held[0] else "not-known"
    return found


@pytest.mark.parametrize(
    ("source", "counts"),
    [
        ("treasury", {"preferred", "any", "official", "depositary"}),
        ("secretariat", {"preferred", "any", "official"}),
        ("ministry", {"preferred", "any", "official"}),
        ("daily", {"preferred", "any"}),
        ("scholar", {"preferred", "any"}),
    ],
)
def test_an_act_counts_where_a_source_of_it_is_of_a_kind_that_does(source: str, counts: set[str]) -> None:
    cast = record()
    cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites(source)))
    assert {name for name, status in statuses(cast, "KAZ").items() if status == "member"} == counts


def test_one_source_that_counts_is_enough() -> None:
    cast = record()
    cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("daily", "treasury")))
    assert set(statuses(cast, "KAZ").values()) == {"member"}


def test_a_source_that_is_not_registered_is_of_no_kind() -> None:
    cast = record()
    cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("nowhere")))
    assert statuses(cast, "KAZ") == {
        "preferred": "member",
        "any": "member",
        "official": "not-known",
        "depositary": "not-known",
    }


def test_a_confirmation_by_a_source_that_counts_makes_an_act_count() -> None:
    cast = record()
    told = cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("daily")))
    assert statuses(cast, "KAZ")["depositary"] == "not-known"
    cast.enter(act("confirm", acts=[told], sources=cites("treasury")))
    assert set(statuses(cast, "KAZ").values()) == {"member"}


def test_a_confirmation_by_a_source_that_does_not_count_makes_no_act_count() -> None:
    cast = record()
    told = cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("scholar")))
    cast.enter(act("confirm", acts=[told], sources=cites("daily")))
    assert statuses(cast, "KAZ")["official"] == "not-known"


def differing() -> tuple[Cast, str, str]:
    """Two sources that differ on a day, the one official."""
    cast = record()
    early = cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("daily")))
    late = cast.enter(begin("KAZ", "member", "2020-03-01", sources=cites("secretariat")))
    return cast, early, late


def since(cast: Cast, counting: str) -> str | None:
    found = participation(view(cast, counting), "KAZ", "council").standings(date(2026, 6, 4))
    return found[0].since if found else None


def test_by_any_source_no_preference_of_the_record_decides() -> None:
    cast, early, late = differing()
    assert [since(cast, one) for one in ("preferred", "any")] == [None, None]
    cast.enter(prefer([early], [late]))
    assert since(cast, "preferred") == "2020-01-01"
    assert since(cast, "any") is None


def test_by_official_sources_what_others_say_is_no_other_side() -> None:
    cast, early, late = differing()
    cast.enter(prefer([early], [late]))
    assert since(cast, "official") == "2020-03-01"
    seen = view(cast, "official")
    (standing,) = participation(seen, "KAZ", "council").standings(seen.on)
    assert not standing.disputed


def test_a_preference_for_an_act_that_does_not_count_rejects_none_that_does() -> None:
    cast, early, late = differing()
    cast.enter(prefer([early], [late]))
    assert statuses(cast, "KAZ") == {
        "preferred": "member",
        "any": "member",
        "official": "member",
        "depositary": "not-known",
    }


def test_an_act_that_was_corrected_or_withdrawn_counts_by_no_sources() -> None:
    cast = record()
    told = cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("treasury")))
    cast.enter(withdraw(told))
    assert set(statuses(cast, "KAZ").values()) == {"not-known"}


def test_a_correction_by_a_source_that_does_not_count_leaves_the_act_to_those_whose_sources_do() -> None:
    cast = record()
    told = cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("treasury")))
    right = cast.enter(begin("KAZ", "observer", "2020-01-01", sources=cites("daily")))
    cast.enter(correct(told, right))
    assert statuses(cast, "KAZ") == {
        "preferred": "observer",
        "any": "observer",
        "official": "member",
        "depositary": "member",
    }


def test_whose_sources_count_and_by_when_they_were_published_go_together() -> None:
    cast = record()
    cast.enter(begin("KAZ", "member", "2020-01-01", sources=cites("treasury")))
    assert set(statuses(cast, "KAZ", reported_by="2020-05-31").values()) == {"not-known"}
    assert set(statuses(cast, "KAZ", reported_by="2020-06-01").values()) == {"member"}


def test_names_and_rules_count_whatever_sources_do() -> None:
    cast = record()
    cast.enter(begin("KAZ", "full-participant", "2020-01-01", sources=cites("treasury")))
    seen = view(cast, "depositary")
    assert participation(seen, "KAZ", "council").rules["full-participant"].is_membership


def test_a_view_asked_of_another_day_counts_the_same_sources(founding: Mechanism) -> None:
    asked = founding.view("2025-11-16", counting="official")
    assert asked.asked_of(date(2020, 1, 1)).counting == "official"


def test_views_of_one_size_by_different_sources_keep_what_they_read_apart(founding: Mechanism) -> None:
    found = {}
    for counting in (*COUNTING, *reversed(COUNTING)):
        seen = founding.view("2025-11-16", counting=counting)
        (told,) = [len(participation(seen, "TKM", "ots").standings(seen.on))]
        assert found.setdefault(counting, told) == told
    assert (found["official"], found["depositary"]) == (1, 0)


def test_official_sources_are_fewer_than_all_and_depositaries_fewer_still(founding: Mechanism) -> None:
    live = {
        counting: {act.id for act in founding.view(counting=counting).of_kind("begin-participation")}
        for counting in COUNTING
    }
    assert live["preferred"] == live["any"]
    assert live["depositary"] < live["official"] < live["preferred"]


def test_another_word_is_refused_with_those_that_there_are(founding: Mechanism) -> None:
    with pytest.raises(QuestionRefused, match="choose one of preferred, any, official, depositary"):
        founding.view(counting="mine")
