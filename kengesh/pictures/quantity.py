"""Numbers with their units, as the pictures of a network take and write them.

A number that is not known is None, never 0. A range is P10 and P90: a tenth of the cases lies below it, and a tenth above it.
Numbers are written to about three digits, so that a range does not look more exact than it is; what is not zero is never
written as zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from math import inf, isfinite

from kengesh.terms.messages import N_, _

Range = tuple[float, float]
"""P10 and P90."""

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"


class Unit(Enum):
    """What a number counts."""

    KM = "km"
    HOURS = "h"
    USD = "USD"
    USD_PER_TEU = "USD/TEU"
    TEU_PER_DAY = "TEU/day"
    TEU_PER_YEAR = "TEU/year"
    MT_PER_YEAR = "Mt/year"
    TRAINS_PER_DAY = "trains/day"


# Sentences of a number and its unit, for texts, and the names of axes and columns.
AMOUNTS = {
    Unit.KM: N_("{amount} km"),
    Unit.HOURS: N_("{amount} h"),
    Unit.USD: N_("{amount} USD"),
    Unit.USD_PER_TEU: N_("{amount} USD per TEU"),
    Unit.TEU_PER_DAY: N_("{amount} TEU a day"),
    Unit.TEU_PER_YEAR: N_("{amount} TEU a year"),
    Unit.MT_PER_YEAR: N_("{amount} million tonnes a year"),
    Unit.TRAINS_PER_DAY: N_("{amount} trains a day"),
}
AXES = {
    Unit.KM: N_("Distance, km"),
    Unit.HOURS: N_("Time, hours"),
    Unit.USD: N_("Cost, USD"),
    Unit.USD_PER_TEU: N_("Cost, USD per TEU"),
    Unit.TEU_PER_DAY: N_("TEU a day"),
    Unit.TEU_PER_YEAR: N_("TEU a year"),
    Unit.MT_PER_YEAR: N_("Million tonnes a year"),
    Unit.TRAINS_PER_DAY: N_("Trains a day"),
}


@dataclass(frozen=True, slots=True)
class Spread:
    """A number that varies: its P50, and its P10 and P90 where they are known."""

    p50: float
    range: Range | None = None

    def __post_init__(self) -> None:
        checked(self.p50, *(self.range or ()))
        if self.range is not None and not self.range[0] <= self.p50 <= self.range[1]:
            raise ValueError(
                f"P10, P50 and P90 come in this order: not {self.range[0]}, {self.p50}, {self.range[1]}"
            )


def checked(*values: float | None, least: float = -inf) -> None:
    """Raise ValueError for a value that cannot be drawn: not a number, endless, or below the least that it can be."""
    for value in values:
        if value is not None and (not isfinite(value) or value < least):
            raise ValueError(
                f"{value} cannot be drawn: a number that is not known is None, and none is below {least}"
            )


def written(value: float) -> str:
    """Write a number to about three digits: thousands apart, without an exponent, and zero for nothing but zero."""
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 99.95:
        text = f"{size:,.0f}".replace(",", NO_BREAK_SPACE)
    elif size >= 9.995:
        text = _plain(f"{size:.1f}")
    elif size >= 0.995:
        text = _plain(f"{size:.2f}")
    else:
        text = format(Decimal(f"{size:.2g}").normalize(), "f")
    return text if value > 0 else f"{MINUS}{text}"


def _plain(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def signed(value: float) -> str:
    """Write a difference: with its sign, none for zero."""
    return f"+{written(value)}" if value > 0 else written(value)


def amount(value: float, unit: Unit, *, with_sign: bool = False) -> str:
    """Say a number with its unit."""
    return _(AMOUNTS[unit]).format(amount=signed(value) if with_sign else written(value))


def range_words(ends: Range) -> str:
    """Say a range; a negative end keeps its sign apart from the dash."""
    low, high = ends
    return f"{written(low)}–{written(high)}" if low >= 0 else f"{written(low)} … {written(high)}"


def axis_words(unit: Unit) -> str:
    """Say what an axis or a column counts."""
    return _(AXES[unit])


def share_words(share: float) -> str:
    """Say a probability in whole percent: 0 % and 100 % stand only for never and for always."""
    if 0 < share < 0.01:
        return f"<{NO_BREAK_SPACE}1{NO_BREAK_SPACE}%"
    if 0.99 < share < 1:
        return f">{NO_BREAK_SPACE}99{NO_BREAK_SPACE}%"
    return f"{round(share * 100)}{NO_BREAK_SPACE}%"
