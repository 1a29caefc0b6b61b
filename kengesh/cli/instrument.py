"""``kengesh instrument ID``: one instrument, its life and its signatures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.instruments import how_words
from kengesh.cli.output import console, fields, paragraph, table
from kengesh.cli.words import TEXT_WORDS, TRUTH_WORDS, VERB_WORDS, shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    instrument: Annotated[str, typer.Argument(metavar="ID", help=_("The instrument, such as treaty-2022."))],
) -> None:
    """Show one instrument: verbs, signatures by party, force, depositary, where the text is, its life in order."""
    asking.answer("instrument", _show, instrument=instrument, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    out = console()
    for row in answer["answer"]:
        title(asking, answer, asking.name(row["id"]))
        pairs = [
            (_("form"), row["form"] or ""),
            (_("how"), how_words(asking, row)),
            (_("in force"), shown(TRUTH_WORDS, row["in_force"])),
            (_("text"), shown(TEXT_WORDS, row["text"])),
            (_("depositary"), asking.name(row["depositary"])),
            (_("rests on"), asking.rests_on(row)),
        ]
        fields(out, pairs)
    if answer["signatures"]:
        paragraph(out, _("By party"), "bold")
        columns = (_("party"), _("signed"), _("ratified"), _("in force"), _("rests on"))
        table(out, columns, [_signature(asking, row) for row in answer["signatures"]])
    if answer["life"]:
        paragraph(out, _("Its life"), "bold")
        rows = [
            (asking.day(row["on"]), _event(row), asking.names(row["parties"] or ()), asking.rests_on(row))
            for row in answer["life"]
        ]
        table(out, (_("on"), _("what"), _("parties"), _("rests on")), rows)
    if answer.get("texts"):
        paragraph(out, _("The text"), "bold")
        rows = [
            (
                shown(TEXT_WORDS, row["where"]),
                row["language"] or "",
                row["address"] or "",
                asking.rests_on(row),
            )
            for row in answer["texts"]
        ]
        table(out, (_("where"), _("language"), _("address"), _("rests on")), rows)
    if answer.get("sought"):
        paragraph(out, _("Looked for and not found"), "bold")
        table(
            out,
            (_("what"), _("until")),
            [(asking.words(row["what"]), asking.day(row["until"])) for row in answer["sought"]],
        )


def _signature(asking: Asking, row: Mapping[str, Any]) -> tuple[str, ...]:
    cells = [asking.name(row["party"])]
    for name in ("signed", "ratified", "in_force"):
        day = asking.day(row[f"{name}_on"])
        words = shown(TRUTH_WORDS, row[name])
        cells.append(f"{words}, {day}" if day else words)
    return (*cells, asking.rests_on(row))


def _event(row: Mapping[str, Any]) -> str:
    if row["verb"] == "deny-event":
        return _("by then not: {event}").format(event=shown(VERB_WORDS, row["event"]))
    return " ".join(filter(None, [shown(VERB_WORDS, row["verb"]), shown({}, row["stage"])]))
