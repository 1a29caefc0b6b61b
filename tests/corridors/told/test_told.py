"""Answers as plain values: JSON that holds every number with its unit, its basis and its source, and what nobody told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.edition import Edition
from kengesh.corridors.network.network import Network, network_of
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Commodity
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.questions.capacity import capacity_between
from kengesh.corridors.questions.criticality import criticality
from kengesh.corridors.questions.isochrone import isochrone
from kengesh.corridors.questions.ladder import ladder_of
from kengesh.corridors.questions.route import best_route
from kengesh.corridors.questions.routes import best_routes
from kengesh.corridors.told.capacity import capacity_told
from kengesh.corridors.told.checking import checking_told
from kengesh.corridors.told.criticality import criticality_told
from kengesh.corridors.told.isochrone import isochrone_told
from kengesh.corridors.told.lacking import settles
from kengesh.corridors.told.refused import not_known_told, unreachable_told
from kengesh.corridors.told.route import best_told
from kengesh.corridors.told.routes import routes_told
from kengesh.corridors.told.values import plain
from tests.corridors.small import model, network, number

SOURCE = ("https://example.org/timetable",)
LINE = (
    "rail L1 A/KAZ B/KAZ 10 h 400 km 1520",
    "crossing:rail C1 B B 4..6..20 h 1520",
    "rail L2 B C/UZB 300 km 1520",
)
SEA = (
    "rail L1 A B 10 h 400 km 1520",
    "transfer:rail-sea T1 B B 5 h",
    "sea S1 B C/AZE 22 h 440 km 50 headway",
)


def exercise(of: Model) -> Model:
    """The same model, of an edition that calls itself an exercise."""
    first = of.network.editions[0]
    told = Edition(
        id="x", title="X", day="2026", hash="1" * 64, tables={}, exercise=True, credits=("© Nobody",)
    )
    return model_of(Network((first, told), of.network.rows, of.network.figures))


def test_a_route_is_json_and_its_steps_add_up() -> None:
    told = best_told(of := model(*SEA), best_route(of, Asked("A", "C")))
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    steps = told["route"]["steps"]
    assert [one["row"] for one in steps] == ["L1", "T1", "S1"]
    assert sum(one["hours"] for one in steps) == told["route"]["hours"] == told["value"] == 62
    assert [piece["sort"] for piece in steps[2]["pieces"]] == ["running", "wait"]


def test_every_piece_of_a_step_names_the_number_on_which_it_rests() -> None:
    timetable = number("L1", "time", 0.5, "d", basis="published", source=SOURCE, day="2025-03", method="")
    told = best_told(of := model(*LINE, numbers=(timetable,)), best_route(of, Asked("A", "B")))
    (piece,) = told["route"]["steps"][0]["pieces"]
    assert piece["number"] | {"others": None} == {
        "subject": "L1",
        "quantity": "time",
        "direction": None,
        "nationality": None,
        "commodity": None,
        "value": 12,
        "unit": "h",
        "low": None,
        "high": None,
        "basis": "published",
        "source": list(SOURCE),
        "day": "2025-03",
        "method": None,
        "sample_size": None,
        "where": None,
        "as_told": {"value": 0.5, "unit": "d"},
        "converted_with": [],
        "scaled_by": [],
        "others": None,
    }
    (other,) = piece["number"]["others"]
    assert (other["value"], other["unit"], other["basis"]) == (10, "h", "assumed")
    assert [one["subject"] for one in told["route"]["differing"]] == ["L1"]


def test_door_to_door_tells_running_borders_and_other_stops_apart() -> None:
    lines = (*SEA, "crossing:road C1 C C 3 h", "transfer:sea-road T2 C C 2 h", "road L2 C D/GEO 5 h 250 km")
    told = best_told(of := model(*lines), best_route(of, Asked("A", "D")))
    counted = told["route"]["door_to_door"]
    assert counted["running_hours"] == 37
    assert (
        counted["running_hours"] + counted["border_hours"] + counted["stop_hours"] == told["route"]["hours"]
    )
    assert counted["border_hours"] == 3
    assert counted["speed_without_delay_km_h"] == pytest.approx(1090 / 37, abs=1e-6)
    assert counted["speed_with_delay_km_h"] == pytest.approx(1090 / told["route"]["hours"], abs=1e-6)


def test_a_number_that_nobody_told_makes_a_lower_bound_and_says_what_would_settle_it() -> None:
    told = best_told(of := model(*LINE), best_route(of, Asked("A", "C")))
    route = told["route"]
    assert route["hours_at_least"] and route["usd_at_least"]
    hours = [one for one in route["lacking"] if one["quantity"] != "cost"]
    assert [(one["subject"], one["quantity"]) for one in hours] == [("L2", "time")]
    assert hours[0]["says"] == (
        "It would take time of L2 (Place B – Place C), in h: running or sailing time, without stops at borders and in ports."
    )


def test_the_spread_says_how_many_numbers_have_one() -> None:
    spread = best_told(of := model(*LINE), best_route(of, Asked("A", "C")))["route"]["spread"]
    assert (spread["numbers_with"], spread["numbers_without"]) == (1, 1)
    # the triangle of 4, 6 and 20 has the variance (a² + b² + c² - ab - ac - bc) / 18
    assert spread["standard_deviation"] == pytest.approx((228 / 18) ** 0.5, abs=1e-6)


def test_shares_by_basis_add_up_to_one() -> None:
    published = number("L1", "time", 30, "h", basis="published", source=SOURCE, method="")
    rests_on = best_told(of := model(*LINE, numbers=(published,)), best_route(of, Asked("A", "C")))["route"][
        "rests_on"
    ]
    assert rests_on["hours"] == {
        "published": pytest.approx(30 / 36, abs=1e-6),
        "assumed": pytest.approx(6 / 36, abs=1e-6),
    }
    assert rests_on["usd"] == {}


def test_an_answer_that_rests_on_an_exercise_says_so_as_a_value_and_in_words() -> None:
    told = best_told(of := exercise(model(*SEA)), best_route(of, Asked("A", "C")))
    assert told["exercise"] is True and told["network"]["exercise"] is True
    assert told["notes"] == [
        "Exercise data: a part of the numbers is made up for trying the tool, and describes nothing real.",
        "Data: © Nobody.",
    ]


def test_an_answer_that_counts_no_exercises_numbers_does_not_call_itself_one() -> None:
    of = model_of(exercise(model(*SEA)).network, bases=("published", "derived", "assumed"))
    assert best_told(of, best_route(of, Asked("A", "C")))["exercise"] is False


def test_a_pair_without_a_route_is_told_with_its_cut() -> None:
    of = model("road L1 A B 1 h", "road L2 B C 1 h planned")
    with pytest.raises(Unreachable) as refused:
        best_route(of, Asked("A", "C"))
    told = unreachable_told(of, refused.value)
    assert told["truth"] == "no"
    assert [(one["id"], one["why"], one["name"]) for one in told["cut"]] == [
        ("L2", "planned", "Place B – Place C")
    ]
    assert told["opening"] == told["cut"]


def test_what_is_not_known_is_told_with_the_numbers_that_would_settle_it() -> None:
    of = model(*SEA, rows=(Commodity(commodity_id="grain", name="Grain"),))
    with pytest.raises(NotKnown) as refused:
        best_route(of, Asked("A", "C", "generalised", Shipper("grain")))
    told = not_known_told(of, refused.value)
    assert told["truth"] == "not-known"
    assert [one["quantity"] for one in told["lacking"]] == ["value_of_time", "value_of_reliability"]
    assert told["lacking"][0]["says"].startswith(
        "It would take value_of_time of grain (Grain), in USD/(TEU h): "
    )


def test_an_isochrone_has_the_nearest_first_and_names_what_is_not_reached() -> None:
    asked = Asked("A", "A")
    of = model("road L1 A B 3 h", "road L2 B C", "road L3 D E 1 h")
    told = isochrone_told(of, asked, 100.0, isochrone(of, asked, 100.0))
    assert [(one["place"]["id"], one["value"], one["at_least"]) for one in told["reached"]] == [
        ("A", 0, False),
        ("B", 3, False),
        ("C", 3, True),
    ]
    assert [one["id"] for one in told["unreached"]] == ["D", "E"]
    assert "to" not in told["asked"]


def test_shares_of_routes_are_told_beside_the_scale_they_rest_on() -> None:
    of = model("road L1 A B 10 h", "road L2 A B 10 h")
    told = routes_told(of, best_routes(of, Asked("A", "B"), 2, 0.05), "best", 0.05)
    assert [one["share"] for one in told["routes"]] == [0.5, 0.5]
    assert told["scale"] == 0.05


def test_a_capacity_that_is_not_known_is_null_and_its_bounds_are_told() -> None:
    of = model("road L1 A B 1 h 10 teu", "road L2 B C 1 h")
    found = capacity_between(of, Asked("A", "C"))
    told = capacity_told(of, found, ladder_of(of, best_route(of, Asked("A", "C")).route, Shipper()))
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert (told["truth"], told["teu_per_day"]) == ("not-known", None)
    assert (told["at_least"]["teu_per_day"], told["at_most"]["teu_per_day"]) == (0, 10)
    assert [(one["subject"], one["quantity"]) for one in told["lacking"]] == [("L2", "capacity")]
    assert [one["is_least"] for one in told["ladder"]["rungs"]] == [True, False]


def test_a_capacity_without_limit_is_no_number() -> None:
    of = model("road L1 A B 1 h")
    told = capacity_told(of, capacity_between(of, Asked("A", "B")))
    assert told["at_most"] | {"cut_near_origin": [], "cut_near_destination": []} == {
        "teu_per_day": None,
        "without_limit": True,
        "cut_near_origin": [],
        "cut_near_destination": [],
        "proven": True,
    }


def test_a_loss_without_a_way_round_is_told_as_one_and_has_no_amount() -> None:
    of = model("road L1 A B 1 h", "road L2 B C 1 h", "road L3 B C 4 h")
    told = criticality_told(of, criticality(of, [Asked("A", "C")]))
    assert [(one["id"], one["pairs_cut_off"], one["losses"][0]["amount"]) for one in told["closings"]] == [
        ("L1", 1, None),
        ("L2", 0, 3),
    ]
    assert told["closings"][0]["losses"][0]["standing"] == "no way round"
    assert told["rests_on"] == {"assumed": 1}


def test_findings_are_told_with_file_and_line_and_errors_make_the_truth_no() -> None:
    told = checking_told(network("rail L1 A B 10 h 1520", "rail L2 B C 5 h 1435"))
    assert (told["truth"], told["errors"], told["remarks"]) == ("no", 1, 0)
    assert told["findings"][0]["row"] == "B"
    assert checking_told(network("road L1 A B 1 h"))["truth"] == "yes"


@pytest.mark.parametrize(
    ("value", "told"),
    [(1 / 3, 0.333333), (2.0, 2), (-0.0000001, 0), (float("inf"), None), (float("nan"), None), (None, None)],
)
def test_a_number_keeps_six_decimals_and_what_is_none_is_null(
    value: float | None, told: float | None
) -> None:
    assert plain(value) == told


def test_what_would_settle_a_number_of_a_mode_or_of_any_goods_is_a_sentence_too() -> None:
    of = network("rail L1 A B 10 h 1520")
    assert settles(of, Slot("rail", "train_load")) == (
        "It would take train_load of rail, in TEU/train: containers on a train."
    )
    assert settles(of, Slot("", "payload")).endswith("of a sort of goods: name one.")
    assert settles(of, Slot("L1", "time", "forward", "TJK")).startswith(
        "It would take time of L1 (Place A – Place B), for forward, TJK, in h: "
    )


def test_two_editions_are_named_each_with_its_hash() -> None:
    of = exercise(model(*SEA))
    told = best_told(of, best_route(of, Asked("A", "C")))["network"]
    assert [one["hash"][0] for one in told["editions"]] == ["0", "1"]
    assert told["id"] == "test + x" and told["hash"] not in ("0" * 64, "1" * 64)
    assert network_of([replace(of.network.editions[0])]).hash == "0" * 64
