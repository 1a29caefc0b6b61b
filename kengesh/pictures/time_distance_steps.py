"""What a time-distance diagram is drawn from: courses of steps, and how far and how long each step has brought a consignment.

A number that is not known is None; the diagram then counts the least that it can be, and every sum from there on is a least sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kengesh.pictures.means_marks import Means
from kengesh.pictures.quantity import Range, Unit, amount, checked, range_words, written
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Step:
    """A leg or a stop: its name in the reader's language, its kilometres, and its hours or its cost.

    `least` and `least_km` count where the number is not known. `range` is P10 and P90 of the sum up to the end of this step.
    """

    name: str
    means: Means
    amount: float | None
    km: float | None = 0.0
    least: float = 0.0
    least_km: float = 0.0
    range: Range | None = None
    thing: str | None = None

    def __post_init__(self) -> None:
        checked(self.amount, self.km, self.least, self.least_km, *(self.range or ()), least=0)
        if self.range is not None and self.range[0] > self.range[1]:
            raise ValueError(f"the range of {self.name} ends below its beginning: {self.range}")


@dataclass(frozen=True, slots=True)
class Course:
    """A route, or one route in a scenario: its name, where it starts, and its steps in their order."""

    name: str
    start: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """Up to three courses over each other; `unit` is hours or USD per TEU. The notes stand beneath."""

    title: str
    unit: Unit
    courses: tuple[Course, ...]
    exercise: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """A step between the two sums at its ends; `least` where a number up to its end is not known, `least_km` the same of distance."""

    step: Step
    from_km: float
    from_amount: float
    km: float
    amount: float
    least: bool
    least_km: bool


def reached(course: Course) -> Iterator[Reached]:
    """Yield the steps of a course with the sums before and after each."""
    km = total = 0.0
    least = least_km = False
    for step in course.steps:
        least, least_km = least or step.amount is None, least_km or step.km is None
        to_km = km + (step.least_km if step.km is None else step.km)
        to = total + (step.least if step.amount is None else step.amount)
        yield Reached(step, km, total, to_km, to, least, least_km)
        km, total = to_km, to


def step_words(step: Step, unit: Unit) -> str:
    """Say how much a step takes."""
    if step.amount is not None:
        return amount(step.amount, unit)
    if not step.least:
        return _("not known")
    return _("not known, at least {amount}").format(amount=amount(step.least, unit))


def sum_words(total: float, unit: Unit, *, least: bool) -> str:
    """Say a sum, as the least it can be where it has a number that is not known."""
    told = amount(total, unit)
    return _("at least {amount}").format(amount=told) if least else told


def course_words(course: Course, unit: Unit) -> str:
    """Say what a course comes to, and how many of its numbers are not known."""
    steps = list(reached(course))
    if not steps:
        return _("{course}: no steps").format(course=course.name)
    last = steps[-1]
    km = sum_words(last.km, Unit.KM, least=last.least_km)
    total = sum_words(last.amount, unit, least=last.least)
    if last.step.range is None:
        return _("{course}: {distance}, {total}").format(course=course.name, distance=km, total=total)
    says = _("{course}: {distance}, {total} (P10–P90: {range})")
    return says.format(course=course.name, distance=km, total=total, range=range_words(last.step.range))


def number_or_not_known(value: float | None) -> str:
    """Write a number for a table."""
    return _("not known") if value is None else written(value)
