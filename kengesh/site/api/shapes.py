"""What answers hold, as JSON Schema (2020-12, as OpenAPI 3.1 has it), worked out from the kinds of act and the questions.

Three things are published. Every row has what it rests on: ``id``, ``certainty``, ``basis``, ``disputed``, ``acts``, ``sources``. A
field of a row that has the name of a field of some kind of act, or of a part of one, holds what an act holds there, or several acts,
or null. And the tables of an answer are those that the question gives even of a log with one entry, which is asked for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kengesh.acts.shapes import Choice, Field, Flag, ListOf, Part, Shape, Whole, Words
from kengesh.charter import all_kinds
from kengesh.mechanism.answers import BASES
from kengesh.mechanism.certainty import RANKS
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.words import STATE_WORDS, TRUTH_WORDS
from kengesh.site.api.parameters import Parameter, of_question
from kengesh.terms.texts import BY

Schema = dict[str, Any]
TRUTHS = list(TRUTH_WORDS)
TRUTH_FIELDS = ("truth", "exists", "signed", "ratified", "in_force")
NAMED: Mapping[str, Schema] = {
    "certainty": {"enum": [*RANKS, None]},
    "basis": {"enum": list(BASES)},
    "state": {"enum": [*STATE_WORDS, None]},
    **{name: {"enum": [*TRUTHS, None]} for name in TRUTH_FIELDS},
    "words": {  # of a statement, its own in their languages; of what was found, the piece around what was sought
        "anyOf": [{"$ref": "#/components/schemas/Text"}, {"type": ["string", "null"]}]
    },
    "act": {
        "type": ["object", "string", "null"],
        "description": "An act as it stands in the log, or the id of one.",
    },
}
"""Fields of rows for which the mechanism has a sense of its own."""


def row_schema() -> Schema:
    """Return what a row of any table holds."""
    ids = {"type": "array", "items": {"type": "string"}}
    properties = {**_act_fields(), **NAMED, "id": {"type": "string"}, "disputed": {"type": "boolean"}}
    return {
        "type": "object",
        "description": "A row: what it says, and what it rests on. It may have further fields.",
        "properties": {**properties, "acts": ids, "sources": ids},
        "required": ["id", "certainty", "basis", "disputed", "acts", "sources"],
    }


def text_schema() -> Schema:
    """Return what a text in several languages holds."""
    value = {
        "type": "object",
        "properties": {"text": {"type": "string"}, "by": {"enum": list(BY)}},
        "required": ["text", "by"],
    }
    return {
        "type": "object",
        "description": "Text by language code; `by` says whose words it is: an official text's, a source's, or ours.",
        "additionalProperties": value,
    }


def table_schema() -> Schema:
    """Return what a table of an answer holds: rows, or ids alone."""
    return {"type": "array", "items": {"anyOf": [{"$ref": "#/components/schemas/Row"}, {"type": "string"}]}}


def given_of_nothing(record: Mechanism, question: str) -> Mapping[str, Any]:
    """Return what a question gives of the first entry of the log alone: all its keys, its tables all but empty."""
    return _given_of_nothing(record, question)


def tables_of(record: Mechanism, question: str) -> tuple[str, ...]:
    """Return the names of the tables that a question gives, its answer proper first."""
    found = given_of_nothing(record, question)
    return tuple(name for name, value in found.items() if isinstance(value, list) and name != "notes")


@cache
def _given_of_nothing(record: Mechanism, question: str) -> Mapping[str, Any]:
    view = record.view("2000-01-01", known_at=1)
    arguments = {one.name: _made_up(one) for one in of_question(question) if one.required}
    return {"answer": [], **QUESTIONS[question](view, **arguments)}


def _made_up(parameter: Parameter) -> Any:
    holds = parameter.schema
    if holds["type"] == "integer":
        return holds["minimum"]
    if holds.get("format") == "date":
        return "2000-01-01"
    return "#0.0" if parameter.name == "act" else (holds.get("enum") or ["nothing"])[0]


def _act_fields() -> dict[str, Schema]:
    """Return what rows may hold under the names of fields of acts."""
    shapes: dict[str, list[Schema]] = {}
    kinds = all_kinds()
    for kind in kinds:
        for one in _fields(kinds[kind].fields):
            shapes.setdefault(one.name, []).append(_shape(one.shape))
    return {name: _one_or_several(told) for name, told in shapes.items()}


def _fields(fields: Iterable[Field]) -> Iterator[Field]:
    """Yield fields and the fields of their parts."""
    for one in fields:
        yield one
        shape = one.shape.of if isinstance(one.shape, ListOf) else one.shape
        if isinstance(shape, Part):
            yield from _fields(shape.fields)


def _one_or_several(told: Iterable[Schema]) -> Schema:
    """Return that a field holds what one act says in it, or what several say, or nothing."""
    one = _unlike(told)
    return {"anyOf": [*one, {"type": "array", "items": {"anyOf": one}}, {"type": "null"}]}


def _shape(shape: Shape) -> Schema:
    match shape:
        case Words():
            return {"$ref": "#/components/schemas/Text"}
        case Whole():
            return {"type": "integer"}
        case Flag():
            return {"type": "boolean"}
        case ListOf():
            return {"type": "array", "items": _shape(shape.of)}
        case Part():
            return {"type": "object"}
        case Choice():
            return {"type": "string"}  # a row may say not-known in its place
        case _:
            return {"type": "string"}


def _unlike(schemas: Iterable[Schema]) -> list[Schema]:
    found: list[Schema] = []
    for one in schemas:
        if one not in found:
            found.append(one)
    return found
