"""``kengesh corridor routes FROM TO``: several routes beside each other, and which share of consignments takes which."""

from __future__ import annotations

from typing import Annotated

import typer

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.options import From, To
from kengesh.cli.corridor.route_shown import hours_of, money_of
from kengesh.cli.corridor.shown import bounded, ends, hours, percent, rule, shares, title, whole
from kengesh.cli.corridor.typed import one_of
from kengesh.cli.output import line, paragraph, table
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.questions.route import Best, best_route
from kengesh.corridors.questions.routes import (
    SCALE_PER_HOUR,
    best_routes,
    choice_scale,
    distinct_routes,
    unbeaten_routes,
)
from kengesh.corridors.told.routes import by_corridors_told, routes_told, scale_words
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _

SORTS = ("distinct", "best", "unbeaten")

Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="|".join(SORTS),
        help=_(
            "Routes that differ; the best, however alike; or those that none beats in USD, hours and spread together."
        ),
    ),
]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help=_("How many to show."))]
Scale = Annotated[
    float | None,
    typer.Option(
        "--scale",
        metavar="S",
        min=0,
        help=_(
            "The scale of choice in 1/h (by time) or 1/USD; otherwise that of the goods, by time an assumed {scale}."
        ).format(scale=SCALE_PER_HOUR),
    ),
]


@planning(corridors=True)
def command(
    plan: Planning,
    origin: From = None,
    destination: To = None,
    sort: Sort = SORTS[0],
    most: Most = 3,
    scale: Scale = None,
) -> None:
    """Say which routes there are beside the best, and which share of goods takes each; or the best by each of several corridors."""
    one_of("--sort", sort, SORTS)
    if len(plan.ways) > 1:
        by = {way.corridor: _best(plan, plan.asked(origin, destination, way)) for way in plan.ways}
        plan.leave(by_corridors_told(plan.model, by), _show)
    asked = plan.asked(origin, destination)
    if sort == "unbeaten":
        plan.leave(routes_told(plan.model, unbeaten_routes(plan.model, asked), sort), _show)
    taken = _scale(plan, scale)
    search = best_routes if sort == "best" else distinct_routes
    plan.leave(routes_told(plan.model, search(plan.model, asked, most, taken), sort, taken), _show)


def _best(plan: Planning, asked: Asked) -> Best | Unreachable:
    try:
        return best_route(plan.model, asked)
    except Unreachable as error:
        return error


def _scale(plan: Planning, given: float | None) -> float | None:
    """Return the scale of choice; None, and no shares, where it is not known."""
    if given is not None:
        return given or None
    if plan.way.by == "time":
        return SCALE_PER_HOUR
    try:
        return choice_scale(plan.model, plan.asked(*_any_pair(plan)))
    except NotKnown:
        return None


def _any_pair(plan: Planning) -> tuple[str, str]:
    """Two places for a question of which the places do not matter."""
    first = next(iter(plan.network.places))
    return first, first


def _show(told: Told) -> None:
    title(told, ends(told["asked"]))
    print()
    columns = (
        _("route"),
        _("by way of"),
        _("km"),
        _("hours"),
        _("in motion"),
        _("borders"),
        _("± h"),
        _("money"),
        _("share"),
        _("hours rest on"),
    )
    rows = [_row(told, number, one) for number, one in enumerate(told["routes"], 1)]
    table(columns, rows, _("No route was found."))
    for one in told["without_route"]:
        line(_("{corridor}: {says}").format(corridor=one["corridor"]["name"], says=one["says"]))
    if told["scale"]:
        paragraph(scale_words(told["scale"], told["unit"]))
    if not told["proven"]:
        line(_("The search was cut short: there may be better ones."))
    for number, one in enumerate(told["routes"], 1):
        _show_lacking(number, one)
    rule(told)


def _row(told: Told, number: int, one: Told) -> tuple[str, ...]:
    counted, spread = one["door_to_door"], one["spread"]
    return (
        str(number),
        one["corridor"]["name"] if "corridor" in one else _through(told, one),
        whole(one["km"]),
        bounded(hours(one["hours"]), one["hours_at_least"]),
        hours(counted["running_hours"]),
        hours(counted["border_hours"]),
        hours(spread["standard_deviation"]) if spread["numbers_with"] else "",
        money_of(one),
        "" if one["share"] is None else percent(one["share"]),
        shares(one["rests_on"]["hours"]),
    )


def _through(told: Told, one: Told) -> str:
    """Return the places of a route that are not of all of them: a few that tell it from the others."""
    others = [{place["id"] for place in route["places"]} for route in told["routes"] if route is not one]
    common = set.intersection(*others) if others else set()
    own = [place["name"] for place in one["places"] if place["id"] not in common]
    step = max(1, len(own) // 3)
    return ", ".join(own[step // 2 :: step][:3]) or hours_of(one)


def _show_lacking(number: int, one: Told) -> None:
    lacks = [f"{each['subject']} {each['quantity']}" for each in one["lacking"] if each["quantity"] != "cost"]
    if lacks:
        says = _("Route {number}: its hours are a lower bound. It would take: {numbers}.")
        line(says.format(number=number, numbers=", ".join(lacks)))
