"""Numbers as plain values: what counts, its unit, on what it rests, and what other sources tell."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from kengesh.corridors.compiled.pieces import Piece
from kengesh.corridors.network.numbers import Chosen, Scale, Slot, own_unit
from kengesh.corridors.network.tables import Number

DECIMALS = 6  # a thousandth of a millionth of an hour says nothing, and the noise of sums goes

Told = dict[str, Any]


def plain(value: float | None) -> float | None:
    """Return a number for JSON: to six decimals, and null for what is none or has no end."""
    if value is None or not isfinite(value):
        return None
    rounded = round(float(value), DECIMALS)
    return 0.0 if rounded == 0 else rounded


def chosen_told(found: Chosen) -> Told:
    """Tell the number that counts for a slot, in the quantity's own unit, and beside it as its source has it."""
    return {
        **slot_told(found.slot),
        "value": plain(found.value),
        "unit": own_unit(found.slot.quantity),
        "low": plain(found.low),
        "high": plain(found.high),
        **_rests(found.number),
        "as_told": {"value": found.number.value, "unit": found.number.unit},
        "converted_with": [str(slot) for slot in found.needs],
        "scaled_by": [_scale(one) for one in found.scales],
        "others": [number_told(one) for one in found.others],
    }


def number_told(number: Number) -> Told:
    """Tell a number as its source has it."""
    return {
        "value": number.value,
        "unit": number.unit,
        "low": number.low,
        "high": number.high,
        **_rests(number),
    }


def slot_told(slot: Slot) -> Told:
    """Tell what a number is about."""
    return {
        "subject": slot.subject,
        "quantity": slot.quantity,
        "direction": slot.direction or None,
        "nationality": slot.nationality or None,
        "commodity": slot.commodity or None,
    }


def piece_told(piece: Piece) -> Told:
    """Tell a part of what passing a row takes."""
    return {
        "sort": piece.sort,
        "value": plain(piece.value),
        "unit": "USD/TEU" if piece.is_money else "h",
        "basis": piece.basis,
        "standard_deviation": plain(piece.variance**0.5) if piece.has_spread else None,
        "number": None if piece.number is None else chosen_told(piece.number),
    }


def shares_told(shares: Mapping[str, float]) -> dict[str, float | None]:
    """Tell which share of a sum rests on numbers of each basis."""
    return {basis: plain(share) for basis, share in shares.items()}


def _rests(number: Number) -> Told:
    return {
        "basis": number.basis,
        "source": list(number.source),
        "day": number.day or None,
        "method": number.method or None,
        "sample_size": number.sample_size,
        "where": str(number.where) if number.where.line else None,
    }


def _scale(scale: Scale) -> Told:
    return {"key": scale.key, "low": scale.low, "mode": scale.mode, "high": scale.high}
