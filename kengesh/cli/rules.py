"""``kengesh rules``: the rules and practices of a body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import table
from kengesh.cli.sought import show_follows, show_sought
from kengesh.mechanism.words import shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    body: Annotated[
        str | None, typer.Argument(metavar="[BODY]", help=_("Only the rules of this body."))
    ] = None,
) -> None:
    """List rules and practices, as sources state them."""
    if body is not None:
        asking.must_know(body, "body")
    asking.answer("rules", _show, body=body)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Rules"))
    columns = (_("since"), _("rule"), _("form"), _("rests on"))
    cells = [
        (
            asking.reader.day(row["since"]),
            asking.reader.words(row["what"]),
            shown({}, row["form"]),
            asking.rests_on(row),
        )
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("No rule by that day."))
    show_follows(asking, answer["follows"])
    show_sought(asking, answer["sought"])
