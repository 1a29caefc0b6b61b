"""The numbers of a row that count, as a map's reader sees them beside it: each with its basis, its source and its day."""

from __future__ import annotations

from typing import Any

from kengesh.corridors.network.numbers import Numbers, own_unit
from kengesh.corridors.network.quantities import QUANTITIES


def numbers_shown(subject: str, numbers: Numbers, by_subject: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Return the numbers of a row that hold for all directions, states and goods, in the unit of their quantity."""
    found = []
    for quantity in by_subject.get(subject, ()):
        chosen = numbers.of(subject, quantity)
        if chosen is None:
            continue
        row = chosen.number
        values = {
            "quantity": quantity,
            "value": chosen.value,
            "low": chosen.low,
            "high": chosen.high,
            "unit": own_unit(quantity),
            "basis": row.basis,
            "method": row.method,
            "source": list(row.source),
            "day": row.day,
            "differing": len(chosen.others) or None,
        }
        found.append(
            {name: value for name, value in values.items() if value is not None and value not in ("", [])}
        )
    return found


def quantities_by_subject(numbers: Numbers) -> dict[str, list[str]]:
    """Return which quantities are told of each row, in the order of the quantities."""
    told: dict[str, set[str]] = {}
    for slot in numbers.slots():
        told.setdefault(slot.subject, set()).add(slot.quantity)
    return {subject: [one for one in QUANTITIES if one in names] for subject, names in told.items()}
