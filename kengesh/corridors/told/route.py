"""A route as plain values: its steps, its sums as corridor monitoring counts them, what they rest on, and what is lacking."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.questions.asking import LACKING_HOURS
from kengesh.corridors.questions.route import RUNNING, Best, Route, Step
from kengesh.corridors.told.asked import UNITS, asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.places import modes_of, place_told
from kengesh.corridors.told.values import Told, chosen_told, piece_told, plain, shares_told
from kengesh.terms.messages import _


def best_told(model: Model, best: Best) -> Told:
    """Tell the best route; `settled` is false where lacking numbers could make another the best.

    ``rival`` is one that could be shorter, ``sure`` the best on which nothing is lacking where the route is none of them.
    """
    rival = sure = None
    if best.rival is not None:
        rival = {"value_at_least": plain(best.rival_value), **route_told(model.network, best.rival)}
    if best.sure is not None:
        sure = {"value": plain(best.sure_value), **route_told(model.network, best.sure)}
    return {
        "asked": asked_told(model.network, best.asked),
        "truth": "not-known" if nothing_known(best) else None,
        "value": None if nothing_known(best) else plain(best.value),
        "unit": UNITS[best.asked.by],
        "settled": best.is_settled,
        "route": route_told(model.network, best.route),
        "rival": rival,
        "sure": sure,
        "lacking_counts_for": {"value": LACKING_HOURS, "unit": "h", "says": presumed_words()},
        **head_told(model),
    }


def presumed_words() -> str:
    """Say what a lacking number counts for in choosing a route."""
    says = _(
        "In choosing a route a lacking number of hours counts for {hours:g} h, an assumption of ours; no sum holds it."
    )
    return says.format(hours=LACKING_HOURS)


def nothing_known(best: Best) -> bool:
    """Say whether no number of what was asked for is known on the best route: its lower bound of nothing is no answer."""
    route = best.route
    lacking = {"time": route.lacking_hours, "cost": route.lacking_usd}.get(best.asked.by, route.lacking)
    return best.value == 0 and bool(lacking)


def route_told(network: Network, route: Route) -> Told:
    """Tell a route: sums that are lower bounds say so in ``hours_at_least`` and ``usd_at_least``."""
    return {
        "places": [place_told(network, one) for one in route.states()],
        "steps": [step_told(network, one) for one in route.steps],
        "km": plain(route.km) if route.km or not route.lacks_km else None,
        "km_at_least": route.lacks_km,
        "hours": plain(route.hours),
        "hours_at_least": bool(route.lacking_hours),
        "usd": plain(route.usd),
        "usd_at_least": bool(route.lacking_usd),
        "door_to_door": door_to_door(route),
        "spread": {
            "standard_deviation": plain(route.spread),
            "unit": "h",
            "numbers_with": sum(not one.is_money and one.has_spread for one in route.pieces),
            "numbers_without": len(route.without_spread),
        },
        "co2e": {"value": plain(route.kilograms_a_tonne), "unit": "kg/t", "factors": _factors(route)},
        "rests_on": {"hours": shares_told(route.rests_on()), "usd": shares_told(route.rests_on(money=True))},
        "lacking": lacking_told(network, route.lacking),
        "differing": [chosen_told(one) for one in route.differing],
    }


def door_to_door(route: Route) -> Told:
    """Tell the hours as CAREC's monitoring counts them: running, at borders, other stops, and the speed without and with these."""
    running = route.hours_of(RUNNING)
    borders = sum(_standing(step) for step in route.steps if step.kind == "crossing")
    return {
        "running_hours": plain(running),
        "border_hours": plain(borders),
        "stop_hours": plain(route.hours - running - borders),
        "speed_without_delay_km_h": plain(route.km / running) if running and not route.lacks_km else None,
        "speed_with_delay_km_h": plain(route.km / route.hours)
        if route.hours and not route.lacks_km
        else None,
        "says": "at least" if route.lacking_hours else "all known",
    }


def step_told(network: Network, step: Step) -> Told:
    """Tell one row passed."""
    return {
        "row": step.id,
        "kind": step.kind,
        "modes": list(modes_of(step.row)),
        "from": place_told(network, step.arc.tail.place),
        "to": place_told(network, step.arc.head.place),
        "direction": step.arc.direction,
        "status": getattr(step.row, "status", None),
        "act": getattr(step.row, "act", "") or None,
        "km": plain(step.km) if step.distance else None,
        "distance": chosen_told(step.distance) if step.distance else None,
        "hours": plain(step.hours),
        "usd": plain(step.usd),
        "pieces": [piece_told(one) for one in step.pieces],
        "lacking": lacking_told(network, step.lacking),
        "co2e_g_per_t": plain(step.grams_a_tonne),
    }


def _standing(step: Step) -> float:
    return sum(one.value for one in step.pieces if not one.is_money and one.sort != RUNNING)


def _factors(route: Route) -> list[Told]:
    """Return the factors that the emissions rest on, each once."""
    found = {step.emissions.slot: step.emissions for step in route.steps if step.emissions is not None}
    return [chosen_told(one) for one in found.values()]
