"""``capacity``, ``assign``, ``critical``, ``measures``, ``simulate`` and ``compare`` on the network that comes with the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

EXERCISE = ("--exercise", "--commodity", "containers")


def test_a_capacity_is_not_known_on_the_published_numbers_and_says_why(kengesh) -> None:
    told = kengesh("corridor", "capacity", "Almaty", "Baku", "--json")
    assert told.code == 3
    assert told.json["teu_per_day"] is None and told.json["truth"] == "not-known"
    assert {one["quantity"] for one in told.json["lacking"]} & {"capacity", "train_load", "payload"}


def test_on_exercise_data_a_capacity_is_known_and_says_that_it_is_an_exercise(kengesh) -> None:
    told = kengesh("corridor", "capacity", "Almaty", "Baku", *EXERCISE)
    assert told.code == 0
    for words in ("What binds", "one more is worth", "The room along the best route", "Exercise data:"):
        assert words in told.out
    answer = kengesh("corridor", "capacity", "Almaty", "Baku", *EXERCISE, "--json").json
    assert answer["teu_per_day"] > 0 and answer["exercise"] is True
    assert sum(answer["rests_on"].values()) == pytest.approx(1, abs=1e-5)


def test_without_a_demand_table_an_assignment_is_not_known(kengesh) -> None:
    told = kengesh("corridor", "assign")
    assert told.code == 3 and "no demand table" in " ".join(told.out.split())


def test_an_assignment_of_the_exercises_demand_reaches_its_gap(kengesh) -> None:
    told = kengesh("corridor", "assign", "--exercise", "--json").json
    assert told["user_equilibrium"]["gap_reached"] and told["system_optimum"]["gap_reached"]
    assert told["price_of_anarchy"] >= 1 and told["exercise"] is True
    assert len(told["demand"]) == 15
    assert kengesh("corridor", "assign", "--exercise").code == 0


def test_critical_rows_are_told_the_worst_first(kengesh) -> None:
    told = kengesh("corridor", "critical", "Tashkent", "Mersin", "--json").json
    amounts = [(one["pairs_cut_off"], one["amount"]) for one in told["closings"]]
    assert amounts == sorted(amounts, reverse=True) and amounts[0][1] > 0
    assert "Erzurum" in kengesh("corridor", "critical", "Tashkent", "Mersin", "--most", "5").out


def test_measures_say_what_they_save_and_what_they_assume(kengesh) -> None:
    told = kengesh("corridor", "measures", "Tashkent", "Mersin", "--json").json
    assert all(one["assumes"] for one in told["measures"])
    assert told["measures"][0]["hours"] > 0
    assert kengesh("corridor", "measures", "Tashkent", "Mersin", "--most", "3").code == 0


def test_draws_are_the_same_whoever_makes_them_and_are_kept(kengesh, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    words = (
        "corridor",
        "simulate",
        "Xi'an",
        "Istanbul",
        "--corridor",
        "middle",
        "--draws",
        "60",
        "--seed",
        "7",
        "--json",
    )
    alone = kengesh(*words)
    kept = kengesh(*words, "--keep", tmp_path / "draws")
    assert kept.out == alone.out
    assert list((tmp_path / "draws").rglob("*.parquet"))
    assert kengesh(*words, "--keep", tmp_path / "draws").out == alone.out
    other = kengesh(*words[:-2], "8", "--json")
    assert other.json["pairs"] != alone.json["pairs"]


def test_draws_in_processes_give_the_same_digits(shell) -> None:
    words = ("corridor", "simulate", "Xi'an", "Istanbul", "--corridor", "middle", "--draws", "40", "--json")
    assert shell(*words, "--workers", "2").out == shell(*words).out


def test_a_scenario_is_compared_with_what_it_is_laid_on(kengesh) -> None:
    words = (
        "corridor",
        "compare",
        "Xi'an",
        "Istanbul",
        "--corridor",
        "middle",
        "--scenario",
        "azerbaijan-participation",
        "--draws",
        "60",
    )
    told = kengesh(*words, "--shares")
    assert told.code == 0
    flat = " ".join(told.out.split())
    assert "Under these edits the model computes" in flat
    assert "the range of our assumptions is" in flat
    assert "By state:" in flat
    answer = kengesh(*words, "--shares", "--json").json
    assert answer["scenario"]["id"] == "azerbaijan-participation" and len(answer["scenario"]["hash"]) == 64
    mean = answer["pairs"][0]["difference"]["rerouting"]["mean"]
    assert sum(one["hours"] for one in answer["shares"]) == pytest.approx(mean, abs=1e-4)
    change = answer["pairs"][0]["difference"]["committed"]
    assert change["less"] + change["same"] + change["more"] == pytest.approx(1, abs=1e-5)


def test_an_accession_to_which_no_edit_is_tied_gives_no_computed_change(kengesh) -> None:
    told = kengesh("corridor", "compare", "Osh", "Baku", "--accession", "decision/none", "--draws", "20")
    assert told.code == 0
    assert "No edit is tied to “decision/none”: no computed change." in told.out
    answer = kengesh(
        "corridor", "compare", "Osh", "Baku", "--accession", "decision/none", "--draws", "20", "--json"
    )
    assert answer.json["no_computed_change"] is True
    assert all(one["p50"] == 0 for one in answer.json["pairs"][0]["difference"].values())


def test_a_pair_that_has_no_route_on_one_side_is_told_so(kengesh) -> None:
    words = ("--corridor", "middle", "--without", "KZ-AKP", "--draws", "10")
    told = kengesh("corridor", "compare", "Xi'an", "Istanbul", *words)
    assert told.code == 0 and "is cut off. No route leads from CN-XIA to TR-IST" in " ".join(told.out.split())
    answer = kengesh("corridor", "compare", "Xi'an", "Istanbul", *words, "--json").json
    assert answer["pairs"][0]["with"] is None or answer["pairs"][0]["without"] is None


def test_a_row_is_worth_what_goods_lose_without_it(kengesh) -> None:
    words = (
        "corridor",
        "compare",
        "Xi'an",
        "Istanbul",
        "--corridor",
        "middle",
        "--without",
        "S002",
        "--draws",
        "40",
    )
    told = kengesh(*words, "--exercise")
    assert "With S002 the model computes -" in " ".join(told.out.split())
    answer = kengesh(*words, "--exercise", "--json").json
    assert answer["compared"]["without_rows"] == ["S002"]
    assert answer["pairs"][0]["difference"]["rerouting"]["p50"] < 0


def test_what_closings_cost_is_drawn_as_dots(kengesh, tmp_path: Path) -> None:
    pairs = (
        "--pair",
        "Tashkent->Mersin",
        "--pair",
        "Altynkol->AZ-BAK",
        "--corridor",
        "middle",
        "--most",
        "6",
    )
    told = kengesh("corridor", "critical", *pairs, "--svg", tmp_path / "dots.svg")
    assert told.code == 0
    drawn = (tmp_path / "dots.svg").read_text(encoding="utf-8")
    worst = kengesh("corridor", "critical", *pairs, "--json").json["closings"][0]["id"]
    assert drawn.startswith("<svg") and f"{worst} (" in drawn and "no way round" in drawn
    many = [
        word
        for at in range(6)
        for word in ("--pair", f"Tashkent->{('Mersin', 'Baku', 'Osh', 'Almaty', 'GE-POP', 'Ankara')[at]}")
    ]
    refused = kengesh("corridor", "critical", *many, "--svg", tmp_path / "many.svg")
    assert (refused.code, (tmp_path / "many.svg").exists()) == (2, False)
