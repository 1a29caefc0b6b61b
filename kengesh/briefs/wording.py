"""How a brief puts what answers hold: names that link, sentences filled in, statements with their notes and how sure they are.

What rests on several sources that do not copy one another is stated without a remark; everything else says on what it rests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import Any

from kengesh.briefs.document import Fact, Facts, Listing, Run, Table, Words
from kengesh.briefs.notes import MOST_CITED, Notes
from kengesh.mechanism.lines import Part
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.view import View
from kengesh.mechanism.words import VERB_WORDS, shown
from kengesh.terms.messages import _

Row = Mapping[str, Any]
Cells = tuple[Words, ...]


class Wording:
    """The words of one brief in one language; it numbers the notes in the order in which statements are put."""

    def __init__(self, view: View, language: str, most: int = MOST_CITED) -> None:
        self.view = view
        self.language = language
        self.reader = Reader(view, language)
        self.notes = Notes(self.reader, most)

    def say(self, text: str, **words: Words) -> Words:
        """Return a sentence of ours, its named places filled with words; a word or sentence without places as it is."""
        if not words:
            return (Run(text, self.language),) if text else ()
        runs: list[Run] = []
        for before, place, _spec, _conversion in Formatter().parse(text):
            runs += self.say(before)
            runs += words[place] if place else ()
        return tuple(runs)

    def or_not_known(self, words: Words) -> Words:
        """Return words, or that it is not known where there are none."""
        return words or self.say(_("not known"))

    def thing(self, thing: str | None, on: str | None = None) -> Words:
        """Return the name of a thing, as it was on a date of the record; nothing for None."""
        if thing is None:
            return ()
        name = self.reader.named(thing, on)
        return (Run(name.text, name.language, thing=thing),)

    def things(self, things: Iterable[str] | None) -> Words:
        """Return the names of things in the reader's alphabet, with commas."""
        return self.joined(map(self.thing, self.reader.sorted(things or ())))

    def text(self, text: Mapping[str, Any] | str | None) -> Words:
        """Return text of the record, in the language that it is in."""
        spoken = self.reader.spoken(text)
        return (Run(spoken.text, spoken.language),) if spoken.text else ()

    def day(self, text: str | None) -> Words:
        """Return a date of the record in words."""
        return self.say(self.reader.day(text))

    def joined(self, several: Iterable[Words], by: str = ", ") -> Words:
        """Return words one after the other, the empty ones left out."""
        told = [words for words in several if words]
        runs: list[Run] = []
        for words in told:
            runs += [Run(by, self.language), *words] if runs else words
        return tuple(runs)

    def parts(self, parts: Sequence[Part]) -> Words:
        """Return the parts of a line that says what an act says."""
        told = [
            self.joined(
                (Run(piece.text, piece.language or self.language, thing=piece.thing),) for piece in part
            )
            for part in dict.fromkeys(parts)
        ]
        return self.joined(told, " · ")

    def how(self, row: Row, meeting: str | None = None) -> Words:
        """Say by what verbs an instrument came to be; `meeting` leaves what was done there, without its day."""
        told = [one for one in row["how"] if meeting is None or one["meeting"] == meeting]
        return self.joined((self._verb(one, meeting is None) for one in told), "; ")

    def sure(self, row: Row) -> str:
        """Say on what a row rests where that is less or other than several sources, and whether a preference rejects it."""
        unremarkable = row["certainty"] == "several" and row["basis"] != "derived" and not row["disputed"]
        words = "" if unremarkable else self.reader.certainty(row)
        if not row.get("rejected"):
            return words
        return _("{rests_on}; not taken").format(rests_on=words) if words else _("not taken")

    def noted(self, words: Words, row: Row) -> Words:
        """Return words with the notes of a row after them."""
        numbers = self.notes.of_row(row)
        return (*words, Run("", self.language, notes=numbers)) if numbers else words

    def statement(self, words: Words, row: Row) -> Words:
        """Return a statement with its notes and, in brackets, how sure it is where a remark is due."""
        noted, sure = self.noted(words, row), self.sure(row)
        return self.say(_("{statement} ({sure})"), statement=noted, sure=self.say(sure)) if sure else noted

    def listing(self, statements: Iterable[tuple[Words, Row]]) -> list[Listing]:
        """Return a list of statements with their notes; no list where there are none."""
        items = tuple(self.statement(words, row) for words, row in statements)
        return [Listing(items)] if items else []

    def table(
        self, caption: str, columns: Sequence[str], rows: Iterable[tuple[Cells, Row]], noted: int = 0
    ) -> Table:
        """Return a table of statements, the notes in the column `noted`, a last column for how sure where a remark is due."""
        put = [
            (tuple(self.noted(cell, row) if at == noted else cell for at, cell in enumerate(cells)), row)
            for cells, row in rows
        ]
        remarks = [self.say(self.sure(row)) for _cells, row in put]
        if not any(remarks):
            return Table(caption, tuple(columns), tuple(cells for cells, _row in put))
        full = tuple((*cells, remark) for (cells, _row), remark in zip(put, remarks, strict=True))
        return Table(caption, (*columns, _("Rests on")), full)

    def plain_table(self, caption: str, columns: Sequence[str], rows: Iterable[Cells]) -> Table:
        """Return a table of what is no statement about the world, such as titles."""
        return Table(caption, tuple(columns), tuple(rows))

    def facts(self, pairs: Iterable[tuple[str, Words]]) -> Facts:
        """Return facts; those without words are left out, so say where something is not known."""
        return Facts(tuple(Fact(label, words) for label, words in pairs if words))

    def _verb(self, one: Row, with_day: bool) -> Words:
        verb = self.say(shown(VERB_WORDS, one["verb"]))
        parts = [verb, self.day(one["on"]) if with_day else ()]
        if one["by"]:
            parts.append(self.say(_("by {parties}"), parties=self.things(one["by"])))
        if one["within"]:
            parts.append(self.say(_("in {instrument}"), instrument=self.thing(one["within"])))
        return self.joined(parts, " ")
