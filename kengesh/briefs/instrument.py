"""The brief of an instrument: its titles, between whom, its life, who signed and ratified, where the text is, what is disputed."""

from __future__ import annotations

from kengesh.briefs.asked import must_speak_of
from kengesh.briefs.document import Block, Brief, Paragraph, Run, Words
from kengesh.briefs.framing import differing, framed, not_known, section
from kengesh.briefs.notes import MOST_CITED
from kengesh.briefs.wording import Row, Wording
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.questions.instruments import instrument as ask_instrument
from kengesh.mechanism.questions.names import name as ask_name
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.mechanism.words import TEXT_WORDS, TRUTH_WORDS, VERB_WORDS, shown
from kengesh.terms.languages import LANGUAGES, NATIVE_NAMES
from kengesh.terms.messages import _, in_language


def instrument_brief(
    mechanism: Mechanism, view: View, instrument: str, language: str, most_cited: int = MOST_CITED
) -> Brief:
    """Return the brief of an instrument as a view shows it; `most_cited` sources are cited for a statement.

    Raises NotInThisRecord for what is no instrument of the record, ValueError for a language that is not one of ours.
    """
    with in_language(language):
        must_speak_of(mechanism, instrument, "instrument")
        wording = Wording(view, language, most_cited)
        thing = view.shown(instrument)
        blocks = _blocks(wording, thing, ask_instrument(view, thing))
        return framed(mechanism, wording, "instrument", {"instrument": thing}, wording.thing(thing), blocks)


def _blocks(wording: Wording, thing: str, found: Answer) -> list[Block]:
    if not found["answer"]:
        return [Paragraph(wording.say(_("Nothing in this record tells of this instrument: not known.")))]
    row = found["answer"][0]
    return [
        *_head(wording, row),
        *_signatures(wording, found),
        *_life(wording, found),
        *_texts(wording, row, found),
        *differing(wording, thing),
        *not_known(wording, found["follows"], found["sought"]),
        *_titles(wording, thing),
    ]


def _head(wording: Wording, row: Row) -> list[Block]:
    how = wording.how(row)
    pairs = [
        (
            _("Form"),
            wording.or_not_known(wording.say(wording.reader.term(row["form"]) if row["form"] else "")),
        ),
        (_("How"), wording.statement(how, row) if how else wording.say(_("not known"))),
        (_("Between"), wording.or_not_known(wording.things(row["between"]))),
        (_("In force"), wording.say(shown(TRUTH_WORDS, row["in_force"]))),
        (_("Depositary"), wording.or_not_known(wording.thing(row["depositary"]))),
        (_("Text"), wording.say(shown(TEXT_WORDS, row["text"]))),
        (_("Period"), wording.day(row["period"])),
        (_("Articles"), wording.say(str(row["articles"] or ""))),
        (_("Continues"), wording.thing(row["follows"])),
    ]
    return [wording.facts(pairs), *(Paragraph(wording.text(what)) for what in row["what"])]


def _signatures(wording: Wording, found: Answer) -> list[Block]:
    rows = wording.reader.in_alphabet(found["signatures"], "party")
    columns = (_("Party"), _("Signed"), _("Ratified"), _("In force"))
    table = wording.table(
        _("Signature and ratification by party"), columns, [(_signature(wording, one), one) for one in rows]
    )
    blocks = [table] if rows else []
    return section(
        wording, _("By party"), blocks, _("Who signed it, party by party, is not known to this record.")
    )


def _signature(wording: Wording, one: Row) -> tuple[Words, ...]:
    return (
        wording.thing(one["party"]),
        *(happened(wording, one, name) for name in ("signed", "ratified", "in_force")),
    )


def happened(wording: Wording, one: Row, name: str) -> Words:
    """Say whether something has happened for a party, and on which day: yes, no or not known."""
    return wording.joined([wording.say(shown(TRUTH_WORDS, one[name])), wording.day(one[f"{name}_on"])])


def _life(wording: Wording, found: Answer) -> list[Block]:
    columns = (_("On"), _("What"), _("Parties"))
    told = [
        ((wording.day(one["on"]), _event(wording, one), wording.things(one["parties"])), one)
        for one in found["life"]
    ]
    blocks = [wording.table(_("Its life, in order"), columns, told, noted=1)] if told else []
    return section(wording, _("Its life"), blocks)


def _event(wording: Wording, one: Row) -> Words:
    if one["verb"] == "deny-event":
        event = wording.say(shown(VERB_WORDS, one["event"]))
        return wording.say(_("by then not: {event}"), event=event)
    verb = wording.joined(
        [wording.say(shown(VERB_WORDS, one["verb"])), wording.say(shown({}, one["stage"]))], " "
    )
    return wording.joined([verb, wording.text(one["note"])], ". ")


def _texts(wording: Wording, row: Row, found: Answer) -> list[Block]:
    told = []
    for one in found["texts"]:
        where = wording.say(shown(TEXT_WORDS, one["where"]))
        tongue = wording.say(NATIVE_NAMES.get(one["language"] or "", one["language"] or ""))
        told.append((wording.joined([where, tongue, _address(wording, one["address"])]), one))
    return section(
        wording, _("The text"), wording.listing(told), _("Where the text is, is not known to this record.")
    )


def _address(wording: Wording, address: str | None) -> Words:
    if not address:
        return ()
    return (Run(address, "", address=address if address.startswith(("http://", "https://")) else None),)


def _titles(wording: Wording, thing: str) -> list[Block]:
    """Return the titles of an instrument by language, each saying whether it is official, a source's, or ours."""
    rows = [one["names"] for one in ask_name(wording.view, thing)["answer"]]
    by = {"official": _("official"), "source": _("by a source"), "ours": _("our rendering")}
    told = []
    for language in LANGUAGES:
        told += [
            (
                (Run(NATIVE_NAMES[language], language),),
                (Run(names[language]["text"], language),),
                wording.say(by[names[language]["by"]]),
            )
            for names in rows
            if names[language]["language"] == language and names[language]["by"]
        ]
    columns = (_("Language"), _("Name"), _("Whose words"))
    blocks = [wording.plain_table(_("Its title by language"), columns, told)] if told else []
    return section(wording, _("Titles"), blocks)
