"""Statements of how many states belong to a body: a mechanism among five countries, has six members.

More than a sentence has is told otherwise as soon as the record knows so many; fewer, only where a list of the body is declared
complete on the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kengesh.formats.claims.verdict.belonging import has_status, is_closed, parties_of
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.drafts.against.asked import Asked, latest
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.formats.drafts.against.numbers import counted
from kengesh.formats.readings import MEMBER
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, parse_when
from kengesh.terms.edtf import day_before
from kengesh.terms.messages import _

MOST = 60  # a greater number before "countries" counts something else


def of_counts(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield how the number of states that a clause gives of a body compares with the record."""
    bodies = [one.thing for one in clause.of_type("body")]
    bodies = [one for one in bodies if one and parties_of(asked.view, one)]
    if len(set(bodies)) != 1 or clause.meetings or not clause.vocabulary.has("counted_of", clause.small):
        return
    for number, words in counted(clause.vocabulary.countries, clause.small, clause.language, MOST):
        yield _compared(asked, clause, bodies[0] or "", number, words)
        return


def _compared(asked: Asked, clause: Clause, body: str, number: int, words: str) -> Heard:
    named = latest(clause.days)
    there = asked.on(min(named, asked.view.on) if named else None)
    belonging = _belonging(there, body)
    acts = [act for one in belonging for act in one.acts]
    fewer = len(belonging) < number
    if len(belonging) == number:
        says, outcome = (
            _("The number of states that belong to {body} is so in the record too: {count}."),
            Outcome.AGREES,
        )
    elif fewer and not is_closed(there, body, MEMBER):
        says = _(
            "Sentence {number}: the record knows of {count} states in {body}, and not whether there are others."
        )
        outcome = Outcome.OPEN
    else:
        says = _("The sentence has {said} states in {body}; by the record there are {count}: {names}.")
        outcome = Outcome.OTHERWISE
    filled = says.format(
        number=clause.number,
        said=number,
        body=asked.name(body),
        count=len(belonging),
        names=asked.reader.names(one.thing for one in belonging),
    )
    if outcome is Outcome.OTHERWISE:
        filled += _until_when(asked, there, body, number, belonging)
    return heard(outcome, clause.sentence, filled, what="number", words=words, acts=acts)


def _belonging(view: View, body: str) -> list[Found]:
    told = [has_status(view, party, body, MEMBER, wide=False) for party in parties_of(view, body)]
    return [one for one in told if one.truth is Truth.YES]


def _until_when(asked: Asked, there: View, body: str, number: int, belonging: list[Found]) -> str:
    """Say until which day the number of a sentence was so, where the last to join made it another one."""
    joined = max((_since(one) for one in belonging), default=None)
    eve = None if joined is None or joined == date.min else day_before(joined)
    if eve is None or len(_belonging(there.asked_of(eve), body)) != number:
        return ""
    says = _("It was so until this day, the last: {day}.")
    return " " + says.format(day=asked.day(eve.isoformat()))


def _since(one: Found) -> date:
    since = one.has.get("since")
    return (parse_when(since).earliest if since else None) or date.min
