"""The pages of bodies, and the matrix, tell what the record tells."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism


def section(page: str, heading: str) -> str:
    """Return the part of a page under a heading."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]


def test_the_list_names_every_body_there_that_day(shown: Any, record: Mechanism) -> None:
    page = shown("/en/bodies?on=2010-01-01")
    rows = record.ask("bodies", on="2010-01-01")["answer"]
    assert rows and all(f'href="/en/bodies/{one["id"]}?on=2010-01-01"' in page for one in rows)
    assert "bodies/titr" not in page  # established in 2016


def test_the_members_of_a_body_stand_in_the_rank_of_their_statuses(shown: Any, record: Mechanism) -> None:
    page = section(shown("/en/bodies/ots"), "Members")
    assert page.index("states/KAZ") < page.index("states/UZB")  # a founding member before a later one
    members = record.members("ots", on="2026-06-04")
    assert all(f'href="/en/states/{party}"' in page for party in members)
    assert "states/TKM" not in page and "states/TKM" in section(
        shown("/en/bodies/ots"), "With another status"
    )


def test_a_body_bears_the_name_of_the_day_and_shows_all_its_names(shown: Any) -> None:
    assert "<h1>Turkic Council</h1>" in shown("/en/bodies/ots?on=2015-01-01")
    page = shown("/en/bodies/ots")
    assert "<h1>Organization of Turkic States</h1>" in page and "Turkic Council" in section(page, "Names")


def test_a_body_says_on_which_days_its_list_is_complete(shown: Any) -> None:
    heading = "On which days the list is known to be complete"
    assert "2026-02-12" in section(shown("/en/bodies/ots"), heading)
    assert heading not in shown("/en/bodies/ots?on=2010-01-01")


def test_the_changes_of_a_period_are_those_of_the_question(shown: Any, record: Mechanism) -> None:
    page = section(shown("/en/bodies/ots?from=2019-01-01&to=2022-01-01"), "What changed")
    rows = record.ask("changes", body="ots", start="2019-01-01", end="2022-01-01")["answer"]
    assert len(rows) >= 2 and page.count("<tr") == len(rows) + 1
    assert "Nothing is known to have changed" in shown("/en/bodies/ots?from=2026-04-01&to=2026-05-01")


def test_a_period_that_is_no_day_is_refused_with_a_sentence(site: Any) -> None:
    response = site.get("/en/bodies/ots?from=yesterday")
    assert response.status_code == 400 and "yesterday" in response.content.decode()


def test_a_term_in_the_chair_to_come_is_not_shown_and_those_before_are(shown: Any) -> None:
    chair = section(shown("/en/bodies/consultative-meeting?on=2024-01-01"), "The chair")
    assert "states/KAZ" in chair or "states/TJK" in chair
    assert "states/TKM" in section(shown("/en/bodies/consultative-meeting"), "The chair")
    assert "consultative-meeting/7" not in chair


def test_a_body_that_is_a_party_elsewhere_says_where(shown: Any) -> None:
    assert 'href="/en/bodies/ots"' in section(shown("/en/bodies/eco"), "Where it takes part itself")


def test_the_matrix_has_a_row_for_each_body_and_a_column_for_each_participant(
    shown: Any, record: Mechanism
) -> None:
    page = section(shown("/en/matrix"), "The participants")
    found = record.ask("matrix")
    assert page.count("<tr") == len(found["bodies"]) + 1
    assert page.partition("</thead>")[0].count('scope="col"') == 7


def test_the_matrix_hides_no_body_that_is_called_so(site: Any) -> None:
    assert site.get("/en/bodies/matrix").status_code == 404  # a body of that name would be shown here


@pytest.mark.parametrize("thing", ["KAZ", "treaty-2022", "no-such-body"])
def test_what_is_no_body_is_not_found_and_the_page_helps(site: Any, thing: str) -> None:
    response = site.get(f"/en/bodies/{thing}")
    assert response.status_code == 404
    assert "This record does not speak of" in response.content.decode()


@pytest.mark.parametrize("language", ["tr", "kk"])
@pytest.mark.parametrize("page", ["bodies", "matrix", "bodies/ots", "bodies/consultative-meeting"])
def test_bodies_can_be_read_in_other_languages(shown: Any, language: str, page: str) -> None:
    assert f'<html lang="{language}">' in shown(f"/{language}/{page}")


@pytest.mark.parametrize("clocks", ["on=1950-01-01", "on=2100-01-01", "known_at=1", "reported_by=2018-01-01"])
def test_bodies_are_shown_at_every_setting_of_the_clocks(shown: Any, record: Mechanism, clocks: str) -> None:
    for page in ("bodies", "matrix"):
        assert "<h1>" in shown(f"/en/{page}?{clocks}")
    for row in record.ask("bodies")["answer"]:
        assert "<h1>" in shown(f"/en/bodies/{row['id']}?{clocks}")
