"""What a page is about, for search engines and other readers of schema.org: JSON-LD inside the page.

A meeting is an Event, a body an Organization, a state a Country, an instrument a Legislation, a verdict on a claim a ClaimReview, and
the record itself, on its front page, a Dataset with the files under which it can be had. What schema.org has no honest place for (a
status that is not known, a day that is only bounded) is left out; the page says it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from kengesh.mechanism.answers import Answer
from kengesh.mechanism.names import type_of
from kengesh.site.feeds.spans import span_of
from kengesh.site.linked.holdings import plain_day
from kengesh.site.linked.identifiers import identifier
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

CONTEXT = "https://schema.org"
STATUS = {
    "held": "EventScheduled",  # schema.org has no word for an event that took place
    "planned": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
    "not-held": "EventCancelled",
}
LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
NOT_IN_A_SCRIPT: dict[str, str | int | None] = {one: f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
FRONT = "home/home.html"
Said = dict[str, Any]


def json_ld(here: str, reading: Reading, page: Page) -> str | None:
    """Return what a page is about as the text of a script element, None where schema.org has no place for it.

    `here` is how the site is reached. The text has no ``<``, so that nothing in it can end the element.
    """
    found = _about(here, reading, page)
    if found is None:
        return None
    told = {"@context": CONTEXT, **{name: value for name, value in found.items() if value}}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return text.translate(str.maketrans(NOT_IN_A_SCRIPT))


def _about(here: str, reading: Reading, page: Page) -> Said | None:
    if page.template == FRONT:
        return _record(here, reading)
    if "claim_review" in page.found:
        review: Said = page.found["claim_review"](here)
        return review
    type_ = None if page.thing is None else type_of(reading.view, page.thing)
    telling = {"meeting": _meeting, "body": _body, "party": _party_shown, "instrument": _instrument}
    if page.thing is None or type_ not in telling:
        return None
    return telling[type_](here, reading, page)


def _record(here: str, reading: Reading) -> Said:
    described: Mapping[str, Any] = reading.described or {}
    first = reading.view.once(("first day held",), lambda: _first_day(reading))
    licence = described.get("licence")
    return {
        "@type": "Dataset",
        "@id": f"{here}/",
        "url": here + reading.href(""),
        "name": reading.reader.words(described.get("title")) or _("A record"),
        "description": reading.reader.words(described.get("method"))
        or _(
            "Acts of a consultative mechanism between states, each with its sources, as a log that can be verified."
        ),
        "identifier": reading.mechanism.log.origin,
        "inLanguage": reading.language,
        "license": LICENCES.get(licence or "", licence),
        "version": str(reading.view.size),
        "isAccessibleForFree": True,
        "temporalCoverage": f"{first.isoformat()}/{reading.reaches or '..'}" if first else None,
        "about": {"@id": identifier(here, reading.body)} if reading.body else None,
        "distribution": [
            _file(f"{here}/api/log.json", "application/json"),
            _file(f"{here}/linked/popolo.json", "application/json"),
            _file(f"{here}/linked/org.ttl", "text/turtle"),
            _file(f"{here}/record/checkpoint", "text/plain"),
        ],
    }


def _first_day(reading: Reading) -> date | None:
    """Return the first day on which any meeting of the record may have been."""
    spans = [span_of([act.get("on")]) for act in reading.view.of_kind("hold") if act.get("on")]
    return min((one.start for one in spans if one is not None), default=None)


def _answer(reading: Reading, page: Page, question: str, argument: str) -> Answer:
    """Return an answer about what a page shows: the one that it shows, where it does."""
    arguments = {argument: page.thing}
    for one in page.found.values():
        if isinstance(one, Mapping) and one.get("question") == question and one.get("arguments") == arguments:
            return dict(one)
    return reading.ask(question, **arguments)


def _file(address: str, content_type: str) -> Said:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": content_type}


def _meeting(here: str, reading: Reading, page: Page) -> Said | None:
    rows = _answer(reading, page, "meeting", "meeting")["answer"]
    if not rows or rows[0]["on"] is None:
        return None
    row, span = rows[0], span_of([rows[0]["on"]])
    if span is None or not (span.sure or plain_day(row["on"])):
        return None
    end = span.end.fromordinal(span.end.toordinal() - 1)
    status = STATUS.get(row["state"])
    place = reading.reader.name(row["place"], row["on"])
    return {
        **_thing(here, reading, row["id"], "Event"),
        "startDate": span.start.isoformat() if span.sure else plain_day(row["on"]),
        "endDate": end.isoformat() if span.sure else None,
        "eventStatus": f"{CONTEXT}/{status}" if status else None,
        "location": {"@type": "Place", "name": place} if place else None,
        "organizer": {"@id": identifier(here, row["series"])} if row["series"] else None,
    }


def _body(here: str, reading: Reading, page: Page) -> Said | None:
    rows = _answer(reading, page, "body", "body")["answer"]
    if not rows:
        return None
    row = rows[0]
    members = _answer(reading, page, "members", "body")["answer"]
    return {
        **_thing(here, reading, row["id"], "Organization"),
        "foundingDate": plain_day(row["established"]),
        "dissolutionDate": plain_day(row["dissolved"]),
        "parentOrganization": {"@id": identifier(here, row["within"])} if row["within"] else None,
        "member": [_party(here, reading, one["party"]) for one in members],
    }


def _party_shown(here: str, reading: Reading, page: Page) -> Said:
    return _party(here, reading, str(page.thing))


def _party(here: str, reading: Reading, thing: str) -> Said:
    return _thing(here, reading, thing, "Country" if is_state_code(thing) else "Organization")


def _instrument(here: str, reading: Reading, page: Page) -> Said | None:
    answer = _answer(reading, page, "instrument", "instrument")
    if not answer["answer"]:
        return None
    row = answer["answer"][0]
    days = [plain_day(one["on"]) for one in row["how"]]
    signed = [one["party"] for one in answer["signatures"] if one["signed"] == "yes"]
    return {
        **_thing(here, reading, row["id"], "Legislation"),
        "legislationType": row["form"],
        "legislationDate": next((one for one in days if one), None),
        "legislationLegalForce": f"{CONTEXT}/InForce" if row["in_force"] == "yes" else None,
        "legislationPassedBy": [{"@id": identifier(here, one)} for one in signed],
        "sameAs": [one["address"] for one in answer["texts"] if one["address"]],
    }


def _thing(here: str, reading: Reading, thing: str, type_: str) -> Said:
    href = reading.href_of(thing)
    return {
        "@type": type_,
        "@id": identifier(here, thing),
        "identifier": thing,
        "name": reading.reader.name(thing),
        "url": here + href if href else None,
    }
