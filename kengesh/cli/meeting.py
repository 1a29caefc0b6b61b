"""``kengesh meeting ID``: who came in what capacity, what was on the agenda, what came out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.instruments import how_words
from kengesh.cli.output import console, fields, paragraph, table
from kengesh.cli.words import STATE_WORDS, shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    meeting: Annotated[
        str, typer.Argument(metavar="ID", help=_("The meeting, such as consultative-meeting/7."))
    ],
) -> None:
    """Show one meeting: attendance, agenda, instruments, proposals, promises, disputes."""
    asking.answer("meeting", _show, meeting=meeting, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    out = console()
    for row in answer["answer"]:
        title(asking, answer, asking.name(row["id"]) or row["id"])
        pairs = [
            (_("on"), asking.day(row["on"])),
            (_("place"), asking.name(row["place"])),
            (_("host"), asking.name(row["host"])),
            (_("state"), shown(STATE_WORDS, row["state"])),
            (_("character"), shown({}, row["character"])),
            (_("prepares"), asking.name(row["prepares"])),
            (_("participants"), asking.names(one["party"] for one in answer["participants"])),
            (_("rests on"), asking.rests_on(row)),
        ]
        fields(out, pairs)
    _attendance(asking, answer)
    _lists(asking, answer)


def _attendance(asking: Asking, answer: Mapping[str, Any]) -> None:
    if answer["attendance"]:
        paragraph(console(), _("Who came"), "bold")
        columns = (_("for"), _("who"), _("capacity"), _("room"), _("rests on"))
        cells = [
            (
                asking.name(row["party"] or row["organization"]),
                asking.name(row["person"]),
                " ".join(
                    filter(
                        None,
                        [
                            shown({}, row["capacity"]),
                            "" if row["manner"] == "in-person" else f"({row['manner']})",
                        ],
                    )
                ),
                shown({}, row["room"]),
                asking.rests_on(row),
            )
            for row in answer["attendance"]
        ]
        table(console(), columns, cells)


def _lists(asking: Asking, answer: Mapping[str, Any]) -> None:
    out = console()
    if answer.get("agenda"):
        paragraph(out, _("On the agenda"), "bold")
        table(
            out,
            (_("item"), _("rests on")),
            [(asking.words(row["item"]), asking.rests_on(row)) for row in answer["agenda"]],
        )
    if answer.get("instruments"):
        paragraph(out, _("What came out: {count}").format(count=len(answer["instruments"])), "bold")
        rows = [
            (
                asking.name(row["id"]),
                how_words(asking, row, answer["arguments"]["meeting"]),
                asking.rests_on(row),
            )
            for row in answer["instruments"]
        ]
        table(out, (_("instrument"), _("how"), _("rests on")), rows)
    for key, heading in (
        ("proposals", _("Proposed")),
        ("commitments", _("Promised")),
        ("statements", _("Said of it")),
    ):
        if answer.get(key):
            paragraph(out, heading, "bold")
            table(out, (_("by"), _("what"), _("rests on")), [_made(asking, row) for row in answer[key]])
    if answer.get("prepared_by"):
        paragraph(out, _("Prepared by"), "bold")
        rows = [
            (asking.name(row["id"]), asking.day(row["on"]), asking.rests_on(row))
            for row in answer["prepared_by"]
        ]
        table(out, (_("meeting"), _("on"), _("rests on")), rows)
    if answer.get("disputes"):
        paragraph(out, _("Sources differ"), "bold")
        rows = [
            (row["id"], asking.words(row["question"]), _("settled") if row["settled"] else _("open"))
            for row in answer["disputes"]
        ]
        table(out, (_("dispute"), _("question"), _("state")), rows)
    if answer.get("sought"):
        paragraph(out, _("Looked for and not found"), "bold")
        table(
            out,
            (_("what"), _("until")),
            [(asking.words(row["what"]), asking.day(row["until"])) for row in answer["sought"]],
        )


def _made(asking: Asking, row: Mapping[str, Any]) -> tuple[str, str, str]:
    rests_on = asking.rests_on(row)
    if row["rejected"]:
        rests_on = _("{rests_on}; not taken").format(rests_on=rests_on)
    return asking.names(row["by"] or ()), asking.words(row["what"]), rests_on
