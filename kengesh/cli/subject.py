"""``kengesh subject NAME``: one subject followed meeting by meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, paragraph
from kengesh.cli.timeline import event_table
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    subject: Annotated[
        str, typer.Argument(metavar="NAME", help=_("The subject, such as water or logistics."))
    ],
) -> None:
    """Follow a subject through the meetings, each with what was said, proposed, promised and adopted about it."""
    asking.must_know(subject, "subject")
    asking.answer("subject", _show, subject=subject)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, asking.reader.name(answer["arguments"]["subject"]))
    by_meeting: dict[str | None, list[Mapping[str, Any]]] = {}
    for row in answer["answer"]:
        by_meeting.setdefault(row["meeting"], []).append(row)
    outside = by_meeting.pop(None, [])
    for meeting, rows in by_meeting.items():
        paragraph(asking.reader.name_and_id(str(meeting)), BOLD)
        event_table(asking, rows)
    if outside:
        paragraph(_("Outside any one meeting"), BOLD)
        event_table(asking, outside)
    if not answer["answer"]:
        paragraph(_("Nothing in this record tells of it up to that day."))
