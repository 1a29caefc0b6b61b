"""Entities and query results in the shapes of Wikidata; the entities are exercises, and their numbers are not those of the world."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.terms.messages import in_language

Read = Callable[..., tuple[Mechanism, Any]]


def test_a_statement_with_a_start_begins_on_that_day_and_leads_back_by_its_id(read: Read) -> None:
    record, _outside = read(
        "wikidata",
        entities(kazakhstan(statement("S1", start="+2009-10-03", url="https://example.org/a")), OTS),
        "e.json",
    )
    row = record.ask("status", party="KAZ", body="q900", on="2010-01-01")["answer"][0]
    assert (row["status"], row["since"], row["certainty"]) == ("member", "2009-10-03", "one")
    act = record.view().find(row["acts"][0])
    assert (
        act is not None and act.citations[0]["passage"] == "S1; rank normal; reference: https://example.org/a"
    )
    assert record.ask("status", party="KAZ", body="q900", on="2009-10-02")["truth"] == "no"


def test_names_come_in_every_language_that_the_file_has(read: Read) -> None:
    record, _outside = read(
        "wikidata", entities(kazakhstan(statement("S1", start="+2009-10-03")), OTS), "e.json"
    )
    assert record.name("q900") == "Organization of Turkic States"
    assert record.name("q900", "tr") == "Türk Devletleri Teşkilatı"


def test_a_statement_without_a_date_is_so_on_the_day_of_the_last_edit(read: Read) -> None:
    record, _outside = read(
        "wikidata", entities(kazakhstan(statement("S1"), modified="2024-05-01T10:00:00Z"), OTS), "e.json"
    )
    row = record.ask("status", party="KAZ", body="q900", on="2025-01-01")["answer"][0]
    assert (row["truth"], row["last_attested"]) == ("yes", "2024-05-01")
    assert record.ask("status", party="KAZ", body="q900", on="2024-04-30")["truth"] == "not-known"


def test_a_deprecated_statement_stays_readable_and_never_counts(read: Read) -> None:
    record, outside = read(
        "wikidata",
        entities(
            kazakhstan(
                statement("S1", rank="deprecated", start="+1999-01-05"), statement("S2", start="+2009-10-03")
            ),
            OTS,
        ),
        "e.json",
    )
    row = record.ask("status", party="KAZ", body="q900", on="2025-01-01")["answer"][0]
    assert row["since"] == "2009-10-03"
    assert record.ask("status", party="KAZ", body="q900", on="2000-01-01")["truth"] == "no"
    assert ("statements of deprecated rank, entered and withdrawn", 1) in outside.read
    withdrawn = [act.get("act") for act in record.view().of_kind("withdraw")]
    assert [record.view().find(act) for act in withdrawn] == [
        None,
        None,
    ]  # its beginning, and that it was seen
    assert all(record.store.number(act) is not None for act in withdrawn)


def test_a_normal_statement_on_the_past_stands_beside_a_preferred_one_on_today(read: Read) -> None:
    record, _outside = read(
        "wikidata",
        entities(
            kazakhstan(
                statement("S1", start="+2001-05-02", end="+2003-06-03"),
                statement("S2", rank="preferred", start="+2009-10-03"),
            ),
            OTS,
        ),
        "e.json",
    )
    answers = [record.status("KAZ", "q900", on) for on in ("2002-01-01", "2005-01-01", "2010-01-01")]
    assert answers == ["member", None, "member"]


def test_an_unknown_end_has_come_by_the_day_of_the_last_edit_and_no_value_is_no_end(read: Read) -> None:
    record, _outside = read(
        "wikidata",
        entities(
            kazakhstan(
                statement("S1", start="+2001-05-02", end="somevalue"),
                statement("S2", "Q901", start="+2001-05-02", end="novalue"),
            ),
            OTS,
        ),
        "e.json",
    )
    truths = [
        record.ask("status", party="KAZ", body="q900", on=on)["truth"] for on in ("2010-01-01", "2025-01-01")
    ]
    assert truths == ["not-known", "no"]
    assert record.status("KAZ", "q901", "2025-01-01") == "member"


def test_a_statement_without_a_reference_of_its_own_is_weak(read: Read) -> None:
    imported = statement("S1", start="+2009-10-03")
    imported["references"] = [{"snaks": {"P143": [value("P143", {"id": "Q328"})]}}]
    record, _outside = read("wikidata", entities(kazakhstan(imported), OTS), "e.json")
    assert (
        record.ask("status", party="KAZ", body="q900", on="2010-01-01")["answer"][0]["certainty"]
        == "unverified"
    )


def test_a_role_of_observer_is_that_status_and_one_without_a_name_is_left_aside(read: Read) -> None:
    observer = statement("S1", start="+2009-10-03")
    observer["qualifiers"]["P2868"] = [value("P2868", {"id": "Q902"})]
    unnamed = statement("S2", "Q901", start="+2009-10-03")
    unnamed["qualifiers"]["P3831"] = [value("P3831", {"id": "Q903"})]
    roles = {
        "id": "Q902",
        "type": "item",
        "labels": {"en": {"language": "en", "value": "observer state"}},
        "claims": {},
    }
    record, outside = read("wikidata", entities(kazakhstan(observer, unnamed), OTS, roles), "e.json")
    assert record.status("KAZ", "q900", "2010-01-01") == "observer"
    assert ["S2"] in [left.examples for left in outside.aside.all()]


def test_members_of_nothing_and_of_something_unknown_are_left_aside(read: Read) -> None:
    nothing = {"mainsnak": {"snaktype": "novalue", "property": "P463"}, "id": "S8", "rank": "normal"}
    unknown = {"mainsnak": {"snaktype": "somevalue", "property": "P463"}, "id": "S9", "rank": "normal"}
    _record, outside = read(
        "wikidata",
        entities(kazakhstan(nothing, unknown, statement("S1", start="+2009-10-03")), OTS),
        "e.json",
    )
    assert [left.examples for left in outside.aside.all()] == [["S8"], ["S9"]]


def test_what_is_no_state_is_a_party_by_its_number(read: Read) -> None:
    union = {
        "id": "Q458",
        "labels": {"en": {"language": "en", "value": "European Union"}},
        "claims": {"P463": [statement("S1", start="+1995-01-01")]},
    }
    record, outside = read("wikidata", entities(union, OTS), "e.json")
    assert record.status("q458", "q900", "2000-01-01") == "member"
    assert record.name("q458") == "European Union"
    assert any(left.examples == ["European Union"] for left in outside.aside.all())


def test_every_layout_of_entities_tells_the_same(read: Read) -> None:
    one, two = kazakhstan(statement("S1", start="+2009-10-03")), OTS
    layouts = [
        entities(one, two),
        json.dumps([one, two], indent=1),
        "[\n" + ",\n".join(json.dumps(entity) for entity in (one, two)) + "\n]\n",
        "\n".join(json.dumps(entity) for entity in (one, two)) + "\n",
    ]
    digests = set()
    for layout in layouts:
        record, _outside = read("wikidata", layout, "e.json")
        row = record.ask("status", party="KAZ", body="q900", on="2010-01-01")["answer"][0]
        digests.add((row["since"], tuple(row["acts"])))
    assert len(digests) == 1


@pytest.mark.parametrize("simple", [True, False])
def test_a_query_result_is_read_in_both_shapes(read: Read, simple: bool) -> None:
    row = {
        "item": "http://www.wikidata.org/entity/Q232",
        "itemLabel": "Kazakhstan",
        "organization": "http://www.wikidata.org/entity/Q900",
        "organizationLabel": "Organization of Turkic States",
        "start": "2009-10-03T00:00:00Z",
    }
    bindings = [{name: {"type": "literal", "value": one} for name, one in row.items()}]
    text = (
        json.dumps([row])
        if simple
        else json.dumps({"head": {"vars": list(row)}, "results": {"bindings": bindings}})
    )
    record, _outside = read("wikidata", text, "query.json", accessed="2026-11-01")
    answer = record.ask("status", party="KAZ", body="q900", on="2026-11-01")["answer"][0]
    assert (answer["since"], answer["last_attested"]) == ("2009-10-03", "2026-11-01")


def test_an_unknown_end_of_a_query_result_is_an_end(read: Read) -> None:
    row = {
        "state": "http://www.wikidata.org/entity/Q232",
        "iso3": "KAZ",
        "org": "http://www.wikidata.org/entity/Q900",
        "start": "2009-10-03T00:00:00Z",
        "end": "http://www.wikidata.org/.well-known/genid/abc",
    }
    record, _outside = read("wikidata", json.dumps([row]), "query.json", accessed="2026-11-01")
    assert record.ask("status", party="KAZ", body="q900", on="2026-11-01")["truth"] == "no"
    assert record.ask("status", party="KAZ", body="q900", on="2020-01-01")["truth"] == "not-known"


def test_the_acts_are_the_same_whatever_the_language_of_who_reads(read: Read) -> None:
    text = entities(kazakhstan(statement("S1", start="+2009-10-03", url="https://example.org/a")), OTS)
    ids = set()
    for language in ("en", "tr"):
        with in_language(language):
            record, _outside = read("wikidata", text, "e.json")
        ids.add(tuple(record.ask("status", party="KAZ", body="q900", on="2010-01-01")["answer"][0]["acts"]))
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"entities": {\n "Q1": }', "line 2, column 8: is not JSON: Expecting value."),
        (
            "[1, 2]",
            'expected entities ({"entities": ...}), a list of them, or the JSON of a query result ({"results": ...}).',
        ),
        ('{"entities": {"Q1": {"labels": {}, "claims": {}}}}', 'no statement "member of" (P463) is in it.'),
        ('[{"a": 1}]', "expected the variables item and organization with an entity each, in result 1."),
        (
            '{"id": "Q1", "claims": {}}\n{"id": "Q2", "claims": \n',
            "line 2, column 23: is not JSON: Expecting value.",
        ),
        (b"\xff\xfe", "is not text in UTF-8; save it as UTF-8."),
    ],
)
def test_a_bad_file_is_refused_with_the_place(
    refused: Callable[..., str], text: str | bytes, says: str
) -> None:
    assert refused("wikidata", text, "e.json").endswith(says)


def test_an_unknown_end_seen_within_a_decade_came_by_the_last_day_of_the_decade(read: Read) -> None:
    said = statement("S1")
    moment = time("P585", "+1990-00-00")
    moment["datavalue"]["value"]["precision"] = 8
    said["qualifiers"] = {"P582": [{"property": "P582", "snaktype": "somevalue"}], "P585": [moment]}
    record, _outside = read("wikidata", entities(kazakhstan(said), OTS), "e.json")
    row = record.ask("status", party="KAZ", body="q900", on="2025-01-01")["answer"][0]
    assert (row["truth"], row["until"]) == ("no", "[..1999-12-31]")


def test_a_label_that_shows_nothing_is_no_label(read: Read) -> None:
    nameless = {**OTS, "labels": {"en": {"language": "en", "value": " \u200b"}}}
    record, outside = read(
        "wikidata", entities(kazakhstan(statement("S1", start="+2009-10-03")), nameless), "e.json"
    )
    assert record.name("q900") == "Q900"
    assert "called by its number" in outside.aside.all()[0].why


def test_a_variable_of_a_query_that_is_not_read_is_told(read: Read) -> None:
    row = {
        "item": "http://www.wikidata.org/entity/Q901",
        "itemLabel": "Kazakhstan",
        "org": "http://www.wikidata.org/entity/Q900",
        "startDate": "2009-10-03T00:00:00Z",
        "role": "http://www.wikidata.org/entity/Q902",
    }
    record, outside = read("wikidata", json.dumps([row]), "query.json")
    assert record.status("KAZ", "q900", "2009-10-03") == "member"
    assert ("A variable of a query result that is not read.", ["role"]) in [
        (left.why, left.examples) for left in outside.aside.all()
    ]


def test_a_number_of_too_many_digits_is_refused_with_the_file(refused: Callable[..., str]) -> None:
    assert "query.json: is not JSON: " in refused("wikidata", '{"x": ' + "1" * 5000 + "}", "query.json")


def value(property_: str, of: Any) -> dict[str, Any]:
    """Return a snak with a value."""
    return {
        "snaktype": "value",
        "property": property_,
        "datavalue": {"value": of, "type": "wikibase-entityid"},
    }


def time(property_: str, of: str) -> dict[str, Any]:
    """Return a snak with a day, or one without a value."""
    if of in ("somevalue", "novalue"):
        return {"snaktype": of, "property": property_}
    return value(
        property_,
        {
            "time": f"{of}T00:00:00Z",
            "precision": 11,
            "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
        },
    )


def statement(
    id_: str,
    body: str = "Q900",
    *,
    rank: str = "normal",
    start: str | None = None,
    end: str | None = None,
    url: str | None = None,
) -> dict[str, Any]:
    """Return a statement "member of"."""
    dates = {"P580": start, "P582": end}
    return {
        "mainsnak": value("P463", {"entity-type": "item", "id": body}),
        "type": "statement",
        "id": id_,
        "rank": rank,
        "qualifiers": {name: [time(name, of)] for name, of in dates.items() if of is not None},
        "references": [{"snaks": {"P854": [value("P854", url)]}}] if url else [],
    }


def kazakhstan(*statements: dict[str, Any], modified: str = "2024-05-01T10:00:00Z") -> dict[str, Any]:
    """Return an entity that gives the code KAZ."""
    claims = {"P298": [{"mainsnak": value("P298", "KAZ"), "rank": "normal"}], "P463": list(statements)}
    return {
        "id": "Q232",
        "type": "item",
        "labels": {"en": {"language": "en", "value": "Kazakhstan"}},
        "claims": claims,
        "modified": modified,
    }


OTS = {
    "id": "Q900",
    "type": "item",
    "labels": {
        "en": {"language": "en", "value": "Organization of Turkic States"},
        "tr": {"language": "tr", "value": "Türk Devletleri Teşkilatı"},
    },
    "aliases": {"en": [{"language": "en", "value": "OTS"}]},
    "claims": {},
}


def entities(*of: dict[str, Any]) -> str:
    """Return entities as Special:EntityData gives them."""
    return json.dumps({"entities": {one["id"]: one for one in of}})
