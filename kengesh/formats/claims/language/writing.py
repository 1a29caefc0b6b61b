"""A claim in its one spelling: what is read back as the same claim, is cited, and is entered in a record."""

from __future__ import annotations

from functools import singledispatch

from kengesh.formats.claims.language.values import (
    EVERY,
    Attended,
    AttendeesOf,
    Claim,
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

FIRST_TO = {"join": "to join", "sign": "to sign", "host": "to host a meeting of", "meet": "meeting of"}


def write_claim(claim: Claim) -> str:
    """Return a claim as text."""
    who = f"{_quantifier(claim.quantifier)} {_set(claim.subjects)}"
    if claim.quantifier == EVERY and isinstance(claim.subjects, Listed) and len(claim.subjects.things) == 1:
        who = claim.subjects.things[0]
    parts = [who]
    if claim.except_ is not None:
        parts.append(f"except {_set(claim.except_)}")
    parts.append(write_predicate(claim.predicate))
    clocks = (
        ("on", claim.on),
        ("as of", claim.as_of),
        ("known at", claim.known_at),
        ("reported by", claim.reported_by),
    )
    parts += [f"{word} {value}" for word, value in clocks if value is not None]
    if claim.counting != "preferred":
        parts.append(f"by {claim.counting} sources")
    return " ".join(parts)


def write_predicate(predicate: Predicate) -> str:
    """Return what a claim says of its subjects, as text."""
    return _predicate(predicate)


def write_set(one: Set) -> str:
    """Return whom a claim speaks of, as text."""
    return _set(one)


@singledispatch
def _set(one: Set) -> str:
    raise TypeError(one)


@_set.register
def _(one: Listed) -> str:
    return "{" + ", ".join(one.things) + "}"


@_set.register
def _(one: ParticipantsOf) -> str:
    return f"participant of meeting {one.meeting}"


@_set.register
def _(one: AttendeesOf) -> str:
    return f"attendee of meeting {one.meeting}"


@_set.register
def _(one: OfStatus) -> str:
    # "participant of" alone is said of a meeting, "signatory of" of an instrument
    word = "body " if one.status in ("participant", "signatory") else ""
    return f"{one.status} of {word}{one.body}"


@_set.register
def _(one: PartiesTo) -> str:
    return f"{'signatory of' if one.relation == 'signatories' else 'party to'} {one.instrument}"


@_set.register
def _(one: MeetingsOf) -> str:
    return f"meeting of {one.series}" if one.last is None else f"the last {one.last} meetings of {one.series}"


@_set.register
def _(one: InstrumentsOf) -> str:
    return f"instrument of meeting {one.meeting}"


@_set.register
def _(one: Union) -> str:
    return f"({_set(one.first)} union {_set(one.second)})"


@_set.register
def _(one: Minus) -> str:
    return f"({_set(one.first)} minus {_set(one.second)})"


@singledispatch
def _predicate(one: Predicate) -> str:
    raise TypeError(one)


@_predicate.register
def _(one: IsStatus) -> str:
    return f"is {one.status} of {one.body}"


@_predicate.register
def _(one: TookPart) -> str:
    return f"took part in {_objects(one.how_many, one.meetings)}"


@_predicate.register
def _(one: Attended) -> str:
    objects = _objects(one.how_many, one.meetings)
    return f"attended {objects}" if one.capacity is None else f"was {one.capacity} at {objects}"


@_predicate.register
def _(one: WasInvited) -> str:
    as_what = "" if one.capacity is None else f"as {one.capacity} "
    return f"was invited {as_what}to {_objects(one.how_many, one.meetings)}"


@_predicate.register
def _(one: Signed) -> str:
    return f"{one.verb} {_objects(one.how_many, one.instruments)}"


@_predicate.register
def _(one: IsPartyTo) -> str:
    return f"is party to {one.instrument}"


@_predicate.register
def _(one: Joined) -> str:
    than = one.than_day or one.than_party
    return f"joined {one.body}" if one.order is None else f"joined {one.body} {one.order} {than}"


@_predicate.register
def _(one: Shares) -> str:
    return f"shares at least {one.count} bodies with {one.party}"


@_predicate.register
def _(one: WasMade) -> str:
    return f"was {one.verb}" if one.meeting is None else f"was {one.verb} at {one.meeting}"


@_predicate.register
def _(one: WasProposed) -> str:
    words = f"was proposed by {one.by}"
    return words if one.meeting is None else f"{words} at {one.meeting}"


@_predicate.register
def _(one: WasHeld) -> str:
    return "was held" if one.place is None else f"was held in {one.place}"


@_predicate.register
def _(one: WasChaired) -> str:
    return f"was chaired by {one.by}"


@_predicate.register
def _(one: IsFirst) -> str:
    return f"is the first {FIRST_TO[one.to]} {one.thing}"


def _objects(how_many: Quantifier, objects: Set) -> str:
    """Write the things that a verb is about; a single one, and every one of a set, need no word before."""
    if how_many != EVERY:
        return f"{_quantifier(how_many)} of {_set(objects)}"
    if isinstance(objects, Listed) and len(objects.things) == 1:
        return objects.things[0]
    return _set(objects)


def _quantifier(one: Quantifier) -> str:
    counted = one.quantity in (Quantity.EXACTLY, Quantity.AT_LEAST)
    return f"{one.quantity.value} {one.count}" if counted else one.quantity.value
