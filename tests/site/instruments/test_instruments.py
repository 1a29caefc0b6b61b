"""The pages of instruments tell what the record tells."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism


def section(page: str, heading: str) -> str:
    """Return the part of a page under a heading."""
    return page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]


def row_of(table: str, thing: str) -> str:
    """Return the row of a table whose head leads to a thing."""
    return next(row for row in table.split("<tr")[1:] if f'href="/en/{thing}' in row.partition("</th>")[0])


def test_the_list_of_a_meeting_has_what_came_out_of_it_and_nothing_else(
    shown: Any, record: Mechanism
) -> None:
    page = shown("/en/instruments?meeting=consultative-meeting/7").partition("<main")[2]
    wanted = {one["id"] for one in record.ask("instruments", meeting="consultative-meeting/7")["answer"]}
    every = {one["id"] for one in record.ask("instruments")["answer"]}
    assert {one for one in every if f'href="/en/instruments/{one}"' in page} == wanted


def test_the_list_of_a_form_has_that_form_alone(shown: Any, record: Mechanism) -> None:
    page = shown("/en/instruments?form=treaty").partition("<tbody>")[2].partition("</tbody>")[0]
    every = record.ask("instruments")["answer"]
    for one in every:
        assert (
            f'href="/en/instruments/{one["id"]}?' in page or f'href="/en/instruments/{one["id"]}"' in page
        ) == (one["form"] == "treaty"), one["id"]


def test_what_is_only_mentioned_stands_after_all_that_came_about(shown: Any, record: Mechanism) -> None:
    made, _caption, mentioned = shown("/en/instruments").partition("<caption>Only mentioned</caption>")
    every = record.ask("instruments")["answer"]
    for one in every:
        assert (f'<th scope="row"><a href="/en/instruments/{one["id"]}">' in mentioned) == (not one["how"])
    newest = next(one for one in reversed(every) if one["how"])
    first = made.partition("<tbody>")[2].partition("</tr>")[0]
    assert f'href="/en/instruments/{newest["id"]}"' in first


def test_the_life_of_an_instrument_does_not_repeat_how_it_came_to_be(shown: Any) -> None:
    page = shown("/en/instruments/joint-statement-7")
    assert "<h2>Its life</h2>" not in page
    assert "Sources differ on the verb" in section(page, "How it came to be")


@pytest.mark.parametrize(
    ("query", "status"), [("form=poem", 400), ("meeting=no-such-meeting", 404), ("page=9", 400)]
)
def test_a_list_that_cannot_be_is_refused(site: Any, query: str, status: int) -> None:
    assert site.get(f"/en/instruments?{query}").status_code == status


def test_the_treaty_shows_who_signed_when_and_that_turkmenistan_is_not_known(shown: Any) -> None:
    table = section(shown("/en/instruments/treaty-2022"), "Signatures")
    assert "2022-07-21" in row_of(table, "states/KAZ") and "2025-08-28" in row_of(table, "states/TJK")
    assert "not known" in row_of(table, "states/TKM") and "2025" not in row_of(table, "states/TKM")


def test_on_the_day_of_the_first_signatures_tajikistan_had_not_signed(shown: Any) -> None:
    table = section(shown("/en/instruments/treaty-2022?on=2022-07-21"), "Signatures")
    row = next(row for row in table.split("<tr")[1:] if "states/TJK" in row.partition("</th>")[0])
    assert "<td>no</td>" in row and "2025-08-28" not in row


def test_the_treaty_shows_its_depositary_its_articles_and_what_was_sought_in_vain(shown: Any) -> None:
    page = shown("/en/instruments/treaty-2022")
    facts = page.partition('<dl class="facts">')[2].partition("</dl>")[0]
    assert 'href="/en/states/KAZ"' in facts and "<dd>32</dd>" in facts
    assert "Ratifications and entry into force" in section(page, "Looked for and not found")


def test_what_a_preference_does_not_take_stays_in_the_life_of_an_instrument_and_says_so(
    shown: Any, record: Mechanism
) -> None:
    for one in record.ask("instruments")["answer"]:
        life = record.ask("instrument", instrument=one["id"])["life"]
        rejected = sum(row["rejected"] for row in life)
        page = section(shown(f"/en/instruments/{one['id']}"), "Its life")
        assert page.count("<em>not taken</em>") == rejected


def test_where_a_text_is_is_a_link(shown: Any, record: Mechanism) -> None:
    for one in record.ask("instruments")["answer"]:
        for text in record.ask("instrument", instrument=one["id"])["texts"]:
            page = section(shown(f"/en/instruments/{one['id']}"), "Where the text is")
            assert text["address"] is None or f'href="{text["address"]}"'.replace("&", "&amp;") in page


def test_an_instrument_names_itself_in_each_language_that_sources_give_and_says_where_none_does(
    shown: Any, record: Mechanism
) -> None:
    for one in record.ask("instruments")["answer"]:
        named = record.ask("name", thing=one["id"])["answer"]
        missing = (
            [code for code, given in named[0]["names"].items() if given["language"] != code] if named else []
        )
        table = section(shown(f"/en/instruments/{one['id']}"), "Names").partition("</table>")[0]
        assert table.count("not recorded") == len(missing), one["id"]


def test_an_instrument_asked_of_a_day_before_it_has_no_signature_and_no_text(shown: Any) -> None:
    page = shown("/en/instruments/treaty-2022?on=2010-01-01")
    assert "Where its text is is not known." in page and "Its life" not in page


@pytest.mark.parametrize("thing", ["KAZ", "ots", "no-such-instrument"])
def test_what_is_no_instrument_is_not_found_and_the_page_helps(site: Any, thing: str) -> None:
    response = site.get(f"/en/instruments/{thing}")
    assert response.status_code == 404
    assert "This record does not speak of" in response.content.decode()


@pytest.mark.parametrize("language", ["tr", "kk"])
@pytest.mark.parametrize("page", ["instruments", "instruments/treaty-2022", "instruments/central-asia-2040"])
def test_instruments_can_be_read_in_other_languages(shown: Any, language: str, page: str) -> None:
    assert f'<html lang="{language}">' in shown(f"/{language}/{page}")


@pytest.mark.parametrize("clocks", ["on=1950-01-01", "on=2100-01-01", "known_at=1", "reported_by=2018-01-01"])
def test_instruments_are_shown_at_every_setting_of_the_clocks(
    shown: Any, record: Mechanism, clocks: str
) -> None:
    assert "<h1>" in shown(f"/en/instruments?{clocks}")
    for row in record.ask("instruments")["answer"]:
        assert "<h1>" in shown(f"/en/instruments/{row['id']}?{clocks}")
