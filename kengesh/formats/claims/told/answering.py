"""A verdict as an answer in the one shape that every answer has (``kengesh.mechanism.answers``), with its sentences.

A row is one thing that the claim speaks of, in one reading. ``readings`` have the answer of each reading, with its sentences, what it
leaves open and what stands against it; ``nearest`` the claims that hold; ``definitions`` what the words mean; ``acts`` and ``sources``
of a row are what it rests on, ``against`` the acts of the other side where sources differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.told.definitions import definitions
from kengesh.formats.claims.told.telling import claim_phrase, has_words, headline, sentences
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.judging import Judged, Reading, Verdict
from kengesh.formats.claims.verdict.nearest import nearest
from kengesh.formats.claims.verdict.whole import Element
from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.reader import Reader


def verdict_answer(verdict: Verdict, reader: Reader, *, notes: tuple[str, ...] = ()) -> Answer:
    """Return a verdict as an answer, its sentences in the reader's language."""
    claim = verdict.claim
    return answer(
        [one for reading in verdict.readings for one in _rows(reading, reader)],
        truth=verdict.truth.value,
        claim=write_claim(claim),
        phrase=claim_phrase(claim, reader),
        headline=verdict.headline,
        headline_words=headline(verdict),
        disputed=verdict.disputed,
        counting=claim.counting,
        readings=[_reading(verdict, one, reader) for one in verdict.readings],
        nearest=[
            {"claim": write_claim(one), "phrase": claim_phrase(one, reader)} for one in nearest(verdict)
        ],
        definitions=definitions(claim, len(verdict.readings)),
        notes=list(notes),
    )


def _reading(verdict: Verdict, reading: Reading, reader: Reader) -> dict[str, Any]:
    return {
        "reading": reading.name,
        "truth": reading.truth.value,
        "disputed": reading.disputed,
        "sentences": sentences(verdict, reading, reader),
        "set": [one.thing for one in reading.main.elements],
        "open": reading.main.open,
        "exceptions": [one.thing for one in reading.main.exceptions()],
        "not_known": [one.thing for one in reading.main.unknown()],
        "excepted": None if reading.except_ is None else reading.except_.truth.value,
    }


def _rows(reading: Reading, reader: Reader) -> Iterator[Row]:
    for place, judged in enumerate(reading.parts()):
        for one in judged.elements:
            yield _row(reading, judged, one, reader, excepted=place == 1)
        for outside in judged.outside:
            yield _outside(reading, outside, reader)


def _row(reading: Reading, judged: Judged, one: Element, reader: Reader, *, excepted: bool) -> Row:
    told = one.found
    return row(
        f"{reading.name}/{'except/' if excepted else ''}{told.thing}",
        [*told.acts, *one.inside.acts],
        disputed=told.disputed,
        thing=told.thing,
        reading=reading.name,
        part="excepted" if excepted else "said",
        inside=one.inside.truth.value,
        truth=told.truth.value,
        has=dict(told.has),
        words=has_words(told, reader),
        against=[act.id for act in told.against],
        parts=[_part(part, reader) for part in told.parts],
    )


def _outside(reading: Reading, told: Found, reader: Reader) -> Row:
    return row(
        f"{reading.name}/outside/{told.thing}",
        told.acts,
        disputed=told.disputed,
        thing=told.thing,
        reading=reading.name,
        part="outside",
        inside="no",
        truth=told.truth.value,
        has=dict(told.has),
        words=has_words(told, reader),
        against=[act.id for act in told.against],
        parts=[],
    )


def _part(part: Found, reader: Reader) -> Row:
    return row(
        part.thing,
        part.acts,
        disputed=part.disputed,
        thing=part.thing,
        truth=part.truth.value,
        has=dict(part.has),
        words=has_words(part, reader),
        against=[act.id for act in part.against],
    )
