"""A way answered, as pages set it out: the best route with its pictures; or why there is none, or why it is not known."""

from __future__ import annotations

from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.questions.capacity import Capacity, capacity_between
from kengesh.corridors.questions.ladder import ladder_of
from kengesh.corridors.questions.route import Best, best_route
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.refused import not_known_told, unreachable_told
from kengesh.pictures.picture import Picture
from kengesh.pictures.quantity import Unit, amount
from kengesh.site.corridors.ground import Ground
from kengesh.site.corridors.pictures import diagram, has_money, ladder, map_of
from kengesh.site.corridors.route_shown import best_shown
from kengesh.terms.messages import _

NOTHING: dict[str, Any] = {
    "shown": None,
    "apart": None,
    "not_known": None,
    "diagrams": [],
    "map": None,
    "capacity": None,
}


def answered(ground: Ground, asked: Asked, name: str) -> dict[str, Any]:
    """Return what the template of a route needs. `name` is what the route is called in pictures."""
    model = ground.model
    try:
        best = best_route(model, asked)
    except Unreachable as error:
        return NOTHING | _apart(ground, error, name)
    except NotKnown as error:
        return NOTHING | {"not_known": not_known_told(model, error)}
    return NOTHING | {
        "shown": best_shown(model, best),
        "diagrams": _diagrams(model, asked, best, name),
        "map": map_of(
            model.network,
            _("On the map: {route}").format(route=name),
            (),
            [(name, best.route)],
            exercise=ground.exercise,
        ),
        "capacity": capacity_shown(ground, asked, best, name),
    }


def _apart(ground: Ground, error: Unreachable, name: str) -> dict[str, Any]:
    told = unreachable_told(ground.model, error)
    cut = [one["id"] for one in told["cut"]]
    title = _("What keeps the two ends apart: {route}").format(route=name)
    picture = map_of(ground.network, title, (), (), cut, exercise=ground.exercise) if cut else None
    return {"apart": told, "map": picture}


def _diagrams(model: Model, asked: Asked, best: Best, name: str) -> list[Picture]:
    courses = [(name, model, asked, best.route)]
    found = [diagram(model, _("Time and distance: {route}").format(route=name), courses)]
    if has_money(best.route):
        title = _("Cost and distance: {route}").format(route=name)
        found.append(diagram(model, title, courses, money=True))
    return found


def capacity_shown(ground: Ground, asked: Asked, best: Best, name: str) -> dict[str, Any]:
    """Return how much can pass, in words, the numbers that would settle it, and the ladder of the route."""
    model = ground.model
    found = capacity_between(model, asked)
    rooms = ladder_of(model, best.route, asked.shipper, found.flows if found.known else None)
    title = _("Capacity step by step: {route}").format(route=name)
    return {
        "says": capacity_words(found),
        "lacking": lacking_told(model.network, found.lacking),
        "picture": ladder(title, model.network, rooms, found, exercise=ground.exercise),
        "rungs": sum(one.room.teu_per_day is not None for one in rooms.rungs),
        "steps": len(rooms.rungs),
    }


def capacity_words(found: Capacity) -> str:
    """Say how much can pass on all ways that are asked for together."""
    least, most = found.least.teu_per_day, found.most.teu_per_day
    if found.known and most == float("inf"):
        return _("No row on the way has a capacity that is known to be limited.")
    if found.known:
        says = _("{most} can pass in all.")
        return says.format(most=amount(most, Unit.TEU_PER_DAY))
    if most == float("inf"):
        says = _("Not known how much can pass in all: at least {least}, and no upper bound is known.")
        return says.format(least=amount(least, Unit.TEU_PER_DAY))
    says = _("Not known how much can pass in all: at least {least}, at most {most}.")
    return says.format(least=amount(least, Unit.TEU_PER_DAY), most=amount(most, Unit.TEU_PER_DAY))
