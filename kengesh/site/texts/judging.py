"""A form judged before anything is compiled: what is missing or wrong, each with its field; then the submissions of it.

All that can be found wrong is said at once. The base is read first; a file of a delegation is read in the language of the
base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePath

from msgspec import Struct

from kengesh.site.texts.form import Form, Row, Upload
from kengesh.site.texts.giving import GIVES, PAGE
from kengesh.site.texts.limits import MEGABYTE, MOST_OF_A_FILE
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _
from kengesh.terms.states import state_codes
from kengesh.texts.compiling.submission import FiledTwice, Submission
from kengesh.texts.labels import PROFILES
from kengesh.texts.reading.acts_file import stated_base
from kengesh.texts.reading.by_ending import read_bytes
from kengesh.texts.reading.filed import CannotRead, Filed
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import NotAText, Text
from kengesh.texts.word.own_rolling import is_rolling_document
from kengesh.texts.writing.tree import TEXT_FORMAT, NotARollingText, read_text_json, read_tree

TREE = ".json"
ACTS = (".yaml", ".yml")
SHOWN_OF_HASH = 12  # letters
BEGINNING = 200  # bytes of a .json file, in which its format stands
_GROUP = re.compile(r"[A-Z][A-Z0-9-]{1,11}")

Faults = dict[str, str]
"""A sentence for each field at which something is wrong."""


class FormRefused(ValueError):
    """A form from which nothing is compiled; `faults` has a sentence for each field that is to be put right."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = faults


class FiledRow(Struct, frozen=True):
    """A row with its delegation and what its file says."""

    row: Row
    submission: Submission


class Judged(Struct, frozen=True):
    """A form from which a text can be compiled. `earlier` is the rolling text that was given as the base, where one was."""

    base: Text
    profile: str
    give: str
    filed: tuple[FiledRow, ...]
    earlier: RollingText | None = None


def judged(form: Form, too_large: set[str]) -> Judged:
    """Return what can be compiled; `too_large` are the fields whose file was left out. Raises FormRefused."""
    judge = _Judge(form, too_large)
    base = judge.base()
    filed = tuple(judge.filed(base[0] if base else None))
    if not filed and not judge.faults:
        judge.faults["file-1"] = _("Choose the file of one delegation at least.")
    if judge.faults or base is None:
        raise FormRefused(judge.faults)
    text, earlier = base
    profile = form.profile or (earlier.profile if earlier else PROFILES[0])
    return Judged(text, profile, form.give or PAGE, filed, earlier)


class _Judge:
    """The faults of one form, gathered."""

    def __init__(self, form: Form, too_large: set[str]) -> None:
        self._form = form
        self._too_large = too_large
        self._whose: dict[str, Row] = {}
        self.faults: Faults = {
            field: _("Choose one of the list.")
            for field, given, there in (
                ("language", form.language, LANGUAGES),
                ("profile", form.profile, PROFILES),
                ("give", form.give, tuple(GIVES)),
            )
            if given and given not in there
        }

    def base(self) -> tuple[Text, RollingText | None] | None:
        """Return the base, and the rolling text that it came with; None where there is a fault."""
        file = self._form.base
        if self._is_too_large("base"):
            return None
        if file is None:
            self.faults["base"] = _("Choose the file of the base text.")
            return None
        if "language" in self.faults:
            return None
        try:
            text, earlier = _base_in(file, self._form.language or None)
        except (CannotRead, NotAText, NotARollingText) as error:
            self.faults["base"] = str(error)
            return None
        if not text.units:
            says = _("{file}: there is no text in it; choose the file of a text.")
            self.faults["base"] = says.format(file=file.name)
            return None
        return text, earlier

    def filed(self, base: Text | None) -> Iterator[FiledRow]:
        """Yield what the rows file, those alone in which there is no fault."""
        for row in self._form.rows:
            if row.is_empty and f"file-{row.number}" not in self._too_large:
                continue
            delegation, at = self._delegation(row), self._at(row)
            filed = self._file(row, base)
            if delegation and at is not None and filed is not None:
                order = (
                    0 if at or filed.filed_at else row.number
                )  # the order of the rows counts where there is no time
                submission = Submission(delegation=delegation, filed=filed, filed_at=at, order=order)
                yield FiledRow(row, submission)

    def _delegation(self, row: Row) -> str:
        """Return whose file a row has; empty where there is a fault."""
        code = row.state or row.group.upper()
        field = f"state-{row.number}" if row.state or not row.group else f"group-{row.number}"
        fault = _fault_of_code(row, code)
        if not fault and code in self._whose:
            fault = str(FiledTwice(code))
        if fault:
            self.faults[field] = fault
            return ""
        self._whose[code] = row
        return code

    def _at(self, row: Row) -> str | None:
        """Return when a row was filed, empty where it does not say; None where there is a fault."""
        try:
            return _instant(row.at) if row.at else ""
        except ValueError:
            says = _("{given} is no time; write it as 2026-11-03T09:00, in Coordinated Universal Time.")
            self.faults[f"at-{row.number}"] = says.format(given=row.at)
            return None

    def _file(self, row: Row, base: Text | None) -> Filed | None:
        field = f"file-{row.number}"
        if self._is_too_large(field):
            return None
        if row.file is None:
            self.faults[field] = _("Choose the file of this delegation, or leave the row empty.")
            return None
        try:
            if base is not None:
                _check_version(row.file, base)
            if row.file.name.lower().endswith(".docx") and is_rolling_document(row.file.data, row.file.name):
                says = _(
                    "{file}: this is a rolling text of several delegations; name the text that one of them filed."
                )
                raise CannotRead(says.format(file=row.file.name))
            return read_bytes(row.file.data, row.file.name, base.language if base else None)
        except CannotRead as error:
            self.faults[field] = str(error)
            return None

    def _is_too_large(self, field: str) -> bool:
        if field in self._too_large:
            says = _(
                "This file has more than {most} MB. Pictures in it can be left out: only words are compared."
            )
            self.faults[field] = says.format(most=MOST_OF_A_FILE // MEGABYTE)
        return field in self._too_large


def _base_in(file: Upload, language: str | None) -> tuple[Text, RollingText | None]:
    """Return the text of a base, and the rolling text where it is one. Raises CannotRead, NotAText, NotARollingText."""
    if PurePath(file.name).suffix.lower() != TREE:
        return read_bytes(file.data, file.name, language).text, None
    try:
        if TEXT_FORMAT.encode() in file.data[:BEGINNING]:
            return read_text_json(file.data), None
        rolling = read_tree(file.data)
    except (NotAText, NotARollingText) as error:
        raise type(error)(_("{file}: {says}").format(file=file.name, says=error)) from None
    return rolling.base, rolling


def _check_version(file: Upload, base: Text) -> None:
    """Refuse a file of acts that says that it was written against another version. Raises CannotRead."""
    if PurePath(file.name).suffix.lower() not in ACTS:
        return
    stated = stated_base(file.data, file.name)
    if stated and not base.hash.startswith(stated):
        says = _(
            "{file}: it is written against the version {stated}, and the base is {base}; choose that version as the base."
        )
        shown = {"stated": stated[:SHOWN_OF_HASH], "base": base.hash[:SHOWN_OF_HASH]}
        raise CannotRead(says.format(file=file.name, **shown))


def _fault_of_code(row: Row, code: str) -> str:
    """Return what is wrong with whose file a row says it is; empty where nothing is."""
    if row.state and row.group:
        return _("Choose a state or type a group, not both.")
    if row.state and row.state not in state_codes():
        return _("Choose one of the list.")
    if row.group and code in state_codes():
        return _("{code} is a state; choose it from the list of states.").format(code=code)
    if row.group and not _GROUP.fullmatch(code):
        says = _(
            "{given} is no code of a group: two to twelve of the letters A to Z, digits and hyphens, such as CA5."
        )
        return says.format(given=row.group)
    return "" if code else _whose_is_it(row)


def _whose_is_it(row: Row) -> str:
    """Return the question of whose file it is, with those whom the file names for its changes."""
    if row.file is None:
        return _("Choose the delegation, or leave the row empty.")
    try:
        authors = read_bytes(row.file.data, row.file.name).authors
    except CannotRead:
        authors = ()
    if not authors:
        return _("{file}: whose submission is it? Choose the delegation.").format(file=row.file.name)
    says = _(
        "{file}: whose submission is it? Its changes were made by {authors}, which is evidence and no attribution. Choose the "
        "delegation."
    )
    named = ", ".join(f"{author} ({count})" for author, count in authors)
    return says.format(file=row.file.name, authors=named)


def _instant(given: str) -> str:
    """Return a time in UTC to the second; one that names no zone is in UTC. Raises ValueError."""
    at = datetime.fromisoformat(given)
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return f"{at.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
