"""Bodies and memberships in the organization ontology, and the Turtle that they are written in."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.site.linked.turtle import PREFIXES, Subject, blank, iri, literal

STATEMENT = re.compile(r"<(?P<subject>[^>]+)> a (?P<types>[\w:, ]+)(?P<rest>(?: ;\n    [^\n]+)*) \.\n")


@pytest.fixture(scope="module")
def org(site: Any) -> str:
    response = site.get("/linked/org.ttl")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/turtle; charset=utf-8"
    return str(response.content.decode())


def test_every_line_is_a_prefix_or_part_of_a_statement(org: str) -> None:
    left = STATEMENT.sub("", org)
    assert {line for line in left.splitlines() if line} == {
        f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()
    }


def test_a_member_is_one_with_its_role_and_the_day_from_which(org: str) -> None:
    memberships = [one["rest"] for one in STATEMENT.finditer(org) if "org:Membership" in one["types"]]
    own = [one for one in memberships if "<http://127.0.0.1/id/consultative-meeting>" in one]
    azerbaijan = next(one for one in own if "org:member <http://127.0.0.1/id/AZE>" in one)
    assert "org:role <http://127.0.0.1/id/full-participant>" in azerbaijan
    assert 'time:inXSDDate "2025-11-16"^^xsd:date' in azerbaijan
    assert 'dcterms:temporal "2025-11-16/.."' in azerbaijan


def test_a_body_has_its_name_in_every_language_in_which_the_record_has_it(
    org: str, record: Mechanism
) -> None:
    for language in ("en", "tr", "kk", "uz"):
        assert f"skos:prefLabel {literal(record.name('consultative-meeting', language), language)}" in org


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('a "b"', '"a \\"b\\""'),
        ("a\\b", '"a\\\\b"'),
        ("a\nb\tc\rd", '"a\\nb\\tc\\rd"'),
        ("\x00\x1f\x7f", '"\\u0000\\u001F\\u007F"'),
        ("қ оʻ", '"қ оʻ"'),
    ],
)
def test_a_literal_cannot_end_before_its_end(text: str, written: str) -> None:
    assert literal(text) == written


def test_an_address_cannot_end_before_its_end() -> None:
    assert iri('https://example.org/a> <b "c"\n') == "<https://example.org/a%3E%20%3Cb%20%22c%22%0A>"


def test_a_subject_is_written_with_all_that_is_said_of_it() -> None:
    thing = Subject("https://example.org/id/ots", "org:Organization")
    thing.say("skos:prefLabel", literal("OTS", "en"))
    thing.say("org:memberDuring", blank(("a", "time:Interval")))
    assert str(thing) == (
        '<https://example.org/id/ots> a org:Organization ;\n    skos:prefLabel "OTS"@en ;\n'
        "    org:memberDuring [ a time:Interval ] .\n"
    )
