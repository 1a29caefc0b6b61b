"""``kengesh meetings``: held, planned, postponed, not held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import table
from kengesh.mechanism.words import STATE_WORDS, shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    body: Annotated[
        str | None, typer.Argument(metavar="[BODY]", help=_("Only the meetings of this body or series."))
    ] = None,
) -> None:
    """List the meetings, held, planned, postponed or disputed, in order of day."""
    if body is not None:
        asking.must_know(body, "body", "meeting")
    asking.answer("meetings", _show, body=body)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Meetings"))
    columns = (_("id"), _("on"), _("where"), _("state"), _("rests on"))
    cells = [
        (
            row["id"],
            asking.reader.day(row["on"]),
            asking.reader.name(row["place"] or row["host"], row["on"]),
            shown(STATE_WORDS, row["state"]),
            asking.rests_on(row),
        )
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("No meeting by that day."))
