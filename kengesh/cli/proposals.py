"""``kengesh proposals``: what was proposed, by whom, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, check_one_of, question, title
from kengesh.cli.output import table
from kengesh.mechanism.questions.proposals import STEPS
from kengesh.mechanism.words import shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    fate: Annotated[
        str | None,
        typer.Option(
            "--fate",
            metavar="FATE",
            help=_("Only those of this fate: proposed, taken-up, adopted, rejected ..."),
        ),
    ] = None,
) -> None:
    """List the proposals and their fate: proposed, supported, taken up, adopted, rejected, deferred, dropped."""
    check_one_of("--fate", fate, {*STEPS.values(), *asking.choices("decide-on/1", "outcome"), "not-known"})
    asking.answer("proposals", _show, fate=fate)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Proposals"))
    columns = (_("on"), _("by"), _("what"), _("fate"), _("rests on"))
    cells = [
        (
            asking.reader.day(row["on"]),
            asking.reader.names(row["by"] or ()),
            asking.reader.words(row["what"]),
            shown({}, row["fate"]),
            asking.rests_on(row),
        )
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("No proposal by that day."))
