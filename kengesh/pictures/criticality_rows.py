"""What a picture of criticality is drawn from: what is lost, between each pair of places, where one thing is closed.

A loss is a number (P50 with P10 and P90 where they are known), or there is no way round, or it is not known: three different things.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kengesh.pictures.notice import caption, exercise_words, joined
from kengesh.pictures.picture import Cell, Row, Table
from kengesh.pictures.quantity import Spread, Unit, amount, axis_words, range_words, written
from kengesh.terms.messages import _, ngettext


class Without(Enum):
    """What stands in the place of a number."""

    NO_WAY_ROUND = "no way round"
    NOT_KNOWN = "not known"


Loss = Spread | Without


@dataclass(frozen=True, slots=True)
class Closed:
    """A link, a crossing or a vessel, and what its closing costs each pair, in the order of the pairs."""

    name: str
    losses: tuple[Loss, ...]
    thing: str | None = None


@dataclass(frozen=True, slots=True)
class Criticality:
    """The rows in the order that they are drawn in; `pairs` are origins and destinations in words."""

    title: str
    unit: Unit
    pairs: tuple[str, ...]
    rows: tuple[Closed, ...]
    exercise: bool = False
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.losses) != len(self.pairs):
                raise ValueError(
                    f"{row.name} has {len(row.losses)} losses for {len(self.pairs)} pairs: give one for each"
                )


def loss_words(loss: Loss, unit: Unit) -> str:
    """Say what is lost."""
    if loss is Without.NO_WAY_ROUND:
        return _("no way round")
    if loss is Without.NOT_KNOWN or not isinstance(loss, Spread):
        return _("not known")
    told = amount(loss.p50, unit)
    if loss.range is None:
        return told
    return _("{amount} (P10–P90: {range})").format(amount=told, range=range_words(loss.range))


def description(value: Criticality) -> str:
    """Say what the picture comes to."""
    count = len(value.rows)
    says = ngettext("{count} closing is compared.", "{count} closings are compared.", count)
    told = [says.format(count=count)]
    none = sum(Without.NO_WAY_ROUND in row.losses for row in value.rows)
    if none:
        says = ngettext(
            "With {count} of them, some pair has no way round.",
            "With {count} of them, some pair has no way round.",
            none,
        )
        told.append(says.format(count=none))
    told += [_most(value, place, pair) for place, pair in enumerate(value.pairs)]
    return joined([*told, exercise_words() if value.exercise else ""])


def _most(value: Criticality, place: int, pair: str) -> str:
    """Say where a pair loses most, of the losses that are numbers."""
    known = [(loss.p50, row.name) for row in value.rows if isinstance(loss := row.losses[place], Spread)]
    if not known:
        return ""
    most, name = max(known, key=lambda one: one[0])
    says = _("{pair}: of those with a way round, most is lost by {closed}, {amount}.")
    return says.format(pair=pair, closed=name, amount=amount(most, value.unit))


def table(value: Criticality) -> Table:
    """Return a row for every closing and pair."""
    columns = (_("Closed"), _("Pair"), axis_words(value.unit), _("P10–P90"))
    rows = tuple(
        _row(row, pair, loss)
        for row in value.rows
        for pair, loss in zip(value.pairs, row.losses, strict=True)
    )
    return Table(caption(value.title, value.exercise), columns, rows)


def _row(row: Closed, pair: str, loss: Loss) -> Row:
    start = (Cell(row.name, thing=row.thing), Cell(pair))
    if isinstance(loss, Spread):
        ends = "" if loss.range is None else range_words(loss.range)
        return (*start, Cell(written(loss.p50)), Cell(ends))
    return (*start, Cell(_("no way round") if loss is Without.NO_WAY_ROUND else _("not known")), Cell(""))
