"""What a view sees: nothing entered later, nothing withdrawn or replaced; several ids of one thing as one."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.mechanism.view import View
from tests.mechanism.cast import (
    BECAUSE,
    GAZETTE,
    Cast,
    act,
    begin,
    correct,
    council,
    end,
    prefer,
    since,
    withdraw,
)

DAY = "2020-01-01"
LATER = "2031-01-01"


# Correcting and withdrawing


def test_a_correction_takes_the_place_of_an_act_and_the_size_before_it_shows_the_first() -> None:
    cast = council()
    wrong = cast.enter(begin("KAZ", "member", "2018-03-16"))
    before = cast.size
    right = begin("KAZ", "member", "2018-03-15")
    by = cast.enter(right)
    cast.enter(correct(wrong, by))
    assert since(cast, "KAZ") == "2018-03-15"
    assert since(cast, "KAZ", size=before) == "2018-03-16"
    assert not cast.disputed("KAZ", LATER)


def test_an_act_and_its_correction_may_stand_in_one_entry_in_either_order() -> None:
    cast = council()
    wrong = cast.enter(begin("KAZ", "member", "2018-03-16"))
    right = begin("KAZ", "member", "2018-03-15")
    other = council()
    by = other.enter(right)
    cast.enter(correct(wrong, by), right)
    assert since(cast, "KAZ") == "2018-03-15"


def test_a_correction_by_an_act_that_is_not_there_yet_changes_nothing() -> None:
    cast = council()
    wrong = cast.enter(begin("KAZ", "member", "2018-03-16"))
    cast.enter(correct(wrong, "0" * 64))
    cast.enter(correct(wrong, "no id at all"))
    assert since(cast, "KAZ") == "2018-03-16"


def test_a_correction_of_a_correction_holds_and_what_found_the_first_finds_the_last() -> None:
    cast = council()
    first = cast.enter(begin("KAZ", "member", "2018-03-14"))
    second = cast.enter(begin("KAZ", "member", "2018-03-16"))
    cast.enter(correct(first, second))
    middle = cast.size
    third = cast.enter(begin("KAZ", "member", "2018-03-15"))
    cast.enter(correct(second, third))
    assert since(cast, "KAZ") == "2018-03-15"
    assert since(cast, "KAZ", size=middle) == "2018-03-16"
    found = cast.view().find(first)
    assert found is not None and found.id == third
    assert list(found.lineage) == [third, second, first]


def test_a_correction_back_to_the_first_act_makes_it_hold_again() -> None:
    cast = council()
    first = cast.enter(begin("KAZ", "member", "2018-03-15"))
    second = cast.enter(begin("KAZ", "member", "2018-03-16"))
    cast.enter(correct(first, second))
    middle = cast.size
    cast.enter(correct(second, first))
    assert since(cast, "KAZ", size=middle) == "2018-03-16"
    assert since(cast, "KAZ") == "2018-03-15"
    cast.enter(correct(first, second, note=BECAUSE))
    assert since(cast, "KAZ") == "2018-03-16"
    assert not cast.disputed("KAZ", LATER)


def test_a_withdrawn_act_no_longer_counts_and_a_withdrawn_withdrawal_neither() -> None:
    cast = council()
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15"))
    gone = cast.enter(withdraw(kaz))
    sizes = [cast.size]
    back = cast.enter(withdraw(gone))
    sizes.append(cast.size)
    cast.enter(withdraw(back))
    assert cast.status("KAZ", DAY, size=sizes[0]) == "not-known"
    assert cast.status("KAZ", DAY, size=sizes[1]) == "member"
    assert cast.status("KAZ", DAY) == "not-known"


def test_a_withdrawn_correction_lets_the_first_act_hold_again() -> None:
    cast = council()
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15"))
    observer = cast.enter(begin("KAZ", "observer", "2018-03-15"))
    wrong = cast.enter(correct(kaz, observer))
    assert cast.status("KAZ", DAY) == "observer"
    cast.enter(withdraw(wrong))
    cast.enter(withdraw(observer))
    assert cast.status("KAZ", DAY) == "member"


def test_an_act_withdrawn_after_its_correction_does_not_come_back() -> None:
    cast = council()
    first = cast.enter(begin("KAZ", "member", "2018-03-15"))
    second = cast.enter(begin("KAZ", "member", "2018-03-16"))
    cast.enter(correct(first, second))
    cast.enter(withdraw(second))
    assert cast.status("KAZ", DAY) == "not-known"
    assert cast.view().find(first) is None


def test_an_act_corrected_into_the_preference_that_rests_on_it_does_not_lead_in_a_circle() -> None:
    cast = council()
    first = cast.enter(begin("KAZ", "member", "2018-03-01"))
    second = cast.enter(begin("KAZ", "member", "2018-03-19"))
    preference = cast.enter(prefer([second], [first]))
    cast.enter(begin("KAZ", "member", "2018-03-21"))
    cast.enter(correct(second, preference))
    assert len(cast.ask("disputes")["answer"]) == 1


# Earlier sizes


STEPS = st.lists(
    st.tuples(st.sampled_from(["begin", "withdraw", "correct", "prefer"]), st.integers(0, 99)), max_size=10
)


@settings(deadline=None, max_examples=20)
@given(STEPS)
def test_what_a_size_of_the_log_answers_never_changes(steps: list[tuple[str, int]]) -> None:
    cast = council()
    ids = [cast.enter(begin("KAZ", "member", "2018-03-01"))]
    answers = {}
    for number, (step, choice) in enumerate(steps):
        one, other = ids[choice % len(ids)], ids[choice // 7 % len(ids)]
        what = {"en": {"text": str(number), "by": "ours"}}
        made = {
            "begin": begin(
                "KAZ", ["member", "observer"][choice % 2], f"2018-03-{choice % 28 + 1:02}", note=what
            ),
            "withdraw": withdraw(one, note=what),
            "correct": correct(one, other, note=what),
            "prefer": prefer([one], [other], note=what),
        }[step]
        ids.append(cast.enter(made))
        answers[cast.size] = cast.ask("status", "KAZ", "council", on=DAY), cast.ask("disputes")
    for size, then in answers.items():
        asked = (cast.ask("status", "KAZ", "council", on=DAY, size=size), cast.ask("disputes", size=size))
        prefix = Cast()
        prefix.notes = cast.notes[:size]
        prefix.state.fold(prefix.notes)
        assert asked == then == (prefix.ask("status", "KAZ", "council", on=DAY), prefix.ask("disputes"))


# Joined ids


def join(*things: str) -> dict[str, Any]:
    return act("join-ids", things=list(things), because=BECAUSE, sources=GAZETTE)


def test_joined_ids_name_one_thing_shown_by_the_first_and_before_the_join_they_did_not() -> None:
    cast = council()
    cast.enter(begin("kazakhstan", "member", "2018-03-15"))
    before = cast.size
    cast.enter(join("KAZ", "kazakhstan"))
    assert [row["party"] for row in cast.ask("members", "council", on=DAY)["answer"]] == ["KAZ"]
    assert cast.status("KAZ", DAY) == cast.status("kazakhstan", DAY) == "member"
    assert cast.status("KAZ", DAY, size=before) == "not-known"


def shown(view: View, *things: str) -> list[list[str]]:
    return [list(view.joined(thing)) for thing in things]


def test_ids_joined_one_after_another_all_name_one_thing() -> None:
    cast = council()
    for one in (join("a", "b"), join("b", "c"), join("d", "e"), join("e", "c")):
        cast.enter(one)
    assert shown(cast.view(), *"abcde") == [["d", "e", "a", "b", "c"]] * 5
    assert shown(cast.view(size=cast.size - 1), *"abcde") == [["a", "b", "c"]] * 3 + [["d", "e"]] * 2


def test_a_later_join_of_the_same_ids_says_which_is_shown_and_a_withdrawn_one_parts_them() -> None:
    cast = council()
    cast.enter(join("a", "b"))
    later = cast.enter(join("b", "a"))
    assert shown(cast.view(), "a", "b") == [["b", "a"]] * 2
    cast.enter(withdraw(later))
    assert shown(cast.view(), "a", "b") == [["a", "b"]] * 2


def test_no_day_changes_what_is_live() -> None:
    cast = council()
    kaz = cast.enter(begin("KAZ", "member", "2018-03-15"))
    cast.enter(end("KAZ", "2019-01-01"))
    view = cast.view("2018-01-01")
    assert view.find(kaz) is view.asked_of(date(2030, 1, 1)).find(kaz)
