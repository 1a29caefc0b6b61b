"""Whom a claim speaks of: what is in a set, by the record, and whether anything can be missing from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import singledispatch

from kengesh.formats.claims.language.values import (
    AttendeesOf,
    InstrumentsOf,
    Listed,
    MeetingsOf,
    Minus,
    OfStatus,
    ParticipantsOf,
    PartiesTo,
    Set,
    Union,
)
from kengesh.formats.claims.verdict.attending import attended, came_to, took_part
from kengesh.formats.claims.verdict.belonging import has_status, is_closed, parties_of
from kengesh.formats.claims.verdict.found import Found, found
from kengesh.formats.claims.verdict.making import is_party, named_signers, out_of, signed
from kengesh.formats.claims.verdict.meeting import acts_of_row, numbered
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


@dataclass(frozen=True, slots=True)
class InSet:
    """A set as the record has it: the things that are in it or may be, each with what says so; `closed` when none can be missing.

    `contains` says of any thing whether it is in the set.
    """

    things: Mapping[str, Found]
    closed: bool
    contains: Callable[[str], Found]


def in_set(view: View, one: Set) -> InSet:
    """Return what is in a set on the view's day."""
    return _in_set(one, view)


@singledispatch
def _in_set(one: Set, view: View) -> InSet:
    raise TypeError(one)


@_in_set.register
def _(one: Listed, view: View) -> InSet:
    things = {view.shown(thing): found(view.shown(thing), Truth.YES) for thing in one.things}
    return _of_those(things, closed=True)


@_in_set.register
def _(one: ParticipantsOf, view: View) -> InSet:
    return _open(came_to(view, one.meeting), lambda thing: took_part(view, thing, one.meeting, wide=False))


@_in_set.register
def _(one: AttendeesOf, view: View) -> InSet:
    return _open(
        came_to(view, one.meeting), lambda thing: attended(view, thing, one.meeting, None, wide=False)
    )


@_in_set.register
def _(one: OfStatus, view: View) -> InSet:
    def contains(thing: str) -> Found:
        return has_status(view, thing, one.body, one.status, wide=False)

    inside = _open(parties_of(view, one.body), contains)
    return InSet(inside.things, is_closed(view, one.body, one.status), contains)


@_in_set.register
def _(one: PartiesTo, view: View) -> InSet:
    def contains(thing: str) -> Found:
        if one.relation == "signatories":
            return signed(view, thing, one.instrument, "signed", None)
        return is_party(view, thing, one.instrument, wide=False)

    return _open(list(named_signers(view, one.instrument)), contains)


@_in_set.register
def _(one: MeetingsOf, view: View) -> InSet:
    rows = numbered(view, one.series)
    last = rows[-1]["number"] if rows else 0
    first = 1 if one.last is None else last - one.last + 1
    wanted = {row["number"]: row for row in rows if row["number"] >= first}
    whole = sorted(wanted) == list(
        range(first, last + 1)
    )  # none is missing between them, so that none can be
    told = {
        row["id"]: found(row["id"], Truth.YES, acts_of_row(view, row), on=row["on"])
        for row in wanted.values()
    }
    return _of_those(told, closed=whole and bool(rows) and first > 0)


@_in_set.register
def _(one: InstrumentsOf, view: View) -> InSet:
    came = out_of(view, one.meeting)
    things = {thing: found(thing, Truth.YES, acts) for thing, acts in came.items()}
    return _of_those(things, closed=False)


@_in_set.register
def _(one: Union, view: View) -> InSet:
    first, second = in_set(view, one.first), in_set(view, one.second)

    def contains(thing: str) -> Found:
        one_, other = first.contains(thing), second.contains(thing)
        return found(thing, one_.truth.or_(other.truth), [*one_.acts, *other.acts])

    inside = _open([*first.things, *second.things], contains)
    return InSet(inside.things, first.closed and second.closed, contains)


@_in_set.register
def _(one: Minus, view: View) -> InSet:
    first, second = in_set(view, one.first), in_set(view, one.second)

    def contains(thing: str) -> Found:
        one_, other = first.contains(thing), second.contains(thing)
        return found(thing, one_.truth.and_(other.truth.not_()), [*one_.acts, *other.acts])

    inside = _open(list(first.things), contains)
    return InSet(inside.things, first.closed, contains)


def _of_those(things: Mapping[str, Found], *, closed: bool) -> InSet:
    """Return a set of just these things; of any other it is denied where the set is closed, else not known."""
    otherwise = Truth.NO if closed else Truth.NOT_KNOWN
    return InSet(things, closed, lambda thing: things.get(thing) or found(thing, otherwise))


def _open(candidates: list[str], contains: Callable[[str], Found]) -> InSet:
    """Return the set of those candidates that are in it or may be; others may be missing."""
    told = {thing: contains(thing) for thing in dict.fromkeys(candidates)}
    return InSet({thing: one for thing, one in told.items() if one.truth is not Truth.NO}, False, contains)
