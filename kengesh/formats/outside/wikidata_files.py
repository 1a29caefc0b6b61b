"""The shapes in which entities and query results of Wikidata come as JSON, read into one stream each.

``{"entities": {"Q232": {...}}}``   Special:EntityData, wbgetentities
``[`` an entity a line, with commas ``]``, or an entity a line without brackets: dumps; read line by line
``[{...}, {...}]``                  a list of entities in any layout
``{"head": ..., "results": {"bindings": [...]}}``   a SPARQL result; a list of plain objects is the "simple" export of one

What is not line by line is held in memory while it is read, and refused beyond a limit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from kengesh.formats.outside.json_files import load_json
from kengesh.formats.outside.values import BadFile, Progress
from kengesh.terms.messages import _

TELL_EVERY = 500  # lines


@dataclass(frozen=True, slots=True)
class Item:
    """One entity, or one row of a query result, and where it stands: a line, or its place in the file."""

    data: Mapping[str, Any]
    place: str
    is_entity: bool


def items_in(file: Path, progress: Progress | None = None) -> Iterator[Item]:
    """Yield the entities or rows of a file. Raises BadFile, OSError."""
    if _is_by_lines(file):
        yield from _by_lines(file, progress)
    else:
        yield from _whole(file)
    if progress is not None:
        size = file.stat().st_size
        progress(size, size)


def _is_by_lines(file: Path) -> bool:
    """Whether the first line that holds more than a bracket is a whole entity."""
    try:
        with file.open(encoding="utf-8-sig") as opened:
            for line in opened:
                text = line.strip().rstrip(",")
                if text in ("", "["):
                    continue
                found = json.loads(text)
                return isinstance(found, dict) and _is_entity(found)
    except (ValueError, RecursionError):  # no JSON, no text, or a number of too many digits
        return False
    return False


def _by_lines(file: Path, progress: Progress | None) -> Iterator[Item]:
    size, number = file.stat().st_size, 0
    try:
        with file.open("rb") as raw, TextIOWrapper(raw, "utf-8-sig") as opened:
            for number, line in enumerate(opened, 1):
                text = line.strip().rstrip(",")
                if text in ("", "[", "]"):
                    continue
                found = json.loads(text)
                if not isinstance(found, dict) or not _is_entity(found):
                    raise BadFile(_("expected an entity with an id and claims."), file, number)
                yield Item(found, f"line {number}", True)
                if progress is not None and number % TELL_EVERY == 0:
                    progress(min(size, raw.tell()), size)
    except UnicodeDecodeError:
        raise BadFile(_("is not text in UTF-8; save it as UTF-8."), file, number + 1) from None
    except json.JSONDecodeError as error:
        says = _("is not JSON: {why}.").format(why=error.msg)
        raise BadFile(says, file, number, str(error.colno)) from None


def _whole(file: Path) -> Iterator[Item]:
    found = load_json(file)
    if isinstance(found, dict) and isinstance(found.get("entities"), dict):
        for id_, entity in found["entities"].items():
            if isinstance(entity, dict) and "missing" not in entity:
                yield Item({"id": id_, **entity}, f"entity {id_}", True)
    elif isinstance(found, dict) and _is_entity(found):
        yield Item(found, f"entity {found['id']}", True)
    elif isinstance(found, dict) and isinstance(found.get("results"), dict):
        for number, row in enumerate(_listed(found["results"].get("bindings"), file), 1):
            yield Item(_plain(row), f"result {number}", False)
    else:
        for number, one in enumerate(_listed(found, file), 1):
            place = f"result {number}"
            yield Item(one, place, _is_entity(one))


def _listed(found: object, file: Path) -> list[Mapping[str, Any]]:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        says = _("expected entities ({entities}), a list of them, or the JSON of a query result ({results}).")
        raise BadFile(says.format(entities='{"entities": ...}', results='{"results": ...}'), file)
    return found


def _plain(row: Mapping[str, Any]) -> dict[str, str]:
    """Return a row of a query result with its values alone."""
    return {name: str(one["value"]) for name, one in row.items() if isinstance(one, dict) and "value" in one}


def _is_entity(found: Mapping[str, Any]) -> bool:
    return "id" in found and isinstance(found.get("claims", found.get("labels")), dict | list)
