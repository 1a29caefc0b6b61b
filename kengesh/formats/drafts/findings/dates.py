"""Days that no calendar has, weekdays that do not fit their date, and "the same year" beside another year."""

from __future__ import annotations

import re

from kengesh.formats.drafts.day_words import DAY_WORDS
from kengesh.formats.drafts.days import YEAR, days_in
from kengesh.formats.drafts.languages import LANGUAGES, lowered
from kengesh.formats.drafts.values import DayMention, Draft, Finding, Note, Sentence, Sort
from kengesh.terms.dates import Kind, parse_when
from kengesh.terms.messages import _

NEAR = 80  # letters after "the same year" within which another year speaks of the same thing


def impossible_days(draft: Draft) -> list[Finding]:
    """Return a finding for each date that no calendar has, in the sentences and in the notes."""
    says = _("There is no such date: {words}.")
    found = [
        Finding(Sort.DATE_IMPOSSIBLE, says.format(words=day.text), sentence, sentence.notes, day.text, "date")
        for sentence in draft.sentences
        for day in sentence.days
        if day.when is None
    ]
    for note in draft.notes:
        in_note = _("Note {note} names a date that there is not: {words}.")
        for words in _impossible_in(note):
            says_so = in_note.format(note=note.number, words=words)
            found.append(Finding(Sort.DATE_IMPOSSIBLE, says_so, None, (note.number,), words, "date"))
    return found


def _impossible_in(note: Note) -> list[str]:
    text = note.text.replace(note.address or "\n", " ").replace(note.title or "\n", " ")
    days = [day.text for language in LANGUAGES for day in days_in(text, language) if day.when is None]
    return list(dict.fromkeys(days))


def wrong_weekdays(draft: Draft) -> list[Finding]:
    """Return a finding for each day that is named with a weekday that it was not."""
    found = []
    for sentence in draft.sentences:
        for day in sentence.days:
            named = _weekday_beside(sentence, day, draft.language)
            when = parse_when(day.when) if day.when else None
            if named is None or when is None or when.kind is not Kind.DAY or when.earliest is None:
                continue
            word, number = named
            if when.earliest.weekday() != number:
                says = _("{words} was not the weekday that the sentence names ({weekday}).")
                says = says.format(words=when.text, weekday=word)
                found.append(
                    Finding(Sort.YEAR_AGAINST_DATE, says, sentence, sentence.notes, day.text, "weekday")
                )
    return found


def _weekday_beside(sentence: Sentence, day: DayMention, language: str) -> tuple[str, int] | None:
    """Return the weekday that stands directly before or after a date, its number from Monday, 0."""
    small = lowered(sentence.text, language)
    before, after = small[: day.start], small[day.end :]
    for number, weekday in enumerate(DAY_WORDS[language].weekdays):
        for found in (
            re.search(rf"\b({weekday}),?\s+(?:the\s+)?$", before),
            re.match(rf"(?:\s+года|\s+г\.)?[\s,(]+(?:on\s+)?({weekday})(?!\w|\s+\w+(?:sı|si)\b)", after),
        ):
            if found:
                return found[1], number
    return None


def same_year_mismatches(draft: Draft) -> list[Finding]:
    """Return a finding where "the same year" is followed at once by a date of another year."""
    found = []
    for sentence in draft.sentences:
        for one, then in zip(sentence.days, sentence.days[1:], strict=False):
            if re.search(r"\d", one.text) or not one.when or not then.when or len(one.when) != 4:
                continue
            gap = sentence.text[one.end : then.start]
            own_year = re.search(YEAR, then.text)
            if own_year and own_year[0] != one.when and len(gap) < NEAR and not re.search(r"[;:.]", gap):
                says = _("“{words}” means {year} here, and the date after it is of another year: {day}.")
                says = says.format(words=one.text, year=one.when, day=then.text)
                found.append(
                    Finding(Sort.YEAR_AGAINST_DATE, says, sentence, sentence.notes, then.text, "same year")
                )
    return found
