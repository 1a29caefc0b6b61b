"""``kengesh instrument ID``: one instrument, its life and its signatures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.meeting import rests_on, show_made
from kengesh.cli.output import BOLD, fields, paragraph, table
from kengesh.cli.sought import show_follows, show_sought
from kengesh.mechanism.lines import how_words
from kengesh.mechanism.words import TEXT_WORDS, TRUTH_WORDS, VERB_WORDS, shown
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
        title(asking, answer, asking.reader.name(answer["arguments"]["instrument"]))
        paragraph(_("Nothing in this record tells of this instrument: not known."))
        return
    _head(asking, answer)
    if answer["signatures"]:
        paragraph(_("By party"), BOLD)
        columns = (_("party"), _("signed"), _("ratified"), _("in force"), _("rests on"))
        table(
            columns,
            [_signature(asking, row) for row in asking.reader.in_alphabet(answer["signatures"], "party")],
        )
    if answer["life"]:
        paragraph(_("Its life"), BOLD)
        table(
            (_("on"), _("what"), _("parties"), _("rests on")), [_life(asking, row) for row in answer["life"]]
        )
    if answer["texts"]:
        paragraph(_("The text"), BOLD)
        table(
            (_("where"), _("language"), _("address"), _("rests on")),
            [_text(asking, row) for row in answer["texts"]],
        )
    show_made(asking, _("Said of it"), answer["statements"])
    show_follows(asking, answer["follows"])
    show_sought(asking, answer["sought"])


def _head(asking: Asking, answer: Mapping[str, Any]) -> None:
    row = answer["answer"][0]
    title(asking, answer, asking.reader.name(row["id"]))
    pairs = [
        (_("form"), row["form"] or ""),
        (_("how"), how_words(asking.reader, row)),
        (_("between"), asking.reader.names(row["between"] or ())),
        (_("period"), asking.reader.day(row["period"])),
        (_("articles"), str(row["articles"] or "")),
        (_("follows"), asking.reader.name(row["follows"])),
        (_("in force"), shown(TRUTH_WORDS, row["in_force"])),
        (_("text"), shown(TEXT_WORDS, row["text"])),
        (_("depositary"), asking.reader.name(row["depositary"])),
        (_("rests on"), asking.rests_on(row)),
    ]
    fields(pairs)
    for what in row["what"]:
        paragraph(asking.reader.words(what))


def _life(asking: Asking, row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    parties = asking.reader.names(row["parties"] or ())
    return asking.reader.day(row["on"]), _event(asking, row), parties, rests_on(asking, row)


def _text(asking: Asking, row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    where = shown(TEXT_WORDS, row["where"])
    return where, row["language"] or "", row["address"] or "", asking.rests_on(row)


def _signature(asking: Asking, row: Mapping[str, Any]) -> tuple[str, ...]:
    cells = [asking.reader.name(row["party"])]
    for name in ("signed", "ratified", "in_force"):
        day = asking.reader.day(row[f"{name}_on"])
        words = shown(TRUTH_WORDS, row[name])
        cells.append(f"{words}, {day}" if day else words)
    return (*cells, asking.rests_on(row))


def _event(asking: Asking, row: Mapping[str, Any]) -> str:
    if row["verb"] == "deny-event":
        return _("by then not: {event}").format(event=shown(VERB_WORDS, row["event"]))
    words = " ".join(filter(None, [shown(VERB_WORDS, row["verb"]), shown({}, row["stage"])]))
    return ". ".join(filter(None, [words, asking.reader.words(row["note"])]))
