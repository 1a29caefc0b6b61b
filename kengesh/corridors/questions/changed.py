"""A model with a few rows closed or opened, or a few numbers changed, that shares with the first one all that stays the same.

Only the weights of the rows concerned are computed anew, so that a question may be asked under hundreds of such changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kengesh.corridors.compiled.pieces import Shipper, passing, rules_at
from kengesh.corridors.compiled.weights import Weights, sums
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Numbers, Scale, Slot
from kengesh.corridors.network.tables import Number, Row, Rule

_VECTORS = ("hours", "usd", "variance", "unknown_hours", "unknown_usd")


def closing(model: Model, rows: Iterable[str]) -> Model:
    """Return the model with rows closed."""
    closed = frozenset(rows)
    left = {key: row for key, row in model.open_rows.items() if key not in closed}
    known = {shipper: one.closing(model.compiled, closed) for shipper, one in model._weights.items()}
    return replace(model, open_rows=left, _weights=known)


def opening(model: Model, rows: Iterable[str]) -> Model:
    """Return the model with rows opened, whatever their status."""
    added = {key: model.network.rows[key] for key in rows if key not in model.open_rows}
    return _weighed_anew(replace(model, open_rows={**model.open_rows, **added}, _weights={}), model, added)


def scaling(model: Model, by: Mapping[Slot, float], key: str) -> Model:
    """Return the model with numbers multiplied; `key` is the name under which the factors are known."""
    scaled = {}
    for slot, factor in by.items():
        found = model.numbers.at(slot)
        before = () if found is None else found.scales
        scaled[slot] = (*before, Scale(key, factor, factor, factor))
    return _numbered(model, model.numbers.edited({}, scaled), by)


def putting(model: Model, numbers: Mapping[Slot, Number]) -> Model:
    """Return the model with numbers put in the place of what was known of them, or was not."""
    return _numbered(model, model.numbers.edited(numbers, {}), numbers)


def _numbered(model: Model, numbers: Numbers, slots: Iterable[Slot]) -> Model:
    concerned: dict[str, Row] = {}
    for slot in slots:
        row = model.network.rows.get(slot.subject)
        keys = row.at if isinstance(row, Rule) else (slot.subject,)
        concerned |= {key: model.open_rows[key] for key in keys if key in model.open_rows}
    return _weighed_anew(replace(model, numbers=numbers, _weights={}), model, concerned)


def _weighed_anew(after: Model, before: Model, rows: Mapping[str, Row]) -> Model:
    """Return `after` with the weights of `before` for every shipper, those of some rows computed anew."""
    rules = rules_at(after.network)
    for shipper, weights in before._weights.items():
        after._weights[shipper] = _weights(after, weights, rows, shipper, rules)
    return after


def _weights(
    model: Model, weights: Weights, rows: Mapping[str, Row], shipper: Shipper, rules: Mapping[str, list[Rule]]
) -> Weights:
    passings = dict(weights.passings)
    vectors = {name: getattr(weights, name).copy() for name in _VECTORS}
    for key, row in rows.items():
        for at in model.compiled.of_subject.get(key, ()):
            direction = model.compiled.arcs[at].direction
            passed = passing(model.numbers, rules, row, direction, shipper)
            passings[key, direction] = passed
            for name, value in zip(_VECTORS, sums(passed), strict=True):
                vectors[name][at] = value
    return Weights(**vectors, passings=passings)


def slots_of(model: Model, subject: str, quantity: str) -> list[Slot]:
    """Return every slot of a quantity of a row, those for one direction, nationality or sort of goods among them."""
    return [one for one in model.numbers.slots() if one.subject == subject and one.quantity == quantity]
