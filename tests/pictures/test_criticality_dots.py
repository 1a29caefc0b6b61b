"""What closings cost: a mark for each pair, no way round apart from every number, not known apart from both."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from kengesh.pictures.criticality_dots import LEFT, RIGHT, criticality_dots, pair_mark
from kengesh.pictures.criticality_rows import Closed, Criticality, Loss, Without
from kengesh.pictures.picture import Picture
from kengesh.pictures.quantity import Spread, Unit
from tests.pictures.networks import CRITICALITY, classes, rows, texts


def of(*losses: Loss) -> Picture:
    rows_ = tuple(Closed(f"Link {place}", (one,)) for place, one in enumerate(losses))
    return criticality_dots(Criticality("T", Unit.HOURS, ("Almaty – Baku",), rows_))


def discs(picture: Picture) -> list[float]:
    """Return where the marks of the first pair stand, without that of the key."""
    found = [
        one
        for one in ElementTree.fromstring(picture.svg).iter("circle")
        if one.get("class") == "picture__course-mark--1"
    ]
    return [float(one.get("cx", 0)) for one in found if float(one.get("cx", 0)) > 200]


def test_the_place_of_a_mark_is_as_the_loss() -> None:
    zero, ten, twenty = discs(of(Spread(0), Spread(10), Spread(20)))
    assert zero == LEFT and twenty - zero == pytest.approx(2 * (ten - zero), abs=0.2) and twenty <= RIGHT


def test_no_way_round_and_not_known_stand_off_the_scale_each_with_its_own_mark() -> None:
    picture = of(Spread(10), Without.NO_WAY_ROUND, Without.NOT_KNOWN)
    number, none, unknown = discs(picture)
    assert number <= RIGHT < none < unknown
    assert classes(picture).count("picture__critical") == 2  # with the one in the key
    assert classes(picture).count("picture__mark--not-known") == 2
    assert [row[2] for row in rows(picture)] == ["10", "no way round", "not known"]


def test_a_loss_of_zero_is_a_number_and_not_the_same_as_not_known() -> None:
    picture = of(Spread(0))
    assert rows(picture) == [("Link 0", "Almaty – Baku", "0", "")]
    assert "picture__mark--not-known" not in classes(picture)


def test_whiskers_are_drawn_where_p10_and_p90_are_given() -> None:
    assert "picture__whisker" not in classes(of(Spread(10)))
    picture = of(Spread(10, (5, 20)))
    assert "picture__whisker" in classes(picture) and rows(picture)[0][3] == "5–20"


def test_rows_stay_in_the_order_given() -> None:
    told = texts(criticality_dots(CRITICALITY))
    order = [told.index(row.name) for row in CRITICALITY.rows]
    assert order == sorted(order)
    turned = texts(criticality_dots(replace(CRITICALITY, rows=CRITICALITY.rows[::-1])))
    assert turned.index("Khorgos") < turned.index("Aktau – Alat")


def test_every_pair_has_a_mark_of_its_own_shape() -> None:
    shapes = [re.sub(r'[\d.]+|--\d|class="[^"]*"', "", pair_mark(number, 0, 0)) for number in range(1, 6)]
    assert len(set(shapes)) == 5
    picture = criticality_dots(
        replace(CRITICALITY, pairs=tuple("ABCDE"), rows=(Closed("X", (Spread(1),) * 5),))
    )
    assert [one for one in texts(picture) if one in "ABCDE"] == list("ABCDE")


def test_the_table_has_a_row_for_every_closing_and_pair() -> None:
    told = rows(criticality_dots(CRITICALITY))
    assert len(told) == 6
    assert told[:2] == [
        ("Aktau – Alat", "Xi'an – Istanbul", "120", "80–210"),
        ("Aktau – Alat", "Tashkent – Poti", "no way round", ""),
    ]


def test_the_description_says_where_most_is_lost_and_that_some_have_no_way_round() -> None:
    told = criticality_dots(CRITICALITY).description
    assert "Xi'an – Istanbul: of those with a way round, most is lost by Aktau – Alat, 120 h." in told
    assert "With 1 of them, some pair has no way round." in told


def test_it_is_drawn_for_nothing_for_one_for_many_and_for_no_number_at_all() -> None:
    assert "There is nothing to compare" in of().svg
    assert (
        "There is nothing to compare"
        in criticality_dots(Criticality("T", Unit.USD, (), (Closed("A", ()),))).svg
    )
    assert len(of(Spread(3)).table.rows) == 1
    many = of(*(Spread(place) for place in range(60)))
    assert len(many.table.rows) == 60 and many.height > 60 * 20
    nothing = of(Without.NOT_KNOWN, Without.NO_WAY_ROUND)
    assert "nan" not in nothing.svg and "most is lost" not in nothing.description


def test_too_many_pairs_and_a_row_without_a_loss_for_each_pair_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 5 pairs, not 6"):
        criticality_dots(Criticality("T", Unit.HOURS, tuple("ABCDEF"), (Closed("X", (Spread(1),) * 6),)))
    with pytest.raises(ValueError, match="X has 1 losses for 2 pairs"):
        Criticality("T", Unit.HOURS, ("A", "B"), (Closed("X", (Spread(1),)),))
