"""``kengesh corridor assign``: the demand table on the network, where a row takes longer the more it carries."""

from __future__ import annotations

from typing import Annotated

import typer

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.shown import hours, rule, shares, title, whole
from kengesh.cli.corridor.typed import one_of
from kengesh.cli.output import BOLD, line, paragraph, table
from kengesh.corridors.questions.assignment import GAP, POWER, RISE, assign
from kengesh.corridors.told.assignment import assignment_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _

BY = ("time", "generalised")
SHOWN = 25  # rows with most load; --json has all

By = Annotated[
    str,
    typer.Option(
        "--by", metavar="|".join(BY), help=_("By hours, or by hours and money at what an hour is worth.")
    ),
]
Rise = Annotated[
    float,
    typer.Option(
        "--rise", metavar="A", min=0, help=_("By which part hours rise where a row carries its capacity.")
    ),
]
Power = Annotated[
    float, typer.Option("--power", metavar="B", min=1, help=_("The power by which they rise with the load."))
]


@planning(way=False)
def command(plan: Planning, by: By = BY[0], rise: Rise = RISE, power: Power = POWER) -> None:
    """Say how the demand table loads the network: if everyone takes the quickest way, and if all together took the least."""
    one_of("--by", by, BY)
    plan.leave(assignment_told(plan.model, assign(plan.model, by, rise, power, GAP), by), _show)


def _show(told: Told) -> None:
    title(told, _("The demand table on the network"))
    paragraph(told["says"])
    user, best = told["user_equilibrium"], told["system_optimum"]
    says = _(
        "User equilibrium: {user} TEU-hours a day, relative gap {gap:.1g}. System optimum: {best} TEU-hours a day. "
        "Hours rise by {rise:g} at capacity, with the power {power:g} (Bureau of Public Roads): an assumption off the roads."
    )
    asked = told["asked"]
    paragraph(
        says.format(
            user=whole(user["teu_hours_a_day"]),
            best=whole(best["teu_hours_a_day"]),
            gap=user["relative_gap"],
            rise=asked["rise"],
            power=asked["power"],
        )
    )
    paragraph(_("Demand"), BOLD)
    columns = (
        _("from place"),
        _("to"),
        _("goods"),
        _("TEU a day"),
        _("alone, h"),
        _("equilibrium, h"),
        _("optimum, h"),
    )
    table(columns, [_demand(one) for one in told["demand"]])
    paragraph(_("Rows that carry most, at the user equilibrium"), BOLD)
    of_rows = (_("row"), _("between places"), _("direction"), _("TEU a day"), _("hours"))
    loads = user["loads"]
    table(of_rows, [_load(one) for one in loads[:SHOWN]], _("No row carries anything."))
    if len(loads) > SHOWN:
        line(_("And {count} more; --json has all of them.").format(count=len(loads) - SHOWN))
    if told["rests_on"]:
        paragraph(_("The hours rest on: {shares}.").format(shares=shares(told["rests_on"])))
    rule(told)


def _demand(one: Told) -> tuple[str, ...]:
    told = [one[key] for key in ("hours_alone", "hours_user_equilibrium", "hours_system_optimum")]
    amounts = [_("not known") if value is None else hours(value) for value in told]
    return (one["from"]["name"], one["to"]["name"], one["commodity"], whole(one["teu_per_day"]), *amounts)


def _load(one: Told) -> tuple[str, ...]:
    return (one["id"], one["name"], one["direction"], whole(one["teu_per_day"]), hours(one["hours"]))
