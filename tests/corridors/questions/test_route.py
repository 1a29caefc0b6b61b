"""The best route, what it rests on, and what is said where numbers are lacking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import model_of
from kengesh.corridors.network.numbers import Scale, Slot
from kengesh.corridors.network.tables import Commodity, Rule
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.questions.route import best_route
from tests.corridors.small import model, network, number

GOODS = Commodity(commodity_id="goods", name="Goods")


def test_hours_are_told_running_and_stopping_apart() -> None:
    of = model(
        "rail L1 A B 10 h 400 km 1520", "crossing:rail X B C/UZB 30 h 1520", "rail L2 C D 5 h 200 km 1520"
    )
    route = best_route(of, Asked("A", "D")).route
    assert (route.hours, route.hours_of("running"), route.hours_of("dwell"), route.km) == (45, 15, 30, 600)


def test_a_way_whose_hours_are_all_known_comes_before_one_that_nobody_timed() -> None:
    of = model("road KNOWN A B 10 h", "sea UNTIMED A B 300 km")
    best = best_route(of, Asked("A", "B"))
    assert [step.id for step in best.route.steps] == ["KNOWN"]
    assert best.rival is not None
    assert [str(one) for one in best.rival.lacking_hours] == ["UNTIMED time", "UNTIMED headway"]


def test_a_way_that_is_longer_even_at_its_shortest_is_no_rival() -> None:
    best = best_route(model("road KNOWN A B 10 h", "sea SLOW A B 11 h"), Asked("A", "B"))
    assert best.rival is None, "the wait for the vessel is not known, and cannot make the voyage shorter"


def test_where_every_way_lacks_numbers_the_one_that_lacks_fewest_is_told_as_a_lower_bound() -> None:
    of = model("sea S A B 11 h", "road R1 A C 1 km", "sea S2 C B 2 h", "transfer:road-sea T C C 1 h")
    best = best_route(of, Asked("A", "B"))
    assert [step.id for step in best.route.steps] == ["S"]
    assert [str(one) for one in best.route.lacking_hours] == ["S headway"]


def test_a_route_says_how_much_of_it_rests_on_what() -> None:
    measured = number("L2", "time", 30, "h", basis="published", source=("https://example.org",), method="")
    of = model_of(network("road L1 A B 10 h", "road L2 B C", numbers=(measured,)))
    assert best_route(of, Asked("A", "C")).route.rests_on() == {"published": 0.75, "assumed": 0.25}


def test_of_two_numbers_about_one_thing_the_published_one_counts_and_the_other_stays_visible() -> None:
    measured = number("L1", "time", 12, "h", basis="published", source=("https://example.org",), method="")
    route = best_route(model("road L1 A B 10 h", numbers=(measured,)), Asked("A", "B")).route
    assert route.hours == 12
    assert [one.value for chosen in route.differing for one in chosen.others] == [10]


def test_a_number_without_a_range_adds_no_spread_and_is_counted() -> None:
    route = best_route(model("road L1 A B 4..10..30 h", "road L2 B C 5 h"), Asked("A", "C")).route
    assert route.spread == pytest.approx(((16 + 100 + 900 - 40 - 120 - 300) / 18) ** 0.5)
    assert [str(one) for one in route.without_spread] == ["L2 time"]


def test_the_cheapest_route_is_not_the_fastest() -> None:
    of = model("road FAST A B 1 h 100 usd", "road CHEAP A B 9 h 10 usd")
    assert [one.id for one in best_route(of, Asked("A", "B", "cost")).route.steps] == ["CHEAP"]
    assert [one.id for one in best_route(of, Asked("A", "B", "time")).route.steps] == ["FAST"]


def test_the_generalised_cost_weighs_hours_and_their_spread() -> None:
    lines = ("road SURE A B 12 h 100 usd", "road RISKY A B 0..10..20 h 100 usd")
    worth = [
        number("goods", "value_of_time", 5, "USD/(TEU h)"),
        number("goods", "value_of_reliability", 0, "USD/(TEU h)"),
    ]
    careless = model(*lines, numbers=tuple(worth), rows=(GOODS,))
    best = best_route(careless, Asked("A", "B", "generalised", Shipper("goods")))
    assert ([one.id for one in best.route.steps], best.value) == (["RISKY"], 150)
    worth[1] = number("goods", "value_of_reliability", 6, "USD/(TEU h)")
    careful = model(*lines, numbers=tuple(worth), rows=(GOODS,))
    best = best_route(careful, Asked("A", "B", "generalised", Shipper("goods")))
    assert ([one.id for one in best.route.steps], best.value) == (["SURE"], 160)


def test_without_a_worth_of_time_the_generalised_cost_is_not_known_and_says_what_would_settle_it() -> None:
    with pytest.raises(NotKnown, match="value_of_time") as refused:
        best_route(model("road L A B 1 h 1 usd"), Asked("A", "B", "generalised"))
    assert [one.quantity for one in refused.value.lacking] == ["value_of_time", "value_of_reliability"]


def test_two_places_that_nothing_joins_are_told_with_what_keeps_them_apart() -> None:
    of = model("road L1 A B 1 h", "road L2 B C 1 h planned", "road L3 C D 1 h")
    with pytest.raises(Unreachable) as refused:
        best_route(of, Asked("A", "D"))
    assert refused.value.apart.opening == (("L2", "planned"),)
    with pytest.raises(Unreachable) as refused:
        best_route(model("road L1 A B 1 h", "rail L2 B C 1 h 1520"), Asked("A", "C"))
    assert refused.value.apart.opening is None


def test_a_place_that_is_not_there_is_refused_with_those_that_are_near() -> None:
    with pytest.raises(LookupError, match="Place A"):
        best_route(model("road L1 A B 1 h"), Asked("Place", "B"))


def test_greenhouse_gases_are_those_of_the_links_by_their_length() -> None:
    of = model("road L1 A B 1 h 200 km", numbers=(number("road", "emissions", 95, "g/(t km)"),))
    assert best_route(of, Asked("A", "B")).route.kilograms_a_tonne == pytest.approx(19)
    assert best_route(model("road L1 A B 1 h 200 km"), Asked("A", "B")).route.kilograms_a_tonne is None


def test_in_choosing_a_lacking_number_counts_for_a_day_and_in_no_sum() -> None:
    lines = ("sea UNTIMED A B 10 h", "road KNOWN A B {} h")
    beyond = best_route(model(lines[0], lines[1].format(35)), Asked("A", "B"))
    assert ([one.id for one in beyond.route.steps], beyond.route.hours) == (["UNTIMED"], 10)
    assert beyond.sure is not None
    assert ([one.id for one in beyond.sure.steps], beyond.sure_value, beyond.is_settled) == (
        ["KNOWN"],
        35,
        False,
    )
    within = best_route(model(lines[0], lines[1].format(33)), Asked("A", "B"))
    assert [one.id for one in within.route.steps] == ["KNOWN"]
    assert (within.sure, within.rival_value, within.is_settled) == (None, 10, False)
    assert best_route(model("road KNOWN A B 9 h", lines[0]), Asked("A", "B")).is_settled


def test_a_number_that_counts_at_two_rows_is_one_number_in_the_spread() -> None:
    wait = Rule(rule_id="W", name="Wait", kind="procedure", at=("L1", "L2"))
    delay = number("W", "delay", 5, "h", low=0, high=30)
    route = best_route(
        model("road L1 A B 1 h", "road L2 B C 1 h", numbers=(delay,), rows=(wait,)), Asked("A", "C")
    ).route
    once = (25 + 900 - 150) / 18
    assert route.spread == pytest.approx((4 * once) ** 0.5)


def test_a_rule_takes_no_more_hours_away_than_a_row_has() -> None:
    green = Rule(rule_id="G", name="Green lane", kind="procedure", at=("L1",))
    of = model("road L1 A B 2 h", "road L2 B C 10 h", numbers=(number("G", "delay", -5, "h"),), rows=(green,))
    best = best_route(of, Asked("A", "C"))
    assert (best.value, best.route.hours) == (10, 10)


def test_what_a_scenario_multiplies_is_multiplied_wherever_it_is_asked_for() -> None:
    of = model(
        "rail L A B 1 h 100 km 1520",
        numbers=(number("L", "capacity", 10, "trains/day"), number("rail", "train_load", 50, "TEU/train")),
    )
    twice = of.numbers.edited({}, {Slot("rail", "train_load"): (Scale("s/1", 2, 2, 2),)})
    assert [one.of("L", "capacity").value for one in (of.numbers, twice)] == [500, 1000]
    longer = replace(
        of, numbers=of.numbers.edited({}, {Slot("L", "distance"): (Scale("s/2", 3, 3, 3),)}), _weights={}
    )
    assert best_route(longer, Asked("A", "B")).route.km == 300


def test_a_measure_or_a_mode_that_there_is_none_of_is_refused() -> None:
    for wrong in ({"by": "luck"}, {"modes": ("air",)}):
        with pytest.raises(ValueError, match="is not known here"):
            Asked("A", "B", **wrong)
