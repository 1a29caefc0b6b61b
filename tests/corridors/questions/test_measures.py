"""Measures ranked by what they save: each one changes what it says and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kengesh.corridors.compiled.pieces import ANYBODY
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Check, Rule
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.candidates import candidates
from kengesh.corridors.questions.changed import closing, opening, putting, scaling
from kengesh.corridors.questions.measures import Ranked, ranking
from kengesh.corridors.questions.route import best_route
from tests.corridors.small import model, number

A_TO_C = Asked("A", "C")
PUBLISHED = {"basis": "published", "source": ("https://example.org/",)}


def ranked(of: Model, *pairs: Asked) -> dict[str, Ranked]:
    return {
        one.candidate.sort + " " + ",".join(one.candidate.rows): one
        for one in ranking(of, pairs or (A_TO_C,))
    }


def test_a_planned_row_saves_what_its_way_is_shorter() -> None:
    found = ranked(model("road L1 A C 30 h", "road NEW A C 4..10..16 h planned"))
    assert (found["row NEW"].hours, found["row NEW"].joined) == (20, ())
    assert found["row NEW"].spread < 0  # the new road varies, and nobody told how much the old one does


def test_half_a_line_helps_nobody_and_the_whole_line_does() -> None:
    lines = (
        "road L1 A C 30 h",
        "road N1 A B 4 h planned",
        "road N2 B C 4 h building",
        "road FAR D E 1 h planned",
    )
    found = ranked(model(*lines))
    assert [found[name].hours for name in ("row N1", "row N2", "line N1,N2")] == [0, 0, 22]
    assert "line FAR" not in found


def test_a_pair_joined_for_the_first_time_has_no_hours_saved_and_comes_first() -> None:
    found = ranking(
        model("road L1 A B 30 h", "road NEW B C 10 h planned", "road L2 A B 2 h planned"),
        [A_TO_C, Asked("A", "B")],
    )
    assert (found[0].candidate.rows, found[0].joined, found[0].hours) == (("NEW", "L2"), (A_TO_C,), 28)
    assert (found[1].candidate.rows, found[1].joined, found[1].hours) == (("NEW",), (A_TO_C,), 0)


def test_a_new_row_of_unknown_hours_saves_nothing_known_and_up_to_the_whole() -> None:
    found = ranked(model("road L1 A C 30 h", "road NEW A C planned"))["row NEW"]
    assert (found.hours, found.at_most) == (0, 30)


def test_a_dwell_is_brought_down_to_the_shortest_published_of_its_kind_and_no_further() -> None:
    lines = (
        "road L1 A P 1 h",
        "crossing:road X P Q",
        "road L2 Q C 1 h",
        "crossing:road Y R S",
        "crossing:road Z S T",
    )
    dwells = (
        number("X", "dwell", 20, "h"),
        number("Y", "dwell", 8, "h", **PUBLISHED),
        number("Z", "dwell", 2, "h"),
    )
    found = ranked(model(*lines, numbers=dwells))
    assert found["dwell X"].hours == pytest.approx(12)
    assert "8 h at Y" in found["dwell X"].candidate.assumes
    assert "dwell Z" not in found
    assert found["half dwell X"].hours == pytest.approx(10)


def test_one_vessel_more_shortens_the_wait() -> None:
    found = ranked(model("sea S A C 10 h 24 headway", numbers=(number("S", "vessels", 3, "vessels"),)))
    # By hand: 24 / 2 against 18 / 2; spread 24 / sqrt(12) against 18 / sqrt(12).
    assert (found["vessel S"].hours, found["vessel S"].spread) == (
        pytest.approx(3),
        pytest.approx(6 / 12**0.5),
    )


def test_a_crossing_open_round_the_clock_has_no_wait_for_opening() -> None:
    lines = ("road L1 A P 1 h", "crossing:road X P Q 1 h 8 opens 20 closes", "road L2 Q C 1 h")
    found = ranked(model(*lines))
    assert found["hours X"].hours == pytest.approx(3)  # 12 closed hours: 12 ** 2 / 48


def test_a_rule_dropped_takes_away_its_delay_and_its_fee() -> None:
    rule = Rule(rule_id="rule/1", name="A permit", kind="permit", at=("L1",))
    tolled = model(
        "road L1 A C 10 h 5 usd",
        rows=(rule,),
        numbers=(number("rule/1", "delay", 6, "h"), number("rule/1", "cost", 40, "USD/TEU")),
    )
    assert ranked(tolled)["rule rule/1"].hours == 6
    by_cost = ranked(tolled, Asked("A", "C", "cost"))
    assert by_cost["rule rule/1"].amount == 40


def test_what_a_source_says_that_a_line_costs_stands_beside_it() -> None:
    cost = Check(
        check_id="check/1",
        says="Cost of building it",
        measure="none",
        at="N2",
        value=4.6,
        unit="billion USD",
        grade="C",
    )
    found = ranked(model("road N1 A B 4 h planned", "road N2 B C 4 h planned", rows=(cost,)))
    assert [one.value for one in found["line N1,N2"].candidate.costs] == [4.6]
    assert found["row N1"].candidate.costs == ()


def test_pairs_may_count_by_what_is_carried_between_them() -> None:
    other = Asked("D", "E")
    lines = ("road L1 A C 30 h", "road NEW A C 10 h planned", "road L2 D E 9 h", "road NEWER D E 8 h planned")
    first = ranking(model(*lines), [A_TO_C, other])[0]
    weighed = ranking(model(*lines), [A_TO_C, other], weights={A_TO_C: 0.01, other: 100.0})[0]
    assert (first.candidate.rows, weighed.candidate.rows) == (("NEW",), ("NEWER",))
    assert weighed.amount == 100


def test_every_measure_of_a_network_says_what_it_assumes() -> None:
    told = candidates(model("road L1 A C 30 h", "sea S A C 3 h planned", "transfer:road-sea T A A 9 h"))
    assert {one.sort for one in told} == {"row", "half dwell"}
    assert all(one.assumes for one in told)


def test_a_changed_model_has_the_weights_that_it_would_have_if_it_were_made_anew() -> None:
    lines = ("road L1 A B 10 h 5 usd", "road L2 B C 8 h", "road NEW A C 3 h planned")
    base = model(*lines)
    best_route(base, A_TO_C)
    slot = Slot("L2", "time")
    changes = {
        "closed": (closing(base, ["L1"]), None),
        "opened": (opening(base, ["NEW"]), 3),
        "scaled": (scaling(base, {slot: 0.5}, "half"), 14),
        "twice": (scaling(scaling(base, {slot: 0.5}, "half"), {slot: 0.5}, "half again"), 12),
        "put": (putting(base, {slot: number("L2", "time", 1, "h")}), 11),
    }
    for name, (changed, hours) in changes.items():
        anew = replace(changed, _weights={})
        for vector in ("hours", "usd", "variance", "unknown_hours", "unknown_usd"):
            told, expected = (getattr(one.weights(ANYBODY), vector) for one in (changed, anew))
            travelled = anew.weights(ANYBODY).hours < CLOSED
            assert (told[travelled] == expected[travelled]).all(), (name, vector)
        assert (changed.weights(ANYBODY).hours == anew.weights(ANYBODY).hours).all(), name
        if hours is not None:
            assert best_route(changed, A_TO_C).value == hours, name
    assert best_route(base, A_TO_C).value == 18
