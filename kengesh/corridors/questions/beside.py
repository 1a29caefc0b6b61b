"""A published figure and what the model has beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Check
from kengesh.corridors.questions.rooms import told
from kengesh.corridors.questions.route import Route
from kengesh.terms.messages import N_, _

STANDINGS = (N_("computed"), N_("at least"), N_("not known"), N_("no route"), N_("not computed"))


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure and what the model has beside it, in the figure's unit; `value` is None where it has nothing.

    `lacking` are the numbers without which it is a lower bound, or nothing; `planned` if planned rows had to be open; `waits` counts
    the waits at ports and terminals among what is lacking, and `calibrated` is the value with the calibration's hours for each.
    """

    check: Check
    standing: str
    value: float | None = None
    lacking: tuple[Slot, ...] = ()
    planned: bool = False
    rests_on: Mapping[str, float] = field(default_factory=dict)
    routes: tuple[Route, ...] = ()
    waits: int = 0
    calibrated: float | None = None

    @property
    def published(self) -> float | None:
        """The figure; the middle of its range where it is only a range."""
        if self.check.value is None and self.check.low is not None and self.check.high is not None:
            return (self.check.low + self.check.high) / 2
        return self.check.value

    @property
    def difference(self) -> float | None:
        """What is computed less what is published."""
        return _less(self.value, self.published)

    @property
    def relative(self) -> float | None:
        """The difference as a part of what is published."""
        return _part(self.difference, self.published)

    @property
    def calibrated_relative(self) -> float | None:
        """The same with the calibration."""
        return _part(_less(self.calibrated, self.published), self.published)

    @property
    def within(self) -> bool | None:
        """Whether it lies in the range that is published; None where there is none, or a lower bound leaves it open."""
        low, high = _range(self.check)
        if self.value is None or (low, high) == (-inf, inf):
            return None
        if self.standing == "at least" and self.value <= high:
            return None
        return low <= self.value <= high

    @property
    def reproduced(self) -> bool:
        """Whether the model computes the figure with no number lacking."""
        return self.standing == "computed"

    def __str__(self) -> str:
        names = {"id": self.check.id, "why": self.check.why, "numbers": told(self.lacking)}
        if self.value is None:
            says = {
                "not computed": _("{id}: the model does not compute it. {why}"),
                "no route": _("{id}: no route leads there. {why}"),
            }.get(self.standing, _("{id}: not known. It would take: {numbers}. {why}"))
            return says.format(**names).strip()
        names |= {
            "value": f"{self.value:,.4g}",
            "published": f"{self.published or 0:,.4g}",
            "unit": self.check.unit,
        }
        if self.reproduced:
            says = _("{id}: {value} {unit} beside {published} {unit} ({relative}). {why}")
        else:
            says = _(
                "{id}: cannot reproduce {published} {unit}: at least {value} {unit} ({relative}). It would take: {numbers}. {why}"
            )
        relative = "–" if self.relative is None else f"{self.relative:+.1%}"
        parts = [says.format(**names, relative=relative).strip()]
        if self.planned:
            parts.append(_("With the rows under construction and planned open."))
        return " ".join(parts)


def _range(check: Check) -> tuple[float, float]:
    """Return the ends of what is published: one end alone goes with the value, and “more than” (or “less than”) is open."""
    low, high, value = check.low, check.high, check.value
    if low is None and high is None:
        return -inf, inf
    if low is None:
        return (-inf if value is None or value == high else value), inf if high is None else high
    if high is None:
        return low, inf if value is None or value == low else value
    return low, high


def _less(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else value - other


def _part(value: float | None, whole: float | None) -> float | None:
    return None if value is None or not whole else value / whole


def _written(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
