"""What is wrong in a scenario: every mistake at once, each with its file, its line, its edit and its field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.terms.messages import _
from kengesh.terms.written_yaml import line_of


@dataclass(frozen=True, slots=True, order=True)
class Mistake(Problem):
    """One mistake; `row` is the key of the edit, `column` its field. Both are empty where the file as a whole is meant."""

    def __str__(self) -> str:
        place = str(self.where)
        if self.row:
            place = _("{place}, edit {edit}").format(place=place, edit=self.row)
        return f"{place}, {self.column}: {self.says}" if self.column else f"{place}: {self.says}"


class ScenarioError(NetworkError):
    """A scenario that cannot be used, with every mistake found in it. Nothing of it is applied."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where a scenario or an edit stands: its file, and the lines of the fields below `path`."""

    file: str = ""
    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, name: str = "") -> Where:
        """Return the place of a field, or of the nearest thing around it."""
        return Where(self.file, line_of(self._path(name), dict(self.lines), self.lines.get("", 1)))

    def below(self, name: str) -> Written:
        """Return the place of what a field holds."""
        return Written(self.file, self._path(name), self.lines)

    def mistake(self, edit: str, name: str, says: str) -> Mistake:
        """Say what is wrong with a field."""
        return Mistake(self.at(name), edit, name, says)

    def _path(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path and name else self.path or name


UNWRITTEN = Written()


def near(one: str, known: Iterable[str]) -> str:
    """Return a question that offers what was perhaps meant, with a space before it; nothing where nothing is near."""
    found = get_close_matches(one, list(known), 3, 0.6)
    return " " + _("Is it {near}?").format(near=", ".join(found)) if found else ""
