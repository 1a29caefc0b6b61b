"""What a claim says of one thing: asked of the record, in the narrow reading of its words or in the wide one.

===================  ==========================================  =====================================================
words                narrow                                      wide
===================  ==========================================  =====================================================
is member of         a status that the charter ranks as          observers and associates too ("observer member")
                     membership
took part in         belonged to the body and came in a          came in whatever capacity
                     participating capacity
was GUEST at         came in that capacity                       or was invited in it
was invited as C to  a source tells of the invitation, or of     or came in that capacity
                     coming as that guest
was signed (...)     by the verb that sources use                signed, adopted or approved: sources use one for another
is party to          in force for it, or ratified by it          or signed by it
shares ... bodies    membership                                  observers and associates too
===================  ==========================================  =====================================================

Of all others there is one reading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch

from kengesh.formats.claims.language.values import (
    Attended,
    IsFirst,
    IsPartyTo,
    IsStatus,
    Joined,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Shares,
    Signed,
    TookPart,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.formats.claims.verdict.attending import GUESTS, attended, invited, took_part
from kengesh.formats.claims.verdict.belonging import first_to_join, has_status, joined, shares
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.making import is_party, made, proposed, signed
from kengesh.formats.claims.verdict.meeting import first_to_host, is_first_of, was_chaired, was_held
from kengesh.formats.claims.verdict.sets import in_set
from kengesh.formats.claims.verdict.signing import first_to_sign
from kengesh.formats.claims.verdict.whole import Element, whole
from kengesh.formats.readings import has_two_readings
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


def says_of(view: View, thing: str, predicate: Predicate, on: str | None, *, wide: bool) -> Found:
    """Say whether what a claim says holds of a thing; `on` is the day on which something happened, where the claim gives one."""
    return _says(predicate, view, thing, on, wide)


def two_readings(predicate: Predicate) -> bool:
    """Say whether the words of a predicate are used in a narrow and in a wide sense."""
    match predicate:
        case IsStatus(status=status):
            return has_two_readings(status)
        case Attended(capacity=capacity):
            return capacity in GUESTS
        case WasInvited() | TookPart() | WasMade() | IsPartyTo() | Shares():
            return True
        case _:
            return False


@singledispatch
def _says(one: Predicate, view: View, thing: str, on: str | None, wide: bool) -> Found:
    raise TypeError(one)


@_says.register
def _(one: IsStatus, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return has_status(view, thing, one.body, one.status, wide=wide)


@_says.register
def _(one: TookPart, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return _of_each(
        view, thing, one.meetings, one.how_many, lambda meeting: took_part(view, thing, meeting, wide=wide)
    )


@_says.register
def _(one: Attended, view: View, thing: str, on: str | None, wide: bool) -> Found:
    def at(meeting: str) -> Found:
        return attended(view, thing, meeting, one.capacity, wide=wide)

    return _of_each(view, thing, one.meetings, one.how_many, at)


@_says.register
def _(one: WasInvited, view: View, thing: str, on: str | None, wide: bool) -> Found:
    def to(meeting: str) -> Found:
        return invited(view, thing, meeting, one.capacity, wide=wide)

    return _of_each(view, thing, one.meetings, one.how_many, to)


@_says.register
def _(one: Signed, view: View, thing: str, on: str | None, wide: bool) -> Found:
    def this(instrument: str) -> Found:
        return signed(view, thing, instrument, one.verb, on)

    return _of_each(view, thing, one.instruments, one.how_many, this)


@_says.register
def _(one: IsPartyTo, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return is_party(view, thing, one.instrument, wide=wide)


@_says.register
def _(one: Joined, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return joined(view, thing, one, on)


@_says.register
def _(one: Shares, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return shares(view, thing, one.party, one.count, wide=wide)


@_says.register
def _(one: WasMade, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return made(view, thing, one.verb, one.meeting, on, wide=wide)


@_says.register
def _(one: WasProposed, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return proposed(view, thing, one.by, one.meeting, on)


@_says.register
def _(one: WasHeld, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return was_held(view, thing, one.place, on)


@_says.register
def _(one: WasChaired, view: View, thing: str, on: str | None, wide: bool) -> Found:
    return was_chaired(view, thing, one.by)


@_says.register
def _(one: IsFirst, view: View, thing: str, on: str | None, wide: bool) -> Found:
    match one.to:
        case "join":
            return first_to_join(view, thing, one)
        case "sign":
            return first_to_sign(view, thing, one.thing)
        case "host":
            return first_to_host(view, thing, one.thing)
        case _:
            return is_first_of(view, thing, one.thing)


def _of_each(
    view: View, thing: str, objects: Set, how_many: Quantifier, ask: Callable[[str], Found]
) -> Found:
    """Return what holds of a thing for how many of a set of objects; of a single one that is what was found of it."""
    inside = in_set(view, objects)
    elements = [Element(one, _named(ask(object_), object_)) for object_, one in inside.things.items()]
    parts = tuple(one.found for one in elements)
    truth = whole(how_many, elements, closed=inside.closed)
    if truth is Truth.YES and not inside.closed and how_many.quantity in (Quantity.EVERY, Quantity.NO):
        truth = (
            Truth.NOT_KNOWN
        )  # of things that may be missing: a denial of the whole would make a no of that
    acts = tuple(dict.fromkeys(act for part in parts for act in part.acts))
    against = tuple(dict.fromkeys(act for part in parts for act in part.against))
    has = parts[0].has if len(parts) == 1 else {}
    disputed = any(part.disputed for part in parts)
    return Found(thing, truth, acts, against, disputed, has, parts if len(parts) > 1 else ())


def _named(part: Found, object_: str) -> Found:
    return Found(object_, part.truth, part.acts, part.against, part.disputed, part.has)
