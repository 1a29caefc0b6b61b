"""Two side by side, promised beside modelled, and the checks."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kengesh.corridors.model import Model
from kengesh.corridors.network.checking import findings
from kengesh.corridors.network.tables import Joining
from kengesh.corridors.questions.calibrating import checked
from kengesh.mechanism.record import Mechanism
from tests.site.corridors.test_network import plain, section


def test_two_corridors_lie_over_each_other_and_differ_by_a_table(shown: Any) -> None:
    page = shown("/en/corridors/compare?a=corridor/middle&b=corridor/southern-sarakhs")
    assert "<caption>Time and distance, overlaid</caption>" in page
    told = section(page, "Side by side")
    assert "Door to door" in told and "Middle Corridor by Aktau" in told
    assert "not known: numbers are missing" in told  # of the sum of either
    drawn = plain(section(page, "In the same draws"))
    assert "1000 draws" in drawn and "P50 in hours not known" in drawn
    assert "The two lack different numbers" in drawn


def test_a_thing_beside_itself_differs_by_exactly_nothing(shown: Any) -> None:
    page = shown("/en/corridors/compare?a=corridor/herat&b=corridor/herat")
    drawn = plain(section(page, "In the same draws"))
    assert (
        "P50 in hours no computed change" in drawn
        and "The same by 100\u00a0%".replace("\u00a0", " ") in drawn
    )


def test_a_scenario_lies_over_the_network_as_it_is(shown: Any) -> None:
    page = shown("/en/corridors/compare?a=base&b=scenario/azerbaijan-participation&from=AZ-BYK&to=GE-GAR")
    assert "The second takes less by 100 %" in plain(section(page, "In the same draws"))


def test_a_side_without_a_route_is_named(shown: Any) -> None:
    page = shown("/en/corridors/compare?a=corridor/ckur&b=base")
    assert "No route leads there: China-Kyrgyzstan-Uzbekistan railway" in plain(page)
    assert "In the same draws" not in page


def test_what_cannot_be_compared_is_refused(site: Any) -> None:
    for query in ("a=corridor/none", "a=base&b=scenario/caspian-low-water"):
        response = site.get(f"/en/corridors/compare?{query}")
        assert response.status_code == 400 and "is not one of" in response.content.decode()


def test_what_is_promised_stands_beside_the_rows_that_name_it(
    shown: Any, record: Mechanism, model: Model
) -> None:
    told = section(shown("/en/corridors/promised"), "Said, and modelled")
    named = [key for key, row in model.network.rows.items() if getattr(row, "act", "") == "proposal/railways"]
    assert 'href="/en/proposals/proposal/railways"' in told
    assert re.findall(r'<tr><th scope="row">([A-Z][\w]*|corridor/[\w-]+)</th>', told)[: len(named)] == named
    lanzhou = plain(next(row for row in told.split("<tr>") if "Lanzhou" in row))
    assert "no route" in lanzhou and " h " in lanzhou
    assert "5 other pairs: no computed change." in told


def test_every_act_under_transport_and_logistics_is_on_the_page(shown: Any, record: Mechanism) -> None:
    page = shown("/en/corridors/promised")
    for question, folder in (("proposals", "proposals"), ("commitments", "commitments")):
        rows = record.answer(record.view(), question, {})["answer"]
        under = [one["id"] for one in rows if {"transport", "logistics"} & set(one["subjects"])]
        assert under and all(f'href="/en/{folder}/{one}"' in page for one in under)
    assert 'href="/en/instruments/agreement-land-transport"' in page


def test_rows_to_come_of_which_the_record_does_not_speak_are_listed(shown: Any, model: Model) -> None:
    silent = [
        key
        for key, row in model.network.rows.items()
        if isinstance(row, Joining) and row.status in ("planned", "under construction") and not row.act
    ]
    heading = f"Under construction or planned, and not spoken of in the record: {len(silent)} rows"
    told = section(shown("/en/corridors/promised"), heading)
    assert re.findall(r'<tr><th scope="row">(\w+)</th>', told) == silent


def test_before_anything_was_said_rows_name_what_was_not_told_of(shown: Any) -> None:
    page = shown("/en/corridors/promised?on=2019-01-01")
    assert "No row of the network names anything of the record" in page
    assert "was not told of by this day" in page


def test_every_check_figure_is_on_the_page_once(shown: Any, model: Model) -> None:
    page = shown("/en/corridors/checks")
    listed = re.findall(r'<tr><th scope="row">(check/\w+)</th>', page)
    assert sorted(listed) == sorted(model.network.checks) and len(listed) >= 73


def test_altynkol_baku_is_told_as_what_the_model_cannot_reproduce(shown: Any, model: Model) -> None:
    found = [
        one
        for one in checked(model).figures
        if one.check.from_place == "KZ-ALT" and one.check.measure == "time" and one.standing == "at least"
    ]
    page = shown("/en/corridors/checks")
    assert found
    for one in found:
        row = plain(next(row for row in page.split("<tr>") if f'<th scope="row">{one.check.id}</th>' in row))
        assert "at least" in row and all(f"{slot.subject} {slot.quantity}" in row for slot in one.lacking)


def test_the_findings_of_the_consistency_check_stand_with_file_and_line(shown: Any, model: Model) -> None:
    told = section(shown("/en/corridors/checks"), "Consistency of the network")
    found = findings(model.network)
    assert re.findall(r"<code>([\w.]+):(\d+)</code>", told) == [
        (one.where.file, str(one.where.line)) for one in found
    ]


@pytest.mark.parametrize("page", ["compare?a=base&b=corridor/herat", "promised", "checks"])
@pytest.mark.parametrize("language", ["kk", "ru", "tr"])
def test_the_pages_are_there_in_other_languages(shown: Any, language: str, page: str) -> None:
    assert f'<html lang="{language}">' in shown(f"/{language}/corridors/{page}")
