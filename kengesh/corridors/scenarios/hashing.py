"""The hash of a scenario, by which it is cited: the SHA-256 of the canonical JSON of

    {"content": {...}, "network": "<hash of the network>", "on": "<hash of the parent, empty on the network itself>"}

The content has the fields of the file under their names, those that are empty left out, numbers as text in their shortest form, and
a field that may hold several values as a list. So neither layout nor comments, the order of fields, the name of the file, nor how a
value is spelled (0.8 or .80, one value or a list of one) count; everything that is said does. Seed, draws and the keys of the edits
are always there. The parent stands by its hash, not by its id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from hashlib import sha256
from typing import Any
from unicodedata import normalize

from kengesh.corridors.network.files import written
from kengesh.corridors.network.network import Network, table_of
from kengesh.corridors.network.tables import Number, columns_of
from kengesh.corridors.scenarios.fields import NUMBER
from kengesh.corridors.scenarios.values import Add, Edit, Remove, ScaleBy, Scenario, SetNumber, SetStatus
from kengesh.record.canonical import canonical


def hash_of(scenario: Scenario, network: Network) -> str:
    """Return the hash of a scenario on a network, its parents' edits made before it."""
    on = ""
    for one in scenario.line:
        on = hash_on(one, network, on)
    return on


def hash_on(scenario: Scenario, network: Network, on: str) -> str:
    """Return the hash of a scenario's own edits laid on what has the hash `on`."""
    return sha256(canonical({"content": content(scenario), "network": network.hash, "on": on})).hexdigest()


def content(scenario: Scenario) -> dict[str, Any]:
    """Return what a scenario says, as JSON without decimal numbers."""
    told = {
        "scenario": scenario.id,
        "title": scenario.title,
        "network": scenario.network,
        "layers": scenario.layers,
        "day": scenario.day,
        "about": scenario.about,
        "says": scenario.says,
        "seed": scenario.seed,
        "draws": scenario.draws,
        "edits": [_edit(one) for one in scenario.edits],
    }
    return _plain(told)


def _edit(edit: Edit) -> dict[str, Any]:
    told = {one: getattr(edit, one) for one in ("key", "because", "source", "grade", "about")}
    if isinstance(edit, Add):
        row = {name: getattr(edit.row, name) for name, _column in columns_of(table_of(edit.row))}
        numbers = [_number(one) for one in edit.numbers]
        return _plain({**told, "add": table_of(edit.row), "row": _plain(row), "numbers": numbers})
    if isinstance(edit, Remove):
        return _plain({**told, "remove": edit.ids})
    if isinstance(edit, SetStatus):
        return _plain({**told, "set": edit.ids, "field": "status", "to": edit.to})
    if isinstance(edit, SetNumber):
        return _plain({**told, "set": edit.number.subject, **_number(edit.number)})
    if isinstance(edit, ScaleBy):
        by = [edit.low, edit.mode, edit.high]
        narrowed = {name: getattr(edit, name) for name in ("direction", "nationality", "commodity")}
        return _plain({**told, "scale": edit.ids, "quantity": edit.quantity, "by": by, **narrowed})
    raise TypeError(edit)


def _number(number: Number) -> dict[str, Any]:
    told = {one.name for one in fields(number)} & set(NUMBER)
    return _plain({name: getattr(number, name) for name in told})


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    """Return fields without those that are empty, their values as JSON that has a canonical form."""
    return {name: _value(value) for name, value in told.items() if value not in (None, "", (), [])}


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, float):
        return written(value)
    if isinstance(value, dict | int):
        return value
    return _list(value)


def _list(values: Iterable[Any]) -> list[Any]:
    return [_value(one) for one in values]
