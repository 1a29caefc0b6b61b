"""A model under a scenario: what the edits change, in which order, and what stays the very same."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from kengesh.corridors.compiled.pieces import ANYBODY, Shipper
from kengesh.corridors.compiled.states import compile_network
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.route import best_route
from kengesh.corridors.scenarios.applying import apply, apply_some, standing
from kengesh.corridors.scenarios.hashing import hash_of
from kengesh.corridors.scenarios.mistakes import ScenarioError
from kengesh.corridors.scenarios.reading import read_scenario

Write = Callable[..., Path]
CASPIAN = Asked("KZ-AKP", "AZ-ALP", modes=("sea",))
WHY = "    because: x\n    grade: C\n"


def hours(model: Model, row: str, direction: str = "forward", shipper: Shipper = ANYBODY) -> float:
    """What passing a row takes, infinite where it may not be travelled."""
    at = next(at for at in model.compiled.of_subject[row] if model.compiled.arcs[at].direction == direction)
    return float(model.weights(shipper).hours[at])


def test_a_scenario_without_edits_has_its_own_hash_and_the_very_weights_of_the_base(
    write: Write, model: Model, network: Network
) -> None:
    scenario = read_scenario(write("  []\n"), network)

    after = apply(model, scenario)

    assert after.scenario == hash_of(scenario, network)
    assert (after.network, after.compiled, after.numbers) == (model.network, model.compiled, model.numbers)
    assert after.weights(ANYBODY) is model.weights(ANYBODY)


def test_edits_that_leave_a_row_alone_leave_its_weights_bit_for_bit(
    write: Write, model: Model, network: Network
) -> None:
    text = f"  - scale: S002\n    quantity: time\n    by: [0.5, 0.8, 1.1]\n{WHY}"
    after = apply(model, read_scenario(write(text), network))

    touched = list(model.compiled.of_subject["S002"])
    for name in ("hours", "usd", "variance", "unknown_hours", "unknown_usd"):
        before_, after_ = getattr(model.weights(ANYBODY), name), getattr(after.weights(ANYBODY), name)
        assert np.array_equal(np.delete(before_, touched), np.delete(after_, touched))
    assert hours(after, "S002") == 22 * 0.8


def test_a_removed_row_may_not_be_travelled_and_is_told_as_closed(
    write: Write, model: Model, network: Network
) -> None:
    after = apply(model, read_scenario(write(f"  - remove: S002\n{WHY}"), network))

    assert hours(after, "S002") == np.inf and hours(model, "S002") == 22
    assert after.network.links["S002"].status == "closed" and model.network.links["S002"].status == "existing"
    assert after.compiled is model.compiled


def test_removing_a_place_closes_whatever_begins_or_ends_there(
    write: Write, model: Model, network: Network
) -> None:
    after = apply(model, read_scenario(write(f"  - remove: KZ-AKP\n{WHY}"), network))

    gone = model.open_rows.keys() - after.open_rows.keys()
    assert gone == {"S002", "S005", "S006", "D046", "D047", "D081", "T002", "YKZ-AKP-road-sea", "XD081"}


def test_a_planned_link_that_is_set_to_existing_is_travelled(
    write: Write, model: Model, network: Network
) -> None:
    text = f"  - set: R032\n    field: status\n    to: existing\n{WHY}"
    after = apply(model, read_scenario(write(text), network))

    assert hours(model, "R032") == np.inf
    assert 0 < hours(after, "R032") < np.inf


def test_a_number_that_is_set_stands_in_the_place_of_all_others(
    write: Write, model: Model, network: Network
) -> None:
    text = f"  - set: S002\n    quantity: time\n    value: 1.5\n    low: 1\n    high: 2\n    unit: d\n{WHY}"
    after = apply(model, read_scenario(write(text), network))

    found = after.numbers.of("S002", "time")
    assert found is not None
    assert (found.value, found.low, found.high, found.basis, found.others) == (
        36.0,
        24.0,
        48.0,
        "assumed",
        (),
    )
    assert hours(after, "S002") == 36


def test_a_number_that_nobody_told_may_be_set(write: Write, model: Model, network: Network) -> None:
    text = f"  - set: S001\n    quantity: headway\n    value: 12\n    unit: h\n{WHY}"
    after = apply(model, read_scenario(write(text), network))

    assert Slot("S001", "headway") in model.weights(ANYBODY).passings["S001", "forward"].lacking_hours
    assert after.weights(ANYBODY).passings["S001", "forward"].lacking_hours == ()


def test_factors_of_two_edits_multiply_and_are_known_by_their_scenario(
    write: Write, model: Model, network: Network
) -> None:
    text = (
        f"  - scale: [S002, S003]\n    quantity: time\n    by: 0.5\n{WHY}"
        f"  - key: again\n    scale: S002\n    quantity: time\n    by: 3\n{WHY}"
    )
    after = apply(model, read_scenario(write(text), network))

    assert [one.key for one in after.numbers.scales_of(Slot("S002", "time"))] == ["trial/1", "trial/again"]
    assert [one.key for one in after.numbers.scales_of(Slot("S003", "time"))] == ["trial/1"]
    assert (hours(after, "S002"), hours(after, "S003")) == (33, 9)
    chosen = after.numbers.of("S002", "time")
    assert chosen is not None and (chosen.value, chosen.likely) == (22, 33)


def test_edits_are_made_in_their_order(write: Write, model: Model, network: Network) -> None:
    scale = f"  - scale: S002\n    quantity: time\n    by: 0.5\n{WHY}"
    put = f"  - set: S002\n    quantity: time\n    value: 10\n    unit: h\n{WHY}"

    assert hours(apply(model, read_scenario(write(put + scale), network)), "S002") == 5
    assert hours(apply(model, read_scenario(write(scale + put), network)), "S002") == 10


def test_a_factor_of_one_direction_leaves_the_other_alone(
    write: Write, model: Model, network: Network
) -> None:
    text = f"  - scale: B018\n    quantity: dwell\n    direction: forward\n    by: 0.5\n{WHY}"
    after = apply(model, read_scenario(write(text), network))

    assert hours(after, "B018") == pytest.approx(69.7 / 2)
    assert hours(after, "B018", "back") == hours(model, "B018", "back")


def test_an_added_link_appends_its_arcs_and_is_travelled(
    write: Write, model: Model, network: Network
) -> None:
    text = (
        "  - add: link\n    row: {link_id: X1, from_place: KZ-AKP, to_place: AZ-ALP, mode: sea}\n"
        f"    numbers: [{{quantity: time, value: 5, unit: h}}]\n{WHY}"
    )
    after = apply(model, read_scenario(write(text), network))

    assert set(after.compiled.arcs) - set(model.compiled.arcs) == {
        after.compiled.arcs[at] for at in after.compiled.of_subject["X1"]
    }
    assert set(after.compiled.arcs) == set(compile_network(after.network).arcs)
    assert hours(after, "X1") == 5


def test_an_added_border_within_a_place_is_paid_by_who_passes_it(
    write: Write, model: Model, network: Network
) -> None:
    text = (
        "  - add: crossing\n    row: {crossing_id: X1, from_place: GE-TBS, to_place: GE-TBS, mode: rail, from_gauge_mm: 1520,\n"
        "          to_gauge_mm: 1520, beyond: R119}\n"
        f"    numbers: [{{quantity: dwell, value: 50, unit: h}}]\n{WHY}"
    )
    asked = Asked("GE-GAR", "GE-MRB", modes=("rail",))
    after = apply(model, read_scenario(write(text), network))

    assert best_route(after, asked).value == pytest.approx(best_route(model, asked).value + 50)


def test_a_link_of_a_new_gauge_finds_the_transfers_of_its_place(
    write: Write, model: Model, network: Network
) -> None:
    text = (
        "  - add: link\n    row: {link_id: X1, from_place: AZ-ALS, to_place: AZ-BAK, mode: rail, gauge_mm: 1435}\n"
        f"    numbers: [{{quantity: time, value: 1, unit: h}}]\n{WHY}"
    )
    after = apply(model, read_scenario(write(text), network))

    assert set(after.compiled.arcs) == set(compile_network(after.network).arcs)
    assert any(
        arc.subject == "T004" and 1435 in (arc.tail.gauge, arc.head.gauge) for arc in after.compiled.arcs
    )


def test_an_added_rule_is_paid_by_those_whom_it_concerns_and_needs_no_arcs(
    write: Write, model: Model, network: Network
) -> None:
    text = (
        "  - add: rule\n    row: {rule_id: rule/x, name: Permit, kind: permit, at: B011, nationality: UZB}\n"
        f"    numbers: [{{quantity: delay, value: 6, unit: h}}]\n{WHY}"
    )
    after = apply(model, read_scenario(write(text), network))
    uzbek, kazakh = Shipper(nationality="UZB"), Shipper(nationality="KAZ")

    assert hours(after, "B011", shipper=uzbek) == hours(model, "B011", shipper=uzbek) + 6
    assert hours(after, "B011", shipper=kazakh) == hours(model, "B011", shipper=kazakh)
    assert after.compiled is model.compiled


def test_a_rule_that_is_removed_has_ended(write: Write, model: Model, network: Network) -> None:
    rule = f"  - add: rule\n    row: {{rule_id: rule/x, name: x, kind: fee, at: B011}}\n    numbers: [{{quantity: delay, value: 6, unit: h}}]\n{WHY}"
    after = apply(model, read_scenario(write(rule + f"  - remove: rule/x\n{WHY}"), network))

    assert after.network.rules["rule/x"].status == "ended"
    assert hours(after, "B011") == hours(model, "B011")


FOUR = (
    f"  - key: a\n    scale: S002\n    quantity: time\n    by: 0.5\n{WHY}"
    "  - key: b\n    add: link\n    row: {link_id: X1, from_place: KZ-AKP, to_place: AZ-ALP, mode: sea}\n"
    f"    numbers: [{{quantity: time, value: 5, unit: h}}]\n{WHY}"
    f"  - key: c\n    scale: X1\n    quantity: time\n    by: 3\n{WHY}"
    f"  - key: d\n    remove: S003\n{WHY}"
)
KEYS = ("a", "b", "c", "d")
SUBSETS = [subset for size in range(len(KEYS) + 1) for subset in combinations(KEYS, size)]


@pytest.mark.parametrize("keys", SUBSETS)
def test_of_some_edits_those_are_made_that_do_not_rest_on_one_left_out(
    keys: tuple[str, ...], write: Write, model: Model, network: Network
) -> None:
    scenario = read_scenario(write(FOUR), network)
    after = apply_some(model, scenario, keys)

    assert standing(model, scenario, keys) == tuple(one for one in keys if one != "c" or "b" in keys)
    assert hours(after, "S002") == (11 if "a" in keys else 22)
    assert ("X1" in after.compiled.of_subject) == ("b" in keys)
    if "b" in keys:
        assert hours(after, "X1") == (15 if "c" in keys else 5)
    assert (hours(after, "S003") == np.inf) == ("d" in keys)


def test_all_edits_are_the_scenario_and_none_of_them_is_what_it_is_laid_on(
    write: Write, model: Model, network: Network
) -> None:
    scenario = read_scenario(write(FOUR), network)

    assert (
        apply_some(model, scenario, KEYS).scenario
        == apply(model, scenario).scenario
        == hash_of(scenario, network)
    )
    assert apply_some(model, scenario, ()).weights(ANYBODY) is model.weights(ANYBODY)
    hashes = {apply_some(model, scenario, keys).scenario for keys in SUBSETS}
    assert len(hashes) == len({standing(model, scenario, keys) for keys in SUBSETS})


def test_a_key_that_the_scenario_does_not_have_is_refused(
    write: Write, model: Model, network: Network
) -> None:
    with pytest.raises(KeyError, match="no edit with the key e"):
        apply_some(model, read_scenario(write(FOUR), network), ["a", "e"])


def test_a_scenario_that_does_not_fit_the_network_of_the_model_is_not_applied(
    write: Write, model: Model
) -> None:
    scenario = read_scenario(write(f"  - remove: X999\n{WHY}"))
    with pytest.raises(ScenarioError, match="line 7, edit 1, remove: “X999” is not there"):
        apply(model, scenario)


def test_the_edits_of_a_parent_come_first_under_the_parents_name(
    write: Write, model: Model, network: Network
) -> None:
    head = "scenario: {id}\ntitle: x\nnetwork: central-asia/2026-01\nparent: {parent}\nday: 2026\nsays: x\nedits:\n"
    edit = f"  - scale: S002\n    quantity: time\n    by: 0.5\n{WHY}"
    write(head.format(id="parent", parent="base") + edit, "parent.yaml")
    child = read_scenario(write(head.format(id="child", parent="parent") + edit, "child.yaml"), network)

    after, none = apply(model, child), apply_some(model, child, ())

    assert [one.key for one in after.numbers.scales_of(Slot("S002", "time"))] == ["parent/1", "child/1"]
    assert hours(after, "S002") == 5.5
    assert child.parent is not None
    assert np.array_equal(none.weights(ANYBODY).hours, apply(model, child.parent).weights(ANYBODY).hours)


def test_a_scenario_may_be_laid_on_a_model_under_another(
    write: Write, model: Model, network: Network
) -> None:
    scenario = read_scenario(write(f"  - scale: S002\n    quantity: time\n    by: 0.5\n{WHY}"), network)
    once = apply(model, scenario)
    twice = apply(once, scenario)

    assert hours(twice, "S002") == 5.5
    assert len({model.scenario, once.scenario, twice.scenario}) == 3


def test_a_number_whose_basis_does_not_count_is_scaled_without_effect(write: Write, network: Network) -> None:
    published = model_of(network, bases=("published",))
    text = f"  - scale: B004\n    quantity: dwell\n    by: 0.5\n{WHY}"
    after = apply(published, read_scenario(write(text), network))

    assert published.numbers.of("B004", "dwell") is None and after.numbers.of("B004", "dwell") is None


def test_a_route_under_a_scenario_is_sought_in_what_is_left(
    write: Write, model: Model, network: Network
) -> None:
    closed = apply(model, read_scenario(write(f"  - remove: S002\n{WHY}"), network))

    assert best_route(model, CASPIAN).route.steps[0].id == "S002"
    assert "S002" not in [step.id for step in best_route(closed, CASPIAN).route.steps]
