"""Schemathesis asks what the description allows and what it does not: no fault of ours, and no answer that is not described.

The longer run asks many times more and is left to ``make test-long``.
"""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from kengesh.site.api.description import names

SHORT, LONG = 3, 100  # addresses asked for each way of asking
POSITIVE = schemathesis.GenerationMode.POSITIVE
QUIETLY: dict[str, Any] = {
    "derandomize": True,
    "deadline": None,
    "database": None,
    "phases": [Phase.generate],
    "suppress_health_check": list(HealthCheck),
}


@pytest.fixture(scope="module")
def described(site: Any) -> Any:
    """The API as its own description tells of it, asked without a server between."""
    from kengesh.site.wsgi import application  # noqa: PLC0415  (settings have to be known first)

    return schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.mark.parametrize("question", names())
def test_no_way_of_asking_finds_a_fault_or_an_answer_that_is_not_described(
    question: str, described: Any
) -> None:
    ask(described, f"/api/{question}", SHORT)


@pytest.mark.parametrize("form", [".json", ".csv"])
@pytest.mark.parametrize("question", ["meeting", "log", "search"])
def test_no_way_of_asking_for_a_table_finds_one(question: str, form: str, described: Any) -> None:
    ask(described, f"/api/{question}{form}", SHORT)


@pytest.mark.parametrize("path", ["/api/", "/api/openapi.json"])
def test_the_index_and_the_description_are_described(path: str, described: Any) -> None:
    ask(described, path, SHORT)


@pytest.mark.long
@pytest.mark.parametrize("form", ["", ".json", ".csv"])
@pytest.mark.parametrize("question", names())
def test_many_ways_of_asking_find_no_fault(question: str, form: str, described: Any) -> None:
    ask(described, f"/api/{question}{form}", LONG)


def ask(described: Any, path: str, most: int) -> None:
    """Ask in up to `most` ways that the description allows, and in as many that it does not."""
    operation = described[path]["GET"]
    ways = [*schemathesis.GenerationMode] if operation.definition.raw.get("parameters") else [POSITIVE]
    for way in ways:

        @given(case=operation.as_strategy(way))
        @settings(max_examples=most, **QUIETLY)
        def asks(case: Any) -> None:
            case.call_and_validate(headers={"Accept-Encoding": "identity"})

        asks()
