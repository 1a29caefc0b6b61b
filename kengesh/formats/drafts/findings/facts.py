"""A sentence that can be looked up, and names no source: it dates, counts, says that an act took place, or what somebody is.

Judgements and possibilities are never asked for a note, a plan only where it names a date. Each sentence is told once. That
the note of a neighbouring sentence may be meant for it too is the author's to see; a reader cannot tell.
"""

from __future__ import annotations

import re

from kengesh.formats.drafts.forms import act_done, number_said, status_said
from kengesh.formats.drafts.values import DayMention, Draft, Finding, Form, Sentence, Sort
from kengesh.terms.messages import N_, _

SAYS = {
    "date": N_("The sentence names a date (“{words}”) and has no note."),
    "act": N_("The sentence says that an act took place (“{words}”) and has no note."),
    "status": N_("The sentence says what somebody is in a body (“{words}”) and has no note."),
    "number": N_("The sentence gives a number (“{words}”) and has no note."),
}


def facts_without_notes(draft: Draft) -> list[Finding]:
    """Return a finding for each sentence that states a fact without a note."""
    found = []
    for sentence in draft.sentences:
        if sentence.notes or (checkable := _checkable(sentence, draft.language)) is None:
            continue
        what, words = checkable
        says = _(SAYS[what]).format(words=words)
        found.append(Finding(Sort.FACT_WITHOUT_NOTE, says, sentence, (), words, what))
    return found


def _checkable(sentence: Sentence, language: str) -> tuple[str, str] | None:
    if sentence.form not in (Form.STATEMENT, Form.PLAN) or _is_bare(sentence):
        return None
    dates = [day.text for day in sentence.days if not _span_of_years(day)]
    if dates or sentence.form is Form.PLAN:
        return ("date", dates[0]) if dates else None
    for what, words in (
        ("act", act_done(sentence.text, language)),
        ("status", status_said(sentence.text, language)),
        ("number", number_said(sentence.text, language)),
    ):
        if words:
            return what, words
    return None


def _is_bare(sentence: Sentence) -> bool:
    """Whether nothing stands there but dates and figures, as in the cell of a table: that says nothing of anything."""
    text = sentence.text
    for day in sentence.days:
        text = text[: day.start] + " " * (day.end - day.start) + text[day.end :]
    return not any(sign.isalpha() for sign in text)


def _span_of_years(day: DayMention) -> bool:
    """Whether a date is a span of years: it stands in names of programmes, and the act beside it tells more."""
    return day.when is not None and re.fullmatch(r"\d{4}/\d{4}", day.when) is not None
