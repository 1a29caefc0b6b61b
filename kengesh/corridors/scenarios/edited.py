"""A network under edit: each edit is taken in its turn, or said not to fit, and nothing is changed by one that does not.

What has to fit: an edit names rows that are there; a row is added under an id that is not used, and leads between places that are
there; a number belongs to the table of its row, and fits its unit; what is scaled has a number; what is set was not so already. A
number for all directions, nationalities and goods is not set where the network tells them apart, since the particular numbers would
go on counting.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kengesh.corridors.network.network import Network, table_of
from kengesh.corridors.network.numbers import Numbers, Scale, Slot, slot_of
from kengesh.corridors.network.quantities import QUANTITIES
from kengesh.corridors.network.tables import MODES, Joining, Number, Place, Row, id_of
from kengesh.corridors.scenarios.fitting import Misfit, belongs, goods, missing, references
from kengesh.corridors.scenarios.mistakes import near
from kengesh.corridors.scenarios.statuses import statuses_of, with_status, without
from kengesh.corridors.scenarios.values import Add, Edit, Remove, ScaleBy, SetNumber, SetStatus
from kengesh.terms.messages import _

CLOSING = ("link", "transfer", "crossing", "place", "rule")


@dataclass(slots=True)
class Edited:
    """The rows and numbers of a network as the edits taken so far have them."""

    network: Network
    numbers: Numbers
    rows: dict[str, Row] = field(default_factory=dict)
    added: list[Row] = field(default_factory=list)
    put: dict[Slot, Number] = field(default_factory=dict)
    scaled: dict[Slot, tuple[Scale, ...]] = field(default_factory=dict)
    _slots: dict[str, set[Slot]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = dict(self.network.rows)
        # Numbers whose basis does not count in a model are there all the same: scaling them does no more than they do.
        for slot in (*map(slot_of, self.network.figures), *self.numbers.slots()):
            self._slots.setdefault(slot.subject, set()).add(slot)

    def take(self, edit: Edit, scenario: str) -> list[Misfit]:
        """Make an edit of a scenario; where it does not fit, say why and leave all as it was."""
        if isinstance(edit, Add):
            return self._add(edit)
        if isinstance(edit, Remove):
            return self._remove(edit)
        if isinstance(edit, SetStatus):
            return self._set_status(edit)
        if isinstance(edit, SetNumber):
            return self._set_number(edit)
        if isinstance(edit, ScaleBy):
            return self._scale(edit, scenario)
        raise TypeError(edit)

    def _add(self, edit: Add) -> list[Misfit]:
        key = id_of(edit.row)
        misfits = [(f"row.{name}", says) for name, says in references(self.rows, edit.row)]
        if key in self.rows or key in MODES:
            says = _("“{id}” is there already. Change it with “set”, or add a row under another id.")
            misfits.append((f"row.{table_of(edit.row)}_id", says.format(id=key)))
        seen: set[Slot] = set()
        for place, number in enumerate(edit.numbers):
            found = [*belongs(number, table_of(edit.row)), *goods(self.rows, number.commodity)]
            if slot_of(number) in seen:
                says = _("another number of this row is about {what} already.")
                found.append(("quantity", says.format(what=slot_of(number))))
            seen.add(slot_of(number))
            misfits += [(f"numbers[{place}].{name}", says) for name, says in found]
        if not misfits:
            self.rows[key] = edit.row
            self.added.append(edit.row)
            for number in edit.numbers:
                self._put(number)
        return misfits

    def _remove(self, edit: Remove) -> list[Misfit]:
        misfits = []
        for one in edit.ids:
            says = missing(self.rows, one, CLOSING)
            if (
                not says
                and without(self.rows[one]) == self.rows[one]
                and not isinstance(self.rows[one], Place)
            ):
                says = _("“{id}” is closed already.").format(id=one)
            if says:
                misfits.append(("remove", says))
        if not misfits:
            for one in edit.ids:
                self._close(one)
        return misfits

    def _set_status(self, edit: SetStatus) -> list[Misfit]:
        misfits = [misfit for one in edit.ids for misfit in self._misfits_of_status(one, edit.to)]
        if not misfits:
            self.rows |= {one: with_status(self.rows[one], edit.to) for one in edit.ids}
        return misfits

    def _misfits_of_status(self, one: str, to: str) -> list[Misfit]:
        if says := missing(self.rows, one, ("link", "transfer", "crossing", "rule")):
            return [("set", says)]
        known = statuses_of(self.rows[one])
        if to not in known:
            says = _("“{text}” is no status of “{id}”: expected {words}.")
            return [("to", says.format(text=to, id=one, words=", ".join(known)) + near(to, known))]
        if self.rows[one] == with_status(self.rows[one], to):
            says = _("it is so already: the status of “{id}” is “{to}”.")
            return [("set", says.format(id=one, to=to))]
        return []

    def _set_number(self, edit: SetNumber) -> list[Misfit]:
        number = edit.number
        tables = QUANTITIES[number.quantity].tables
        if says := missing(self.rows, number.subject, tables):
            return [("set", says)]
        if misfits := list(goods(self.rows, number.commodity)):
            return misfits
        slot = slot_of(number)
        apart = sorted(one for one in self._narrowed(slot) if one != slot)
        if apart:
            says = _("the network tells it apart: {numbers}. Say for which of them it is set.")
            return [("quantity", says.format(numbers="; ".join(map(str, apart))))]
        if self._is_so(slot, number):
            says = _("it is so already: {what} is {value:g} {unit}.")
            return [("value", says.format(what=slot, value=number.value, unit=number.unit))]
        self._put(number)
        return []

    def _scale(self, edit: ScaleBy, scenario: str) -> list[Misfit]:
        if QUANTITIES[edit.quantity].unit == "hour of day":
            return [("quantity", _("an hour of the day is not scaled: set it."))]
        misfits: list[Misfit] = []
        slots: list[Slot] = []
        for one in edit.ids:
            about = Slot(one, edit.quantity, edit.direction, edit.nationality, edit.commodity)
            found = self._narrowed(about)
            slots += found
            if says := missing(self.rows, one, QUANTITIES[edit.quantity].tables):
                misfits.append(("scale", says))
            elif not found:
                misfits.append(("quantity", self._no_number(about)))
        if not misfits:
            for slot in slots:
                before = () if slot in self.put else self.numbers.scales_of(slot)
                self.scaled[slot] = (*self.scaled.get(slot, before), edit.scale(scenario))
        return misfits

    def _put(self, number: Number) -> None:
        slot = slot_of(number)
        self.put[slot] = number
        self.scaled.pop(slot, None)
        self._slots.setdefault(slot.subject, set()).add(slot)

    def _close(self, one: str) -> None:
        row = self.rows[one]
        self.rows[one] = without(row)
        if isinstance(row, Place):
            for key, other in self.rows.items():
                if isinstance(other, Joining) and one in (other.from_place, other.to_place):
                    self.rows[key] = without(other)

    def _narrowed(self, about: Slot) -> list[Slot]:
        """Return the slots that have a number and are those asked for, or more particular ones."""
        return [
            one
            for one in sorted(self._slots.get(about.subject, ()))
            if one.quantity == about.quantity
            and about.direction in ("", one.direction)
            and about.nationality in ("", one.nationality)
            and about.commodity in ("", one.commodity)
        ]

    def _is_so(self, slot: Slot, number: Number) -> bool:
        if slot in self.put:
            there: Number | None = self.put[slot]
        else:
            chosen = self.numbers.at(slot)
            there = chosen.number if chosen is not None else None
        scaled = self.scaled.get(slot, () if slot in self.put else self.numbers.scales_of(slot))
        same = there is not None and _figures(there) == _figures(number)
        return same and not scaled

    def _no_number(self, about: Slot) -> str:
        says = _("the network has no number for {what}; what is not known cannot be scaled.")
        known = sorted(self._slots.get(about.subject, ()))
        if not known:
            return says.format(what=about)
        told = _("It has: {numbers}.").format(numbers="; ".join(map(str, known)))
        return f"{says.format(what=about)} {told}"


def _figures(number: Number) -> tuple[float, float | None, float | None, str]:
    return number.value, number.low, number.high, number.unit
