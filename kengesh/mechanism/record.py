"""The way in: open a record, and ask it.

    from kengesh.mechanism.record import Mechanism
    record = Mechanism.open("var/record")
    record.members("consultative-meeting", on="2025-11-16")     # frozenset({"AZE", "KAZ", ...})
    record.ask("status", party="TKM", body="ots", on="2025-11-16")["truth"]     # "yes"

Opening reads the log's files and trusts them; that they are what was signed is said by ``kengesh verify``.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from inspect import signature
from pathlib import Path
from typing import Any

from kengesh.acts import Registry
from kengesh.charter import all_kinds
from kengesh.mechanism.acts import ActStore
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.names import name_of
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.reading import DamagedEntry
from kengesh.mechanism.state import State
from kengesh.mechanism.view import COUNTING, View
from kengesh.record.envelope import UnknownEnvelope
from kengesh.record.log import Log
from kengesh.terms.dates import parse_day, parse_when
from kengesh.terms.messages import _, language_in_use, ngettext
from kengesh.terms.written_dates import format_day

VIEWS_KEPT = 8
"""How many pairs of size and `reported_by` keep what they have read."""


class QuestionRefused(ValueError):
    """A question that cannot be asked so: an unknown question or argument, an impossible day or size."""


class Mechanism:
    """A record opened to be asked."""

    def __init__(self, log: Log, kinds: Registry | None = None) -> None:
        self.log = log
        self.state = State(all_kinds() if kinds is None else kinds)
        self.store = ActStore(self.state, log)
        self._sight = lru_cache(VIEWS_KEPT)(self._new_sight)
        self._fold()

    @classmethod
    def open(cls, path: Path | str, kinds: Registry | None = None) -> Mechanism:
        """Open the record in a folder; `kinds` are those that are understood, by default ours.

        Raises LogError where there is none, UnknownEnvelope or DamagedEntry where an entry cannot be read.
        """
        return cls(Log.open(Path(path)), kinds)

    def refresh(self) -> None:
        """Take in what was appended since."""
        if self.log.refresh():
            self._fold()

    def _fold(self) -> None:
        try:
            self.state.fold(self.log.entries(self.state.size, self.log.size))
        except (UnknownEnvelope, DamagedEntry) as error:
            says = _("entry {entry}: {why}")
            raise type(error)(says.format(entry=self.state.size, why=error)) from None

    def view(
        self,
        on: date | str | None = None,
        known_at: int | str | None = None,
        reported_by: date | str | None = None,
        counting: str = "preferred",
    ) -> View:
        """Return the view that a question is asked of.

        `on` is the earlier of the last day that the sources reach and today where it is left out; `known_at` is a size, a
        day or a moment (the largest size entered by then), else the whole log; `counting` says whose sources count, as
        ``kengesh.mechanism.view.COUNTING`` has it. Raises QuestionRefused.
        """
        if counting not in COUNTING:
            says = _("{word} does not say whose sources count; choose one of {words}.")
            raise QuestionRefused(says.format(word=counting, words=", ".join(COUNTING)))
        size = self._size(known_at)
        sight = self._sight(size, None if reported_by is None else _day(reported_by), counting)
        return sight.asked_of(_day(on) if on is not None else self._default_day(sight))

    def ask(
        self,
        question: str,
        *,
        on: date | str | None = None,
        known_at: int | str | None = None,
        reported_by: date | str | None = None,
        **arguments: Any,
    ) -> Answer:
        """Ask a question by its name, and return the whole answer. Raises QuestionRefused."""
        given = {name: value for name, value in arguments.items() if value is not None}
        return self.answer(self.view(on, known_at, reported_by), question, given)

    def answer(self, view: View, question: str, arguments: dict[str, Any]) -> Answer:
        """Ask a question of a view, and return the whole answer. Raises QuestionRefused."""
        if question not in QUESTIONS:
            says = _("{question} is not a question; the questions are {questions}.")
            raise QuestionRefused(says.format(question=question, questions=", ".join(QUESTIONS)))
        _check_arguments(question, arguments)
        return self.envelope(question, arguments, view, QUESTIONS[question](view, **arguments))

    def envelope(self, question: str, arguments: dict[str, Any], view: View, found: Answer) -> Answer:
        """Return what a question found in the one shape that every answer has."""
        return {
            "question": question,
            "arguments": arguments,
            "on": view.on.isoformat(),
            "known_at": view.size,
            "reported_by": None if view.reported_by is None else view.reported_by.isoformat(),
            **found,
            "record": self.describe(view),
            "notes": [*found.get("notes", ()), *self._notes(view)],
        }

    @property
    def is_official(self) -> bool:
        """Whether the log is an official one, in which states themselves act; else it is observed, by compilers."""
        return bool(self.store.act(0).fields.get("mode") == "official") if self.state.acts else False

    def describe(self, view: View) -> dict[str, Any]:
        """Return what the record is, for an answer: its origin, size, root, and the last day that its sources reach."""
        root = b64encode(self.log.root_at(view.size)).decode()
        return {"origin": self.log.origin, "size": view.size, "root": root, "reaches": reach(view)}

    def members(self, body: str, on: date | str | None = None) -> frozenset[str]:
        """Return the parties that belong to a body on a day."""
        return frozenset(row["party"] for row in self.ask("members", body=body, on=on)["answer"])

    def status(self, party: str, body: str, on: date | str | None = None) -> str | None:
        """Return the status of a party in a body on a day, None where it has none or none is known."""
        answer = self.ask("status", party=party, body=body, on=on)
        return next((row["status"] for row in answer["answer"] if row["truth"] == "yes"), None)

    def name(self, thing: str, language: str = "en", on: date | str | None = None) -> str:
        """Return the name of a thing on a day."""
        return name_of(self.view(on), thing, language).text

    def _new_sight(self, size: int, reported_by: date | None, counting: str) -> View:
        return View(self.state, self.store, size, date.min, reported_by, counting)

    def _size(self, known_at: int | str | None) -> int:
        if known_at is None:
            return self.state.size
        if isinstance(known_at, int) or (known_at.isascii() and known_at.isdecimal()):
            size = int(known_at)
            if not 0 <= size <= self.state.size:
                says = _("the record has {size} entries, not {asked}.")
                raise QuestionRefused(says.format(size=self.state.size, asked=size))
            return size
        return self.state.size_at(_moment(known_at))

    def _default_day(self, view: View) -> date:
        today = datetime.now(UTC).date()
        last = reach(view)
        return today if last is None else min(today, parse_when(last).latest or today)

    def _notes(self, view: View) -> list[str]:
        notes = []
        last = reach(view)
        if last is not None and view.on > (parse_when(last).latest or view.on):
            notes.append(
                _(
                    "The sources of this record reach {day}; later days are answered as last known then."
                ).format(day=format_day(parse_when(last), language_in_use()))
            )
        unknown = self.state.not_understood(view.limit)
        if unknown:
            says = ngettext(
                "{count} act was not understood: this version does not know its kind, or it lacks what its kind must say.",
                "{count} acts were not understood: this version does not know their kinds, or they lack what their kinds must say.",
                unknown,
            )
            notes.append(says.format(count=unknown))
        undated = view.left_out_undated()
        if undated:
            says = ngettext(
                "{count} act was left out: the day of publication of its sources is not recorded.",
                "{count} acts were left out: the day of publication of their sources is not recorded.",
                undated,
            )
            notes.append(says.format(count=undated))
        return notes


def _check_arguments(question: str, given: Mapping[str, Any]) -> None:
    """Refuse arguments that a question does not take, and a question without those that it needs. Raises QuestionRefused."""
    takes = list(signature(QUESTIONS[question]).parameters.values())[1:]
    needed = [one.name for one in takes if one.default is one.empty and one.name not in given]
    unknown = [name for name in given if name not in {one.name for one in takes}]
    if needed or unknown:
        says = _("{question} takes {takes}; given was {given}.")
        told = ", ".join(one.name for one in takes) or _("nothing")
        raise QuestionRefused(
            says.format(question=question, takes=told, given=", ".join(given) or _("nothing"))
        )


def reach(view: View) -> str | None:
    """Return the last day that the sources of a record reach, as the record states it."""
    described = view.describing()
    return described.get("reaches") if described else None


def _day(value: date | str) -> date:
    if isinstance(value, date):
        return value
    try:
        return parse_day(value)
    except ValueError as error:
        raise QuestionRefused(str(error)) from None


def _moment(text: str) -> str:
    """Return the last moment that a day or an instant stands for, as entries write it."""
    if len(text) > len("2025-11-16"):
        try:
            moment = datetime.fromisoformat(text)
            aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        except (ValueError, OverflowError):
            says = _("{text!r} is neither a size, nor a day, nor a moment such as 2025-11-16T09:30:00Z.")
            raise QuestionRefused(says.format(text=text)) from None
    return f"{_day(text).isoformat()}T23:59:59Z"
