"""Statements of who proposed what, who was in the chair of a meeting, and who was its host.

The proposer is the only party that a clause names, or the person where it names one. The chair and the host are told by a name right
beside the word (chaired by, başkanlığında, под председательством).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.making import proposed
from kengesh.formats.claims.verdict.meeting import was_chaired
from kengesh.formats.drafts.against.asked import Asked, whens_of
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.formats.drafts.against.mentions import Mention
from kengesh.mechanism.live import LiveAct
from kengesh.terms.dates import Truth, contains, parse_when
from kengesh.terms.messages import _

CHAIR: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tr": ("", r"^\s*başkanlığında\b"),
        "en": (r"\bchaired by (?:\w+ ){0,2}$", ""),
        "ru": (r"\bпод председательством (?:\w+ ){0,2}$", ""),
    }
)
HOST: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tr": ("", r"^\s*ev sahipliğinde\b"),
        "en": (r"\bhosted by (?:\w+ ){0,2}$", ""),
        "ru": (r"\bпринимающ\w+ сторон\w+\s+(?:\w+\s+)?[—–-]?\s*$", ""),
    }
)


def of_proposals(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield what the record tells of who proposed what."""
    by = _proposer(clause)
    negated = clause.vocabulary.has("negation", clause.small)
    if by is None or negated or clause.vocabulary.has("proposed", clause.small) is None:
        return
    whens = whens_of(clause.days)
    on = whens[0].text if len(whens) == 1 else None
    for one in clause.of_type("body", "instrument"):
        if one.thing and _proposing(asked, one.thing):
            yield _of_thing(asked, clause, one, by, on)


def _proposer(clause: Clause) -> str | None:
    for type_ in ("person", "party"):
        named = {one.thing for one in clause.of_type(type_)}
        if named:
            return next(iter(named)) if len(named) == 1 else None
    return None


def _proposing(asked: Asked, thing: str) -> list[LiveAct]:
    acts = asked.view.acts("proposal", thing)
    return [act for act in acts if act.act.kind == "propose" and not act.is_rejected]


def _of_thing(asked: Asked, clause: Clause, one: Mention, by: str, on: str | None) -> Heard:
    thing = one.thing or ""
    meeting = clause.meeting if clause.meetings else None
    there = proposed(asked.view, thing, by, meeting, on)
    anywhere = proposed(asked.view, thing, by, None, None)
    says, outcome, what = (
        _("Sentence {number}: whether {thing} was proposed by {by}, the record does not know."),
        Outcome.OPEN,
        "who",
    )
    if there.truth is Truth.YES or (on is not None and _one_of_the_day(there, on)):
        says, outcome = _("So in the record too: {thing}, proposed by {by}."), Outcome.AGREES
    elif anywhere.truth is Truth.YES and there.truth is Truth.NO:
        says, outcome, what = (
            _("By the record {thing} was proposed by {by} on another day: {day}."),
            Outcome.OTHERWISE,
            "date",
        )
    elif anywhere.truth is not Truth.YES and anywhere.has.get("by"):
        says, outcome = (
            _("By the record {thing} was proposed by: {other}. The sentence has: {by}."),
            Outcome.OTHERWISE,
        )
    filled = says.format(
        number=clause.number,
        thing=asked.name(thing),
        by=asked.name(by),
        other=asked.name(anywhere.has["by"]) if anywhere.has.get("by") else "",
        day=asked.day(anywhere.has.get("on")),
    )
    acts = there.acts or anywhere.acts
    return heard(outcome, clause.sentence, filled, what=what, words=one.text, acts=acts)


def _one_of_the_day(told: Found, on: str) -> bool:
    """Whether, of several proposals about a thing, one was made on that day."""
    return any(act.get("on") and contains(parse_when(on), parse_when(act.get("on"))) for act in told.acts)


def of_chair(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield what the record tells of who was in the chair of a meeting, and who hosted it."""
    if clause.meeting is None or not clause.meetings:
        return
    for one in clause.of_type("person", "party"):
        if one.thing and _beside(clause, one, CHAIR):
            yield from _chair(asked, clause, clause.meeting, one.thing)
        if one.thing and _beside(clause, one, HOST):
            yield from _host(asked, clause, clause.meeting, one.thing)


def _beside(clause: Clause, one: Mention, words: Mapping[str, tuple[str, str]]) -> bool:
    before, after = words[clause.language]
    if after:
        return re.search(after, clause.small[one.end :]) is not None
    return re.search(before, clause.small[: one.start]) is not None


def _chair(asked: Asked, clause: Clause, meeting: str, by: str) -> Iterator[Heard]:
    told = was_chaired(asked.view, meeting, by)
    if told.truth is Truth.NOT_KNOWN:
        says, outcome = (
            _("Sentence {number}: whether {by} was in the chair of {meeting}, the record does not know."),
            Outcome.OPEN,
        )
    elif told.truth is Truth.YES:
        says, outcome = _("So in the record too: {meeting}, in the chair: {by}."), Outcome.AGREES
    else:
        says, outcome = (
            _("By the record another was in the chair of {meeting}: {other}. The sentence has: {by}."),
            Outcome.OTHERWISE,
        )
    other = asked.name(told.has["chair"]) if told.has.get("chair") else ""
    filled = says.format(number=clause.number, by=asked.name(by), meeting=asked.name(meeting), other=other)
    yield heard(outcome, clause.sentence, filled, what="who", words=asked.name(by), acts=told.acts)


def _host(asked: Asked, clause: Clause, meeting: str, by: str) -> Iterator[Heard]:
    row = asked.row(meeting)
    if row["host"] is None:
        return
    acts = [act for act in map(asked.view.find, row["acts"]) if act is not None]
    host = asked.view.shown(row["host"])
    says = (
        _("So in the record too: {meeting}, its host: {host}.")
        if host == by
        else _("By the record another was the host of {meeting}: {host}. The sentence has: {by}.")
    )
    filled = says.format(meeting=asked.name(meeting), host=asked.name(host), by=asked.name(by))
    outcome = Outcome.AGREES if host == by else Outcome.OTHERWISE
    yield heard(outcome, clause.sentence, filled, what="who", words=asked.name(by), acts=acts)
