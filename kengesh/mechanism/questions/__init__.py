"""The questions that a record answers, one module each; the registry is what the command line and the web go by."""

from __future__ import annotations

from collections.abc import Callable

from kengesh.mechanism.answers import Answer
from kengesh.mechanism.questions import (
    body,
    chair,
    changes,
    commitments,
    disputes,
    entries,
    indicators,
    instruments,
    meeting,
    meetings,
    members,
    names,
    party,
    proposals,
    rules,
    sources,
    status,
    timeline,
)

QUESTIONS: dict[str, Callable[..., Answer]] = {
    "members": members.members,
    "status": status.status,
    "party": party.party,
    "parties": party.parties,
    "body": body.body,
    "bodies": body.bodies,
    "matrix": body.matrix,
    "changes": changes.changes,
    "chair": chair.chair,
    "meetings": meetings.meetings,
    "meeting": meeting.meeting,
    "instruments": instruments.instruments,
    "instrument": instruments.instrument,
    "proposals": proposals.proposals,
    "commitments": commitments.commitments,
    "subject": timeline.subject,
    "indicators": indicators.indicators,
    "rules": rules.rules,
    "disputes": disputes.disputes,
    "sources": sources.sources,
    "source": sources.source,
    "name": names.name,
    "timeline": timeline.timeline,
    "log": entries.log,
    "entry": entries.entry,
    "act": entries.act,
}
