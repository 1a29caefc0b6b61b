"""Who asks, and what every check needs for it: the record seen from one day, and sentences in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kengesh.formats.claims.told.phrases import name_phrase, word_for
from kengesh.formats.drafts.values import DayMention
from kengesh.mechanism.answers import Row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.questions.meetings import meeting_row
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.view import View
from kengesh.terms.dates import When, parse_when
from kengesh.terms.messages import _
from kengesh.terms.quotation import quoted


@dataclass(frozen=True, slots=True)
class Asked:
    """A view and its reader."""

    view: View
    reader: Reader

    def name(self, thing: str, on: str | None = None) -> str:
        """Return a name as it stands in a sentence, on a day the one that was borne then."""
        if on is None:
            return name_phrase(self.reader, thing)
        return quoted(self.reader.name(thing, on), self.reader.language)

    def names(self, things: Iterable[str]) -> str:
        """Return names as they stand in a sentence, with commas."""
        return ", ".join(self.name(one) for one in things)

    def status(self, word: str) -> str:
        """Return what a status or capacity is called."""
        return word_for(self.reader, word)

    def day(self, text: str | None) -> str:
        """Return a date in words."""
        return self.reader.day(text)

    def quote(self, words: str) -> str:
        """Return words of the draft in quotation marks."""
        return quoted(" ".join(words.split()), self.reader.language)

    def on(self, day: date | None) -> View:
        """Return the record as asked of a day; of the reader's own where there is none."""
        return self.view if day is None else self.view.asked_of(day)

    def row(self, meeting: str) -> Row:
        """Return the row of a meeting."""
        return meeting_row(self.view, meeting)

    def disputes_of(self, acts: Iterable[LiveAct], about: str) -> list[Row]:
        """Return the disputes about a thing in which one of these acts is a side."""
        ids = {act.id for act in acts}
        return [
            row for row in disputes(self.view, about)["answer"] if ids & {side["id"] for side in row["sides"]}
        ]

    def differing(self, rows: Iterable[Row]) -> str:
        """Return what the sides of disputes say, to be put after a sentence; nothing where there are none."""
        says = _("Sources differ: {question} {sides}")
        told = [
            says.format(question=self.reader.words(row["question"]), sides=self._sides(row)) for row in rows
        ]
        return "".join(f" {one.rstrip()}" for one in told)

    def _sides(self, dispute: Row) -> str:
        told = [side for side in dispute["sides"] if side["says"].get("what")]
        words = [f"– {self.reader.words(side['says']['what'])}" for side in told]
        return " ".join(words) if len(words) > 1 else ""  # of one side alone it would seem to be the whole

    def sources(self, rows: Iterable[Row]) -> list[str]:
        """Return the sources of rows."""
        return list(dict.fromkeys(source for row in rows for source in row["sources"]))


def latest(days: Sequence[DayMention]) -> date | None:
    """Return the last day of the only date that a clause names, None where it names none or several."""
    whens = whens_of(days)
    return whens[0].latest if len(whens) == 1 else None


def whens_of(days: Sequence[DayMention]) -> list[When]:
    """Return the possible dates of mentions."""
    return [parse_when(one.when) for one in days if one.when]
