"""What is said holds in every world that the acts allow, of all that there are; and of named parties no more is left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest

from kengesh.formats.claims.language.values import (
    Claim,
    IsStatus,
    Listed,
    Minus,
    OfStatus,
    Quantifier,
    Quantity,
    Set,
    Union,
)
from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.verdict.judging import Reading, judge_in
from kengesh.terms.dates import Truth
from tests.formats.claims.worlds import PARTIES, World, day, is_so, record_of
from tests.mechanism.cast import Cast, begin, deny, whole_list

TODAY = 1
NAMED = PARTIES[:2]  # of whom something may be known; of the others the record never hears
FACTS = ("nothing", "member", "observer", "none", "no member")
STATUSES = (None, "member", "observer")
MEMBER, OBSERVER = IsStatus("member", "council"), IsStatus("observer", "council")
MEMBERS, OBSERVERS = OfStatus("member", "council"), OfStatus("observer", "council")
SETS: list[Set] = [
    Listed(("KAZ",)),
    Listed(("KAZ", "KGZ")),
    Listed(("KGZ", "TJK")),
    MEMBERS,
    OBSERVERS,
    Union(MEMBERS, Listed(("TJK",))),
    Minus(MEMBERS, Listed(("KAZ",))),
    Minus(Listed(("KAZ", "KGZ", "TJK")), OBSERVERS),
]
QUANTIFIERS = [
    *(Quantifier(one) for one in (Quantity.EVERY, Quantity.NO, Quantity.SOME, Quantity.ONLY)),
    *(Quantifier(one, count) for one in (Quantity.EXACTLY, Quantity.AT_LEAST) for count in (0, 1, 2)),
]
CLAIMS = [
    *(Claim(*one) for one in product(SETS, (MEMBER, OBSERVER), QUANTIFIERS)),
    *(
        Claim(subjects, MEMBER, Quantifier(how), except_)
        for subjects, how, except_ in product(
            SETS[1:5], (Quantity.EVERY, Quantity.NO), (Listed(("KGZ",)), OBSERVERS)
        )
    ),
]


def record(facts: Sequence[str], members: Sequence[str] | None) -> Cast:
    """Return a record of one fact of each named party; with a list, that of all members of the day."""
    acts = []
    for party, fact in zip(NAMED, facts, strict=True):
        if fact in ("member", "observer"):
            acts.append(begin(party, fact, day(TODAY)))
        elif fact != "nothing":
            acts.append(deny(party, day(TODAY), **({"status": "member"} if fact == "no member" else {})))
    if members is not None:
        acts.append(whole_list(day(TODAY), members, "member"))
    return record_of(acts)


def allowed(facts: Sequence[str], members: Sequence[str] | None) -> Iterator[World]:
    """Yield every world that such a record allows."""
    allowing = {"nothing": STATUSES, "none": (None,), "no member": (None, "observer")}
    choices = [allowing.get(fact, (fact,)) for fact in facts]
    choices += [STATUSES] * (len(PARTIES) - len(NAMED))
    for statuses in product(*choices):
        has = dict(zip(PARTIES, statuses, strict=True))
        if members is None or [party for party in PARTIES if has[party] == "member"] == list(members):
            turns = {(party, "council"): ((TODAY, status),) for party, status in has.items() if status}
            yield World(turns)


def speaks_of_those_named(reading: Reading) -> bool:
    ways = (Quantity.EVERY, Quantity.NO)
    return any(part.open and part.quantifier.quantity in ways for part in reading.parts())


LISTS = (None, (), ("KAZ",), ("KAZ", "KGZ"))


@pytest.mark.parametrize("name", ["narrow", "wide", "one"])
@pytest.mark.parametrize("members", LISTS, ids=str)
def test_a_yes_and_a_no_hold_in_every_world_that_the_acts_allow(
    members: Sequence[str] | None, name: str
) -> None:
    for facts in product(FACTS, repeat=len(NAMED)):
        worlds = list(allowed(facts, members))
        if not worlds:
            continue
        view = record(facts, members).view(day(TODAY))
        for claim in CLAIMS:
            for reading in judge_in(claim, view).readings:
                if reading.name != name:
                    continue
                wide = reading.name == "wide"
                answers = {is_so(world, claim, wide=wide) for world in worlds}
                said = (facts, write_claim(claim), reading.name)
                if reading.truth is Truth.NO:
                    assert answers == {False}, said
                if reading.truth is Truth.YES and not speaks_of_those_named(reading):
                    assert answers == {True}, said


def test_of_parties_named_one_by_one_nothing_is_left_open_that_the_acts_settle() -> None:
    for facts in product(FACTS, repeat=len(NAMED)):
        worlds = list(allowed(facts, None))
        view = record(facts, None).view(day(TODAY))
        for subjects, quantifier in product((Listed(("KAZ",)), Listed(NAMED)), QUANTIFIERS):
            if quantifier.quantity is Quantity.ONLY:
                continue
            claim = Claim(subjects, MEMBER, quantifier)
            narrow = judge_in(claim, view).readings[0]
            answers = {is_so(world, claim) for world in worlds}
            expected = Truth.of(answers.pop()) if len(answers) == 1 else Truth.NOT_KNOWN
            assert narrow.truth is expected, (facts, write_claim(claim))
