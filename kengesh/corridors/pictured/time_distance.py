"""A route as a course of the time-distance diagram: its rows as steps, and a band from P10 to P90 of the hours so far.

The band comes from draws: each number of which a source tells a range is drawn by chance, the same for every course of a
diagram. Numbers without a range stay as they are, so the band is narrower than the truth, and a note says how many these are.
From the first number that nobody told, there is no band.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from kengesh.corridors.compiled.drawn import drawn_hours
from kengesh.corridors.model import Model
from kengesh.corridors.network.tables import Link, Transfer
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.route import Route, Step
from kengesh.corridors.told.head import credits_of, rests_on_exercise
from kengesh.pictures import time_distance_steps as drawn
from kengesh.pictures.means_marks import Means
from kengesh.pictures.quantity import Range, Unit
from kengesh.terms.messages import _

DRAWS, SEED = (
    1000,
    0,
)  # enough that P10 and P90 move by a hundredth of the spread; any seed would do, so it is named
LOW, HIGH = 0.1, 0.9


def course_of(model: Model, asked: Asked, route: Route, name: str, *, money: bool = False) -> drawn.Course:
    """Return a route as a course, by its hours, or by its money."""
    bands = [None] * len(route.steps) if money else list(_bands(model, asked, route))
    steps = [
        drawn.Step(
            name=_name(model, step),
            means=_means(step),
            amount=None if _is_least(step, money) else _amount(step, money),
            km=None if step.kind == "link" and step.distance is None else step.km,
            least=_amount(step, money),
            range=band,
            thing=step.id,
        )
        for step, band in zip(route.steps, bands, strict=True)
    ]
    start = model.network.places[asked.origin].name
    return drawn.Course(name, start, tuple(steps))


def diagram_of(
    model: Model, title: str, courses: Sequence[drawn.Course], routes: Iterable[Route], *, money: bool = False
) -> drawn.Diagram:
    """Return courses over each other, with the notes that belong beneath."""
    unit = Unit.USD_PER_TEU if money else Unit.HOURS
    notes = [] if money else list(_band_notes(courses, list(routes)))
    return drawn.Diagram(
        title, unit, tuple(courses), rests_on_exercise(model), (*notes, *credits_of(model.network))
    )


def _bands(model: Model, asked: Asked, route: Route) -> Iterator[Range | None]:
    """Yield P10 and P90 of the hours up to the end of each step; None where nothing is drawn yet, or a number is lacking."""
    weights = model.weights(asked.shipper)
    hours = drawn_hours(weights, model.compiled, SEED, 0, DRAWS)
    so_far = np.zeros(DRAWS)
    known, varies = True, False
    for step in route.steps:
        so_far = so_far + hours[:, model.compiled.arcs.index(step.arc)]
        known = known and not _is_least(step, money=False)
        varies = varies or any(piece.has_spread and not piece.is_money for piece in step.pieces)
        low, high = np.quantile(so_far, (LOW, HIGH))
        yield (float(low), float(high)) if known and varies else None


def _band_notes(courses: Sequence[drawn.Course], routes: Sequence[Route]) -> Iterator[str]:
    if any(step.range is not None for course in courses for step in course.steps):
        yield _("P10 and P90 are of {draws} draws, seed {seed}.").format(draws=DRAWS, seed=SEED)
    for course, route in zip(courses, routes, strict=True):
        if route.without_spread:
            of = sum(not piece.is_money for piece in route.pieces)
            says = _(
                "{course}: of {of} numbers of hours {without} have no range in their source; the true spread is wider."
            )
            yield says.format(course=course.name, of=of, without=len(route.without_spread))


def _name(model: Model, step: Step) -> str:
    tail, head = (model.network.places[state.place].name for state in (step.arc.tail, step.arc.head))
    return head if tail == head else f"{tail} – {head}"


def _means(step: Step) -> Means:
    if isinstance(step.row, Link):
        return Means(step.row.mode)
    if isinstance(step.row, Transfer):
        return Means.PORT if "sea" in (step.row.from_mode, step.row.to_mode) else Means.TRANSFER
    return Means.BORDER


def _amount(step: Step, money: bool) -> float:
    return max(0.0, step.usd if money else step.hours)


def _is_least(step: Step, money: bool) -> bool:
    return any((slot.quantity == "cost") == money for slot in step.lacking)
