"""One request's reading of the record: the view that its clocks ask for, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from kengesh.mechanism.answers import Answer, Row
from kengesh.mechanism.names import type_of
from kengesh.mechanism.near import near
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism, reach
from kengesh.mechanism.view import View
from kengesh.site.clocks import Clocks
from kengesh.site.links import address, page_of
from kengesh.site.notes import Notes


class NotInRecord(Exception):
    """The record does not speak of what was asked for; `meant` are things that may have been."""

    def __init__(self, thing: str, meant: list[str]) -> None:
        super().__init__(thing)
        self.thing = thing
        self.meant = meant


class AskedWrongly(ValueError):
    """An address asks for something that a page cannot give: an unknown word, a number out of bounds. The sentence says what can be."""


@dataclass
class Reading:
    """What a page is made from. `page` is the address within a language (``meetings/consultative-meeting/7``)."""

    mechanism: Mechanism
    view: View
    clocks: Clocks
    language: str
    page: str
    today: date
    query: Mapping[str, str] = field(default_factory=dict)
    _hrefs: dict[str, str | None] = field(default_factory=dict)

    @cached_property
    def reader(self) -> Reader:
        """Names, days and words in the reader's language."""
        return Reader(self.view, self.language)

    @cached_property
    def notes(self) -> Notes:
        """The notes of this page."""
        return Notes(self.view)

    def ask(self, question: str, **arguments: Any) -> Answer:
        """Ask the record as of this reading; the answer is kept for the day, so it is left as it is.

        Raises QuestionRefused or another ValueError with a sentence.
        """
        given = {name: value for name, value in arguments.items() if value is not None}
        key = ("answer", question, tuple(sorted(given.items())), self.language)
        return self.view.once_a_day(key, lambda: self.mechanism.answer(self.view, question, given))

    def must_know(self, thing: str, *types: str) -> None:
        """Raise NotInRecord unless the record, whatever the clocks, speaks of such a thing of one of these types."""
        whole = self.mechanism.view()
        if not whole.is_known(thing) or type_of(whole, thing) not in types:
            raise NotInRecord(thing, near(whole, thing, types))

    def href(self, page: str, /, **more: str) -> str:
        """Return the address of a page in this language, with these clocks and perhaps more that it asks for."""
        return address(self.language, page) + (self.clocks.with_(**more) if more else self.clocks.query)

    def fixed_href(self, query: Mapping[str, str]) -> str:
        """Return the address of this page with just what a query asks for."""
        return f"{address(self.language, self.page)}?{urlencode(query)}"

    def href_of(self, thing: str) -> str | None:
        """Return the address of the page of a thing, with these clocks; None for what has none."""
        if thing not in self._hrefs:
            page = page_of(self.view, thing) or page_of(self.mechanism.view(), thing)
            self._hrefs[thing] = None if page is None else self.href(page)
        return self._hrefs[thing]

    def dispute_among(self, acts: Iterable[str]) -> Row | None:
        """Return the first dispute of which one of these acts is a side, open ones before settled ones.

        None where none is told of by the day.
        """
        sides = self.view.once_a_day(("sides", self.language), self._sides)
        found = [sides[one] for one in acts if one in sides]
        return min(found, key=lambda one: bool(one["settled"]), default=None)

    def _sides(self) -> dict[str, Row]:
        rows = sorted(self.ask("disputes")["answer"], key=lambda one: bool(one["settled"]))
        return {side["id"]: one for one in reversed(rows) for side in one["sides"]}

    @cached_property
    def of_the_view(self) -> Sequence[str]:
        """The sentences that qualify whatever is answered here: what was left out, what was not understood, what lies beyond."""
        notes: Sequence[str] = self.ask("log", start=0, end=0)["notes"]  # of no entry, so it has no others
        return notes

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing had been entered by then."""
        return self.view.limit == 0

    @cached_property
    def body(self) -> str | None:
        """The mechanism whose record this is, None where the record does not say."""
        described = self.described
        return None if described is None else described.get("mechanism")

    @cached_property
    def described(self) -> Mapping[str, Any] | None:
        """What the record says of itself, as known at this size."""
        act = self.view.describing()
        return None if act is None else act.fields

    @cached_property
    def reaches(self) -> str | None:
        """The last day that the sources reach."""
        return reach(self.view)

    @cached_property
    def is_past(self) -> bool:
        """Whether a clock makes this page another than the one that a reader gets who asks for none."""
        today = self.mechanism.view()
        return (self.view.on, self.view.size, self.view.reported_by) != (today.on, today.size, None)
