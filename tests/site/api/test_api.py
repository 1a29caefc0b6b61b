"""The API as a program meets it: what it gives, what it refuses and in what words, and how long tables are gone through."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest

from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.record import Mechanism


@pytest.fixture
def given(site: Any) -> Any:
    """A function that returns the JSON at an address that must be there."""

    def answer(address: str) -> Any:
        response = site.get(address)
        assert response.status_code == 200, (address, response.content[:500])
        assert response.headers["Content-Type"] == "application/json; charset=utf-8"
        return json.loads(response.content)

    return answer


@pytest.fixture
def refused(site: Any) -> Any:
    """A function that returns the problem at an address, which must have a status."""

    def problem(address: str, status: int = 400) -> str:
        response = site.get(address)
        assert response.status_code == status, (address, response.content[:500])
        assert response.headers["Content-Type"] == "application/problem+json; charset=utf-8"
        told = json.loads(response.content)
        assert told["status"] == status
        return str(told["detail"])

    return problem


def test_azerbaijan_is_told_to_be_no_member_on_the_eve_and_a_member_on_the_day(given: Any) -> None:
    ask = "/api/status?party=AZE&body=consultative-meeting&on="
    eve, day = given(f"{ask}2025-11-15"), given(f"{ask}2025-11-16")
    assert eve["truth"] != "yes"
    assert day["truth"] == "yes"
    assert day["answer"][0]["sources"]


def test_what_the_record_does_not_speak_of_is_not_known_and_no_error(given: Any) -> None:
    assert given("/api/meeting?meeting=a-meeting-of-others")["truth"] == "not-known"


def test_the_index_lists_every_question_with_what_it_takes_and_gives(given: Any) -> None:
    listed = {one["question"]: one for one in given("/api/")["questions"]}
    assert set(listed) == {*QUESTIONS, "search", "claim", "claims"}
    assert "attendance" in listed["meeting"]["tables"]
    assert listed["meeting"]["parameters"][0] == {"name": "meeting", "required": True}
    assert listed["changes"]["about"].startswith("Answer what changed")


def test_the_three_clocks_are_kept_to(given: Any, record: Mechanism) -> None:
    answer = given("/api/members?body=consultative-meeting&on=2025-12-01&known_at=900&reported_by=2025-11-20")
    assert (answer["on"], answer["known_at"], answer["reported_by"]) == ("2025-12-01", 900, "2025-11-20")
    assert answer["record"]["size"] == 900
    asked = record.ask(
        "members", body="consultative-meeting", on="2025-12-01", known_at=900, reported_by="2025-11-20"
    )
    assert answer["answer"] == json.loads(json.dumps(asked["answer"]))


def test_a_long_list_is_gone_through_page_by_page_and_is_whole(given: Any, record: Mechanism) -> None:
    address, pages = "/api/log?limit=700", []
    while address:
        page = given(address.removeprefix("http://127.0.0.1"))
        pages.append([one["entry"] for one in page["answer"]])
        assert page["paging"]["total"] == {"answer": record.log.size}
        address = page["paging"]["next"]
    assert [number for page in pages for number in page] == list(range(record.log.size))
    assert max(map(len, pages)) == 700


def test_the_pages_of_any_table_together_are_the_table(given: Any, record: Mechanism) -> None:
    whole = record.ask("timeline")["answer"]
    first = given("/api/timeline.json?limit=200")
    second = given("/api/timeline.json?limit=200&offset=200")
    assert [one["id"] for one in first["rows"] + second["rows"]] == [one["id"] for one in whole[:400]]
    assert first["paging"]["total"] == {"answer": len(whole)}


def test_a_part_of_the_log_is_counted_from_where_it_starts(given: Any) -> None:
    page = given("/api/log?start=10&end=20&limit=4&offset=8")
    assert [one["entry"] for one in page["answer"]] == [18, 19]
    assert page["paging"] == {"limit": 4, "offset": 8, "total": {"answer": 10}, "next": None}
    assert page["arguments"] == {"start": 10, "end": 20}


def test_every_table_is_to_be_had_as_csv(site: Any, given: Any) -> None:
    answer = given("/api/meeting?meeting=consultative-meeting/7")
    for name, count in answer["paging"]["total"].items():
        response = site.get(f"/api/meeting.csv?meeting=consultative-meeting/7&table={name}")
        assert response.headers["Content-Type"].startswith("text/csv; charset=utf-8")
        rows = list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))
        assert len(rows) == count
    assert 'filename="meeting-sought.csv"' in response.headers["Content-Disposition"]


def test_csv_of_a_long_table_says_where_it_goes_on(site: Any) -> None:
    response = site.get("/api/log.csv?limit=10")
    assert response.headers["Link"] == '<http://127.0.0.1/api/log.csv?limit=10&offset=10>; rel="next"'


def test_sentences_are_in_the_language_asked_for(given: Any) -> None:
    answer = given("/api/members?body=ots&on=2040-01-01&lang=tr")
    assert answer["notes"]


def test_a_search_answers_as_a_question_does(given: Any) -> None:
    answer = given("/api/search?q=tashkent")
    assert answer["question"] == "search"
    assert answer["arguments"] == {"q": "tashkent"}
    assert "tashkent" in [one["thing"] for one in answer["answer"]]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/api/members", "body is missing"),
        ("/api/members?body=ots&bodies=2", "bodies is not a parameter here; there are: body, on,"),
        ("/api/members?body=ots&body=cis", "body is given twice"),
        ("/api/members?body=", "body: "),
        ("/api/members?body=O%00ts", "body: "),
        ("/api/members?body=%FF", "UTF-8"),
        ("/api/members?body=../../etc/passwd", "body: "),
        ("/api/members?body=ots%0A", "body: "),
        ("/api/members?body=" + "a" * 121, "121"),
        ("/api/members?body=ots&on=2025-02-30", "on: "),
        ("/api/members?body=ots&on=yesterday", "on: "),
        ("/api/members?body=ots&known_at=-1", "known_at: "),
        ("/api/members?body=ots&known_at=" + "9" * 50, "known_at: "),
        ("/api/members?body=ots&known_at=%D9%A1", "known_at: "),
        ("/api/members?body=ots&limit=0", "limit: expected a whole number from 1 to 5000"),
        ("/api/members?body=ots&limit=1e3", "limit: "),
        ("/api/members?body=ots&offset=" + "1" * 40, "offset: "),
        ("/api/members?body=ots&lang=xx", "lang: "),
        ("/api/proposals?fate=lost", "fate: lost is not one of: proposed"),
        ("/api/meeting.csv?meeting=ots&table=guests", "table: guests is not one of: answer, attendance"),
        ("/api/log?start=two", "start: "),
        ("/api/act?act=zz!", "act: "),
        ("/api/search?q=" + "a" * 201, "q: "),
        ("/api/search?q=%00", "q: "),
        ("/api/members?" + "&".join(f"a{n}=" for n in range(60)), "too many parameters"),
        ("/api/members?body=ots&" + "x" * 1000, "the address is too long"),
        ("/api/?body=ots", "body is not a parameter here"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(address: str, says: str, refused: Any) -> None:
    assert says in refused(address)


@pytest.mark.parametrize(
    "address",
    ["/api/entry?entry=9999999", "/api/act?act=ffffffff", "/api/members?body=ots&known_at=9999999"],
)
def test_what_the_log_does_not_hold_is_not_found(address: str, refused: Any) -> None:
    assert refused(address, 404)


@pytest.mark.parametrize(
    "address", ["/api/nothing", "/api/nothing.csv", "/api/members.xml", "/api/a/b/c", "/api/%00"]
)
def test_an_address_that_is_none_names_those_that_are(address: str, refused: Any) -> None:
    assert "members" in refused(address, 404)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(method: str, site: Any) -> None:
    response = getattr(site, method)("/api/members?body=ots")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_pages_of_other_sites_may_read_the_api_and_no_page(site: Any) -> None:
    assert site.get("/api/sources").headers["Access-Control-Allow-Origin"] == "*"
    assert site.get("/api/nothing").headers["Access-Control-Allow-Origin"] == "*"
    assert site.options("/api/sources").status_code == 204
    assert "Access-Control-Allow-Origin" not in site.get("/en/").headers


def test_what_a_program_has_already_is_not_sent_again(site: Any) -> None:
    first = site.get("/api/bodies")
    again = site.get("/api/bodies", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_head_is_the_same_without_its_body(site: Any) -> None:
    response = site.head("/api/bodies")
    assert (response.status_code, response.content) == (200, b"")
