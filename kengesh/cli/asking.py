"""What every question on the command line has in common: its options, the asking, and how its answer leaves.

A question is a function of :class:`Asking` and its own arguments, and :func:`question` gives it the common options:

    @question
    def command(asking: Asking, body: Body) -> None:
        "Say who belongs to a body."
        asking.answer("members", show, body=body)
"""

from __future__ import annotations

import functools
import inspect
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from kengesh.cli.output import DOES_NOT_HOLD, HOLDS, NOT_KNOWN, console, fail, heading, numbered, paragraph
from kengesh.cli.words import CERTAINTY_WORDS, shown
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.names import name_of
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.terms.citations import cite, format_day
from kengesh.terms.dates import parse_when
from kengesh.terms.languages import LANGUAGES, sort_key
from kengesh.terms.messages import _, use_language
from kengesh.terms.texts import best

EXIT_OF_TRUTH = {None: HOLDS, "yes": HOLDS, "no": DOES_NOT_HOLD, "not-known": NOT_KNOWN}
DEFAULT_RECORD = "var/record"

Record = Annotated[
    Path | None,
    typer.Option(
        "--record", metavar="DIR", help=_("The record; otherwise $KENGESH_RECORD, else var/record.")
    ),
]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help=_("As it was on that day (2025-11-16)."))]
KnownAt = Annotated[
    str | None,
    typer.Option(
        "--known-at",
        metavar="SIZE|DAY",
        help=_("As this record knew it: a number of entries, a day or a moment."),
    ),
]
ReportedBy = Annotated[
    str | None,
    typer.Option("--reported-by", metavar="DAY", help=_("Only what sources published by that day say.")),
]
Lang = Annotated[
    str,
    typer.Option(
        "--lang", metavar="LANGUAGE", help=_("Names in: {languages}.").format(languages=" ".join(LANGUAGES))
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print the answer as JSON."))]
Notes = Annotated[bool | None, typer.Option("--notes/--no-notes", help=_("Say who says so, note by note."))]


Show = Callable[["Asking", Answer], None]


@dataclass
class Asking:
    """A record opened to be asked, and how the person wants the answer."""

    mechanism: Mechanism
    on: str | None = None
    known_at: str | None = None
    reported_by: str | None = None
    language: str = "en"
    as_json: bool = False
    notes: bool | None = None
    _numbers: dict[str, int] = field(default_factory=dict)

    def answer(self, question: str, show: Show, *, notes: bool = False, **arguments: Any) -> None:
        """Ask, show the answer, and leave with the exit code that it comes to.

        `show` prints the answer; `notes` says whether notes follow unless the person chose otherwise.
        """
        self.leave_with(self.ask(question, **arguments), show, notes=notes)

    def leave_with(self, answer: Answer, show: Show, *, notes: bool = False) -> None:
        """Show an answer, and leave with the exit code that it comes to."""
        if self.as_json:
            print(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            self.notes = notes if self.notes is None else self.notes
            show(self, answer)
            self._close(answer)
        raise typer.Exit(EXIT_OF_TRUTH[answer["truth"]])

    def ask(self, question: str, **arguments: Any) -> Answer:
        """Ask the record; a question that cannot be asked so ends with a sentence."""
        clocks: dict[str, Any] = {"on": self.on, "known_at": self.known_at, "reported_by": self.reported_by}
        try:
            return self.mechanism.ask(question, **clocks, **arguments)
        except ValueError as error:
            fail(str(error))

    @functools.cached_property
    def view(self) -> View:
        """What the answers rest on, for names and sources."""
        try:
            return self.mechanism.view(self.on, self.known_at, self.reported_by)
        except ValueError as error:
            fail(str(error))

    def name(self, thing: str | None) -> str:
        """Return the name of a thing in the reader's language, on the day asked about; nothing for None."""
        return "" if thing is None else name_of(self.view, thing, self.language).text

    def names(self, things: Iterable[str]) -> str:
        """Return the names of things in the reader's alphabet, with commas."""
        return ", ".join(
            sorted((self.name(thing) for thing in things), key=lambda name: sort_key(name, self.language))
        )

    def day(self, text: str | None) -> str:
        """Return a date of the record in the reader's words; nothing for None."""
        return "" if text is None else format_day(parse_when(text), self.language)

    def words(self, text: Mapping[str, Any] | str | None) -> str:
        """Return text of the record in the reader's language where it is there, else in one that is."""
        if text is None or isinstance(text, str):
            return text or ""
        return best(text, self.language)[0]

    def rests_on(self, row: Mapping[str, Any]) -> str:
        """Say how sure a row is, and, where notes are wanted, the numbers of its notes."""
        words = shown(CERTAINTY_WORDS, row.get("certainty"))
        if row.get("disputed"):
            words = _("{certainty}, disputed").format(certainty=words) if words else _("disputed")
        numbers = self._note_numbers(row) if self.notes else ""
        return f"{words} {numbers}".strip()

    def _note_numbers(self, row: Mapping[str, Any]) -> str:
        """Return the numbers of a row's notes: ``[1-4, 7]``, new ones numbered on."""
        numbers = [
            self._numbers.setdefault(source, len(self._numbers) + 1) for source in row.get("sources", ())
        ]
        return f"[{runs(numbers)}]" if numbers else ""

    def cite(self, source: str) -> str:
        """Return the note for a source in the reader's language."""
        found = self.view.source(source)
        return source if found is None else cite(found, language=self.language)

    def _close(self, answer: Mapping[str, Any]) -> None:
        out = console()
        for note in answer["notes"]:
            paragraph(out, note, "dim")
        if self._numbers:
            out.print()
            numbered(out, [self.cite(source) for source in self._numbers])
        elif not self.notes and any(row.get("sources") for row in answer["answer"]):
            paragraph(out, _("Who says so: add --notes."), "dim")


def runs(numbers: Iterable[int]) -> str:
    """Return numbers as people write them: 1-4, 7."""
    written: list[list[int]] = []
    for number in sorted(set(numbers)):
        if written and number == written[-1][-1] + 1:
            written[-1].append(number)
        else:
            written.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in written)


def title(asking: Asking, answer: Mapping[str, Any], words: str) -> None:
    """Print the title of an answer and beneath it what it is as of."""
    remark = _("On {day}").format(day=asking.day(answer["on"]))
    if asking.known_at is not None:
        remark = _("{remark}, as this record knew it at {size} entries").format(
            remark=remark, size=answer["known_at"]
        )
    if answer["reported_by"]:
        remark = _("{remark}, by sources published up to {day}").format(
            remark=remark, day=asking.day(answer["reported_by"])
        )
    heading(console(), words, remark)


def record_folder(given: Path | None) -> Path:
    """Return the record meant: the one given, else $KENGESH_RECORD, else var/record. Leaves when it is not there."""
    folder = given or Path(os.environ.get("KENGESH_RECORD") or DEFAULT_RECORD)
    if not (folder / "checkpoint").is_file():
        says = _("there is no record at {folder}; make one with: kengesh new {folder} --pack central_asia")
        fail(says.format(folder=folder))
    return folder


def question(function: Callable[..., None]) -> Callable[..., None]:
    """Give a question the options that every question has; it is called with an :class:`Asking` in their place."""

    @functools.wraps(function)
    def command(
        *arguments: Any,
        record: Path | None,
        on: str | None,
        known_at: str | None,
        reported_by: str | None,
        lang: str,
        as_json: bool,
        notes: bool | None,
        **named: Any,
    ) -> None:
        if lang not in LANGUAGES:
            fail(
                _("{language} is not one of the languages: {languages}.").format(
                    language=lang, languages=", ".join(LANGUAGES)
                )
            )
        use_language(lang)
        try:
            mechanism = Mechanism.open(record_folder(record))
        except ValueError as error:
            fail(str(error))
        function(Asking(mechanism, on, known_at, reported_by, lang, as_json, notes), *arguments, **named)

    own = inspect.signature(function, eval_str=True)
    after = [parameter for name, parameter in own.parameters.items() if name != "asking"]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, annotation, default in COMMON_OPTIONS
    ]
    command.__signature__ = inspect.Signature([*after, *shared])  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in [*after, *shared]}
    return command


COMMON_OPTIONS = (
    ("record", Record, None),
    ("on", On, None),
    ("known_at", KnownAt, None),
    ("reported_by", ReportedBy, None),
    ("lang", Lang, "en"),
    ("as_json", AsJson, False),
    ("notes", Notes, None),
)
