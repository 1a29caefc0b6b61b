"""Where a clause says that a party is a member, observer or participant of a body: whose status, which, in what body.

The status and the body stand side by side (member of the OTS, Türk Devletleri Teşkilatı üyesidir), the party before the verb. A status
inside the title of a text is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kengesh.formats.drafts.against.asked import Asked
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.documents import documents_in
from kengesh.formats.drafts.against.mentions import Mention
from kengesh.formats.drafts.against.subjects import Subjects, everybody, subjects_before

TO_BODY: Mapping[str, str] = MappingProxyType(
    {
        "tr": r"[\s,]*(?:(?:tam|kurucu|yetkili|gözlemci|ortak)\s+)*",
        "en": r"\s*(?:states?\s+)?(?:(?:of|in|to|at)\s+)?(?:the\s+)?[“\"]?",
        "ru": r"\s*(?:(?:в|при)\s+)?[«\"“]?",
    }
)
TO_STATUS: Mapping[str, str] = MappingProxyType(
    {
        "tr": "",
        "en": r"\s*(?:(?:not|no longer|never|also|now|still|all|both|an?|the|one of|currently|already|full|full-fledged|founding|"
        r"observer|associate)\s+)*",
        "ru": r"\s*(?:(?:не|также|сейчас|ныне|уже|ещё|все|одним из|полноправн\w+|полн\w+|ассоциированн\w+)\s+)*",
    }
)
"""What may stand between the verb and the status: with other words (are listed with the members) it is another statement."""
CHANGE: Mapping[str, str] = MappingProxyType(
    {
        "tr": r"\bol(?:du|muş|ma)\w*|kabul ed\w*",
        "en": r"\b(?:became|become|becomes)\b",
        "ru": r"\bстал\w*",
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a status: whose, which, in what body, and the words that say so."""

    subjects: Subjects
    status: str
    body: str
    words: str
    negated: bool
    full: bool
    change: bool


def statuses_said(asked: Asked, clause: Clause) -> Iterator[Said]:
    """Yield the statuses that a clause states."""
    for status, pattern in clause.vocabulary.status.items():
        for match in re.finditer(pattern, clause.small):
            body = _body(clause, match)
            if body is None or body.thing is None or body.thing in _inside_title(asked, clause, match):
                continue
            named = _named(clause, body, match)
            subjects = everybody(clause, asked.view) or named
            if subjects is None:
                continue
            before = clause.small[: match.start()]
            yield Said(
                subjects,
                status,
                body.thing,
                clause.words(min(body.start, match.start()), max(body.end, match.end())),
                clause.vocabulary.has("negation", _around(clause, match)) is not None,
                clause.vocabulary.has("full", before) is not None,
                re.search(CHANGE[clause.language], _around(clause, match)) is not None,
            )


def _around(clause: Clause, match: re.Match[str]) -> str:
    """Return the status with the verb that goes with it: inside it in Turkish, before it otherwise."""
    if not clause.vocabulary.before_body:
        return match[0]
    links = list(re.finditer(clause.vocabulary.linking, clause.small[: match.start()]))
    start = max(0, links[-1].start() - 4) if links else match.start()
    return clause.small[start : match.end()]


def _body(clause: Clause, match: re.Match[str]) -> Mention | None:
    for one in clause.of_type("body"):
        between = (
            clause.small[match.end() : one.start]
            if clause.vocabulary.before_body
            else clause.small[one.end : match.start()]
        )
        stands = one.start >= match.end() if clause.vocabulary.before_body else one.end <= match.start()
        if stands and re.fullmatch(TO_BODY[clause.language], between):
            return one
    return None


def _inside_title(asked: Asked, clause: Clause, match: re.Match[str]) -> list[str]:
    """Return the body where its status stands inside the title of an instrument: that is no statement."""
    inside = [one for one in documents_in(asked, clause) if one.start <= match.start() < one.end]
    return [one.thing or "" for one in clause.of_type("body")] if inside else []


def _named(clause: Clause, body: Mention, match: re.Match[str]) -> Subjects | None:
    if not clause.vocabulary.before_body:
        return subjects_before(clause, body.start)
    links = list(re.finditer(clause.vocabulary.linking, clause.small[: match.start()]))
    if not links or not re.fullmatch(
        TO_STATUS[clause.language], clause.small[links[-1].end() : match.start()]
    ):
        return None
    return subjects_before(clause, links[0].start())
