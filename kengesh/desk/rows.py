"""Reading files of rows: YAML that a non-programmer can edit, with the line of every field kept for messages.

A file is a list. An item is a row (``row``, ``act`` and the act's fields) or ``together: [row, ...]``, whose acts go
into one entry. Only ``true`` and ``false`` are booleans (so ``no`` is a word), a date is text, a whole number is a
number; every other scalar is text. Duplicate keys are refused, and so are anchors and aliases (``&``, ``*``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kengesh.terms.messages import _

LOADER: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # the same language; one is written in C and not everywhere
DEEPEST = 30  # levels
LONGEST_NUMBER = 17  # digits; what is longer is no number that an act may hold
WHOLE = re.compile(r"0|[1-9][0-9]*")
Lines = dict[str, int]


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
        path = field
        while path and path not in self.lines:
            path = re.sub(r"(\.[^.\[]*|\[[^\]]*\]|^[^.\[]+)$", "", path)
        return RowProblem(self.file, self.lines.get(path, self.line), self.name, field, says)


def read_rows(path: Path, shown_as: str | None = None) -> tuple[list[Row], list[RowProblem]]:
    """Read one file. Returns its rows, and what is wrong with its form (a file that is not YAML has no rows)."""
    name = shown_as or str(path)
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=LOADER)
    except UnicodeDecodeError:
        return [], [RowProblem(name, 1, "", "", _("is not text in UTF-8; save it as UTF-8."))]
    except RecursionError:
        return [], [RowProblem(name, 1, "", "", _("is nested too deeply; a row has a few levels."))]
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        says = _("holds the control character U+{code:04X}; take it out.")
        return [], [RowProblem(name, line, "", "", says.format(code=error.character))]
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem):
            return [], [RowProblem(name, 1, "", "", _("is nested too deeply; a row has a few levels."))]
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [], [RowProblem(name, line, "", "", _("is not YAML: {why}.").format(why=error.problem))]
    if root is None:
        return [], []
    for node, says in _unfit(root):
        return [], [RowProblem(name, node.start_mark.line + 1, "", "", says)]
    if not isinstance(root, yaml.SequenceNode):
        return [], [RowProblem(name, 1, "", "", _("expected a list of rows, each beginning with a dash."))]
    problems: list[RowProblem] = []
    rows = list(_rows(root, name, problems))
    return rows, problems


def _unfit(root: yaml.Node) -> Iterator[tuple[yaml.Node, str]]:
    """Yield nodes that no row needs: one that stands in two places, since an alias can make a file without end; one too deep."""
    seen: set[int] = set()
    ahead = [(root, 0)]
    while ahead:
        node, depth = ahead.pop()
        if id(node) in seen:
            yield node, _("is anchored with & and used again with *; write it out in each place.")
        if depth > DEEPEST:
            yield node, _("is nested too deeply; a row has a few levels.")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            ahead += [(one, depth + 1) for pair in node.value for one in pair]
        elif isinstance(node, yaml.SequenceNode):
            ahead += [(one, depth + 1) for one in node.value]


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
            data = _value(node, "", lines, found)
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


def _value(node: yaml.Node, path: str, lines: Lines, found: list[tuple[int, str]]) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, found)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, f"{path}[{place}]", lines, found) for place, item in enumerate(node.value)]
    text: str = node.value
    if isinstance(node, yaml.ScalarNode) and not node.style:
        if text in ("true", "false"):
            return text == "true"
        if len(text) < LONGEST_NUMBER and WHOLE.fullmatch(text):
            return int(text)
    return text


def _mapping(node: yaml.MappingNode, path: str, lines: Lines, found: list[tuple[int, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in values:
            found.append((key.start_mark.line + 1, _("the field {name} stands twice.").format(name=name)))
        values[name] = _value(value, f"{path}.{name}" if path else name, lines, found)
        lines[f"{path}.{name}" if path else name] = key.start_mark.line + 1
    return values
