"""``kengesh overlap cover STATES...``: the fewest bodies to which all of some states belong."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import paragraph, table
from kengesh.cli.overlap.options import Bodies, Wide, bodies_of, listed, must_know_parties, tell
from kengesh.cli.overlap.shown import Row, show_counted
from kengesh.cli.overlap.similar import Parties
from kengesh.formats.overlap.answers import smallest_cover
from kengesh.formats.overlap.cover import MOST_COVERS
from kengesh.terms.messages import _, ngettext

Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without", metavar="BODY", help=_("A body that may not be used; may be given several times.")
    ),
]
Most = Annotated[
    int, typer.Option("--most", metavar="N", min=1, help=_("How many of the smallest sets to show."))
]


@question
def command(
    asking: Asking,
    states: Parties = None,
    bodies: Bodies = None,
    without: Without = None,
    most: Most = MOST_COVERS,
    wide: Wide = False,
) -> None:
    """Say which sets of bodies, as small as can be, have every one of some states in at least one of their bodies."""
    parties, places = listed(states), bodies_of(asking, bodies)
    must_know_parties(asking, parties or ())
    barred = [one for text in without or () for one in bodies_of(asking, text, "--without") or ()]
    given: dict[str, Any] = {"states": parties, "bodies": places, "without": barred or None}
    given["wide"] = wide or None
    tell(
        asking,
        "overlap-cover",
        given,
        lambda view: smallest_cover(view, parties, places, without=barred, most=most, wide=wide),
        _show,
    )


def _show(asking: Asking, answer: Row) -> None:
    title(asking, answer, _("The fewest bodies to which all of them belong"))
    columns = (_("set"), _("body"), _("belonging"), _("rests on"))
    cells = [
        (
            str(number) if not place else "",
            asking.reader.name(body),
            asking.reader.names(one["covers"][body]),
            asking.rests_on(one) if not place else "",
        )
        for number, one in enumerate(answer["answer"], 1)
        for place, body in enumerate(asking.reader.sorted(one["bodies"]))
    ]
    table(columns, cells, _("No body has any of them for sure."))
    for sentence in _sentences(asking, answer):
        paragraph(sentence)
    show_counted(asking, answer)


def _sentences(asking: Asking, answer: Row) -> list[str]:
    """Say how many bodies it takes, whom nothing covers, and what is open."""
    told = []
    if answer["size"]:
        says = ngettext("It takes {count} body.", "It takes {count} bodies.", answer["size"])
        told.append(says.format(count=answer["size"]))
    if answer["least"] < answer["size"]:
        says = ngettext(
            "If every membership that is not known held, {count} would do.",
            "If every membership that is not known held, {count} would do.",
            answer["least"],
        )
        told.append(says.format(count=answer["least"]))
    if answer["uncovered"]:
        says = _("No body counted is known to have: {parties}.")
        told.append(says.format(parties=asking.reader.names(answer["uncovered"])))
    if answer["without"]:
        told.append(_("Not used: {bodies}.").format(bodies=asking.reader.names(answer["without"])))
    return told
