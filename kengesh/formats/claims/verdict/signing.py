"""Who signed an instrument first."""

from __future__ import annotations

from kengesh.formats.claims.verdict.found import Found, found
from kengesh.formats.claims.verdict.making import named_signers, of_instrument, signed
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, parse_when
from kengesh.terms.edtf import day_before


def first_to_sign(view: View, party: str, instrument: str) -> Found:
    """Say whether nobody signed an instrument before a party; several may have signed on the first day.

    It is known where of every other party that the instrument names it is known that it had not signed on the eve.
    """
    own = signed(view, party, instrument, "signed", None)
    if own.truth is not Truth.YES or "on" not in own.has:
        return found(party, own.truth if own.truth is Truth.NO else Truth.NOT_KNOWN, own.acts)
    day = parse_when(own.has["on"])
    eve = day_before(day.earliest)
    if eve is None or day.earliest != day.latest:
        return found(party, Truth.NOT_KNOWN, own.acts, on=own.has["on"])
    before = view.asked_of(eve)
    named = [view.shown(one) for act in of_instrument(view, instrument) for one in act.get("between") or ()]
    others = [one for one in dict.fromkeys([*named, *named_signers(view, instrument)]) if one != party]
    earlier = {one: signed(before, one, instrument, "signed", None) for one in others}
    already = [one for one in earlier.values() if one.truth is Truth.YES]
    if already:
        first = already[0]
        return found(party, Truth.NO, first.acts, by=first.thing, on=first.has.get("on"))
    known = bool(named) and all(one.truth is Truth.NO for one in earlier.values())
    return found(party, Truth.YES if known else Truth.NOT_KNOWN, own.acts, on=own.has["on"])
