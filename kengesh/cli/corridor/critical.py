"""``kengesh corridor critical``: what is lost when a link, a crossing, a transfer or a vessel is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_outside
from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.options import From, Svg, To
from kengesh.cli.corridor.pairs import Pairs, pairs_typed
from kengesh.cli.corridor.shown import amount, bounded, lacking, rule, shares, title
from kengesh.cli.output import counting, fail, line, paragraph, table
from kengesh.cli.text.whole import leave as write
from kengesh.corridors.pictured.criticality import dots_of
from kengesh.corridors.questions.criticality import Criticality, criticality
from kengesh.corridors.told.criticality import criticality_told
from kengesh.corridors.told.values import Told
from kengesh.pictures.criticality_dots import criticality_dots
from kengesh.pictures.style import standalone
from kengesh.terms.messages import _

Most = Annotated[
    int, typer.Option("--most", metavar="N", min=1, help=_("How many closings to show; --json has all."))
]


@planning()
def command(
    plan: Planning,
    origin: From = None,
    destination: To = None,
    pair: Pairs = None,
    most: Most = 20,
    svg: Svg = None,
) -> None:
    """Say what each link, crossing, transfer and vessel is worth: how much longer goods take without it, or that no way is left."""
    if svg is not None:
        must_be_outside(Path(svg))
    asked = pairs_typed(plan, origin, destination, pair)
    found = criticality(plan.model, asked, plan.way.by, counting(_("pairs")))
    if svg is not None:
        write(svg, _picture(plan, found, most))
    plan.leave(criticality_told(plan.model, found), lambda told: _show(told, most))


def _picture(plan: Planning, found: Criticality, most: int) -> bytes:
    try:
        drawn = criticality_dots(dots_of(plan.model, found, _("What is lost when a row is closed"), most))
    except ValueError as error:  # more pairs than can be told apart
        fail(str(error))
    return standalone(drawn).encode()


def _show(told: Told, most: int) -> None:
    title({**told, "asked": {}}, _("What is lost when a row is closed"))
    print()
    columns = (_("row"), _("what"), _("between places"), _("pairs hit"), _("cut off"), _("lost in all"))
    rows = [
        (
            one["id"],
            one["kind"],
            one["name"],
            str(len(one["losses"])),
            str(one["pairs_cut_off"] or ""),
            _lost(one, told["unit"]),
        )
        for one in told["closings"][:most]
    ]
    table(columns, rows, _("No closing costs these pairs anything."))
    if len(told["closings"]) > most:
        line(_("And {count} more; --json has all of them.").format(count=len(told["closings"]) - most))
    for one in told["closings"][:most]:
        for loss in one["losses"]:
            if loss["after"] is None:
                line(f"{one['id']}: {loss['says']}")
    for one in told["without_route"]:
        says = _("No route leads from {origin} to {destination} as it is.")
        paragraph(says.format(origin=one["asked"]["from"]["name"], destination=one["asked"]["to"]["name"]))
    if told["rests_on"]:
        paragraph(_("What the best routes take rests on: {shares}.").format(shares=shares(told["rests_on"])))
    lacking(told["lacking"], _("What would settle the loss of a vessel"))
    rule(told)


def _lost(one: Told, unit: str) -> str:
    standings = {loss["standing"] for loss in one["losses"] if loss["after"] is not None}
    if not standings:
        return ""
    told = amount(one["amount"], unit)
    if "not known" in standings:
        return _("not known; {amount} of what is").format(amount=told)
    return bounded(told, "at least" in standings)
