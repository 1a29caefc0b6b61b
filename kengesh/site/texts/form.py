"""What the form of the page asks for, as the person filled it in: fields as they were sent, read and not yet judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from kengesh.site.texts.limits import MOST_FILES

SHOWN_ROWS = 6  # the others are folded away
FIRST_ROWS = 12
MOST_ROWS = MOST_FILES - 1
LONGEST = 100  # characters of a field: a group's code has 12, a time has 25


class Upload(Struct, frozen=True):
    """A file as it was sent."""

    name: str
    data: bytes


class Row(Struct, frozen=True):
    """What stands beside one file: a state chosen, or a group typed, and perhaps the time of filing."""

    number: int
    state: str = ""
    group: str = ""
    at: str = ""
    file: Upload | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.state or self.group or self.at or self.file)


class Form(Struct, frozen=True):
    """The form as it was filled in; an empty language or profile is the first one offered."""

    base: Upload | None = None
    language: str = ""
    profile: str = ""
    give: str = ""
    rows: tuple[Row, ...] = ()


def empty_form(rows: int = FIRST_ROWS) -> Form:
    """Return a form in which nothing is filled in."""
    return Form(rows=tuple(Row(number) for number in range(1, rows + 1)))


def form_of(fields: Mapping[str, str], files: Mapping[str, Any]) -> Form:
    """Return what was sent. Files are taken out of the request; nothing else keeps them."""
    numbers = [number for number in range(1, MOST_ROWS + 1) if f"state-{number}" in fields]
    count = max(FIRST_ROWS, *numbers, *(n for n in range(1, MOST_ROWS + 1) if f"file-{n}" in files), 0)
    return Form(
        base=_upload(files.get("base")),
        language=_field(fields, "language"),
        profile=_field(fields, "profile"),
        give=_field(fields, "give"),
        rows=tuple(_row(number, fields, files) for number in range(1, count + 1)),
    )


def rows_asked(asked: str) -> int:
    """Return how many rows an address asks for; what is no number asks for the usual ones."""
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else FIRST_ROWS
    return min(max(wanted, FIRST_ROWS), MOST_ROWS)


def _row(number: int, fields: Mapping[str, str], files: Mapping[str, Any]) -> Row:
    return Row(
        number=number,
        state=_field(fields, f"state-{number}"),
        group=_field(fields, f"group-{number}"),
        at=_field(fields, f"at-{number}"),
        file=_upload(files.get(f"file-{number}")),
    )


def _field(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").strip()[:LONGEST]


def _upload(file: Any) -> Upload | None:
    return None if file is None else Upload(str(file.name), file.read())
