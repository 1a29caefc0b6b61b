"""Bodies, memberships, posts, persons in public office and meetings as Popolo JSON (popoloproject.com).

Ids are addresses of this site. Popolo's dates are days, months or years; what the record knows less exactly has no such date, and
always its own as well (``since``, ``until``, ``on``, in our subset of EDTF), so that nothing is made more exact than it is. A
membership also says how sure it is, and which sources say so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest

from kengesh.site.linked.holdings import Holding, Holdings, Membership, plain_day
from kengesh.site.linked.identifiers import identifier
from kengesh.site.links import outside
from kengesh.site.reading import Reading
from kengesh.site.shows import File
from kengesh.terms.identifiers import is_state_code

JSON = "application/json; charset=utf-8"
ISO = "ISO 3166-1 alpha-3"


def popolo(request: HttpRequest, reading: Reading) -> File:
    """Give what Popolo has a place for."""
    return File((json.dumps(of_record(outside(request), reading), ensure_ascii=False) + "\n").encode(), JSON)


def of_record(here: str, reading: Reading) -> dict[str, Any]:
    """Return what Popolo has a place for, with the addresses of the site at `here`."""
    held = Holdings(reading)
    meetings = reading.ask("meetings")["answer"]
    persons = dict.fromkeys([one.person for one in held.holdings])
    offices = {one.office: one.of for one in held.holdings}
    return {
        "persons": [_person(here, held, reading, one) for one in persons],
        "organizations": [
            *(_body(here, held, reading, one) for one in held.bodies),
            *(_party(here, held, reading, one) for one in held.parties),
        ],
        "posts": [_post(here, reading, office, of) for office, of in offices.items()],
        "memberships": [
            *(_membership(here, held, reading, one) for one in held.memberships),
            *(_holding(here, held, reading, one) for one in held.holdings),
        ],
        "events": [_event(here, held, reading, one) for one in meetings],
        "meta": {
            **reading.mechanism.describe(reading.view),
            "on": reading.view.on.isoformat(),
            "reported_by": reading.clocks.reported_by,
        },
    }


def _person(here: str, held: Holdings, reading: Reading, thing: str) -> dict[str, Any]:
    return {
        "id": identifier(here, thing),
        "name": reading.reader.name(thing),
        **_other_names(held, reading, thing),
    }


def _body(here: str, held: Holdings, reading: Reading, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_organization(here, held, reading, row["id"]),
        "parent_id": identifier(here, row["within"]) if row["within"] else None,
        "founding_date": plain_day(row["established"]),
        "dissolution_date": plain_day(row["dissolved"]),
        "sources": _sources(held, row),
    }


def _party(here: str, held: Holdings, reading: Reading, thing: str) -> dict[str, Any]:
    scheme = [{"identifier": thing, "scheme": ISO}] if is_state_code(thing) else []
    return {**_organization(here, held, reading, thing), "identifiers": scheme}


def _organization(here: str, held: Holdings, reading: Reading, thing: str) -> dict[str, Any]:
    return {
        "id": identifier(here, thing),
        "name": reading.reader.name(thing),
        "classification": held.form(thing),
        **_other_names(held, reading, thing),
        "links": _links(here, reading, thing),
    }


def _other_names(held: Holdings, reading: Reading, thing: str) -> dict[str, Any]:
    """Return the names in other languages than the one asked for, each with its language."""
    shown = reading.reader.name(thing)
    names = {language: name for language, name in held.names(thing).items() if name != shown}
    return {"other_names": [{"name": name, "note": language} for language, name in names.items()]}


def _post(here: str, reading: Reading, office: str, of: str | None) -> dict[str, Any]:
    return {
        "id": identifier(here, office),
        "label": reading.reader.name(office),
        "organization_id": identifier(here, of) if of else None,
    }


def _membership(here: str, held: Holdings, reading: Reading, one: Membership) -> dict[str, Any]:
    return {
        "id": identifier(here, one.body) + f"#{one.id.removeprefix(f'{one.body}/')}",
        "member": {
            "@type": "Organization",
            "id": identifier(here, one.party),
            "name": reading.reader.name(one.party),
        },
        "organization_id": identifier(here, one.body),
        "role": reading.reader.name(one.status),
        "role_id": identifier(here, one.status),
        **_dates(one.since, one.until),
        **_rests(held, one.row),
    }


def _holding(here: str, held: Holdings, reading: Reading, one: Holding) -> dict[str, Any]:
    return {
        "id": identifier(here, one.office) + f"#{one.person}",
        "person_id": identifier(here, one.person),
        "post_id": identifier(here, one.office),
        "organization_id": identifier(here, one.of) if one.of else None,
        "role": reading.reader.name(one.office),
        **_dates(one.since, one.until),
        **_rests(held, one.row),
    }


def _event(here: str, held: Holdings, reading: Reading, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": identifier(here, row["id"]),
        "name": reading.reader.name(row["id"], row["on"]),
        "start_date": plain_day(row["on"]),
        "on": row["on"],
        "location": reading.reader.name(row["place"], row["on"]) or None,
        "status": row["state"],
        "classification": row["character"],
        "organization_id": identifier(here, row["series"]) if row["series"] else None,
        **_rests(held, row),
    }


def _dates(since: str | None, until: str | None) -> dict[str, str | None]:
    return {"start_date": plain_day(since), "end_date": plain_day(until), "since": since, "until": until}


def _rests(held: Holdings, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"certainty": row["certainty"], "disputed": row["disputed"], "sources": _sources(held, row)}


def _sources(held: Holdings, row: Mapping[str, Any]) -> list[dict[str, str]]:
    return [{"url": url, "note": note} for url, note in held.sources(row)]


def _links(here: str, reading: Reading, thing: str) -> Iterable[dict[str, str]]:
    href = reading.href_of(thing)
    return [{"url": here + href}] if href else []
