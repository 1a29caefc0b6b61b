"""``kengesh overlap similar STATES...``: how alike states are, two by two, over a set of bodies."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, fields, paragraph, table
from kengesh.cli.overlap.options import Bodies, Wide, bodies_of, listed, must_know_parties, tell
from kengesh.cli.overlap.shown import Row, range_words, show_counted
from kengesh.formats.overlap.answers import how_similar
from kengesh.terms.messages import _

Parties = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="STATES...",
        help=_("States or other parties; otherwise the members of the record's mechanism."),
    ),
]


@question
def command(asking: Asking, states: Parties = None, bodies: Bodies = None, wide: Wide = False) -> None:
    """Say how alike states are, two by two, over a set of bodies, the most alike first; and what all of them share."""
    parties, places = listed(states), bodies_of(asking, bodies)
    must_know_parties(asking, parties or ())
    given: dict[str, Any] = {"states": parties, "bodies": places, "wide": wide or None}
    tell(
        asking,
        "overlap-similar",
        given,
        lambda view: how_similar(view, parties, places, wide=wide),
        _show,
    )


def _show(asking: Asking, answer: Row) -> None:
    title(asking, answer, _("How alike they are"))
    columns = (_("party"), _("party"), _("similarity"), _("Jaccard"), _("joint"), _("rests on"))
    cells = [
        (
            asking.reader.name(one["first"]),
            asking.reader.name(one["second"]),
            range_words(one["similarity"]),
            range_words(one["jaccard"]),
            range_words(one["joint"]),
            asking.rests_on(one),
        )
        for one in answer["answer"]
    ]
    table(columns, cells)
    together = answer["together"]
    paragraph(_("All of them together"), BOLD)
    fields(
        [
            (_("joint memberships"), range_words(together["joint"])),
            (_("memberships of any"), range_words(together["either"])),
            (_("Jaccard's index"), range_words(together["jaccard"])),
        ]
    )
    show_counted(asking, answer)
