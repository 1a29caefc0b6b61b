"""``kengesh members BODY``: who belongs to a body, with which status, since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, paragraph, table
from kengesh.mechanism.words import shown
from kengesh.terms.messages import _

Body = Annotated[
    str, typer.Argument(metavar="BODY", help=_("The body, such as consultative-meeting or ots."))
]


@question
def command(asking: Asking, body: Body) -> None:
    """Say who belongs to a body: its participants or members, and apart from them the others."""
    asking.must_know(body, "body")
    asking.answer("members", _show, body=body, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    body = asking.reader.name(answer["arguments"]["body"])
    title(asking, answer, _("{body}: who belongs").format(body=body))
    _table(asking, answer["answer"])
    if not answer["answer"]:
        paragraph(_("Nothing in this record says that anyone belonged to it on that day."))
    for key, words in (("others", _("In another capacity")), ("not_known", _("Not known"))):
        if answer.get(key):
            paragraph(words, BOLD)
            _table(asking, answer[key])


def since_words(asking: Asking, row: Mapping[str, Any]) -> str:
    """Say since when a status has been held, and where its beginning is less sure than the status."""
    day = asking.reader.day(row["since"])
    doubt = "unverified" if row["since_certainty"] == "unverified" else row["since_basis"]
    if not day or doubt == "plain" or doubt in (row["certainty"], row["basis"]):
        return day
    return _("{day} ({doubt})").format(day=day, doubt=shown({}, doubt))


def _table(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = (_("party"), _("status"), _("since"), _("last attested"), _("rests on"))
    cells = [
        (
            asking.reader.name_and_id(row["party"]),
            asking.reader.name(row["status"]),
            since_words(asking, row),
            asking.reader.day(row["last_attested"]),
            asking.rests_on(row),
        )
        for row in asking.reader.in_alphabet(rows, "party")
    ]
    table(columns, cells)
