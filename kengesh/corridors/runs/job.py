"""A job: a question with chance in it, as a value that can be sent to another process.

A job answers for a range of draws with columns of numbers. It promises that a draw's rows depend on the draw's number
alone: asked for draws 0 to 9, or for 0 to 4 and 5 to 9, it gives the same digits. Numbers by draw number are in
:mod:`.chance`. A computation over several draws at once keeps the promise as long as it adds up numbers of one draw in an
order that does not hang on how many draws there are. A job travels to the workers with every part: a few megabytes at most.

Its columns are plain arrays of truth values, whole or floating numbers. Words are for the reader of the numbers: a job
writes the place of a word in a list of its own. With one row for each draw nothing more is needed; with several, or
sometimes none, a column ``draw`` of whole numbers says whose row it is, in rising order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kengesh.corridors.runs.errors import RunError
from kengesh.record.canonical import canonical
from kengesh.terms.messages import _

Columns = dict[str, NDArray[Any]]

DRAW = "draw"
KINDS = "biuf"  # of numpy: truth values, whole numbers with a sign, without, floating numbers
LARGEST_ITEM = 8  # bytes; the longer floats of some machines are not the same on others


class BadPart(RunError):
    """The columns that a job gave are not what a job may give."""


class NotAName(RunError):
    """The name of a job is not a SHA-256."""


class Job(Protocol):
    """What :func:`kengesh.corridors.runs.running.run` runs: a frozen value that pickle can write."""

    @property
    def name(self) -> str:
        """The SHA-256, in hexadecimal, of all that determines a draw's rows: see :func:`run_name`."""

    @property
    def seed(self) -> int:
        """The seed, for whoever reads the results."""

    @property
    def draws(self) -> int:
        """How many draws are asked for. Not a part of the name: more draws later keep those that are there."""

    def part(self, first: int, last: int) -> Columns:
        """Return the rows of the draws from `first` up to `last`."""


@dataclass(frozen=True, eq=False)
class Part:
    """The rows of the draws from `first` up to `last`."""

    first: int
    last: int
    columns: Columns

    def cut(self, first: int, last: int) -> Part:
        """Return the rows of some of the draws."""
        if (first, last) == (self.first, self.last):
            return self
        low, high = first - self.first, last - self.first
        if DRAW in self.columns:
            low, high = map(int, np.searchsorted(self.columns[DRAW], (first, last)))
        return Part(first, last, {name: column[low:high] for name, column in self.columns.items()})

    @property
    def form(self) -> tuple[tuple[str, str], ...]:
        """The name and the type of each column, in order."""
        return tuple((name, column.dtype.str) for name, column in self.columns.items())


def run_name(what: Mapping[str, Any]) -> str:
    """Return the name of a run: the SHA-256 of the canonical JSON of all that determines its results.

    That is the edition of the data, the scenario, the question, the seed, and the version of the formula in the code;
    not the number of draws. Decimal numbers are written as strings. Raises NotCanonical.
    """
    return sha256(canonical(dict(what))).hexdigest()


def check_name(name: str) -> None:
    """Raise NotAName for what is not a SHA-256: a run's name is also the name of its folder."""
    if not re.fullmatch("[0-9a-f]{64}", name):
        says = _("the name of a run is a SHA-256 of 64 hexadecimal digits, made with run_name; found {name}.")
        raise NotAName(says.format(name=repr(name)))


def make_part(job: Job, first: int, last: int) -> Part:
    """Ask a job for a range of draws and check what it gives. Raises BadPart, and whatever the job raises."""
    columns = {name: _plain(name, column) for name, column in job.part(first, last).items()}
    part = Part(first, last, columns)
    _check_rows(part)
    return part


def joined(parts: list[Part]) -> Columns:
    """Return the columns of parts that follow one another, joined."""
    if len(parts) == 1:
        return parts[0].columns
    return {name: np.concatenate([part.columns[name] for part in parts]) for name in parts[0].columns}


def _plain(name: str, column: NDArray[Any]) -> NDArray[Any]:
    """Return a column in this machine's order of bytes, each number beside the next."""
    array = np.asarray(column)
    if array.ndim != 1 or array.dtype.kind not in KINDS or array.dtype.itemsize > LARGEST_ITEM:
        says = _(
            "the column {name} is an array of {type} in {dimensions} dimensions; expected one dimension of truth "
            "values, whole numbers or floating numbers of at most 64 bits."
        )
        raise BadPart(says.format(name=name, type=array.dtype, dimensions=array.ndim))
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("="))


def _check_rows(part: Part) -> None:
    lengths = {len(column) for column in part.columns.values()}
    if len(lengths) != 1:
        says = _("the columns of a part have {lengths} rows; expected columns of one length, at least one.")
        raise BadPart(says.format(lengths=", ".join(map(str, sorted(lengths))) or 0))
    draws = part.columns.get(DRAW)
    if draws is None:
        if lengths != {part.last - part.first}:
            says = _("{rows} rows for {draws} draws, and no column draw that says whose they are.")
            raise BadPart(says.format(rows=lengths.pop(), draws=part.last - part.first))
    elif draws.dtype != np.int64 or not _rising(draws, part.first, part.last):
        says = _(
            "the column draw has to hold draw numbers from {first} to {last}, as int64, in rising order."
        )
        raise BadPart(says.format(first=part.first, last=part.last - 1))


def _rising(draws: NDArray[Any], first: int, last: int) -> bool:
    if not len(draws):
        return True
    return bool(draws[0] >= first and draws[-1] < last and np.all(draws[1:] >= draws[:-1]))
