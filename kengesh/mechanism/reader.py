"""What one reader sees of a view: names, days, words and citations in the reader's language.

A record holds text in some languages, seldom in all. :class:`Spoken` is text as it is shown, with the language that it is
really in, so that who shows it can mark it. A reader keeps what it has looked up, and is made anew for every answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kengesh.mechanism.names import ShownName, first_act, name_of
from kengesh.mechanism.view import View
from kengesh.mechanism.words import CERTAINTY_WORDS, shown
from kengesh.terms.citations import cite
from kengesh.terms.dates import parse_when
from kengesh.terms.glossary import term
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.languages import sort_key
from kengesh.terms.messages import _
from kengesh.terms.texts import best
from kengesh.terms.written_dates import format_day


@dataclass(frozen=True, slots=True)
class Spoken:
    """Text as it is shown, and the language that it is in; `by` says whose words it is, None where nobody gave them."""

    text: str
    language: str
    by: str | None = None


class Reader:
    """One reader of a view, in one language."""

    def __init__(self, view: View, language: str) -> None:
        self.view = view
        self.language = language
        self._names: dict[tuple[str, str | None], ShownName] = {}
        self._days: dict[str, str] = {}

    def name(self, thing: str | None, on: str | None = None) -> str:
        """Return the name of a thing on the day asked of; nothing for None.

        With `on`, a date of the record, the name is the one that the thing bore then.
        """
        return "" if thing is None else self.named(thing, on).text

    def named(self, thing: str, on: str | None = None) -> ShownName:
        """Return the name of a thing, with its language and whose word it is."""
        key = (thing, on)
        if key not in self._names:
            day = None if on is None else parse_when(on).latest
            if day is None or day == self.view.on:
                known = ("name", thing, self.language)
                self._names[key] = self.view.once_a_day(known, lambda: self._look(self.view, thing))
            else:
                self._names[key] = self._look(self.view.asked_of(day), thing)
        return self._names[key]

    def _look(self, view: View, thing: str) -> ShownName:
        name = name_of(view, thing, self.language)
        return name if name.by is not None else self._called(thing) or name

    def _called(self, thing: str) -> ShownName | None:
        """Return what to call a thing that has no name: a source by its title, a meeting by its series, the rest by their words."""
        source = self.view.source(thing)
        if source is not None:
            return ShownName(source.title, source.language or "", None) if source.title else None
        act = first_act(self.view, thing)
        if act is None:
            return None
        if act.get("meeting") == thing and act.get("series") and self.named(act.get("series")).by:
            says = _("{series}, {day}") if act.get("on") else "{series}"
            series, day = self.name(act.get("series")), self.day(act.get("on"))
            return ShownName(says.format(series=series, day=day), self.language, None)
        told = act.get("what") or act.get("question")
        return None if told is None else ShownName(*best(told, self.language)[:2], None)

    def names(self, things: Iterable[str]) -> str:
        """Return the names of things in the reader's alphabet, with commas."""
        return ", ".join(
            sorted((self.name(thing) for thing in things), key=lambda name: sort_key(name, self.language))
        )

    def name_and_id(self, thing: str) -> str:
        """Return the name of a thing and the id to ask further by; the id alone where it has no name."""
        name = self.name(thing)
        return thing if name == thing else _("{name} ({id})").format(name=name, id=thing)

    def in_alphabet(self, rows: Iterable[Mapping[str, Any]], thing: str) -> list[Mapping[str, Any]]:
        """Return rows in the reader's alphabet, by the name of the thing in one of their fields; rows without it come last."""
        return sorted(
            rows, key=lambda row: (row[thing] is None, sort_key(self.name(row[thing]), self.language))
        )

    def sorted(self, things: Iterable[str]) -> list[str]:
        """Return things in the order of their names in the reader's alphabet."""
        return sorted(things, key=lambda thing: sort_key(self.name(thing), self.language))

    def is_thing(self, value: object) -> bool:
        """Say whether a value is the id of a state or of something that the record speaks of."""
        return isinstance(value, str) and (is_state_code(value) or self.view.is_known(value))

    def term(self, id_: str) -> str:
        """Return a word of the glossary in the reader's language; its id as words where the glossary does not have it."""
        try:
            return term(id_, self.language).text
        except KeyError:
            return shown({}, id_)

    def day(self, text: str | None) -> str:
        """Return a date of the record in the reader's words; nothing for None."""
        if text is None:
            return ""
        if text not in self._days:
            self._days[text] = format_day(parse_when(text), self.language)
        return self._days[text]

    def words(self, text: Mapping[str, Any] | str | None) -> str:
        """Return text of the record in the reader's language where it is there, else in one that is."""
        return self.spoken(text).text

    def spoken(self, text: Mapping[str, Any] | str | None) -> Spoken:
        """Return text of the record with the language that it is in; a bare string is in none that we know."""
        if text is None or isinstance(text, str):
            return Spoken(text or "", "")
        return Spoken(*best(text, self.language))

    def certainty(self, row: Mapping[str, Any]) -> str:
        """Say how sure a row is, whether it was derived, and whether sources differ on it."""
        words = shown(CERTAINTY_WORDS, row.get("certainty"))
        if row.get("basis") == "derived":
            words = _("{certainty}, derived").format(certainty=words) if words else _("derived")
        if row.get("disputed"):
            words = _("{certainty}, disputed").format(certainty=words) if words else _("disputed")
        return words

    def cite(self, source: str, passage: str | None = None) -> str:
        """Return the note for a source, with the passage where one is given; its id where it is not registered."""
        found = self.view.source(source)
        return source if found is None else cite(found, passage, self.language)
