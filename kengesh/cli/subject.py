"""``kengesh subject NAME``: one subject followed meeting by meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from kengesh.cli.asking import Asking, question
from kengesh.cli.timeline import show_events
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    subject: Annotated[
        str, typer.Argument(metavar="NAME", help=_("The subject, such as water or logistics."))
    ],
) -> None:
    """Follow a subject through the meetings, in order of day."""
    asking.must_know(subject, "subject")
    asking.answer("subject", show_events, subject=subject)
