"""``kengesh meeting ID``: who came in what capacity, what was on the agenda, what came out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, fields, paragraph, table
from kengesh.cli.sought import show_follows, show_sought
from kengesh.mechanism.lines import dispute_words, how_words
from kengesh.mechanism.words import STATE_WORDS, shown
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
        title(asking, answer, asking.reader.name(answer["arguments"]["meeting"]))
        paragraph(_("Nothing in this record tells of this meeting by that day: not known."))
        return
    _head(asking, answer)
    _attendance(asking, answer)
    _agenda(asking, answer["agenda"])
    _instruments(asking, answer)
    for key, words in (
        ("proposals", _("Proposed")),
        ("decisions", _("Decided on proposals")),
        ("commitments", _("Promised")),
        ("statements", _("Said of it")),
    ):
        show_made(asking, words, answer[key])
    _prepared_by(asking, answer["prepared_by"])
    _disputes(asking, answer["disputes"])
    show_follows(asking, answer["follows"])
    show_sought(asking, answer["sought"])


def _head(asking: Asking, answer: Mapping[str, Any]) -> None:
    row = answer["answer"][0]
    title(asking, answer, asking.reader.name(row["id"]))
    chair = asking.reader.name(row["chair"], row["on"])
    office = asking.reader.words(row["chair_office"])
    place = ", ".join(
        filter(None, [asking.reader.name(row["place"], row["on"]), asking.reader.words(row["venue"])])
    )
    pairs = [
        (_("number"), str(row["number"] or "")),
        (_("on"), asking.reader.day(row["on"]) or _differing(asking, row, "on")),
        (_("place"), place),
        (_("host"), asking.reader.name(row["host"])),
        (_("in the chair"), ", ".join(filter(None, [chair, office]))),
        (_("state"), shown(STATE_WORDS, row["state"])),
        (_("character"), _differing(asking, row, "character") or shown({}, row["character"])),
        (_("format"), asking.reader.words(row["format"])),
        (_("prepares"), asking.reader.name(row["prepares"])),
        (_("participants"), asking.reader.names(one["party"] for one in answer["participants"])),
        (_("rests on"), asking.rests_on(row)),
    ]
    fields(pairs)
    for one in answer["absent"]:
        names = asking.reader.names(one["parties"])
        capacity = "" if one["capacity"] is None else asking.reader.term(one["capacity"])
        says = (
            _("Not there as {capacity}: {names}.")
            if capacity
            else _("Not named among those who came: {names}.")
        )
        paragraph(says.format(capacity=capacity, names=names))


def _differing(asking: Asking, row: Mapping[str, Any], name: str) -> str:
    """Return what sources say of a field of which they say several things, one beside the other; nothing where they agree."""
    said = row["differing"].get(name, ())
    shown_values = [asking.reader.day(one) if name == "on" else shown({}, one) for one in said]
    return _(" or, by other sources, ").join(shown_values)


def _attendance(asking: Asking, answer: Mapping[str, Any]) -> None:
    if answer["attendance"]:
        paragraph(_("Who came"), BOLD)
        on = answer["answer"][0]["on"]
        columns = (_("for"), _("who"), _("capacity"), _("room"), _("rests on"))
        cells = [
            (
                asking.reader.name(row["party"] or row["organization"], on),
                ", ".join(
                    filter(None, [asking.reader.name(row["person"], on), asking.reader.words(row["office"])])
                ),
                _capacity(asking, row),
                ", ".join(shown({}, room) for room in row["rooms"]),
                asking.rests_on(row),
            )
            for row in asking.reader.in_alphabet(answer["attendance"], "party")
        ]
        table(columns, cells)


def _capacity(asking: Asking, row: Mapping[str, Any]) -> str:
    capacity = asking.reader.term(row["capacity"])
    if row["manner"] == "in-person":
        return capacity
    return _("{capacity} ({manner})").format(capacity=capacity, manner=shown({}, row["manner"]))


def _agenda(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        paragraph(_("On the agenda"), BOLD)
        table(
            (_("item"), _("rests on")),
            [(asking.reader.words(row["item"]), asking.rests_on(row)) for row in rows],
        )


def _instruments(asking: Asking, answer: Mapping[str, Any]) -> None:
    if answer["instruments"]:
        paragraph(_("What came out: {count}").format(count=len(answer["instruments"])), BOLD)
        meeting = answer["arguments"]["meeting"]
        rows = [
            (asking.reader.name(row["id"]), how_words(asking.reader, row, meeting), asking.rests_on(row))
            for row in answer["instruments"]
        ]
        table((_("instrument"), _("how"), _("rests on")), rows)


def show_made(asking: Asking, words: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print what was proposed, decided, promised or said, by whom, under a heading; nothing where there is none."""
    if rows:
        paragraph(words, BOLD)
        cells = [
            (asking.reader.names(row["by"] or ()), _what(asking, row), rests_on(asking, row)) for row in rows
        ]
        table((_("by"), _("what"), _("rests on")), cells)


def _what(asking: Asking, row: Mapping[str, Any]) -> str:
    """Say what was made; of a decision, on what it was taken and how, and by which instrument."""
    words = asking.reader.words(row["what"])
    if row.get("outcome") is None:
        return words
    return ": ".join(filter(None, [asking.reader.name(row["id"]), shown({}, row["outcome"]), words]))


def rests_on(asking: Asking, row: Mapping[str, Any]) -> str:
    """Say how sure a row is, and whether a preference rejects it."""
    says = asking.rests_on(row)
    return _("{rests_on}; not taken").format(rests_on=says) if row["rejected"] else says


def _prepared_by(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        paragraph(_("Prepared by"), BOLD)
        cells = [
            (asking.reader.name_and_id(row["id"]), asking.reader.day(row["on"]), asking.rests_on(row))
            for row in rows
        ]
        table((_("meeting"), _("on"), _("rests on")), cells)


def _disputes(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        paragraph(_("Sources differ"), BOLD)
        cells = [
            (row["id"], dispute_words(asking.reader, row), _("settled") if row["settled"] else _("open"))
            for row in rows
        ]
        table((_("dispute"), _("question"), _("state")), cells)
