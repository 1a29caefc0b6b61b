"""``kengesh meeting ID``: who came in what capacity, what was on the agenda, what came out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.instruments import how_words
from kengesh.cli.output import BOLD, fields, paragraph, table
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
    asking.must_know(meeting, "meeting")
    asking.answer("meeting", _show, meeting=meeting, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    if not answer["answer"]:
        title(asking, answer, asking.name(answer["arguments"]["meeting"]))
        paragraph(_("Nothing in this record tells of this meeting: not known."))
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
        fields(pairs)
    _attendance(asking, answer)
    _lists(asking, answer)


def _attendance(asking: Asking, answer: Mapping[str, Any]) -> None:
    if answer["attendance"]:
        paragraph(_("Who came"), BOLD)
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
            for row in asking.in_alphabet(answer["attendance"], "party")
        ]
        table(columns, cells)


def _lists(asking: Asking, answer: Mapping[str, Any]) -> None:
    if answer.get("agenda"):
        paragraph(_("On the agenda"), BOLD)
        table(
            (_("item"), _("rests on")),
            [(asking.words(row["item"]), asking.rests_on(row)) for row in answer["agenda"]],
        )
    if answer.get("instruments"):
        paragraph(_("What came out: {count}").format(count=len(answer["instruments"])), BOLD)
        rows = [
            (
                asking.name(row["id"]),
                how_words(asking, row, answer["arguments"]["meeting"]),
                asking.rests_on(row),
            )
            for row in answer["instruments"]
        ]
        table((_("instrument"), _("how"), _("rests on")), rows)
    for key, heading in (
        ("proposals", _("Proposed")),
        ("commitments", _("Promised")),
        ("statements", _("Said of it")),
    ):
        if answer.get(key):
            paragraph(heading, BOLD)
            table((_("by"), _("what"), _("rests on")), [_made(asking, row) for row in answer[key]])
    if answer.get("prepared_by"):
        paragraph(_("Prepared by"), BOLD)
        rows = [
            (asking.name(row["id"]), asking.day(row["on"]), asking.rests_on(row))
            for row in answer["prepared_by"]
        ]
        table((_("meeting"), _("on"), _("rests on")), rows)
    if answer.get("disputes"):
        paragraph(_("Sources differ"), BOLD)
        rows = [
            (row["id"], asking.words(row["question"]), _("settled") if row["settled"] else _("open"))
            for row in answer["disputes"]
        ]
        table((_("dispute"), _("question"), _("state")), rows)
    if answer.get("sought"):
        paragraph(_("Looked for and not found"), BOLD)
        table(
            (_("what"), _("until")),
            [(asking.words(row["what"]), asking.day(row["until"])) for row in answer["sought"]],
        )


def _made(asking: Asking, row: Mapping[str, Any]) -> tuple[str, str, str]:
    rests_on = asking.rests_on(row)
    if row["rejected"]:
        rests_on = _("{rests_on}; not taken").format(rests_on=rests_on)
    return asking.names(row["by"] or ()), asking.words(row["what"]), rests_on
