"""The brief of a state or another party: its bodies, what changed, what it proposed, signed and promised, what is disputed of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kengesh.briefs.asked import must_speak_of
from kengesh.briefs.document import Block, Brief, Listing, Words
from kengesh.briefs.framing import differing, framed, section
from kengesh.briefs.instrument import happened
from kengesh.briefs.meeting import promises_table
from kengesh.briefs.notes import MOST_CITED
from kengesh.briefs.wording import Row, Wording
from kengesh.mechanism.answers import order_of
from kengesh.mechanism.questions.chair import chair
from kengesh.mechanism.questions.changes import changes
from kengesh.mechanism.questions.commitments import commitments
from kengesh.mechanism.questions.instruments import instrument, instruments
from kengesh.mechanism.questions.proposals import proposals
from kengesh.mechanism.questions.status import status
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.told_days import began_on, term_began_on, term_ended_on
from kengesh.mechanism.view import View
from kengesh.mechanism.words import CHANGE_WORDS, TRUTH_WORDS, shown
from kengesh.terms.messages import _, in_language

RECENT_YEARS = 2


def state_brief(
    mechanism: Mechanism, view: View, state: str, language: str, most_cited: int = MOST_CITED
) -> Brief:
    """Return the brief of a state or another party as a view shows it; `most_cited` sources are cited for a statement.

    Raises NotInThisRecord for what is no party of the record; ValueError for a language that is not one of ours.
    """
    with in_language(language):
        must_speak_of(mechanism, state, "party")
        wording = Wording(view, language, most_cited)
        return framed(
            mechanism, wording, "state", {"party": state}, wording.thing(state), _blocks(wording, state)
        )


def _blocks(wording: Wording, state: str) -> Iterator[Block]:
    bodies = _bodies(wording.view, state)
    yield from _belonging(wording, state, bodies)
    yield from _changes(wording, state, bodies)
    yield from _chairs(wording, state)
    yield from _proposals(wording, state)
    yield from _instruments(wording, state)
    yield from _promises(wording, state)
    yield from differing(wording, state)
    yield from _sought(wording, state, bodies)


def _bodies(view: View, state: str) -> list[str]:
    """Return the bodies of which an act says what the state is or was there."""
    acts = view.acts("participation", state)
    return list(dict.fromkeys(view.shown(act.get("body")) for act in acts if act.get("body")))


def _belonging(wording: Wording, state: str, bodies: list[str]) -> list[Block]:
    rows = [one for body in bodies for one in status(wording.view, state, body)["answer"]]
    columns = (_("Body"), _("Status"), _("Since"), _("Last attested"))
    told = [(_standing(wording, one), one) for one in wording.reader.in_alphabet(rows, "body")]
    blocks = [wording.table(_("Its status in each body"), columns, told)] if rows else []
    silent = wording.reader.sorted(body for body in bodies if not any(one["body"] == body for one in rows))
    listing = (
        [Listing((wording.say(_("Not known: {bodies}"), bodies=wording.things(silent)),))] if silent else []
    )
    otherwise = _("Nothing in this record says to which bodies it belongs: not known.")
    return section(wording, _("Bodies"), [*blocks, *listing], otherwise)


def _standing(wording: Wording, one: Row) -> tuple[Words, ...]:
    since = _several(wording, began_on(wording.view, one))
    weaker = one["since_certainty"] != one["certainty"] or one["since_basis"] != one["basis"]
    if since and weaker:
        beginning = {"certainty": one["since_certainty"], "basis": one["since_basis"], "disputed": False}
        sure = wording.say(wording.sure(beginning))
        since = wording.say(_("{day} ({sure})"), day=since, sure=sure) if sure else since
    return (
        wording.thing(one["body"]),
        _status(wording, one),
        wording.or_not_known(since),
        wording.or_not_known(wording.day(one["last_attested"])),
    )


def _status(wording: Wording, one: Row) -> Words:
    """Return the name of a status; of one that does not hold, or of which that is not known, the word no or not known beside it."""
    status = wording.thing(one["status"]) or wording.say(_("any status"))
    if one["truth"] == "yes":
        return status
    return wording.say(
        _("{status}: {truth}"), status=status, truth=wording.say(shown(TRUTH_WORDS, one["truth"]))
    )


def _changes(wording: Wording, state: str, bodies: list[str]) -> list[Block]:
    """Return what changed for the state in the last years before the day of the view."""
    on = wording.view.on
    start = date(max(1, on.year - RECENT_YEARS), on.month, min(on.day, 28)).isoformat()
    found = [
        (body, one)
        for body in bodies
        for one in changes(wording.view, body, start, on.isoformat())["answer"]
        if one["party"] == state
    ]
    found.sort(key=lambda pair: order_of(pair[1]["on"]), reverse=True)
    columns = (_("On"), _("Body"), _("Change"))
    told = [
        ((wording.day(one["on"]), wording.thing(body), _change(wording, one)), one) for body, one in found
    ]
    caption = _("What changed, latest first; since: {day}").format(day=wording.reader.day(start))
    blocks = [wording.table(caption, columns, told, noted=2)] if told else []
    return section(wording, _("Recent changes"), blocks)


def _change(wording: Wording, one: Row) -> Words:
    words = wording.say(shown(CHANGE_WORDS, one["change"]))
    if one["truth"] == "not-known":
        words = wording.joined([words, wording.say(_("not known"))])
    return wording.joined([wording.thing(one["status"]), words], ": ")


def _chairs(wording: Wording, state: str) -> list[Block]:
    acts = wording.view.acts("chair", state)
    bodies = dict.fromkeys(wording.view.shown(act.get("body")) for act in acts if act.get("body"))
    rows = [one for body in bodies for one in chair(wording.view, body)["history"] if one["party"] == state]
    columns = (_("Body"), _("Term"), _("Since"), _("Until"), _("In the chair"))
    told = [
        (
            (
                wording.thing(one["body"]),
                wording.say(str(one["term"] or "")),
                wording.or_not_known(_several(wording, term_began_on(wording.view, one))),
                _several(wording, term_ended_on(wording.view, one)),
                wording.say(shown(TRUTH_WORDS, one["truth"])),
            ),
            one,
        )
        for one in rows
    ]
    blocks = [wording.table(_("Its terms in the chair"), columns, told)] if told else []
    return section(wording, _("Terms in the chair"), blocks)


def _several(wording: Wording, days: Iterable[str]) -> Words:
    return wording.joined(map(wording.day, days), _(" or, by other sources, "))


def _proposals(wording: Wording, state: str) -> list[Block]:
    rows = [one for one in proposals(wording.view)["answer"] if state in (one["by"] or ())]
    columns = (_("On"), _("What"), _("Fate"))
    told = [
        (
            (
                wording.or_not_known(wording.day(one["on"])),
                wording.text(one["what"]),
                wording.joined([wording.say(shown({}, one["fate"])), wording.day(one["decided_on"])]),
            ),
            one,
        )
        for one in rows
    ]
    blocks = (
        [wording.table(_("What it proposed, and what became of it"), columns, told, noted=1)] if told else []
    )
    return section(wording, _("Proposed"), blocks)


def _instruments(wording: Wording, state: str) -> list[Block]:
    columns = (_("Instrument"), _("Signed"), _("Ratified"), _("In force"))
    told = []
    for thing in instruments(wording.view)["answer"]:
        for one in instrument(wording.view, thing["id"])["signatures"]:
            if one["party"] == state:
                events = [happened(wording, one, name) for name in ("signed", "ratified", "in_force")]
                told.append(((wording.thing(thing["id"]), *events), one))
    blocks = [wording.table(_("Instruments to which it is named as a party"), columns, told)] if told else []
    return section(wording, _("Signed"), blocks)


def _promises(wording: Wording, state: str) -> list[Block]:
    rows: list[Row] = [one for one in commitments(wording.view)["answer"] if state in (one["by"] or ())]
    blocks = [promises_table(wording, _("What it promised, and how it stands"), rows)] if rows else []
    return section(wording, _("Promised"), blocks)


def _sought(wording: Wording, state: str, bodies: list[str]) -> list[Block]:
    found = {one["id"]: one for body in bodies for one in status(wording.view, state, body)["sought"]}
    items = tuple(wording.noted(wording.text(one["what"]), one) for one in found.values())
    return section(wording, _("Looked for and not found"), [Listing(items)] if items else [])
