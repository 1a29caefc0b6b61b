"""A route as its page sets it out: sums as corridor monitoring counts them, steps with what each rests on, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.questions.route import Best, Route
from kengesh.corridors.told.route import best_told, presumed_words, route_told
from kengesh.corridors.told.values import Told
from kengesh.pictures.quantity import NO_BREAK_SPACE, Unit, amount, share_words, written
from kengesh.pictures.time_distance_steps import sum_words
from kengesh.site.corridors.words import BASIS_WORDS, SORT_WORDS, said
from kengesh.terms.messages import _, ngettext


def best_shown(model: Model, best: Best) -> dict[str, Any]:
    """Return what a page shows of the best route, and of the one that could be better."""
    told = best_told(model, best)
    return {
        "told": told,
        "facts": facts_of(told["route"]),
        "steps": [step_shown(one) for one in told["route"]["steps"]],
        "rival": None if best.rival is None else rival_words(best),
        "sure": None if best.sure is None else sure_words(best),
        "presumed": presumed_words() if best.route.lacking_hours else None,
    }


def sums_of(model: Model, route: Route) -> list[tuple[str, str]]:
    """Return the sums of a route."""
    return facts_of(route_told(model.network, route))


def facts_of(route: Told) -> list[tuple[str, str]]:
    """Return the sums of a route, each with what it is called."""
    door, spread, co2e = route["door_to_door"], route["spread"], route["co2e"]
    without, with_ = door["speed_without_delay_km_h"], door["speed_with_delay_km_h"]
    return [
        (_("Distance"), sum_words(route["km"], Unit.KM, least=route["km_at_least"])),
        (_("Door to door"), sum_words(route["hours"], Unit.HOURS, least=route["hours_at_least"])),
        (_("of it running or sailing"), amount(door["running_hours"], Unit.HOURS)),
        (_("of it at borders"), amount(door["border_hours"], Unit.HOURS)),
        (_("of it other stops"), amount(door["stop_hours"], Unit.HOURS)),
        (_("Speed without delay"), speed_words(without)),
        (_("Speed with delay"), speed_words(with_)),
        (_("Standard deviation of the hours"), _spread_words(spread)),
        (_("Money"), money_words(route)),
        (_("Greenhouse gases, CO2e of a tonne"), co2e_words(co2e["value"])),
        (_("The hours rest on numbers"), shares_words(route["rests_on"]["hours"])),
        (_("The money rests on numbers"), shares_words(route["rests_on"]["usd"])),
    ]


def step_shown(step: Told) -> dict[str, Any]:
    """Return a step with its pieces in words: hours by what they are for, and money."""
    pieces = [{**one, "words": piece_words(one)} for one in step["pieces"]]
    return {
        **step,
        "hours_pieces": [one for one in pieces if one["unit"] == "h"],
        "money_pieces": [one for one in pieces if one["unit"] != "h"],
        "lacks_hours": [one for one in step["lacking"] if one["quantity"] != "cost"],
        "lacks_money": [one for one in step["lacking"] if one["quantity"] == "cost"],
    }


def piece_words(piece: Told) -> str:
    """Say what a part of passing takes, and what it is for."""
    unit = Unit.HOURS if piece["unit"] == "h" else Unit.USD_PER_TEU
    says = _("{sort}: {amount}")
    return says.format(sort=said(SORT_WORDS, piece["sort"]), amount=amount(piece["value"], unit))


def money_words(route: Told) -> str:
    """Say the money of a route, as the least that it can be where fares are not known."""
    if route["usd_at_least"] and not route["usd"]:
        return _("not known")
    return sum_words(route["usd"], Unit.USD_PER_TEU, least=route["usd_at_least"])


def co2e_words(kilograms: float | None) -> str:
    """Say the greenhouse gases of a tonne carried from end to end."""
    return _("not known") if kilograms is None else _("{amount} kg").format(amount=written(kilograms))


def speed_words(speed: float | None) -> str:
    """Say a speed."""
    return _("not known") if speed is None else _("{amount} km/h").format(amount=written(speed))


def shares_words(shares: Mapping[str, float]) -> str:
    """Say which share of a sum rests on numbers of each basis."""
    if not shares:
        return _("none is known")
    return ", ".join(
        f"{said(BASIS_WORDS, basis)}{NO_BREAK_SPACE}{share_words(share)}" for basis, share in shares.items()
    )


def sure_words(best: Best) -> str:
    """Say what the best route takes on which nothing is lacking."""
    unit = Unit.HOURS if best.asked.by == "time" else Unit.USD_PER_TEU
    says = _("The best route on which nothing is lacking takes {amount}.")
    return says.format(amount=amount(best.sure_value, unit))


def rival_words(best: Best) -> str:
    """Say that another route could be better, and from which value on."""
    unit = Unit.HOURS if best.asked.by == "time" else Unit.USD_PER_TEU
    says = _(
        "Another route could be better: of its known numbers it takes {amount}, and {count} of its numbers are not known."
    )
    count = (
        len(best.rival.lacking_hours if best.asked.by == "time" else best.rival.lacking) if best.rival else 0
    )
    return says.format(amount=amount(best.rival_value, unit), count=count)


def _spread_words(spread: Told) -> str:
    without = spread["numbers_without"]
    told = amount(spread["standard_deviation"], Unit.HOURS)
    if not spread["numbers_with"]:
        return _("not known: no source tells a range of any of these hours")
    if not without:
        return told
    says = ngettext(
        "at least {amount}: {count} number of hours has no range in its source",
        "at least {amount}: {count} numbers of hours have no range in their source",
        without,
    )
    return says.format(amount=told, count=without)
