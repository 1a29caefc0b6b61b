"""What a draft calls a text: a title with words that its name does not have, a treaty that is an agreement.

A title that only leaves words out is usual, and is not told. The sort of a text is told by the word right beside its name. Where
sources differ on either, all sides are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kengesh.formats.drafts.against.asked import Asked
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.documents import Document, documents_in, naming
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.mechanism.answers import Row
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.questions.instruments import VERBS
from kengesh.mechanism.words import INSTRUMENT_FORM_WORDS, shown
from kengesh.terms.messages import _

SORTS = ("concept", "treaty", "agreement", "declaration", "roadmap", "programme", "memorandum")
"""The sorts of text of which the draft's words are told apart."""


def of_titles(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield the texts of a clause that the record calls otherwise."""
    documents = documents_in(asked, clause)
    yield from _titles(asked, clause, documents)
    yield from _sorts(asked, clause, documents)


def _titles(asked: Asked, clause: Clause, documents: Sequence[Document]) -> Iterator[Heard]:
    for one in documents:
        if not one.more:
            continue
        acts = naming(asked, one.thing)
        rows = _disputes_in_words(asked, one.thing)
        says = _("The record has the title {title}; the sentence has words more: {more}.")
        filled = says.format(title=asked.quote(one.name), more=", ".join(map(asked.quote, one.more)))
        filled += asked.differing(rows)
        yield heard(
            Outcome.OTHERWISE,
            clause.sentence,
            filled,
            what="name",
            words=clause.words(one.start, one.end),
            acts=acts,
            sources=asked.sources(rows),
        )


def _sorts(asked: Asked, clause: Clause, documents: Sequence[Document]) -> Iterator[Heard]:
    """Yield the texts that a clause calls a strategy, a treaty and so on where the record has another sort."""
    for one in documents:
        form = next((act.get("form") for act in naming(asked, one.thing) if act.get("form")), None)
        called = _called(clause, one)
        if form is None or called is None or called[0] == form or form not in SORTS:
            continue
        rows = [
            row
            for row in _disputes_in_words(asked, one.thing)
            if all(side["says"].get("about") == [one.thing] for side in row["sides"])
        ]
        says = _("The record has {instrument} as another sort of text: {form}. The sentence has: {words}.")
        filled = says.format(
            instrument=asked.name(one.thing), form=shown(INSTRUMENT_FORM_WORDS, form), words=called[1]
        )
        yield heard(
            Outcome.OTHERWISE,
            clause.sentence,
            filled + asked.differing(rows),
            what="name",
            words=clause.words(one.start, one.end),
            acts=naming(asked, one.thing),
            sources=asked.sources(rows),
        )


def _called(clause: Clause, one: Document) -> tuple[str, str] | None:
    """Return what sort of text a clause calls an instrument, right before its name or right after it, with the word."""
    around = (clause.small[: one.start], clause.small[one.end :])
    for form, patterns in clause.vocabulary.sorts.items():
        for text, pattern in zip(
            around, (rf"\b({patterns})\s*[«“\"]?$", rf"^[»”\"]?\s*({patterns})\b"), strict=True
        ):
            if (match := re.search(pattern, text)) is not None:
                return form, match[1]
    return None


def _disputes_in_words(asked: Asked, thing: str) -> list[Row]:
    """Return the disputes about an instrument that turn on words, and not on how or when it was made."""
    rows = disputes(asked.view, thing)["answer"]
    kinds = [(row, {side["kind"] for side in row["sides"]}) for row in rows]
    return [row for row, own in kinds if "make-statement" in own and own.isdisjoint(VERBS)]
