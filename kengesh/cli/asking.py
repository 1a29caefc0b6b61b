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

from kengesh.acts.shapes import Choice
from kengesh.cli.near import objection
from kengesh.cli.output import (
    DIM,
    DOES_NOT_HOLD,
    HOLDS,
    NOT_KNOWN,
    fail,
    for_programs,
    heading,
    numbered,
    paragraph,
)
from kengesh.desk.kinds import every_kind
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.record.errors import RecordError
from kengesh.terms.dates import parse_day
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _, use_language

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
            print(json.dumps(answer, ensure_ascii=False, indent=2), file=for_programs())
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

    def must_know(self, thing: str, *types: str) -> None:
        """Leave with a sentence unless the record speaks of such a thing, of one of these types where any are given.

        The whole record counts: what was not yet in it at `known_at` is a fair question.
        """
        says = objection(self.mechanism.view(), thing, types, self.language)
        if says is not None:
            fail(says)

    def choices(self, kind: str, field: str) -> tuple[str, ...]:
        """Return the words that a field of a kind of act may hold."""
        shape = self.mechanism.state.readers.registry[kind].shapes[field].shape
        return shape.of if isinstance(shape, Choice) else ()

    @functools.cached_property
    def view(self) -> View:
        """What the answers rest on, for names and sources."""
        try:
            return self.mechanism.view(self.on, self.known_at, self.reported_by)
        except ValueError as error:
            fail(str(error))

    @functools.cached_property
    def reader(self) -> Reader:
        """How this person reads what the record holds."""
        return Reader(self.view, self.language)

    def rests_on(self, row: Mapping[str, Any]) -> str:
        """Say how sure a row is, and, where notes are wanted, the numbers of its notes."""
        numbers = self._note_numbers(row) if self.notes else ""
        return f"{self.reader.certainty(row)} {numbers}".strip()

    def _note_numbers(self, row: Mapping[str, Any]) -> str:
        """Return the numbers of a row's notes: ``[1-4, 7]``, new ones numbered on."""
        numbers = [
            self._numbers.setdefault(source, len(self._numbers) + 1) for source in row.get("sources", ())
        ]
        return f"[{runs(numbers)}]" if numbers else ""

    def _close(self, answer: Mapping[str, Any]) -> None:
        for note in answer["notes"]:
            paragraph(note, DIM)
        if self._numbers:
            numbered([self.reader.cite(source) for source in self._numbers])
        elif not self.notes and any(row.get("sources") for row in answer["answer"]):
            paragraph(_("Who says so: add --notes."), DIM)


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
    remark = _("On {day}").format(day=asking.reader.day(answer["on"]))
    if asking.known_at is not None:
        remark = _("{remark}, as this record knew it at {size} entries").format(
            remark=remark, size=answer["known_at"]
        )
    if answer["reported_by"]:
        remark = _("{remark}, by sources published up to {day}").format(
            remark=remark, day=asking.reader.day(answer["reported_by"])
        )
    heading(words, remark)


def check_day(named: str, text: str | None) -> None:
    """Leave with a sentence unless a text is a day, or is not given; `named` is the option or argument that it came by."""
    try:
        if text is not None:
            parse_day(text)
    except ValueError as error:
        fail(_("{option}: {why}").format(option=named, why=error))


def check_one_of(option: str, word: str | None, words: Iterable[str]) -> None:
    """Leave with a sentence unless a word is one of those that there are, or is not given."""
    allowed = sorted(words)
    if word is not None and word not in allowed:
        says = _("{option}: {word} is not one of: {words}.")
        fail(says.format(option=option, word=word, words=", ".join(allowed)))


def _check_known_at(text: str | None) -> None:
    """A size and a moment are left to the record to judge; what can be neither, nor a day, ends here."""
    if text is None or text.isdecimal() or text[len("2025-11-16") :].startswith("T"):
        return
    try:
        parse_day(text)
    except ValueError:
        says = _(
            "--known-at: {text} is neither a number of entries (0 or more), nor a day such as 2025-11-16, nor a moment "
            "such as 2025-11-16T09:30:00Z."
        )
        fail(says.format(text=text))


def record_folder(given: Path | None) -> Path:
    """Return the record meant: the one given, else $KENGESH_RECORD, else var/record. Leaves when it is not there."""
    folder = given or Path(os.environ.get("KENGESH_RECORD") or DEFAULT_RECORD)
    if not is_record(folder):
        says = _("there is no record at {folder}; make one with: kengesh new {folder} --pack central_asia")
        fail(says.format(folder=folder))
    # what belongs to a record lies beside the record itself, and not beside a link to it
    return folder.resolve() if folder.is_symlink() else folder


def must_be_record(folder: Path) -> None:
    """Leave with a sentence unless there is a record in a folder."""
    if not is_record(folder):
        fail(_("there is no record at {folder}.").format(folder=folder))


def is_record(folder: Path) -> bool:
    """Say whether a folder holds a record, perhaps a damaged one."""
    return any((folder / name).exists() for name in ("checkpoint", "log.toml"))


def must_be_outside(file: Path) -> None:
    """Leave with a sentence where a file that is to be written would lie inside a record."""
    inside = next((one for one in file.absolute().parents if is_record(one)), None)
    if inside is not None:
        says = _(
            "{file} would lie inside the record {folder}, which is copied and given away; choose a place outside."
        )
        fail(says.format(file=file, folder=inside))


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
            says = _("{language} is not one of the languages: {languages}.")
            fail(says.format(language=lang, languages=", ".join(LANGUAGES)))
        use_language(lang)
        check_day("--on", on)
        check_day("--reported-by", reported_by)
        _check_known_at(known_at)
        try:
            mechanism = Mechanism.open(record_folder(record), every_kind())
            function(Asking(mechanism, on, known_at, reported_by, lang, as_json, notes), *arguments, **named)
        except RecordError as error:
            fail(str(error))

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
