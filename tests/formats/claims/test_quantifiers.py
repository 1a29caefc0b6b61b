"""How many of a set: compared with every way of filling in what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, product

import pytest

from kengesh.formats.claims.language.values import Claim, IsStatus, Listed, OfStatus, Quantifier, Quantity
from kengesh.formats.claims.verdict.at_once import answer_at_once
from kengesh.formats.claims.verdict.found import found
from kengesh.formats.claims.verdict.judging import Judged
from kengesh.formats.claims.verdict.whole import Element, whole
from kengesh.terms.dates import Truth
from tests.formats.claims.worlds import record_of
from tests.mechanism.cast import Cast, begin, deny, whole_list

YES, NO, NOT_KNOWN = Truth.YES, Truth.NO, Truth.NOT_KNOWN
COUNTED = [Quantifier(one, count) for one in (Quantity.EXACTLY, Quantity.AT_LEAST) for count in range(4)]
QUANTIFIERS = [Quantifier(one) for one in (Quantity.EVERY, Quantity.NO, Quantity.SOME)] + COUNTED
ELEMENTS = list(
    product((YES, NOT_KNOWN), (YES, NO, NOT_KNOWN))
)  # in the set or perhaps; so, not so or not known
HIDDEN = 4  # of a set from which things may be missing


def completions(elements: Sequence[tuple[Truth, Truth]]) -> Iterator[list[bool]]:
    """Yield of every way of filling in what is not known, for each thing that is in the set, whether it is so of it."""
    choices = [
        [
            (inside, so)
            for inside in ((True, False) if known is NOT_KNOWN else (True,))
            for so in ((True, False) if truth is NOT_KNOWN else (truth is YES,))
        ]
        for known, truth in elements
    ]
    for chosen in product(*choices):
        yield [so for inside, so in chosen if inside]


def is_so(quantifier: Quantifier, so: Sequence[bool]) -> bool:
    """Say what a quantifier says of a set of which everything is known."""
    match quantifier.quantity:
        case Quantity.EVERY:
            return all(so)
        case Quantity.NO:
            return not any(so)
        case Quantity.SOME:
            return any(so)
        case Quantity.EXACTLY:
            return sum(so) == quantifier.count
        case Quantity.AT_LEAST:
            return sum(so) >= (quantifier.count or 0)
    raise ValueError(quantifier)


def together(answers: set[bool]) -> Truth:
    return Truth.of(answers.pop()) if len(answers) == 1 else NOT_KNOWN


def made(elements: Sequence[tuple[Truth, Truth]]) -> list[Element]:
    return [
        Element(found(str(place), inside), found(str(place), truth))
        for place, (inside, truth) in enumerate(elements)
    ]


SMALL = [one for size in range(4) for one in combinations_with_replacement(ELEMENTS, size)]


@pytest.mark.parametrize("quantifier", QUANTIFIERS, ids=str)
def test_of_a_closed_set_the_answer_is_what_every_filling_in_gives(quantifier: Quantifier) -> None:
    for elements in SMALL:
        expected = together({is_so(quantifier, so) for so in completions(elements)})
        assert whole(quantifier, made(elements), closed=True) is expected, elements


@pytest.mark.parametrize(
    "quantifier", [one for one in QUANTIFIERS if one.quantity not in (Quantity.EVERY, Quantity.NO)], ids=str
)
def test_of_an_open_set_the_answer_is_what_every_filling_in_gives_whoever_may_be_missing(
    quantifier: Quantifier,
) -> None:
    missing = [list(one) for size in range(HIDDEN + 1) for one in product((True, False), repeat=size)]
    for elements in SMALL:
        answers = {is_so(quantifier, [*so, *more]) for so in completions(elements) for more in missing}
        assert whole(quantifier, made(elements), closed=False) is together(answers), elements


@pytest.mark.parametrize("quantifier", [Quantifier(Quantity.EVERY), Quantifier(Quantity.NO)], ids=str)
def test_every_and_no_speak_of_those_that_the_record_names_and_are_not_known_where_it_names_none(
    quantifier: Quantifier,
) -> None:
    for elements in SMALL:
        expected = (
            together({is_so(quantifier, so) for so in completions(elements)}) if elements else NOT_KNOWN
        )
        assert whole(quantifier, made(elements), closed=False) is expected, elements


FACTS = ("nothing", "member", "observer", "denied")
COUNCIL = ("KAZ", "KGZ", "TJK")


def council_of(facts: Sequence[str], listed: bool) -> Cast:
    """A council of which of every party one thing is known, and perhaps a list of all its members and observers."""
    known = dict(zip(COUNCIL, facts, strict=True))
    acts = [
        begin(party, fact, "2020-01-01") for party, fact in known.items() if fact in ("member", "observer")
    ]
    acts += [deny(party, "2021-01-01") for party, fact in known.items() if fact == "denied"]
    if listed:
        for status in ("member", "observer"):
            named = [party for party, fact in known.items() if fact == status]
            acts.append(whole_list("2021-01-01", named, status))
    return record_of(acts)


@pytest.mark.parametrize("listed", [False, True], ids=["open", "closed"])
def test_the_answer_for_a_whole_set_at_once_is_that_of_looking_at_each(listed: bool) -> None:
    sets = [
        Listed(("KAZ",)),
        Listed(("KAZ", "KGZ")),
        Listed(("KAZ", "UZB")),
        Listed(("UZB",)),
        OfStatus("member", "council"),
        OfStatus("observer", "council"),
        OfStatus("member", "forum"),
    ]
    predicates = [IsStatus("member", "council"), IsStatus("observer", "council"), IsStatus("member", "forum")]
    for facts in product(FACTS, repeat=3):
        view = council_of(facts, listed).view("2021-01-01")
        for subjects, predicate, quantifier in product(sets, predicates, QUANTIFIERS):
            claim = Claim(subjects, predicate, quantifier)
            for wide in (False, True):
                judged = Judged(claim, view, wide=wide)
                at_once = answer_at_once(claim, view, wide=wide)
                by_each = whole(quantifier, judged.elements, closed=judged.open is False)
                assert at_once in (None, by_each), (facts, claim, wide)


def test_a_party_that_no_act_names_is_not_in_a_list_that_is_complete() -> None:
    view = council_of(("member", "observer", "nothing"), listed=True).view("2021-01-01")
    member = IsStatus("member", "council")
    assert Judged(Claim(Listed(("USA",)), member), view, wide=False).truth is NO
    assert Judged(Claim(Listed(("USA",)), member, Quantifier(Quantity.NO)), view, wide=False).truth is YES
    later = council_of(("member", "observer", "nothing"), listed=True).view("2021-01-02")
    assert Judged(Claim(Listed(("USA",)), member), later, wide=False).truth is NOT_KNOWN
