"""Unknown stays unknown: what a record with holes says is never against the whole truth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kengesh.formats.claims.language.values import (
    Claim,
    IsFirst,
    IsStatus,
    Joined,
    Listed,
    Minus,
    OfStatus,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Shares,
    Union,
)
from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.verdict.judging import Reading, Verdict, judge_in
from kengesh.terms.dates import Truth
from tests.formats.claims.worlds import (
    ASKED,
    BODIES,
    DAYS,
    NUMBER,
    PARTIES,
    STATUSES,
    WORLDS,
    World,
    complete_list,
    complete_lists,
    day,
    denial,
    history,
    is_so,
    record_of,
)
from tests.mechanism.cast import Cast, act

BODY = st.sampled_from(BODIES)
PARTY = st.sampled_from(PARTIES)
SETS: st.SearchStrategy[Set] = st.recursive(
    st.one_of(
        st.builds(Listed, st.lists(PARTY, min_size=1, max_size=3, unique=True).map(tuple)),
        st.builds(OfStatus, st.sampled_from(("member", "observer")), BODY),
    ),
    lambda one: st.builds(Union, one, one) | st.builds(Minus, one, one),
    max_leaves=3,
)
ORDER = st.sampled_from(("before", "after"))
PREDICATES: st.SearchStrategy[Predicate] = st.one_of(
    st.builds(IsStatus, st.sampled_from(STATUSES), BODY),
    st.builds(Joined, BODY),
    st.builds(Joined, BODY, ORDER, st.integers(0, DAYS + 1).map(day)),
    st.builds(Joined, BODY, ORDER, st.none(), PARTY),
    st.builds(Shares, st.integers(1, 2), PARTY),
    st.builds(IsFirst, st.just("join"), BODY),
)
COUNTED = st.sampled_from((Quantity.EXACTLY, Quantity.AT_LEAST))
UNCOUNTED = st.sampled_from((Quantity.EVERY, Quantity.NO, Quantity.SOME, Quantity.ONLY))
QUANTIFIERS = st.builds(Quantifier, UNCOUNTED) | st.builds(Quantifier, COUNTED, st.integers(0, 4))
CLAIMS = st.builds(Claim, SETS, PREDICATES, QUANTIFIERS, st.none() | SETS)
KEPT = st.sets(st.sampled_from([(party, body) for party in PARTIES for body in BODIES]))
DENIED = st.sets(st.tuples(PARTY, BODY, NUMBER, st.sampled_from((None, *STATUSES))), max_size=4)
LISTED = st.sets(st.tuples(BODY, st.just(ASKED) | NUMBER), max_size=2)


def told(
    world: World,
    kept: Iterable[tuple[str, str]],
    denied: Iterable[tuple[str, str, int, str | None]] = (),
    listed: Iterable[tuple[str, int]] = (),
) -> list[dict[str, Any]]:
    """Return acts that tell some of a world: whole histories, denials, and complete lists of every status."""
    acts = [one for party, body in sorted(kept) for one in history(world, party, body)]
    denials = [denial(world, *one) for one in sorted(denied, key=str)]
    acts += [one for one in denials if one is not None]
    return acts + [one for body, number in sorted(listed) for one in complete_lists(world, body, number)]


def judged(cast: Cast, claim: Claim) -> Verdict:
    return judge_in(claim, cast.view(day(ASKED)))


def speaks_of_those_named(reading: Reading) -> bool:
    """Whether a yes is of those that the record names alone: every or no of a set from which things may be missing."""
    ways = (Quantity.EVERY, Quantity.NO)
    return any(part.open and part.quantifier.quantity in ways for part in reading.parts())


def check(world: World, cast: Cast, claim: Claim) -> None:
    """Check that neither reading is against the world."""
    for reading in judged(cast, claim).readings:
        so = is_so(world, claim, wide=reading.name == "wide")
        if reading.truth is Truth.NO:
            assert not so, (write_claim(claim), reading.name)
        if reading.truth is Truth.YES and not speaks_of_those_named(reading):
            assert so, (write_claim(claim), reading.name)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(WORLDS, KEPT, DENIED, st.lists(CLAIMS, min_size=1, max_size=6))
def test_where_no_list_is_complete_a_claim_is_never_denied_for_want_of_a_row(
    world: World,
    kept: set[tuple[str, str]],
    denied: set[tuple[str, str, int, str | None]],
    asked: list[Claim],
) -> None:
    cast = record_of(told(world, kept, denied))
    for claim in asked:
        check(world, cast, claim)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(WORLDS, KEPT, DENIED, LISTED, st.lists(CLAIMS, min_size=1, max_size=6))
def test_with_complete_lists_too_nothing_that_is_said_is_against_the_truth(
    world: World,
    kept: set[tuple[str, str]],
    denied: set[tuple[str, str, int, str | None]],
    listed: set[tuple[str, int]],
    asked: list[Claim],
) -> None:
    cast = record_of(told(world, kept, denied, listed))
    for claim in asked:
        check(world, cast, claim)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(WORLDS, st.lists(CLAIMS, min_size=1, max_size=6))
def test_a_record_of_everything_with_its_lists_says_of_statuses_what_is_so(
    world: World, asked: list[Claim]
) -> None:
    every = [(party, body) for party in PARTIES for body in BODIES]
    cast = record_of(told(world, every, (), [(body, ASKED) for body in BODIES]))
    for claim in asked:
        if isinstance(claim.predicate, IsStatus):
            for reading in judged(cast, claim).readings:
                so = is_so(world, claim, wide=reading.name == "wide")
                assert reading.truth is Truth.of(so), (write_claim(claim), reading.name)
        else:
            check(world, cast, claim)


@settings(derandomize=True, deadline=None, max_examples=80)
@given(WORLDS, KEPT, KEPT, DENIED, LISTED, CLAIMS)
def test_more_acts_never_turn_a_no_into_a_yes_nor_a_yes_that_is_not_of_those_named_alone_into_a_no(
    world: World,
    kept: set[tuple[str, str]],
    more: set[tuple[str, str]],
    denied: set[tuple[str, str, int, str | None]],
    listed: set[tuple[str, int]],
    claim: Claim,
) -> None:
    assume(more - kept)
    fewer = judged(record_of(told(world, kept)), claim)
    later = judged(record_of(told(world, kept | more, denied, listed)), claim)
    for before, after in zip(fewer.readings, later.readings, strict=True):
        if before.truth is Truth.NO or not speaks_of_those_named(before):
            assert {before.truth, after.truth} != {Truth.YES, Truth.NO}, write_claim(claim)


def test_a_list_of_several_statuses_does_not_say_which_of_them_a_party_has() -> None:
    world = World({("KAZ", "council"): ((1, "member"),)})
    cast = record_of([complete_list(world, "council", ASKED, ["member", "observer"])])
    narrow, wide = judged(cast, Claim(Listed(("KAZ",)), IsStatus("member", "council"))).readings
    assert (narrow.truth, wide.truth) == (Truth.NOT_KNOWN, Truth.YES)
    others = judged(cast, Claim(Listed(("KGZ",)), IsStatus("member", "council"))).readings
    assert [one.truth for one in others] == [Truth.NO, Truth.NO]


def test_a_status_lasts_until_an_act_ends_it_so_that_a_change_left_out_makes_a_no_of_its_own() -> None:
    world = World({("KAZ", "council"): ((1, "observer"), (3, "member"))})
    member = Claim(Listed(("KAZ",)), IsStatus("member", "council"))
    begun, changed = told(world, world.turns)
    assert judged(record_of([begun, changed]), member).truth is Truth.YES
    assert judged(record_of([begun]), member).truth is Truth.NO
    assert judged(record_of([changed]), member).truth is Truth.YES
    assert judged(record_of([]), member).truth is Truth.NOT_KNOWN


def test_the_first_to_join_is_known_where_the_body_was_established_on_that_day() -> None:
    world = World({("KAZ", "council"): ((2, "member"),), ("KGZ", "council"): ((3, "member"),)})
    established = act("establish", body="council", on=day(2), sources=[{"source": "gazette"}])
    cast = record_of([*told(world, world.turns), established])
    first = Claim(Listed(("KAZ",)), IsFirst("join", "council"))
    assert judged(cast, first).truth is Truth.YES
    assert judged(cast, Claim(Listed(("KGZ",)), first.predicate)).truth is Truth.NO
    without = record_of(told(world, world.turns))
    assert judged(without, first).truth is Truth.NOT_KNOWN
