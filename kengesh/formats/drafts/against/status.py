"""Statements that a party is a member, observer or participant of a body; that all at a meeting are, without some.

"Member" is asked in its narrow and its wide reading; "full member" where the record calls the status otherwise is told with the
words of both. A day that a clause gives with "became" is compared with the day on which the status began.

Not recognised: joining in other words (entered, was admitted), statuses of persons, the body named in another clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from kengesh.formats.claims.language.values import Joined
from kengesh.formats.claims.verdict.belonging import has_status, joined
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.drafts.against.asked import Asked, latest, whens_of
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.formats.drafts.against.statuses_said import Said, statuses_said
from kengesh.formats.readings import MEMBER
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, compatible, parse_when
from kengesh.terms.messages import _


def of_status(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield what the record tells of the statuses that a clause states."""
    for said in statuses_said(asked, clause):
        yield from _judged(asked, clause, said)


def _judged(asked: Asked, clause: Clause, said: Said) -> Iterator[Heard]:
    there = _view(asked, clause, said)
    for party in said.subjects.parties:
        if party not in said.subjects.without:
            yield _of_party(asked, clause, said, there, party, not said.negated)
    for party in said.subjects.without:
        yield _of_party(asked, clause, said, there, party, said.negated)


def _view(asked: Asked, clause: Clause, said: Said) -> View:
    """Return the record on the day that the statement is of: of the meeting, else of the only date of the clause."""
    if said.subjects.of_meeting is not None:
        on = asked.row(said.subjects.of_meeting)["on"]
        return asked.on(parse_when(on).latest if on else None)
    named = latest(clause.days)
    return asked.on(min(named, asked.view.on) if named else None)


def _of_party(asked: Asked, clause: Clause, said: Said, there: View, party: str, is_said: bool) -> Heard:
    narrow = has_status(there, party, said.body, said.status, wide=False)
    wide = has_status(there, party, said.body, said.status, wide=True)
    if narrow.truth is Truth.NOT_KNOWN:
        says = _("Sentence {number}: the record does not know the status of {party} in {body} ({status}).")
        return heard(Outcome.OPEN, clause.sentence, _filled(asked, clause, said, party, says), what="status")
    if (narrow.truth is Truth.YES) is not is_said:
        return _otherwise(asked, clause, said, party, narrow, wide, is_said)
    if said.full and said.status == MEMBER and is_said and MEMBER not in narrow.has.get("status", "member"):
        return _called_otherwise(asked, clause, said, party, narrow)
    if said.change and is_said and clause.days:
        other = _other_day(asked, clause, said, there, party, narrow)
        if other is not None:
            return other
    if is_said:
        says = _("The status of {party} in {body} is so in the record too: {status}.")
    else:
        says = _("That {party} does not have this status in {body} is so in the record too: {status}.")
    return heard(
        Outcome.AGREES,
        clause.sentence,
        _filled(asked, clause, said, party, says),
        what="status",
        words=said.words,
        acts=narrow.acts,
    )


def _otherwise(
    asked: Asked, clause: Clause, said: Said, party: str, narrow: Found, wide: Found, is_said: bool
) -> Heard:
    has, since = narrow.has.get("status"), narrow.has.get("since")
    if not is_said:
        says = _("The sentence denies a status that the record has. {party} in {body}: {status}.")
    elif has and wide.truth is Truth.YES:
        says = _(
            "The status of {party} in {body} is, by the record, {has} (since: {since}). The sentence has: {status}. That word "
            "holds in the wide reading alone, in which observers and associates are called members too."
        )
    elif has and since:
        says = _(
            "The status of {party} in {body} is, by the record, {has} (since: {since}). The sentence has: {status}."
        )
    elif has:
        says = _("The status of {party} in {body} is, by the record, {has}. The sentence has: {status}.")
    else:
        since = has_status(asked.view, party, said.body, said.status, wide=False).has.get("since")
        says = (
            _(
                "By the record {party} had no status in {body} on that day, and has one since {since}: {status}."
            )
            if since
            else _("By the record {party} had no status in {body} on that day. The sentence has: {status}.")
        )
    filled = _filled(asked, clause, said, party, says, has=asked.status(has or ""), since=asked.day(since))
    return heard(
        Outcome.OTHERWISE, clause.sentence, filled, what="status", words=said.words, acts=narrow.acts
    )


def _called_otherwise(asked: Asked, clause: Clause, said: Said, party: str, narrow: Found) -> Heard:
    """Tell of "full member" where the record has a status of another name."""
    disputes = [one for one in asked.disputes_of(narrow.acts, said.body) if party in one["about"]]
    says = _("The record calls the status of {party} in {body} {has}. The sentence has: {words}.")
    filled = _filled(
        asked,
        clause,
        said,
        party,
        says,
        has=asked.quote(asked.status(narrow.has["status"])),
        words=asked.quote(said.words),
    )
    filled += asked.differing(disputes)
    return heard(
        Outcome.OTHERWISE,
        clause.sentence,
        filled,
        what="status",
        words=said.words,
        acts=narrow.acts,
        sources=asked.sources(disputes),
    )


def _other_day(
    asked: Asked, clause: Clause, said: Said, there: View, party: str, narrow: Found
) -> Heard | None:
    """Tell of "became ... on" where the status began on another day."""
    whens = whens_of(clause.days)
    since = narrow.has.get("since")
    if len(whens) != 1 or since is None or compatible(whens[0], parse_when(since)):
        return None
    if said.status == "member":
        began = joined(there, party, Joined(said.body), whens[0].text)
        if began.truth is not Truth.NO:
            return None
    elif whens[0].latest is None or parse_when(since).earliest is None:
        return None
    says = _(
        "The status of {party} in {body}, {has}, begins in the record on: {since}. The sentence has: {day}."
    )
    filled = _filled(
        asked,
        clause,
        said,
        party,
        says,
        has=asked.status(narrow.has["status"]),
        since=asked.day(since),
        day=asked.day(whens[0].text),
    )
    return heard(Outcome.OTHERWISE, clause.sentence, filled, what="date", words=said.words, acts=narrow.acts)


def _filled(asked: Asked, clause: Clause, said: Said, party: str, says: str, **more: str) -> str:
    return says.format(
        number=clause.number,
        party=asked.name(party),
        status=asked.status(said.status),
        body=asked.name(said.body),
        **more,
    )
