"""YAML that a non-programmer can edit, with the line of every field kept for messages.

Only ``true`` and ``false`` are booleans (so ``no`` is a word), a date is text, a whole number is a number; every other scalar is
text. Duplicate keys are refused, and so are anchors and aliases (``&``, ``*``), since a few lines of them can stand for more than
a machine holds.

What a file has to hold is left to its reader: :func:`read_yaml` gives the nodes of a file, :func:`value_of` what a node stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


class NotYaml(ValueError):
    """A file that is not such YAML: the line, and a sentence."""

    def __init__(self, line: int, says: str) -> None:
        self.line, self.says = line, says
        super().__init__(says)


class TooDeep(NotYaml):
    """A file that is nested too deeply, which its reader can say in its own words."""

    def __init__(self, line: int = 1) -> None:
        super().__init__(line, _("is nested too deeply."))


def read_yaml(path: Path) -> yaml.Node | None:
    """Return what a file holds; None where it is empty. Raises NotYaml, OSError."""
    try:
        text = path.read_text(encoding="utf-8")
        root: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    except UnicodeDecodeError:
        raise NotYaml(1, _("is not text in UTF-8; save it as UTF-8.")) from None
    except RecursionError:
        raise TooDeep from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        says = _("holds the control character U+{code:04X}; take it out.")
        raise NotYaml(line, says.format(code=error.character)) from None
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem):
            raise TooDeep from None
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise NotYaml(line, _("is not YAML: {why}.").format(why=error.problem)) from None
    if root is not None:
        for refusal in _unfit(root):
            raise refusal
    return root


def value_of(node: yaml.Node, path: str, lines: Lines, found: list[tuple[int, str]]) -> Any:
    """Return what a node stands for; the lines of its fields are put in `lines`, what is wrong in `found` with its line."""
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, found)
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item, f"{path}[{place}]", lines, found) for place, item in enumerate(node.value)]
    text: str = node.value
    if isinstance(node, yaml.ScalarNode) and not node.style:
        if text in ("true", "false"):
            return text == "true"
        if len(text) < LONGEST_NUMBER and WHOLE.fullmatch(text):
            return int(text)
    return text


def line_of(path: str, lines: Lines, otherwise: int) -> int:
    """Return the line of a field, or that of the nearest thing around it that has one."""
    while path and path not in lines:
        path = re.sub(r"(\.[^.\[]*|\[[^\]]*\]|^[^.\[]+)$", "", path)
    return lines.get(path, otherwise)


def _unfit(root: yaml.Node) -> Iterator[NotYaml]:
    """Yield what is wrong with nodes that nobody needs: one that stands in two places, one too deep."""
    seen: set[int] = set()
    ahead = [(root, 0)]
    while ahead:
        node, depth = ahead.pop()
        line = node.start_mark.line + 1
        if id(node) in seen:
            yield NotYaml(line, _("is anchored with & and used again with *; write it out in each place."))
        if depth > DEEPEST:
            yield TooDeep(line)
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            ahead += [(one, depth + 1) for pair in node.value for one in pair]
        elif isinstance(node, yaml.SequenceNode):
            ahead += [(one, depth + 1) for one in node.value]


def _mapping(node: yaml.MappingNode, path: str, lines: Lines, found: list[tuple[int, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in values:
            found.append((key.start_mark.line + 1, _("the field {name} stands twice.").format(name=name)))
        values[name] = value_of(value, f"{path}.{name}" if path else name, lines, found)
        lines[f"{path}.{name}" if path else name] = key.start_mark.line + 1
    return values
