"""With against without: gain and loss apart without colour, each sign's probability in words, and exactly zero said to be so."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from kengesh.pictures.paired_difference import paired_difference
from kengesh.pictures.paired_difference_rows import Comparison, Difference, Group, Signs
from kengesh.pictures.picture import Picture
from kengesh.pictures.quantity import Spread, Unit
from tests.pictures.networks import COMPARISON, rows, texts


def of(*differences: Difference, less_is_gain: bool = True) -> Picture:
    return paired_difference(Comparison("T", Unit.HOURS, less_is_gain, (Group("By state", differences),)))


def row_classes(picture: Picture, name: str) -> list[str]:
    """Return the classes in the drawn part of a row."""
    for one in ElementTree.fromstring(picture.svg).iter("g"):
        if (one.findtext("title") or "").startswith(f"{name} · "):
            return [part.get("class", "") for part in one.iter() if part.get("class")]
    raise AssertionError(name)


KAZ = Difference("Kazakhstan", Spread(-5, (-9, -2)), Signs(1, 0, 0))
TJK = Difference("Tajikistan", Spread(5, (2, 9)), Signs(0, 0, 1))
BOTH = Difference("Turkmenistan", Spread(-1, (-9, 9)), Signs(0.55, 0, 0.45))


def test_a_gain_is_full_with_a_disc_and_a_loss_is_hatched_with_a_square() -> None:
    picture = of(KAZ, TJK, BOTH)
    assert row_classes(picture, "Kazakhstan") == ["picture__gain", "picture__p50--gain"]
    assert row_classes(picture, "Tajikistan") == [
        "picture__loss",
        "picture__loss-hatch",
        "picture__p50--loss",
    ]
    assert row_classes(picture, "Turkmenistan") == [
        "picture__gain",
        "picture__loss",
        "picture__loss-hatch",
        "picture__p50--gain",
    ]


def test_where_more_is_a_gain_the_sides_change_and_so_do_the_chances() -> None:
    picture = of(KAZ, TJK, BOTH, less_is_gain=False)
    assert row_classes(picture, "Kazakhstan")[-1] == "picture__p50--loss"
    assert [row[-1] for row in rows(picture)] == ["loss", "gain", "loss"]
    assert rows(picture)[2][4:7] == ("45\u00a0%", "55\u00a0%", "0\u00a0%")
    assert "← loss" in texts(picture) and "gain →" in texts(picture)
    assert "← gain" in texts(of(KAZ)) and "loss →" in texts(of(KAZ))


def test_exactly_zero_in_every_draw_is_no_computed_change() -> None:
    for none in (Difference("A", Spread(0)), Difference("A", Spread(0, (0, 0)), Signs(0, 1, 0))):
        picture = of(none)
        assert "no computed change" in texts(picture) and rows(picture)[0][-1] == "no computed change"
        assert "picture__equal" in row_classes(picture, "A")
        assert "1 row has no computed change." in picture.description


def test_a_middle_of_zero_with_draws_that_differ_is_not_called_no_change() -> None:
    for some in (
        Difference("A", Spread(0, (-3, 3)), Signs(0.5, 0, 0.5)),
        Difference("A", Spread(0, (0, 0)), Signs(0.02, 0.95, 0.03)),
    ):
        picture = of(some)
        assert "no computed change" not in picture.svg + picture.description
        assert rows(picture)[0][-1] == "neither gain nor loss by its P50"


def test_the_smallest_difference_is_not_written_as_zero() -> None:
    picture = of(Difference("A", Spread(1e-7)))
    assert rows(picture)[0][2] == "+0.0000001" and "no computed change" not in picture.svg


def test_what_is_not_known_is_hatched_and_no_zero() -> None:
    picture = of(Difference("A", None))
    assert row_classes(picture, "A") == ["picture__gap", "picture__hatch"]
    assert rows(picture)[0] == ("By state", "A", "not known", "", "", "", "", "not known")
    assert "1 row is not known." in picture.description


def test_the_probability_of_each_sign_is_said_in_words() -> None:
    told = texts(paired_difference(COMPARISON))
    assert any(
        "gain 86\u00a0%, loss 12\u00a0%, no change 2\u00a0%".replace("\u00a0", " ")
        in one.replace("\u00a0", " ")
        for one in told
    )
    assert rows(paired_difference(COMPARISON))[-1][4:7] == ("47\u00a0%", "53\u00a0%", "<\u00a01\u00a0%")


def test_losers_are_counted_and_shown_like_all_others() -> None:
    picture = of(KAZ, TJK)
    assert picture.description.startswith("1 row gains by its P50. 1 row loses by its P50.")
    assert {"Kazakhstan", "Tajikistan"} <= set(texts(picture))


def test_a_range_of_assumptions_is_called_so() -> None:
    assert any("range of our assumptions" in one for one in texts(paired_difference(COMPARISON)))
    assert "assumptions" not in paired_difference(replace(COMPARISON, assumed=False)).svg


def test_groups_stand_under_their_headings_in_the_order_given() -> None:
    told = texts(paired_difference(COMPARISON))
    order = [
        told.index(one) for one in ("By origin and destination", "Osh – Mersin", "By state", "Azerbaijan")
    ]
    assert order == sorted(order)
    assert [row[0] for row in rows(paired_difference(COMPARISON))] == ["By origin and destination"] * 4 + [
        "By state"
    ]


def test_it_is_drawn_for_nothing_for_one_and_for_many() -> None:
    for empty in (of(), paired_difference(Comparison("T", Unit.HOURS, True, ()))):
        assert "There is nothing to compare" in empty.svg and empty.table.rows == ()
    assert len(of(KAZ).table.rows) == 1
    many = of(*(Difference(f"S {place}", Spread(place - 40, (place - 50, place))) for place in range(80)))
    assert len(many.table.rows) == 80 and many.height > 80 * 20


def test_probabilities_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="add up to 1"):
        Signs(0.5, 0, 0.6)
    with pytest.raises(ValueError, match="cannot be drawn"):
        Signs(-0.1, 0, 1.1)
