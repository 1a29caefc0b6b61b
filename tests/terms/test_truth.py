"""Three-valued logic: every case, and what is known already is never overturned by what is learnt later."""

from __future__ import annotations

from itertools import product

import pytest

from kengesh.terms.truth import Truth, all_of, any_of

YES, NO, NOT_KNOWN = Truth.YES, Truth.NO, Truth.NOT_KNOWN
BOTH = {
    (YES, YES): YES,
    (YES, NO): NO,
    (YES, NOT_KNOWN): NOT_KNOWN,
    (NO, YES): NO,
    (NO, NO): NO,
    (NO, NOT_KNOWN): NO,
    (NOT_KNOWN, YES): NOT_KNOWN,
    (NOT_KNOWN, NO): NO,
    (NOT_KNOWN, NOT_KNOWN): NOT_KNOWN,
}
PAIRS = list(product(Truth, repeat=2))


def could_be(answer: Truth) -> tuple[Truth, ...]:
    return (YES, NO) if answer is NOT_KNOWN else (answer,)


@pytest.mark.parametrize("pair", PAIRS)
def test_both_follows_the_table_of_kleene(pair):
    one, two = pair
    assert one.and_(two) is BOTH[pair]


@pytest.mark.parametrize("pair", PAIRS)
def test_either_is_the_contrary_of_neither(pair):
    one, two = pair
    assert one.or_(two) is one.not_().and_(two.not_()).not_()


def test_the_contrary_of_not_known_is_not_known():
    assert [one.not_() for one in (YES, NO, NOT_KNOWN)] == [NO, YES, NOT_KNOWN]


@pytest.mark.parametrize("pair", PAIRS)
def test_an_answer_is_given_exactly_when_every_way_it_could_turn_out_agrees(pair):
    one, two = pair
    for combine in (Truth.and_, Truth.or_):
        outcomes = {combine(a, b) for a in could_be(one) for b in could_be(two)}
        assert combine(one, two) is (outcomes.pop() if len(outcomes) == 1 else NOT_KNOWN)


@pytest.mark.parametrize("answers", [each for n in range(4) for each in product(Truth, repeat=n)])
def test_all_and_any_are_the_same_logic_over_many(answers):
    every, some = YES, NO
    for answer in answers:
        every, some = every.and_(answer), some.or_(answer)
    assert (all_of(answers), any_of(answers)) == (every, some)


def test_the_answers_are_written_as_three_words():
    assert [one.value for one in (YES, NO, NOT_KNOWN)] == ["yes", "no", "not-known"]
    assert (Truth.of(True), Truth.of(False)) == (YES, NO)


@pytest.mark.parametrize("answer", list(Truth))
def test_an_answer_cannot_be_mistaken_for_true_or_false(answer):
    with pytest.raises(TypeError, match="three values"):
        bool(answer)
