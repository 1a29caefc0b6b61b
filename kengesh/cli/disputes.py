"""``kengesh disputes``: where sources differ, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.meeting import dispute_words
from kengesh.cli.output import BOLD, line, paragraph, table
from kengesh.cli.timeline import event_words
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    about: Annotated[
        str | None, typer.Argument(metavar="[ID]", help=_("Only those about this thing, or this dispute."))
    ] = None,
) -> None:
    """Show where sources differ: the assertions side by side, which is preferred, and why."""
    found = asking.ask("disputes", about=about)
    if about is not None and not found["answer"]:
        asking.must_know(about)
    asking.leave_with(found, _show, notes=about is not None)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Where sources differ: {count}").format(count=len(answer["answer"])))
    for row in answer["answer"]:
        paragraph(f"{row['id']}: {dispute_words(asking, row)}", BOLD)
        cells = [
            (_mark(side["preferred"]), _says(asking, side), asking.rests_on(side)) for side in row["sides"]
        ]
        table(("", _("assertion"), _("rests on")), cells)
        for because in row["because"]:
            line(_("Preferred because: {why}").format(why=asking.words(because)))
        if not row["settled"]:
            line(_("Open: nothing decides between them."))


def _says(asking: Asking, side: Mapping[str, Any]) -> str:
    """Say what a side asserts: a statement in its own words, any other act with the values in which it differs."""
    if side["says"].get("what") and side["kind"] == "make-statement":
        return asking.words(side["says"]["what"])
    words = event_words(asking, side)
    told = {"on": side["says"].get("on"), **side["differing"]}
    differing = [_value(asking, name, value) for name, value in told.items() if value is not None]
    return " · ".join(dict.fromkeys([words, *(one for one in differing if one and one not in words)]))


def _value(asking: Asking, name: str, value: Any) -> str:
    if name in ("on", "until", "due", "period", "announced", "start", "end") and isinstance(value, str):
        return asking.day(value)
    is_word = isinstance(value, str) and not asking.view.is_known(
        value
    )  # things are named in the line already
    return value.replace("-", " ") if is_word else ""


def _mark(preferred: bool | None) -> str:
    return "" if preferred is None else _("preferred") if preferred else _("not taken")
