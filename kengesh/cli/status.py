"""``kengesh status PARTY BODY``: what a party is in a body on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.members import Body, since_words
from kengesh.cli.output import BOLD, paragraph, table
from kengesh.cli.sought import show_follows, show_sought
from kengesh.mechanism.words import TRUTH_WORDS, shown
from kengesh.terms.messages import _

Party = Annotated[
    str, typer.Argument(metavar="PARTY", help=_("The party: a state by its code (TKM), or another id."))
]


@question
def command(asking: Asking, party: Party, body: Body) -> None:
    """Say what a party is in a body. Leaves with 0 if it has a status there, 1 if none, 3 if it is not known."""
    asking.must_know(party, "party", "body")
    asking.must_know(body, "body")
    asking.answer("status", _show, party=party, body=body, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    given = answer["arguments"]
    title(asking, answer, f"{asking.reader.name(given['party'])} · {asking.reader.name(given['body'])}")
    _table(asking, answer["answer"])
    if not answer["answer"]:
        paragraph(_("Nothing in this record says what it is there on that day: not known."))
    if answer["last_denied"] is not None:
        _last_denied(asking, answer["last_denied"])
    if len(answer.get("history", ())) > len(answer["answer"]):
        paragraph(_("Over time"), BOLD)
        _table(asking, answer["history"])
    show_follows(asking, answer["follows"])
    show_sought(asking, answer["sought"])


def _last_denied(asking: Asking, row: Mapping[str, Any]) -> None:
    status = asking.reader.name(row["status"]) or _("no status at all")
    says = (
        _("Last known: not {status}, on {day} ({rests_on}).")
        if row["status"]
        else _("Last known: {status}, on {day} ({rests_on}).")
    )
    paragraph(
        says.format(status=status, day=asking.reader.day(row["last_attested"]), rests_on=asking.rests_on(row))
    )


def _table(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = (_("status"), _("holds"), _("since"), _("until"), _("last attested"), _("rests on"))
    cells = [
        (
            asking.reader.name(row["status"]) or _("none"),
            shown(TRUTH_WORDS, row["truth"]),
            since_words(asking, row),
            asking.reader.day(row["until"]),
            asking.reader.day(row["last_attested"]),
            asking.rests_on(row),
        )
        for row in rows
    ]
    table(columns, cells)
