"""Reading whom a claim speaks of: how many, and of which set. ``kengesh.formats.claims.language.reading`` has the grammar."""

from __future__ import annotations

from kengesh.formats.claims.language.scanner import OBJECTS, Scanner
from kengesh.formats.claims.language.values import (
    AttendeesOf,
    InstrumentsOf,
    Listed,
    MeetingsOf,
    Minus,
    OfStatus,
    ParticipantsOf,
    PartiesTo,
    Quantifier,
    Quantity,
    Set,
    Union,
)
from kengesh.terms.messages import _

SUBJECTS = ("party", "body", "meeting", "instrument", "proposal", "person")
MOST_SETS = 20  # of a claim, so that no claim takes long to judge
WORDS = {
    "every": Quantity.EVERY,
    "each": Quantity.EVERY,
    "all": Quantity.EVERY,
    "no": Quantity.NO,
    "none of": Quantity.NO,
    "some": Quantity.SOME,
    "only": Quantity.ONLY,
}
COUNTED = {"exactly": Quantity.EXACTLY, "at least": Quantity.AT_LEAST}


def read_quantifier(found: Scanner) -> Quantifier | None:
    """Read how many; None where nothing says so. Raises ClaimError."""
    counted = found.took_one(*COUNTED)
    if counted is not None:
        count = found.number()
        return Quantifier(COUNTED[counted], count)
    word = found.took_one(*WORDS)
    return None if word is None else Quantifier(WORDS[word])


def read_objects(found: Scanner, *types: str) -> tuple[Quantifier, Set]:
    """Read what a verb is about: one thing, or how many of a set. Raises ClaimError."""
    quantifier = read_quantifier(found)
    if quantifier is not None and quantifier.quantity is Quantity.ONLY:
        says = _("“only” is said of whom a claim speaks of, and not of what the verb is about.")
        raise found.refuse(says, at=found.last)
    if quantifier is not None:
        found.skip("of")
    start = found.rest[0].start if found.rest else len(found.text)
    objects = read_set(found, types)
    found.places[OBJECTS] = (start, found.last.end)
    return quantifier or Quantifier(), objects


def read_set(found: Scanner, types: tuple[str, ...] = SUBJECTS) -> Set:
    """Read a set of things. Raises ClaimError."""
    found.skip("of")
    one = _one(found, types)
    while (joint := found.took_one("union", "minus")) is not None:
        other = _one(found, types)
        one = Union(one, other) if joint == "union" else Minus(one, other)
    return one


def _one(found: Scanner, types: tuple[str, ...]) -> Set:
    found.sets += 1
    if found.sets > MOST_SETS:
        raise found.refuse(
            _("a claim speaks of at most {most} sets.").format(most=MOST_SETS), at=found.rest[0]
        )
    if found.took("("):
        inner = read_set(found, types)
        found.must(")")
        return inner
    if found.took("{"):
        return _list(found, types)
    return _described(found) or _named(found, types)


def _list(found: Scanner, types: tuple[str, ...]) -> Listed:
    things = [found.thing(*types)]
    while not found.took("}"):
        if not found.took(","):
            raise found.unexpected((",", "}"))
        things.append(found.thing(*types))
    return Listed(tuple(dict.fromkeys(things)))


def _named(found: Scanner, types: tuple[str, ...]) -> Set:
    """Read the parties of a status in a body, or one thing."""
    before = found.at
    status = read_status(found)
    if status is not None and found.took("of"):
        return OfStatus(status, found.thing("body"))
    found.at = before
    return Listed((found.thing(*types),))


def _described(found: Scanner) -> Set | None:
    """Read a set that is described, if one comes next."""
    before = found.at
    found.skip("the", "of the")
    if found.took("last"):
        count = 1 if found.took("meeting") else found.number(least=1)
        found.skip("numbered")
        found.skip("meetings", "meeting", "summits", "sessions")
        return MeetingsOf(_series(found), count)
    if found.took_one("participants of", "participant of"):
        return _of_status("participant", found, "meeting") or ParticipantsOf(found.thing("meeting"))
    if found.took_one("attendees of", "attendee of"):
        return AttendeesOf(found.thing("meeting"))
    if found.took_one("signatories of", "signatory of"):
        signatories = _of_status("signatory", found, "instrument")
        return signatories or PartiesTo("signatories", found.thing("instrument"))
    if found.took_one("parties to", "party to"):
        return PartiesTo("parties", found.thing("instrument"))
    if found.took_one("instruments of", "instrument of"):
        return InstrumentsOf(found.thing("meeting"))
    if found.took_one("meetings of", "meeting of"):
        return MeetingsOf(found.thing("body"))
    found.at = before
    return None


def _of_status(status: str, found: Scanner, other: str) -> OfStatus | None:
    """Read a body where a status in it is meant, and not what took part in a meeting or signed an instrument."""
    if found.took("body"):
        return OfStatus(status, found.thing("body"))
    before = found.at
    is_other = found.maybe_thing(other) is not None
    found.at = before
    body = None if is_other else found.maybe_thing("body")
    return None if body is None else OfStatus(status, body)


def _series(found: Scanner) -> str:
    """Read of which series; where nothing says so, it is the mechanism of the record."""
    if found.took("of"):
        return found.thing("body")
    own = found.names.own_series()
    if own is None:
        raise found.unexpected(("of",), _("of which series the meetings are is missing"))
    return own


def read_status(found: Scanner) -> str | None:
    """Read a status by its id or name, if one comes next."""
    found.skip("a", "an", "the", "of the")
    plural = {"members": "member", "observers": "observer", "participants": "participant"}
    ahead = found.rest[:1]
    if ahead and ahead[0].low in plural:
        found.took(ahead[0].low)
        return plural[ahead[0].low]
    for word in ("member state", "member", "observer member"):
        if found.took(word):
            return "observer" if word == "observer member" else "member"
    return found.maybe_thing("status")
