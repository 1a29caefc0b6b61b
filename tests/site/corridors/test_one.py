"""The page of a corridor says step by step what it takes, on what each number rests, and what is missing."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.route import Best, best_route
from kengesh.terms.languages import LANGUAGES
from tests.site.corridors.test_network import plain, section


def best(model: Model, corridor: str) -> Best:
    """Return the best route along a corridor between its own ends."""
    one = model.network.corridors[corridor]
    return best_route(
        model, Asked(one.from_place, one.to_place, "time", via=one.via, avoid=one.avoid, modes=one.modes)
    )


def test_every_step_has_its_row_its_kilometres_and_its_hours(shown: Any, model: Model) -> None:
    route = best(model, "corridor/middle").route
    told = section(shown("/en/corridors/middle"), "Step by step")
    assert re.findall(r"<tr><td>(\w+)</td>", told) == [step.id for step in route.steps]
    assert told.count("in motion: ") == sum(piece.sort == "running" for piece in route.pieces)
    assert told.count("<strong>not known</strong>") == len(
        [slot for step in route.steps for slot in step.lacking if slot.quantity != "cost"]
    )


def test_every_number_leads_to_the_note_that_says_who(shown: Any) -> None:
    page = shown("/en/corridors/middle")
    numbers = set(re.findall(r'href="#number-(\d+)"', page))
    notes = dict(re.findall(r'<li id="number-(\d+)" class="notes__note">(.*?)</li>', page))
    assert numbers == set(notes) and len(notes) > 5
    links = [
        one
        for note in notes.values()
        for one in re.findall(r'<a href="([^"]+)" rel="external noopener">', note)
    ]
    assert links and all(one.startswith(("https://", "http://")) for one in links)


def test_a_sum_that_lacks_numbers_is_told_as_the_least_and_the_numbers_are_named(
    shown: Any, model: Model
) -> None:
    route = best(model, "corridor/middle").route
    assert route.lacking_hours
    page = shown("/en/corridors/middle")
    facts = plain(section(page, "What it takes"))
    assert "Door to door at least" in facts and "The hours rest on numbers published" in facts
    missing = section(page, f"What is missing: {len(route.lacking)} numbers")
    assert missing.count("<li>It would take ") == len(route.lacking)
    for slot in route.lacking_hours:
        assert f"{slot.quantity} of {slot.subject}" in unescape(missing)


def test_where_sources_differ_the_others_stand_beside(shown: Any, model: Model) -> None:
    route = best(model, "corridor/middle").route
    told = section(shown("/en/corridors/middle"), "Step by step")
    differing = list(route.differing)
    lengths = [step.distance for step in route.steps if step.distance and step.distance.others]
    assert told.count("another source: ") == sum(len(one.others) for one in (*differing, *lengths))


def test_diagram_map_and_ladder_have_their_tables(shown: Any) -> None:
    page = shown("/en/corridors/middle")
    for caption in ("Time and distance", "On the map", "Capacity step by step"):
        assert f"<caption>{caption}: Middle Corridor by Aktau</caption>" in page
    assert "Cost and distance" not in page  # no fare of it is known
    assert "<caption>Cost and distance: Middle Corridor by Aktau (exercise data)</caption>" in shown(
        "/en/corridors/middle?exercise=yes"
    )


def test_other_ends_are_asked_for_by_the_address(shown: Any) -> None:
    page = shown("/en/corridors/middle?from=KZ-ALM&to=AZ-BAK")
    assert 'value="KZ-ALM" selected' in page and 'value="AZ-BAK" selected' in page
    assert "Almaty" in section(page, "Step by step")


def test_its_own_ends_need_not_stand_in_the_address(site: Any) -> None:
    response = site.get("/en/corridors/middle?from=CN-XIA&to=TR-IST&commodity=&exercise=yes")
    assert (response.status_code, response.headers["Location"]) == (302, "/en/corridors/middle?exercise=yes")


def test_a_corridor_that_is_not_open_shows_the_cut_and_opens_where_planned_rows_count(
    shown: Any, model: Model
) -> None:
    page = shown("/en/corridors/ckur")
    told = plain(section(page, "No route"))
    for row in ("R080", "R081", "R082", "B004"):
        assert f"{row} " in told
    assert "under construction" in told and "in the cut" in page
    opened = shown("/en/corridors/ckur?open=building")
    assert "R080" in section(opened, "Step by step")
    assert "Rows that are under construction are counted as if they were open." in opened


def test_a_corridor_names_what_of_the_record_speaks_of_it(shown: Any) -> None:
    assert 'href="/en/proposals/proposal/railways"' in shown("/en/corridors/ckur")


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/en/corridors/nowhere", 404, "Nothing here is called “nowhere”"),
        ("/en/corridors/middle?from=XX-XXX", 400, "From: XX-XXX is not one of"),
        ("/en/corridors/middle?from=KZ-ALM&to=KZ-ALM", 400, "From and to are the same place"),
        ("/en/corridors/middle?commodity=containers", 400, "there is nothing to choose from"),
    ],
)
def test_what_is_not_there_is_refused_with_a_sentence(
    site: Any, address: str, status: int, says: str
) -> None:
    response = site.get(address)
    assert response.status_code == status and says in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_there_in_every_language(shown: Any, language: str) -> None:
    page = shown(f"/{language}/corridors/herat")
    assert f'<html lang="{language}">' in page and page.count("<svg") == 3
