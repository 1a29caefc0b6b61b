"""The map's outlines and the tile grid: what land is whose, what line is drawn, and that nothing is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import hypot, radians, sin
from pathlib import Path
from typing import Any

import pytest
import yaml

from kengesh.terms.states import states

KENGESH = Path(__file__).parents[2] / "kengesh"
DATA = KENGESH / "pictures/data"

Point = tuple[float, float]

# Square kilometres, as the states or the United Nations publish them; inland waters included, the Caspian's lagoon not.
AREAS = {
    "KAZ": 2_724_900,
    "UZB": 448_900,
    "TKM": 469_900,
    "KGZ": 199_900,
    "TJK": 142_600,
    "AZE": 86_600,
    "GEO": 69_700,
    "ARM": 29_700,
    "TUR": 783_600,
    "AFG": 652_900,
    "IRN": 1_648_200,
}
PLACES = {
    "Astana": ("KAZ", (71.43, 51.13)),
    "Aktau": ("KAZ", (51.25, 43.66)),
    "Bishkek": ("KGZ", (74.59, 42.80)),
    "Osh": ("KGZ", (72.79, 40.53)),
    "Andijan": ("UZB", (72.34, 40.78)),
    "Tashkent": ("UZB", (69.22, 41.30)),
    "Nukus": ("UZB", (59.61, 42.46)),
    "Sokh, an enclave": ("UZB", (71.10, 40.00)),
    "Khujand": ("TJK", (69.60, 40.23)),
    "Khorog": ("TJK", (71.62, 37.55)),
    "Ashgabat": ("TKM", (58.33, 37.85)),
    "Baku": ("AZE", (49.80, 40.42)),
    "Nakhchivan, an exclave": ("AZE", (45.42, 39.21)),
    "Khankendi": ("AZE", (46.75, 39.82)),
    "Sukhumi": ("GEO", (41.05, 43.02)),
    "Yerevan": ("ARM", (44.51, 40.10)),
    "Kabul": ("AFG", (69.17, 34.53)),
    "Ankara": ("TUR", (32.85, 39.92)),
    "Srinagar": ("disputed", (74.80, 34.09)),
    "Gilgit": ("disputed", (74.31, 35.92)),
    "Aksai Chin": ("disputed", (79.50, 35.10)),
    "Tawang": ("disputed", (91.90, 27.60)),
    "Simferopol": ("disputed", (34.10, 45.00)),
    "Kyiv": ("other_land", (30.52, 50.45)),
}
NEVER_DRAWN = (("AFG", "PAK"), ("CHN", "IND"), ("CHN", "PAK"), ("RUS", "UKR"), ("IND", "NPL"), ("BTN", "CHN"))


@pytest.fixture(scope="module")
def outlines() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((DATA / "outlines.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def fills(outlines: dict[str, Any]) -> dict[str, Any]:
    return outlines["states"] | {"disputed": outlines["disputed"], "other_land": outlines["other_land"]}


@pytest.fixture(scope="module")
def grid() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((DATA / "tile_grid.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("place", PLACES)
def test_a_place_lies_in_the_land_of_its_state_or_in_land_that_several_claim(
    place: str, fills: dict[str, Any]
) -> None:
    whose, point = PLACES[place]
    assert [name for name, area in fills.items() if is_in(point, area)] == [whose]


@pytest.mark.parametrize("state", AREAS)
def test_a_state_is_as_large_as_it_is(state: str, outlines: dict[str, Any]) -> None:
    assert square_kilometres(outlines["states"][state]) == pytest.approx(AREAS[state], rel=0.03)


def test_the_land_between_the_caspian_and_china_has_no_gap_and_no_overlap(fills: dict[str, Any]) -> None:
    # The half of a hundredth keeps the points off the lines, whose corners lie on hundredths.
    points = [(54.005 + column, 36.505 + row) for column in range(30) for row in range(17)]
    wrong = [
        (point, owners)
        for point in points
        if len(owners := [name for name, area in fills.items() if is_in(point, area)]) != 1
        and not (point[0] < 55 and not owners)  # the Garabogaz lagoon of the Caspian Sea
    ]
    assert wrong == []


def test_the_caspian_sea_is_nobodys_land(fills: dict[str, Any]) -> None:
    for point in ((50.5, 45.0), (51.0, 42.5), (51.0, 40.0), (52.0, 37.8)):
        assert [name for name, area in fills.items() if is_in(point, area)] == []


def test_the_aral_sea_and_the_great_lakes_are_there(outlines: dict[str, Any]) -> None:
    for name, point in {
        "Aral Sea": (58.6, 45.0),
        "Lake Balkhash": (74.0, 45.6),
        "Issyk-Kul": (77.2, 42.4),
    }.items():
        assert is_in(point, outlines["lakes"][name]), name


def test_every_state_of_the_region_touches_one_whose_border_with_it_is_drawn(
    outlines: dict[str, Any],
) -> None:
    drawn = {code for border in outlines["borders"] for code in border["between"]}
    assert set(outlines["states"]) <= drawn


@pytest.mark.parametrize("pair", NEVER_DRAWN)
def test_a_border_that_one_side_denies_is_not_drawn(pair: tuple[str, str], outlines: dict[str, Any]) -> None:
    assert list(pair) not in [border["between"] for border in outlines["borders"]]


def test_no_line_runs_through_or_along_land_that_several_states_claim(outlines: dict[str, Any]) -> None:
    edges = [
        edge for polygon in outlines["disputed"] for ring in polygon for edge in pairwise([*ring, ring[0]])
    ]
    for border in outlines["borders"]:
        for line in border["lines"]:
            for (x1, y1), (x2, y2) in pairwise(line):
                middle = ((x1 + x2) / 2, (y1 + y2) / 2)
                assert not is_in(middle, outlines["disputed"]), border["between"]
                assert min(distance(middle, edge) for edge in edges) > 0.01, (border["between"], middle)


def test_a_border_runs_where_the_land_of_both_its_states_ends(outlines: dict[str, Any]) -> None:
    for border in outlines["borders"]:
        for code in border["between"]:
            if code not in outlines["states"]:
                continue
            corners = {tuple(at) for polygon in outlines["states"][code] for ring in polygon for at in ring}
            for line in border["lines"]:
                shared = [tuple(at) for at in line if tuple(at) in corners]
                assert len(shared) >= len(line) - 2, border[
                    "between"
                ]  # at an end the other's corner may stand alone


def test_no_coast_is_drawn_where_there_is_no_sea(outlines: dict[str, Any], fills: dict[str, Any]) -> None:
    closed = [line[:-1] for line in outlines["coast"] if line[0] == line[-1]]
    assert (
        min(square_kilometres([[ring]]) for ring in closed) > 300
    )  # an island that one sees, not a crack in the land
    inland = [at for line in outlines["coast"] for at in line if at[0] > 56 and at[1] > 32]
    assert inland == []


def test_every_point_lies_in_the_window(outlines: dict[str, Any]) -> None:
    west, south, east, north = outlines["window"]
    for x, y in all_points(outlines):
        assert west <= x <= east and south <= y <= north


def test_the_outlines_are_small_enough_to_ship() -> None:
    assert (DATA / "outlines.json").stat().st_size < 150_000


def test_every_state_that_the_founding_record_names_has_a_tile(grid: dict[str, Any]) -> None:
    named = {
        code
        for path in (KENGESH / "packs").rglob("*.yaml")
        for code in codes_in(yaml.safe_load(path.read_text()))
    }
    assert {"KAZ", "TUR", "JPN"} <= named
    assert named - set(grid["tiles"]) == set()


def test_every_tile_is_of_a_state(grid: dict[str, Any], outlines: dict[str, Any]) -> None:
    assert set(grid["tiles"]) <= set(states())
    assert set(outlines["states"]) <= set(grid["tiles"])


def test_no_two_states_share_a_tile_and_none_lies_outside_the_grid(grid: dict[str, Any]) -> None:
    places = [tuple(tile) for tile in grid["tiles"].values()]
    assert len(set(places)) == len(places)
    assert {column for column, _ in places} == set(range(grid["columns"]))
    assert {row for _, row in places} == set(range(grid["rows"]))


def test_states_that_share_a_border_have_tiles_near_each_other(
    grid: dict[str, Any], outlines: dict[str, Any]
) -> None:
    for border in outlines["borders"]:
        one, other = border["between"]
        if one in grid["tiles"] and other in grid["tiles"]:
            (x1, y1), (x2, y2) = grid["tiles"][one], grid["tiles"][other]
            assert max(abs(x1 - x2), abs(y1 - y2)) <= (3 if "RUS" in (one, other) else 2), (one, other)


def test_the_five_states_of_central_asia_and_their_southern_neighbour_form_one_block(
    grid: dict[str, Any],
) -> None:
    block = ("KAZ", "KGZ", "UZB", "TKM", "TJK", "AFG")
    for one, other in combinations(block, 2):
        (x1, y1), (x2, y2) = grid["tiles"][one], grid["tiles"][other]
        assert max(abs(x1 - x2), abs(y1 - y2)) <= 2


def test_west_and_east_of_the_caspian_are_parted_by_an_empty_tile(grid: dict[str, Any]) -> None:
    azerbaijan, uzbekistan = grid["tiles"]["AZE"], grid["tiles"]["UZB"]
    assert azerbaijan[0] < uzbekistan[0] - 1
    assert [azerbaijan[0] + 1, azerbaijan[1]] not in grid["tiles"].values()


def is_in(point: Point, area: list[list[list[list[float]]]]) -> bool:
    """Whether a point lies in an area, by the number of edges to the east of it."""
    x, y = point
    inside = False
    for polygon in area:
        for ring in polygon:
            for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
                if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                    inside = not inside
    return inside


def square_kilometres(area: list[list[list[list[float]]]]) -> float:
    """The size of an area on the sphere; on Lambert's cylinder every area is as large as on the globe."""
    total = 0.0
    for polygon in area:
        sizes = []
        for ring in polygon:
            flat = [(6371 * radians(x), 6371 * sin(radians(y))) for x, y in ring]
            sizes.append(abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*flat, flat[0]]))) / 2)
        total += sizes[0] - sum(sizes[1:])
    return total


def distance(point: Point, edge: tuple[list[float], list[float]]) -> float:
    """Degrees between a point and the nearest point of an edge."""
    (x, y), ((x1, y1), (x2, y2)) = point, edge
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def all_points(value: Any) -> Iterator[list[float]]:
    """Every pair of numbers, however deep; the window is four numbers and so no pair."""
    if isinstance(value, dict):
        for each in value.values():
            yield from all_points(each)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(number, int | float) for number in value):
            yield value
        else:
            for each in value:
                yield from all_points(each)


def codes_in(value: Any) -> Iterator[str]:
    """Every value of a document that is the code of a state."""
    if isinstance(value, dict):
        for each in value.values():
            yield from codes_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from codes_in(each)
    elif isinstance(value, str) and value in states():
        yield value
