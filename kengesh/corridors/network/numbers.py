"""Which of several numbers about the same thing counts, by one stated rule; the others stay visible beside it.

The rule: a published number before a derived one, that before an assumed one, that before an exercise's; among those the one of the
latest day, then that with the larger sample, then that which stands first. A number for one direction, nationality or sort of goods
is asked for before one for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from kengesh.corridors.network.quantities import QUANTITIES, unit_of
from kengesh.corridors.network.tables import BASES, Number
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import N_

RULE = N_(
    "Where sources differ: published before derived, derived before assumed, assumed before an exercise; then the latest day, "
    "the larger sample, the first in the file."
)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """What a number is about: the thing, the quantity, and the direction, nationality and sort of goods if it is for one alone."""

    subject: str
    quantity: str
    direction: str = ""
    nationality: str = ""
    commodity: str = ""

    def __str__(self) -> str:
        only = [one for one in (self.direction, self.nationality, self.commodity) if one]
        return f"{self.subject} {self.quantity}" + (f" ({', '.join(only)})" if only else "")


@dataclass(frozen=True, slots=True)
class Scale:
    """A factor by which a scenario multiplies a number: the ends and the mode of a triangular distribution, known by its key."""

    key: str
    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """The number that counts for a slot, in the quantity's own unit, and those that differ from it.

    `needs` are the slots that its unit rests on; it was converted with them. `scales` are what a scenario multiplies it by: the
    value and its ends are those before.
    """

    slot: Slot
    value: float
    low: float | None
    high: float | None
    number: Number
    others: tuple[Number, ...] = ()
    needs: tuple[Slot, ...] = ()
    scales: tuple[Scale, ...] = ()

    @property
    def basis(self) -> str:
        """Whether it is published, derived, assumed, or an exercise's."""
        return self.number.basis

    @property
    def likely(self) -> float:
        """The value as a scenario has it: multiplied by the modes of its scales."""
        return self.value * prod(one.mode for one in self.scales)

    @property
    def spread_known(self) -> bool:
        """Whether the source tells a range."""
        return self.low is not None or self.high is not None


class Numbers:
    """The numbers of a network by what they are about, each slot with the one that counts."""

    def __init__(self, rows: Iterable[Number], bases: Iterable[str] = BASES) -> None:
        """Take the rows; numbers of other bases than `bases` do not count."""
        counted = frozenset(bases)
        self._by_slot: dict[Slot, list[Number]] = {}
        for row in rows:
            if row.basis in counted:
                self._by_slot.setdefault(slot_of(row), []).append(row)
        self._chosen: dict[tuple[Slot, str], Chosen | None] = {}
        self._scales: dict[Slot, tuple[Scale, ...]] = {}

    def edited(self, put: Mapping[Slot, Number], scaled: Mapping[Slot, tuple[Scale, ...]]) -> Numbers:
        """Return the numbers as a scenario has them: some put in the place of all others of their slot, some multiplied."""
        after = Numbers(())
        after._by_slot = {**self._by_slot, **{slot: [number] for slot, number in put.items()}}
        after._scales = {
            **{slot: scales for slot, scales in self._scales.items() if slot not in put},
            **scaled,
        }
        return after

    def of(
        self, subject: str, quantity: str, direction: str = "", nationality: str = "", commodity: str = ""
    ) -> Chosen | None:
        """Return the number that counts, the most particular first; None where none is known."""
        for slot in _ever_less_particular(Slot(subject, quantity, direction, nationality, commodity)):
            if slot in self._by_slot and (found := self.at(slot, commodity)) is not None:
                return found
        return None

    def at(self, slot: Slot, commodity: str = "") -> Chosen | None:
        """Return the number that counts for one slot, as carried in containers of a sort of goods where its unit asks for it."""
        key = (slot, commodity or slot.commodity)
        if key not in self._chosen:
            self._chosen[key] = self._choose(*key)
        return self._chosen[key]

    def scales_of(self, slot: Slot) -> tuple[Scale, ...]:
        """Return what a scenario multiplies the number of a slot by."""
        return self._scales.get(slot, ())

    def slots(self) -> Mapping[Slot, list[Number]]:
        """Return every slot with its numbers, in the order of the files."""
        return self._by_slot

    def _choose(self, slot: Slot, commodity: str) -> Chosen | None:
        rows = sorted(self._by_slot.get(slot, ()), key=_rank)
        for place, row in enumerate(rows):
            unit = unit_of(row.quantity, row.unit)
            needs = _slot_needed(unit.needs, slot, commodity)
            rate = self.at(needs, commodity) if needs is not None else None
            if needs is not None and (rate is None or not rate.likely):
                continue
            factor = unit.factor * (1.0 if rate is None else 1 / rate.likely if unit.divides else rate.likely)
            ends = [None if end is None else end * factor for end in (row.low, row.high)]
            others = (*rows[:place], *rows[place + 1 :])
            differing = tuple(one for one in others if _as_told(one) != _as_told(row))
            rests_on = () if needs is None else (needs,)
            scales = self._scales.get(slot, ())
            return Chosen(slot, row.value * factor, ends[0], ends[1], row, differing, rests_on, scales)
        return None

    def lacking(self, slot: Slot, commodity: str = "") -> list[Slot]:
        """Return what would settle a slot: the numbers that its unit asks for, or the slot itself."""
        needed = [
            needs
            for row in self._by_slot.get(slot, ())
            if (needs := _slot_needed(unit_of(row.quantity, row.unit).needs, slot, commodity)) is not None
        ]
        return list(dict.fromkeys(needed)) or [slot]


def slot_of(row: Number) -> Slot:
    """Return what a number is about."""
    return Slot(row.subject, row.quantity, row.direction, row.nationality, row.commodity)


def _as_told(row: Number) -> tuple[float, str]:
    """Return the value in the quantity's own unit, as far as that goes without another number: 60 min and 1 h are one."""
    unit = unit_of(row.quantity, row.unit)
    return round(row.value * unit.factor, 9), unit.needs


def own_unit(quantity: str) -> str:
    """Return the unit in which a quantity is kept."""
    return QUANTITIES[quantity].unit


def _rank(row: Number) -> tuple[int, int, int]:
    latest = parse_when(row.day).latest if row.day else None
    return (BASES.index(row.basis), -(latest.toordinal() if latest else 0), -(row.sample_size or 0))


def _ever_less_particular(slot: Slot) -> Iterable[Slot]:
    """Yield a slot with fewer and fewer of its three narrowings; the nationality is given up last, the goods first."""
    for nationality in dict.fromkeys((slot.nationality, "")):
        for direction in dict.fromkeys((slot.direction, "")):
            for commodity in dict.fromkeys((slot.commodity, "")):
                yield Slot(slot.subject, slot.quantity, direction, nationality, commodity)


def _slot_needed(needs: str, slot: Slot, commodity: str) -> Slot | None:
    if not needs:
        return None
    return Slot("rail" if needs == "train_load" else commodity, needs)
