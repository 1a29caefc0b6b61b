"""YAML of which every part is known by its line, so that an error can name it.

Values are taken as they are written: ``5``, ``no`` and ``2026-11-03`` are words here. Aliases are not read, since a few
lines of them can stand for more than a machine holds.
"""

from __future__ import annotations

import yaml

from kengesh.terms.messages import _
from kengesh.texts.reading.decoding import decoded
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.tokens import cleaned

# The parser in C where PyYAML has it: ten times as fast on a long file.
LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 8  # lists and fields in one another; a file of acts has three


class LocatedYaml:
    """Reads the nodes of one file, and says where something is wrong in it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def refusal(self, line: int, says: str) -> CannotRead:
        """Return the exception that names the file and a line."""
        return CannotRead(_("{file}: line {line}: {says}").format(file=self.name, line=line, says=says))

    def root(self, data: bytes) -> yaml.Node:
        """Return the whole of a file."""
        source = decoded(data, self.name)
        try:
            self._refuse_what_grows(source)
            root = yaml.compose(source, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            says = _("this is not YAML: {problem}.")
            raise self.refusal(line, says.format(problem=error.problem or error.context or "")) from None
        except yaml.YAMLError:
            raise self.refusal(1, _("this is not YAML that can be read.")) from None
        if root is None:
            raise self.refusal(1, _("the file is empty; it needs the field {name}.").format(name="acts"))
        return root

    def _refuse_what_grows(self, source: str) -> None:
        """Look at the file without holding it: aliases, and lists in lists without end."""
        depth = 0
        for event in yaml.parse(source, Loader=LOADER):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                raise self.refusal(line, _("an alias (*name) is not read; write the words out."))
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                says = _("there are more than {most} lists in one another; this is no file of acts.")
                raise self.refusal(line, says.format(most=DEEPEST))

    def fields(self, node: yaml.Node) -> dict[str, yaml.Node]:
        """Return the fields of a mapping, each once."""
        if not isinstance(node, yaml.MappingNode):
            raise self.refusal(line_of(node), _("expected fields with their values, as in “name: value”."))
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            field = self.scalar(key, "name")
            if field in found:
                raise self.refusal(line_of(key), _("the field {name} stands twice.").format(name=field))
            found[field] = value
        return found

    def scalar(self, node: yaml.Node, field: str) -> str:
        """Return words or a number as they are written."""
        if not isinstance(node, yaml.ScalarNode):
            raise self.refusal(
                line_of(node), _("{name} must be words or a number, and no list.").format(name=field)
            )
        return cleaned(str(node.value))


def line_of(node: yaml.Node | None) -> int:
    """Return the line of a node, from 1."""
    return 1 if node is None or node.start_mark is None else node.start_mark.line + 1
