"""Where sources differ: what is a dispute, what settles it, what may be said all the same."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.disputes import is_disputed, settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View
from tests.mechanism.cast import BECAUSE, GAZETTE, Cast, act, correct, council, prefer, withdraw


def hold(on: str, **more: Any) -> dict[str, Any]:
    return act("hold", meeting="council/7", on=on, **{"sources": GAZETTE, **more})


def live(view: View, ids: list[str]) -> list[LiveAct]:
    return [one for one in map(view.find, ids) if one is not None]


def day_of(cast: Cast, ids: list[str]) -> tuple[str | None, bool, bool]:
    found = settle(live(cast.view(), ids), "on")
    return found.value, found.disputed, found.open


def contradict(*acts: str) -> dict[str, Any]:
    return act("contradict", dispute="dispute/day", question=BECAUSE, about=["council/7"], acts=list(acts))


def test_two_sources_that_agree_are_no_dispute() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-16")), cast.enter(hold("2025-11-16", note=BECAUSE))]
    assert day_of(cast, ids) == ("2025-11-16", False, False)
    assert not cast.ask("disputes")["answer"]


def test_two_sources_that_differ_on_a_field_with_one_true_value_are_a_dispute_by_themselves() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-16")), cast.enter(hold("2025-11-15"))]
    assert day_of(cast, ids) == (None, True, True)
    (row,) = cast.ask("disputes")["answer"]
    assert [side["id"] for side in row["sides"]] == ids
    assert (row["settled"], [side["preferred"] for side in row["sides"]]) == (False, [None, None])


def test_a_source_that_leaves_a_field_out_contradicts_nobody() -> None:
    cast = council()
    cast.enter_each([hold("2025-11-16", place="tashkent"), hold("2025-11-16", number=7)])
    (row,) = cast.ask("meetings")["answer"]
    assert (row["place"], row["number"], row["disputed"]) == ("tashkent", 7, False)


def test_fields_that_may_have_several_true_values_are_no_dispute() -> None:
    cast = council()
    cast.enter_each([hold("2025-11-16", host="UZB"), hold("2025-11-16", host="KAZ")])
    assert not cast.ask("disputes")["answer"]


@pytest.mark.parametrize("other", ["2025-11", "2025", "[2025-11-15..2025-11-17]", "2025-11-16?"])
def test_a_date_that_is_only_less_precise_is_no_dispute_and_the_most_precise_is_told(other: str) -> None:
    for order in ([other, "2025-11-16"], ["2025-11-16", other]):
        cast = council()
        ids = [cast.enter(hold(on)) for on in order]
        value, disputed, open_ = day_of(cast, ids)
        assert (disputed, open_) == (False, False)
        assert value in ("2025-11-16", other) if other.endswith("?") else value == "2025-11-16"


def test_three_dates_of_which_two_do_not_fit_leave_the_day_not_known() -> None:
    cast = council()
    ids = [cast.enter(hold(on)) for on in ("2025-11", "2025-11-15", "2025-11-16")]
    assert day_of(cast, ids) == (None, True, True)


def test_a_preference_is_the_answer_flagged_as_disputed_with_its_reason() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-15")), cast.enter(hold("2025-11-16"))]
    before = cast.size
    cast.enter(prefer([ids[1]], [ids[0]]))
    assert day_of(cast, ids) == ("2025-11-16", True, False)
    (row,) = cast.ask("disputes")["answer"]
    assert (row["settled"], row["because"]) == (True, [BECAUSE])
    assert [side["preferred"] for side in row["sides"]] == [False, True]
    assert settle(live(cast.view(size=before), ids), "on").open


def test_a_later_preference_the_other_way_round_wins_and_its_withdrawal_undoes_it() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-15")), cast.enter(hold("2025-11-16"))]
    cast.enter(prefer([ids[0]], [ids[1]]))
    later = cast.enter(prefer([ids[1]], [ids[0]]))
    assert day_of(cast, ids)[0] == "2025-11-16"
    cast.enter(withdraw(later))
    assert day_of(cast, ids)[0] == "2025-11-15"


def test_a_preference_whose_own_act_was_withdrawn_decides_nothing() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-15")), cast.enter(hold("2025-11-16"))]
    cast.enter(prefer([ids[0]], [ids[1]]))
    cast.enter(withdraw(ids[0]))
    assert day_of(cast, ids)[0] == "2025-11-16"


def test_a_preference_holds_of_the_acts_that_took_the_place_of_those_it_names() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-15")), cast.enter(hold("2025-11-16"))]
    cast.enter(prefer([ids[1]], [ids[0]]))
    better = cast.enter(hold("2025-11-15", place="samarkand"))
    cast.enter(correct(ids[0], better))
    assert day_of(cast, ids) == ("2025-11-16", True, False)


def test_a_preference_over_none_lets_all_stand_and_tells_the_first_of_them() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-15")), cast.enter(hold("2025-11-16"))]
    cast.enter(prefer([ids[1], ids[0]], []))
    assert day_of(cast, ids) == ("2025-11-16", True, False)
    assert not any(one.is_rejected or one.is_taken for one in live(cast.view(), ids))


def test_where_every_side_is_rejected_nothing_is_told() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-15")), cast.enter(hold("2025-11-16")), cast.enter(hold("2025-11-17"))]
    cast.enter(prefer([ids[2]], ids[:2]))
    assert day_of(cast, ids[:2]) == (None, True, False)


def test_a_stated_dispute_flags_its_sides_makes_no_choice_and_is_told_once() -> None:
    cast = council()
    ids = [cast.enter(hold("2025-11-15")), cast.enter(hold("2025-11-16"))]
    cast.enter(contradict(*ids))
    assert all(is_disputed(one) for one in live(cast.view(), ids))
    (row,) = cast.ask("disputes")["answer"]
    assert (row["id"], row["settled"], row["about"]) == ("dispute/day", False, ["council/7"])
    cast.enter(prefer([ids[0]], [ids[1]], dispute="dispute/day"))
    (row,) = cast.ask("disputes")["answer"]
    assert (row["settled"], row["because"]) == (True, [BECAUSE])
    assert cast.ask("disputes", "council/8")["answer"] == []


def test_acts_of_different_kinds_disagree_only_when_somebody_says_so() -> None:
    cast = council()
    signed = cast.enter(act("sign", instrument="concept", on="2025-11-16", sources=GAZETTE))
    adopted = cast.enter(act("adopt", instrument="concept", on="2025-11-17", sources=GAZETTE))
    assert not any(is_disputed(one) for one in live(cast.view(), [signed, adopted]))
    cast.enter(contradict(signed, adopted))
    assert all(is_disputed(one) for one in live(cast.view(), [signed, adopted]))


def test_signatures_of_different_parties_on_different_days_are_no_dispute() -> None:
    cast = council()
    for parties, on in ((["KAZ", "UZB"], "2022-07-21"), (["TJK"], "2025-08-28")):
        cast.enter(act("sign", instrument="treaty", parties=parties, on=on, sources=GAZETTE))
    assert not cast.ask("disputes")["answer"]
    cast.enter(act("sign", instrument="treaty", parties=["UZB", "KAZ"], on="2022-07-22", sources=GAZETTE))
    assert len(cast.ask("disputes")["answer"]) == 1


def test_two_ids_of_one_place_are_one_value() -> None:
    cast = council()
    cast.enter_each([hold("2018-03-15", place="astana"), hold("2018-03-15", place="nur-sultan")])
    before = cast.size
    cast.enter(act("join-ids", things=["astana", "nur-sultan"], because=BECAUSE, sources=GAZETTE))
    assert len(cast.ask("disputes", size=before)["answer"]) == 1
    assert not cast.ask("disputes")["answer"]
    assert cast.ask("meetings")["answer"][0]["place"] == "astana"


def test_sources_that_differ_on_the_end_of_a_chair_leave_only_the_days_between_not_known() -> None:
    cast = council()
    for until in ("2026-12-31", "2027-01-15"):
        term = {"body": "council", "party": "TKM", "term": "2026", "on": "2025-11-16", "until": until}
        cast.enter(act("assume-chair", **term, sources=GAZETTE))
    truths = [
        cast.ask("chair", "council", on=on)["history"][0]["truth"]
        for on in ("2025-11-16", "2026-12-30", "2026-12-31", "2027-01-14", "2027-01-15")
    ]
    assert truths == ["yes", "yes", "not-known", "not-known", "no"]
    assert (
        cast.ask("chair", "council", on="2025-11-15")["history"] == []
    )  # the past does not tell of what came
    assert cast.ask("chair", "council", on="2026-06-01")["answer"][0]["disputed"]
