"""``kengesh overlap groups``: which parties, and no others, share which bodies; as a table, and as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, must_be_outside, question, title
from kengesh.cli.output import BOLD, fail, paragraph, table, why
from kengesh.cli.overlap.options import Bodies, States, Wide, bodies_of, parties_of, tell
from kengesh.cli.overlap.shown import Row, parties_words, show_counted
from kengesh.formats.overlap.answers import exclusive_groups
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.view import View
from kengesh.pictures.style import standalone
from kengesh.pictures.upset import upset
from kengesh.pictures.upset_table import Column
from kengesh.terms.messages import _

Svg = Annotated[
    Path | None,
    typer.Option("--svg", metavar="FILE", help=_("Write the picture of it (UpSet) to a file too.")),
]


@question
def command(
    asking: Asking,
    states: States = None,
    bodies: Bodies = None,
    wide: Wide = False,
    svg: Svg = None,
) -> None:
    """Say which parties, and no others of those counted, share which bodies."""
    if svg is not None:
        must_be_outside(svg)
    parties, places = parties_of(asking, states), bodies_of(asking, bodies)
    given: dict[str, Any] = {"states": parties, "bodies": places, "wide": wide or None}

    def find(view: View) -> Answer:
        found = exclusive_groups(view, parties, places, wide=wide)
        if svg is not None:
            _write(asking, found, svg)
        return found

    tell(asking, "overlap-groups", given, find, _show)


def _write(asking: Asking, found: Answer, file: Path) -> None:
    columns = [
        Column(tuple(one["states"]), tuple(one["open"]), tuple(one["bodies"])) for one in found["answer"]
    ]
    parties = asking.reader.sorted(found["counted"]["states"])
    picture = upset(asking.reader, _("Which parties share which bodies"), parties, columns)
    try:
        file.write_text(standalone(picture), encoding="utf-8", newline="\n")
    except OSError as error:
        fail(why(error))


def _show(asking: Asking, answer: Row) -> None:
    title(asking, answer, _("Which parties, and no others, share which bodies"))
    known = [one for one in answer["answer"] if not one["open"]]
    columns = (_("belonging"), _("how many"), _("bodies"), _("rests on"))
    cells = [
        (
            parties_words(asking, one["states"]),
            str(one["count"]),
            asking.reader.names(one["bodies"]),
            asking.rests_on(one),
        )
        for one in known
    ]
    table(columns, cells, _("There is no body of which it is known of every party."))
    _show_open(asking, [one for one in answer["answer"] if one["open"]])
    show_counted(asking, answer, named_above=True)


def _show_open(asking: Asking, rows: list[Row]) -> None:
    if not rows:
        return
    paragraph(_("Not known of every party"), BOLD)
    columns = (_("belonging"), _("not known"), _("bodies"), _("rests on"))
    cells = [
        (
            parties_words(asking, one["states"]),
            asking.reader.names(one["open"]),
            asking.reader.names(one["bodies"]),
            asking.rests_on(one),
        )
        for one in rows
    ]
    table(columns, cells)
