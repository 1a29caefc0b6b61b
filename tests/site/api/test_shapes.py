"""What the API publishes of its answers holds of real ones: every question, on the founding record, against the description."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema_rs import validator_for

from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.record import Mechanism
from kengesh.site.api.parameters import of_question

THINGS = {
    "body": ("consultative-meeting", "ots", "security-councils"),
    "party": ("AZE", "TKM", "KAZ"),
    "meeting": ("consultative-meeting/7", "consultative-meeting/2025-08-05"),
    "instrument": ("central-asia-2040", "decision-azerbaijan"),
    "subject": ("transport",),
    "thing": ("KAZ", "consultative-meeting/7"),
    "source": ("avim-2025-109",),
    "about": ("consultative-meeting/7",),
    "start": ("2018-01-01",),
    "end": ("2026-01-01",),
    "entry": ("0", "40"),
    "act": ("#40.0",),
}


@pytest.fixture(scope="module")
def description(site: Any) -> Any:
    return json.loads(site.get("/api/openapi.json").content)


def schema(description: Any, name: str) -> Any:
    """A check of a published schema: the description of the whole is what its references lead into."""
    return validator_for({"$ref": f"#/components/schemas/{name}", "components": description["components"]})


def asked(question: str) -> list[dict[str, str]]:
    """Ways to ask a question: with what it needs, and with everything."""
    takes = of_question(question)
    ways: list[dict[str, str]] = []
    for one in (False, True):
        given = [argument for argument in takes if argument.required or one]
        if any(argument.schema["type"] == "integer" and not argument.required for argument in given):
            continue
        values = [THINGS.get(argument.name) or tuple(argument.schema["enum"]) for argument in given]
        for number in range(max(map(len, values), default=1)):
            ways.append({a.name: v[number % len(v)] for a, v in zip(given, values, strict=True)})
    return ways


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_of_the_founding_record_has_the_shape_that_is_published(
    question: str, site: Any, description: Any
) -> None:
    whole, table = schema(description, f"Answer-{question}"), schema(description, "Table")
    for given in asked(question):
        for clocks in (
            {},
            {"on": "2024-08-09", "reported_by": "2025-12-01"},
            {"known_at": "900", "lang": "kk"},
        ):
            answer = json.loads(site.get(f"/api/{question}", {**given, **clocks}).content)
            errors = [f"{list(one.instance_path)}: {one.message}"[:300] for one in whole.iter_errors(answer)]
            assert errors[:3] == [], (given, clocks)
        for name in answer["paging"]["total"]:
            rows = json.loads(site.get(f"/api/{question}.json", {**given, "table": name}).content)
            assert [one.message[:300] for one in table.iter_errors(rows)][:3] == []


@pytest.mark.parametrize("words", ["tashkent", "0", "proposal", "Мирзиёев", "qqqqqq"])
def test_what_is_found_has_the_shape_that_is_published(words: str, site: Any, description: Any) -> None:
    answer = json.loads(site.get("/api/search", {"q": words}).content)
    assert [one.message[:300] for one in schema(description, "Answer-search").iter_errors(answer)] == []
    table = json.loads(site.get("/api/search.json", {"q": words, "table": "near"}).content)
    assert [one.message[:300] for one in schema(description, "Table").iter_errors(table)] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_description_names_every_table_that_an_answer_has(
    question: str, site: Any, description: Any
) -> None:
    own = description["components"]["schemas"][f"Answer-{question}"]["properties"]
    shared = description["components"]["schemas"]["Answer"]["properties"]
    for given in asked(question):
        answer = json.loads(site.get(f"/api/{question}", given).content)
        assert set(answer) <= set(own) | set(shared), given
        lists = {name for name, value in answer.items() if isinstance(value, list)} - {"notes"}
        assert set(answer["paging"]["total"]) == lists


def test_the_same_is_answered_as_by_the_record_itself(site: Any, record: Mechanism) -> None:
    for question, given in (
        ("status", {"party": "AZE", "body": "consultative-meeting"}),
        ("meeting", {"meeting": "consultative-meeting/7"}),
        ("disputes", {}),
    ):
        answer = json.loads(site.get(f"/api/{question}", {**given, "on": "2025-11-15"}).content)
        del answer["paging"]
        assert answer == json.loads(json.dumps(record.ask(question, on="2025-11-15", **given)))
