"""The nearest claims that hold: what an author could write instead, each judged by the same record.

Changed is one thing at a time, and of each change the first that holds is given, in this order: for how many of the things that
the verb is about it holds; who is excepted; the number; the status, verb, capacity, place or day that the record has; the nearest
day on which it was so. What holds in the narrow reading is given, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from kengesh.formats.claims.language.values import (
    Attended,
    Claim,
    IsFirst,
    IsStatus,
    Listed,
    Quantifier,
    Quantity,
    Signed,
    TookPart,
    Union,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.formats.claims.verdict.belonging import days_of_change
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.judging import Judged, Verdict, judge_in
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, parse_day
from kengesh.terms.edtf import day_before

MOST = 3
MOST_DAYS = 20  # days tried: the nearest ones
VERBS = {"sign": "signed", "adopt": "adopted", "approve": "approved"}
COUNTED = (TookPart, Attended, WasInvited, Signed)


def nearest(verdict: Verdict) -> list[Claim]:
    """Return the nearest claims that hold, the nearest first; none where the claim itself holds in the narrow reading."""
    if verdict.truth is Truth.YES:
        return []
    held = [next(filter(partial(_holds, verdict), change(verdict)), None) for change in CHANGES]
    return list(dict.fromkeys(one for one in held if one is not None))[:MOST]


def _holds(verdict: Verdict, claim: Claim) -> bool:
    return claim != verdict.claim and judge_in(claim, _view(claim, verdict.view)).truth is Truth.YES


def _view(claim: Claim, view: View) -> View:
    """Return the view for a claim whose day may have been changed."""
    from_claim = claim.as_of if claim.is_dated else claim.on
    return view if from_claim is None else view.asked_of(parse_day(from_claim))


def _for_fewer(verdict: Verdict) -> Iterator[Claim]:
    """How many of the things that the verb is about: ``exactly 2 of the last 3 meetings``, else ``at least 2``."""
    claim = verdict.claim
    elements = verdict.narrow.main.elements
    if not isinstance(claim.predicate, COUNTED) or len(elements) != 1:
        return
    so = sum(one.truth is Truth.YES for one in elements[0].found.parts)
    if so:
        for quantity in (Quantity.EXACTLY, Quantity.AT_LEAST):
            yield replace(claim, predicate=replace(claim.predicate, how_many=Quantifier(quantity, so)))


def _with_exceptions(verdict: Verdict) -> Iterator[Claim]:
    """Who is excepted: those excepted already and those against whom it stands."""
    claim, main = verdict.claim, verdict.narrow.main
    against = tuple(one.thing for one in main.exceptions())
    if claim.quantifier.quantity not in (Quantity.EVERY, Quantity.NO) or not against:
        return
    if len(main.elements) <= len(against):
        return
    excepted = Listed(against)
    if isinstance(claim.except_, Listed):
        excepted = Listed(tuple(dict.fromkeys([*claim.except_.things, *against])))
    elif claim.except_ is not None:
        yield replace(claim, except_=Union(claim.except_, excepted))
        return
    yield replace(claim, except_=excepted)


def _counted(verdict: Verdict) -> Iterator[Claim]:
    """Of how many it is so: of those that are surely in the set."""
    claim, main = verdict.claim, verdict.narrow.main
    if claim.quantifier.quantity is Quantity.ONLY or len(main.elements) < 2 or claim.except_ is not None:
        return
    so = sum(one.both is Truth.YES for one in main.elements)
    if so:
        for quantity in (Quantity.EXACTLY, Quantity.AT_LEAST):
            yield replace(claim, quantifier=Quantifier(quantity, so))
    elif claim.quantifier.quantity is Quantity.EVERY:
        yield replace(claim, quantifier=Quantifier(Quantity.NO))


def _everyone(verdict: Verdict) -> Iterator[Claim]:
    """``only`` these: these and those others, or, where it is so of each, every one of these."""
    claim, main = verdict.claim, verdict.narrow.main
    if claim.quantifier.quantity is not Quantity.ONLY:
        return
    others = tuple(one.thing for one in main.exceptions())
    if isinstance(claim.subjects, Listed) and others:
        yield replace(claim, subjects=Listed((*claim.subjects.things, *others)))
    yield replace(claim, quantifier=Quantifier(Quantity.EVERY))


def _as_recorded(verdict: Verdict) -> Iterator[Claim]:
    """What the record has instead: another status, verb, place, day, chair, proposer, capacity."""
    claim, main = verdict.claim, verdict.narrow.main
    one = _single(main)
    if one is None or not one.has:
        return
    for name, change in RECORDED.items():
        if name in one.has:
            changed = change(claim, one.has[name])
            if changed is not None:
                yield changed


def _other_status(claim: Claim, status: str) -> Claim | None:
    if not isinstance(claim.predicate, IsStatus):
        return None
    return replace(claim, predicate=replace(claim.predicate, status=status))


def _other_verb(claim: Claim, verbs: str) -> Claim | None:
    if not isinstance(claim.predicate, WasMade):
        return None
    known = [VERBS[verb] for verb in verbs.split(",") if verb in VERBS]
    return replace(claim, predicate=replace(claim.predicate, verb=known[0])) if known else None


def _other_meeting(claim: Claim, meeting: str) -> Claim | None:
    if not isinstance(claim.predicate, WasMade | WasProposed) or claim.predicate.meeting is None:
        return None
    return replace(claim, predicate=replace(claim.predicate, meeting=meeting))


def _other_place(claim: Claim, place: str) -> Claim | None:
    return replace(claim, predicate=WasHeld(place)) if isinstance(claim.predicate, WasHeld) else None


def _other_by(claim: Claim, by: str) -> Claim | None:
    if isinstance(claim.predicate, WasChaired | WasProposed):
        return replace(claim, predicate=replace(claim.predicate, by=by))
    if isinstance(claim.predicate, IsFirst) and isinstance(claim.subjects, Listed):
        return replace(claim, subjects=Listed((by,)))
    return None


def _other_capacity(claim: Claim, capacity: str) -> Claim | None:
    if not isinstance(claim.predicate, Attended) or "," in capacity:
        return None
    return replace(claim, predicate=replace(claim.predicate, capacity=capacity))


def _other_day(claim: Claim, on: str) -> Claim | None:
    return replace(claim, on=on) if claim.is_dated and claim.on is not None else None


RECORDED: dict[str, Callable[[Claim, str], Claim | None]] = {
    "status": _other_status,
    "verb": _other_verb,
    "meeting": _other_meeting,
    "place": _other_place,
    "by": _other_by,
    "chair": _other_by,
    "capacity": _other_capacity,
    "on": _other_day,
    "since": _other_day,
}


def _other_days(verdict: Verdict) -> Iterator[Claim]:
    """The nearest day on which it was so: a day on which something changed, or the eve of one."""
    claim = verdict.claim
    if not isinstance(claim.predicate, IsStatus):
        return
    body, view = claim.predicate.body, verdict.view
    parties = [one.thing for one in verdict.narrow.main.elements]
    days = {day for party in parties for day in days_of_change(view, party, body)}
    days |= set(filter(None, map(day_before, days)))
    for day in sorted(days, key=lambda one: (abs((one - view.on).days), one))[:MOST_DAYS]:
        yield replace(claim, on=day.isoformat(), as_of=None)


def _single(main: Judged) -> Found | None:
    """Return what was found of the one thing that a claim is about."""
    return main.elements[0].found if len(main.elements) == 1 else None


CHANGES = (_for_fewer, _with_exceptions, _everyone, _as_recorded, _counted, _other_days)
