"""What is wrong in the files of a network: every mistake at once, each with its file, its line and its column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kengesh.terms.messages import _, ngettext

MOST_TOLD = 50  # mistakes in one message; a file of another kind has as many as it has rows


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file: its name inside the edition, and the line, counted from 1. The head of a table is line 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return _("{file}, line {line}").format(file=self.file, line=self.line)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, the row and the column where they are known, and a sentence on what to do."""

    where: Where
    row: str
    column: str
    says: str

    def __str__(self) -> str:
        place = str(self.where)
        if self.row:
            place = _("{place}, row {row}").format(place=place, row=self.row)
        return f"{place}, {self.column}: {self.says}" if self.column else f"{place}: {self.says}"


class NetworkError(ValueError):
    """Files that are no network, with every mistake found in them. Nothing of them is used."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        told = [str(one) for one in self.problems[:MOST_TOLD]]
        if len(self.problems) > MOST_TOLD:
            more = len(self.problems) - MOST_TOLD
            told.append(ngettext("And {count} more.", "And {count} more.", more).format(count=more))
        super().__init__("\n".join(told))
