"""``kengesh corridor capacity FROM TO``: how much can pass, where it binds, and what one more unit there is worth."""

from __future__ import annotations

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.options import From, To
from kengesh.cli.corridor.shown import ends, lacking, rule, shares, title, whole
from kengesh.cli.output import BOLD, HOLDS, NOT_KNOWN, fail, line, paragraph, table
from kengesh.corridors.questions.capacity import capacity_between
from kengesh.corridors.questions.ladder import ladder_of
from kengesh.corridors.questions.route import best_route
from kengesh.corridors.told.capacity import capacity_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _


@planning()
def command(plan: Planning, origin: From = None, destination: To = None) -> None:
    """Say how many TEU a day can pass, which rows bind and what one more unit there is worth, and the room along the best route."""
    asked = plan.asked(origin, destination)
    if asked.origin == asked.destination:
        fail(_("name two places that differ: nothing limits the way from a place to itself."))
    found = capacity_between(plan.model, asked)
    ladder = ladder_of(plan.model, best_route(plan.model, asked).route, plan.shipper, found.flows)
    told = capacity_told(plan.model, found, ladder)
    plan.leave(told, _show, HOLDS if found.known else NOT_KNOWN)


def _show(told: Told) -> None:
    title(told, ends(told["asked"]))
    paragraph(told["says"])
    if told["bottleneck"]:
        paragraph(_("What binds"), BOLD)
        columns = (_("row"), _("between places"), _("TEU a day"), _("one more is worth"))
        rows = [
            (
                one["room"]["id"],
                one["room"].get("name", ""),
                whole(one["room"]["teu_per_day"]),
                f"{one['one_more_is_worth']:g}",
            )
            for one in told["bottleneck"]
        ]
        table(columns, rows)
        if not told["at_most"]["proven"]:
            line(_("These rows have a price in the linear programme over routes; they need not be one cut."))
    _show_ladder(told["ladder"])
    if told["rests_on"]:
        paragraph(_("The room of what binds rests on: {shares}.").format(shares=shares(told["rests_on"])))
    lacking(told["lacking"], _("What would settle it"))
    rule(told)


def _show_ladder(ladder: Told) -> None:
    paragraph(_("The room along the best route"), BOLD)
    columns = (_("row"), _("to"), _("TEU a day"), _("did pass"), _("flow"), "")
    rows = [
        (
            one["room"]["id"],
            one["to"]["name"],
            whole(one["room"]["teu_per_day"]),
            "" if one["throughput"] is None else whole(one["throughput"]["value"]),
            "" if one["flow_teu_per_day"] is None else whole(one["flow_teu_per_day"]),
            _("least") if one["is_least"] else "",
        )
        for one in ladder["rungs"]
    ]
    table(columns, rows)
    if ladder["most_teu_per_day"] is not None:
        says = _("Along it can pass, in TEU a day: {most}.")
        most = whole(ladder["most_teu_per_day"])
        line(says.format(most=most if ladder["known"] else _("at most {amount}").format(amount=most)))
