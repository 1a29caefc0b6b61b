"""``kengesh log``: the entries of the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question
from kengesh.cli.output import heading, table
from kengesh.terms.messages import _

First = Annotated[int | None, typer.Option("--from", metavar="N", min=0, help=_("The first entry to list."))]
Last = Annotated[
    int | None, typer.Option("--to", metavar="N", min=0, help=_("The entry before which to stop."))
]


@question
def command(asking: Asking, start: First = None, end: Last = None) -> None:
    """List the entries of the log: when each was signed, by whom, and what it holds."""
    asking.answer("log", _show, start=start, end=end)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    heading(_("{origin}: {size} entries").format(**answer["record"]))
    columns = (_("entry"), _("signed at"), _("by"), _("acts"), _("rows"))
    cells = [
        (
            row["id"],
            row["at"],
            ", ".join(row["signers"]),
            ", ".join(dict.fromkeys(row["kinds"])),
            ", ".join(row["rows"]),
        )
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("No entry with such a number."))
