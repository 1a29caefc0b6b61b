"""Reading files of rows: YAML as :mod:`~kengesh.terms.written_yaml` reads it, with the line of every field.

A file is a list. An item is a row (``row``, ``act`` and the act's fields) or ``together: [row, ...]``, whose acts go
into one entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kengesh.terms.messages import _
from kengesh.terms.written_yaml import Lines, NotYaml, TooDeep, line_of, read_yaml, value_of


@dataclass(frozen=True, slots=True, order=True)
class RowProblem:
    """One mistake in a file of rows: where it is, and a sentence."""

    file: str
    line: int
    row: str
    field: str
    says: str

    def __str__(self) -> str:
        place = _("{file}, line {line}").format(file=self.file, line=self.line)
        if self.row:
            place = _("{place}, row {row}").format(place=place, row=self.row)
        return f"{place}, {self.field}: {self.says}" if self.field else f"{place}: {self.says}"


class RowProblems(ValueError):
    """Files of rows that cannot be entered, with every mistake found in them. Nothing was entered."""

    def __init__(self, problems: list[RowProblem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(one) for one in self.problems))


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in its file. `group` numbers the entry that it shares with others of its `together`."""

    file: str
    line: int
    group: int
    data: dict[str, Any]
    lines: Lines

    @property
    def name(self) -> str:
        """Its permanent name; nothing where it has none."""
        name = self.data.get("row")
        return str(name) if isinstance(name, str | int) else ""

    def problem(self, field: str, says: str) -> RowProblem:
        """Say what is wrong with a field, at its own line or at that of the nearest thing around it."""
        return RowProblem(self.file, line_of(field, self.lines, self.line), self.name, field, says)


def read_rows(path: Path, shown_as: str | None = None) -> tuple[list[Row], list[RowProblem]]:
    """Read one file. Returns its rows, and what is wrong with its form (a file that is not YAML has no rows)."""
    name = shown_as or str(path)
    try:
        root = read_yaml(path)
    except TooDeep as error:
        says = _("is nested too deeply; a row has a few levels.")
        return [], [RowProblem(name, error.line, "", "", says)]
    except NotYaml as error:
        return [], [RowProblem(name, error.line, "", "", error.says)]
    if root is None:
        return [], []
    if not isinstance(root, yaml.SequenceNode):
        return [], [RowProblem(name, 1, "", "", _("expected a list of rows, each beginning with a dash."))]
    problems: list[RowProblem] = []
    rows = list(_rows(root, name, problems))
    return rows, problems


def _rows(root: yaml.SequenceNode, file: str, problems: list[RowProblem]) -> Iterator[Row]:
    for group, item in enumerate(root.value):
        together = _together(item)
        if together == []:
            line = item.start_mark.line + 1
            problems.append(
                RowProblem(file, line, "", "together", _("expected rows that are entered together."))
            )
        for node in together if together is not None else [item]:
            line = node.start_mark.line + 1
            lines: Lines = {}
            if not isinstance(node, yaml.MappingNode):
                problems.append(
                    RowProblem(file, line, "", "", _("expected a row with the fields row and act."))
                )
                continue
            found: list[tuple[int, str]] = []
            data = value_of(node, "", lines, found)
            name = str(data.get("row", ""))
            problems.extend(RowProblem(file, at, name, "", says) for at, says in found)
            yield Row(file, line, group, data, lines)


def _together(node: yaml.Node) -> list[yaml.Node] | None:
    """Return the rows of a ``together``, None for a plain row."""
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        key, value = node.value[0]
        if key.value == "together" and isinstance(value, yaml.SequenceNode):
            return list(value.value)
    return None
