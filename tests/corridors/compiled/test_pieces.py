"""What passing a row takes: hours and money, piece by piece, and what is lacking to know it."""

from __future__ import annotations

import numpy as np
import pytest

from kengesh.corridors.compiled.drawn import drawn_hours
from kengesh.corridors.compiled.pieces import ANYBODY, Passing, Shipper
from kengesh.corridors.model import Model
from kengesh.corridors.network.tables import Commodity, Rule
from tests.corridors.small import model, number

PRECISE = 0.02  # of a mean over 40,000 draws


def passing(of: Model, subject: str, direction: str = "forward", shipper: Shipper = ANYBODY) -> Passing:
    return of.weights(shipper).passings[subject, direction]


def hours(of: Model, subject: str, direction: str = "forward", shipper: Shipper = ANYBODY) -> float:
    return sum(one.value for one in passing(of, subject, direction, shipper).pieces if not one.is_money)


def test_the_wait_for_a_vessel_is_half_a_headway_and_more_where_it_varies() -> None:
    regular = model("sea S A B 20 h 24 headway")
    varying = model("sea S A B 20 h 24 headway 1 variation")
    assert hours(regular, "S") == 20 + 12
    assert hours(varying, "S") == 20 + 24


def test_the_mean_wait_at_a_border_is_the_square_of_the_closed_hours_over_two_days() -> None:
    day = model("road L A B 1 h", "crossing:road X B B 2 h 8 opens 20 closes")
    night = model("road L A B 1 h", "crossing:road X B B 2 h 20 opens 4 closes")
    always = model("road L A B 1 h", "crossing:road X B B 2 h 0 opens 24 closes")
    assert hours(day, "X") == 2 + 12**2 / 48
    assert hours(night, "X") == 2 + 16**2 / 48
    assert hours(always, "X") == 2


def test_draws_have_the_mean_and_the_variance_of_the_closed_forms() -> None:
    of = model(
        "sea REGULAR A B 20 h 24 headway",
        "sea VARYING A B 4..10..30 h 24 headway 0.7 variation",
        "crossing:road X B B 2 h 8 opens 20 closes",
        "sea RANGES A B 20 h 12..24..72 headway 0.2..0.5..0.9 variation",
        "crossing:road GATE B B 2 h 6..8..12 opens 15..20..23 closes",
        "road L B C 5..6..13 h",
    )
    weights = of.weights(ANYBODY)
    drawn = drawn_hours(weights, of.compiled, 7, 0, 40_000)
    for subject in ("REGULAR", "VARYING", "RANGES", "X", "GATE", "L"):
        at = of.compiled.of_subject[subject][0]
        pieces = passing(of, subject).pieces
        if subject in (
            "REGULAR",
            "VARYING",
            "X",
            "L",
        ):  # whose waits vary by chance alone, so that what is told is their mean
            told = [
                one.value if one.sort in ("wait", "opening") else one.factors[0].moment(1) for one in pieces
            ]
            assert drawn[:, at].mean() == pytest.approx(sum(told), rel=PRECISE)
        assert drawn[:, at].var() == pytest.approx(weights.variance[at], rel=4 * PRECISE)


def test_draws_do_not_depend_on_how_they_are_cut() -> None:
    of = model(
        "sea S A B 4..10..30 h 24 headway 0.7 variation",
        "transfer:road-road T A B 1 h 6..8..12 opens 15..20..23 closes",
    )
    whole = drawn_hours(of.weights(ANYBODY), of.compiled, 7, 0, 100)
    parts = [drawn_hours(of.weights(ANYBODY), of.compiled, 7, first, first + 25) for first in (0, 25, 50, 75)]
    assert np.array_equal(whole, np.vstack(parts))


def test_what_no_source_gives_a_range_does_not_vary() -> None:
    of = model("road L A B 6 h")
    assert set(
        drawn_hours(of.weights(ANYBODY), of.compiled, 1, 0, 50)[:, of.compiled.of_subject["L"][0]]
    ) == {6.0}


def test_a_link_without_hours_and_a_sea_link_without_a_headway_lack_them() -> None:
    of = model("road L A B 3 km", "sea S A B 5 h")
    assert [str(one) for one in passing(of, "L").lacking_hours] == ["L time"]
    assert [str(one) for one in passing(of, "S").lacking_hours] == ["S headway"]
    assert [str(one) for one in passing(of, "S").lacking_usd] == ["S cost"]


def test_a_delay_may_depend_on_the_direction_and_on_whose_vehicle_it_is() -> None:
    of = model(
        "crossing:road X A B/UZB 10 h",
        numbers=(
            number("X", "dwell", 4, "h", direction="back"),
            number("X", "dwell", 30, "h", nationality="AZE"),
        ),
    )
    assert hours(of, "X") == 10
    assert hours(of, "X", "back") == 4
    assert hours(of, "X", "back", Shipper(nationality="AZE")) == 30
    assert hours(of, "X", "forward", Shipper(nationality="KAZ")) == 10


def test_a_rule_is_paid_by_whom_it_concerns() -> None:
    permit = Rule(
        rule_id="P", name="Permit", kind="permit", at=("X",), nationality=("AZE",), direction="forward"
    )
    of = model(
        "crossing:road X A B/UZB 10 h",
        numbers=(number("P", "delay", 5, "h"), number("P", "cost", 60, "USD/TEU")),
        rows=(permit,),
    )
    assert hours(of, "X", "forward", Shipper(nationality="AZE")) == 15
    assert hours(of, "X", "back", Shipper(nationality="AZE")) == 10
    assert hours(of, "X") == 10


def test_a_rule_whose_price_nobody_told_leaves_the_money_not_known() -> None:
    fee = Rule(rule_id="F", name="Fee", kind="fee", at=("X",))
    of = model("crossing:road X A B/UZB 10 h 5 usd", rows=(fee,))
    assert [str(one) for one in passing(of, "X").lacking_usd] == ["F cost"]


def test_no_rule_takes_more_hours_away_than_there_are() -> None:
    green = Rule(rule_id="G", name="Green lane", kind="procedure", at=("X",))
    of = model("crossing:road X A B/UZB 3 h", numbers=(number("G", "delay", -9, "h"),), rows=(green,))
    assert of.weights(ANYBODY).hours[of.compiled.of_subject["X"][0]] == 0


def test_a_capacity_in_tonnes_is_not_known_until_somebody_says_how_many_a_container_holds() -> None:
    goods = Commodity(commodity_id="goods", name="Goods")
    of = model("rail L A B 1 h 1520", numbers=(number("L", "capacity", 3.65, "Mt/year"),), rows=(goods,))
    assert of.numbers.of("L", "capacity", commodity="goods") is None
    slot = next(slot for slot in of.numbers.slots() if slot.quantity == "capacity")
    assert [str(one) for one in of.numbers.lacking(slot, "goods")] == ["goods payload"]
    laden = model(
        "rail L A B 1 h 1520",
        numbers=(number("L", "capacity", 3.65, "Mt/year"), number("goods", "payload", 10, "t/TEU")),
        rows=(goods,),
    )
    found = laden.numbers.of("L", "capacity", commodity="goods")
    assert found is not None
    assert found.value == pytest.approx(1000)
