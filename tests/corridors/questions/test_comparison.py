"""With and without are drawn together: what no edit touches is exactly zero, and the shares of the edits add up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.numbers import Scale, Slot
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import compared, paired, shapley
from kengesh.corridors.questions.simulation import STRUCTURES, Simulation, column_name
from kengesh.corridors.runs.running import run
from kengesh.terms.states import state_codes
from tests.corridors.small import model, network

LINES = (
    "road NEAR A/KAZ B/KAZ 8..10..15 h",
    "crossing:road X B E/UZB 5..20..40 h",
    "road ON E C/TKM 5 h",
    "road ROUND A C 20..36..70 h",
    "road ELSEWHERE C D/AZE 3..5..9 h",
)


def scaled(of: Model, slot: Slot, low: float, mode: float, high: float) -> Model:
    numbers = of.numbers.edited({}, {slot: (Scale("scenario/1", low, mode, high),)})
    return replace(of, numbers=numbers, scenario="scaled", _weights={})


def changed(with_: Model, *pairs: tuple[str, str], draws: int = 400) -> list[dict[str, float]]:
    job = paired(model(*LINES), with_, [Asked(*pair) for pair in pairs], 3, draws)
    found = compared(job, run(job).columns)
    return [{one: pair.difference[one].same for one in STRUCTURES} for pair in found.pairs]


def test_a_model_differs_from_itself_by_exactly_zero() -> None:
    job = paired(model(*LINES), model(*LINES), [Asked("A", "C"), Asked("A", "D")], 3, 300)
    found = compared(job, run(job).columns)
    assert found.is_zero
    assert all(one.spread.deviation == 0 for pair in found.pairs for one in pair.difference.values())


def test_a_pair_that_no_edit_touches_does_not_change_in_any_digit() -> None:
    faster = scaled(model(*LINES), Slot("X", "dwell"), 0.5, 0.6, 0.7)
    touched, untouched = changed(faster, ("A", "C"), ("C", "D"))
    assert untouched == dict.fromkeys(STRUCTURES, 1.0)
    assert touched["committed"] == 0.0


def test_a_shorter_stop_never_lengthens_the_way_of_who_may_choose() -> None:
    faster = scaled(model(*LINES), Slot("X", "dwell"), 0.5, 0.6, 1.0)
    job = paired(model(*LINES), faster, [Asked("A", "C")], 3, 500)
    columns = run(job).columns
    for one in ("committed", "rerouting"):
        gained = columns[column_name(1, 0, one)] - columns[column_name(0, 0, one)]
        assert gained.max() <= 0
        assert gained.min() < 0


def test_who_may_choose_in_each_draw_never_takes_longer_than_who_is_committed() -> None:
    job = Simulation((model(*LINES),), (Asked("A", "C"),), 3, 500)
    columns = run(job).columns
    assert np.all(columns[column_name(0, 0, "rerouting")] <= columns[column_name(0, 0, "committed")] + 1e-12)


def test_losers_are_told_by_pair_and_by_state() -> None:
    slower = scaled(model(*LINES), Slot("X", "dwell"), 2, 2, 2)
    job = paired(model(*LINES), slower, [Asked("A", "B"), Asked("B", "C")], 3, 500)
    found = compared(job, run(job).columns)
    states = {one.state: one for one in found.states}
    assert [one.difference["committed"].same for one in found.pairs] == [1.0, 0.0], (
        "who ends at the border does not pass it"
    )
    assert states["TKM"].difference["rerouting"].more > 0.9
    assert states["UZB"].passed_with < states["UZB"].passed_without, (
        "goods go round the state whose border is slower"
    )


def test_the_draws_of_a_run_are_the_same_in_every_digit_however_it_is_cut() -> None:
    job = Simulation((model(*LINES),), (Asked("A", "C"), Asked("A", "D", via=("B",))), 3, 90)
    whole, cut = run(job, chunk=90).columns, run(job, chunk=7).columns
    assert all(np.array_equal(whole[name], cut[name]) for name in whole)


def test_the_name_of_a_run_tells_all_that_determines_it() -> None:
    job = Simulation((model(*LINES),), (Asked("A", "C"),), 3, 90)
    others = [
        replace(job, seed=4),
        replace(job, pairs=(Asked("A", "D"),)),
        replace(job, models=(scaled(model(*LINES), Slot("X", "dwell"), 1, 2, 3),)),
        replace(job, models=(model_of(network(*LINES), bases=("published",)),)),
    ]
    assert len({job.name, *(one.name for one in others)}) == 5
    assert replace(job, draws=10).name == job.name, "more draws later keep those that are there"


def test_the_shares_of_edits_are_those_worked_out_by_hand() -> None:
    worth = {"": 0.0, "a": 1.0, "b": 2.0, "ab": 6.0}
    shares = shapley(["a", "b"], lambda chosen: worth["".join(sorted(chosen))])
    assert shares == {"a": 2.5, "b": 3.5}


def test_the_shares_of_many_edits_add_up_though_they_are_drawn() -> None:
    edits = [f"e{at}" for at in range(9)]

    def value(chosen: frozenset[str]) -> float:
        return float(len(chosen)) + (4.0 if {"e0", "e1"} <= chosen else 0.0)

    shares = shapley(edits, value)
    assert sum(shares.values()) == pytest.approx(13)
    assert shares["e5"] == pytest.approx(1)
    assert shares["e0"] == pytest.approx(3, abs=0.6)


def test_a_difference_of_two_ways_that_lack_different_numbers_is_not_known() -> None:
    lines = ("road SLOW A B 20 h", "sea UNTIMED A B 9 h")
    base = model(*lines)
    opened = model("road SLOW A B 20 h closed", "sea UNTIMED A B 9 h")
    job = paired(base, opened, [Asked("A", "B")], 3, 20)
    (pair,) = compared(job, run(job).columns).pairs
    assert pair.difference == dict.fromkeys(STRUCTURES)
    assert [str(one) for one in pair.lacking] == ["UNTIMED headway"]
    assert pair.without["committed"].p50 > pair.with_["committed"].p50, (
        "two bounds, of which one looks shorter"
    )


def test_what_is_lacking_on_both_sides_falls_out_of_their_difference() -> None:
    lines = ("sea UNTIMED A B 9 h", "road ON B C 10 h", "transfer:road-sea T B B 4 h")
    faster = scaled(model(*lines), Slot("ON", "time"), 0.5, 0.5, 0.5)
    job = paired(model(*lines), faster, [Asked("A", "C")], 3, 20)
    (pair,) = compared(job, run(job).columns).pairs
    assert {key: one.spread.p50 for key, one in pair.difference.items() if one} == dict.fromkeys(
        STRUCTURES, -5.0
    )
    assert pair.lacking == ()


def test_a_pair_that_is_cut_off_is_told_beside_the_others() -> None:
    cut = model(*(line if not line.startswith("road ELSEWHERE") else f"{line} closed" for line in LINES))
    job = paired(model(*LINES), cut, [Asked("A", "C"), Asked("A", "D")], 3, 50)
    whole, gone = compared(job, run(job).columns).pairs
    assert whole.difference["committed"].same == 1.0
    assert (gone.is_cut_off, gone.is_joined, gone.difference) == (True, False, dict.fromkeys(STRUCTURES))


def test_states_are_told_apart_however_many_there_are() -> None:
    codes = sorted(state_codes())[:150]
    lines = [f"road L{at} P{at}/{codes[at]} P{at + 1}/{codes[at + 1]} 1 h" for at in range(149)]
    job = paired(model(*lines), model(*lines), [Asked("P0", "P100")], 3, 5)
    found = compared(job, run(job).columns)
    assert {one.state for one in found.states if one.passed_with == 1.0} == set(codes[:101])
