"""What denies a claim and what does not: one small record for each rule."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.formats.claims.language.reading import read_by_ids
from kengesh.formats.claims.verdict.judging import judge_in
from tests.formats.claims.worlds import record_of
from tests.mechanism.cast import BECAUSE, GAZETTE, Cast, act, begin, deny, end, prefer, whole_list

ASKED = "2022-01-01"


def told(name: str, **fields: Any) -> dict[str, Any]:
    return act(name, sources=GAZETTE, **fields)


def held(number: int | None, on: str, **more: Any) -> dict[str, Any]:
    numbered = {} if number is None else {"number": number}
    return told("hold", meeting=f"council/{number or on}", series="council", on=on, **numbered, **more)


def came(meeting: str, **capacities: str) -> dict[str, Any]:
    parts = [{"party": party, "capacity": capacity} for party, capacity in capacities.items()]
    return told("attend", meeting=meeting, attendances=parts)


def answers(acts: list[dict[str, Any]] | Cast, text: str, on: str = ASKED) -> list[str]:
    cast = acts if isinstance(acts, Cast) else record_of(acts)
    return [one.truth.value for one in judge_in(read_by_ids(text), cast.view(on)).readings]


def test_a_set_that_is_only_perhaps_whole_leaves_only_not_known() -> None:
    acts = [
        begin("KAZ", "member", "2020-01-01"),
        begin("TKM", "member", "2020-01-01"),
        whole_list(ASKED, ["KAZ", "TKM"], "member"),
        begin("KAZ", "member", "2020-01-01", body="forum"),
        begin("TKM", "member", "2021-01-01", body="forum"),
    ]
    # in the wide reading there may be observers, of whom the list does not speak
    assert answers(acts, "only member of forum is member of council") == ["yes", "not-known"]
    unsure = [*acts[:-1], begin("TKM", "member", "[2020-01-01..2023-01-01]", body="forum")]
    assert answers(unsure, "only member of forum is member of council")[0] == "not-known"
    assert answers(acts[:-1], "only {KAZ} is member of council")[0] == "no"


def test_the_last_meetings_are_counted_by_their_numbers() -> None:
    absent = told("deny-attendance", meeting="council/1", parties=["KAZ"])
    acts = [
        held(1, "2020-01-01"),
        held(2, "2020-02-01"),
        held(4, "2020-04-01"),
        absent,
        came("council/2", KAZ="head-of-state"),
        came("council/4", KAZ="head-of-state"),
    ]
    assert answers(acts, "KAZ attended the last 3 meetings of council") == ["not-known"]
    assert answers(acts, "KAZ attended the last 1 meetings of council") == ["yes"]
    missed = told("deny-attendance", meeting="council/3", parties=["KAZ"])
    whole = [*acts, held(3, "2020-03-01"), missed]
    assert answers(whole, "KAZ attended the last 3 meetings of council") == ["no"]
    assert answers(whole, "KAZ attended exactly 2 of the last 3 meetings of council") == ["yes"]


def test_what_holds_of_those_meetings_that_are_known_does_not_deny_what_is_said_of_all() -> None:
    acts = [
        held(1, "2020-01-01"),
        held(3, "2020-03-01"),
        came("council/1", KAZ="head-of-state"),
        came("council/3", KAZ="head-of-state"),
    ]
    assert answers(acts, "no {KAZ} attended meeting of council") == ["not-known"]
    assert answers(acts, "no {KAZ} attended some of meeting of council") == ["no"]


def test_that_a_party_did_not_come_in_one_capacity_does_not_say_that_it_did_not_come() -> None:
    joined = begin("TKM", "member", "2019-01-01")
    in_one = told("deny-attendance", meeting="council/1", parties=["TKM"], capacity="head-of-state")
    acts = [joined, held(1, "2020-01-01"), in_one]
    assert answers(acts, "TKM took part in council/1") == ["not-known", "not-known"]
    assert answers(acts, "TKM attended council/1") == ["not-known"]
    assert answers(acts, "TKM was head-of-state at council/1") == ["no"]
    in_any = told("deny-attendance", meeting="council/1", parties=["TKM"])
    assert answers([*acts, in_any], "TKM took part in council/1") == ["no", "no"]
    both = [joined, held(1, "2020-01-01"), in_any, came("council/1", TKM="minister")]
    assert answers(both, "TKM took part in council/1") == ["not-known", "not-known"]


def test_an_invitation_that_becomes_known_turns_no_answer_into_its_contrary() -> None:
    acts = [held(1, "2020-01-01"), came("council/1", TKM="minister")]
    before = answers(acts, "TKM was guest at council/1")
    invited = told("invite", meeting="council/1", parties=["TKM"], capacity="guest")
    after = answers([*acts, invited], "TKM was guest at council/1")
    assert all({one, other} != {"yes", "no"} for one, other in zip(before, after, strict=True))


def test_whether_a_party_belonged_is_asked_of_every_day_that_the_meeting_may_have_been_on() -> None:
    acts = [
        begin("TKM", "member", "2019-01-01"),
        end("TKM", "2020-03-20"),
        held(1, "2020-03"),
        came("council/1", TKM="minister"),
    ]
    assert answers(acts, "TKM took part in council/1") == ["not-known", "yes"]
    acts[2] = held(1, "2020-03-19")
    assert answers(acts, "TKM took part in council/1") == ["yes", "yes"]


def test_who_did_not_sign_may_still_be_bound() -> None:
    unsigned = told("deny-event", instrument="treaty-1", event="sign", parties=["KAZ"], on="2021-01-01")
    assert answers([unsigned], "KAZ is party to treaty-1", "2021-01-01") == ["not-known", "not-known"]
    ratified = told("ratify", instrument="treaty-1", parties=["KAZ"], on="2020-06-01")
    assert answers([unsigned, ratified], "KAZ is party to treaty-1", "2021-01-01") == ["yes", "yes"]


def test_what_was_not_signed_may_have_been_adopted() -> None:
    unsigned = told("deny-event", instrument="concept", event="sign", on="2021-01-01")
    assert answers([unsigned], "concept was signed", "2021-01-01") == ["no", "not-known"]
    elsewhere = told("sign", instrument="concept", meeting="council/2", on="2020-02-01")
    assert answers([elsewhere], "concept was signed at council/1") == ["no", "not-known"]
    adopted = told("adopt", instrument="concept", meeting="council/1", on="2020-01-01")
    assert answers([elsewhere, adopted], "concept was signed at council/1") == ["no", "yes"]


def test_what_parties_signed_one_after_another_was_signed_on_the_day_of_each() -> None:
    acts = [
        told("sign", instrument="treaty-1", parties=parties, on=on)
        for parties, on in ((["KAZ", "KGZ"], "2022-07-21"), (["TJK"], "2025-08-28"))
    ]
    assert answers(acts, "treaty-1 was signed on 2022", "2026-01-01") == ["yes", "yes"]
    assert answers(acts, "treaty-1 was signed on 28 August 2025", "2026-01-01") == ["yes", "yes"]
    assert answers(acts, "treaty-1 was signed on 2023", "2026-01-01") == ["no", "no"]
    again = told("sign", instrument="treaty-1", parties=["KAZ", "TJK"], on="2023-01-01")
    assert answers([*acts, again], "treaty-1 was signed on 2022", "2026-01-01") == ["not-known", "not-known"]


def test_an_observer_of_today_may_have_joined_before_and_left() -> None:
    for acts in (
        [begin("TKM", "observer", "2021-01-01")],
        [deny("TKM", ASKED)],
        [whole_list(ASKED, ["KAZ"], "member")],
    ):
        assert answers(acts, "TKM joined council") == ["not-known"]
        assert answers(acts, "TKM joined council before 2015-01-01") == ["not-known"]
    assert answers([begin("TKM", "member", "2021-01-01")], "TKM joined council before 2015-01-01") == ["no"]


def test_who_joined_first_turns_on_the_establishing_of_that_body_and_of_no_other() -> None:
    joined = begin("KAZ", "member", "2019-01-01")
    own = told("establish", body="council", on="2019-01-01")
    within = told("establish", body="secretariat", within="council", on="2020-01-01")
    assert answers([joined, own], "KAZ is the first to join council") == ["yes"]
    assert answers([joined, within], "KAZ is the first to join council") == ["not-known"]
    earlier = told("establish", body="council", on="2015-01-01")
    cast = record_of([joined])
    right, wrong = cast.enter(earlier), cast.enter(own)
    assert answers(cast, "KAZ is the first to join council") == ["not-known"]
    cast.enter(prefer([right], [wrong]))
    assert answers(cast, "KAZ is the first to join council") == ["not-known"]


def test_what_was_proposed_once_may_have_been_proposed_before() -> None:
    words = {"en": {"text": "A secretariat.", "by": "ours"}}
    made = told(
        "propose", proposal="proposal/1", by=["UZB"], on="2021-05-01", concerns=["secretariat"], what=words
    )
    assert answers([made], "secretariat was proposed by UZB on 2021") == ["yes"]
    assert answers([made], "secretariat was proposed by UZB on 2017") == ["not-known"]
    assert answers([made], "proposal/1 was proposed by UZB on 2017") == ["no"]
    assert answers([made], "proposal/1 was proposed by KAZ") == ["not-known"]


def test_a_meeting_hosted_by_one_state_may_have_been_held_in_another() -> None:
    acts = [held(1, "2020-01-01", place="geneva", host="KAZ")]
    assert answers(acts, "council/1 was held in CHE") == ["not-known"]
    place = {"en": {"text": "Geneva", "by": "source"}}
    known = [*acts, act("name", thing="geneva", type="place", of="CHE", names=place)]
    assert answers(known, "council/1 was held in CHE") == ["yes"]
    assert answers(known, "council/1 was held in UZB") == ["no"]


def test_a_status_that_no_act_ranks_does_not_exclude_membership() -> None:
    cast = Cast()
    cast.sources(gazette="2018-03-16")
    cast.enter(begin("KAZ", "full-participant", "2020-01-01"))
    assert answers(cast, "KAZ is member of council") == ["not-known", "not-known"]
    assert answers(cast, "KAZ is observer of council") == ["no"]


@pytest.mark.parametrize(
    ("state", "answer"),
    [("convene", "not-known"), ("postpone", "not-known"), ("cancel", "no"), ("hold", "yes")],
)
def test_announced_is_not_held_and_cancelled_was_not(state: str, answer: str) -> None:
    more = {"cancel": {}, "postpone": {}}.get(state, {"series": "council"})
    day = {} if state in ("cancel", "postpone") else {"on": "2021-06-01"}
    announced = told("convene", meeting="council/9", series="council", on="2021-06-01")
    acts = [announced] if state == "convene" else [announced, told(state, meeting="council/9", **day, **more)]
    assert answers(acts, "council/9 was held") == [answer]


def test_what_a_preference_rejects_is_not_said_of_anybody() -> None:
    cast = record_of([])
    right = cast.enter(begin("KAZ", "observer", "2020-01-01"))
    wrong = cast.enter(begin("KAZ", "member", "2020-01-01"))
    assert answers(cast, "KAZ is member of council") == ["not-known", "not-known"]
    cast.enter(act("prefer", acts=[right], over=[wrong], because=BECAUSE))
    assert answers(cast, "KAZ is member of council") == ["no", "yes"]
