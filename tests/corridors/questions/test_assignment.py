"""The demand table on the network: who shares a row slows the others, and no answer is given where nobody told the numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

import kengesh.packs.central_asia as pack
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.network.network import read_network
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Commodity, Demand, Number
from kengesh.corridors.questions.asking import NotKnown
from kengesh.corridors.questions.assignment import Loads, assign
from kengesh.corridors.questions.pairs import weights_of_demand
from kengesh.corridors.questions.worth import worth_of_room
from tests.corridors.questions.drawn import drawn_lines
from tests.corridors.small import model, number

CORRIDORS = Path(pack.__path__[0]) / "corridors"
GOODS = Commodity(commodity_id="goods", name="Goods")


def loaded(*lines: str, demand: dict[str, float], numbers: tuple[Number, ...] = ()) -> Model:
    """A network with so much to be carried between places: {"A-B": 40}."""
    rows = [
        Demand(demand_id=f"demand/{pair}", from_place=pair[0], to_place=pair[2], commodity="goods")
        for pair in demand
    ]
    volumes = [number(f"demand/{pair}", "volume", amount, "TEU/day") for pair, amount in demand.items()]
    return model(*lines, rows=(GOODS, *rows), numbers=(*volumes, *numbers))


def flows(loads: Loads) -> dict[tuple[str, str], float]:
    return {(one.row, one.direction): one.teu_per_day for one in loads.loads}


def test_two_like_roads_carry_half_each() -> None:
    found = assign(loaded("road L1 A B 10 h 50 teu", "road L2 A B 10 h 50 teu", demand={"A-B": 100}))
    assert flows(found.user) == {("L1", "forward"): pytest.approx(50), ("L2", "forward"): pytest.approx(50)}
    assert found.user.hours_of == {"demand/A-B": pytest.approx(10 * 1.15)}
    assert found.free_hours == {"demand/A-B": 10}
    assert found.rests_on == {"assumed": 1}
    assert found.price_of_anarchy == pytest.approx(1)


def test_who_comes_the_other_way_takes_of_the_same_room() -> None:
    found = assign(loaded("road L1 A B 10 h 100 teu", demand={"A-B": 60, "B-A": 40}))
    assert flows(found.user) == {("L1", "forward"): 60, ("L1", "back"): 40}
    assert [one.hours for one in found.user.loads] == pytest.approx([11.5, 11.5])


def test_a_direction_that_takes_longer_does_so_at_any_flow() -> None:
    queue = number("X", "dwell", 7, "h", direction="back")
    found = assign(
        loaded(
            "road L1 A P 1 h 900 teu",
            "crossing:road X P Q 5 h 100 teu",
            "road L2 Q B 1 h 900 teu",
            demand={"A-B": 50, "B-A": 50},
            numbers=(queue,),
        )
    )
    hours = {one.direction: one.hours for one in found.user.loads if one.row == "X"}
    assert hours == {"forward": pytest.approx(5 * 1.15), "back": pytest.approx(5 * 1.15 + 2)}


def test_the_quickest_for_each_is_not_the_best_for_all() -> None:
    found = assign(loaded("road FAST A B 10 h 50 teu", "road WIDE A B 12 h 100000 teu", demand={"A-B": 100}))
    assert found.price_of_anarchy > 1.001
    fast_alone, fast_together = flows(found.user)["FAST", "forward"], flows(found.best)["FAST", "forward"]
    # By hand: 10 (1 + 0.15 (x / 50)^4) = 12 for each, 10 (1 + 0.75 (x / 50)^4) = 12 for all together.
    assert fast_alone == pytest.approx(50 * (0.2 / 0.15) ** 0.25, rel=1e-4)
    assert fast_together == pytest.approx(50 * (0.2 / 0.75) ** 0.25, rel=1e-4)


def test_money_counts_as_the_hours_that_it_is_worth() -> None:
    worths = (
        number("goods", "value_of_time", 2, "USD/(TEU h)"),
        number("goods", "value_of_reliability", 1, "USD/(TEU h)"),
    )
    roads = ("road TOLL A B 10 h 999 teu 30 usd", "road FREE A B 20 h 999 teu 0 usd")
    found = assign(loaded(*roads, demand={"A-B": 1}, numbers=worths), by="generalised")
    assert found.usd_an_hour == 2
    assert list(flows(found.user)) == [("FREE", "forward")]
    assert list(flows(assign(loaded(*roads, demand={"A-B": 1})).user)) == [("TOLL", "forward")]


def test_a_row_of_unknown_capacity_is_never_slow_and_the_answer_says_so() -> None:
    found = assign(loaded("road L1 A B 10 h", demand={"A-B": 1e6}))
    assert found.user.teu_hours == pytest.approx(1e7)
    assert found.unlimited == ("L1",)
    assert found.lacking == (Slot("L1", "capacity"),)
    assert "no capacity is known: L1" in str(found)


def test_nothing_is_sent_where_nobody_told_how_long_it_takes() -> None:
    found = assign(
        loaded(
            "road L1 A B 10 h 9 teu", "road L2 A B 9 teu", "road L3 B C 9 teu", demand={"A-B": 5, "A-C": 5}
        )
    )
    assert flows(found.user) == {("L1", "forward"): 5}
    assert found.unassigned == ("demand/A-C",)
    assert found.left_out == ("L2", "L3")


@pytest.mark.parametrize("seed", range(12))
def test_what_enters_a_place_leaves_it_or_ends_there(seed: int) -> None:
    drawn = loaded(*drawn_lines(seed, 16), demand={"A-B": 20, "C-A": 10, "B-A": 15})
    found = assign(drawn)
    wanted = {key: volume for key, volume in found.volumes.items() if key not in found.unassigned}
    for loads in (found.user, found.best):
        left = dict.fromkeys(drawn.network.places, 0.0)
        for key, volume in wanted.items():
            row = drawn.network.demands[key]
            left[row.from_place] -= volume
            left[row.to_place] += volume
        for (row_id, direction), flow in flows(loads).items():
            link = drawn.network.links[row_id]
            ends = (
                (link.from_place, link.to_place)
                if direction == "forward"
                else (link.to_place, link.from_place)
            )
            left[ends[0]] += flow
            left[ends[1]] -= flow
        assert all(abs(one) < 1e-6 for one in left.values())
        assert loads.reached
    assert found.best.cost <= found.user.cost * (1 + 1e-6)
    assert all(found.user.hours_of[key] >= found.free_hours[key] - 1e-9 for key in wanted)


def test_without_a_demand_table_there_is_no_answer_and_the_table_is_named() -> None:
    with pytest.raises(NotKnown, match="demand.csv"):
        assign(model_of(read_network([CORRIDORS / "2026-01"])))


def test_demand_without_a_volume_is_not_known() -> None:
    row = Demand(demand_id="demand/1", from_place="A", to_place="B", commodity="goods")
    with pytest.raises(NotKnown, match="demand/1 volume") as caught:
        assign(model("road L1 A B 1 h", rows=(GOODS, row)))
    assert caught.value.lacking == (Slot("demand/1", "volume"),)


def test_the_exercise_is_carried_to_the_end_and_no_flow_is_lost() -> None:
    found = assign(model_of(read_network([CORRIDORS / "2026-01", CORRIDORS / "exercise"])))
    assert found.unassigned == ()
    assert found.user.reached
    assert found.best.reached
    assert found.price_of_anarchy >= 1


def test_one_more_unit_of_room_is_worth_what_the_way_round_costs_more() -> None:
    worths = (
        number("goods", "value_of_time", 2, "USD/(TEU h)"),
        number("goods", "value_of_reliability", 1, "USD/(TEU h)"),
    )
    roads = ("road FAST A B 10 h 30 teu 5 usd", "road SLOW A B 20 h 50 teu 1 usd")
    found = worth_of_room(loaded(*roads, demand={"A-B": 60}, numbers=worths), unmet_usd=1000)
    # By hand: 10 h x 2 USD + 5 USD against 20 h x 2 USD + 1 USD.
    assert [(one.row, one.worth) for one in found.rows] == [("FAST", pytest.approx(16))]
    assert (found.sent, dict(found.unmet)) == (60, {})


def test_where_not_all_find_room_one_more_unit_of_it_lets_one_more_through() -> None:
    found = worth_of_room(loaded("road L1 A B 10 h 30 teu", "road L2 B C 1 h", demand={"A-C": 60}))
    assert [(one.row, one.worth) for one in found.rows] == [("L1", pytest.approx(1))]
    assert dict(found.unmet) == {"demand/A-C": 30}
    assert found.unlimited == ("L2",)


def test_a_pair_counts_by_all_that_is_carried_between_it() -> None:
    twice = loaded("road L1 A B 10 h", demand={"A-B": 60, "B-A": 5})
    assert {(one.origin, one.destination): volume for one, volume in weights_of_demand(twice).items()} == {
        ("A", "B"): 60,
        ("B", "A"): 5,
    }
