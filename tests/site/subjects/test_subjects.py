"""The pages of subjects go meeting by meeting, and set what can be counted beside what is judged."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.words import INDICATOR_DEFINITION_WORDS, INDICATOR_WORDS


def part(page: str, heading: str) -> str:
    """Return what stands under the second heading that has these words."""
    return next(one for one in page.split("<h2>")[1:] if heading in one.split("</h2>")[0])


def entries(text: str) -> int:
    return text.count("<tr>") - text.count("<thead><tr>")


def test_the_list_says_how_much_is_recorded_under_each_subject_and_at_which_meetings(
    shown: Any, record: Mechanism
) -> None:
    page = shown("/en/subjects")
    rows = re.findall(r'<th scope="row"><a href="/en/subjects/([a-z-]+)">.*?<td[^>]*>(\d+)</td>', page)
    assert len(rows) == 20
    for subject, count in rows:
        assert int(count) == len(record.ask("subject", subject=subject)["answer"])
    logistics = next(one for one in page.split("<tr>") if 'href="/en/subjects/logistics"' in one)
    assert 'href="/en/meetings/consultative-meeting/6"' in logistics
    assert 'href="/en/meetings/consultative-meeting/5"' not in logistics


def test_logistics_goes_meeting_by_meeting_in_order_of_day(shown: Any, record: Mechanism) -> None:
    page = shown("/en/subjects/logistics")
    headings = re.findall(r'<h2><a href="/en/meetings/(consultative-meeting/[^"]+)"', page)
    held = [
        one for one in record.ask("meetings", body="consultative-meeting")["answer"] if one["state"] == "held"
    ]
    assert headings == [one["id"] for one in held if one["series"] == "consultative-meeting"]
    sixth = part(page, "Sixth Consultative Meeting")
    assert sixth.count("At the meeting") == 1 and "proposed" in sixth
    assert "Nothing is recorded under this subject" in part(page, "First Consultative Meeting")


def test_what_happened_between_meetings_stands_under_the_last_one_before_it(shown: Any) -> None:
    fifth = part(shown("/en/subjects/logistics"), "Fifth Consultative Meeting")
    assert "From that day on, apart from these meetings" in fifth
    assert "transport-ministers/2" in fifth  # 8 August 2024, on the eve of the sixth


@pytest.mark.parametrize("subject", ["logistics", "membership", "treaty", "water"])
def test_every_act_under_a_subject_is_on_its_page_once_with_what_it_rests_on(
    shown: Any, record: Mechanism, subject: str
) -> None:
    page = shown(f"/en/subjects/{subject}")
    told = page[: page.index("What authors and speakers judge")]
    acts = record.ask("subject", subject=subject)["answer"]
    assert entries(told) == len(acts)
    assert told.count('<span class="rests">') >= len(acts)


def test_a_judgement_is_named_as_one_with_whose_it_is(shown: Any) -> None:
    judged = part(shown("/en/subjects/membership"), "What authors and speakers judge")
    assert "This is the most important result of the summit." in judged
    assert "Seyda Nur Osmanlı (the author of the source)" in judged and "a judgement" in judged
    assert "No judgement of a source is recorded here." in shown("/en/subjects/logistics")


def test_every_indicator_prints_its_definition_and_lists_what_it_counted(
    shown: Any, record: Mechanism
) -> None:
    page = unescape(shown("/en/indicators"))
    for row in record.ask("indicators")["answer"]:
        start = page.index(f'<h3 id="indicator-{row["id"]}">')
        own = page[start : page.find("<h3", start + 1)]
        assert INDICATOR_WORDS[row["id"]] in own and INDICATOR_DEFINITION_WORDS[row["id"]] in own
        listed = [*row["counted"], *row.get("running", ()), *row["not_known"]]
        assert entries(own) == len(listed), row["id"]


def test_there_is_no_single_score(shown: Any) -> None:
    page = shown("/en/indicators")
    assert "not added up to a score" in page


def test_the_years_of_a_subject_without_anything_done_have_no_median(shown: Any) -> None:
    assert "Years from promise to act: median not known, of 0 that are done" in shown(
        "/en/subjects/logistics"
    )
    assert "Years from promise to act: median 0.8, of 2 that are done" in shown("/en/indicators")


def test_on_a_day_of_the_past_only_what_had_happened_is_told(shown: Any) -> None:
    page = shown("/en/subjects/logistics?on=2024-08-08")
    assert "consultative-meeting/6" not in page and "2 act" not in page
    assert "Meetings held: 5" in shown("/en/indicators?on=2024-01-01")


@pytest.mark.parametrize("query", ["known_at=0", "on=1900-01-01", "reported_by=1900-01-01"])
def test_where_nothing_is_known_yet_the_pages_say_so(shown: Any, query: str) -> None:
    assert "Nothing that could be counted" in shown(f"/en/indicators?{query}&on=1900-01-01")
    assert shown(f"/en/subjects?{query}") and shown(f"/en/subjects/logistics?{query}")


@pytest.mark.parametrize("thing", ["no-such-subject", "KAZ", "treaty-2022"])
def test_what_is_no_subject_is_not_found(site: Any, thing: str) -> None:
    assert site.get(f"/en/subjects/{thing}").status_code == 404


@pytest.mark.parametrize("language", ["tr", "kk"])
def test_every_subject_has_a_page_in_other_languages(shown: Any, record: Mechanism, language: str) -> None:
    page = shown(f"/{language}/subjects")
    for subject in re.findall(rf'href="/{language}/subjects/([a-z-]+)"', page):
        assert shown(f"/{language}/subjects/{subject}")
    assert shown(f"/{language}/indicators")
