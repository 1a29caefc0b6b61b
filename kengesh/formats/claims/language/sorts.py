"""Of what sort the things are that a predicate is said of: a meeting was held, a state was not."""

from __future__ import annotations

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.scanner import Scanner
from kengesh.formats.claims.language.values import (
    Attended,
    InstrumentsOf,
    IsFirst,
    Listed,
    MeetingsOf,
    Minus,
    Predicate,
    Set,
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


def check_sort(found: Scanner, one: Set, predicate: Predicate) -> None:
    """Refuse a set of things of which a predicate is not said. Raises ClaimError, which points at the thing."""
    expected = _said_of(predicate)
    match one:
        case Union(first=first, second=second) | Minus(first=first, second=second):
            check_sort(found, first, predicate)
            check_sort(found, second, predicate)
        case Listed(things=things):
            for thing in things:
                _check(found, thing, found.names.types(thing), expected)
        case MeetingsOf():
            _check(found, "", {"meeting"}, expected)
        case InstrumentsOf():
            _check(found, "", {"instrument"}, expected)
        case _:
            _check(found, "", {"party"}, expected)


def _check(found: Scanner, thing: str, types: set[str], expected: tuple[str, ...]) -> None:
    if not types or types & set(expected):
        return
    start, end = found.places.get(thing, found.places[""])
    word = found.text[start:end]
    told = next((_(TYPE_WORDS[one]) for one in sorted(types) if one in TYPE_WORDS), _("something else"))
    says = _("{thing} is {found}; what follows is said of {expected}.")
    says = says.format(thing=word, found=told, expected=_(TYPE_WORDS[expected[0]]))
    raise ClaimError(says, found.text, start, end)


def _said_of(predicate: Predicate) -> tuple[str, ...]:
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
