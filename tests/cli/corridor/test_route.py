"""``kengesh corridor route``, ``routes`` and ``isochrone`` on the network that comes with the pack of Central Asia."""

from __future__ import annotations

import re

import pytest

MIDDLE = ("--corridor", "middle")


def test_a_route_tells_its_steps_its_sums_and_what_they_rest_on(kengesh) -> None:
    told = kengesh("corridor", "route", "Xi'an", "Istanbul", *MIDDLE)
    assert told.code == 0 and told.err == ""
    for words in ("Port of Aktau", "door to door", "at borders", "speed without delay", "hours rest on"):
        assert words in told.out
    assert re.search(r"door to door +at least [\d.]+ h", told.out)
    assert "It would take dwell of T002" in told.out
    assert "Data: © OpenStreetMap contributors" in told.out


def test_the_same_route_as_json_adds_up_and_names_its_network(kengesh) -> None:
    told = kengesh("corridor", "route", "Xi'an", "Istanbul", *MIDDLE, "--json").json
    route = told["route"]
    assert sum(one["hours"] for one in route["steps"]) == pytest.approx(route["hours"], abs=1e-4)
    assert sum(route["rests_on"]["hours"].values()) == pytest.approx(1, abs=1e-5)
    assert [one["id"] for one in told["asked"]["via"]] == ["KZ-AKP", "AZ-ALP"]
    assert not {"RUS", "IRN"} & {one["country"] for one in route["places"]}
    assert len(told["network"]["hash"]) == 64 and told["exercise"] is False
    bases = {piece["number"]["basis"] for step in route["steps"] for piece in step["pieces"]}
    assert bases <= {"published", "derived", "assumed"}


def test_a_corridor_alone_is_asked_between_its_own_ends(kengesh) -> None:
    asked = kengesh("corridor", "route", "--corridor", "northern", "--json").json["asked"]
    assert (asked["from"]["id"], asked["to"]["id"]) == ("CN-XIA", "DE-DUI")


def test_exercise_data_calls_itself_so_in_words_and_in_json(kengesh) -> None:
    words = ("corridor", "route", "Osh", "Mersin", "--exercise")
    assert "Exercise data: a part of the numbers is made up" in kengesh(*words).out
    told = kengesh(*words, "--json").json
    assert told["exercise"] is True
    assert told["network"]["id"] == "central-asia/2026-01 + central-asia/exercise"


def test_numbers_of_lesser_bases_do_not_count_where_the_person_says_so(kengesh) -> None:
    told = kengesh("corridor", "route", "Xi'an", "Istanbul", *MIDDLE, "--up-to", "published", "--json")
    assert told.code == 0
    assert set(told.json["route"]["rests_on"]["hours"]) == {"published"}
    assert told.json["counted"] == ["published"] and told.json["route"]["hours_at_least"]


def test_a_route_of_which_no_hour_is_published_is_not_known(kengesh) -> None:
    told = kengesh("corridor", "route", "Osh", "Mersin", "--up-to", "published", "--json")
    assert (told.code, told.json["truth"], told.json["value"]) == (3, "not-known", None)
    assert len(told.json["route"]["lacking"]) > len(told.json["route"]["steps"])


def test_planned_rows_are_travelled_where_the_person_says_so(kengesh) -> None:
    told = kengesh("corridor", "route", "CN-KHG", "Andijan", "--mode", "rail", "--json", "--avoid", "KAZ")
    assert told.code == 1
    words = ("corridor", "route", "CN-KHG", "Andijan", "--mode", "rail", "--avoid", "KAZ")
    opened = [f"--status={one}" for one in ("existing", "under construction", "planned")]
    told = kengesh(*words, *opened, "--json")
    assert told.code == 0
    assert "under construction" in {step["status"] for step in told.json["route"]["steps"]}


def test_where_no_route_leads_the_cut_is_told_and_the_exit_code_is_1(kengesh) -> None:
    avoided = [f"--avoid={state}" for state in ("KAZ", "TKM", "CHN", "AFG")]
    told = kengesh("corridor", "route", "Osh", "Istanbul", *avoided)
    assert told.code == 1
    assert "No route leads from KG-OSH to TR-IST. These would have to open:" in " ".join(told.out.split())
    answer = kengesh("corridor", "route", "Osh", "Istanbul", *avoided, "--json")
    assert answer.code == 1 and answer.json["truth"] == "no"
    assert {one["why"] for one in answer.json["cut"]} == {"avoided"}


def test_a_cost_that_nobody_told_is_not_known_and_the_numbers_are_named(kengesh) -> None:
    told = kengesh("corridor", "route", "Osh", "Mersin", "--by", "generalised")
    assert told.code == 3 and "What would settle it" in told.out
    answer = kengesh("corridor", "route", "Osh", "Mersin", "--by", "generalised", "--json")
    assert answer.code == 3 and answer.json["truth"] == "not-known"
    assert {one["quantity"] for one in answer.json["lacking"]} == {"value_of_time", "value_of_reliability"}


def test_generalised_cost_is_answered_for_goods_whose_hours_have_a_worth(kengesh) -> None:
    words = ("--by", "generalised", "--exercise", "--commodity", "perishables", "--json")
    told = kengesh("corridor", "route", "Osh", "Mersin", *words).json
    assert told["unit"] == "USD/TEU" and told["value"] > told["route"]["usd"] > 0


def test_a_route_that_could_be_beaten_says_by_which(kengesh) -> None:
    told = kengesh("corridor", "route", "Tashkent", "Port of Poti")
    assert "It is not settled that this route is the best" in told.out
    answer = kengesh("corridor", "route", "Tashkent", "Port of Poti", "--json").json
    assert answer["settled"] is False
    assert answer["rival"]["value_at_least"] < answer["value"]


def test_a_stated_departure_gives_a_stated_arrival(kengesh) -> None:
    told = kengesh("corridor", "route", "Almaty", "Baku", "--departs", "Tue 14:30")
    assert told.code == 0 and "Sets out Tue 14:30, arrives " in told.out
    answer = kengesh("corridor", "route", "Almaty", "Baku", "--departs", "Tue 14:30", "--json").json
    assert answer["departs"] == 38.5
    assert answer["arrives"] - answer["departs"] == pytest.approx(answer["value"], abs=1e-5)


def test_routes_that_differ_have_shares_that_add_up_to_one(kengesh) -> None:
    told = kengesh("corridor", "routes", "Tashkent", "Mersin", "--json").json
    assert len(told["routes"]) == 3
    assert sum(one["share"] for one in told["routes"]) == pytest.approx(1, abs=1e-5)
    assert [one["value"] for one in told["routes"]] == sorted(one["value"] for one in told["routes"])
    assert told["scale"] == 0.05


def test_routes_by_three_corridors_stand_beside_each_other(kengesh) -> None:
    corridors = [f"--corridor={one}" for one in ("middle", "southern-etrek", "northern")]
    told = kengesh("corridor", "routes", "Xi'an", "Istanbul", *corridors, "--json")
    assert told.code == 0
    assert [one["corridor"]["id"] for one in told.json["routes"]] == [
        "corridor/middle",
        "corridor/southern-etrek",
    ]
    (none,) = told.json["without_route"]
    assert none["corridor"]["id"] == "corridor/northern" and none["opening"]
    assert (
        "Northern route by Brest: No route leads"
        in kengesh("corridor", "routes", "Xi'an", "Istanbul", *corridors).out
    )


def test_an_isochrone_keeps_to_its_limit(kengesh) -> None:
    told = kengesh("corridor", "isochrone", "Osh", "--within", "24", "--json").json
    values = [one["value"] for one in told["reached"]]
    assert values == sorted(values) and values[-1] <= 24
    assert told["reached"][0]["place"]["id"] == "KG-OSH"
    everywhere = kengesh("corridor", "isochrone", "Osh", "--json").json
    assert len(everywhere["reached"]) > len(values)


def test_a_person_in_a_shell_gets_the_same_answer(shell) -> None:
    told = shell("corridor", "route", "Osh", "Baku", "--json")
    assert told.code == 0 and told.err == ""
    assert told.json["asked"]["to"]["id"] == "AZ-BAK"
