"""What a row has room for: its capacity in TEU a day, both directions together, with the number on which it rests.

Capacities are told in trains a day, millions of tonnes a year, containers a year: they are converted where the network says how many
TEU a train carries and how many tonnes a TEU of these goods, and not known where it does not. A place in the queue is not counted:
what waits there is for a simulation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Chosen, Slot
from kengesh.terms.messages import _

CAPACITY = "capacity"


@dataclass(frozen=True, slots=True)
class Room:
    """The room at a row; `number` is None where it is not known, and `lacking` then says which numbers would settle it."""

    row: str
    number: Chosen | None
    lacking: tuple[Slot, ...] = ()

    @property
    def teu_per_day(self) -> float | None:
        """How much can pass, both ways together; None where that is not known."""
        return None if self.number is None else scaled(self.number)


def room_of(model: Model, row: str, shipper: Shipper) -> Room:
    """Return the room at a row, for goods of a shipper where it is told in tonnes."""
    found = model.numbers.of(row, CAPACITY, "", shipper.nationality, shipper.commodity)
    if found is not None:
        return Room(row, found)
    return Room(row, None, tuple(model.numbers.lacking(Slot(row, CAPACITY), shipper.commodity)))


def scaled(number: Chosen) -> float:
    """Return a number as a scenario has it, multiplied by the likeliest of its factors."""
    return number.value * prod(one.mode for one in number.scales)


def told(slots: Iterable[Slot]) -> str:
    """Return the names of numbers in a sentence; what rests on the goods asks for goods to be named."""
    names = (str(one) if one.subject else _("the goods (name a commodity)") for one in slots)
    return ", ".join(dict.fromkeys(names))
