"""Several routes for a pair: in their order, those that no other beats, and the share of each."""

from __future__ import annotations

from math import exp

import pytest

from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.isochrone import isochrone
from kengesh.corridors.questions.routes import Routes, best_routes, distinct_routes, unbeaten_routes
from tests.corridors.small import model


def ids(found: Routes) -> list[list[str]]:
    return [[step.id for step in one.route.steps] for one in found.routes]


def test_the_best_routes_come_in_their_order_and_no_more_than_there_are() -> None:
    of = model("road R1 A B 1 h", "road R2 A B 2 h", "road R3 A B 3 h")
    assert ids(best_routes(of, Asked("A", "B"), 2)) == [["R1"], ["R2"]]
    assert ids(best_routes(of, Asked("A", "B"), 9)) == [["R1"], ["R2"], ["R3"]]


def test_the_shares_of_routes_that_have_nothing_in_common_are_those_of_the_logit() -> None:
    of = model("road R1 A B 10 h", "road R2 A B 20 h")
    shares = [one.share for one in best_routes(of, Asked("A", "B"), 2, scale=0.1).routes]
    assert shares == pytest.approx([1 / (1 + exp(-1)), exp(-1) / (1 + exp(-1))])


def test_two_routes_that_share_most_of_their_way_count_for_less_than_two() -> None:
    # One route of 10 h by itself; two of 10 h that have 8 h in common: path sizes 1, 0.6, 0.6.
    of = model("road ALONE A B 10 h", "road TRUNK A C 8 h", "road ONE C B 2 h", "road OTHER C B 2 h")
    shares = {
        one.route.steps[-1].id: one.share for one in best_routes(of, Asked("A", "B"), 3, scale=1).routes
    }
    assert shares == pytest.approx({"ALONE": 1 / 2.2, "ONE": 0.6 / 2.2, "OTHER": 0.6 / 2.2})


def test_routes_that_hardly_differ_are_told_once() -> None:
    of = model("road TRUNK A C 90 h", "road ONE C B 2 h", "road OTHER C B 3 h", "road APART A B 100 h")
    assert ids(distinct_routes(of, Asked("A", "B"), 5)) == [["TRUNK", "ONE"], ["APART"]]


def test_a_route_is_unbeaten_where_no_other_is_as_good_in_money_hours_and_spread() -> None:
    of = model(
        "road FAST A B 1 h 100 usd",
        "road CHEAP A B 9 h 10 usd",
        "road BEATEN A B 10 h 11 usd",
        "road SURE A B 5 h 101 usd",
        "road QUICK A B 0..1..2 h 90 usd",
    )
    assert sorted(ids(unbeaten_routes(of, Asked("A", "B")))) == [["CHEAP"], ["FAST"], ["QUICK"]]


def test_an_isochrone_has_the_places_within_the_limit_and_those_that_nothing_reaches() -> None:
    of = model("road L1 A B 5 h", "road L2 B C 6 h", "sea L3 A D 1 h", "road L4 E F 1 h")
    found = isochrone(of, Asked("A", "A"), 10)
    assert [(one.place, one.value, one.lacking) for one in found.reached] == [
        ("A", 0, 0),
        ("D", 1, 1),
        ("B", 5, 0),
    ]
    assert found.unreached == ("E", "F")


def test_no_route_is_refused_whatever_is_asked() -> None:
    of = model("road L1 A B 5 h", "road L2 C D 6 h")
    for ask in (lambda: best_routes(of, Asked("A", "D"), 3), lambda: unbeaten_routes(of, Asked("A", "D"))):
        with pytest.raises(Unreachable):
            ask()
