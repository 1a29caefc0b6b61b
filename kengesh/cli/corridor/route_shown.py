"""A route as people read it: its steps, what each takes and for what, the sums, and on what they rest."""

from __future__ import annotations

from collections.abc import Iterator

from kengesh.cli.corridor.shown import SORTS, amount, bases, bounded, hours, lacking, shares, whole
from kengesh.cli.output import fields, paragraph, table
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _


def show_steps(route: Told) -> None:
    """Print the steps of a route as a table."""
    columns = (_("row"), _("to"), _("by mode"), _("km"), _("hours"), _("USD"), _("rests on"))
    start = ("", route["places"][0]["name"] if route["places"] else "", "", "", "", "", "")
    rows = [
        (
            one["row"],
            _end(one),
            _by(one),
            "" if one["km"] is None else whole(one["km"]),
            _hours(one),
            whole(one["usd"]) if _has_money(one) else "",
            bases(piece["basis"] for piece in one["pieces"]),
        )
        for one in route["steps"]
    ]
    table(columns, [start, *rows])


def show_sums(route: Told) -> None:
    """Print the sums of a route, and what they rest on."""
    print()
    fields(_sums(route))


def show_grounds(route: Told) -> None:
    """Print which numbers would settle the sums of a route, and where they are from that are known."""
    money = [one for one in route["lacking"] if one["quantity"] == "cost"]
    rest = [one for one in route["lacking"] if one["quantity"] != "cost"]
    lacking(rest, _("What would settle the hours"))
    if money:
        says = _(
            "The money is not known at {count} of {steps} steps; --json names each number that would settle it."
        )
        paragraph(says.format(count=len(money), steps=len(route["steps"])))
    sources = dict.fromkeys(source for factor in route["co2e"]["factors"] for source in factor["source"])
    if sources:
        paragraph(_("Factors of emissions: {sources}").format(sources=" ; ".join(sources)))
    if route["differing"]:
        rows = ", ".join(f"{one['subject']} {one['quantity']}" for one in route["differing"])
        paragraph(_("Sources differ about: {rows}; --json has what each tells.").format(rows=rows))


def hours_of(route: Told) -> str:
    """Write the hours of a route, and the days that these are."""
    if not route["hours"] and route["hours_at_least"]:
        return _("not known")
    says = _("{hours} h ({days:.1f} days)").format(hours=hours(route["hours"]), days=route["hours"] / 24)
    return bounded(says, route["hours_at_least"])


def money_of(route: Told) -> str:
    """Write the money of a route; what is not known at any step is not known."""
    if not route["usd"] and route["usd_at_least"]:
        return _("not known")
    return bounded(amount(route["usd"], "USD/TEU"), route["usd_at_least"])


def _sums(route: Told) -> Iterator[tuple[str, str]]:
    counted = route["door_to_door"]
    yield _("distance"), _length(route)
    yield _("door to door"), hours_of(route)
    yield _("in motion"), amount(counted["running_hours"], "h")
    yield _("at borders"), amount(counted["border_hours"], "h")
    yield _("other stops"), amount(counted["stop_hours"], "h")
    yield _("speed without delay"), _speed(counted["speed_without_delay_km_h"])
    yield _("speed with delay"), _speed(counted["speed_with_delay_km_h"])
    yield _("spread"), _spread(route["spread"])
    yield _("money"), money_of(route)
    yield _("emissions"), _emissions(route["co2e"])
    yield _("hours rest on"), shares(route["rests_on"]["hours"])
    yield _("money rests on"), shares(route["rests_on"]["usd"])


def _length(route: Told) -> str:
    return _("not known") if route["km"] is None else bounded(amount(route["km"], "km"), route["km_at_least"])


def _speed(value: float | None) -> str:
    return "" if value is None else f"{value:.1f} km/h"


def _spread(told: Told) -> str:
    known, without = told["numbers_with"], told["numbers_without"]
    if not known + without:
        return ""
    if not known:
        says = _("not known: none of {count} numbers of hours has a range in its source")
        return says.format(count=without)
    says = _(
        "± {hours} h (standard deviation), from {known} numbers of hours; {without} have no range in their source"
    )
    return says.format(hours=hours(told["standard_deviation"]), known=known, without=without)


def _emissions(told: Told) -> str:
    if told["value"] is None:
        return _("not known: a factor or a length is lacking")
    return _("{kilograms} kg CO2e a tonne, well to wheel").format(kilograms=whole(told["value"]))


def _end(step: Told) -> str:
    stays = step["from"]["id"] == step["to"]["id"]
    return _("(there)") if stays else str(step["to"]["name"])


def _by(step: Told) -> str:
    if step["kind"] == "link":
        return str(step["modes"][0])
    if step["kind"] == "crossing":
        return _("border, {mode}").format(mode=step["modes"][0])
    return _("transfer, {modes}").format(modes=" → ".join(step["modes"]))


def _hours(step: Told) -> str:
    told = [
        f"{hours(one['value'])} {_(SORTS[one['sort']])}" for one in step["pieces"] if one["sort"] in SORTS
    ]
    told += [
        _("{quantity} not known").format(quantity=one["quantity"])
        for one in step["lacking"]
        if one["quantity"] != "cost"
    ]
    return "; ".join(told)


def _has_money(step: Told) -> bool:
    return any(one["unit"] != "h" for one in step["pieces"])
