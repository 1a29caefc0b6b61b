"""``kengesh sources``: what the record rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import table
from kengesh.mechanism.words import shown
from kengesh.terms.messages import _


@question
def command(asking: Asking) -> None:
    """List the sources, each with how it was seen and how many acts rest on it."""
    asking.answer("sources", _show)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Sources: {count}").format(count=len(answer["answer"])))
    columns = (_("id"), _("kind"), _("published"), _("seen"), _("acts"))
    cells = [
        (
            row["id"],
            shown({}, row["source_kind"]),
            asking.reader.day(row["published"]),
            shown({}, row["seen"]),
            str(row["acts_resting"]),
        )
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("No source."))
