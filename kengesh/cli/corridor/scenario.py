"""Scenarios as they are named on the command line, and the model with their edits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kengesh.corridors.model import Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.scenarios.applying import apply
from kengesh.corridors.scenarios.mistakes import ScenarioError
from kengesh.corridors.scenarios.reading import read_scenario
from kengesh.corridors.scenarios.values import Scenario
from kengesh.desk.corridors import shipped_scenarios
from kengesh.terms.messages import _


def scenario_named(name: str, network: Callable[[], Network]) -> Scenario:
    """Return a scenario by its file, or by the name of one that comes with a pack.

    One that cannot be read is held against the network too, so that all of its mistakes are told at once.
    Raises LookupError, ScenarioError, NetworkError, OSError.
    """
    file = _file(name)
    try:
        return read_scenario(file)
    except ScenarioError:
        return read_scenario(file, network())


def edited(base: Model, name: str) -> Model:
    """Return a model with a scenario's edits. Raises ScenarioError where they do not fit its network, OSError."""
    return apply(base, read_scenario(_file(name), base.network))


def _file(name: str) -> Path:
    if Path(name).is_file():
        return Path(name)
    shipped = shipped_scenarios()
    if name in shipped:
        return shipped[name]
    says = _("--scenario: “{name}” is neither a file nor one of: {known}.")
    raise LookupError(says.format(name=name, known=", ".join(shipped) or _("(there are none)")))
