"""``kengesh commitments``: what was promised, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, check_one_of, question, title
from kengesh.cli.output import table
from kengesh.mechanism.words import shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    outcome: Annotated[
        str | None,
        typer.Option(
            "--outcome", metavar="OUTCOME", help=_("Only those that stand so: done, running, not-done ...")
        ),
    ] = None,
) -> None:
    """List the commitments, for when, and how each stands as last reported."""
    check_one_of("--outcome", outcome, {*asking.choices("report/1", "outcome"), "not-known"})
    asking.answer("commitments", _show, outcome=outcome)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Commitments"))
    columns = (_("on"), _("what"), _("due"), _("stands"), _("rests on"))
    cells = [
        (
            asking.reader.day(row["on"]),
            asking.reader.words(row["what"]),
            asking.reader.day(row["due"]) or asking.reader.words(row["due_words"]),
            shown({}, row["outcome"]),
            asking.rests_on(row),
        )
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("No commitment by that day."))
