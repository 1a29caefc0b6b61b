"""The scenarios that are written for the network of a page, each read and found to fit, or with what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kengesh.corridors.scenarios.reading import read_scenario
from kengesh.corridors.scenarios.values import Scenario
from kengesh.desk.corridors import shipped_scenarios
from kengesh.site.corridors.ground import Ground

READ_KEPT = 64


@dataclass(frozen=True, eq=False)
class Listed:
    """A scenario by the name of its file; `layers` are those that it needs and that are not laid on here."""

    name: str
    scenario: Scenario
    layers: tuple[str, ...]


def scenarios_for(ground: Ground) -> list[Listed]:
    """Return the scenarios for an edition, in the order of their names. Raises ScenarioError for a file that is wrong."""
    found = []
    for name, path in shipped_scenarios().items():
        scenario = _read(path, path.stat().st_mtime_ns)
        if scenario.network == ground.edition.id:
            laid = {one.id for one in ground.network.editions}
            needs = dict.fromkeys(layer for one in scenario.line for layer in one.layers)
            found.append(Listed(name, scenario, tuple(layer for layer in needs if layer not in laid)))
    return found


def scenario_named(ground: Ground, name: str) -> Listed | None:
    """Return the scenario of a file's name; None where there is none for this edition."""
    return next((one for one in scenarios_for(ground) if one.name == name), None)


@lru_cache(READ_KEPT)
def _read(path: Path, _changed: int) -> Scenario:
    """Read a file; it is read anew when it has changed."""
    return read_scenario(path)
