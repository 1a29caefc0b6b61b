"""What a claim speaks of and what it says, as phrases in the reader's language; names stand in them as they are, never inflected."""

from __future__ import annotations

from kengesh.formats.claims.language.values import (
    EVERY,
    Attended,
    AttendeesOf,
    InstrumentsOf,
    IsFirst,
    IsPartyTo,
    IsStatus,
    Joined,
    Listed,
    MeetingsOf,
    Minus,
    OfStatus,
    ParticipantsOf,
    PartiesTo,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Shares,
    Signed,
    TookPart,
    Union,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.words import VERB_WORDS, shown
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import N_, _, ngettext
from kengesh.terms.quotation import quoted

MADE_AT_WORDS = {
    "adopted": N_("adopted at the meeting {meeting}"),
    "signed": N_("signed at the meeting {meeting}"),
    "approved": N_("approved at the meeting {meeting}"),
}
MADE_WORDS = {"adopted": N_("adopted"), "signed": N_("signed"), "approved": N_("approved")}
SIGNED_WORDS = {"signed": N_("signed: {instruments}"), "ratified": N_("ratified: {instruments}")}
FIRST_WORDS = {
    "join": N_("the first to join: {thing}"),
    "sign": N_("the first to sign: {thing}"),
    "host": N_("the first to host a meeting of: {thing}"),
    "meet": N_("the first meeting of: {thing}"),
}
ORDER_WORDS = {
    "before": N_("came to belong to {body} before {than}"),
    "after": N_("came to belong to {body} after {than}"),
}
RELATION_WORDS = {
    "signatories": N_("the signatories of {instrument}"),
    "parties": N_("the parties to {instrument}"),
}


def set_phrase(reader: Reader, one: Set) -> str:
    """Return whom a claim speaks of."""
    match one:
        case Listed(things=things):
            return ", ".join(name_phrase(reader, thing) for thing in things)
        case ParticipantsOf(meeting=meeting):
            says = _("the participants of the meeting {meeting}")
            return says.format(meeting=name_phrase(reader, meeting))
        case AttendeesOf(meeting=meeting):
            return _("all who came to the meeting {meeting}").format(meeting=name_phrase(reader, meeting))
        case OfStatus(status=status, body=body):
            says = _("those with the status “{status}” in {body}")
            return says.format(status=word_for(reader, status), body=name_phrase(reader, body))
        case PartiesTo(relation=relation, instrument=instrument):
            return _(RELATION_WORDS[relation]).format(instrument=name_phrase(reader, instrument))
        case MeetingsOf(series=series, last=None):
            return _("the numbered meetings of {series}").format(series=name_phrase(reader, series))
        case MeetingsOf(series=series, last=int(last)):
            says = ngettext(
                "the last meeting ({count}) of {series}", "the last {count} meetings of {series}", last
            )
            return says.format(count=last, series=name_phrase(reader, series))
        case InstrumentsOf(meeting=meeting):
            return _("the texts that came out of the meeting {meeting}").format(
                meeting=name_phrase(reader, meeting)
            )
        case Union(first=first, second=second):
            return _("{first}, and {second}").format(
                first=set_phrase(reader, first), second=set_phrase(reader, second)
            )
        case Minus(first=first, second=second):
            says = _("{first}, without {second}")
            return says.format(first=set_phrase(reader, first), second=set_phrase(reader, second))
    raise TypeError(one)


def predicate_phrase(reader: Reader, one: Predicate) -> str:
    """Return what a claim says of them, in words that need not agree with a subject."""
    match one:
        case IsStatus(status=status, body=body):
            return status_phrase(reader, status, body)
        case TookPart():
            return _("took part in: {meetings}").format(meetings=_objects(reader, one.how_many, one.meetings))
        case Attended(capacity=None):
            return _("came to: {meetings}").format(meetings=_objects(reader, one.how_many, one.meetings))
        case Attended(capacity=str(capacity)):
            return _("{capacity} at: {meetings}").format(
                capacity=word_for(reader, capacity), meetings=_objects(reader, one.how_many, one.meetings)
            )
        case WasInvited(capacity=None):
            return _("invited to: {meetings}").format(meetings=_objects(reader, one.how_many, one.meetings))
        case WasInvited(capacity=str(capacity)):
            return _("invited as {capacity} to: {meetings}").format(
                capacity=word_for(reader, capacity), meetings=_objects(reader, one.how_many, one.meetings)
            )
        case Signed(verb=verb):
            return _(SIGNED_WORDS[verb]).format(instruments=_objects(reader, one.how_many, one.instruments))
        case IsPartyTo(instrument=instrument):
            return _("party to: {instrument}").format(instrument=name_phrase(reader, instrument))
        case Joined(order=None, body=body):
            return _("came to belong to {body}").format(body=name_phrase(reader, body))
        case Joined(order=str(order), body=body):
            than = reader.day(one.than_day) if one.than_day else name_phrase(reader, one.than_party or "")
            return _(ORDER_WORDS[order]).format(body=name_phrase(reader, body), than=than)
        case Shares(count=count, party=party):
            says = ngettext(
                "shares at least {count} body with {party}",
                "shares at least {count} bodies with {party}",
                count,
            )
            return says.format(count=count, party=name_phrase(reader, party))
    return _event_phrase(reader, one)


def _event_phrase(reader: Reader, one: Predicate) -> str:
    match one:
        case WasMade(verb=verb, meeting=None):
            return _(MADE_WORDS[verb])
        case WasMade(verb=verb, meeting=str(meeting)):
            return _(MADE_AT_WORDS[verb]).format(meeting=name_phrase(reader, meeting))
        case WasProposed(by=by, meeting=None):
            return _("proposed by: {by}").format(by=name_phrase(reader, by))
        case WasProposed(by=by, meeting=str(meeting)):
            says = _("proposed by: {by}, at the meeting {meeting}")
            return says.format(by=name_phrase(reader, by), meeting=name_phrase(reader, meeting))
        case WasHeld(place=None):
            return _("held")
        case WasHeld(place=str(place)):
            return _("held in: {place}").format(place=name_phrase(reader, place))
        case WasChaired(by=by):
            return _("chaired by: {by}").format(by=name_phrase(reader, by))
        case IsFirst(to=to, thing=thing):
            return _(FIRST_WORDS[to]).format(thing=name_phrase(reader, thing))
    raise TypeError(one)


def status_phrase(reader: Reader, status: str, body: str) -> str:
    """Return a status in a body: ``member of “Organization of Turkic States”``."""
    return _("{status} of {body}").format(status=word_for(reader, status), body=name_phrase(reader, body))


def word_for(reader: Reader, word: str) -> str:
    """Return what a status or a capacity is called: as the record names it, else by the glossary."""
    if word == "member":
        return _("member")
    name = reader.named(word)
    return name.text if name.by is not None else reader.term(word)


def words_for(reader: Reader, words: str) -> str:
    """Return what several statuses or capacities are called, as ``Found.has`` gives them."""
    return ", ".join(word_for(reader, word) for word in words.split(","))


def verb_words(verbs: str) -> str:
    """Return the verbs that the record has, as ``Found.has`` gives them."""
    return ", ".join(shown(VERB_WORDS, verb) for verb in verbs.split(","))


def name_phrase(reader: Reader, thing: str) -> str:
    """Return a name as it stands in a sentence: in quotation marks, that of a state without."""
    name = reader.name(thing)
    return name if is_state_code(thing) else quoted(name, reader.language)


def _objects(reader: Reader, how_many: Quantifier, objects: Set) -> str:
    phrase = set_phrase(reader, objects)
    count = how_many.count or 0
    match how_many.quantity:
        case Quantity.EVERY if how_many == EVERY and not _is_one(objects):
            return _("each of {things}").format(things=phrase)
        case Quantity.EVERY:
            return phrase
        case Quantity.NO:
            return _("none of {things}").format(things=phrase)
        case Quantity.SOME:
            return _("at least one of {things}").format(things=phrase)
        case Quantity.AT_LEAST:
            return _("at least {count} of {things}").format(count=count, things=phrase)
        case Quantity.EXACTLY:
            return _("exactly {count} of {things}").format(count=count, things=phrase)
        case Quantity.ONLY:
            return _("{things} alone").format(things=phrase)


def _is_one(objects: Set) -> bool:
    return isinstance(objects, Listed) and len(objects.things) == 1
