"""``kengesh instrument ID``: one instrument, its life and its signatures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.instruments import how_words
from kengesh.cli.output import BOLD, fields, paragraph, table
from kengesh.cli.words import TEXT_WORDS, TRUTH_WORDS, VERB_WORDS, shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    instrument: Annotated[str, typer.Argument(metavar="ID", help=_("The instrument, such as treaty-2022."))],
) -> None:
    """Show one instrument: verbs, signatures by party, force, depositary, where the text is, its life in order."""
    asking.must_know(instrument, "instrument")
    asking.answer("instrument", _show, instrument=instrument, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    if not answer["answer"]:
        title(asking, answer, asking.name(answer["arguments"]["instrument"]))
        paragraph(_("Nothing in this record tells of this instrument: not known."))
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
        fields(pairs)
    if answer["signatures"]:
        paragraph(_("By party"), BOLD)
        columns = (_("party"), _("signed"), _("ratified"), _("in force"), _("rests on"))
        table(columns, [_signature(asking, row) for row in asking.in_alphabet(answer["signatures"], "party")])
    if answer["life"]:
        paragraph(_("Its life"), BOLD)
        rows = [
            (asking.day(row["on"]), _event(row), asking.names(row["parties"] or ()), asking.rests_on(row))
            for row in answer["life"]
        ]
        table((_("on"), _("what"), _("parties"), _("rests on")), rows)
    if answer.get("texts"):
        paragraph(_("The text"), BOLD)
        rows = [
            (
                shown(TEXT_WORDS, row["where"]),
                row["language"] or "",
                row["address"] or "",
                asking.rests_on(row),
            )
            for row in answer["texts"]
        ]
        table((_("where"), _("language"), _("address"), _("rests on")), rows)
    if answer.get("sought"):
        paragraph(_("Looked for and not found"), BOLD)
        table(
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
