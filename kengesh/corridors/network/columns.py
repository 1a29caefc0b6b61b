"""What a column of a table may hold: each sort of column reads a cell, or says what it expected.

A sort is a value that the tables of :mod:`~kengesh.corridors.network.tables` are defined with; the reader of files, the
exchange formats and the reference page all follow from that one definition.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any, Protocol

from kengesh.terms.dates import DateError, parse_when
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}")
ADDRESS = re.compile(r"https?://\S+")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
MOST = 1e12  # of any number: sums of what is larger lose the digits of what is smaller
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class CellError(ValueError):
    """A cell that its column cannot hold; the sentence says what it may hold."""


class Sort(Protocol):
    """A sort of column."""

    def read(self, text: str) -> Any:
        """Return the value that a cell that is not empty stands for. Raises CellError."""

    def describe(self) -> str:
        """Say what a cell may hold."""


@dataclass(frozen=True, slots=True)
class Key:
    """The id of the row, or of a row of other tables where `of` names them."""

    of: tuple[str, ...] = ()

    def read(self, text: str) -> str:
        if not KEY.fullmatch(text):
            says = _("“{text}” is no id: expected letters, digits and . _ / -, as in KZ-AKT.")
            raise CellError(says.format(text=text))
        return text

    def describe(self) -> str:
        return _("the id of a row of: {tables}").format(tables=", ".join(self.of)) if self.of else _("an id")


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it stands."""

    def read(self, text: str) -> str:
        if UNSEEN.search(text):
            raise CellError(_("the text has characters that cannot be seen. Type it anew."))
        return text

    def describe(self) -> str:
        return _("text")


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, text: str) -> str:
        if text not in self.words:
            says = _("“{text}” is not known here: expected {words}.")
            raise CellError(says.format(text=text, words=", ".join(self.words)))
        return text

    def describe(self) -> str:
        return _("one of: {words}").format(words=", ".join(self.words))


@dataclass(frozen=True, slots=True)
class Real:
    """A number within bounds, written with a point."""

    least: float = -math.inf
    most: float = math.inf

    def read(self, text: str) -> float:
        if not NUMBER.fullmatch(text):
            says = _(
                "“{text}” is no number: expected one such as 22 or 4.25, without unit and without spaces."
            )
            raise CellError(says.format(text=text))
        value = float(text)
        if abs(value) > MOST:
            raise CellError(_("{text}: no number here is beyond {most:g}.").format(text=text, most=MOST))
        if not self.least <= value <= self.most:
            raise CellError(_("{text}: expected {range}.").format(text=text, range=self.describe()))
        return value

    def describe(self) -> str:
        if self.least == -math.inf:
            return _("a number")
        if self.most == math.inf:
            return _("a number of at least {least:g}").format(least=self.least)
        return _("a number from {least:g} to {most:g}").format(least=self.least, most=self.most)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number of at least `least`."""

    least: int = 0

    def read(self, text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,12}", text) or int(text) < self.least:
            raise CellError(_("{text}: expected {range}.").format(text=text, range=self.describe()))
        return int(text)

    def describe(self) -> str:
        return _("a whole number of at least {least}").format(least=self.least)


@dataclass(frozen=True, slots=True)
class Country:
    """A state by its ISO 3166 alpha-3 code."""

    def read(self, text: str) -> str:
        if not is_state_code(text):
            says = _("“{text}” is no state: expected its ISO 3166 code of three letters, such as KAZ.")
            raise CellError(says.format(text=text))
        return text

    def describe(self) -> str:
        return _("the ISO 3166 alpha-3 code of a state")


@dataclass(frozen=True, slots=True)
class Several:
    """Values of one sort, with semicolons between them."""

    of: Sort

    def read(self, text: str) -> tuple[Any, ...]:
        return tuple(self.of.read(one.strip()) for one in text.split(";") if one.strip())

    def describe(self) -> str:
        return _("one or more, with ; between them: {what}").format(what=self.of.describe())


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the record's form: 2024, 2024-07, 2024-07-15, 2029/2030."""

    def read(self, text: str) -> str:
        try:
            parse_when(text)
        except DateError as error:
            raise CellError(str(error)) from None
        return text

    def describe(self) -> str:
        return _("a date such as 2024, 2024-07 or 2024-07-15")


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page; several with a space-semicolon-space between them."""

    def read(self, text: str) -> tuple[str, ...]:
        found = tuple(one.strip() for one in text.split(" ; "))
        for one in found:
            if not ADDRESS.fullmatch(one):
                says = _("“{text}” is no address: expected one that begins with https:// or http://.")
                raise CellError(says.format(text=one))
        return found

    def describe(self) -> str:
        return _("one or more addresses, with “ ; ” between them")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its sort, what it says of a row, whether a row has to have it, and the value of an empty cell."""

    sort: Sort
    says: str
    required: bool = False
    empty: Any = None


def column(sort: Sort, says: str, *, required: bool = False, empty: Any = None) -> Any:
    """Define a column as the field of a row's class."""
    told = Column(sort, says, required, empty)
    if required:
        return field(metadata={"column": told})
    return field(default=empty, metadata={"column": told})
