"""The capacity ladder: a rung for each step, its capacity and flow, and the cut through those that bind."""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf, nan
from xml.etree import ElementTree

import pytest

from kengesh.pictures.capacity_ladder import LEFT, RIGHT, capacity_ladder
from kengesh.pictures.capacity_ladder_rungs import Ladder, Rung
from kengesh.pictures.picture import Picture
from kengesh.pictures.quantity import Unit
from tests.pictures.networks import LADDER, classes, rows, texts


def of(*rungs: Rung) -> Picture:
    return capacity_ladder(Ladder("T", Unit.TEU_PER_DAY, "Aktau", "Alat", rungs))


def widths(picture: Picture, class_: str) -> list[float]:
    """Return the widths of the bars of a class, without those of the key."""
    found = [one for one in ElementTree.fromstring(picture.svg).iter("rect") if one.get("class") == class_]
    return [float(one.get("width", 0)) for one in found if float(one.get("x", 0)) == LEFT]


def test_rungs_stand_in_the_order_given_between_the_start_and_the_end() -> None:
    told = texts(capacity_ladder(LADDER))
    order = [told.index(one) for one in ("Xi'an", *(rung.name for rung in LADDER.rungs))]
    ends = [place for place, one in enumerate(told) if one == "Istanbul"]
    assert order[1:] == sorted(order[1:]) and ends and told[0].startswith("Exercise data")


def test_the_length_of_a_bar_is_as_its_capacity_and_of_the_full_part_as_its_flow() -> None:
    picture = of(Rung("A", 100, 50), Rung("B", 200, 100))
    first, second = widths(picture, "picture__capacity")
    assert second == pytest.approx(2 * first, abs=0.2)
    assert widths(picture, "picture__flow-bar") == [
        pytest.approx(first / 2, abs=0.2),
        pytest.approx(first, abs=0.2),
    ]


def test_the_cut_goes_through_the_rungs_that_bind_and_no_others() -> None:
    tips = [
        one
        for one in ElementTree.fromstring(capacity_ladder(LADDER).svg).iter("g")
        if one.find("title") is not None
    ]
    cut = [
        (one.findtext("title") or "").split(" · ")[0]
        for one in tips
        if any(part.get("class") == "picture__cut" for part in one)
    ]
    assert cut == ["Aktau port", "Kuryk port"]
    assert "picture__cut" not in classes(of(Rung("A", 100, 50)))


def test_the_cut_leaves_the_bar_to_be_read() -> None:
    svg = capacity_ladder(LADDER).svg
    bar = next(one for one in widths(capacity_ladder(LADDER), "picture__capacity"))
    for drawn in re.findall(r'd="([^"]*)" class="picture__cut"', svg)[:2]:
        across = [float(one) for one in re.findall(r"[ML]([\d.]+) ", drawn)]
        assert max(across) < LEFT or min(across) > LEFT + bar


def test_what_is_not_known_is_hatched_and_said_in_words_and_is_not_zero() -> None:
    picture = of(Rung("A", None, None), Rung("B", 100, None), Rung("C", 0, 0))
    assert rows(picture) == [
        ("A", "not known", "not known", "no", ""),
        ("B", "100", "not known", "no", ""),
        ("C", "0", "0", "no", ""),
    ]
    assert "capacity not known flow not known" in texts(picture)
    assert "0 of 0 TEU a day" in texts(picture)
    assert widths(picture, "picture__gap") == [RIGHT - LEFT]
    assert "picture__hatch" in classes(picture) and "picture__hatch" not in classes(of(Rung("C", 0, 0)))


def test_a_step_without_a_limit_is_open_at_its_end() -> None:
    picture = of(Rung("A", inf, 10), Rung("B", 20, 10))
    assert rows(picture)[0][1] == "no limit" and len(widths(picture, "picture__capacity")) == 1
    assert "no limit flow: 10" in texts(picture)


def test_what_one_more_is_worth_is_said_where_it_binds() -> None:
    told = texts(capacity_ladder(LADDER))
    assert sum("one more here lets 1 more through" in one for one in told) == 2
    assert "one more" not in of(Rung("A", 100, 50, binds=False, worth=0.0)).svg


def test_how_much_can_pass_as_a_whole_is_said_or_said_not_to_be_known() -> None:
    assert "At most 90\u00a0000 TEU a year can pass the whole corridor." in texts(capacity_ladder(LADDER))
    assert rows(capacity_ladder(LADDER))[-1][:2] == ("the whole corridor", "90\u00a0000")
    unknown = capacity_ladder(replace(LADDER, most=None))
    assert len(unknown.table.rows) == len(LADDER.rungs)
    assert "not known" in unknown.description and "At most" not in unknown.description


@pytest.mark.parametrize("count", [0, 1, 40])
def test_it_is_drawn_for_no_rung_for_one_and_for_many(count: int) -> None:
    picture = of(*(Rung(f"Step {place}", 100 + place, 50) for place in range(count)))
    assert len(picture.table.rows) == count
    assert ("There is no step to draw" in picture.svg) == (count == 0)
    assert picture.height >= 38 * count


def test_a_flow_above_the_capacity_is_drawn_as_it_is() -> None:
    picture = of(Rung("A", 50, 100))
    assert widths(picture, "picture__flow-bar")[0] == pytest.approx(
        2 * widths(picture, "picture__capacity")[0], abs=0.2
    )


@pytest.mark.parametrize(
    "wrong", [{"capacity": -1}, {"capacity": nan}, {"flow": inf}, {"flow": -2}, {"capacity": -inf}]
)
def test_a_number_that_cannot_be_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        replace(Rung("A", 1, 1), **wrong)  # type: ignore[arg-type]
