"""Room for labels: none stands over another, lines are kept clear where that can be, and a full frame says so."""

from __future__ import annotations

from kengesh.pictures.key_numbers import number_spot
from kengesh.pictures.room import Box, Room, beside
from kengesh.pictures.unbroken import wrap

FRAME = Box(0, 0, 100, 100)


def box(x: float, y: float, side: float = 10) -> Box:
    return Box(x, y, x + side, y + side)


def test_a_label_takes_the_first_place_that_is_free() -> None:
    room = Room(FRAME)
    assert room.take([box(10, 10), box(30, 10)]) == box(10, 10)
    assert room.take([box(10, 10), box(30, 10)]) == box(30, 10)
    assert room.take([box(15, 15), box(32, 12)]) is None


def test_a_label_stays_inside_the_frame() -> None:
    assert Room(FRAME).take([box(-5, 10), box(95, 10), box(10, 95)]) is None


def test_a_label_stands_over_a_line_only_where_it_must_and_may() -> None:
    line = ((0.0, 15.0), (100.0, 15.0))
    assert Room(FRAME, [line]).take([box(10, 10), box(10, 40)]) == box(10, 40)
    assert Room(FRAME, [line]).take([box(10, 10)]) is None
    assert Room(FRAME, [line]).take([box(10, 10)], over_lines=True) == box(10, 10)


def test_a_leader_runs_through_no_other_label() -> None:
    room = Room(FRAME, (), [box(30, 40)])
    assert room.take([box(60, 40)], (10.0, 45.0)) is None
    assert room.take([box(60, 40)], (70.0, 70.0)) == box(60, 40)


def test_a_segment_crosses_a_box_only_where_a_part_of_it_is_inside() -> None:
    one = box(10, 10)
    assert one.crossed_by(((0, 0), (30, 30))) and one.crossed_by(((12, 12), (13, 13)))
    assert not one.crossed_by(((0, 5), (30, 5))) and not one.crossed_by(((0, 0), (9, 9)))
    assert not one.crossed_by(((10, 0), (10, 30)))  # along its side


def test_a_text_stands_at_the_side_of_its_box_that_is_nearest_to_its_point() -> None:
    assert beside(box(10, 10), (50, 10)) == (19, "--end")
    assert beside(box(10, 10), (5, 10)) == (11, "")
    assert beside(box(10, 10), (14, 50)) == (15, "--middle")


def test_a_number_finds_room_and_stands_on_its_point_only_in_a_full_picture() -> None:
    room = Room(FRAME)
    spots = [number_spot(room, (50, 50)) for _turn in range(40)]
    free = [spot for spot in spots if spot != (50, 50)]
    assert 8 <= len(free) < 40
    for place, (x, y) in enumerate(free):
        assert all(abs(x - a) >= 16 or abs(y - b) >= 16 for a, b in free[:place])


def test_a_number_is_not_broken_at_its_thousands() -> None:
    told = "At most 90\u00a0000 TEU a year"
    for width in range(70, 200, 5):
        assert any("90\u00a0000" in line for line in wrap(told, width, most=9).lines)
    short = wrap(told, 100, most=1)
    assert short.whole == told and short.lines[0].endswith("…")
