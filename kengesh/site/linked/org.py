"""Bodies and memberships in the organization ontology of the W3C, as Turtle, with names in every language that the record has them in.

A membership lasts a ``time:Interval`` whose ends are given where the record knows a plain day, month or year. Whatever it knows is
also said as ``dcterms:temporal``, in our subset of EDTF (``2019-03/..``, ``[2024-05-01..2024-05-09]/..``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest

from kengesh.site.linked.holdings import Holding, Holdings, Membership, plain_day
from kengesh.site.linked.identifiers import identifier
from kengesh.site.linked.turtle import Subject, blank, iri, literal, prefixes
from kengesh.site.links import outside
from kengesh.site.reading import Reading
from kengesh.site.shows import File
from kengesh.terms.identifiers import is_state_code

TURTLE = "text/turtle; charset=utf-8"
PRECISIONS = {
    4: ("time:inXSDgYear", "xsd:gYear"),
    7: ("time:inXSDgYearMonth", "xsd:gYearMonth"),
    10: ("time:inXSDDate", "xsd:date"),
}


def org(request: HttpRequest, reading: Reading) -> File:
    """Give bodies and memberships as Turtle."""
    return File(of_record(outside(request), reading).encode(), TURTLE)


def of_record(here: str, reading: Reading) -> str:
    """Return bodies and memberships as Turtle, with the addresses of the site at `here`."""
    held = Holdings(reading)
    subjects = [
        *(_body(here, held, row) for row in held.bodies),
        *(_party(here, held, thing) for thing in held.parties),
        *(_role(here, held, status) for status in held.statuses),
        *(_membership(here, held, one) for one in held.memberships),
        *_offices(here, held),
    ]
    return prefixes() + "\n" + "\n".join(map(str, subjects))


def _body(here: str, held: Holdings, row: Mapping[str, Any]) -> Subject:
    body = Subject(identifier(here, row["id"]), "org:FormalOrganization")
    _name(held, body, row["id"])
    if row["within"]:
        body.say("org:subOrganizationOf", iri(identifier(here, row["within"])))
    if row["form"]:
        body.say("org:classification", blank(("a", "skos:Concept"), ("skos:notation", literal(row["form"]))))
    for predicate, day in (
        ("schema:foundingDate", row["established"]),
        ("schema:dissolutionDate", row["dissolved"]),
    ):
        if plain_day(day):
            body.say(predicate, _day(day))
    _sources(held, body, row)
    return body


def _party(here: str, held: Holdings, thing: str) -> Subject:
    party = Subject(
        identifier(here, thing),
        "schema:Country, org:Organization" if is_state_code(thing) else "org:Organization",
    )
    _name(held, party, thing)
    if is_state_code(thing):
        party.say("org:identifier", literal(thing))
    return party


def _role(here: str, held: Holdings, status: str) -> Subject:
    role = Subject(identifier(here, status), "org:Role")
    _name(held, role, status)
    return role


def _membership(here: str, held: Holdings, one: Membership) -> Subject:
    address = identifier(here, one.body) + f"#{one.id.removeprefix(f'{one.body}/')}"
    membership = Subject(address, "org:Membership")
    membership.say("org:member", iri(identifier(here, one.party)))
    membership.say("org:organization", iri(identifier(here, one.body)))
    membership.say("org:role", iri(identifier(here, one.status)))
    _during(membership, one.since, one.until)
    _sources(held, membership, one.row)
    return membership


def _offices(here: str, held: Holdings) -> Iterator[Subject]:
    for office, of in {one.office: one.of for one in held.holdings}.items():
        post = Subject(identifier(here, office), "org:Post")
        _name(held, post, office)
        if of:
            post.say("org:postIn", iri(identifier(here, of)))
        yield post
    for thing in dict.fromkeys(one.person for one in held.holdings):
        person = Subject(identifier(here, thing), "foaf:Person")
        _name(held, person, thing)
        for one in held.holdings:
            if one.person == thing:
                person.say("org:holds", iri(identifier(here, one.office)))
        yield person
    for one in held.holdings:
        yield _holding(here, held, one)


def _holding(here: str, held: Holdings, one: Holding) -> Subject:
    holding = Subject(identifier(here, one.office) + f"#{one.person}", "org:Membership")
    holding.say("org:member", iri(identifier(here, one.person)))
    holding.say("dcterms:relation", iri(identifier(here, one.office)))
    if one.of:
        holding.say("org:organization", iri(identifier(here, one.of)))
    _during(holding, one.since, one.until)
    _sources(held, holding, one.row)
    return holding


def _during(subject: Subject, since: str | None, until: str | None) -> None:
    ends = [
        (predicate, blank(("a", "time:Instant"), (PRECISIONS[len(day)][0], _day(day))))
        for predicate, day in (("time:hasBeginning", plain_day(since)), ("time:hasEnd", plain_day(until)))
        if day
    ]
    if ends:
        subject.say("org:memberDuring", blank(("a", "time:Interval"), *ends))
    if since or until:
        subject.say("dcterms:temporal", literal(f"{since or ''}/{until or '..'}"))


def _day(text: str) -> str:
    return literal(text, type_=PRECISIONS[len(text)][1])


def _name(held: Holdings, subject: Subject, thing: str) -> None:
    for language, name in held.names(thing).items():
        subject.say("skos:prefLabel", literal(name, language))


def _sources(held: Holdings, subject: Subject, row: Mapping[str, Any]) -> None:
    for address in dict.fromkeys(address for address, _cited in held.sources(row)):
        subject.say("prov:hadPrimarySource", iri(address))
