"""A source published before the event that it is to prove.

A note is held against the dates that its sentence names before its mark, back to the mark before. A sentence with several
dates is judged part by part: what fits is said beside what does not. Not held against a note: dates inside quotation marks, spans of
years, dates up to which something is to be, and sentences that themselves look ahead (announced, decided, would be held). Where
several notes stand together, one that is late enough is enough.
"""

from __future__ import annotations

import re
from datetime import date

from kengesh.formats.drafts.days import is_goal
from kengesh.formats.drafts.forms import looks_ahead
from kengesh.formats.drafts.languages import lowered
from kengesh.formats.drafts.values import DayMention, Draft, Finding, Form, Note, Sentence, Sort
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import _, language_in_use
from kengesh.terms.written_dates import format_day

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")


def sources_before_events(draft: Draft) -> list[Finding]:
    """Return a finding for each note, or notes together, that are older than what their sentence dates."""
    found = []
    for sentence in draft.sentences:
        if sentence.form is Form.STATEMENT and not looks_ahead(sentence.text, draft.language):
            for numbers, days in _parts(sentence, draft.language):
                notes = [note for number in numbers if (note := draft.note(number)) is not None]
                if finding := _finding(sentence, notes, days):
                    found.append(finding)
    return found


def _parts(sentence: Sentence, language: str) -> list[tuple[tuple[str, ...], list[DayMention]]]:
    """Return the notes at each place of a sentence, with the dates that they are to prove."""
    places = sentence.places or (len(sentence.text),) * len(sentence.notes)
    by_place: dict[int, list[str]] = {}
    for number, place in zip(sentence.notes, places, strict=True):
        by_place.setdefault(place, []).append(number)
    parts, before = [], 0
    for place, numbers in sorted(by_place.items()):
        days = [
            day for day in sentence.days if before <= day.start < place and _event(sentence, day, language)
        ]
        parts.append((tuple(numbers), days))
        before = place
    return parts


def _event(sentence: Sentence, day: DayMention, language: str) -> bool:
    text = sentence.text
    if day.when is None or re.fullmatch(r"\d{4}/\d{4}", day.when):
        return False
    if any(one.start() < day.start < one.end() for one in _QUOTED.finditer(text)):
        return False
    return not is_goal(lowered(text, language), day.start, day.end)


def _finding(sentence: Sentence, notes: list[Note], days: list[DayMention]) -> Finding | None:
    dated = [(note, note.published) for note in notes if note.published]
    if not dated or len(dated) < len(notes):
        return None
    note, published = max(dated, key=lambda one: parse_when(one[1]).latest or date.min)
    late = [day for day in days if _before(published, day)]
    if not late:
        return None
    fitting = [day.text for day in days if day not in late]
    says = _("Note {note} was published on {published}, before {day}, of which the sentence speaks.")
    if fitting:
        says = _(
            "Note {note} was published on {published}, before {day}, of which one part of the sentence speaks; "
            "it fits another part ({fitting})."
        )
    words = ", ".join(day.text for day in late)
    says = says.format(note=note.number, published=_written(published), day=words, fitting=", ".join(fitting))
    numbers = tuple(one.number for one in notes)
    return Finding(Sort.SOURCE_BEFORE_EVENT, says, sentence, numbers, words, "date")


def _written(day: str) -> str:
    return format_day(parse_when(day), language_in_use())


def _before(published: str, day: DayMention) -> bool:
    latest = parse_when(published).latest
    earliest = parse_when(day.when).earliest if day.when else None
    return latest is not None and earliest is not None and latest < earliest
