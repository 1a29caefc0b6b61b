"""``kengesh instruments``: how and by whom each was adopted or signed, and where its text is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import table
from kengesh.mechanism.lines import how_words
from kengesh.mechanism.words import TEXT_WORDS, TRUTH_WORDS, shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="ID", help=_("Only what came out of this meeting."))
    ] = None,
) -> None:
    """List the instruments: by what verb, when, where the text is, in force or not or not known."""
    if meeting is not None:
        asking.must_know(meeting, "meeting")
    asking.answer("instruments", _show, meeting=meeting)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Instruments"))
    columns = (_("name (id)"), _("how"), _("in force"), _("text"), _("rests on"))
    cells = [
        (
            asking.reader.name_and_id(row["id"]),
            how_words(asking.reader, row),
            shown(TRUTH_WORDS, row["in_force"]),
            shown(TEXT_WORDS, row["text"]),
            asking.rests_on(row),
        )
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("No instrument."))
