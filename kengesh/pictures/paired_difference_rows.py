"""What a picture of a comparison is drawn from: differences of pairs of draws, with against without, and how likely each sign is.

Three things are kept apart: a difference of exactly zero in every draw ("no computed change"), one whose middle is zero though
draws differ, and one that is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from kengesh.pictures.notice import caption, exercise_words, joined
from kengesh.pictures.picture import Cell, Row, Table
from kengesh.pictures.quantity import (
    Spread,
    Unit,
    amount,
    axis_words,
    checked,
    range_words,
    share_words,
    signed,
)
from kengesh.terms.messages import _, ngettext


@dataclass(frozen=True, slots=True)
class Signs:
    """The probabilities that a difference is below zero, exactly zero, above zero."""

    below: float
    zero: float
    above: float

    def __post_init__(self) -> None:
        checked(self.below, self.zero, self.above, least=0)
        if abs(fsum((self.below, self.zero, self.above)) - 1) > 1e-6:
            raise ValueError(
                f"the probabilities of three signs add up to 1: not {self.below}, {self.zero}, {self.above}"
            )


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes for an origin and destination, or for a state; None where it is not known."""

    name: str
    change: Spread | None
    signs: Signs | None = None
    thing: str | None = None

    @property
    def is_none(self) -> bool:
        """Whether nothing changes in any draw."""
        if self.change is None or self.change.p50 or any(self.change.range or ()):
            return False
        return self.signs is None or self.signs.zero == 1


@dataclass(frozen=True, slots=True)
class Group:
    """Differences under one heading."""

    heading: str
    rows: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Groups of differences in one unit; `less_is_gain` for hours and costs. `assumed` where the ranges are of our own assumptions."""

    title: str
    unit: Unit
    less_is_gain: bool
    groups: tuple[Group, ...]
    assumed: bool = False
    exercise: bool = False
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Difference, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)

    def gains(self, change: float) -> bool:
        """Say whether a difference, other than zero, is a gain."""
        return (change < 0) == self.less_is_gain

    def chances(self, signs: Signs) -> tuple[float, float]:
        """Return how likely a gain is, and how likely a loss."""
        return (signs.below, signs.above) if self.less_is_gain else (signs.above, signs.below)


def row_words(value: Comparison, row: Difference) -> list[str]:
    """Say a difference and how likely each sign of it is, a sentence each."""
    if row.change is None:
        return [_("not known")]
    if row.is_none:
        return [_("no computed change")]
    told = [_change(row.change, value.unit)]
    if row.signs is not None:
        gain, loss = value.chances(row.signs)
        says = _("gain {gain}, loss {loss}, no change {zero}")
        told.append(
            says.format(gain=share_words(gain), loss=share_words(loss), zero=share_words(row.signs.zero))
        )
    return told


def _change(change: Spread, unit: Unit) -> str:
    told = amount(change.p50, unit, with_sign=True)
    if change.range is None:
        return told
    return _("{amount} (P10–P90: {range})").format(amount=told, range=range_words(change.range))


def range_note(value: Comparison) -> str:
    """Say whose range P10 to P90 is, where it comes from assumptions."""
    return _("P10–P90 is the range of our assumptions, not of what was measured.") if value.assumed else ""


def description(value: Comparison) -> str:
    """Say what the picture comes to, those that lose among it."""
    known = [row for row in value.rows if row.change is not None]
    middles = [row.change.p50 for row in known if row.change is not None and row.change.p50]
    gain, loss = sum(map(value.gains, middles)), sum(not value.gains(one) for one in middles)
    told = [
        ngettext("{count} row gains by its P50.", "{count} rows gain by their P50.", gain).format(count=gain),
        ngettext("{count} row loses by its P50.", "{count} rows lose by their P50.", loss).format(count=loss),
    ]
    none = sum(row.is_none for row in known)
    says = ngettext("{count} row has no computed change.", "{count} rows have no computed change.", none)
    told.append(says.format(count=none) if none else "")
    unknown = len(value.rows) - len(known)
    says = ngettext("{count} row is not known.", "{count} rows are not known.", unknown)
    told.append(says.format(count=unknown) if unknown else "")
    return joined([*told, range_note(value), exercise_words() if value.exercise else ""])


def table(value: Comparison) -> Table:
    """Return every row with its numbers."""
    columns = (
        _("Group"),
        _("For whom"),
        _("Change at P50 ({unit})").format(unit=axis_words(value.unit)),
        _("P10–P90"),
        _("Gain is likely by"),
        _("Loss is likely by"),
        _("No change is likely by"),
        _("What it comes to"),
    )
    rows = tuple(_row(value, group, row) for group in value.groups for row in group.rows)
    return Table(caption(value.title, value.exercise), columns, rows)


def _row(value: Comparison, group: Group, row: Difference) -> Row:
    p50, ends = _("not known"), ""
    if row.change is not None:
        p50 = signed(row.change.p50)
        ends = "" if row.change.range is None else range_words(row.change.range)
    shares = ("", "", "")
    if row.signs is not None:
        gain, loss = value.chances(row.signs)
        shares = (share_words(gain), share_words(loss), share_words(row.signs.zero))
    told = (row.name, p50, ends, *shares, _verdict(value, row))
    cells = [Cell(one) for one in told]
    cells[0] = Cell(row.name, thing=row.thing)
    return (Cell(group.heading), *cells)


def _verdict(value: Comparison, row: Difference) -> str:
    if row.change is None:
        return _("not known")
    if row.is_none:
        return _("no computed change")
    if not row.change.p50:
        return _("neither gain nor loss by its P50")
    return _("gain") if value.gains(row.change.p50) else _("loss")
