"""Of what sort the things are that a predicate is said of: a meeting was held, a state was not."""

from __future__ import annotations

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.scanner import OBJECTS, Scanner
from kengesh.formats.claims.language.values import (
    Attended,
    InstrumentsOf,
    IsFirst,
    Listed,
    MeetingsOf,
    Minus,
    Predicate,
    Set,
    Signed,
    TookPart,
    Union,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.mechanism.words import TYPE_WORDS
from kengesh.terms.messages import _

PARTIES = ("party", "body")  # an organization can be a party too
WHO_COMES = (*PARTIES, "person")
WHAT_IS_PROPOSED = ("proposal", "body", "instrument", "meeting")


def check_sort(found: Scanner, one: Set, expected: tuple[str, ...], where: str) -> None:
    """Refuse a set of things that are of none of some types. Raises ClaimError, which points at the thing.

    `where` is the place of the set among those of the scanner.
    """
    match one:
        case Union(first=first, second=second) | Minus(first=first, second=second):
            check_sort(found, first, expected, where)
            check_sort(found, second, expected, where)
        case Listed(things=things):
            for thing in things:
                _check(found, found.names.types(thing), expected, where, thing)
        case MeetingsOf():
            _check(found, {"meeting"}, expected, where)
        case InstrumentsOf():
            _check(found, {"instrument"}, expected, where)
        case _:
            _check(found, {"party"}, expected, where)


def objects_of(predicate: Predicate) -> list[tuple[Set, str]]:
    """Return the sets that a verb is about, each with the type of thing that it takes."""
    match predicate:
        case TookPart(meetings=objects) | Attended(meetings=objects) | WasInvited(meetings=objects):
            return [(objects, "meeting")]
        case Signed(instruments=objects):
            return [(objects, "instrument")]
        case _:
            return []


def said_of(predicate: Predicate) -> tuple[str, ...]:
    """Return the types of the things of which a predicate is said."""
    match predicate:
        case WasMade():
            return ("instrument",)
        case WasProposed():
            return WHAT_IS_PROPOSED
        case WasHeld() | IsFirst(to="meet"):
            return ("meeting",)
        case WasChaired():
            return ("meeting", "body")
        case Attended() | WasInvited():
            return WHO_COMES
        case _:
            return PARTIES


def _check(found: Scanner, types: set[str], expected: tuple[str, ...], where: str, thing: str = "") -> None:
    if not types or types & set(expected):
        return
    start, end = found.places.get(thing, found.places[where])
    told = next((_(TYPE_WORDS[one]) for one in sorted(types) if one in TYPE_WORDS), _("something else"))
    if where == OBJECTS:
        says = _("{thing} is {found}; the verb before it is about {expected}.")
    else:
        says = _("{thing} is {found}; what follows is said of {expected}.")
    says = says.format(thing=found.text[start:end], found=told, expected=_(TYPE_WORDS[expected[0]]))
    raise ClaimError(says, found.text, start, end)
