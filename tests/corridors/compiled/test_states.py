"""The graph of a network leads where goods can go, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kengesh.corridors.compiled.layers import layers_of
from kengesh.corridors.compiled.states import compile_network, with_rows
from kengesh.corridors.model import model_of
from kengesh.corridors.network.tables import Link
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.route import best_route
from tests.corridors.small import model, network


def taken(lines: tuple[str, ...], origin: str, destination: str, **asked: tuple[str, ...]) -> list[str]:
    return [step.id for step in best_route(model(*lines), Asked(origin, destination, **asked)).route.steps]


def test_a_train_does_not_change_its_gauge_where_no_row_says_how() -> None:
    with pytest.raises(Unreachable):
        taken(("rail L1 A B 1 h 1435", "rail L2 B C 1 h 1520"), "A", "C")


def test_a_change_of_gauge_is_passed_where_a_crossing_has_it() -> None:
    lines = ("rail L1 A B 1 h 1435", "rail L2 B C 1 h 1520", "crossing:rail X B B 8 h 1435>1520")
    assert taken(lines, "A", "C") == ["L1", "X", "L2"]
    assert taken(lines, "C", "A") == ["L2", "X", "L1"]


def test_a_gauge_is_changed_in_a_yard_between_two_places() -> None:
    lines = ("rail L1 A B/CHN 1 h 1435", "rail L2 C D 1 h 1520", "crossing:rail X B C 8 h 1435>1520")
    assert taken(lines, "A", "D") == ["L1", "X", "L2"]


def test_goods_change_modes_only_where_a_transfer_is() -> None:
    lines = ("rail L1 A B 1 h 1520", "sea L2 B C 1 h")
    with pytest.raises(Unreachable):
        taken(lines, "A", "C")
    assert taken((*lines, "transfer:rail-sea T B B 5 h"), "A", "C") == ["L1", "T", "L2"]


def test_a_border_within_a_place_is_paid_by_who_passes_it_and_not_by_who_stays_on_his_side() -> None:
    lines = (
        "road L1 A/KAZ B/KAZ 1 h",
        "road L2 B C/UZB 1 h",
        "road L3 B D/KAZ 1 h",
        "crossing:road X B B 9 h",
    )
    assert taken(lines, "A", "C") == ["L1", "X", "L2"]
    assert taken(lines, "A", "D") == ["L1", "L3"]
    assert taken(lines, "B", "C") == ["L2"], "who sets out at a border begins on the side that he likes"


def test_who_enters_a_state_by_one_border_and_leaves_it_by_another_at_one_place_pays_both() -> None:
    base = network(
        "rail L1 A/UZB B/TJK 1 h 1520",
        "rail L2 B C/KGZ 1 h 1520",
        "crossing:rail X1 B B 9 h 1520",
        "crossing:rail X2 B B 7 h 1520",
    )
    rows = dict(base.rows)
    for key, link in (("X1", "L1"), ("X2", "L2")):
        rows[key] = replace(base.crossings[key], beyond=(link,))
    both = model_of(replace(base, rows=rows))
    assert [step.id for step in best_route(both, Asked("A", "C")).route.steps] == ["L1", "X1", "X2", "L2"]


def test_a_row_that_serves_one_way_is_not_travelled_back() -> None:
    lines = ("road L1 A B 1 h one-way",)
    assert taken(lines, "A", "B") == ["L1"]
    with pytest.raises(Unreachable):
        taken(lines, "B", "A")


def test_a_route_by_places_passes_them_in_their_order() -> None:
    square = ("road AB A B 1 h", "road BC B C 1 h", "road AD A D 5 h", "road DC D C 5 h")
    assert taken(square, "A", "C") == ["AB", "BC"]
    assert taken(square, "A", "C", via=("D",)) == ["AD", "DC"]
    assert taken(square, "A", "C", via=("B", "A")) == ["AB", "AB", "AB", "BC"]


def test_a_route_keeps_out_of_states_and_off_modes() -> None:
    lines = ("road L1 A B/UZB 1 h", "road L2 B C 1 h", "sea L3 A C 9 h")
    assert taken(lines, "A", "C") == ["L1", "L2"]
    assert taken(lines, "A", "C", avoid=("UZB",)) == ["L3"]
    assert taken(lines, "A", "C", modes=("sea",)) == ["L3"]


def test_layers_without_a_place_to_pass_are_the_graph_itself() -> None:
    compiled = compile_network(network("road L1 A B 1 h"))
    assert layers_of(compiled, "A", "B").graph is compiled.graph


def test_rows_that_are_added_leave_the_arcs_of_all_others_as_they_were() -> None:
    base = network("road L1 A B 1 h", "road L2 B C 1 h")
    compiled = compile_network(base)
    added = Link(link_id="NEW", from_place="A", to_place="C", mode="road")
    more = with_rows(compiled, {**base.rows, "NEW": added}, [added])
    assert more.of_subject.keys() == {"L1", "L2", "NEW"}
    for subject in ("L1", "L2"):
        assert [more.arcs[at] for at in more.of_subject[subject]] == [
            compiled.arcs[at] for at in compiled.of_subject[subject]
        ]
    assert np.all(np.diff(more.graph.tails) >= 0)


def test_a_place_to_pass_is_not_come_to_before_its_turn() -> None:
    # To K goods could go round by the port P, which is to be passed after K.
    lines = ("road LONG A K 9 h", "road AP A P 1 h", "road PK P K 1 h", "road ON P Z 1 h")
    assert taken(lines, "A", "Z", via=("K", "P")) == ["LONG", "PK", "ON"]
    assert taken(lines, "A", "Z", via=("K",)) == ["AP", "PK", "PK", "ON"]
