"""The page to choose a route: the best, the next best with the share that would take each, and those that no other beats."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import Any

from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.questions.routes import (
    SCALE_PER_HOUR,
    Alternative,
    choice_scale,
    distinct_routes,
    unbeaten_routes,
)
from kengesh.corridors.told.route import route_told
from kengesh.pictures.quantity import Unit, amount, share_words
from kengesh.pictures.time_distance_steps import sum_words
from kengesh.site.corridors.answered import NOTHING, answered
from kengesh.site.corridors.asked import asked as given
from kengesh.site.corridors.asked import elsewhere
from kengesh.site.corridors.changes import best_or_none
from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground, on_the_network
from kengesh.site.corridors.offering import (
    corridors_offered,
    goods_offered,
    measures_offered,
    modes_offered,
    places_offered,
    states_offered,
)
from kengesh.site.corridors.pictures import diagram
from kengesh.site.corridors.route_shown import co2e_words, money_words
from kengesh.site.corridors.route_words import ends_words, way_words
from kengesh.site.corridors.unknown import corridor_href
from kengesh.site.corridors.way import between, by_choice, query_of
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

DISTINCT = 4  # routes told beside each other
DRAWN = 3  # of them in one picture
UNBEATEN = 12  # routes; the search stops there, and says so


@on_the_network
def route(reading: Reading, ground: Ground) -> Page | Elsewhere:
    """Show the form, and the answer where both ends are named."""
    asked = by_choice(ground)
    corridor = given(reading, "corridor") if asked else ""
    other = elsewhere(reading, query_of(ground, asked, corridor))
    if other is not None:
        return other
    found = {
        **NOTHING,
        "asked": asked,
        "others": None,
        "unbeaten": None,
        "by_corridor": [],
        **_offered(ground, asked, corridor),
    }
    if asked is None:
        return framed(ground, "choosing", _("A route through the network"), found)
    name = ends_words(ground, asked)
    found |= answered(ground, asked, name)
    found["way_words"] = way_words(ground, asked)
    if found["shown"]:
        found |= _others(ground, asked)
    return framed(ground, "choosing", name, found)


def _offered(ground: Ground, asked: Asked | None, corridor: str) -> dict[str, Any]:
    free = asked if asked and not corridor else None
    via = free.via[0] if free and free.via else ""
    origin, destination = (given(ground.reading, name) for name in ("from", "to"))
    return {
        "origins": places_offered(ground, origin),
        "destinations": places_offered(ground, destination),
        "measures": measures_offered(asked.by if asked else "time"),
        "corridors": corridors_offered(ground, corridor),
        "vias": places_offered(ground, via),
        "states": states_offered(ground, free.avoid if free else ()),
        "modes": modes_offered(free.modes if free else ()),
        "goods": goods_offered(ground, asked.shipper.commodity if asked else ""),
    }


def _others(ground: Ground, asked: Asked) -> dict[str, Any]:
    """Return routes that differ, with their shares, and those that no other beats."""
    model = ground.model
    scale, says = _scale(ground, asked)
    distinct = distinct_routes(model, asked, DISTINCT, scale)
    unbeaten = unbeaten_routes(model, asked, UNBEATEN)
    courses = [
        (_("Route {number}").format(number=place), model, asked, one.route)
        for place, one in enumerate(distinct.routes[:DRAWN], start=1)
    ]
    title = _("Routes beside each other: {route}").format(route=ends_words(ground, asked))
    return {
        "others": [_row(ground, one) for one in distinct.routes],
        "scale_words": says,
        "overlaid": diagram(model, title, courses) if len(courses) > 1 else None,
        "unbeaten": [_row(ground, one) for one in unbeaten.routes],
        "unbeaten_is_whole": unbeaten.proven,
        "by_corridor": _by_corridor(ground, asked),
    }


def _by_corridor(ground: Ground, asked: Asked) -> list[dict[str, Any]]:
    """Return the best route of the same pair along each named corridor by which one leads."""
    found = []
    for one in ground.network.corridors.values():
        way = replace(
            asked,
            via=between(one.via, asked.origin, asked.destination),
            avoid=one.avoid,
            modes=one.modes,
        )
        best = best_or_none(ground.model, way)
        if best is not None:
            row = _row(ground, Alternative(best.route, best.value, None))
            ends_ = {"from": asked.origin, "to": asked.destination}
            found.append({**row, "name": one.name, "href": corridor_href(ground, one.id, **ends_)})
    return found


def _scale(ground: Ground, asked: Asked) -> tuple[float | None, str]:
    """Return how strongly goods choose the better route, and whose number that is."""
    if asked.by == "time":
        says = _(
            "The shares rest on an assumption of ours, graded C: of two routes the one {hours} hours longer is taken by "
            "{times} times fewer."
        )
        return SCALE_PER_HOUR, says.format(hours=f"{1 / SCALE_PER_HOUR:g}", times=f"{exp(1):.1f}")
    try:
        return choice_scale(ground.model, asked), _("The shares rest on the scale of choice of these goods.")
    except NotKnown as error:
        return None, str(error)


def _row(ground: Ground, one: Alternative) -> dict[str, Any]:
    told = route_told(ground.network, one.route)
    states = dict.fromkeys(place["country"] for place in told["places"])
    return {
        "states": list(states),
        "seas": any("sea" in step["modes"] for step in told["steps"]),
        "km": sum_words(told["km"], Unit.KM, least=told["km_at_least"]),
        "hours": sum_words(told["hours"], Unit.HOURS, least=told["hours_at_least"]),
        "spread": amount(told["spread"]["standard_deviation"], Unit.HOURS),
        "money": money_words(told),
        "co2e": co2e_words(told["co2e"]["value"]),
        "borders": sum(step["kind"] == "crossing" for step in told["steps"]),
        "lacking": len(told["lacking"]),
        "share": "" if one.share is None else share_words(one.share),
    }
