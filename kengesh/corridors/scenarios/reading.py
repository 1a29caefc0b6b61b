"""Reading scenarios from files: YAML as :mod:`~kengesh.terms.written_yaml` reads it. For example:

    scenario: kuryk-in-place-of-aktau
    title: The Aktau ferry fails, Kuryk takes its goods
    network: central-asia/2026-01
    day: 2026-01
    says: The line from Aktau stands still for a month.
    edits:
      - remove: S002
        because: no vessel sails from Aktau
        grade: C
      - scale: B018
        quantity: dwell
        by: [1, 1.5, 3]
        because: trucks from Aktau wait at Kuryk too
        grade: C

A parent is looked for among the files of the same folder. Every mistake is told at once, with its file and line. Where a network is
given, so is what does not fit it; what of a network has to fit is said in :mod:`~kengesh.corridors.scenarios.edited`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import Where
from kengesh.corridors.scenarios.applying import misfits
from kengesh.corridors.scenarios.fields import HEAD, Part
from kengesh.corridors.scenarios.mistakes import Mistake, ScenarioError, Written, near
from kengesh.corridors.scenarios.reading_edits import read_edit
from kengesh.corridors.scenarios.values import BASE, Edit, Scenario
from kengesh.terms.messages import _
from kengesh.terms.written_yaml import Lines, NotYaml, read_yaml, value_of

SUFFIX = ".yaml"


def read_scenario(path: Path, network: Network | None = None) -> Scenario:
    """Return the scenario of a file, with its parents. Raises ScenarioError with every mistake in it and in them, OSError."""
    found = _Folder(path.parent).scenario(path, network)
    if isinstance(found, Scenario):
        return found
    raise ScenarioError(found)


def read_scenarios(folder: Path, network: Network | None = None) -> dict[str, Scenario]:
    """Return the scenarios of a folder by id, in the order of the files. Raises ScenarioError with every mistake, OSError."""
    files = _Folder(folder)
    scenarios: dict[str, Scenario] = {}
    mistakes: list[Mistake] = []
    for path in files.paths:
        found = files.scenario(path, network)
        if not isinstance(found, Scenario):
            mistakes += found
        elif found.id in scenarios:
            says = _("the id “{id}” is that of another file too: {file}.")
            first = scenarios[found.id].written.file
            mistakes.append(found.written.mistake("", "scenario", says.format(id=found.id, file=first)))
        else:
            scenarios[found.id] = found
    if mistakes:
        raise ScenarioError(mistakes)
    return scenarios


@dataclass(frozen=True, slots=True)
class _File:
    """What one file says, its parent not yet looked for: the values of its fields, those that are right.

    `unread` are the ids of rows whose adding could not be read.
    """

    written: Written
    values: Mapping[str, Any]
    edits: tuple[Edit, ...]
    mistakes: tuple[Mistake, ...]
    unread: tuple[str, ...] = ()

    @property
    def parent(self) -> str:
        """The id of its parent; ``base`` where it has none."""
        return str(self.values.get("parent", BASE))


@dataclass(slots=True)
class _Folder:
    """The files of a folder, each read once."""

    folder: Path
    files: dict[Path, _File] = field(default_factory=dict)

    @property
    def paths(self) -> list[Path]:
        return sorted(self.folder.glob(f"*{SUFFIX}"))

    def scenario(self, path: Path, network: Network | None) -> Scenario | list[Mistake]:
        """Return the scenario of a file, or what is wrong with it and its parents."""
        line, mistakes = self._line(path)
        if not mistakes:
            scenario = _joined(line)
            mistakes = misfits(scenario, network) if network is not None else []
            return mistakes or scenario
        if network is not None:
            mistakes += _misfits_of_part(line, network)
        return mistakes

    def _line(self, path: Path) -> tuple[list[_File], list[Mistake]]:
        """Return a file and those of its parents, the first first, and what is wrong with any of them."""
        line: list[_File] = []
        mistakes: list[Mistake] = []
        passed: list[str] = []
        at: Path | None = path
        while at is not None:
            one = self._file(at)
            line.insert(0, one)
            mistakes += one.mistakes
            passed.append(str(one.values.get("scenario", "")))
            at = self._parent(one, passed, mistakes)
        return line, mistakes + list(_differing(line))

    def _parent(self, one: _File, passed: list[str], mistakes: list[Mistake]) -> Path | None:
        wanted = one.parent
        if wanted == BASE:
            return None
        if wanted in passed:
            says = _("parents in a circle: {ids}. One of them has to have the parent “base”.")
            ids = ", ".join([*passed[passed.index(wanted) :], wanted])
            mistakes.append(one.written.mistake("", "parent", says.format(ids=ids)))
            return None
        known = {str(self._file(path).values.get("scenario", "")): path for path in self.paths}
        if wanted not in known:
            says = _("“{id}” is not there: no file in this folder is of that scenario.").format(id=wanted)
            mistakes.append(one.written.mistake("", "parent", says + near(wanted, [BASE, *known])))
        return known.get(wanted)

    def _file(self, path: Path) -> _File:
        if path not in self.files:
            self.files[path] = _read_file(path)
        return self.files[path]


def _read_file(path: Path) -> _File:
    mistakes: list[Mistake] = []
    lines: Lines = {}
    twice: list[tuple[int, str]] = []
    try:
        root = read_yaml(path)
        if isinstance(root, yaml.MappingNode):
            data = value_of(root, "", lines, twice)
        else:
            raise NotYaml(1, _("expected the fields of a scenario: {fields}.").format(fields=", ".join(HEAD)))
    except NotYaml as error:
        mistakes.append(Mistake(Where(path.name, error.line), "", "", error.says))
        return _File(Written(path.name), {}, (), tuple(mistakes))
    mistakes += (Mistake(Where(path.name, line), "", "", says) for line, says in twice)
    written = Written(path.name, "", lines)
    part = Part(data, written, "", mistakes)
    part.known([*HEAD, "edits"])
    values = part.read(HEAD)
    if values.get("scenario") == BASE:
        part.wrong("scenario", _("“base” is the network without edits: call the scenario something else."))
    edits = tuple(_edits(part))
    return _File(written, values, edits, tuple(mistakes), tuple(_unread(part, edits)))


def _unread(part: Part, edits: Iterable[Edit]) -> Iterable[str]:
    """Yield the ids of rows that the file adds in edits that could not be read: what speaks of them is no mistake of its own."""
    read = {edit.written.path for edit in edits}
    given = part.data.get("edits", [])
    for place, data in enumerate(given if isinstance(given, list) else []):
        row = data.get("row") if isinstance(data, dict) and f"edits[{place}]" not in read else None
        for name, value in row.items() if isinstance(row, dict) else ():
            if name.endswith("_id"):
                yield str(value)


def _edits(part: Part) -> Iterable[Edit]:
    given = part.data.get("edits", [])
    if not isinstance(given, list):
        part.wrong("edits", _("expected a list of edits, each beginning with a dash."))
        return
    keys: set[str] = set()
    for place, data in enumerate(given):
        written = part.written.below(f"edits[{place}]")
        edit = read_edit(data, written, place + 1, part.mistakes)
        if edit is None:
            continue
        if edit.key in keys:
            says = _("another edit has the key “{key}” already.")
            part.mistakes.append(written.mistake(edit.key, "key", says.format(key=edit.key)))
        keys.add(edit.key)
        yield edit


def _joined(line: list[_File]) -> Scenario:
    scenario: Scenario | None = None
    for one in line:
        values = {**one.values, "id": one.values["scenario"], "parent": scenario}
        del values["scenario"]
        scenario = Scenario(**values, edits=one.edits, written=one.written)
    assert scenario is not None
    return scenario


def _differing(line: list[_File]) -> Iterable[Mistake]:
    """Yield a mistake for each scenario that is written for another edition than its parent."""
    for parent, child in pairwise(line):
        theirs, its = parent.values.get("network"), child.values.get("network")
        if theirs and its and theirs != its:
            says = _("its parent “{parent}” is written for the edition “{edition}”.")
            told = says.format(parent=child.parent, edition=theirs)
            yield child.written.mistake("", "network", told)


def _misfits_of_part(line: list[_File], network: Network) -> list[Mistake]:
    """Return what does not fit the network in the edits that could be read, so that it is told with the rest."""
    scenario: Scenario | None = None
    for one in line:
        told = {"id": "", "title": "", "network": network.editions[0].id, "day": "", "says": ""}
        kept = {name: one.values[name] for name in ("network", "layers") if name in one.values}
        scenario = Scenario(**{**told, **kept}, parent=scenario, edits=one.edits, written=one.written)
    assert scenario is not None
    return misfits(scenario, network, {key for one in line for key in one.unread})
