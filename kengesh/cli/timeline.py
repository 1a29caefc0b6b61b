"""``kengesh timeline``: what happened, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import table
from kengesh.mechanism.lines import event_words
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    thing: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=_("Only what names this thing: a state, a body, a meeting ...")),
    ] = None,
) -> None:
    """List what happened up to the day, in order."""
    if thing is not None:
        asking.must_know(thing)
    asking.answer("timeline", show_events, thing=thing)


def show_events(asking: Asking, answer: Mapping[str, Any]) -> None:
    """Print events in order of day."""
    things = list(answer["arguments"].values())
    title(asking, answer, asking.reader.name(things[0]) if things else _("What happened"))
    event_table(asking, answer["answer"])


def event_table(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print events as a table."""
    columns = (_("on"), _("what"), _("rests on"))
    cells = [
        (asking.reader.day(row["on"]), event_words(asking.reader, row), asking.rests_on(row)) for row in rows
    ]
    table(columns, cells, nothing=_("Nothing in this record happened up to that day."))
