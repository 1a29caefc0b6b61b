"""The claims of a record, and the statements of a document, each with its verdict, as an answer in the one shape of answers."""

from __future__ import annotations

from typing import Any

from kengesh.formats.claims.told.documents import NoSuchClaim, Stated, Statement, claims_of, statements_in
from kengesh.formats.claims.told.telling import headline
from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View


def claims_answer(record: Mechanism, view: View) -> Answer:
    """Answer which claims a record holds, each with its verdict."""
    return answer([claim_row(one) for one in claims_of(record, view)])


def document_answer(record: Mechanism, view: View, document: str) -> Answer:
    """Answer what a document states, with a verdict where it is judged. Raises NoSuchClaim where none of its statements is known."""
    statements = statements_in(record, view, document)
    if not statements:
        raise NoSuchClaim(document)
    return answer([statement_row(one) for one in statements])


def statement_row(one: Statement) -> Row:
    """Return the row of a statement: its words and form, its claims; ``beside`` are the disputes about it."""
    act = one.act
    fields = ("what", "words", "form", "on", "about")
    passages = [cite.get("passage") for cite in act.get("sources") or () if cite.get("passage")]
    return row(
        act.get("statement"),
        [act],
        **{name: act.get(name) for name in fields},
        passage=passages[0] if passages else None,
        has_verdict=one.has_verdict,
        claims=[claim_row(stated) for stated in one.claims],
        beside=[dispute["id"] for dispute in one.beside],
    )


def claim_row(one: Stated) -> Row:
    """Return the row of a claim: its text, the verdict in words, whether sources differ; ``why`` says why it cannot be judged."""
    fields = ("text", "document", "statement", "words", "by", "note")
    told: dict[str, Any] = {name: one.act.get(name) for name in fields}
    replies = [{name: reply.get(name) for name in ("by", "what", "on")} for reply in one.replies]
    verdict = one.verdict
    judged: dict[str, Any] = {"truth": None, "headline": None, "headline_words": None, "readings": []}
    if verdict is not None:
        judged = {
            "truth": verdict.truth.value,
            "headline": verdict.headline,
            "headline_words": headline(verdict),
            "readings": [
                {"reading": reading.name, "truth": reading.truth.value} for reading in verdict.readings
            ],
        }
    disputed = bool(verdict and verdict.disputed)
    return row(
        one.id,
        [one.act],
        disputed=disputed,
        **told,
        **judged,
        why=one.why,
        own_word=one.own_word_alone,
        replies=replies,
    )
