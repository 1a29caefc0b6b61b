"""Of whom a clause says something: the parties that stand together before its verb, or all at a meeting without some.

Where other parties stand before them (a neighbour, a possessor), it is not sure of whom it is said, and nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kengesh.formats.claims.verdict.attending import came_to, took_part
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.mentions import Mention
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth

BETWEEN: Mapping[str, str] = MappingProxyType(
    {
        "tr": r"[\s,]*(?:(?:de|da|ise|artık|halen|hâlâ|şu anda|bugün|birlikte|\d{4}\S*|yılında|yılından|itibaren|beri|[ıi]n?)[\s,]+)*",
        "en": r"[\s,]*(?:(?:also|now|still|already|both|all|currently|today|together|since|in|\d{4})[\s,]+)*",
        "ru": r"[\s,]*(?:(?:также|сейчас|ныне|уже|оба|обе|все|сегодня|вместе|не|в|с|\d{4}|года|году)[\s,]+)*",
    }
)
AND: Mapping[str, str] = MappingProxyType(
    {"tr": r"\b(?:ve|ile)\b", "en": r"\b(?:and|as well as)\b", "ru": r"\bи\b"}
)
"""What joins the last of those that stand together: a comma alone may end an aside (unlike Kazakhstan, Turkmenistan is ...)."""
POSSESSOR = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Subjects:
    """The parties of whom something is said, and those that it leaves out; `of_meeting` where they are all of a meeting."""

    parties: tuple[str, ...]
    without: tuple[str, ...] = ()
    of_meeting: str | None = None


def subjects_before(clause: Clause, end: int) -> Subjects | None:
    """Return the parties that stand together before a place, None where it is not sure that they are the subject."""
    before = [one for one in clause.of_type("party") if one.end <= end]
    if not before or any(one.thing is None for one in before):
        return None
    group = _together(clause, before)
    if len(group) < len(before) or POSSESSOR.search(group[-1].text):
        return None
    if len(group) > 1 and not re.search(AND[clause.language], clause.small[group[-2].end : group[-1].start]):
        return None
    if not re.fullmatch(BETWEEN[clause.language], clause.small[group[-1].end : end] + " "):
        return None
    return Subjects(tuple(dict.fromkeys(one.thing for one in group if one.thing)))


def everybody(clause: Clause, view: View) -> Subjects | None:
    """Return all who took part in the meeting that a clause speaks of, without its exceptions; None where it says nothing of all."""
    every = clause.vocabulary.has("every", clause.small)
    meeting = clause.meeting or clause.earlier
    if every is None or meeting is None or not clause.vocabulary.has("countries_alone", clause.small):
        return None
    without = _exceptions(clause)
    there = [one for one in came_to(view, meeting) if _took_part(view, one, meeting)]
    return Subjects(tuple(there), without, meeting) if there else None


def _took_part(view: View, party: str, meeting: str) -> bool:
    return took_part(view, party, meeting, wide=False).truth is Truth.YES


def _together(clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the last mentions that stand together."""
    group = [mentions[-1]]
    for one in reversed(mentions[:-1]):
        between = clause.small[one.end : group[0].start]
        if not re.fullmatch(clause.vocabulary.joined_by, between):
            break
        group.insert(0, one)
    return group


def _exceptions(clause: Clause) -> tuple[str, ...]:
    before, after = clause.vocabulary.except_
    left: list[Mention] = []
    for one in clause.of_type("party"):
        joined = bool(left) and re.fullmatch(
            clause.vocabulary.joined_by, clause.small[left[-1].end : one.start]
        )
        if before and (joined or re.search(before, clause.small[: one.start])):
            left.append(one)
        elif after and re.search(after, clause.small[one.end :]):
            left += [each for each in _together(clause, [*_until(clause, one)]) if each not in left]
    return tuple(dict.fromkeys(one.thing for one in left if one.thing))


def _until(clause: Clause, last: Mention) -> list[Mention]:
    return [one for one in clause.of_type("party") if one.start <= last.start]
