"""Every set and every thing that a claim names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from kengesh.formats.claims.language.values import (
    Attended,
    Claim,
    Listed,
    Minus,
    Set,
    Signed,
    TookPart,
    Union,
    WasInvited,
)

NAMING = ("meeting", "body", "instrument", "series", "party", "by", "place", "thing", "than_party")


def sets_in(claim: Claim) -> Iterator[Set]:
    """Yield every set of a claim, those within sets too."""
    yield from _within(claim.subjects)
    if claim.except_ is not None:
        yield from _within(claim.except_)
    match claim.predicate:
        case TookPart(meetings=objects) | Attended(meetings=objects) | WasInvited(meetings=objects):
            yield from _within(objects)
        case Signed(instruments=objects):
            yield from _within(objects)


def things_in(claim: Claim) -> list[str]:
    """Return every thing that a claim names, once."""
    named: list[str] = []
    for one in (*sets_in(claim), claim.predicate):
        if isinstance(one, Listed):
            named += one.things
        values = ((field.name, getattr(one, field.name)) for field in fields(one))
        named += [value for name, value in values if name in NAMING and isinstance(value, str)]
    return list(dict.fromkeys(named))


def _within(one: Set) -> Iterator[Set]:
    yield one
    if isinstance(one, Union | Minus):
        yield from _within(one.first)
        yield from _within(one.second)
