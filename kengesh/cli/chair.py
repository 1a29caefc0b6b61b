"""``kengesh chair BODY``: who chairs a body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.members import Body
from kengesh.cli.output import BOLD, paragraph, table
from kengesh.mechanism.words import TRUTH_WORDS, shown
from kengesh.terms.messages import _


@question
def command(asking: Asking, body: Body) -> None:
    """Say who chairs a body, and who chaired it before."""
    asking.must_know(body, "body")
    asking.answer("chair", _show, body=body, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("{body}: the chair").format(body=asking.reader.name(answer["arguments"]["body"])))
    _table(asking, answer["answer"])
    if not answer["answer"]:
        paragraph(_("Nothing in this record says who chairs it on that day: not known."))
    if answer["history"]:
        paragraph(_("Over time"), BOLD)
        _table(asking, answer["history"])


def _table(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = (_("party"), _("since"), _("until"), _("chairs"), _("rests on"))
    cells = [
        (
            asking.reader.name(row["party"]),
            asking.reader.day(row["since"])
            or _(" or ").join(asking.reader.day(side) for side in row["sides"]),
            asking.reader.day(row["until"]),
            shown(TRUTH_WORDS, row["truth"]),
            asking.rests_on(row),
        )
        for row in rows
    ]
    table(columns, cells)
