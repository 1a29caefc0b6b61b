"""``kengesh disputes``: where sources differ, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli import output
from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, paragraph, table
from kengesh.mechanism.lines import dispute_words, line, side_parts
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    about: Annotated[
        str | None, typer.Argument(metavar="[ID]", help=_("Only those about this thing, or this dispute."))
    ] = None,
) -> None:
    """Show where sources differ: the assertions side by side, which is preferred, and why."""
    found = asking.ask("disputes", about=about)
    if about is not None and not found["answer"]:
        asking.must_know(about)
    asking.leave_with(found, _show, notes=about is not None)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Where sources differ: {count}").format(count=len(answer["answer"])))
    for row in answer["answer"]:
        paragraph(f"{row['id']}: {dispute_words(asking.reader, row)}", BOLD)
        cells = [
            (_mark(side["preferred"]), line(side_parts(asking.reader, side)), asking.rests_on(side))
            for side in row["sides"]
        ]
        table(("", _("assertion"), _("rests on")), cells)
        for because in row["because"]:
            output.line(_("Preferred because: {why}").format(why=asking.reader.words(because)))
        if not row["settled"]:
            output.line(_("Open: nothing decides between them."))


def _mark(preferred: bool | None) -> str:
    return "" if preferred is None else _("preferred") if preferred else _("not taken")
