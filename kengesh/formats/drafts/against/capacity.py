"""Statements that somebody was invited, or came as guest of honour: to a meeting, or to the last so many of a series.

Each meeting is asked for itself. Where sources differ on one of them, that is told with both sides, and neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kengesh.formats.claims.verdict.attending import attended, came, invited
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.meeting import numbered
from kengesh.formats.drafts.against.asked import Asked
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.formats.drafts.against.meetings_meant import main_series, series_of
from kengesh.formats.drafts.against.numbers import count_of
from kengesh.mechanism.live import LiveAct
from kengesh.terms.dates import Truth
from kengesh.terms.messages import _

GUEST = "guest-of-honour"


def of_capacity(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield what the record tells of invitations, and of guests of honour."""
    words = clause.vocabulary
    guest, asked_to = words.has("guest", clause.small), words.has("invited", clause.small)
    match = guest or asked_to
    if match is None or words.has("negation", clause.small):
        return
    who = list(dict.fromkeys(one.thing for one in clause.of_type("party", "person")))
    meetings = _meetings(asked, clause)
    if len(who) != 1 or who[0] is None or not meetings:
        return
    capacity = GUEST if guest else None
    told = [_told(asked, who[0], meeting, capacity, was_invited=asked_to is not None) for meeting in meetings]
    yield _heard(asked, clause, who[0], meetings, told, capacity, match[0])


def _meetings(asked: Asked, clause: Clause) -> list[str]:
    """Return the meetings of which a clause speaks: the last so many, or the one that it names."""
    last = clause.vocabulary.has("last_meetings", clause.small)
    if last is None:
        return [clause.meeting] if clause.meeting and clause.meetings else []
    count = count_of(last["count"], clause.language)
    named = [one.thing for one in clause.of_type("body") if one.thing in series_of(asked.view)]
    for series in filter(None, [*named, *main_series(asked.view)]):
        rows = numbered(asked.view, series)
        if count and len(rows) >= count:
            return [row["id"] for row in rows[-count:]]
    return []


def _told(asked: Asked, who: str, meeting: str, capacity: str | None, *, was_invited: bool) -> Found:
    """Return whether somebody was at a meeting in a capacity; who came as a guest was invited so."""
    if was_invited:
        return invited(asked.view, who, meeting, capacity, wide=False)
    return attended(asked.view, who, meeting, capacity, wide=False)


def _heard(
    asked: Asked,
    clause: Clause,
    who: str,
    meetings: Sequence[str],
    told: Sequence[Found],
    capacity: str | None,
    words: str,
) -> Heard:
    holding = [meeting for meeting, one in zip(meetings, told, strict=True) if one.truth is Truth.YES]
    acts = [act for one in told for act in (*one.acts, *one.against)]
    if len(holding) == len(meetings):
        says = _("So in the record too: {who}, {words}, at {meetings}.")
        filled = says.format(who=asked.name(who), words=asked.quote(words), meetings=asked.names(meetings))
        return heard(Outcome.AGREES, clause.sentence, filled, what="capacity", words=words, acts=acts)
    lacking = [meeting for meeting in meetings if meeting not in holding]
    beside = [_beside(asked, who, meeting) for meeting in lacking]
    if not all(beside):
        says = _("Sentence {number}: the record does not know in what capacity {who} was at {meetings}.")
        filled = says.format(number=clause.number, who=asked.name(who), meetings=asked.names(lacking))
        return heard(Outcome.OPEN, clause.sentence, filled, what="capacity")
    says = _("By the record {words} holds of {who} at {count} of {all} meetings: {holding}.")
    filled = says.format(
        words=asked.quote(words if capacity is None else asked.status(capacity)),
        who=asked.name(who),
        count=len(holding),
        all=len(meetings),
        holding=asked.names(holding) or "–",
    )
    differing = asked.disputes_of([act for meeting in lacking for act in _acts(asked, who, meeting)], who)
    filled = " ".join([filled, *beside]) + asked.differing(differing)
    return heard(
        Outcome.OTHERWISE,
        clause.sentence,
        filled,
        what="capacity",
        words=words,
        acts=acts,
        sources=asked.sources(differing),
    )


def _beside(asked: Asked, who: str, meeting: str) -> str:
    """Return in a sentence what the record has of somebody at a meeting; nothing where it has nothing."""
    told = came(asked.view, who, meeting)
    if not told.standing and not told.denying:
        return ""
    if told.denying:
        return _("At {meeting}: not present.").format(meeting=asked.name(meeting))
    standing = ", ".join(asked.status(one) for one in told.standing)
    if told.rejected:
        says = _(
            "At {meeting} sources differ: {standing} by some, which the record takes; {rejected} by others."
        )
        rejected = ", ".join(asked.status(one) for one in told.rejected)
        return says.format(meeting=asked.name(meeting), standing=standing, rejected=rejected)
    return _("At {meeting}: {standing}.").format(meeting=asked.name(meeting), standing=standing)


def _acts(asked: Asked, who: str, meeting: str) -> list[LiveAct]:
    told = came(asked.view, who, meeting)
    return [*told.acts(), *told.against(), *told.denying]
