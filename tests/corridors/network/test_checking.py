"""The consistency check names the row of what cannot be so, and of what keeps goods from going on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.corridors.network.checking import findings
from kengesh.corridors.network.checking_figures import great_circle_km
from kengesh.corridors.network.network import Network, read_network
from kengesh.corridors.network.tables import Place, Rule
from tests.corridors.network.editions import HEAD, LINKS, NUMBERS, edition
from tests.corridors.small import network, number


def told(of: Network) -> list[tuple[str, str, str]]:
    """Findings as weight, check and row."""
    return [(one.weight, one.check, one.row) for one in findings(of)]


def test_a_network_in_which_all_meets_has_no_findings() -> None:
    lines = ("rail L1 A B 10 h 300 km 1520", "transfer:rail-road T1 B B 5 h", "road L2 B C 3 h 200 km")
    assert findings(network(*lines)) == ()


def test_a_break_of_gauge_without_a_transfer_is_an_error_at_its_place() -> None:
    (one,) = findings(network("rail L1 A B 10 h 1520", "rail L2 B C 5 h 1435"))
    assert (one.weight, one.check, one.row) == ("error", "gauge break", "B")
    assert one.says.startswith("a break of gauge without a transfer: 1435 mm (L2) and 1520 mm (L1) meet here")


@pytest.mark.parametrize(
    "joined", ["transfer:rail-rail T1 B B 9 h", "transfer:rail-rail T1 B B 9 h 1435>1520"]
)
def test_a_transfer_from_the_one_gauge_to_the_other_mends_it(joined: str) -> None:
    assert told(network("rail L1 A B 10 h 1520", "rail L2 B C 5 h 1435", joined)) == []


def test_a_break_of_gauge_at_a_line_that_is_not_built_is_a_remark() -> None:
    lines = ("rail L1 A B 10 h 1520", "rail L2 B C 5 h 1435 planned")
    assert ("remark", "gauge break", "B") in told(network(*lines))


def test_a_crossing_between_two_places_changes_the_gauge_without_a_finding() -> None:
    lines = ("rail L1 A B 10 h 1520", "crossing:rail C1 B D/CHN 20 h 1520>1435", "rail L2 D E/CHN 5 h 1435")
    assert told(network(*lines)) == []


def test_modes_that_meet_without_a_transfer_are_a_remark() -> None:
    assert told(network("rail L1 A B 10 h 1520", "road L2 B C 5 h")) == [("remark", "modes apart", "B")]


def test_a_transfer_to_a_mode_by_which_nothing_goes_on_is_an_error() -> None:
    lines = ("road L1 A B 10 h", "transfer:road-sea T1 B B 5 h")
    assert told(network(*lines)) == [("error", "no way on", "T1")]


def test_a_crossing_on_a_gauge_on_which_nothing_comes_is_an_error() -> None:
    lines = ("rail L1 A B 10 h 1435", "crossing:rail C1 B D/UZB 20 h 1520", "rail L2 D E/UZB 5 h 1520")
    assert ("error", "no way on", "C1") in told(network(*lines))


def test_a_border_that_is_passed_without_a_crossing_is_a_remark() -> None:
    assert told(network("road L1 A/KAZ B/UZB 10 h")) == [("remark", "border", "L1")]


def test_a_crossing_at_either_end_of_the_link_settles_the_border() -> None:
    lines = ("road L0 C A 1 h", "road L1 A/KAZ B/UZB 10 h", "crossing:road C1 A A 4 h")
    assert told(network(*lines)) == []


def test_a_ship_passes_no_border_at_sea() -> None:
    assert told(network("sea S1 A/KAZ B/AZE 20 h")) == []


def test_a_speed_out_of_reason_is_a_remark_by_mode() -> None:
    lines = ("rail L1 A B 1 h 500 km 1520", "road L2 C D 100 h 50 km", "sea S1 E F 10 h 300 km")
    assert [row for row in told(network(*lines)) if row[1] == "speed"] == [
        ("remark", "speed", "L1"),
        ("remark", "speed", "L2"),
    ]


def test_a_link_that_is_shorter_than_the_globe_is_an_error(tmp_path: Path) -> None:
    numbers = NUMBERS.replace("2400,km", "240,km")
    found = findings(read_network([edition(tmp_path, number=numbers)]))
    (one,) = [each for each in found if each.check == "too short"]
    assert (one.weight, one.check) == ("error", "too short")
    assert "240 km is shorter than the great circle between its ends, 1" in one.says
    assert str(one).startswith("link.csv, line 3, row R1: ")


def test_the_great_circle_is_that_of_known_places() -> None:
    places = [
        Place(place_id="a", name="a", country="KAZ", lat=lat, lon=lon)
        for lat, lon in ((0, 0), (0, 90), (None, 0))
    ]
    quarter = great_circle_km(places[0], places[1])
    assert quarter == pytest.approx(10_007.5, abs=0.5)
    assert great_circle_km(places[0], places[0]) == 0
    assert great_circle_km(places[0], places[2]) is None


def test_a_capacity_in_trains_is_a_remark_until_somebody_says_what_a_train_carries() -> None:
    trains = number("L1", "capacity", 12, "trains/day")
    (one,) = findings(network("rail L1 A B 10 h 1520", numbers=(trains,)))
    assert (one.check, one.row) == ("unit", "L1")
    loaded = number("rail", "train_load", 60, "TEU/train")
    assert findings(network("rail L1 A B 10 h 1520", numbers=(trains, loaded))) == ()


def test_a_place_to_which_nothing_leads_is_a_remark() -> None:
    lonely = Place(place_id="Z", name="Z", country="KAZ")
    assert told(network("road L1 A B 10 h", rows=(lonely,))) == [("remark", "unreached", "Z")]


def test_parts_that_no_existing_row_joins_are_islands_but_for_the_largest() -> None:
    lines = ("road L1 A B 1 h", "road L2 B C 1 h", "road L3 D E 1 h", "road L4 C D 1 h planned")
    (one,) = findings(network(*lines))
    assert (one.check, one.row) == ("island", "D")
    assert one.says.endswith("D, E.")


@pytest.mark.parametrize(
    ("status", "opening", "weight"),
    [
        ("existing", "2027", "error"),
        ("planned", "2024", "remark"),
        ("under construction", "2025-06", "remark"),
        ("existing", "2026-01", None),
        ("planned", "2026", None),
        ("closed", "2024", None),
    ],
)
def test_an_opening_that_does_not_go_with_the_editions_day_is_found(
    tmp_path: Path, status: str, opening: str, weight: str | None
) -> None:
    links = f"link_id,from_place,to_place,mode,status,opening\nS1,KZ-AKT,AZ-ALA,sea,{status},{opening}\n"
    numbers = "subject,quantity,value,unit,basis\n"
    found = findings(read_network([edition(tmp_path, head=HEAD, link=links, number=numbers)]))
    weights = [one.weight for one in found if one.check == "opening"]
    assert weights == ([] if weight is None else [weight])


def test_errors_come_before_remarks_each_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    links = LINKS + "R2,UZ-TAS,KZ-AKT,rail,1435\nD1,UZ-TAS,KZ-AKT,road,\n"
    found = findings(read_network([edition(tmp_path, link=links)]))
    weights = [one.weight for one in found]
    assert weights == sorted(weights)
    assert {one.where.file for one in found} == {"place.csv", "link.csv"}


def test_a_rule_is_no_place_to_look_for_gauges() -> None:
    rule = Rule(rule_id="P1", name="Permit", kind="permit", at=("L1",))
    assert findings(network("road L1 A B 10 h", rows=(rule,))) == ()
