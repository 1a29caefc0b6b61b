"""The answer for a whole set at once, where a claim is about who has a status: ``every member of ots is member of cis``.

It is the answer that :func:`kengesh.formats.claims.verdict.whole.whole` gives for what is found of each, without looking at each.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.formats.claims.language.values import (
    Claim,
    IsStatus,
    Listed,
    OfStatus,
    Quantity,
    Set,
)
from kengesh.formats.claims.verdict.belonging import is_closed
from kengesh.formats.claims.verdict.whole import counted
from kengesh.formats.columns import Held, bits_of, column_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth


@dataclass(frozen=True, slots=True)
class Parties:
    """A set of parties as bits: those that are in it, those that may be, and whether none can be missing."""

    sure: int
    possible: int
    closed: bool


def answer_at_once(claim: Claim, view: View, *, wide: bool) -> Truth | None:
    """Return the answer for a claim about who has a status; None for any other."""
    if not isinstance(claim.predicate, IsStatus) or claim.quantifier.quantity is Quantity.ONLY:
        return None
    inside = _parties(claim.subjects, view)
    if inside is None:
        return None
    held = column_of(view, claim.predicate.body, claim.predicate.status, wide=wide).on(view.on)
    if inside.possible & ~held.spoken:
        return None  # of a party that no act of the body names, a list may speak all the same
    return _answer(claim, inside, held)


def _answer(claim: Claim, inside: Parties, held: Held) -> Truth:
    not_no = ~held.no
    count = claim.quantifier.count or 0
    match claim.quantifier.quantity:
        case Quantity.EVERY | Quantity.NO if not inside.possible:
            return Truth.YES if inside.closed else Truth.NOT_KNOWN
        case Quantity.EVERY if inside.sure & held.no:
            return Truth.NO
        case Quantity.EVERY:
            return Truth.NOT_KNOWN if inside.possible & ~held.yes else Truth.YES
        case Quantity.NO if inside.sure & held.yes:
            return Truth.NO
        case Quantity.NO:
            return Truth.NOT_KNOWN if inside.possible & not_no else Truth.YES
    sure, possible = (inside.sure & held.yes).bit_count(), (inside.possible & not_no).bit_count()
    if claim.quantifier.quantity is Quantity.SOME:
        return counted(1, None, sure, possible, inside.closed)
    most = count if claim.quantifier.quantity is Quantity.EXACTLY else None
    return counted(count, most, sure, possible, inside.closed)


def _parties(one: Set, view: View) -> Parties | None:
    """Return a set as bits, None for one that is not of parties by their status or by name."""
    match one:
        case Listed(things=things):
            bits = bits_of(view, things)
            return Parties(bits, bits, True)
        case OfStatus(status=status, body=body):
            held = column_of(view, body, status, wide=False).on(view.on)
            return Parties(held.yes, held.spoken & ~held.no, is_closed(view, body, status))
        case _:
            return None
