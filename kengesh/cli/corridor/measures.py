"""``kengesh corridor measures``: what could be done, ranked by the hours and the spread of hours that it saves."""

from __future__ import annotations

from typing import Annotated

import typer

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.options import From, To
from kengesh.cli.corridor.pairs import Pairs, pairs_typed
from kengesh.cli.corridor.shown import hours, rule, title, whole
from kengesh.cli.output import counting, line, table
from kengesh.corridors.questions.measures import ranking
from kengesh.corridors.told.measures import measures_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _

Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help=_("How many to show; --json has all."))]


@planning()
def command(
    plan: Planning, origin: From = None, destination: To = None, pair: Pairs = None, most: Most = 20
) -> None:
    """Rank measures by what they save between places: a link, a vessel, opening hours, a fee; each alone, with what it assumes."""
    asked = pairs_typed(plan, origin, destination, pair)
    ranked = ranking(plan.model, asked, progress=counting(_("measures")))
    plan.leave(measures_told(plan.model, ranked), lambda told: _show(told, most))


def _show(told: Told, most: int) -> None:
    title(told, _("Measures by what they save"))
    print()
    useful = [one for one in told["measures"] if one["savings"]]
    columns = (
        _("measure"),
        _("hours"),
        _("at most"),
        _("± h"),
        _("joins"),
        _("published cost"),
        _("assumes"),
    )
    rows = [
        (
            one["name"],
            hours(one["hours"]),
            hours(one["at_most"]),
            hours(one["spread"]),
            str(len(one["joins"]) or ""),
            "; ".join(_cost(cost) for cost in one["published_costs"]),
            one["assumes"],
        )
        for one in useful[:most]
    ]
    table(columns, rows, _("No measure changes anything between these places."))
    says = _("Measures that change nothing between these places: {count}.")
    line(says.format(count=len(told["measures"]) - len(useful)))
    if len(useful) > most:
        line(_("And {count} more; --json has all of them.").format(count=len(useful) - most))
    rule(told)


def _cost(told: Told) -> str:
    value = told["value"] if told["value"] is not None else told["low"]
    return f"{whole(value)} {told['unit']}"
