"""What a capacity ladder is drawn from: the steps of a corridor with their capacities and flows, in words and in its table.

What is not known is None, and a step without a limit has an endless capacity.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite

from kengesh.pictures.notice import caption, exercise_words, joined
from kengesh.pictures.picture import Cell, Row, Table
from kengesh.pictures.quantity import Unit, amount, axis_words, checked, written
from kengesh.terms.messages import _, ngettext


@dataclass(frozen=True, slots=True)
class Rung:
    """A step: its capacity (endless for no limit), its flow, whether it is in the cut, and what one more there would add to the whole.

    Capacity, flow and worth are None where they are not known.
    """

    name: str
    capacity: float | None
    flow: float | None = None
    binds: bool = False
    worth: float | None = None
    thing: str | None = None

    def __post_init__(self) -> None:
        checked(self.flow, least=0)
        checked(self.worth)
        if self.capacity != inf:
            checked(self.capacity, least=0)


@dataclass(frozen=True, slots=True)
class Ladder:
    """A corridor from `start` to `end`; `most` is what can pass it as a whole, None where it is not known."""

    title: str
    unit: Unit
    start: str
    end: str
    rungs: tuple[Rung, ...]
    most: float | None = None
    exercise: bool = False
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        checked(self.most, least=0)


def rung_words(rung: Rung, unit: Unit) -> list[str]:
    """Say the numbers of a rung, a sentence each."""
    if rung.capacity is not None and isfinite(rung.capacity):
        capacity = amount(rung.capacity, unit)
        if rung.flow is None:
            told = [capacity, _("flow not known")]
        else:
            told = [_("{flow} of {capacity}").format(flow=written(rung.flow), capacity=capacity)]
    else:
        told = [_("capacity not known") if rung.capacity is None else _("no limit")]
        told.append(
            _("flow not known") if rung.flow is None else _("flow: {flow}").format(flow=written(rung.flow))
        )
    if rung.binds and rung.worth is not None:
        told.append(_("one more here lets {worth} more through").format(worth=written(rung.worth)))
    return told


def most_words(value: Ladder) -> str:
    """Say how much can pass as a whole."""
    if value.most is None:
        return _("How much can pass the whole corridor is not known.")
    says = _("At most {amount} can pass the whole corridor.")
    return says.format(amount=amount(value.most, value.unit))


def description(value: Ladder) -> str:
    """Say what a ladder comes to."""
    says = _("Steps from {start} to {end}: {count}.")
    told = [says.format(start=value.start, end=value.end, count=len(value.rungs)), most_words(value)]
    binding = "; ".join(one.name for one in value.rungs if one.binds)
    if binding:
        told.append(_("The cut goes through: {steps}.").format(steps=binding))
    unknown = sum(one.capacity is None for one in value.rungs)
    if unknown:
        says = ngettext(
            "The capacity of {count} step is not known.",
            "The capacity of {count} steps is not known.",
            unknown,
        )
        told.append(says.format(count=unknown))
    return joined([*told, exercise_words() if value.exercise else ""])


def table(value: Ladder) -> Table:
    """Return every rung with its numbers."""
    unit = axis_words(value.unit)
    columns = (
        _("Step"),
        _("Capacity ({unit})").format(unit=unit),
        _("Flow ({unit})").format(unit=unit),
        _("In the cut"),
        _("What one more here adds to the whole"),
    )
    # the last row is the whole corridor, where that is known
    rows = [_row(one) for one in value.rungs]
    if value.most is not None:
        rows.append((Cell(_("the whole corridor")), Cell(written(value.most)), Cell(""), Cell(""), Cell("")))
    return Table(caption(value.title, value.exercise), columns, tuple(rows))


def _row(rung: Rung) -> Row:
    no_limit = rung.capacity is not None and not isfinite(rung.capacity)
    return (
        Cell(rung.name, thing=rung.thing),
        Cell(_("no limit") if no_limit else _or_not_known(rung.capacity)),
        Cell(_or_not_known(rung.flow)),
        Cell(_("yes") if rung.binds else _("no")),
        Cell("" if rung.worth is None else written(rung.worth)),
    )


def _or_not_known(value: float | None) -> str:
    return _("not known") if value is None else written(value)
