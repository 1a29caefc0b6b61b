"""The overview says who is in what and how, what each two share, and what was counted; its addresses are of one form."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from kengesh.formats.overlap.answers import how_similar, who_is_in_what
from kengesh.mechanism.record import Mechanism
from kengesh.terms.languages import LANGUAGES


def section(page: str, heading: str) -> str:
    """Return what stands under a heading of the second order."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("</section>")[0]


def row_of(table: str, thing: str) -> list[str]:
    """Return the cells of the row whose heading is this thing, as plain text."""
    row = re.search(rf'<tr><th scope="row"><a href="/en/bodies/{thing}[?"].*?</tr>', table, re.S)
    assert row is not None, thing
    cells = re.findall(r"<td>(.*?)</td>", row[0], re.S)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", one)).split()) for one in cells]


def test_the_table_has_a_cell_for_every_body_and_party_counted(shown: Any, record: Mechanism) -> None:
    counted = who_is_in_what(record.view())["counted"]
    table = section(shown("/en/overlap"), "Who is in what, and how")
    assert table.count("<td>") == len(counted["bodies"]) * len(counted["states"]) == 138
    assert table.count("overlap__mark--") == 138 + 3  # the key besides


def test_a_cell_says_the_status_in_the_words_of_the_body(shown: Any) -> None:
    page = shown("/en/overlap?states=KAZ,TJK,TKM&bodies=ots&on=2025-11-16")
    kazakhstan, tajikistan, turkmenistan = row_of(section(page, "Who is in what, and how"), "ots")
    assert kazakhstan.startswith(("founding member", "member"))
    assert tajikistan.startswith("none") and turkmenistan.startswith("observer")


def test_an_observer_belongs_in_the_wide_reading_alone(shown: Any) -> None:
    address = "/en/overlap?states=TKM&bodies=ots&on=2025-11-16"
    marks = [
        re.findall(r'overlap__mark--([a-z-]+)" role="img"', shown(one))
        for one in (address, f"{address}&wide=yes")
    ]
    assert marks == [["no"], ["yes"]]


def test_each_two_stand_in_the_table_of_what_they_share_and_lead_to_their_page(
    shown: Any, record: Mechanism
) -> None:
    pairs = how_similar(record.view())["answer"]
    told = section(shown("/en/overlap"), "What each two share")
    linked = re.findall(r'href="/en/overlap/pair\?first=(\w+)&amp;second=(\w+)"', told)
    assert linked == [(one["first"], one["second"]) for one in pairs] and len(linked) == 15


def test_a_measure_that_is_not_known_is_said_to_lie_between_two_numbers(
    shown: Any, record: Mechanism
) -> None:
    first = how_similar(record.view())["answer"][0]["joint"]
    told = section(shown("/en/overlap"), "What each two share")
    assert first["lowest"] < first["highest"]
    assert f"<td>between {first['lowest']} and {first['highest']}</td>" in told


def test_the_picture_has_its_table_and_the_cover_names_whom_it_covers(shown: Any) -> None:
    page = shown("/en/overlap")
    picture = section(page, "Which of them, and no others, share which bodies")
    assert "<svg" in picture and "<caption>Which parties share which bodies</caption>" in picture
    cover = section(page, "The fewest bodies to which all of them belong")
    assert "It takes 1 body." in cover and 'href="/en/states/TJK"' in cover


def test_every_measure_is_defined_and_what_was_left_out_is_named(shown: Any) -> None:
    page = shown("/en/overlap")
    told = section(page, "What was counted, and what it means")
    for begins in (
        "A party belongs",
        "Joint memberships:",
        "Jaccard",
        "Containment",
        "Similarity:",
        "Smallest cover:",
    ):
        assert f"<li>{begins}" in told, begins
    assert 'href="/en/bodies/eurasec"' in told
    assert "it is not known of 39 whether the party belongs" in told


def test_boxes_are_ticked_for_what_is_compared(shown: Any) -> None:
    page = shown("/en/overlap?states=KAZ,UZB&bodies=sco")
    assert re.findall(r'value="([A-Za-z-]+)" checked', page) == ["KAZ", "UZB", "sco"]


def test_boxes_and_commas_ask_for_the_same_page(site: Any, shown: Any) -> None:
    by_boxes = shown("/en/overlap?states=KAZ&states=UZB")
    assert (
        by_boxes.partition("<main")[2].partition("</main>")[0]
        == (shown("/en/overlap?states=KAZ%2CUZB").partition("<main")[2].partition("</main>")[0])
    )
    other = site.get("/en/overlap?states=UZB,KAZ,UZB&bodies=&wide=&on=2025-11-16")
    assert (
        other.status_code == 302 and other.headers["Location"] == "/en/overlap?on=2025-11-16&states=KAZ%2CUZB"
    )


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("states=XXX", 404),
        ("states=sco2", 404),
        ("bodies=KAZ", 404),
        ("bodies=otss", 404),
        ("wide=maybe", 400),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(site: Any, query: str, status: int) -> None:
    response = site.get(f"/en/overlap?{query}")
    assert response.status_code == status and '<p class="lead">' in response.content.decode()


def test_more_parties_than_fit_on_a_page_are_refused(site: Any) -> None:
    every = "AFG,ARM,AUT,AZE,BLR,CHN,DEU,EGY,GEO,HUN,IND,IRN,JPN"
    response = site.get(f"/en/overlap?states={every}")
    assert response.status_code == 400 and "choose no more than 12" in response.content.decode()


def test_before_there_was_a_record_the_form_is_there_with_what_is_missing(shown: Any) -> None:
    page = shown("/en/overlap?known_at=0")
    assert "name the states to compare" in page and '<form class="overlap"' in page and "<svg" not in page


def test_one_party_alone_has_no_pairs(shown: Any) -> None:
    page = shown("/en/overlap?states=KAZ")
    assert "What each two share" not in page and section(page, "Who is in what, and how")


@pytest.mark.parametrize("list_", ["bodies", "states"])
def test_the_lists_of_bodies_and_states_lead_to_it(shown: Any, list_: str) -> None:
    assert 'href="/en/overlap?on=2025-11-16"' in shown(f"/en/{list_}?on=2025-11-16")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_there_in_every_language(shown: Any, language: str) -> None:
    assert f'href="/{language}/overlap/pair' in shown(f"/{language}/overlap?states=KAZ,UZB&bodies=ots,sco")
