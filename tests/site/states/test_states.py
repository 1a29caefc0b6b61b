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
    table = section(shown("/en/states?on=2025-11-16"), "In the mechanism")
    assert all(f'href="/en/states/{party}?on=2025-11-16"' in table for party in members)


def test_azerbaijan_is_no_participant_on_the_eve_of_tashkent(shown: Any) -> None:
    assert "states/AZE" not in section(shown("/en/states?on=2025-11-15"), "In the mechanism")
    assert "states/AZE" in section(shown("/en/states?on=2025-11-16"), "In the mechanism")


def test_turkey_is_among_the_other_states_with_the_bodies_that_it_shares(shown: Any) -> None:
    table = section(shown("/en/states"), "Other states of this record")
    assert 'href="/en/states/TUR"' in table and 'href="/en/bodies/ots"' in table
    assert "not on the list that was whole on: " in table and "last denied" not in table


def test_a_list_of_states_is_no_word_against_companies_and_organizations(shown: Any) -> None:
    table = section(shown("/en/states"), "Organizations and other parties")
    row = next(row for row in table.split("<tr")[1:] if "states/railway-kaz" in row)
    assert "not on the list" not in row and "not known" in row


def test_a_denial_in_words_stays_a_denial_and_has_its_last_day(shown: Any) -> None:
    table = section(shown("/en/states/AZE"), "Where it does not belong, or where that is not known")
    row = next(row for row in table.split("<tr")[1:] if "bodies/eaeu" in row)
    assert 'last denied: <time datetime="2025-12-22">' in row  # not that of the list of 2020


def test_where_sources_differ_on_a_beginning_or_an_end_every_day_is_shown(shown: Any) -> None:
    both = '<time datetime="2002">2002</time> or, by other sources, <time datetime="2003">2003</time>'
    past = section(shown("/en/states/AZE"), "Its statuses over time")
    rows = [row for row in past.split("<tr")[1:] if 'href="/en/bodies/carec"' in row]
    assert len(rows) == 2 and all(f"<td>{both}</td>" in row for row in rows)
    assert f"<td>{both}</td>" in section(shown("/en/bodies/carec"), "Members")


def test_a_day_that_had_not_come_is_not_shown_as_what_other_sources_say(shown: Any) -> None:
    page = shown("/en/states/AZE?on=2002-06-01")
    table = section(page, "Where it does not belong, or where that is not known")
    assert "bodies/carec" in table and "2003" not in table


def test_the_end_of_a_chair_is_where_the_next_one_begins_by_each_source(shown: Any) -> None:
    both = (
        '<time datetime="2025-11-16">16 November 2025</time> or, by other sources, '
        '<time datetime="2026-01-01">1 January 2026</time>'
    )
    for address, rows in (("bodies/consultative-meeting", 2), ("states/UZB", 1), ("states/TKM", 1)):
        page = shown(f"/en/{address}")
        assert page.count(f"<td>{both}</td>") == rows and "Taken over at" in page
    assert both not in shown("/en/states/UZB?on=2025-11-01")


def test_what_a_party_said_is_not_told_again_as_said_of_it(shown: Any, record: Mechanism) -> None:
    answer = record.ask("party", party="KAZ")
    twice = {one["id"] for one in answer["said"]} & {one["id"] for one in answer["statements"]}
    assert twice
    page = shown("/en/states/KAZ?list=statements")
    only = [one for one in answer["statements"] if one["id"] not in twice]
    rows = section(page, "What was said of it").partition("<tbody>")[2].partition("</tbody>")[0]
    assert rows.count("<tr") == min(len(only), 100)


def test_a_preparatory_meeting_is_marked_among_those_of_a_state(shown: Any) -> None:
    table = section(shown("/en/states/TKM?list=meetings"), "Meetings that it hosted or came to")
    row = next(row for row in table.split("<tr")[1:] if "consultative-meeting/2025-08-05" in row)
    assert '<span class="state">preparatory</span>' in row.partition("</th>")[0]


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
