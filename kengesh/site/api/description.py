"""The description of the API, as OpenAPI 3.1, made from the questions each time that the program starts: it cannot fall behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from inspect import getdoc
from typing import Any

from kengesh import __version__
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.record import Mechanism
from kengesh.site.api import shapes
from kengesh.site.api.besides import Beside, besides
from kengesh.site.api.parameters import MOST_ROWS, ROWS, Parameter, common, of_question, table
from kengesh.site.api.shapes import Schema

JSON = "application/json"
CSV = "text/csv"
PROBLEM = "application/problem+json"
REFUSALS = {
    "400": "It cannot be asked so.",
    "404": "The log has no such entry, act or size.",
    "405": "Only GET and HEAD.",
    "503": "The record cannot be read now.",
}
ABOUT = (
    "The questions that this record answers. Every answer has the same shape, says on which acts and sources each row rests, and can "
    "be asked as of another day (`on`), by earlier sources (`reported_by`), and as this record knew it (`known_at`). Of what the "
    "record does not speak of, the answer is `not-known`, with status 200: that a thing is not in the record says nothing of the world."
)


def names() -> tuple[str, ...]:
    """Return what can be asked: the questions, a search, and claims."""
    return (*QUESTIONS, *besides())


def about(question: str) -> str:
    """Return what a question answers, in the words of its own documentation."""
    beside = besides().get(question)
    text = (getdoc(QUESTIONS[question]) or "") if beside is None else beside.about
    text = re.sub(r"\s*Raises [^.]*\.", "", text)
    return text.replace("``", "`").strip()


def tables(record: Mechanism, question: str) -> tuple[str, ...]:
    """Return the names of the tables of an answer."""
    beside = besides().get(question)
    return shapes.tables_of(record, question) if beside is None else beside.tables


def parameters(question: str, rows: int = ROWS) -> tuple[Parameter, ...]:
    """Return all that a question can be asked with; `rows` are given of a table where no limit is."""
    return (*own_parameters(question), *common(rows))


def own_parameters(question: str) -> tuple[Parameter, ...]:
    """Return what a question takes as its own arguments."""
    beside = besides().get(question)
    return of_question(question) if beside is None else beside.takes


def table_parameters(record: Mechanism, question: str, form: str) -> tuple[Parameter, ...]:
    """Return all that a table of an answer can be asked with. A spreadsheet is not gone through in pages: it gets all it can."""
    rows = MOST_ROWS if form == "csv" else ROWS
    return (*parameters(question, rows), table(tables(record, question)))


def describe(record: Mechanism, address: str) -> dict[str, Any]:
    """Return the description of the API of a site at an address."""
    paths: dict[str, Any] = {"/api/": {"get": _index()}, "/api/openapi.json": {"get": _own()}}
    for question in names():
        whole = _operation(question, "", "The answer.", parameters(question), _whole(question))
        as_json, as_csv = (table_parameters(record, question, form) for form in ("json", "csv"))
        paths[f"/api/{question}"] = {"get": whole}
        paths[f"/api/{question}.json"] = {
            "get": _operation(question, ".json", "One table of the answer, as JSON.", as_json, _ref("Table"))
        }
        paths[f"/api/{question}.csv"] = {
            "get": _operation(question, ".csv", "One table of the answer, as CSV.", as_csv, None)
        }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kengesh: the record for programs", "version": __version__, "description": ABOUT},
        "servers": [{"url": address}],
        "paths": paths,
        "components": {
            "schemas": _schemas(record),
            "parameters": {one.name: _parameter(one) for one in common()},
            "responses": {name: _refusal(says) for name, says in REFUSALS.items()},
            "headers": _headers(),
        },
    }


def _schemas(record: Mechanism) -> dict[str, Schema]:
    answers = {f"Answer-{question}": _answer_of(record, question) for question in names()}
    return {
        "Answer": _answer(),
        "Row": shapes.row_schema(),
        "Text": shapes.text_schema(),
        "Record": _record(),
        "Paging": _paging(),
        "Table": _table(),
        "Problem": _problem(),
        **answers,
    }


def _answer() -> Schema:
    """Return what every answer has."""
    return _object(
        {
            "question": {"enum": list(names())},
            "arguments": {"type": "object", "description": "What was asked with, by name."},
            **_moments(),
            "truth": {"enum": [*shapes.TRUTHS, None], "description": "Null where a table answers."},
            "answer": {"type": "array", "items": _ref("Row")},
            "record": _ref("Record"),
            "notes": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Sentences that qualify the answer.",
            },
            "paging": _ref("Paging"),
        }
    )


def _answer_of(record: Mechanism, question: str) -> Schema:
    beside = besides().get(question)
    own: dict[str, Schema] = {"question": {"const": question}}
    own |= _told(record, question) if beside is None else _told_besides(beside)
    return {"allOf": [_ref("Answer")], "properties": own, "required": list(own)}


def _told(record: Mechanism, question: str) -> dict[str, Schema]:
    """Return what the answer to a question of the mechanism has beside the keys of every answer."""
    own: dict[str, Schema] = {}
    for name, value in shapes.given_of_nothing(record, question).items():
        if name in ("answer", "truth", "notes"):
            continue
        if isinstance(value, list):
            own[name] = shapes.table_schema()
        else:
            own[name] = {"anyOf": [_ref("Row"), {"type": "string"}, {"type": "null"}]}
    return own


def _told_besides(beside: Beside) -> dict[str, Schema]:
    return {
        name: shapes.table_schema() if holds is None else dict(holds) for name, holds in beside.gives.items()
    }


def _moments() -> dict[str, Schema]:
    return {
        "on": {"type": "string", "format": "date"},
        "known_at": {"type": "integer", "minimum": 0},
        "reported_by": {"type": ["string", "null"], "format": "date"},
    }


def _record() -> Schema:
    return _object(
        {
            "origin": {"type": "string"},
            "size": {"type": "integer", "minimum": 0},
            "root": {"type": "string", "description": "The root hash at `known_at`, in base 64."},
            "reaches": {"type": ["string", "null"], "description": "The last day that the sources reach."},
        }
    )


def _paging() -> Schema:
    number = {"type": "integer", "minimum": 0}
    return _object(
        {
            "limit": number,
            "offset": number,
            "total": {
                "type": "object",
                "additionalProperties": number,
                "description": "How many rows each table has in all.",
            },
            "next": {
                "type": ["string", "null"],
                "description": "The address of what follows, null where nothing does.",
            },
        }
    )


def _table() -> Schema:
    return _object(
        {
            "question": {"enum": list(names())},
            "arguments": {"type": "object"},
            **_moments(),
            "truth": {"enum": [*shapes.TRUTHS, None]},
            "table": {"type": "string"},
            "rows": shapes.table_schema(),
            "record": _ref("Record"),
            "notes": {"type": "array", "items": {"type": "string"}},
            "paging": _ref("Paging"),
        }
    )


def _problem() -> Schema:
    said = {"type": "string"}
    problem = _object({"type": said, "title": said, "status": {"type": "integer"}, "detail": said})
    return {**problem, "description": "A problem (RFC 9457): `detail` is a sentence that says what to do."}


def _object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _operation(
    question: str, form: str, summary: str, takes: Iterable[Parameter], gives_: Schema | None
) -> dict[str, Any]:
    content: dict[str, Any] = {JSON: {"schema": gives_}} if gives_ else {CSV: {"schema": {"type": "string"}}}
    return {
        "operationId": f"{question}{form.replace('.', '-')}",
        "summary": summary,
        "description": about(question),
        "tags": [question],
        "parameters": [_referred(one) for one in takes],
        "responses": _responses(summary, content, "400", "404", "405", "503"),
    }


def _index() -> dict[str, Any]:
    listed = {"type": "object", "properties": {"questions": {"type": "array", "items": {"type": "object"}}}}
    return _plain("index", "What can be asked here, and what else there is for programs.", listed)


def _own() -> dict[str, Any]:
    return _plain("openapi", "This description.", {"type": "object", "required": ["openapi", "paths"]})


def _plain(id_: str, summary: str, schema: Schema) -> dict[str, Any]:
    return {
        "operationId": id_,
        "summary": summary,
        "responses": _responses(summary, {JSON: {"schema": schema}}, "400", "405", "503"),
    }


def _responses(summary: str, content: dict[str, Any], *refusals: str) -> dict[str, Any]:
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in _headers()}
    return {
        "200": {"description": summary, "headers": headers, "content": content},
        "304": {"description": "What the reader has already is still right."},
        **{status: {"$ref": f"#/components/responses/{status}"} for status in refusals},
    }


def _referred(one: Parameter) -> dict[str, Any]:
    """Return a parameter, or where it is described once for all."""
    return {"$ref": f"#/components/parameters/{one.name}"} if one in common() else _parameter(one)


def _headers() -> dict[str, Any]:
    return {
        "ETag": {"required": True, "schema": {"type": "string"}},
        "Link": {"description": "rel=next where a table goes on.", "schema": {"type": "string"}},
    }


def _refusal(says: str) -> dict[str, Any]:
    return {"description": says, "content": {PROBLEM: {"schema": _ref("Problem")}}}


def _whole(question: str) -> Schema:
    return _ref(f"Answer-{question}")


def _parameter(one: Parameter) -> dict[str, Any]:
    return {
        "name": one.name,
        "in": "query",
        "required": one.required,
        "description": one.description,
        "schema": dict(one.schema),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
