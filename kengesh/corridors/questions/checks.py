"""The model set beside the published figures of the table ``check``: what it computes, the difference, and what it cannot compute.

A figure of a way is computed on the way by the places and on the modes that the row names: ``distance`` is the shortest of it in
kilometres; ``time`` the hours from end to end with stops and borders; ``running`` those hours without them; ``cost`` the money.
``difference`` is what opening all rows under construction and planned saves. ``dwell``, ``capacity`` and ``throughput`` are numbers of
one row. Where no way is open today, the figure is computed with the planned rows open, and says so.

A number that nobody told counts as nothing in a sum, which is then a lower bound: such a figure is *not reproduced*, whatever the
difference, and the numbers are named. So that the way itself is not chosen for what nobody told, a lacking number of hours counts as a
day when it is sought, and lacking money for more than any route.

Whether a figure is evidence is told by its `use`: one from which a number of the network was taken has none, since it would agree with
itself. See :mod:`~kengesh.corridors.questions.calibrating` for the one step that may use the other rows for calibration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Check, Joining, Transfer
from kengesh.corridors.questions.apart import Unreachable, kept_apart
from kengesh.corridors.questions.asking import Asked, search_for
from kengesh.corridors.questions.beside import Beside
from kengesh.corridors.questions.candidates import TO_OPEN
from kengesh.corridors.questions.changed import opening
from kengesh.corridors.questions.check_units import in_unit, number_at
from kengesh.corridors.questions.lengths import lacking_km, shortest_way
from kengesh.corridors.questions.route import RUNNING, Route, route_of, shares
from kengesh.corridors.solve.shortest import shortest_path


@dataclass(frozen=True)
class Checking:
    """What the figures are computed with: the model as it is, and with all planned rows open."""

    model: Model

    @cached_property
    def opened(self) -> Model:
        """The model with the rows under construction and planned open."""
        rows = self.model.network.rows.items()
        return opening(
            self.model, [key for key, row in rows if isinstance(row, Joining) and row.status in TO_OPEN]
        )

    def beside(self, check: Check) -> Beside:
        """Set the model beside one figure. Raises LookupError."""
        if check.measure == "none":
            return Beside(check, "not computed")
        if check.at:
            return self._of_row(check)
        if not (check.from_place and check.to_place):
            return Beside(check, "not computed")
        return self._difference(check) if check.measure == "difference" else self._of_way(check)

    def _of_row(self, check: Check) -> Beside:
        value, basis, lacking = number_at(self.model, check)
        standing = "not known" if value is None else "computed"
        return Beside(check, standing, value, lacking, rests_on={basis: 1.0} if basis else {})

    def _of_way(self, check: Check) -> Beside:
        planned = False
        try:
            route = way(self.model, check)
        except Unreachable:
            planned = True
            try:
                route = way(self.opened, check)
            except Unreachable:
                return Beside(check, "no route")
        lacking, waits = _lacking(self.model, check, route)
        value = _known(in_unit(self.model, check, _measured(check, route)), lacking)
        standing = "not known" if value is None else "at least" if lacking else "computed"
        return Beside(check, standing, value, lacking, planned, _rests_on(check, route), (route,), waits)

    def _difference(self, check: Check) -> Beside:
        """The way with planned rows leads by the places of the figure, which are those of the line that it speaks of."""
        try:
            routes = (way(self.model, replace(check, via=())), way(self.opened, check))
        except Unreachable:
            return Beside(check, "no route")
        without, with_ = (_measured(check, route) for route in routes)
        before, after = (set(_lacking(self.model, check, route)[0]) for route in routes)
        # What both lack falls out; what one alone lacks leaves a difference that is no bound of anything.
        lacking = tuple(sorted(before ^ after))
        value = None if lacking else in_unit(self.model, check, without - with_)
        standing = "not known" if value is None else "computed"
        return Beside(check, standing, value, lacking, planned=True, routes=routes)


def checks_of(model: Model, progress: Callable[[int, int], None] | None = None) -> Iterator[Beside]:
    """Yield every figure of the network with what the model has beside it, not calibrated."""
    checking = Checking(model)
    checks = tuple(model.network.checks.values())
    for at, check in enumerate(checks):
        yield checking.beside(check)
        if progress is not None:
            progress(at + 1, len(checks))


def way(model: Model, check: Check) -> Route:
    """Return the way on which a figure is computed. Raises Unreachable, LookupError."""
    by = "cost" if check.measure == "cost" else "time"
    asked = Asked(check.from_place, check.to_place, by, via=check.via, modes=check.modes)
    if _is_length(check):
        return shortest_way(model, asked)
    search = search_for(model, asked)
    found = shortest_path(search.layers.graph, search.choosing, search.layers.start, search.layers.end)
    if found is None:
        raise Unreachable(asked, kept_apart(model, asked))
    return route_of(model, asked, search.layers.arcs(found.arcs))


def _is_length(check: Check) -> bool:
    return check.measure == "distance" or (check.measure == "difference" and check.unit in ("km", "m", "mi"))


def _measured(check: Check, route: Route) -> float:
    """Return what of a way is set beside a figure, in kilometres, hours or USD/TEU."""
    if _is_length(check):
        return route.km
    if check.measure == "cost":
        return route.usd
    return route.hours_of(RUNNING) if check.measure == "running" else route.hours


def _lacking(model: Model, check: Check, route: Route) -> tuple[tuple[Slot, ...], int]:
    """Return the numbers lacking to what is measured, and how many of them are waits at ports and terminals."""
    if _is_length(check):
        return lacking_km(route), 0
    if check.measure == "cost":
        return route.lacking_usd, 0
    if check.measure == "running":
        return tuple(one for one in route.lacking_hours if one.quantity == "time"), 0
    waits = [one for one in route.lacking_hours if is_wait(model, one)]
    return route.lacking_hours, len(waits)


def _known(value: float | None, lacking: tuple[Slot, ...]) -> float | None:
    """Return a sum, or None where nothing of it is known."""
    return None if lacking and not value else value


def is_wait(model: Model, slot: Slot) -> bool:
    """Whether a number is a wait at a port or a terminal: the dwell of a transfer, or the headway of a vessel."""
    return slot.quantity == "headway" or (
        slot.quantity == "dwell" and isinstance(model.network.rows.get(slot.subject), Transfer)
    )


def _rests_on(check: Check, route: Route) -> dict[str, float]:
    if _is_length(check):
        return shares((one.distance.basis, one.km) for one in route.steps if one.distance is not None)
    return route.rests_on(money=check.measure == "cost")
