"""``kengesh overlap pair A B``: what two states share, or two bodies."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, fail, paragraph, table
from kengesh.cli.overlap.options import (
    BODIES,
    PARTY_TYPES,
    STATES,
    Bodies,
    States,
    Wide,
    bodies_of,
    parties_of,
    tell,
)
from kengesh.cli.overlap.shown import Row, range_words, show_counted, status_words
from kengesh.formats.overlap.answers import two_bodies, two_states
from kengesh.mechanism.near import types_of
from kengesh.terms.messages import _

One = Annotated[str, typer.Argument(metavar="A", help=_("A state, or a body."))]
Other = Annotated[str, typer.Argument(metavar="B", help=_("Another state, or another body."))]


@question
def command(
    asking: Asking,
    first: One,
    second: Other,
    states: States = None,
    bodies: Bodies = None,
    wide: Wide = False,
) -> None:
    """Say what two states share of bodies, or two bodies of parties: joint memberships, Jaccard, containment, similarity."""
    for thing in (first, second):
        asking.must_know(thing, *PARTY_TYPES)
    are_bodies = [_is_body(asking, thing) for thing in (first, second)]
    if are_bodies[0] != are_bodies[1]:
        says = _("{first} and {second} are not of one sort; give two states, or two bodies.")
        fail(says.format(first=first, second=second))
    unfit, instead = (bodies, BODIES) if are_bodies[0] else (states, STATES)
    if unfit is not None:
        fail(_("{option} says what is compared already; leave it out here.").format(option=instead))
    parties, places = parties_of(asking, states), bodies_of(asking, bodies)
    given: dict[str, Any] = {"first": first, "second": second, "states": parties, "bodies": places}
    given["wide"] = wide or None
    tell(
        asking,
        "overlap-pair",
        given,
        lambda view: (
            two_bodies(view, first, second, parties, wide=wide)
            if are_bodies[0]
            else two_states(view, first, second, places, wide=wide)
        ),
        _show,
    )


def _is_body(asking: Asking, thing: str) -> bool:
    return "body" in types_of(asking.mechanism.view(), thing)


def _show(asking: Asking, answer: Row) -> None:
    row = answer["answer"][0]
    first, second = asking.reader.name(row["first"]), asking.reader.name(row["second"])
    title(asking, answer, f"{first} · {second}")
    of_bodies = row["first"] in answer["counted"]["bodies"]
    joint = _("parties of both") if of_bodies else _("joint memberships")
    either = _("parties of either") if of_bodies else _("memberships of either")
    within = _("{first} within {second}")
    measures = [
        (joint, row["joint"]),
        (either, row["either"]),
        (_("Jaccard's index"), row["jaccard"]),
        (within.format(first=first, second=second), row["first_in_second"]),
        (within.format(first=second, second=first), row["second_in_first"]),
        (_("similarity"), row["similarity"]),
    ]
    table((_("measure"), _("value")), [(words, range_words(found)) for words, found in measures])
    paragraph(_("Rests on: {rests_on}").format(rests_on=asking.rests_on(row) or _("nothing")))
    paragraph(_("Side by side"), BOLD)
    across, down = ("body", "party") if of_bodies else ("party", "body")
    cells = {(one[across], one[down]): one for one in answer["cells"]}
    things = asking.reader.sorted({one[down] for one in answer["cells"]})
    table(
        (_("party") if of_bodies else _("body"), first, second),
        [
            (
                asking.reader.name(thing),
                *(status_words(asking, cells[one, thing]) for one in (row["first"], row["second"])),
            )
            for thing in things
        ],
    )
    show_counted(asking, answer, named_above=not of_bodies)
