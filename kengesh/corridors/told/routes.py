"""Several routes for one pair as plain values: in their order, each with its share where a scale of choice is known."""

from __future__ import annotations

from collections.abc import Mapping

from kengesh.corridors.model import Model
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.route import Best
from kengesh.corridors.questions.routes import Alternative, Routes
from kengesh.corridors.told.asked import UNITS, asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.refused import unreachable_told
from kengesh.corridors.told.route import route_told
from kengesh.corridors.told.values import Told, plain
from kengesh.terms.messages import _


def routes_told(model: Model, found: Routes, sort: str, scale: float | None = None) -> Told:
    """Tell the routes of one question; `sort` is best, distinct or unbeaten."""
    return {
        "asked": asked_told(model.network, found.asked),
        "truth": None,
        "sort": sort,
        "unit": UNITS[found.asked.by],
        "scale": plain(scale),
        "proven": found.proven,
        "routes": [_alternative(model, one) for one in found.routes],
        "without_route": [],
        **head_told(model),
    }


def by_corridors_told(model: Model, found: Mapping[str, Best | Unreachable]) -> Told:
    """Tell the best route by each of several corridors, by their ids; those by which no route leads are told apart."""
    first = next(iter(found.values())).asked
    ways = [(_corridor(model, key), one) for key, one in found.items()]
    return {
        "asked": {**asked_told(model.network, first), "via": [], "avoid": [], "modes": []},
        "truth": None,
        "sort": "corridors",
        "unit": UNITS[first.by],
        "scale": None,
        "proven": True,
        "routes": [{"corridor": key, **_best(model, one)} for key, one in ways if isinstance(one, Best)],
        "without_route": [
            {"corridor": key, **unreachable_told(model, one)}
            for key, one in ways
            if isinstance(one, Unreachable)
        ],
        **head_told(model),
    }


def _corridor(model: Model, key: str) -> Told:
    row = model.network.corridors[key]
    return {
        "id": key,
        "name": row.name,
        "via": list(row.via),
        "avoid": list(row.avoid),
        "modes": list(row.modes),
    }


def _best(model: Model, best: Best) -> Told:
    told = route_told(model.network, best.route)
    return {"value": plain(best.value), "settled": best.is_settled, "share": None, **told}


def scale_words(scale: float, unit: str) -> str:
    """Say which scale the shares rest on."""
    says = _(
        "Shares by a path-size logit of scale {scale:g} in 1/{unit}: of two routes, one that takes {more:.3g} {unit} more "
        "is taken by e times fewer."
    )
    return says.format(scale=scale, unit=unit, more=1 / scale)


def _alternative(model: Model, one: Alternative) -> Told:
    route = route_told(model.network, one.route)
    return {"value": plain(one.value), "share": plain(one.share), **route}
