"""The map of a network: connections by means and state, routes beside each other, the cut, and no ground where none is known."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kengesh.pictures.base_map import covered, is_covered, plane_of, window_of
from kengesh.pictures.corridor_lines import along, middle, shifted
from kengesh.pictures.corridor_map import corridor_map
from kengesh.pictures.corridor_map_parts import Connection, Mark, Marked, Network, Place, State
from kengesh.pictures.means_marks import Means
from tests.pictures.networks import CONNECTIONS, CREDIT, NETWORK, PLACES, classes, rows, text_boxes, texts

ALMATY, OSH = PLACES[1], PLACES[5]


def between(means: Means, state: State = State.EXISTING, mark: Mark | None = None) -> list[str]:
    connection = Connection("c", "almaty", "osh", means, state, mark=mark)
    return classes(corridor_map(Network("T", (ALMATY, OSH), (connection,))))


def test_the_table_has_every_connection_with_its_means_its_state_its_routes_and_its_mark() -> None:
    told = rows(corridor_map(NETWORK))
    assert len(told) == len(CONNECTIONS)
    assert told[2] == (
        "Aktau",
        "Alat",
        "by sea",
        "existing",
        "By rail and sea; By road at the end",
        "in the cut: what limits the capacity, or parts the two ends",
    )
    assert told[5][:5] == ("Kashgar", "Osh", "by rail", "under construction", "")


def test_a_place_without_a_connection_is_in_the_table_too() -> None:
    told = rows(corridor_map(replace(NETWORK, connections=(), routes=())))
    assert [row[0] for row in told] == [one.name for one in PLACES]


def test_means_and_states_are_told_apart_by_shape() -> None:
    def shape(means: Means) -> str:
        connection = Connection("c", "almaty", "osh", means)
        svg = corridor_map(Network("T", (ALMATY, OSH), (connection,))).svg
        tip = svg.index("Almaty – Osh")
        return re.sub(r"[\d. ]+", "", re.findall(r'd="([^"]*)"', svg[tip:])[0])

    assert shape(Means.ROAD) == "ML" and "Q" in shape(Means.SEA)
    assert between(Means.RAIL).count("picture__way--existing") > between(Means.ROAD).count(
        "picture__way--existing"
    )
    assert "picture__way--building" in between(Means.ROAD, State.BUILDING)
    assert "picture__way--planned" in between(Means.ROAD, State.PLANNED)


def test_the_cut_and_what_is_critical_are_marked_on_the_map_and_in_the_key() -> None:
    assert between(Means.SEA).count("picture__cut") == 0
    assert between(Means.SEA, mark=Mark.CUT).count("picture__cut") == 2
    assert between(Means.SEA, mark=Mark.CRITICAL).count("picture__critical") == 2


def test_routes_run_beside_each_other_where_they_go_by_the_same_connection() -> None:
    svg = corridor_map(NETWORK).svg
    first, second = (
        set(re.findall(rf'd="([^"]*)" class="picture__ribbon--{number}"', svg)) for number in (1, 2)
    )
    assert first and second and not first & second
    assert corridor_map(replace(NETWORK, routes=())).svg.count("picture__ribbon") == 0


def test_a_line_is_moved_to_the_same_side_whichever_way_it_is_given() -> None:
    points = [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0)]
    assert shifted(points, 5) == [(0, 5), (10, 5), (20, 5)]
    assert shifted(points[::-1], 5) == [(20, 5), (10, 5), (0, 5)]
    assert middle(points) == ((10, 0), (1, 0))
    assert [round(x) for (x, _y), _way in along(points, 6)] == [6, 12, 18]


def test_two_connections_of_the_same_places_do_not_lie_over_each_other() -> None:
    svg = corridor_map(NETWORK).svg
    drawn = [
        svg[at.end() :].split('d="')[1].split('"')[0] for at in re.finditer("Alat – Istanbul · by r", svg)
    ]
    assert len(drawn) == 2 and drawn[0].split("L")[0] != drawn[1].split("L")[0]


def test_the_credit_stands_under_the_map_as_it_was_given() -> None:
    assert CREDIT in texts(corridor_map(NETWORK))
    assert CREDIT not in corridor_map(replace(NETWORK, credit="")).svg


def test_beyond_the_outlines_the_ground_is_plain_and_a_note_says_so() -> None:
    assert not is_covered((108.94, 34.26)) and is_covered((29.0, 41.0))
    whole = corridor_map(NETWORK)
    assert any("Beyond the dotted edge" in one for one in texts(whole))
    central = corridor_map(replace(NETWORK, places=PLACES[1:], connections=CONNECTIONS[1:], routes=()))
    assert not any("Beyond the dotted edge" in one for one in texts(central))
    duisburg = Place("duisburg", "Duisburg", 6.76, 51.43)
    alone = corridor_map(Network("T", (duisburg,), ()))
    assert "picture__land" not in classes(alone) and "picture__sea" not in classes(alone)


def test_no_ground_is_drawn_outside_the_window_of_the_outlines() -> None:
    window = window_of([(one.longitude, one.latitude) for one in PLACES])
    plane = plane_of(window, 0, 0, 960, 30)
    edge = plane.at((covered().east, 34.0))[0]
    svg = corridor_map(NETWORK).svg
    for drawn in re.findall(r'd="M([\d.]+) [^"]*" class="picture__(?:land|sea|border)"', svg):
        assert float(drawn) <= edge + 60  # the edge leans: at its foot it lies further east
    assert plane.at((108.94, 34.26))[0] > edge + 30


def test_the_names_of_routes_come_first_and_those_without_room_are_numbered_or_counted() -> None:
    crowd = tuple(
        Place(f"p{x}{y}", f"Station {x} {y}", 60 + x * 0.4, 40 + y * 0.3)
        for x in range(20)
        for y in range(10)
    )
    route = tuple(Connection(f"c{x}", f"p{x}5", f"p{x + 1}5", Means.RAIL) for x in range(19))
    picture = corridor_map(Network("T", crowd, route, (Marked("Through", tuple(one.key for one in route)),)))
    told = texts(picture)
    assert [x for x in range(20) if f"Station {x} 5" not in told] == []
    counted = next(one for one in told if "no room" in one)
    drawn = sum(one.startswith("Station") for one in told)
    assert int(counted.split()[0]) == len(crowd) - drawn
    names = [box for one, box in text_boxes(picture) if one.startswith("Station")]
    assert all(
        box.right <= other.left or other.right <= box.left or box.foot <= other.top or other.foot <= box.top
        for place, box in enumerate(names)
        for other in names[:place]
    )


def test_it_is_drawn_for_nothing_for_one_place_and_for_places_in_a_line() -> None:
    assert "There is no place to draw" in corridor_map(Network("T", (), ())).svg
    assert "Almaty" in texts(corridor_map(Network("T", (ALMATY,), ())))
    line = (ALMATY, Place("east", "East", 90, 43.25))
    picture = corridor_map(Network("T", line, (Connection("c", "almaty", "east", Means.RAIL),)))
    assert 300 < picture.height < 900 and "nan" not in picture.svg
    tall = corridor_map(Network("T", (Place("n", "North", 60, 58), Place("s", "South", 60.1, 24)), ()))
    assert tall.height < 1300


def test_a_crossing_at_one_place_is_a_ring_around_it() -> None:
    here = Network("T", (ALMATY, OSH), (Connection("b", "almaty", "almaty", Means.BORDER),))
    assert classes(corridor_map(here)).count("picture__stop") == 2  # on the map and in the key
    assert "Almaty · border crossing" in corridor_map(here).svg


def test_the_map_says_that_it_implies_no_opinion_on_borders() -> None:
    assert (
        "implies no opinion" in corridor_map(NETWORK).svg
        and "implies no opinion" in corridor_map(NETWORK).description
    )


def test_what_leads_nowhere_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="c leads to atlantis"):
        Network("T", PLACES, (Connection("c", "almaty", "atlantis", Means.SEA),))
    with pytest.raises(ValueError, match="goes by r99"):
        Network("T", PLACES, CONNECTIONS, (Marked("R", ("r99",)),))
    with pytest.raises(ValueError, match="outside the map"):
        Place("p", "Nowhere", 200, 0)
    with pytest.raises(ValueError, match="at most 3"):
        corridor_map(replace(NETWORK, routes=(Marked("R", ("r1",)),) * 4))
