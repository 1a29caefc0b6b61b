"""``kengesh changes BODY FROM TO``: what changed in a body between two days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, check_day, question, title
from kengesh.cli.members import Body
from kengesh.cli.output import fail, paragraph, table
from kengesh.mechanism.words import CHANGE_WORDS, TRUTH_WORDS, shown
from kengesh.terms.dates import parse_day
from kengesh.terms.messages import _

From = Annotated[str, typer.Argument(metavar="FROM", help=_("The day before the first change that counts."))]
To = Annotated[str, typer.Argument(metavar="TO", help=_("The last day."))]


@question
def command(asking: Asking, body: Body, start: From, end: To) -> None:
    """Say what changed in a body after one day and up to another: statuses, names, the chair."""
    check_day("FROM", start)
    check_day("TO", end)
    if parse_day(start) > parse_day(end):
        says = _("FROM, {start}, is later than TO, {end}; change them round.")
        fail(says.format(start=start, end=end))
    asking.must_know(body, "body")
    asking.answer("changes", _show, body=body, start=start, end=end, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    given = answer["arguments"]
    says = _("{body}: what changed from {start} to {end}")
    days = {"start": asking.reader.day(given["start"]), "end": asking.reader.day(given["end"])}
    title(asking, answer, says.format(body=asking.reader.name(given["body"]), **days))
    if not answer["answer"]:
        paragraph(_("Nothing that this record knows of."))
    columns = (_("on"), _("party"), _("change"), _("sure"), _("rests on"))
    table(columns, [_cells(asking, row) for row in answer["answer"]])


def _cells(asking: Asking, row: Mapping[str, Any]) -> tuple[str, ...]:
    change = shown(CHANGE_WORDS, row["change"])
    status = asking.reader.name(row["status"])
    says = f"{status}: {change}" if status else change
    sure = "" if row["truth"] == "yes" else shown(TRUTH_WORDS, row["truth"])
    return asking.reader.day(row["on"]), asking.reader.name(row["party"]), says, sure, asking.rests_on(row)
