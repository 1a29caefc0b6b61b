"""The UpSet picture: a column for every exclusive intersection, what is not known apart, and a table that says it all."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.pictures.picture import Picture
from kengesh.pictures.style import standalone, style_sheet
from kengesh.pictures.upset import LEFT, NAMES, SIZES, upset
from kengesh.pictures.upset_table import Column
from kengesh.pictures.writing import text_width
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import in_language
from tests.mechanism.cast import GAZETTE, act, council

PARTIES = ["KAZ", "TJK", "TKM"]
COLUMNS = [
    Column(("KAZ", "TJK"), ("TKM",), ("sco",)),
    Column(("KAZ", "TJK", "TKM"), (), ("eco", "oic", "escap")),
    Column(("KAZ",), (), ("ots",)),
    Column((), (), ("d-8",)),
]


def drawn(founding: Mechanism, language: str = "en") -> Picture:
    return upset(Reader(founding.view("2025-11-16"), language), "Who shares what", PARTIES, COLUMNS)


def columns_of(picture: Picture) -> list[ElementTree.Element]:
    """Return the drawn columns: the groups with a tip."""
    return [one for one in ElementTree.fromstring(picture.svg).iter("g") if one.find("title") is not None]


def classes(group: ElementTree.Element) -> list[str]:
    return [one.get("class", "") for one in group.iter()]


def test_every_intersection_is_a_column_with_a_mark_for_every_party(founding: Mechanism) -> None:
    marks = ("picture__mark--membership", "picture__mark--not-known", "picture__mark--none")
    told = [tuple(classes(one).count(mark) for mark in marks) for one in columns_of(drawn(founding))]
    assert told == [(3, 0, 0), (1, 0, 2), (0, 0, 3), (2, 1, 0)]


def test_the_height_of_a_bar_is_as_the_number_of_bodies_and_the_number_stands_above_it(
    founding: Mechanism,
) -> None:
    known = columns_of(drawn(founding))[:3]
    heights = [float(one.find("rect").get("height")) for one in known]  # type: ignore[union-attr, arg-type]
    assert heights[0] == pytest.approx(3 * heights[1]) and heights[1] == heights[2]
    assert [one.findtext("text") for one in known] == ["3", "1", "1"]


def test_parties_that_share_are_joined_by_a_line_and_one_alone_is_not(founding: Mechanism) -> None:
    joined = ["picture__axis" in classes(one) for one in columns_of(drawn(founding))]
    assert joined == [True, False, False, True]


def test_what_is_not_known_stands_last_and_is_hatched_and_not_told_by_colour_alone(
    founding: Mechanism,
) -> None:
    picture = drawn(founding)
    hatched = ["picture__unsure--membership" in classes(one) for one in columns_of(picture)]
    assert hatched == [False, False, False, True]
    assert "not known whether it belongs" in picture.svg
    everything_known = upset(Reader(founding.view(), "en"), "T", PARTIES, COLUMNS[1:])
    assert "not known" not in everything_known.svg


def test_how_much_each_party_shares_is_a_range_where_it_is_not_known(founding: Mechanism) -> None:
    numbers = re.findall(r'class="picture__note--end">([^<]+)<', drawn(founding).svg)
    assert numbers == ["5", "4", "3–4"]


def test_the_table_says_all_that_the_picture_shows(founding: Mechanism) -> None:
    rows = [tuple(cell.text for cell in row) for row in drawn(founding).table.rows]
    assert rows[1:] == [
        ("Kazakhstan", "", "1", "Organization of Turkic States"),
        ("none of them", "", "1", "D-8 Organization for Economic Cooperation"),
        ("Kazakhstan, Tajikistan", "Turkmenistan", "1", "Shanghai Cooperation Organisation"),
    ]
    assert rows[0][:3] == ("Kazakhstan, Tajikistan, Turkmenistan", "", "3")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_sound_and_plain_in_every_language(language: str, founding: Mechanism) -> None:
    with in_language(language):
        picture = drawn(founding, language)
    for one in ElementTree.fromstring(picture.svg).iter():
        assert one.tag not in ("style", "script")
        assert {"style", "id", "fill", "stroke"}.isdisjoint(one.attrib)
    assert ElementTree.fromstring(standalone(picture)).tag.endswith("svg")
    named = set(re.findall(r"\.(picture__[\w-]+)", style_sheet()))
    used = {word for told in re.findall(r'class="([^"]*)"', picture.svg) for word in told.split()}
    assert used - named == {"picture__key"}


def test_with_links_it_is_a_group_and_its_names_lead_to_their_pages(founding: Mechanism) -> None:
    picture = upset(Reader(founding.view(), "en"), "T", PARTIES, COLUMNS, lambda thing: f"/p/{thing}")
    root = ElementTree.fromstring(picture.svg)
    assert root.get("role") == "group"
    assert [one.get("href") for one in root.iter("a")] == ["/p/KAZ", "/p/TJK", "/p/TKM"]


def test_long_names_are_wrapped_within_their_room_and_the_rows_grow_with_them() -> None:
    cast = council()
    name = "Saint Vincent and the Grenadines, with the Tobago Cays and all other islands of the group, and their waters"
    names = {"en": {"text": name, "by": "ours"}}
    cast.enter(act("name", thing="long-name", type="party", names=names, sources=GAZETTE))
    columns = [Column(("long-name", "KAZ"), (), ("a",))]
    picture = upset(Reader(cast.view(), "en"), "T", ["long-name", "KAZ"], columns)
    root = ElementTree.fromstring(picture.svg)
    lines = [one.text or "" for one in root.iter("tspan") if one.get("x") == f"{LEFT + SIZES + 10:.0f}"]
    assert len(lines) == 3 and all(text_width(one) <= NAMES for one in lines)
    lanes = [one for one in root.iter("rect") if one.get("class") == "picture__lane"]
    assert float(lanes[0].get("height", 0)) >= 3 * 15
    assert name in {one.text for one in root.iter("title")}


def test_columns_and_names_do_not_run_into_each_other(founding: Mechanism) -> None:
    bars = [one.find("rect") for one in columns_of(drawn(founding))]
    lefts = [float(one.get("x", 0)) for one in bars if one is not None]
    assert lefts == sorted(lefts) and min(lefts) >= LEFT + SIZES + NAMES
    assert all(second - first >= 20 for first, second in pairwise(lefts))


def test_without_bodies_it_says_that_there_is_nothing(founding: Mechanism) -> None:
    picture = upset(Reader(founding.view(), "en"), "T", PARTIES, [])
    assert "The record says nothing of this" in picture.svg and picture.table.rows == ()
