"""The table of a time-distance diagram: every step of every course, with what it takes and the sums at its end."""

from __future__ import annotations

from collections.abc import Iterator

from kengesh.pictures.means_marks import means_words
from kengesh.pictures.notice import caption
from kengesh.pictures.picture import Cell, Row, Table
from kengesh.pictures.quantity import Unit, axis_words, range_words, written
from kengesh.pictures.time_distance_steps import Course, Diagram, number_or_not_known, reached
from kengesh.terms.messages import _


def table(value: Diagram) -> Table:
    """Return the table of a diagram."""
    columns = (
        _("Course"),
        _("Step"),
        _("What it is"),
        axis_words(Unit.KM),
        _("Distance so far, km"),
        axis_words(value.unit),
        _("The least where it is not known"),
        _("So far"),
        _("P10–P90 of the sum so far"),
    )
    rows = tuple(row for course in value.courses for row in _rows(course))
    return Table(caption(value.title, value.exercise), columns, rows)


def _rows(course: Course) -> Iterator[Row]:
    start = [Cell(course.name), Cell(course.start), Cell(_("start"))]
    yield (*start, Cell(""), Cell("0"), Cell(""), Cell(""), Cell("0"), Cell(""))
    for one in reached(course):
        step = one.step
        yield (
            Cell(course.name),
            Cell(step.name, thing=step.thing),
            Cell(means_words(step.means)),
            Cell(number_or_not_known(step.km)),
            Cell(_so_far(one.km, least=one.least_km)),
            Cell(number_or_not_known(step.amount)),
            Cell(written(step.least) if step.amount is None else ""),
            Cell(_so_far(one.amount, least=one.least)),
            Cell("" if step.range is None else range_words(step.range)),
        )


def _so_far(value: float, *, least: bool) -> str:
    return _("at least {amount}").format(amount=written(value)) if least else written(value)
