"""Every sort of claim that there is, for tests that say something of all of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kengesh.acts.kinds.meetings import CAPACITIES
from kengesh.formats.claims.language.values import (
    Attended,
    AttendeesOf,
    Claim,
    InstrumentsOf,
    IsFirst,
    IsPartyTo,
    IsStatus,
    Joined,
    Listed,
    MeetingsOf,
    Minus,
    OfStatus,
    ParticipantsOf,
    PartiesTo,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Shares,
    Signed,
    TookPart,
    Union,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)

THINGS = ("KAZ", "UZB", "ots", "consultative-meeting/7", "astana-2018", "a1/b-2/c3", "2026", "member-state")
THING = st.sampled_from(THINGS)
STATUS = st.sampled_from(("member", "observer", "founding-member", "participant", "signatory", "candidate"))
DAY = st.dates().map(lambda day: day.isoformat())
DATE = st.one_of(
    DAY,
    st.sampled_from(("2018", "2018-03", "[2018-03-01..2018-03-20]", "[..2024-11-06]", "2019/2021", "2018~")),
)
COUNTED = (Quantity.EXACTLY, Quantity.AT_LEAST)
UNCOUNTED = (Quantity.EVERY, Quantity.NO, Quantity.SOME)
COUNT = st.integers(0, 1_000)
OBJECT_QUANTIFIER = st.one_of(
    st.builds(Quantifier, st.sampled_from(UNCOUNTED)), st.builds(Quantifier, st.sampled_from(COUNTED), COUNT)
)
QUANTIFIER = st.one_of(OBJECT_QUANTIFIER, st.just(Quantifier(Quantity.ONLY)))
LISTED = st.builds(Listed, st.lists(THING, min_size=1, max_size=4, unique=True).map(tuple))


def combined(*simple: st.SearchStrategy[Set]) -> st.SearchStrategy[Set]:
    """Return the sets that are made of simple ones."""
    return st.recursive(
        st.one_of(LISTED, *simple),
        lambda one: st.builds(Union, one, one) | st.builds(Minus, one, one),
        max_leaves=3,
    )


PARTIES = combined(
    st.builds(ParticipantsOf, THING),
    st.builds(AttendeesOf, THING),
    st.builds(OfStatus, STATUS, THING),
    st.builds(PartiesTo, st.sampled_from(("signatories", "parties")), THING),
)
MEETINGS = combined(st.builds(MeetingsOf, THING, st.none() | st.integers(1, 1_000)))
INSTRUMENTS = combined(st.builds(InstrumentsOf, THING))
CAPACITY = st.none() | st.sampled_from(CAPACITIES)
OR_NONE = st.none() | THING
OF_PARTIES: st.SearchStrategy[Predicate] = st.one_of(
    st.builds(IsStatus, STATUS, THING),
    st.builds(TookPart, MEETINGS, OBJECT_QUANTIFIER),
    st.builds(Attended, MEETINGS, CAPACITY, OBJECT_QUANTIFIER),
    st.builds(WasInvited, MEETINGS, CAPACITY, OBJECT_QUANTIFIER),
    st.builds(Signed, st.sampled_from(("signed", "ratified")), INSTRUMENTS, OBJECT_QUANTIFIER),
    st.builds(IsPartyTo, THING),
    st.builds(Joined, THING),
    st.builds(Joined, THING, st.sampled_from(("before", "after")), DAY),
    st.builds(
        Joined, THING, st.sampled_from(("before", "after")), st.none(), st.sampled_from(("UZB", "ots"))
    ),
    st.builds(Shares, COUNT, THING),
    st.builds(IsFirst, st.sampled_from(("join", "sign", "host")), THING),
)
OF_MEETINGS: st.SearchStrategy[Predicate] = st.one_of(
    st.builds(WasHeld, OR_NONE), st.builds(WasChaired, THING), st.builds(IsFirst, st.just("meet"), THING)
)
OF_INSTRUMENTS: st.SearchStrategy[Predicate] = st.one_of(
    st.builds(WasMade, st.sampled_from(("adopted", "signed", "approved")), OR_NONE),
    st.builds(WasProposed, THING, OR_NONE),
)
SAID = (
    st.tuples(PARTIES, OF_PARTIES, st.none() | PARTIES)
    | st.tuples(MEETINGS, OF_MEETINGS, st.none() | MEETINGS)
    | st.tuples(INSTRUMENTS, OF_INSTRUMENTS, st.none() | INSTRUMENTS)
)
KNOWN_AT = st.none() | st.integers(0, 99_999).map(str) | DAY
COUNTING = st.sampled_from(("preferred", "any", "official", "depositary"))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Draw a claim that makes sense as far as its form goes: its clocks are those that its predicate allows."""
    subjects, predicate, except_ = draw(SAID)
    claim = Claim(subjects, predicate, draw(QUANTIFIER), except_)
    on = draw(st.none() | (DATE if claim.is_dated else DAY))
    as_of = draw(st.none() | DAY) if claim.is_dated or on is None else None
    return replace(
        claim,
        on=on,
        as_of=as_of,
        known_at=draw(KNOWN_AT),
        reported_by=draw(st.none() | DAY),
        counting=draw(COUNTING),
    )
