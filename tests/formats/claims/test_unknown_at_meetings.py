"""Unknown stays unknown for meetings and texts: who came, who was invited, who signed, what was made where."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.formats.claims.language.values import (
    Attended,
    AttendeesOf,
    Claim,
    IsFirst,
    IsPartyTo,
    Listed,
    MeetingsOf,
    Minus,
    ParticipantsOf,
    PartiesTo,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Signed,
    TookPart,
    Union,
    WasInvited,
    WasMade,
)
from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.verdict.judging import Reading, judge_in
from kengesh.terms.dates import Truth
from tests.formats.claims.courses import (
    ASKED,
    CAPACITIES,
    COURSES,
    NUMBERS,
    PARTIES,
    TEXTS,
    VERBS,
    Course,
    acts_of,
    is_so,
    meeting,
)
from tests.formats.claims.worlds import record_of
from tests.mechanism.cast import Cast

MEETING = st.sampled_from(NUMBERS).map(meeting)
TEXT = st.sampled_from(TEXTS)
COUNTED = st.builds(Quantifier, st.sampled_from((Quantity.EXACTLY, Quantity.AT_LEAST)), st.integers(0, 4))
OBJECTS = st.builds(Quantifier, st.sampled_from((Quantity.EVERY, Quantity.NO, Quantity.SOME))) | COUNTED
HOW_MANY = OBJECTS | st.just(Quantifier(Quantity.ONLY))


def some_of(values: tuple[str, ...]) -> st.SearchStrategy[Set]:
    return st.builds(
        Listed, st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(tuple)
    )


PARTY_SETS: st.SearchStrategy[Set] = st.recursive(
    st.one_of(
        some_of(PARTIES),
        st.builds(AttendeesOf, MEETING),
        st.builds(ParticipantsOf, MEETING),
        st.builds(PartiesTo, st.sampled_from(("signatories", "parties")), TEXT),
    ),
    lambda one: st.builds(Union, one, one) | st.builds(Minus, one, one),
    max_leaves=3,
)
MEETING_SETS = some_of(tuple(map(meeting, NUMBERS))) | st.builds(
    MeetingsOf, st.just("council"), st.none() | st.integers(1, 4)
)
CAPACITY = st.none() | st.sampled_from(CAPACITIES)
OF_PARTIES: st.SearchStrategy[Predicate] = st.one_of(
    st.builds(TookPart, MEETING_SETS, OBJECTS),
    st.builds(Attended, MEETING_SETS, CAPACITY, OBJECTS),
    st.builds(WasInvited, MEETING_SETS, CAPACITY, OBJECTS),
    st.builds(Signed, st.sampled_from(("signed", "ratified")), some_of(TEXTS), OBJECTS),
    st.builds(IsPartyTo, TEXT),
    st.builds(IsFirst, st.just("sign"), TEXT),
)
MADE = st.builds(WasMade, st.sampled_from(tuple(VERBS.values())), st.none() | MEETING)
CLAIMS = st.builds(Claim, PARTY_SETS, OF_PARTIES, HOW_MANY, st.none() | PARTY_SETS) | st.builds(
    Claim, some_of(TEXTS), MADE, HOW_MANY
)


def speaks_of_those_named(reading: Reading) -> bool:
    """Whether a yes is of those that the record names alone: every or no of a set from which things may be missing."""
    ways = (Quantity.EVERY, Quantity.NO)
    return any(part.open and part.quantifier.quantity in ways for part in reading.parts())


def check(course: Course, cast: Cast, claim: Claim) -> None:
    for reading in judge_in(claim, cast.view(ASKED)).readings:
        so = is_so(course, claim, reading.name == "wide")
        if reading.truth is Truth.NO:
            assert not so, (write_claim(claim), reading.name)
        if reading.truth is Truth.YES and not speaks_of_those_named(reading):
            assert so, (write_claim(claim), reading.name)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(COURSES, st.randoms(use_true_random=False), st.lists(CLAIMS, min_size=1, max_size=8))
def test_a_claim_about_meetings_and_texts_is_never_denied_for_want_of_a_row(
    course: Course, kept: Any, asked: list[Claim]
) -> None:
    cast = record_of(acts_of(course, lambda _what: kept.random() < 0.5))
    for claim in asked:
        check(course, cast, claim)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(COURSES, st.lists(CLAIMS, min_size=1, max_size=8))
def test_a_full_record_of_meetings_and_texts_is_never_against_what_happened(
    course: Course, asked: list[Claim]
) -> None:
    cast = record_of(acts_of(course, lambda _what: True))
    for claim in asked:
        check(course, cast, claim)
