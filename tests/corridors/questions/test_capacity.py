"""How much can pass: the flow is as great as the cut, a row has one room for both ways, and what is not told is not guessed."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest

import kengesh.packs.central_asia as pack
from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.network import read_network
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Commodity
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.capacity import Capacity, capacity_between
from kengesh.corridors.questions.changed import closing
from kengesh.corridors.questions.ladder import ladder_of
from kengesh.corridors.questions.route import best_route
from tests.corridors.questions.drawn import drawn_lines
from tests.corridors.small import model, number

CORRIDORS = Path(pack.__path__[0]) / "corridors"
A_TO_C = Asked("A", "C")
GOODS = Shipper("grain")
GRAIN = Commodity(commodity_id="grain", name="Grain")


def worths(found: Capacity) -> dict[str, float]:
    return {one.room.row: one.worth for one in found.bottleneck}


def test_two_ways_carry_what_each_of_them_can() -> None:
    found = capacity_between(
        model("road L1 A B 1 h 10 teu", "road L2 B C 1 h 30 teu", "road L3 A C 5 h 7 teu"), A_TO_C
    )
    assert found.teu_per_day == 17
    assert found.most.near_origin == found.most.near_destination == ("L1", "L3")
    assert worths(found) == {"L1": 1, "L3": 1}
    assert found.rests_on == {"assumed": 1}
    assert found.flows == {("L1", "forward"): 10, ("L2", "forward"): 10, ("L3", "forward"): 7}


def test_where_the_bottleneck_is_two_rows_long_one_more_at_either_alone_is_worth_nothing() -> None:
    found = capacity_between(model("road L1 A B 1 h 10 teu", "road L2 B C 1 h 10 teu"), A_TO_C)
    assert (found.most.near_origin, found.most.near_destination) == (("L1",), ("L2",))
    assert worths(found) == {"L1": 0, "L2": 0}


def test_one_more_unit_is_worth_less_than_one_where_the_next_row_has_less_than_that_to_spare() -> None:
    found = capacity_between(model("road L1 A B 1 h 10 teu", "road L2 B C 1 h 10.25 teu"), A_TO_C)
    assert worths(found) == {"L1": 0.25}


def test_a_row_that_has_to_be_passed_there_and_back_has_room_for_half() -> None:
    spur = model("road L1 A B 1 h 100 teu", "road SPUR B D 1 h 10 teu", "road L2 B C 1 h 100 teu")
    found = capacity_between(spur, Asked("A", "C", via=("D",)))
    assert found.teu_per_day == pytest.approx(5)
    assert not found.most.proven
    assert worths(found) == {"SPUR": pytest.approx(0.5)}


def test_a_transfer_of_two_gauges_has_one_room_for_both() -> None:
    found = capacity_between(
        model(
            "rail WIDE A P 1 h 50 teu 1520",
            "rail NARROW A P 1 h 50 teu 1435",
            "transfer:rail-sea T P P 1 h 8 teu",
            "sea SHIP P C 1 h 99 teu",
        ),
        A_TO_C,
    )
    assert found.teu_per_day == pytest.approx(8)
    assert worths(found) == {"T": pytest.approx(1)}


def test_what_nobody_told_does_not_matter_behind_a_narrower_row() -> None:
    found = capacity_between(
        model(
            "road L1 A B 1 h 10 teu", "road L2 B D 1 h", "road L3 B D 1 h 10 teu", "road L4 D C 1 h 10 teu"
        ),
        A_TO_C,
    )
    assert found.teu_per_day == 10
    assert found.lacking == ()


def test_a_capacity_that_decides_and_is_not_told_makes_the_answer_not_known_between_two_bounds() -> None:
    found = capacity_between(
        model("road L1 A C 1 h", "road L2 A C 1 h 4 teu", "road L0 Z A 1 h 9 teu"), Asked("Z", "C")
    )
    assert found.teu_per_day is None
    assert (found.least.teu_per_day, found.most.teu_per_day) == (4, 9)
    assert found.lacking == (Slot("L1", "capacity"),)
    assert "4 to 9 TEU a day" in str(found)
    assert "L1 capacity" in str(found)


def test_without_any_bound_the_fewest_numbers_that_would_give_one_are_asked_for() -> None:
    found = capacity_between(
        model("road L1 A B 1 h", "road L2 A B 1 h", "road L3 B C 1 h", "road L4 A C 1 h 2 teu"), A_TO_C
    )
    assert (found.least.teu_per_day, found.most.teu_per_day) == (2, inf)
    assert found.lacking == (Slot("L3", "capacity"),)


def test_a_capacity_in_tonnes_is_known_for_goods_whose_weight_is_known() -> None:
    line = model(
        "rail L1 A C 1 h 1520",
        rows=(GRAIN,),
        numbers=(number("L1", "capacity", 3.65, "Mt/year"), number("grain", "payload", 20, "t/TEU")),
    )
    assert capacity_between(line, Asked("A", "C", shipper=GOODS)).teu_per_day == pytest.approx(500)
    unnamed = capacity_between(line, A_TO_C)
    assert unnamed.teu_per_day is None
    assert unnamed.lacking == (Slot("", "payload"),)
    assert "name a commodity" in str(unnamed)


def test_a_capacity_in_trains_asks_how_much_a_train_carries() -> None:
    line = model("rail L1 A C 1 h 1520", numbers=(number("L1", "capacity", 10, "trains/day"),))
    assert capacity_between(line, A_TO_C).lacking == (Slot("rail", "train_load"),)


def test_places_apart_have_no_capacity_but_a_cut() -> None:
    with pytest.raises(Unreachable, match="L2"):
        capacity_between(model("road L1 A B 1 h 9 teu", "road L2 B C 1 h 9 teu planned"), A_TO_C)


@pytest.mark.parametrize("seed", range(25))
def test_the_flow_fills_the_cut_the_cut_separates_and_what_enters_a_place_leaves_it(seed: int) -> None:
    drawn = model(*drawn_lines(seed))
    try:
        found = capacity_between(drawn, Asked("A", "B"))
    except Unreachable:
        return
    for cut in (found.most.near_origin, found.most.near_destination):
        assert sum(drawn.numbers.of(row, "capacity").value for row in cut) == found.teu_per_day  # type: ignore[union-attr]
        with pytest.raises(Unreachable):
            best_route(closing(drawn, cut), Asked("A", "B"))
    left = net_out_of_places(drawn, found)
    assert left.pop("A") == found.teu_per_day == -left.pop("B")
    assert set(left.values()) <= {0}
    for row in drawn.open_rows:
        both = sum(found.flows.get((row, direction), 0) for direction in ("forward", "back"))
        assert both <= drawn.numbers.of(row, "capacity").value  # type: ignore[union-attr]


def net_out_of_places(of: Model, found: Capacity) -> dict[str, float]:
    left = dict.fromkeys(("A", "B", *of.network.places), 0.0)
    for (row, direction), flow in found.flows.items():
        link = of.network.links[row]
        ends = (
            (link.from_place, link.to_place) if direction == "forward" else (link.to_place, link.from_place)
        )
        left[ends[0]] += flow
        left[ends[1]] -= flow
    return left


def test_the_published_network_does_not_know_how_much_can_pass_and_says_which_capacity_it_would_take() -> (
    None
):
    published = model_of(read_network([CORRIDORS / "2026-01"]))
    found = capacity_between(published, Asked("CN-XIA", "TR-IST"))
    assert found.teu_per_day is None
    assert found.most.teu_per_day == inf
    assert found.lacking
    assert all(slot.quantity == "capacity" for slot in found.lacking)


def test_the_ladder_of_a_route_marks_the_step_with_the_least_room_and_names_what_is_not_known() -> None:
    line = model("road L1 A B 1 h 30 teu", "road L2 B D 1 h", "road L3 D C 1 h 12 teu")
    route = best_route(line, A_TO_C).route
    ladder = ladder_of(line, route, Shipper(), capacity_between(line, A_TO_C).flows)
    assert [(one.step.id, one.room.teu_per_day, one.flow, one.is_least) for one in ladder.rungs] == [
        ("L1", 30, 12, False),
        ("L2", None, 12, False),
        ("L3", 12, 12, True),
    ]
    assert (ladder.most, ladder.lacking) == (12, (Slot("L2", "capacity"),))
