"""A measure that unknown cells leave open: its least and its greatest value over every way to fill them in.

The values are exact fractions. A measure that divides by what is not there (the share of nothing) has no value; where that is so
in some fillings alone, the range is that of the others, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Value = Fraction | int


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest value, both None where there is none in any filling.

    `may_lack` says that there is a filling, perhaps the true one, in which there is none.
    """

    lowest: Value | None
    highest: Value | None
    may_lack: bool = False

    @property
    def is_known(self) -> bool:
        """Whether one value is left."""
        return self.lowest == self.highest and self.lowest is not None and not self.may_lack


def plain(found: Range) -> dict[str, Any]:
    """Return a range as values of JSON: numbers, and beside a fraction its two parts."""
    return {
        "lowest": _number(found.lowest),
        "highest": _number(found.highest),
        "lowest_of": _parts(found.lowest),
        "highest_of": _parts(found.highest),
        "may_lack": found.may_lack,
    }


def _number(value: Value | None) -> int | float | None:
    if isinstance(value, Fraction):
        return round(float(value), 4)
    return value


def _parts(value: Value | None) -> list[int] | None:
    return [value.numerator, value.denominator] if isinstance(value, Fraction) else None
