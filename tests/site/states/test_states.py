"""The pages of states tell what the record tells."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism


def section(page: str, heading: str) -> str:
    """Return the part of a page under a heading."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]


def test_the_list_has_the_members_of_that_day_in_the_readers_alphabet(shown: Any, record: Mechanism) -> None:
    names = {
        "en": ["Azerbaijan", "Kazakhstan", "Kyrgyzstan"],
        "tr": ["Azerbaycan", "Kazakistan", "Kırgızistan"],
    }
    for language, wanted in names.items():
        page = shown(f"/{language}/states?on=2025-11-16")
        places = [page.index(f">{name}</a>") for name in wanted]
        assert places == sorted(places)
    members = record.members("consultative-meeting", on="2025-11-16")
    table = section(shown("/en/states?on=2025-11-16"), "Participants")
    assert all(f'href="/en/states/{party}?on=2025-11-16"' in table for party in members)


def test_azerbaijan_is_no_participant_on_the_eve_of_tashkent(shown: Any) -> None:
    assert "states/AZE" not in section(shown("/en/states?on=2025-11-15"), "Participants")
    assert "states/AZE" in section(shown("/en/states?on=2025-11-16"), "Participants")


def test_turkey_is_among_the_other_states_with_the_bodies_that_it_shares(shown: Any) -> None:
    table = section(shown("/en/states"), "Other states of this record")
    assert 'href="/en/states/TUR"' in table and 'href="/en/bodies/ots"' in table
    assert "last denied" in table


def test_an_organization_that_came_is_among_the_other_parties_and_its_link_leads_to_its_own_page(
    shown: Any,
) -> None:
    table = section(shown("/en/states"), "Organizations and other parties")
    assert 'href="/en/bodies/eco"' in table and 'href="/en/states/railway-kaz"' in table


def test_a_page_of_a_state_names_every_body_to_which_it_belongs(shown: Any, record: Mechanism) -> None:
    page = section(shown("/en/states/TUR"), "What it belongs to")
    besides = section(shown("/en/states/TUR"), "Where it has another status")
    held = [one for one in record.ask("party", party="TUR")["answer"] if one["truth"] == "yes"]
    assert len({one["is_membership"] for one in held}) == 2
    for one in held:
        link = f'href="/en/bodies/{one["body"]}"'
        assert (link in page, link in besides) == (one["is_membership"], not one["is_membership"])


def test_a_page_of_an_outsider_says_that_its_status_in_the_mechanism_is_not_known(shown: Any) -> None:
    page = section(shown("/en/states/AFG"), "Where it does not belong, or where that is not known")
    assert 'href="/en/bodies/consultative-meeting"' in page and "not known" in page


def test_a_state_shows_its_initiatives_with_their_fate_and_a_link_to_each(
    shown: Any, record: Mechanism
) -> None:
    page = section(shown("/en/states/UZB"), "Its initiatives and what became of them")
    made = record.ask("party", party="UZB")["proposed"]
    assert len(made) >= 10 and all(f"/en/proposals/{one['id']}" in page for one in made)
    for fate in {one["fate"] for one in made}:
        count = sum(one["fate"] == fate for one in made)
        assert f"{fate.replace('-', ' ')}: {count}" in page


def test_what_a_state_signed_later_is_not_shown_on_an_earlier_day(shown: Any) -> None:
    heading = "Instruments: signed, ratified, in force for it"
    assert "2025-08-28" in section(shown("/en/states/TJK"), heading)
    assert "2025-08-28" not in section(shown("/en/states/TJK?on=2024-01-01"), heading)


def test_every_statement_of_a_state_is_followed_by_its_notes(shown: Any) -> None:
    page = shown("/en/states/AZE")
    rows = section(page, "What was said of it").count("<tr")
    assert rows > 20 and section(page, "What was said of it").count("rests__notes") == rows - 1


def test_one_long_list_of_a_state_can_be_seen_alone(shown: Any, site: Any) -> None:
    page = shown("/en/states/TKM?list=meetings")
    assert "Meetings that it hosted or came to" in page and "What was said of it" not in page
    for asked in ("list=nothing", "list=meetings&page=99"):
        assert site.get(f"/en/states/TKM?{asked}").status_code == 400


@pytest.mark.parametrize("thing", ["FJI", "ots", "treaty-2022", "no-such-party"])
def test_what_is_no_party_of_the_record_is_not_found_and_the_page_helps(site: Any, thing: str) -> None:
    response = site.get(f"/en/states/{thing}")
    assert response.status_code == 404
    assert "This record does not speak of" in response.content.decode()


@pytest.mark.parametrize("language", ["tr", "kk"])
@pytest.mark.parametrize("page", ["states", "states/TUR", "states/AZE", "states/northern-cyprus"])
def test_states_can_be_read_in_other_languages(shown: Any, language: str, page: str) -> None:
    assert f'<html lang="{language}">' in shown(f"/{language}/{page}")


@pytest.mark.parametrize("clocks", ["on=1950-01-01", "on=2100-01-01", "known_at=1", "reported_by=2018-01-01"])
def test_states_are_shown_at_every_setting_of_the_clocks(shown: Any, record: Mechanism, clocks: str) -> None:
    assert "<h1>" in shown(f"/en/states?{clocks}")
    for row in record.ask("parties")["answer"]:
        if row["type"] == "party":
            assert "<h1>" in shown(f"/en/states/{row['party']}?{clocks}")
