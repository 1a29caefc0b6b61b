"""Choosing a route: the best, the next best with shares, the unbeaten ones; and why there is none."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.routes import distinct_routes, unbeaten_routes
from tests.site.corridors.test_network import plain, section

XIAN_ISTANBUL = "/en/corridors/route?from=CN-XIA&to=TR-IST"


def test_without_ends_there_is_a_form_alone(shown: Any, model: Model) -> None:
    page = shown("/en/corridors/route")
    assert "Choose from where and to where." in page and "<svg" not in page
    start = page.partition('<select id="from"')[2].partition("</select>")[0]
    assert start.count("<option ") == len(model.network.places) + 1


def test_the_shares_of_the_routes_are_those_of_the_answer(shown: Any, model: Model) -> None:
    found = distinct_routes(model, Asked("CN-XIA", "TR-IST"), 4, 0.05)
    told = section(shown(XIAN_ISTANBUL), "The best, and the next best")
    shares = re.findall(r'<tr><th scope="row">\d</th><td>([^<]+)</td>', told)
    assert [round(one.share * 100) for one in found.routes if one.share is not None] == [
        int(one.removesuffix("\u00a0%")) for one in shares
    ]
    assert "an assumption of ours, graded C" in told


def test_routes_that_no_other_beats_are_those_of_the_answer(shown: Any, model: Model) -> None:
    found = unbeaten_routes(model, Asked("TJ-DYU", "IR-BND"), 12)
    told = section(shown("/en/corridors/route?from=TJ-DYU&to=IR-BND"), "Routes that no other beats")
    assert told.count("<tr><th") - 1 == len(found.routes)


def test_the_same_ends_are_told_along_each_named_corridor(shown: Any) -> None:
    told = section(shown(XIAN_ISTANBUL), "Along each named corridor")
    assert told.count('<tr><th scope="row">') >= 3
    assert 'href="/en/corridors/middle?from=CN-XIA&amp;to=TR-IST"' in told


def test_a_way_is_narrowed_by_places_states_and_modes(shown: Any) -> None:
    page = shown("/en/corridors/route?from=UZ-TAS&to=TR-MER&avoid=IRN&modes=rail,sea")
    facts = plain(page)
    assert "Not through Iran" in facts and "Modes rail, sea" in facts
    assert "Iran" not in plain(section(page, "Step by step"))
    assert 'value="rail" checked' in page and 'value="road" checked' not in page


def test_a_named_corridor_takes_the_place_of_the_other_choices(site: Any) -> None:
    response = site.get(f"{XIAN_ISTANBUL}&by=time&via=UZ-TAS&corridor=corridor/middle&modes=rail&modes=sea")
    assert response.status_code == 302
    assert (
        response.headers["Location"] == "/en/corridors/route?from=CN-XIA&to=TR-IST&corridor=corridor%2Fmiddle"
    )


def test_what_costs_nobody_knows_is_not_known_and_says_what_would_settle_it(shown: Any) -> None:
    page = shown(f"{XIAN_ISTANBUL}&by=generalised")
    told = section(page, "Not known")
    assert "value_of_time" in told and "Step by step" not in page


def test_with_exercise_data_goods_have_a_worth_and_the_title_says_so(shown: Any) -> None:
    page = shown(f"{XIAN_ISTANBUL}&by=generalised&commodity=containers&exercise=yes")
    title = re.search(r"<h1>(.*?)</h1>", page)
    assert title is not None and title[1].endswith("(exercise data)")
    assert "Cost and distance" in page and "exercise" in plain(section(page, "What it takes"))


def test_where_no_route_leads_the_cut_is_shown(shown: Any) -> None:
    page = shown("/en/corridors/route?from=CN-LAZ&to=UZ-TAS&corridor=corridor/ckur")
    told = plain(section(page, "No route"))
    assert "The fewest rows that would have to open" in told and "R081" in told and "<svg" in page


@pytest.mark.parametrize(
    "query",
    ["by=luck", "via=nowhere", "avoid=XXX", "modes=air", "corridor=corridor/none", "commodity=gold"],
)
def test_a_choice_that_there_is_not_is_refused_with_a_sentence(site: Any, query: str) -> None:
    response = site.get(f"{XIAN_ISTANBUL}&{query}")
    assert response.status_code == 400 and '<p class="lead">' in response.content.decode()
