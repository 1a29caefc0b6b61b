"""Bodies, memberships and offices in the vocabulary of Popolo."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism

HERE = "http://127.0.0.1/id/"
POPOLO_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@pytest.fixture(scope="module")
def popolo(site: Any) -> Any:
    response = site.get("/linked/popolo.json")
    assert response.status_code == 200
    return json.loads(response.content)


def test_the_members_of_a_body_are_those_that_the_record_answers(popolo: Any, record: Mechanism) -> None:
    for body in ("consultative-meeting", "ots", "cis"):
        own = [
            one for one in popolo["memberships"] if one["organization_id"] == HERE + body and "member" in one
        ]
        running = {one["member"]["id"].removeprefix(HERE) for one in own if one["until"] is None}
        assert record.members(body) <= running, body


def test_every_reference_leads_to_something_in_the_file(popolo: Any) -> None:
    organizations = {one["id"] for one in popolo["organizations"]}
    persons, posts = {one["id"] for one in popolo["persons"]}, {one["id"] for one in popolo["posts"]}
    for one in popolo["memberships"]:
        assert one["organization_id"] in organizations | {None}
        assert one.get("person_id") in persons or one["member"]["id"] in organizations
        assert "post_id" not in one or one["post_id"] in posts
    for one in popolo["organizations"]:
        assert one.get("parent_id") in organizations | {None}


def test_ids_are_unique_and_lead_to_pages(popolo: Any, site: Any) -> None:
    for sort in ("persons", "organizations", "posts", "memberships", "events"):
        ids = [one["id"] for one in popolo[sort]]
        assert len(ids) == len(set(ids))
    for one in [*popolo["organizations"], *popolo["events"][:10]]:
        response = site.get(one["id"].removeprefix("http://127.0.0.1"))
        assert response.status_code == 303
        assert site.get(response.headers["Location"].removeprefix("http://127.0.0.1")).status_code == 200, one


def test_a_day_is_given_where_it_is_plain_and_else_only_in_our_own_words(popolo: Any) -> None:
    imprecise = 0
    for one in popolo["memberships"]:
        for field, own in (("start_date", "since"), ("end_date", "until")):
            if one[field] is not None:
                assert POPOLO_DATE.fullmatch(one[field]) and one[field] == one[own]
            imprecise += one[field] is None and one[own] is not None
    assert imprecise


def test_a_status_that_had_not_begun_by_the_day_is_not_there(site: Any) -> None:
    told = json.loads(site.get("/linked/popolo.json?on=2025-11-15").content)
    parties = [
        one["member"]["id"]
        for one in told["memberships"]
        if one["organization_id"] == f"{HERE}consultative-meeting" and "member" in one
    ]
    assert f"{HERE}KAZ" in parties and f"{HERE}AZE" not in parties


def test_names_are_in_the_language_asked_for(site: Any) -> None:
    told = json.loads(site.get("/linked/popolo.json?lang=tr").content)
    names = {one["id"]: one["name"] for one in told["organizations"]}
    assert names[f"{HERE}KAZ"] == "Kazakistan"
    assert site.get("/linked/popolo.json?lang=xx").status_code == 400
