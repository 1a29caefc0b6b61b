"""Pairs of models: with and without a member, with and without a row."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kengesh.corridors.compiled.pieces import ANYBODY
from kengesh.corridors.model import Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.scenarios.applying import apply, apply_some
from kengesh.corridors.scenarios.pairs import about, removing, without_member
from kengesh.corridors.scenarios.reading import read_scenario, read_scenarios

AZERBAIJAN, KYRGYZSTAN_FOR_EXAMPLE = "decision-azerbaijan", "decision-kyrgyzstan"


def test_the_edits_tied_to_an_accession_are_on_one_side_of_the_pair(
    shipped: Path, network: Network, model: Model
) -> None:
    scenario = read_scenario(shipped / "azerbaijan-participation.yaml", network)

    pair = without_member(model, AZERBAIJAN, scenario)

    assert pair.keys == scenario.keys and pair.says == ""
    assert pair.with_.scenario == apply(model, scenario).scenario
    assert np.array_equal(pair.without.weights(ANYBODY).hours, model.weights(ANYBODY).hours)
    assert (pair.with_.weights(ANYBODY).hours <= pair.without.weights(ANYBODY).hours).all()
    assert (pair.with_.weights(ANYBODY).hours < pair.without.weights(ANYBODY).hours).any()


def test_an_accession_to_which_no_edit_is_tied_gives_no_computed_change(
    shipped: Path, network: Network, model: Model
) -> None:
    scenario = read_scenario(shipped / "azerbaijan-participation.yaml", network)
    for pair in (
        without_member(model, KYRGYZSTAN_FOR_EXAMPLE, scenario),
        without_member(model, KYRGYZSTAN_FOR_EXAMPLE),
    ):
        assert pair.says == "No edit is tied to “decision-kyrgyzstan”: no computed change."
        assert pair.scenario.edits == () and pair.keys == ()
        assert pair.with_ is pair.without
        assert pair.with_.weights(ANYBODY) is model.weights(ANYBODY)


def test_edits_that_are_not_tied_are_on_both_sides(tmp_path: Path, network: Network, model: Model) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "scenario: a\ntitle: x\nnetwork: central-asia/2026-01\nday: 2026\nsays: x\nabout: decision-azerbaijan\nedits:\n"
        "  - {scale: S002, quantity: time, by: 0.5, because: x, grade: C}\n"
        "  - {scale: S003, quantity: time, by: 0.5, because: x, grade: C, about: proposal/railways}\n",
        encoding="utf-8",
    )
    scenario = read_scenario(path, network)

    pair = without_member(model, AZERBAIJAN, scenario)

    assert pair.keys == ("1",)
    assert pair.without.scenario == apply_some(model, scenario, ["2"]).scenario


def test_scenarios_are_found_by_what_they_are_about(shipped: Path) -> None:
    found = about(read_scenarios(shipped).values(), "proposal/railways")
    assert [one.id for one in found] == [
        "china-kyrgyzstan-uzbekistan-523",
        "china-kyrgyzstan-uzbekistan-532-53",
        "trans-afghan",
    ]


def test_without_a_row_nothing_goes_over_it(model: Model) -> None:
    pair = removing(model, ["S002", "S003"])

    assert pair.with_ is model
    assert model.open_rows.keys() - pair.without.open_rows.keys() == {"S002", "S003"}
    assert pair.without.scenario != removing(model, ["S002"]).without.scenario != ""
