"""The page of a scenario: its edits with their reasons, and what they change, with against without; losers as gainers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import compared, paired
from kengesh.corridors.scenarios.applying import apply
from kengesh.corridors.scenarios.reading import read_scenario
from kengesh.corridors.scenarios.values import Scenario
from kengesh.desk.corridors import shipped_scenarios
from kengesh.pictures.quantity import signed
from kengesh.site.corridors.pairs import BY_RAIL_AND_SEA, FIVE
from kengesh.terms.languages import LANGUAGES
from tests.site.corridors.test_network import plain, section

PARTICIPATION = "azerbaijan-participation"
ADDRESS = f"/en/corridors/scenarios/{PARTICIPATION}"


@pytest.fixture(scope="module")
def participation() -> Scenario:
    return read_scenario(shipped_scenarios()[PARTICIPATION])


def test_the_edits_stand_in_order_with_reason_and_grade(shown: Any, participation: Scenario) -> None:
    told = section(shown(ADDRESS), "The edits, in order")
    assert re.findall(r'<tr><th scope="row">([^<]+)</th>', told) == list(participation.keys)
    assert told.count("C: an assumption") == len(participation.edits)
    assert all(plain(edit.because) in plain(told) for edit in participation.edits)


def test_it_has_the_hash_by_which_it_is_cited_and_what_it_follows_from(
    shown: Any, model: Model, participation: Scenario
) -> None:
    page = shown(ADDRESS)
    assert f"<code>{apply(model, participation).scenario}</code>" in page
    assert all(f'/{one}"' in page for one in participation.about)


def test_the_changes_are_those_of_paired_draws(shown: Any, model: Model, participation: Scenario) -> None:
    pairs = [Asked(*ends, modes=BY_RAIL_AND_SEA) for ends in FIVE]
    job = paired(model, apply(model, participation), pairs, participation.seed, 1_000)
    found = compared(job, job.part(0, 1_000))
    told = section(shown(ADDRESS), "For each pair, under three ideas of what shippers do")
    rows = [re.findall(r"<td>(.*?)</td>", row) for row in told.split("<tr>")[2:]]
    wanted = [one for pair in found.pairs for one in pair.difference.values()]
    assert [row[3] for row in rows] == [
        "not known" if one is None else "no computed change" if one.is_zero else signed(one.spread.p50)
        for one in wanted
    ]
    assert len(rows) == 15 and not found.is_zero


def test_a_range_that_comes_from_assumptions_is_called_so(shown: Any) -> None:
    page = shown(ADDRESS)
    assert "P10–P90: the range of our assumptions" in page
    assert "Under these edits the model computes" in page and "the range of our assumptions is" in page
    assert "P10–P90 is the range of our assumptions, not of what was measured." in page


def test_what_is_not_known_under_one_idea_of_shippers_is_told_beside_the_others(shown: Any) -> None:
    told = section(shown(ADDRESS), "What it changes")
    free, _heading, spread = told.partition("Where goods are spread over distinct routes by path-size logit")
    assert "Under these edits the model computes" in free
    assert "Not known what changes for" in spread


def test_states_stand_beside_pairs_and_who_loses_is_told(shown: Any) -> None:
    page = shown("/en/corridors/scenarios/aktau-storm")
    states = section(page, "For each state")
    assert 'href="/en/states/AZE"' in states and "Passed without" in states
    losers = section(page, "Who loses")
    assert "Dushanbe – Bandar Abbas" in losers and "Tajikistan: more hours in up to" in losers
    assert "Nobody among these pairs and states" in section(shown(ADDRESS), "Who loses")


def test_the_shares_of_the_edits_add_up_to_the_mean_change(shown: Any) -> None:
    told = section(shown(ADDRESS), "The share of each edit")
    shares = [
        float(one.replace("\u2212", "-"))
        for one in re.findall(r'<td class="table__number">([^<]+)</td>', told)
    ]
    assert len(shares) == 4 and sum(shares) < 0
    assert "computed without draws" in told


def test_corridors_on_which_it_changes_something_are_named(shown: Any) -> None:
    told = section(
        shown("/en/corridors/scenarios/china-kyrgyzstan-uzbekistan-523"),
        "Named corridors on which it changes something",
    )
    assert 'href="/en/corridors/ckur"' in told and "no route" in told


def test_edits_that_touch_no_pair_are_no_computed_change(shown: Any) -> None:
    page = shown("/en/corridors/scenarios/trans-afghan")
    assert "for any of these pairs: no computed change." in page and "The share of each edit" not in page


def test_a_scenario_on_exercise_data_is_computed_only_with_it(shown: Any) -> None:
    address = "/en/corridors/scenarios/caspian-low-water"
    page = shown(address)
    assert "Its edits speak of numbers that only the exercise data has" in page
    assert f'href="{address}?exercise=yes"' in page and "<svg" not in page
    computed = shown(f"{address}?exercise=yes")
    assert "(exercise data)</h1>" in computed and "<svg" in computed


def test_a_pair_of_ones_own_comes_first(shown: Any) -> None:
    told = section(
        shown("/en/corridors/scenarios/trans-afghan?from=UZ-TAS&to=PK-KHI"),
        "For each pair, under three ideas of what shippers do",
    )
    assert "Karachi" in told.split("<tr>")[2] and told.count("<tr>") == 1 + 3 * 6


def test_a_pair_that_only_the_edits_join_is_told_apart(shown: Any) -> None:
    page = shown("/en/corridors/scenarios/china-kyrgyzstan-uzbekistan-523?from=KG-OSH&to=KG-MAK")
    told = plain(section(page, "Pairs without a route on one side"))
    assert "Makmal" in told and "no route" in told and " h" in told


def test_every_shipped_scenario_has_its_page(shown: Any) -> None:
    for name in shipped_scenarios():
        assert "The edits, in order" in shown(f"/en/corridors/scenarios/{name}?exercise=yes"), name


def test_a_name_that_is_none_is_answered_with_those_that_are(site: Any) -> None:
    response = site.get("/en/corridors/scenarios/peace")
    assert response.status_code == 404 and PARTICIPATION in response.content.decode()


def test_a_scenario_without_edits_has_no_computed_change(tmp_path: Path, model: Model) -> None:
    file = tmp_path / "nothing.yaml"
    file.write_text(
        "scenario: nothing\ntitle: Nothing\nnetwork: central-asia/2026-01\nday: 2026\nsays: Nothing changes.\n",
        encoding="utf-8",
    )
    from kengesh.site.corridors.changes import drawn, edited  # noqa: PLC0415

    with_ = edited(model, read_scenario(file))
    assert drawn(model, with_, (Asked("KZ-ALM", "AZ-BAK"),), 1, 50).found.is_zero


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_there_in_every_language(shown: Any, language: str) -> None:
    page = shown(f"/{language}/corridors/scenarios/{PARTICIPATION}")
    assert page.count("<svg") == 1
    assert language == "en" or '<p class="lead"><span lang="en">' in page
