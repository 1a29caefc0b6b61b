"""What pages say of themselves to readers of schema.org."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def said(page: str) -> Any:
    found = SCRIPT.findall(page)
    assert len(found) == 1
    assert not set("<>&") & set(found[0])
    return json.loads(found[0])


def test_a_meeting_is_an_event_of_its_day_and_place(shown: Any) -> None:
    told = said(shown("/en/meetings/consultative-meeting/7"))
    assert (told["@type"], told["startDate"], told["endDate"]) == ("Event", "2025-11-16", "2025-11-16")
    assert told["location"]["name"] == "Tashkent"
    assert told["@id"] == "http://127.0.0.1/id/consultative-meeting/7"


def test_the_front_page_is_about_the_record_with_the_files_to_have_it_by(shown: Any, site: Any) -> None:
    told = said(shown("/en/"))
    assert told["@type"] == "Dataset"
    assert told["temporalCoverage"].startswith("20")
    for file in told["distribution"]:
        assert site.get(file["contentUrl"].removeprefix("http://127.0.0.1")).status_code == 200


@pytest.mark.parametrize(
    ("page", "type_"),
    [
        ("states/KAZ", "Country"),
        ("bodies/ots", "Organization"),
        ("instruments/central-asia-2040", "Legislation"),
    ],
)
def test_a_page_about_a_thing_says_what_it_is(page: str, type_: str, shown: Any) -> None:
    for language in ("en", "kk"):
        told = said(shown(f"/{language}/{page}"))
        assert told["@type"] == type_
        assert told["url"] == f"http://127.0.0.1/{language}/{page}"


def test_a_list_and_a_refusal_say_nothing(shown: Any, site: Any) -> None:
    assert not SCRIPT.search(shown("/en/meetings"))
    assert not SCRIPT.search(site.get("/en/meetings/no-such").content.decode())


def test_the_members_of_a_body_are_those_of_the_day(shown: Any) -> None:
    eve = said(shown("/en/bodies/consultative-meeting?on=2025-11-15"))
    assert "AZE" not in {one["identifier"] for one in eve["member"]}
    day = said(shown("/en/bodies/consultative-meeting?on=2025-11-16"))
    assert "AZE" in {one["identifier"] for one in day["member"]}
