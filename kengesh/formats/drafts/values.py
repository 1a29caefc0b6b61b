"""The values that the reading of a draft speaks in: its sentences, its notes, and what is found in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day, month or year as a text names it: `when` in our EDTF subset, `text` the words, `start` and `end` where they stand.

    `when` is None where the words name no possible day (31 November).
    """

    when: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its number as printed, its words, and what they say of the work that they cite.

    `published` is a date of our EDTF subset. What a note does not say is None. `unreadable` are the parts of its words that no
    reader could make out, as they stand.
    """

    number: str
    text: str
    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    published: str | None = None
    address: str | None = None
    unreadable: tuple[str, ...] = ()


class Form(Enum):
    """What a sentence does, by its words: as the statements of a record are sorted."""

    STATEMENT = "statement"
    PLAN = "plan"
    JUDGEMENT = "judgement"
    POSSIBILITY = "possibility"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft, without the marks of its notes.

    `paragraph` counts from 1; `notes` are the numbers of the notes at its end or inside it; `days` the dates that it names,
    a day without a year completed from the sentence before where that is sure. `places` says for each of `notes` where in
    the text its mark stood.
    """

    text: str
    paragraph: int
    notes: tuple[str, ...] = ()
    days: tuple[DayMention, ...] = ()
    form: Form = Form.STATEMENT
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: its language (en, tr, ru), title, sentences and notes in order, and the lines that say how to cite it.

    `dropped` says in sentences what of the file was left aside: headers, tables of contact, pictures.
    """

    name: str
    language: str
    title: str | None
    sentences: tuple[Sentence, ...]
    notes: tuple[Note, ...]
    citation: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def note(self, number: str) -> Note | None:
        """Return a note by its number."""
        return next((one for one in self.notes if one.number == number), None)


class Sort(Enum):
    """The sorts of findings."""

    SOURCE_BEFORE_EVENT = "source-before-event"
    PLAN_AS_DONE = "plan-as-done"
    SAME_WORK_TWICE = "same-work-twice"
    FACT_WITHOUT_NOTE = "fact-without-note"
    YEAR_AGAINST_DATE = "year-against-date"
    DATE_IMPOSSIBLE = "date-impossible"
    NOTE_WITHOUT_PLACE = "note-without-place"
    NOTE_UNREADABLE = "note-unreadable"
    TOLD_OTHERWISE = "told-otherwise"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a draft that its author will want to look at.

    `says` is a whole sentence in the reader's language. `words` are those of the draft on which it turns. `acts` and `sources`
    are what the record rests on, where the finding comes from the record. `what` tells findings of one sort apart: verb,
    number, date, name, status, place, ...
    """

    sort: Sort
    says: str
    sentence: Sentence | None = None
    notes: tuple[str, ...] = ()
    words: str = ""
    what: str = ""
    acts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with what was found in it, what agrees with the record, and what could not be checked (each a whole sentence)."""

    draft: Draft
    findings: tuple[Finding, ...]
    agreeing: tuple[Finding, ...] = ()
    not_checked: tuple[str, ...] = field(default=())
