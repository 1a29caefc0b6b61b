"""A published figure and a number of the network in one unit."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Chosen, Slot
from kengesh.corridors.network.quantities import UnitError, unit_of
from kengesh.corridors.network.tables import DIRECTIONS, Check
from kengesh.corridors.questions.rooms import scaled

QUANTITY = {"running": "time"}
LENGTHS = ("km", "m", "mi")


def in_unit(model: Model, check: Check, own: float) -> float | None:
    """Return what is kept in a quantity's own unit in the unit of a figure; None where that rests on a number that is not known."""
    unit = unit_of(_quantity(check), check.unit)
    if not unit.needs:
        return own / unit.factor
    rate = model.numbers.of("rail", unit.needs) if unit.needs == "train_load" else None
    if rate is None or not scaled(rate):
        return None
    return own / (unit.factor * scaled(rate))


def number_at(model: Model, check: Check) -> tuple[float | None, str, tuple[Slot, ...]]:
    """Return the number of a row in the unit of a figure, its basis, and what is lacking where it is not known.

    A number in the figure's very unit needs no conversion: trains stand beside trains though nobody told how much a train carries.
    """
    slot = Slot(check.at, _quantity(check))
    same = [one for one in model.numbers.slots().get(slot, ()) if one.unit == check.unit]
    found = _chosen(model, slot)
    if found is not None and (value := _converted(model, check, found)) is not None:
        return value, found.basis, ()
    if same:
        return same[0].value, same[0].basis, ()
    return None, "", tuple(model.numbers.lacking(slot))


def _chosen(model: Model, slot: Slot) -> Chosen | None:
    """Return the number that counts, for either direction where it is told for one alone."""
    found = (model.numbers.of(slot.subject, slot.quantity, one) for one in ("", *DIRECTIONS))
    return next((one for one in found if one is not None), None)


def _converted(model: Model, check: Check, found: Chosen) -> float | None:
    if found.number.unit == check.unit:
        return found.number.value * (scaled(found) / found.value if found.value else 1.0)
    try:
        return in_unit(model, check, scaled(found))
    except UnitError:
        return None


def _quantity(check: Check) -> str:
    if check.measure == "difference":
        return "distance" if check.unit in LENGTHS else "time"
    return QUANTITY.get(check.measure, check.measure)
