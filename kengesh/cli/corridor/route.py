"""``kengesh corridor route FROM TO``: what the best route takes, step by step, and what that rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.clock import moment, moment_typed
from kengesh.cli.corridor.options import From, To
from kengesh.cli.corridor.route_shown import hours_of, show_grounds, show_steps, show_sums
from kengesh.cli.corridor.shown import amount, ends, hours, rule, title
from kengesh.cli.output import HOLDS, NOT_KNOWN, fail, line, paragraph
from kengesh.corridors.questions.departure import earliest
from kengesh.corridors.questions.route import best_route
from kengesh.corridors.told.journey import journey_told
from kengesh.corridors.told.route import best_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _

Departs = Annotated[
    str | None,
    typer.Option(
        "--departs",
        metavar="MOMENT",
        help=_(
            "Setting out at this moment of the week, such as “Tue 14:30”: by timetables and opening hours where they are "
            "known, in the place of mean waits."
        ),
    ),
]


@planning()
def command(plan: Planning, origin: From = None, destination: To = None, departs: Departs = None) -> None:
    """Say which route takes the least: its steps, its sums as corridor monitoring counts them, what is lacking, what it rests on."""
    asked = plan.asked(origin, destination)
    if departs is None:
        told = best_told(plan.model, best_route(plan.model, asked))
        plan.leave(told, _show, NOT_KNOWN if told["truth"] == "not-known" else HOLDS)
    at = moment_typed(departs)
    if plan.way.by != "time":
        fail(_("--departs asks which route arrives first; leave out --by."))
    plan.leave(journey_told(plan.model, asked, earliest(plan.model, asked, at)), _show_journey)


def _show(told: Told) -> None:
    title(told, ends(told["asked"]))
    print()
    show_steps(told["route"])
    show_sums(told["route"])
    if told["asked"]["by"] == "generalised":
        paragraph(_("Generalised cost: {amount}.").format(amount=amount(told["value"], told["unit"])))
    show_grounds(told["route"])
    if told["sure"] is not None:
        says = _("The best route on which nothing is lacking takes {value}; it is told whole by --json.")
        paragraph(says.format(value=amount(told["sure"]["value"], told["unit"])))
    if told["rival"] is not None:
        paragraph(_rival(told))
    if told["route"]["hours_at_least"]:
        paragraph(told["lacking_counts_for"]["says"])
    rule(told)


def _rival(told: Told) -> str:
    rival = told["rival"]
    says = _(
        "It is not settled that this route is the best: one by {places} takes at least {value}, and could be better "
        "if the numbers that it lacks ({count}) were small. It is told whole by --json."
    )
    own = {one["id"] for one in told["route"]["places"]}
    others = [one["name"] for one in rival["places"] if one["id"] not in own]
    return says.format(
        places=", ".join(others) or hours_of(rival),
        value=amount(rival["value_at_least"], told["unit"]),
        count=_count(told),
    )


def _count(told: Told) -> int:
    """Return how many numbers the rival lacks of the measure that was asked for."""
    by = told["asked"]["by"]
    lacks = [one["quantity"] == "cost" for one in told["rival"]["lacking"]]
    return len(lacks) if by == "generalised" else sum(one == (by == "cost") for one in lacks)


def _show_journey(told: Told) -> None:
    title(told, ends(told["asked"]))
    says = _("Sets out {departs}, arrives {arrives}: {hours} h.")
    arrives, departs = moment(told["arrives"]), moment(told["departs"])
    line(says.format(departs=departs, arrives=arrives, hours=hours(told["value"])))
    print()
    show_steps(told["route"])
    clocks = [one for one in told["route"]["steps"] if one["by_clock"]]
    for one in clocks:
        says = _("{row}: comes {comes}, and waits {hours} h there by its clock.")
        line(says.format(row=one["row"], comes=moment(one["comes"]), hours=hours(one["waits_by_clock"])))
    if not clocks:
        paragraph(
            _("No row of this route has a timetable or opening hours in the network: its waits are means.")
        )
    show_sums(told["route"])
    paragraph(_("The sums above are of mean waits, whatever the moment."))
    show_grounds(told["route"])
    rule(told)
