"""What a file says, whatever its format: the text that it wants, and what it tells beside the text.

A reader of a format returns a :class:`Filed`; it never fetches anything that the file points to. A file that cannot be read,
or that must not be, is refused with :class:`CannotRead`, whose sentence says where and why.
"""

from __future__ import annotations

from msgspec import Struct

from kengesh.texts.units import Text


class CannotRead(ValueError):
    """A file that is refused: broken, hostile, or of a form that is not read. Its sentence is for the person who filed it."""


class Span(Struct, frozen=True, omit_defaults=True):
    """Words of a text as it was submitted: unchanged, inserted or deleted, and then by whom and when as the file says.

    A split or joined paragraph is a span whose text is ``¶``.
    """

    text: str
    change: str = ""  # "", "insert", "delete"
    author: str = ""
    at: str = ""  # as the file writes it
    moved: bool = False


class SubmittedUnit(Struct, frozen=True):
    """A paragraph, cell or footnote with its revisions: the first of the three views."""

    spans: tuple[Span, ...]


class Remark(Struct, frozen=True, omit_defaults=True):
    """A comment in a file: on which unit of the accepted text, on which of its words, by whom, when."""

    unit: str
    words: str  # the words that the comment is anchored to; empty: the unit
    text: str
    author: str = ""
    at: str = ""
    start: int = 0  # tokens of the unit's accepted text
    end: int = 0


class Finding(Struct, frozen=True):
    """Something that a reader could not take as it was, or that a person should know: where, and a sentence."""

    where: str
    says: str


class Explicit(Struct, frozen=True, omit_defaults=True):
    """An act that a file states in words rather than by its text; the names are those of ``Act``.

    `unit` is a label (``5``, ``PP3``, ``5 alt 1``) or an id; `words` quotes the span meant, `nth` which of several.
    """

    act: str
    unit: str
    words: str = ""
    nth: int = 1
    text: str = ""
    after: str = ""
    reservation: str = ""
    delegation: str = ""  # of a support: whose amendment


class Filed(Struct, frozen=True, kw_only=True):
    """What a reader found.

    `text` is the accepted view: the text as whoever wrote the file wants it. `rejected` is the view without the file's
    tracked changes; None where the format has none. `submitted` has a unit for each paragraph of the file.
    """

    text: Text
    rejected: Text | None = None
    submitted: tuple[SubmittedUnit, ...] = ()
    remarks: tuple[Remark, ...] = ()
    explicit: tuple[Explicit, ...] = ()
    authors: tuple[tuple[str, int], ...] = ()  # who made tracked changes, and how many
    findings: tuple[Finding, ...] = ()
    filed_at: str = ""  # the instant that the file itself states, ISO 8601 in UTC; empty where it states none
    digest: str = ""  # SHA-256 of the file, hexadecimal
    file_name: str = ""
