"""Statements of how many texts came out of a meeting: four documents were signed; or a list of them.

A list of three texts or more is taken for a whole one, and compared with what the record has. Where sources differ on the number, all
sides are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kengesh.formats.claims.verdict.making import out_of
from kengesh.formats.drafts.against.asked import Asked
from kengesh.formats.drafts.against.clauses import Clause, meeting_of
from kengesh.formats.drafts.against.documents import documents_in
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.formats.drafts.against.made import verb_of
from kengesh.formats.drafts.against.numbers import counted
from kengesh.mechanism.answers import Row
from kengesh.mechanism.questions.disputes import disputes
from kengesh.terms.messages import _

A_LIST = 3  # texts: whoever names so many at one meeting is taken to name all
MOST = 30  # texts out of one meeting: a greater number is a year, or counts something else
HOW_MANY = re.compile(r"\bhow many\b.*\b(?:documents|texts|instruments)\b", re.IGNORECASE)


def of_how_many(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield how the number of texts that a clause gives, or of those that it lists, compares with what the record has."""
    meeting, documents = meeting_of(clause), documents_in(asked, clause)
    verb = verb_of(clause, clause.vocabulary.made, documents)
    if meeting is None or verb is None or clause.vocabulary.has("negation", clause.small):
        return
    there = out_of(asked.view, meeting)
    given, words = next(counted(clause.vocabulary.documents, clause.small, clause.language, MOST), (None, ""))
    listed = [one.thing for one in documents if one.thing in there]
    count = given if given is not None else len(listed) if len(listed) >= A_LIST else None
    if count is None or not there:
        return
    differing = _disputes_of_number(asked, meeting)
    acts = [act for each in there.values() for act in each]
    if count == len(there):
        says = _("The number of texts out of {meeting} is so in the record too: {count}.")
        filled = says.format(meeting=asked.name(meeting), count=count)
        yield heard(Outcome.AGREES, clause.sentence, filled, what="number", acts=acts)
        return
    says = _("The sentence has {said} texts out of {meeting}; the record has {count}: {names}.")
    filled = says.format(said=count, meeting=asked.name(meeting), count=len(there), names=asked.names(there))
    filled += asked.differing(differing)
    words = words or clause.words(documents[0].start, documents[-1].end)
    yield heard(
        Outcome.OTHERWISE,
        clause.sentence,
        filled,
        what="number",
        words=words,
        acts=acts,
        sources=asked.sources(differing),
    )


def _disputes_of_number(asked: Asked, meeting: str) -> list[Row]:
    """Return the disputes on how many texts came out of a meeting, told by their questions."""
    rows = disputes(asked.view, asked.view.shown(meeting))["answer"]
    return [row for row in rows if HOW_MANY.search(((row["question"] or {}).get("en") or {}).get("text", ""))]
