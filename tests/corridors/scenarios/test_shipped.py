"""The scenarios that the package ships: each reads, fits the network, and changes what it says it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.corridors.compiled.pieces import ANYBODY
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.network import Network
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.route import Route, best_route
from kengesh.corridors.scenarios.applying import apply
from kengesh.corridors.scenarios.reading import read_scenario, read_scenarios
from kengesh.corridors.scenarios.values import Scenario

SHIPPED = (
    "aktau-storm",
    "azerbaijan-participation",
    "caspian-low-water",
    "china-kyrgyzstan-uzbekistan-523",
    "china-kyrgyzstan-uzbekistan-532-53",
    "feeder-vessel-lost",
    "trans-afghan",
    "tripp",
)


@pytest.fixture(scope="module")
def exercise(with_exercise: Network) -> Model:
    return model_of(with_exercise)


@pytest.fixture(scope="module")
def scenarios(shipped: Path, with_exercise: Network) -> dict[str, Scenario]:
    return read_scenarios(shipped, with_exercise)


def route(model: Model, asked: Asked) -> Route:
    return best_route(model, asked).route


def test_these_scenarios_are_shipped_each_in_the_file_of_its_name(scenarios: dict[str, Scenario]) -> None:
    assert tuple(scenarios) == SHIPPED
    assert [one.written.file for one in scenarios.values()] == [f"{one}.yaml" for one in SHIPPED]


@pytest.mark.parametrize(
    "name", [one for one in SHIPPED if one not in ("caspian-low-water", "feeder-vessel-lost")]
)
def test_what_needs_no_exercise_fits_the_edition_alone(name: str, shipped: Path, network: Network) -> None:
    assert read_scenario(shipped / f"{name}.yaml", network).layers == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_each_changes_something_and_little(
    name: str, scenarios: dict[str, Scenario], exercise: Model
) -> None:
    after = apply(exercise, scenarios[name])
    rows = {key for key, row in after.network.rows.items() if row != exercise.network.rows.get(key)}
    slots = {slot for slot in after.numbers.slots() if after.numbers.at(slot) != exercise.numbers.at(slot)}
    assert 0 < len(rows) + len({slot.subject for slot in slots}) <= 12


def test_no_assumption_is_graded_otherwise_and_each_better_grade_names_its_source(
    scenarios: dict[str, Scenario],
) -> None:
    edits = [edit for one in scenarios.values() for edit in one.edits]
    assert all(edit.grade == "C" for edit in edits if "ssumption" in edit.because)
    assert all(edit.source for edit in edits if edit.grade != "C")
    assert {edit.grade for edit in scenarios["azerbaijan-participation"].edits} == {"C"}


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("china-kyrgyzstan-uzbekistan-523", Asked("CN-KHG", "UZ-AND", modes=("rail",), via=("KG-MAK",))),
        ("tripp", Asked("AZ-BAK", "TR-KRS", modes=("rail",), via=("AM-MEG",))),
        ("trans-afghan", Asked("UZ-TAS", "PK-KHI", modes=("rail",), via=("PK-KHR",))),
    ],
)
def test_a_planned_railway_is_no_way_before_and_one_after(
    name: str, asked: Asked, scenarios: dict[str, Scenario], exercise: Model
) -> None:
    with pytest.raises(Unreachable):
        best_route(exercise, asked)
    assert route(apply(exercise, scenarios[name]), asked).lacking_hours == ()


@pytest.mark.parametrize(
    ("name", "km"), [("china-kyrgyzstan-uzbekistan-523", 523), ("china-kyrgyzstan-uzbekistan-532-53", 532.53)]
)
def test_the_chinese_kyrgyz_uzbek_line_is_as_long_as_published(
    name: str, km: float, scenarios: dict[str, Scenario], exercise: Model
) -> None:
    after = apply(exercise, scenarios[name])
    found = [after.numbers.of(row, "distance") for row in ("R080", "R081", "R082", "R083")]
    assert sum(one.likely for one in found if one) == pytest.approx(km, abs=0.005)


def test_the_storm_is_waited_for_once_on_the_way_by_aktau(
    scenarios: dict[str, Scenario], exercise: Model
) -> None:
    asked = Asked("KZ-BEY", "AZ-BAK", via=("KZ-AKP", "AZ-ALP"), modes=("rail", "sea"), avoid=("RUS", "IRN"))
    stormy = apply(exercise, scenarios["aktau-storm"])
    waits = [
        piece for piece in stormy.weights(ANYBODY).passings["S002", "forward"].pieces if piece.sort == "rule"
    ]
    assert [one.value for one in waits] == [120]
    assert [(one.factors[0].low, one.factors[0].high) for one in waits] == [(0, 240)]
    assert route(stormy, asked).hours <= route(exercise, asked).hours + 120


def test_low_water_takes_a_fifth_of_the_capacity_at_aktau(
    scenarios: dict[str, Scenario], exercise: Model
) -> None:
    before, after = exercise.numbers, apply(exercise, scenarios["caspian-low-water"]).numbers
    pairs = [(one.of("S002", "capacity"), two.of("S002", "capacity")) for one, two in ((before, after),)]
    assert [(one.likely, two.likely) for one, two in pairs if one and two] == [(600, 480)]


def test_a_vessel_fewer_waits_a_fifth_longer(scenarios: dict[str, Scenario], exercise: Model) -> None:
    after = apply(exercise, scenarios["feeder-vessel-lost"])
    waits = [
        piece.value
        for one in (exercise, after)
        for piece in one.weights(ANYBODY).passings["S002", "forward"].pieces
        if piece.sort == "wait"
    ]
    assert waits[1] == pytest.approx(waits[0] * 1.2)
