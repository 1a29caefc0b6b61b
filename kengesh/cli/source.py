"""``kengesh source ID``: one source, and what rests on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.meeting import rests_on
from kengesh.cli.output import BOLD, fields, paragraph, table
from kengesh.mechanism.lines import event_words
from kengesh.mechanism.words import shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    source: Annotated[str, typer.Argument(metavar="ID", help=_("The source, as kengesh sources lists it."))],
) -> None:
    """Show one source as it is cited, and every act that rests on it."""
    asking.must_know(source, "source")
    asking.answer("source", _show, source=source, notes=False)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, answer["arguments"]["source"])
    if not answer["answer"]:
        paragraph(_("No such source is registered."))
        return
    row = answer["answer"][0]
    paragraph(asking.reader.cite(row["id"]))
    pairs = [
        (_("kind"), shown({}, row["source_kind"])),
        (_("of"), asking.reader.name(row["of"])),
        (_("seen"), shown({}, row["seen"])),
        (_("licence"), row["licence"] or ""),
        (_("weak"), asking.reader.words(row["weak"])),
        (_("a copy of"), row["copy_of"] or ""),
    ]
    fields(pairs)
    paragraph(_("What rests on it: {count}").format(count=len(answer["resting"])), BOLD)
    cells = [
        (
            asking.reader.day(row["says"].get("on")),
            event_words(asking.reader, row),
            row["passage"] or "",
            rests_on(asking, row),
        )
        for row in answer["resting"]
    ]
    table((_("on"), _("what"), _("passage"), _("rests on")), cells)
