"""The brief of a meeting: when, where, who in what capacity, what was dealt with, what came out, what is disputed or not known."""

from __future__ import annotations

from kengesh.briefs.asked import must_speak_of
from kengesh.briefs.document import Block, Brief, Paragraph, Words
from kengesh.briefs.framing import differing, framed, not_known, section
from kengesh.briefs.notes import MOST_CITED
from kengesh.briefs.wording import Row, Wording
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.questions.commitments import commitments
from kengesh.mechanism.questions.meeting import meeting as ask_meeting
from kengesh.mechanism.questions.proposals import proposals
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.mechanism.words import STATE_WORDS, TEXT_WORDS, shown
from kengesh.terms.messages import _, in_language


def meeting_brief(
    mechanism: Mechanism, view: View, meeting: str, language: str, most_cited: int = MOST_CITED
) -> Brief:
    """Return the brief of a meeting as a view shows it; `most_cited` sources are cited for a statement.

    Raises NotInThisRecord for what is no meeting of the record, ValueError for a language that is not one of ours.
    """
    with in_language(language):
        must_speak_of(mechanism, meeting, "meeting")
        wording = Wording(view, language, most_cited)
        thing = view.shown(meeting)
        blocks = _blocks(wording, thing, ask_meeting(view, thing))
        return framed(mechanism, wording, "meeting", {"meeting": thing}, wording.thing(thing), blocks)


def _blocks(wording: Wording, thing: str, found: Answer) -> list[Block]:
    if not found["answer"]:
        says = _("Nothing in this record tells of this meeting by that day: not known.")
        return [Paragraph(wording.say(says))]
    row = found["answer"][0]
    return [
        *_head(wording, row, found),
        *_attendance(wording, row, found),
        *_agenda(wording, found),
        *_instruments(wording, thing, found),
        *_decisions(wording, found),
        *_proposals(wording, found),
        *_promises(wording, thing),
        *_prepared_by(wording, found),
        *differing(wording, thing),
        *not_known(wording, found["follows"], found["sought"]),
    ]


def _head(wording: Wording, row: Row, found: Answer) -> list[Block]:
    place = wording.joined([wording.thing(row["place"], row["on"]), wording.text(row["venue"])])
    chair = wording.joined([wording.thing(row["chair"], row["on"]), wording.text(row["chair_office"])])
    day = wording.day(row["on"]) or _several(wording, row, "on")
    character = _several(wording, row, "character") or wording.say(shown({}, row["character"]))
    pairs = [
        (_("State"), wording.statement(wording.say(shown(STATE_WORDS, row["state"])), row)),
        (_("On"), wording.or_not_known(day)),
        (_("Place"), wording.or_not_known(place)),
        (_("Host"), wording.or_not_known(wording.thing(row["host"]))),
        (_("In the chair"), wording.or_not_known(chair)),
        (_("Number in the series"), wording.say(str(row["number"] or ""))),
        (_("Character"), wording.or_not_known(character)),
        (_("Format"), wording.text(row["format"])),
        (_("Prepares"), wording.thing(row["prepares"])),
        (_("Participants"), wording.things(one["party"] for one in found["participants"])),
    ]
    return [wording.facts(pairs)]


def _several(wording: Wording, row: Row, name: str) -> Words:
    """Return what sources say of a field of which they say several things; nothing where they agree."""
    said = row["differing"].get(name, ())
    told = [wording.day(one) if name == "on" else wording.say(shown({}, one)) for one in said]
    return wording.joined(told, _(" or, by other sources, "))


def _attendance(wording: Wording, row: Row, found: Answer) -> list[Block]:
    blocks: list[Block] = []
    rows = wording.reader.in_alphabet(found["attendance"], "party")
    if rows:
        columns = (_("For"), _("Who"), _("In what capacity"))
        told = [(_attended(wording, one, row["on"]), one) for one in rows]
        blocks.append(wording.table(_("Who came, and in what capacity"), columns, told, noted=1))
    for one in found["absent"]:
        names = wording.things(one["parties"])
        capacity = wording.say(wording.reader.term(one["capacity"])) if one["capacity"] else ()
        says = (
            _("Not there as {capacity}: {names}")
            if capacity
            else _("Not named among those who came: {names}")
        )
        blocks.append(Paragraph(wording.statement(wording.say(says, capacity=capacity, names=names), one)))
    otherwise = _("Who came is not known to this record.") if row["state"] in ("held", "not-known") else ""
    return section(wording, _("Who came"), blocks, otherwise)


def _attended(wording: Wording, one: Row, on: str | None) -> tuple[Words, ...]:
    who = wording.joined([wording.thing(one["person"], on), wording.text(one["office"])])
    capacity = wording.say(wording.reader.term(one["capacity"]))
    if one["manner"] != "in-person":
        manner = wording.say(shown({}, one["manner"]))
        capacity = wording.say(_("{capacity} ({manner})"), capacity=capacity, manner=manner)
    return wording.thing(one["party"] or one["organization"], on), wording.or_not_known(who), capacity


def _agenda(wording: Wording, found: Answer) -> list[Block]:
    items = wording.listing((wording.text(one["item"]), one) for one in found["agenda"])
    return section(wording, _("On the agenda"), items, _("The agenda is not known to this record."))


def _instruments(wording: Wording, thing: str, found: Answer) -> list[Block]:
    rows = found["instruments"]
    columns = (_("Instrument"), _("How"), _("Text"))
    told = [
        (
            (
                wording.thing(one["id"]),
                wording.how(one, thing),
                wording.say(shown(TEXT_WORDS, one["text"])),
            ),
            one,
        )
        for one in rows
    ]
    blocks = [wording.table(_("What came out, and by what verb"), columns, told)] if rows else []
    return section(
        wording, _("What came out"), blocks, _("No document of this meeting is known to this record.")
    )


def _decisions(wording: Wording, found: Answer) -> list[Block]:
    columns = (_("Proposal"), _("Outcome"), _("How"))
    told = [(_decided(wording, one), one) for one in found["decisions"]]
    blocks = [wording.table(_("What was decided on proposals"), columns, told, noted=1)] if told else []
    return section(wording, _("Decided on proposals"), blocks)


def _decided(wording: Wording, one: Row) -> tuple[Words, ...]:
    return (
        wording.text(_proposed(wording, one["id"])) or wording.thing(one["id"]),
        wording.say(shown({}, one["outcome"])),
        wording.joined([wording.thing(one["instrument"]), wording.text(one["what"])], "; "),
    )


def _proposed(wording: Wording, proposal: str) -> dict[str, object] | None:
    rows = proposals(wording.view)["answer"]
    return next((one["what"] for one in rows if one["id"] == wording.view.shown(proposal)), None)


def _proposals(wording: Wording, found: Answer) -> list[Block]:
    fates = {one["id"]: one["fate"] for one in proposals(wording.view)["answer"]}
    columns = (_("By"), _("What"), _("Fate"))
    told = []
    for one in found["proposals"]:
        fate = shown({}, fates.get(wording.view.shown(one["id"]), "not-known"))
        told.append(((_by(wording, one), wording.text(one["what"]), wording.say(fate)), one))
    blocks = (
        [wording.table(_("What was proposed there, and what became of it"), columns, told, noted=1)]
        if told
        else []
    )
    return section(wording, _("Proposed"), blocks)


def _promises(wording: Wording, thing: str) -> list[Block]:
    rows = [
        one for one in commitments(wording.view)["answer"] if one["meeting"] in wording.view.joined(thing)
    ]
    blocks = [promises_table(wording, _("What was promised there, and how it stands"), rows)] if rows else []
    return section(wording, _("Promised"), blocks)


def promises_table(wording: Wording, caption: str, rows: list[Row]) -> Block:
    """Return a table of commitments: by whom, what, for when, and how each stands as last reported."""
    columns = (_("By"), _("What"), _("Due"), _("How it stands"))
    return wording.table(caption, columns, [(_promise(wording, one), one) for one in rows], noted=1)


def _promise(wording: Wording, one: Row) -> tuple[Words, ...]:
    due = wording.day(one["due"]) or wording.text(one["due_words"])
    parts = [wording.say(shown({}, one["outcome"])), wording.day(one["reported_on"])]
    return _by(wording, one), wording.text(one["what"]), wording.or_not_known(due), wording.joined(parts)


def _by(wording: Wording, one: Row) -> Words:
    return wording.or_not_known(wording.things(one["by"]))


def _prepared_by(wording: Wording, found: Answer) -> list[Block]:
    told = [
        (wording.joined([wording.thing(one["id"]), wording.day(one["on"])]), one)
        for one in found["prepared_by"]
    ]
    return section(wording, _("Prepared by"), wording.listing(told))
