"""From an address under ``/api/`` to an answer: the query read, the record asked, the tables cut to what was asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from http import HTTPStatus
from inspect import signature
from typing import Any
from urllib.parse import urlencode

import msgspec
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from kengesh.mechanism.answers import Answer
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.questions.entries import NoSuchEntry
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.mechanism.view import View
from kengesh.search.asking import CannotIndex
from kengesh.search.query import QueryRefused
from kengesh.site.api import description
from kengesh.site.api.besides import besides
from kengesh.site.api.flat import as_csv
from kengesh.site.api.open_data import METHODS, not_allowed
from kengesh.site.api.parameters import MOST_ROWS, ROWS, Parameter, Refused, clocks, own_arguments, read_query
from kengesh.site.files.health import CANNOT_BE_READ
from kengesh.site.keeping import Kept
from kengesh.site.links import outside
from kengesh.site.page import shelf
from kengesh.site.sending import sent
from kengesh.site.the_record import one_at_a_time, the_record
from kengesh.terms.edtf import DateError
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _, in_language, language_in_use

JSON = "application/json; charset=utf-8"
PROBLEM = "application/problem+json; charset=utf-8"
CSV = "text/csv; charset=utf-8; header=present"
LARGEST_KEPT = 256 * 1024  # bytes of an answer that is kept beside the pages
CANNOT_BE_ASKED = (Refused, QuestionRefused, QueryRefused, DateError)

log = logging.getLogger("kengesh.site")
Answering = Callable[[HttpRequest, Mechanism, Mapping[str, Any]], tuple[Kept, str | None]]
"""Makes an answer of what was asked, with the address of what follows, where something does."""


class NotThere(LookupError):
    """What was asked for is not there; the sentence says what is."""


def index(request: HttpRequest) -> HttpResponseBase:
    """Say what can be asked."""
    return _answered(request, lambda record: (), _index)


def openapi(request: HttpRequest) -> HttpResponseBase:
    """Describe the API."""
    return _answered(
        request,
        lambda record: (),
        lambda request, record, given: (_json(description.describe(record, outside(request))), None),
    )


def question(request: HttpRequest, question: str) -> HttpResponseBase:
    """Answer a question, with all its tables."""
    if question not in description.names():
        return nothing_here(request)
    return _answered(
        request,
        lambda record: description.parameters(question),
        lambda request, record, given: _whole(request, record, question, given),
    )


def table(request: HttpRequest, question: str, form: str) -> HttpResponseBase:
    """Give one table of the answer to a question, as JSON or as CSV."""
    if question not in description.names() or form not in ("json", "csv"):
        return nothing_here(request)
    return _answered(
        request,
        lambda record: description.table_parameters(record, question, form),
        lambda request, record, given: _table(request, record, question, form, given),
    )


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Say what there is, at an address where nothing is."""
    if not_allowed(request):
        return _problem(405, _("Only GET and HEAD: nothing is changed here."), Allow=METHODS)
    says = _("There is nothing at this address; /api/ lists what can be asked: {questions}.")
    return _problem(404, says.format(questions=", ".join(description.names())))


def _answered(
    request: HttpRequest, takes: Callable[[Mechanism], tuple[Parameter, ...]], answering: Answering
) -> HttpResponseBase:
    """Read the query, answer from what is kept or anew, and turn every refusal into a problem with its sentence."""
    query = request.META.get("QUERY_STRING", "")
    with in_language(_language(request)):
        if not_allowed(request):
            return _problem(405, _("Only GET and HEAD: nothing is changed here."), Allow=METHODS)
        try:
            record = the_record()
            with one_at_a_time:
                given = read_query(query, takes(record))
            key = (
                "api",
                outside(request),
                request.path_info,
                query,
                datetime.now(UTC).date(),
                record.log.root,
            )
            kept = shelf.get(key)
            if kept is not None:
                return sent(request, kept)
            with one_at_a_time:
                kept, following = answering(request, record, given)
            if following is None and len(kept.body) <= LARGEST_KEPT:
                shelf.keep(key, kept)
            return sent(request, kept, **({"Link": f'<{following}>; rel="next"'} if following else {}))
        except (NotThere, NoSuchEntry) as error:
            return _problem(404, str(error))
        except CANNOT_BE_ASKED as error:
            return _problem(400, str(error))
        except (CannotIndex, *CANNOT_BE_READ) as error:
            log.error("%s: %s", request.path, error)
            says = _("The record cannot be read or searched now; what is wrong is in the log of the server.")
            return _problem(503, says)


def _language(request: HttpRequest) -> str:
    """Return the language of the sentences, also of those that refuse the rest of the query."""
    query = request.META.get("QUERY_STRING", "")
    asked = [one.removeprefix("lang=") for one in query.split("&") if one.startswith("lang=")]
    return asked[0] if asked and asked[0] in LANGUAGES else "en"


def _index(request: HttpRequest, record: Mechanism, given: Mapping[str, Any]) -> tuple[Kept, None]:
    here = outside(request)
    questions = [
        {
            "question": name,
            "about": description.about(name),
            "parameters": [
                {"name": one.name, "required": one.required} for one in description.parameters(name)
            ],
            "tables": description.tables(record, name),
            "address": f"{here}/api/{name}",
            "json": f"{here}/api/{name}.json",
            "csv": f"{here}/api/{name}.csv",
        }
        for name in description.names()
    ]
    other = {
        "description": f"{here}/api/openapi.json",
        "record": f"{here}/record/checkpoint",
        "entries": f"{here}/en/entries.atom",
        "meetings": f"{here}/en/meetings.ics",
        "popolo": f"{here}/linked/popolo.json",
        "org": f"{here}/linked/org.ttl",
    }
    found = {"questions": questions, "record": record.describe(record.view()), "besides": other}
    return _json(found), None


def _whole(
    request: HttpRequest, record: Mechanism, question: str, given: Mapping[str, Any]
) -> tuple[Kept, str | None]:
    found, totals = _asked(record, question, given)
    limit, offset = given.get("limit", ROWS), given.get("offset", 0)
    already = _window(question) is not None
    cut = {
        name: found[name] if already and name == "answer" else found[name][offset : offset + limit]
        for name in totals
    }
    following = _following(request, given, max(totals.values(), default=0), limit, offset)
    paging = {"limit": limit, "offset": offset, "total": totals, "next": following}
    return _json({**found, **cut, "paging": paging}), following


def _table(
    request: HttpRequest, record: Mechanism, question: str, form: str, given: Mapping[str, Any]
) -> tuple[Kept, str | None]:
    name = given.get("table", "answer")
    limit, offset = given.get("limit", ROWS if form == "json" else MOST_ROWS), given.get("offset", 0)
    found, totals = _asked(record, question, {**given, "limit": limit})
    already = _window(question) is not None and name == "answer"
    rows = found[name] if already else found[name][offset : offset + limit]
    following = _following(request, given, totals[name], limit, offset)
    if form == "csv":
        return Kept(as_csv(rows), CSV, f"{question}{'' if name == 'answer' else f'-{name}'}.csv"), following
    paging = {"limit": limit, "offset": offset, "total": {name: totals[name]}, "next": following}
    shared = ("question", "arguments", "on", "known_at", "reported_by", "truth", "record", "notes")
    told = {one: found[one] for one in shared}
    return _json({**told, "table": name, "rows": rows, "paging": paging}), following


def _asked(record: Mechanism, question: str, given: Mapping[str, Any]) -> tuple[Answer, dict[str, int]]:
    """Ask the record; return the answer, and how many rows each of its tables has in all."""
    view = _view(record, given)
    window = _window(question)
    if window is not None:
        return window(record, view, given)
    arguments = {
        one.name: given[one.name] for one in description.own_parameters(question) if one.name in given
    }
    moment = (view.on, view.size, view.reported_by)
    found = _found(record, record.log.root, moment, question, tuple(arguments.items()), language_in_use())
    return found, {name: len(found[name]) for name in description.tables(record, question)}


@lru_cache(maxsize=2)  # of a long answer every page is asked for in turn
def _found(
    record: Mechanism,
    root: bytes,
    moment: tuple[date, int, date | None],
    question: str,
    arguments: tuple[tuple[str, Any], ...],
    language: str,
) -> Answer:
    """Return a whole answer. `root` and `language` are what it depends on besides."""
    view, given = record.view(*moment), dict(arguments)
    if question in besides():
        return besides()[question].answers(record, view, given)
    return record.answer(view, question, given)


def _window(question: str) -> Callable[..., tuple[Answer, dict[str, int]]] | None:
    """Return how to ask a question of which a part can be asked: one that takes the numbers where it starts and ends."""
    takes = signature(QUESTIONS[question]).parameters if question in QUESTIONS else {}
    if not all(name in takes and str(takes[name].annotation).startswith("int") for name in ("start", "end")):
        return None

    def part(record: Mechanism, view: View, given: Mapping[str, Any]) -> tuple[Answer, dict[str, int]]:
        first, last = given.get("start", 0), min(given.get("end", view.size), view.size)
        start = first + given.get("offset", 0)
        end = min(last, start + given.get("limit", ROWS))
        found = record.answer(view, question, {"start": start, "end": max(start, end)})
        whole = {**found, "arguments": own_arguments(question, given)}
        return whole, {"answer": max(0, last - first)}

    return part


def _view(record: Mechanism, given: Mapping[str, Any]) -> View:
    size = given.get("known_at", "")
    if size.isdecimal() and int(size) > record.state.size:
        says = _("the record has {size} entries, not {asked}.")
        raise NotThere(says.format(size=record.state.size, asked=size))
    return record.view(**clocks(given))


def _following(
    request: HttpRequest, given: Mapping[str, Any], total: int, limit: int, offset: int
) -> str | None:
    if offset + limit >= total:
        return None
    query = urlencode({**given, "limit": limit, "offset": offset + limit})
    return f"{outside(request)}{request.path}?{query}"


def _json(found: Mapping[str, Any]) -> Kept:
    return Kept(msgspec.json.encode(found), JSON)


def _problem(status: int, detail: str, **headers: str) -> HttpResponse:
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    headers = {"Cache-Control": "no-store", **headers}
    return HttpResponse(msgspec.json.encode(told), status=status, content_type=PROBLEM, headers=headers)
