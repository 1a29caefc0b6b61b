"""Statements that a meeting was held, or is to be held: on what day, where, and whether it was the first of its series.

A day or place counts where it stands in one clause with one meeting and a word for holding it; a place, where it stands as the
place at which (Taşkent'te, in Tashkent, в Ташкенте).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.meeting import is_first_of, was_held
from kengesh.formats.drafts.against.asked import Asked, whens_of
from kengesh.formats.drafts.against.clauses import Clause
from kengesh.formats.drafts.against.heard import Heard, Outcome, heard
from kengesh.formats.drafts.against.meetings_meant import Meant
from kengesh.formats.drafts.against.mentions import Mention
from kengesh.mechanism.answers import Row
from kengesh.mechanism.words import STATE_WORDS, shown
from kengesh.terms.dates import Truth
from kengesh.terms.messages import _

AT: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tr": ("", r"(?:['’]?[dt][ae](?:ki)?)$"),
        "en": (r"\b(?:in|at)\s+(?:[\w-]+,\s+)?$", ""),
        "ru": (r"\bв\s+(?:столице\s+)?$", ""),
    }
)
BESIDE: Mapping[str, str] = MappingProxyType(
    {
        "tr": r"(?:['’]?n?[dt][ae]n?|['’]?n[ae]|['’]?n[ıiuü]n)$",
        "en": r"\b(?:at|in|during|before|after|ahead of|prior to|for|since|until|following|of|to|by|from)\s+(?:the\s+)?$",
        "ru": r"\b(?:на|перед|после|до|накануне|в рамках|к|по итогам|для|в преддверии|о|об|в ходе|во время|с)\s+$",
    }
)
"""Where a meeting is named beside what was held: by the case of its name in Turkish, by a preposition before it elsewhere."""
ALL_THE_SAME: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tr": (r"(?:düzenlenen|gerçekleşen|gerçekleştirilen|yapılan|toplanan)\b[^,;]*$", r"(?!)"),
        "en": (r"(?!)", r"^[\s,]*(?:(?:which|that)\s+was\s+)?held\b"),
        "ru": (
            r"(?:состоявш|прош[её]дш|провед[её]нн)\w+\b[^,;]*$",
            r"^[\s,]*(?:состоявш|прош[её]дш|провед[её]нн)",
        ),
    }
)
"""Words before and after its name by which it is the one that was held all the same: at the meeting held in Tashkent."""
OTHER = r"^\W*(?:öncesi|sonras|sonunda|kapsam|çerçeve|için|ardından|hazırlı|arifesi|vesilesi|marj|sırasında)"
"""What in Turkish stands after a meeting beside which something else was held."""
NOT_DONE = ("planned", "postponed", "cancelled", "not-held")


def of_meetings(asked: Asked, clause: Clause) -> Iterator[Heard]:
    """Yield what the record tells of the meeting that a clause says was held, or is to be held."""
    named = [one for one in clause.meetings if one.thing and one.by != "earlier"]
    if len(clause.meetings) != 1 or not named or named[0].thing is None:
        return
    meeting, row = named[0].thing, asked.row(named[0].thing)
    if not _is_what_was_held(clause, named[0]):
        return
    done, planned = _is_told(clause, "held"), _is_told(clause, "to_be_held")
    if planned and not done:
        yield from _planned(asked, clause, row)
    if not done or clause.vocabulary.has("negation", clause.small):
        return
    if row["state"] in NOT_DONE:
        yield _not_done(asked, clause, row)
        return
    if row["state"] == "held":
        yield from _days(asked, clause, meeting, row)
        yield from _places(asked, clause, meeting, row)
        yield from _first(asked, clause, meeting, row)


def _is_what_was_held(clause: Clause, one: Meant) -> bool:
    """Whether it is the meeting named that was held, and not something at it, before it or for it."""
    before, after = clause.small[: one.start], clause.small[one.end :]
    if clause.language == "tr" and re.search(OTHER, after):
        return False
    beside = clause.small[one.start : one.end] if clause.language == "tr" else before
    if re.search(BESIDE[clause.language], beside) is None:
        return True
    held_before, held_after = ALL_THE_SAME[clause.language]
    return bool(re.search(held_before, before) or re.search(held_after, after))


def _is_told(clause: Clause, name: str) -> bool:
    """Whether a clause has a word for holding a meeting, outside what it names."""
    return any(
        not any(one.start <= match.start() < one.end for one in clause.of_type("instrument"))
        for match in re.finditer(getattr(clause.vocabulary, name), clause.small)
    )


def _planned(asked: Asked, clause: Clause, row: Row) -> Iterator[Heard]:
    says = _("The sentence tells of {meeting} as of a plan; by the record it was held: {day}.")
    if row["state"] == "held":
        filled = says.format(meeting=asked.name(row["id"]), day=asked.day(row["on"]))
        yield _from_row(asked, clause, row, Outcome.OTHERWISE, filled, "verb")


def _not_done(asked: Asked, clause: Clause, row: Row) -> Heard:
    says = _("The sentence tells of {meeting} as held; by the record it is: {state}.")
    filled = says.format(meeting=asked.name(row["id"]), state=shown(STATE_WORDS, row["state"]))
    return _from_row(asked, clause, row, Outcome.OTHERWISE, filled, "verb")


def _days(asked: Asked, clause: Clause, meeting: str, row: Row) -> Iterator[Heard]:
    whens = whens_of(clause.days)
    answers = [was_held(asked.view, meeting, None, when.text) for when in whens]
    if any(one.truth is Truth.YES for one in answers):
        says = _("The day of {meeting} is so in the record too: {day}.")
        filled = says.format(meeting=asked.name(meeting), day=asked.day(row["on"]))
        yield _from_row(asked, clause, row, Outcome.AGREES, filled, "date")
    elif len(answers) == 1 and answers[0].truth is Truth.NO:
        says = _("By the record {meeting} was held on another day: {day}. The sentence has: {words}.")
        filled = says.format(meeting=asked.name(meeting), day=asked.day(row["on"]), words=clause.days[0].text)
        filled += _other_days(asked, answers[0])
        yield _from_row(asked, clause, row, Outcome.OTHERWISE, filled, "date", answers[0])
    elif answers:
        says = _("Sentence {number}: whether {meeting} was held on the day named, the record does not know.")
        filled = says.format(number=clause.number, meeting=asked.name(meeting))
        yield _from_row(asked, clause, row, Outcome.OPEN, filled, "date")


def _other_days(asked: Asked, told: Found) -> str:
    """Return what sources that the record does not take say of the day."""
    days = list(dict.fromkeys(act.get("on") for act in told.against if act.get("on")))
    if not days:
        return ""
    return " " + _("Other sources, which the record does not take, have: {days}.").format(
        days="; ".join(asked.day(one) for one in days)
    )


def _places(asked: Asked, clause: Clause, meeting: str, row: Row) -> Iterator[Heard]:
    there = [one for one in clause.of_type("place", "party") if one.thing and _is_at(clause, one)]
    if not there or not row["place"]:
        return
    answers = [(one, was_held(asked.view, meeting, one.thing, None)) for one in there]
    if any(
        told.truth is Truth.YES for _one, told in answers
    ):  # a second place is of something else: the next in Bishkek
        says = _("The place of {meeting} is so in the record too: {place}.")
        filled = says.format(meeting=asked.name(meeting), place=asked.name(row["place"], row["on"]))
        yield _from_row(asked, clause, row, Outcome.AGREES, filled, "place")
        return
    for one, told in answers:
        if told.truth is Truth.NO:
            says = _("By the record {meeting} was held elsewhere: {place}. The sentence has: {words}.")
            filled = says.format(
                meeting=asked.name(meeting), place=asked.name(row["place"], row["on"]), words=one.text
            )
            yield _from_row(asked, clause, row, Outcome.OTHERWISE, filled, "place", told)


def _is_at(clause: Clause, one: Mention) -> bool:
    before, after = AT[clause.language]
    if after:
        return re.search(after, clause.small[one.start : one.end]) is not None
    return re.search(before, clause.small[: one.start]) is not None


def _first(asked: Asked, clause: Clause, meeting: str, row: Row) -> Iterator[Heard]:
    if row["series"] is None or clause.vocabulary.has("first_time", clause.small) is None:
        return
    told = is_first_of(asked.view, meeting, asked.view.shown(row["series"]))
    if told.truth is Truth.YES:
        says = _("That {meeting} was the first of its series is so in the record too.")
        outcome = Outcome.AGREES
    elif told.truth is Truth.NO:
        says = _("By the record {meeting} was not the first of its series.")
        outcome = Outcome.OTHERWISE
    else:
        says = _(
            "Sentence {number}: whether {meeting} was the first of its series, the record does not know."
        )
        outcome = Outcome.OPEN
    filled = says.format(number=clause.number, meeting=asked.name(meeting))
    yield _from_row(asked, clause, row, outcome, filled, "first", told)


def _from_row(
    asked: Asked,
    clause: Clause,
    row: Row,
    outcome: Outcome,
    says: str,
    what: str,
    told: Found | None = None,
) -> Heard:
    acts = [act for act in map(asked.view.find, row["acts"]) if act is not None]
    acts += [] if told is None else [*told.acts, *told.against]
    words = clause.small.strip(" ,;")
    return heard(outcome, clause.sentence, says, what=what, words=words, acts=acts)
