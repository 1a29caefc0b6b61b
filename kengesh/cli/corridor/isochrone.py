"""``kengesh corridor isochrone FROM``: how far goods get, and what it takes to every other place."""

from __future__ import annotations

from math import inf
from typing import Annotated

import typer

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.options import Origin
from kengesh.cli.corridor.shown import amount, bounded, rule, title
from kengesh.cli.output import paragraph, table
from kengesh.corridors.questions.isochrone import isochrone
from kengesh.corridors.told.isochrone import isochrone_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _

Within = Annotated[
    float | None,
    typer.Option("--within", metavar="N", min=0, help=_("Only places within so many hours, or USD per TEU.")),
]


@planning()
def command(plan: Planning, origin: Origin, within: Within = None) -> None:
    """Say how far goods get from a place: the least hours, or money, to every other place, the nearest first."""
    asked = plan.asked(origin, origin)
    limit = inf if within is None else within
    plan.leave(isochrone_told(plan.model, asked, limit, isochrone(plan.model, asked, limit)), _show)


def _show(told: Told) -> None:
    title(told, _("From {place}").format(place=told["asked"]["from"]["name"]))
    print()
    columns = (_("place"), _("name"), _("country"), _("at the best"), _("lacking numbers"))
    rows = [
        (
            one["place"]["id"],
            one["place"]["name"],
            one["place"]["country"],
            bounded(amount(one["value"], told["unit"]), one["at_least"]),
            str(one["lacking_numbers"] or ""),
        )
        for one in told["reached"]
    ]
    table(columns, rows)
    if told["unreached"]:
        names = ", ".join(f"{one['name']} ({one['id']})" for one in told["unreached"])
        paragraph(_("No route leads to: {places}.").format(places=names))
    rule(told)
