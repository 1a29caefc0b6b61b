"""Reading what a claim says of its subjects. ``kengesh.formats.claims.language.reading`` has the grammar."""

from __future__ import annotations

from kengesh.acts.kinds.meetings import CAPACITIES
from kengesh.formats.claims.language.scanner import MONTHS, Scanner
from kengesh.formats.claims.language.tokens import Token
from kengesh.formats.claims.language.values import (
    Attended,
    IsFirst,
    IsPartyTo,
    IsStatus,
    Joined,
    Predicate,
    Shares,
    Signed,
    TookPart,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.formats.claims.language.whom import read_objects, read_status
from kengesh.terms.messages import _

MADE = ("adopted", "signed", "approved")
VERBS = (
    "is",
    "was",
    "took part in",
    "attended",
    "signed",
    "ratified",
    "joined",
    "shares at least",
)
PLURALS = {
    "heads of state": "head-of-state",
    "heads of government": "head-of-government",
    "guests of honour": "guest-of-honour",
    "guest of honor": "guest-of-honour",
    "ministers": "minister",
    "guests": "guest",
}


def read_predicate(found: Scanner) -> tuple[Predicate, bool]:
    """Read what is said, and whether it is denied. Raises ClaimError."""
    if found.took_one("is", "are"):
        negated = _not(found)
        return _is(found), negated
    if found.took_one("was", "were", "has been", "have been"):
        negated = _not(found)
        return _was(found), negated
    negated = _not(found, "did not", "does not", "do not")
    return _did(found), negated


def _not(found: Scanner, *words: str) -> bool:
    """Take a denial if it comes next, and remember where."""
    if found.took_one(*(words or ("not",))) is None:
        return False
    found.places["not"] = (found.last.start, found.last.end)
    return True


def _did(found: Scanner) -> Predicate:
    if found.took_one("took part in", "take part in"):
        how_many, meetings = read_objects(found, "meeting")
        return TookPart(meetings, how_many)
    if found.took_one("attended", "attend"):
        how_many, meetings = read_objects(found, "meeting")
        return Attended(meetings, _as_what(found), how_many)
    verb = found.took_one("signed", "sign", "ratified", "ratify")
    if verb is not None:
        how_many, instruments = read_objects(found, "instrument")
        return Signed("signed" if verb.startswith("sign") else "ratified", instruments, how_many)
    if found.took_one("joined", "join"):
        return _joined(found)
    if found.took_one("shares at least", "share at least"):
        count = found.number()
        found.must("bodies with", "body with")
        return Shares(count, found.thing("party"))
    raise found.unexpected(VERBS)


def _is(found: Scanner) -> Predicate:
    if found.took_one("the first", "first"):
        return _first(found)
    if found.took_one("party to", "a party to", "parties to"):
        return IsPartyTo(found.thing("instrument"))
    if found.took("chaired by"):
        return WasChaired(found.thing("person", "party"))
    status = read_status(found)
    if status is None:
        statuses = (
            "member of",
            "observer of",
            "participant of",
            "party to",
            "the first to join",
            "chaired by",
        )
        raise found.unexpected(statuses)
    found.must("of", "in")
    return IsStatus(status, found.thing("body"))


def _was(found: Scanner) -> Predicate:
    if found.took("invited"):
        capacity = _as_what(found)
        found.must("to")
        how_many, meetings = read_objects(found, "meeting")
        return WasInvited(meetings, capacity or _as_what(found), how_many)
    made = found.took_one(*MADE)
    if made is not None:
        return WasMade(made, found.thing("meeting") if found.took("at") else None)
    if found.took("proposed by"):
        by = found.thing("party", "body", "person")
        return WasProposed(by, found.thing("meeting") if found.took("at") else None)
    if found.took("held"):
        return WasHeld(found.thing("place", "party") if found.took("in") else None)
    if found.took("chaired by"):
        return WasChaired(found.thing("person", "party"))
    if found.took_one("the first", "first"):
        return _first(found)
    before = found.at
    capacity = _maybe_capacity(found)
    if capacity is not None and found.took("at"):
        how_many, meetings = read_objects(found, "meeting")
        return Attended(meetings, capacity, how_many)
    found.at = before
    return _was_status(found)


def _was_status(found: Scanner) -> Predicate:
    """Read a status that was held: said of a day, it is the same claim as with ``is``."""
    status = read_status(found)
    if status is None:
        offers = ("guest-of-honour at", "invited to", "member of", "held in", "proposed by", "chaired by")
        raise found.unexpected((*offers, *MADE))
    found.must("of", "in")
    return IsStatus(status, found.thing("body"))


def _joined(found: Scanner) -> Predicate:
    body = found.thing("body")
    order = found.took_one("before", "after")
    if order is None:
        return Joined(body)
    if found.rest and _begins_a_day(found.rest[0]):
        return Joined(body, order, than_day=found.day())
    return Joined(body, order, than_party=found.thing("party"))


def _first(found: Scanner) -> Predicate:
    found.skip("numbered")
    if found.took_one("meeting of", "of the meetings of", "meeting in"):
        return IsFirst("meet", found.thing("body"))
    if found.took("to join"):
        return IsFirst("join", found.thing("body"))
    if found.took("to sign"):
        return IsFirst("sign", found.thing("instrument"))
    if found.took_one("to host a meeting of", "to host"):
        return IsFirst("host", found.thing("body"))
    raise found.unexpected(("to join", "to sign", "to host a meeting of", "meeting of"))


def _as_what(found: Scanner) -> str | None:
    """Read ``as CAPACITY`` if it comes next; ``as of DAY`` is a clock."""
    is_clock = [one.low for one in found.rest[:2]] == ["as", "of"]
    return None if is_clock or not found.took("as") else _capacity(found)


def _capacity(found: Scanner) -> str:
    capacity = _maybe_capacity(found)
    if capacity is None:
        raise found.unexpected(CAPACITIES, _("expected a capacity"))
    return capacity


def _maybe_capacity(found: Scanner) -> str | None:
    """Read a capacity by its id, its English words, or its name in the record."""
    found.skip("a", "an", "the")
    spelled = {
        **PLURALS,
        **{one: one for one in CAPACITIES},
        **{one.replace("-", " "): one for one in CAPACITIES},
    }
    words = found.took_one(*sorted(spelled, key=len, reverse=True))  # "guest of honour" is no "guest"
    if words is not None:
        return spelled[words]
    named = found.maybe_thing("capacity")
    return named if named in CAPACITIES else None


def _begins_a_day(one: Token) -> bool:
    return one.text[:1].isdigit() or one.low in MONTHS
