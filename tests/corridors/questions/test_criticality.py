"""What a closing costs: closing every row of a network by hand gives the same answer, and closing one never helps anybody."""

from __future__ import annotations

import pytest

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import model_of
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Commodity, Demand
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.questions.changed import closing
from kengesh.corridors.questions.criticality import Closing, Criticality, criticality
from kengesh.corridors.questions.route import best_route
from tests.corridors.questions.drawn import PLACES, drawn_lines
from tests.corridors.small import model, network, number

A_TO_C = Asked("A", "C")
ROUND = ("road L1 A B 10 h", "road L2 B C 10 h", "road LONG A C 35 h")


def amounts(found: Criticality) -> dict[str, float | None]:
    return {one.closing.row: one.losses[0].amount for one in found.closings if one.closing.kind != "vessel"}


def test_what_lies_on_the_best_route_costs_the_way_round() -> None:
    found = criticality(model(*ROUND), [A_TO_C])
    assert amounts(found) == {"L1": 15, "L2": 15}
    assert str(found.closings[0].losses[0]) == "A-C: +15.0 h."


@pytest.mark.parametrize("by", ["time", "generalised"])
@pytest.mark.parametrize("seed", range(10))
def test_closing_every_row_by_hand_gives_the_same_and_never_helps(seed: int, by: str) -> None:
    worth = {"value_of_time": 3.0, "value_of_reliability": 2.0}
    lines = [line.replace(" h ", f" h {seed + at} usd ") for at, line in enumerate(drawn_lines(seed))]
    drawn = model(
        *lines,
        rows=(Commodity(commodity_id="goods", name="Goods"),),
        numbers=tuple(number("goods", name, value, "USD/(TEU h)") for name, value in worth.items()),
    )
    asked = [Asked(one, other, by, Shipper("goods")) for one in PLACES[:3] for other in PLACES[3:]]
    told = {
        (loss.asked, one.closing.row): loss.amount
        for one in criticality(drawn, asked).closings
        for loss in one.losses
    }
    for pair in asked:
        try:
            before = best_route(drawn, pair).value
        except Unreachable:
            continue
        for row in drawn.open_rows:
            try:
                grown = best_route(closing(drawn, [row]), pair).value - before
            except Unreachable:
                assert told[pair, row] is None
                continue
            assert grown >= -1e-9
            assert told.get((pair, row), 0.0) == pytest.approx(grown)


def test_where_there_is_no_way_round_it_is_said_what_would_have_to_open_for_one() -> None:
    found = criticality(model("road L1 A C 10 h", "road L2 A B 5 h planned", "road L3 B C 5 h"), [A_TO_C])
    loss = found.closings[0].losses[0]
    assert (loss.standing, loss.amount, loss.opening) == ("no way round", None, (("L2", "planned"),))
    assert "no way round. These would have to open: L2 (planned)." in str(loss)


def test_where_no_other_row_leads_there_none_is_named() -> None:
    loss = criticality(model("road L1 A C 10 h"), [A_TO_C]).closings[0].losses[0]
    assert (loss.standing, loss.opening) == ("no way round", None)


def test_the_worst_comes_first_and_to_be_cut_off_is_worse_than_any_hours() -> None:
    found = criticality(model(*ROUND, "road TAIL C D 1 h"), [Asked("A", "D"), A_TO_C])
    assert [(one.closing.row, one.cut_off, one.amount) for one in found.closings] == [
        ("TAIL", 1, 0),
        ("L1", 0, 30),
        ("L2", 0, 30),
    ]


def test_a_way_round_that_lacks_a_number_costs_at_least_what_is_known_of_it() -> None:
    loss = (
        criticality(model("road L1 A C 10 h", "road L2 A B 15 h", "road L3 B C"), [A_TO_C])
        .closings[0]
        .losses[0]
    )
    assert (loss.standing, loss.amount, loss.lacking) == ("at least", 5, (Slot("L3", "time"),))
    assert "at least +5.0 h. It would take: L3 time." in str(loss)


def test_a_way_round_that_lacks_other_numbers_than_the_best_costs_nobody_knows_what() -> None:
    lines = ("road L1 A B 1 h", "road L2 B C", "road L3 A D 9 h", "road L4 D C")
    loss = criticality(model(*lines), [A_TO_C]).closings[0].losses[0]
    assert loss.standing == "not known"
    assert loss.lacking == (Slot("L2", "time"), Slot("L4", "time"))


def test_a_number_that_both_ways_lack_falls_out_of_the_difference() -> None:
    lines = ("road L1 A B 1 h", "road L2 A B 4 h", "road L3 B C")
    found = criticality(model(*lines), [A_TO_C])
    loss = next(one for one in found.closings if one.closing.row == "L1").losses[0]
    assert (loss.standing, loss.amount) == ("exact", 3)


def test_one_vessel_of_three_lost_makes_the_wait_half_as_long_again() -> None:
    ferry = model("sea S A C 10 h 24 headway", numbers=(number("S", "vessels", 3, "vessels"),))
    found = {one.closing: one.losses[0] for one in criticality(ferry, [A_TO_C]).closings}
    # By hand: a mean wait of 24 / 2 becomes one of 36 / 2.
    assert found[Closing("S", "vessel")].amount == pytest.approx(6)
    assert found[Closing("S", "link")].standing == "no way round"


def test_the_last_vessel_lost_closes_the_link() -> None:
    ferry = model("sea S A C 10 h 24 headway", numbers=(number("S", "vessels", 1, "vessels"),))
    found = {one.closing: one.losses[0] for one in criticality(ferry, [A_TO_C]).closings}
    assert found[Closing("S", "vessel")].standing == "no way round"


def test_vessels_of_which_nobody_told_are_named() -> None:
    found = criticality(model("sea S A C 10 h 24 headway"), [A_TO_C])
    assert found.lacking == (Slot("S", "vessels"),)
    assert [one.closing.kind for one in found.closings] == ["link"]


def test_pairs_that_are_apart_already_are_told_apart() -> None:
    found = criticality(model("road L1 A B 1 h", "road L2 B C 1 h planned"), [A_TO_C])
    assert (found.closings, [asked for asked, _apart in found.apart]) == ((), [A_TO_C])


def test_without_pairs_those_of_the_demand_table_are_asked() -> None:
    goods = Commodity(commodity_id="goods", name="Goods")
    row = Demand(demand_id="demand/1", from_place="A", to_place="C", commodity="goods")
    found = criticality(model_of(network(*ROUND, rows=(goods, row))))
    assert found.pairs == (Asked("A", "C", "time", Shipper("goods")),)
    with pytest.raises(NotKnown, match="demand.csv"):
        criticality(model(*ROUND))
